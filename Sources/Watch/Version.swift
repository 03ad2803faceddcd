/// The program's version.
public enum Version {
    /// As in the changelog.
    public static let current = "0.1.0"
}
