public import Model

/// Alerts were answered by somebody else since they were read; the answers that came later are kept in the audit log,
/// and count for nothing.
public struct AlreadyAssessed: Problem, Equatable {
    /// The answers that stand.
    public let answers: [Assessment]

    /// One sentence that says what happened.
    public var what: String {
        answers.map { "alert \($0.alert) was answered \($0.answer.rawValue) by \($0.actor) on \($0.at)" }
            .joined(separator: "; ")
    }
    /// There is no place.
    public var place: String? { nil }
    /// What the person can do.
    public var remedy: String? {
        "Nothing was changed; your answer is kept in the audit log. To replace theirs, answer again with --replace."
    }
    /// The input was wrong.
    public var exitCode: ExitStatus { .data }
}
