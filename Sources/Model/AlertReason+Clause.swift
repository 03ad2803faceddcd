extension AlertReason {
    /// Words of the text that are told at most.
    private static let mostWords = 6

    /// The line that was met, the words that met it, and what was weighed besides, in one clause.
    ///
    /// - Parameter day: The day of a moment, where the reader is.
    /// - Returns: The clause.
    public func clause(_ day: (Instant) -> Day = \.day) -> String {
        let words = words.prefix(Self.mostWords).map { "“\($0.words)”" }.joined(separator: ", ")
        let place = section.map { " (section \($0))" } ?? ""
        let notes = evidence.filter { $0.field == .source }.map { remark in
            let said = remark.label.map { "set by \($0.actor) on \(day($0.at))" } ?? remark.words
            return " (\(said))"
        }
        return "\(kind.rawValue) \(value)\(place)\(words.isEmpty ? "" : ": \(words)")\(notes.joined())"
    }
}
