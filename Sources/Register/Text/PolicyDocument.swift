/// The sections of a policy's own text, Markdown or plain.
public struct PolicyDocument: Sendable {
    /// A heading and the bytes that it heads.
    public struct Section: Sendable, Equatable {
        /// Its number as written, such as `3.2`; the heading where it has none.
        public var id: String
        /// The heading without its number.
        public var title: String
        /// The section's text, heading included, in bytes of UTF-8.
        public var range: Range<Int>
    }
    /// The sections, in order.
    public let sections: [Section]

    /// Finds the headings of a text: `## 3.2 Prompts`, `3.2 Prompts`, `§ 3 Prompts`, `第三条 …`, and `3. Prompts` on a
    /// line that stands alone.
    public init(_ text: String) {
        let bytes = Array(text.utf8)
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        var found: [Section] = []
        var isFenced = false
        for (index, line) in lines.enumerated() {
            let words = PolicyDocument.words(line)
            if words.hasPrefix("```") || words.hasPrefix("~~~") { isFenced.toggle() }
            let isAlone =
                (index == 0 || PolicyDocument.words(lines[index - 1]).isEmpty)
                && (index + 1 == lines.count || PolicyDocument.words(lines[index + 1]).isEmpty)
            guard !isFenced, let heading = SectionHeading(words, isAlone: isAlone) else { continue }
            if let last = found.indices.last { found[last].range = found[last].range.lowerBound..<line.startIndex }
            found.append(Section(id: heading.id, title: heading.title, range: line.startIndex..<bytes.count))
        }
        sections = found
    }

    /// The section in which a byte stands; nil before the first.
    public func section(at offset: Int) -> Section? { sections.first { $0.range.contains(offset) } }

    /// Citations with the sections in which they stand, once each.
    public func citations(_ found: [(citation: String, offset: Int)]) -> [DocumentCitation] {
        var seen: Set<DocumentCitation> = []
        return found.map { DocumentCitation(citation: $0.citation, section: section(at: $0.offset)?.id) }
            .filter { seen.insert($0).inserted }
    }

    private static func words(_ line: ArraySlice<UInt8>) -> String { trimmed(String(decoding: line, as: UTF8.self)) }
}

/// Text without white space and byte order marks at its ends.
func trimmed(_ text: some StringProtocol) -> String {
    func isEmpty(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    let kept = text.unicodeScalars.drop(while: isEmpty).reversed().drop(while: isEmpty).reversed()
    return String(String.UnicodeScalarView(kept))
}
