public import Model

/// What is wrong with a file of the vocabulary or with a topic's expression.
public struct VocabularyProblem: Problem, Equatable {
    /// One sentence that says what is wrong.
    public let what: String
    /// The file and line.
    public let place: String?
    /// What to write instead.
    public let remedy: String?
    /// Configuration is wrong.
    public var exitCode: ExitStatus { .configuration }

    init(_ what: String, file: String, line: Int, remedy: String? = nil) {
        self.what = what
        self.place = line > 0 ? "\(file):\(line)" : file
        self.remedy = remedy
    }
}
