public import Model

/// A person's word that ends a watchful state must say what they found: an empty one is refused.
public struct NoteMissing: Problem, Equatable {
    /// What the note would tell, such as `what was found`.
    public let subject: String

    /// The problem where a note says nothing that can be seen; nothing where it does.
    ///
    /// - Parameters:
    ///   - note: What the person wrote.
    ///   - subject: What it would tell.
    /// - Throws: The problem.
    static func check(_ note: String, on subject: String) throws {
        let saysSomething = note.unicodeScalars.contains {
            !$0.properties.isWhitespace && !Plain.isBlank($0) && !Plain.isHidden($0)
        }
        if !saysSomething { throw NoteMissing(subject: subject) }
    }

    /// One sentence that says what happened.
    public var what: String { "the note is missing" }
    /// There is no place.
    public var place: String? { nil }
    /// What the person can do.
    public var remedy: String? { "Say with --note \(subject)." }
    /// The command lacks something.
    public var exitCode: ExitStatus { .usage }
}
