import Model

/// Finds a name of a tool or vendor as a whole word.
struct NameFinder: Sendable {
    /// The name as it was given.
    let name: String
    private let spellings: [[Unicode.Scalar]]
    private let isFolded: Bool

    /// A finder of a name as it is spelt, in capitals too; a name in lower case is found in any case.
    init(_ name: String) {
        self.name = name
        let exact = name.unicodeScalars.map(NamedText.plain)
        let capitals = name.uppercased().unicodeScalars.map(NamedText.plain)
        isFolded = exact.map(NamedText.folded) == exact
        spellings = isFolded || exact == capitals ? [exact] : [exact, capitals]
    }

    /// The scalars with which its spellings begin, in lower case.
    var initials: [Unicode.Scalar] { spellings.compactMap { $0.first.map(NamedText.folded) } }

    /// Where a text has the name, the first place in each field.
    func evidence(in text: NamedText) -> [Evidence] {
        text.fields.compactMap { field in
            let hits = spellings.compactMap { spelling in place(of: spelling, in: field).map { ($0, spelling.count) } }
            return hits.min { $0.0 < $1.0 }.map { field.evidence(of: name, at: $0.0, count: $0.1) }
        }
    }

    private func place(of spelling: [Unicode.Scalar], in field: NamedText.Field) -> Int? {
        guard let first = spelling.first else { return nil }
        let text = isFolded ? field.folded : field.scalars
        return field.starts[NamedText.folded(first)]?.first { start in
            let end = start + spelling.count
            return end <= text.count && field.isEdge(end) && text[start..<end].elementsEqual(spelling)
        }
    }
}
