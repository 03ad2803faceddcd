public import Model

extension Findings {
    /// Bytes of the full text that count as its beginning.
    private static let beginning = 800

    /// The cases and names of cases that an item is about: those that its title or the beginning of its text names.
    ///
    /// - Parameter text: The item's text.
    /// - Returns: Citations and names.
    public func matters(in text: ItemText) -> [String] {
        let subject = Subject(of: self, in: text)
        let first = (citations + matterNames).filter { found in
            found.evidence.first.map { $0.field != .content || $0.offset < Self.beginning } ?? true
        }
        return first.map(\.value).filter { subject.cases.contains($0) || subject.names.contains($0) }
    }
}
