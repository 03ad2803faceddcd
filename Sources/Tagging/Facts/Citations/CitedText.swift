/// What a publisher states as a citation.
public enum CitedText {
    /// Bytes of a citation; what is longer cites nothing.
    private static let longest = 200

    /// Whether words can be a citation: they have a figure, as every number of a case or act has, or name a case or act.
    ///
    /// - Parameter value: What is stated.
    /// - Returns: Whether something is cited by it.
    public static func isOne(_ value: String) -> Bool {
        value.utf8.count <= longest
            && (value.utf8.contains(where: Bytes.isDigit) || MatterName.normalised(value) != nil)
    }
}
