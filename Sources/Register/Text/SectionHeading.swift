/// A line that begins a section: its number and its title.
struct SectionHeading {
    let id: String
    let title: String

    /// Reads a line without white space at its ends; nil where it begins no section.
    ///
    /// A marked line (`## …`) is always a heading. Of other lines, one that begins with a number of several parts or with
    /// `第三条` begins a section, prose or not; one that begins with a bare number does where it stands alone, as it is
    /// an entry of a list otherwise.
    init?(_ line: String, isAlone: Bool) {
        let marks = line.utf8.prefix { $0 == 0x23 }.count
        let after = line.utf8.dropFirst(marks).first
        let isMarked = (1...6).contains(marks) && (after == 0x20 || after == 0x09)
        let text = SectionHeading.plain(isMarked ? String(Substring(line.utf8.dropFirst(marks))) : line)
        guard !text.isEmpty else { return nil }
        let found =
            SectionHeading.chinese(text) ?? SectionHeading.paragraph(text, isMarked || isAlone)
            ?? SectionHeading.numbered(text, isMarked: isMarked, isAlone: isAlone)
        guard let (id, rest) = found ?? (isMarked ? (text, text) : nil) else { return nil }
        self.id = id
        // What is longer is the section's text, not its title.
        title = isMarked || rest.utf8.count <= 120 ? rest : ""
    }

    /// Without the signs of strong text around the number, and the marks that may close a heading.
    private static func plain(_ text: String) -> String {
        let scalars = Array(trimmed(text).unicodeScalars)
        let isStrong = scalars.starts(with: "**".unicodeScalars) || scalars.starts(with: "__".unicodeScalars)
        let kept = isStrong ? scalars.filter { $0 != "*" && $0 != "_" } : scalars
        let closing = kept.reversed().prefix { $0 == "#" }.count
        let isClosed = closing > 0 && closing < kept.count && kept[kept.count - closing - 1] == " "
        return trimmed(String(String.UnicodeScalarView(isClosed ? kept.dropLast(closing) : kept[...])))
    }

    /// `§ 3 Prompts` and `§3 Prompts`.
    private static func paragraph(_ text: String, _ isHeading: Bool) -> (String, String)? {
        guard isHeading, text.unicodeScalars.first == "§" else { return nil }
        let (word, rest) = split(
            trimmed(text.unicodeScalars.dropFirst().reduce(into: "") { $0.unicodeScalars.append($1) }))
        guard let number = number(word), begins(rest) else { return nil }
        return ("§ \(number)", rest)
    }

    /// `3.2 Prompts`, `3.2. Prompts`, and with a mark `Section 3.2: Prompts`.
    private static func numbered(_ text: String, isMarked: Bool, isAlone: Bool) -> (String, String)? {
        var (word, rest) = split(text)
        if isMarked, nouns.contains(word.lowercased()) { (word, rest) = split(rest) }
        guard let number = number(word) else { return nil }
        if isMarked { return (number, rest) }
        guard begins(rest) else { return nil }
        let isTitle = isAlone && rest.utf8.count <= 120 && !".;,:".utf8.contains(rest.utf8.last ?? 0)
        return number.utf8.contains(0x2E) || isTitle ? (number, rest) : nil
    }

    private static let nouns: Set<String> = [
        "section", "article", "chapter", "part", "clause", "annex", "abschnitt", "artikel", "kapitel", "ziffer",
        "titre",
        "chapitre", "artículo", "sección",
    ]

    /// Whether words begin a title or a sentence: in small letters they go on with what was a quantity (`2.5 million`).
    private static func begins(_ rest: String) -> Bool {
        rest.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
    }

    private static func split(_ text: String) -> (word: String, rest: String) {
        let scalars = Array(text.unicodeScalars)
        let end = scalars.firstIndex { $0.properties.isWhitespace } ?? scalars.count
        return (
            String(String.UnicodeScalarView(scalars[..<end])),
            trimmed(String(String.UnicodeScalarView(scalars[end...])))
        )
    }

    /// `3.2` of `3.2`, `3.2.`, `3.2)` and `3.2:`; nil of a date and of a year.
    private static func number(_ word: String) -> String? {
        var bytes = Array(word.utf8)
        if let last = bytes.last, [0x2E, 0x29, 0x3A].contains(last) { bytes.removeLast() }
        let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { part in
            (1...3).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
                && (part.count == 1 || part.first != 0x30)
        }
        return isNumber && parts.count <= 6 ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// `第三条 …`, `第 3 条：…`, `第十二条之一 …`, and `第一章总则`, a chapter's title without a space.
    private static func chinese(_ text: String) -> (String, String)? {
        let scalars = Array(text.unicodeScalars)
        guard scalars.first == "第" else { return nil }
        var end = 1
        while end < scalars.count, end < 16, isNumeral(scalars[end]) || scalars[end] == " " { end += 1 }
        guard end > 1, end < scalars.count, "条條章节節款編编".unicodeScalars.contains(scalars[end]) else { return nil }
        let isChapter = "章节節編编".unicodeScalars.contains(scalars[end])
        end += 1
        if end < scalars.count, scalars[end] == "之" {
            end += 1
            while end < scalars.count, isNumeral(scalars[end]) { end += 1 }
        }
        let rest = scalars[end...]
        let isSet = rest.first.map { $0.properties.isWhitespace || "：:、".unicodeScalars.contains($0) } ?? true
        guard isSet || (isChapter && rest.count <= 20 && !rest.contains("。")) else { return nil }
        let id = scalars[..<end].filter { $0 != " " }
        let title = rest.drop { $0.properties.isWhitespace || "：:、".unicodeScalars.contains($0) }
        return (String(String.UnicodeScalarView(id)), trimmed(String(String.UnicodeScalarView(title))))
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        "〇零一二三四五六七八九十百千两".unicodeScalars.contains(scalar) || (0x30...0x39).contains(scalar.value)
            || (0xFF10...0xFF19).contains(scalar.value)
    }
}
