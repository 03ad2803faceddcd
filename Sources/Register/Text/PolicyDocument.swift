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

    /// Finds the headings of a text: `## 3.2 Prompts`, `3.2 Prompts`, `§ 3 Prompts`, `第三条 …`.
    public init(_ text: String) {
        let bytes = Array(text.utf8)
        var found: [Section] = []
        var start = 0
        var isFenced = false
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let words = String(decoding: line.filter { $0 != 0x0D }, as: UTF8.self)
            if words.hasPrefix("```") { isFenced.toggle() }
            if !isFenced, let heading = PolicyDocument.heading(words) {
                if let last = found.indices.last { found[last].range = found[last].range.lowerBound..<start }
                found.append(Section(id: heading.id, title: heading.title, range: start..<bytes.count))
            }
            start += line.count + 1
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

    private static func heading(_ line: String) -> (id: String, title: String)? {
        let marks = line.utf8.prefix { $0 == 0x23 }.count
        let isMarked = (1...6).contains(marks) && line.utf8.dropFirst(marks).first == 0x20
        let text = trimmed(isMarked ? String(Substring(line.utf8.dropFirst(marks))) : line)
        guard !text.isEmpty, isMarked || text.utf8.count <= 120 else { return nil }
        let words = text.utf8.split(maxSplits: 1, whereSeparator: { $0 == 0x20 }).map { String(Substring($0)) }
        if words.count == 2, words[0] == "§" {
            return heading(words[1]).map { ("§ \($0.id)", $0.title) }
        }
        if words.count == 2, let number = number(words[0], isMarked: isMarked) { return (number, trimmed(words[1])) }
        if let chinese = chineseNumber(text) { return chinese }
        return isMarked ? (text, text) : nil
    }

    /// `3.2` of `3.2` and `3.2.`; a bare number begins a list more often than a section, unless it is marked.
    private static func number(_ word: String, isMarked: Bool) -> String? {
        var bytes = Array(word.utf8)
        if bytes.last == 0x2E { bytes.removeLast() }
        let isNumber = bytes.first.map { (0x30...0x39).contains($0) } ?? false
        guard isNumber, bytes.count <= 16, bytes.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
            isMarked || bytes.contains(0x2E)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func chineseNumber(_ text: String) -> (String, String)? {
        let scalars = Array(text.unicodeScalars)
        guard scalars.first == "第",
            let end = scalars.prefix(10).firstIndex(where: { "条條章节節款".unicodeScalars.contains($0) })
        else { return nil }
        let id = String(String.UnicodeScalarView(scalars[...end]))
        return (id, trimmed(String(String.UnicodeScalarView(scalars[(end + 1)...]))))
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let kept = scalars.drop { $0.properties.isWhitespace }.reversed().drop { $0.properties.isWhitespace }.reversed()
        return String(String.UnicodeScalarView(kept))
    }
}
