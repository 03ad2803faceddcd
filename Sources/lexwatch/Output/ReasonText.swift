import Model

/// One reason of an alert, in one line.
enum ReasonText {
    /// The line of the policy that was met, the words that met it, and what was weighed besides.
    static func line(_ reason: AlertReason) -> String {
        let words = reason.words.prefix(3).map { "“\($0.words)”" }.joined(separator: ", ")
        let section = reason.section.map { " (section \($0))" } ?? ""
        let notes = reason.remarks.map { " (\($0))" }.joined()
        return "\(reason.kind.rawValue) \(reason.value)\(section): \(words)\(notes)"
    }
}
