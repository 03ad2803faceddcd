public import Model

/// A mistake in a configuration file: what is wrong, the file and line, and what to write instead.
public struct ConfigurationProblem: Problem, Equatable {
    /// What is wrong.
    public let what: String
    /// The file, or `file:line`.
    public let place: String?
    /// What to write instead.
    public let remedy: String?
    /// Always 78 (EX_CONFIG).
    public var exitCode: ExitStatus { .configuration }

    /// A mistake at a place.
    init(_ what: String, place: String?, remedy: String? = nil) {
        self.what = what
        self.place = place
        self.remedy = remedy
    }
}
