/// Reads the line format of the vocabulary: `language:`, sections `[concept]`, a term a line, options after bars.
struct VocabularyReader {
    let file: String
    let bytes: [UInt8]
    /// The language of the file; `any` for names that are the same everywhere.
    private(set) var language = ""
    private(set) var lines: [VocabularyLine] = []
    private(set) var concepts: [String] = []
    /// Concepts whose terms hide the shorter terms of other concepts inside them.
    private(set) var covering: Set<String> = []
    /// The line in which each section begins.
    private var sections: [String: Int] = [:]
    /// The options that were read last, and where they stand.
    private var last: (text: Range<Int>, options: Options) = (0..<0, Options())

    init(file: String, bytes: [UInt8]) throws(VocabularyProblem) {
        self.file = file
        self.bytes = bytes
        lines.reserveCapacity(bytes.count / 16)
        var (number, start) = (0, 0)
        while start < bytes.count {
            number += 1
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let text = trimmed(withoutComment(start..<end))
            if !text.isEmpty { try read(text, number) }
            start = end + 1
        }
        if language.isEmpty {
            throw problem("the file names no language", 1, "begin it with a line such as `language: de`")
        }
    }

    /// The text of a range.
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private mutating func read(_ text: Range<Int>, _ number: Int) throws(VocabularyProblem) {
        if bytes[text.lowerBound] == 0x5B {
            try open(text, number)
        } else if let value = value(of: "language", in: text).map(string) {
            if !language.isEmpty {
                throw problem("the language is named twice", number, "keep one line `language:` a file")
            }
            guard LanguageCodes.contains(value) else {
                throw problem("there is no language `\(value)`", number, "write its code, such as `de`, or `any`")
            }
            language = value
        } else {
            guard !language.isEmpty else {
                throw problem("a term before the language", number, "begin the file with a line such as `language: de`")
            }
            guard !concepts.isEmpty else {
                throw problem("a term outside a concept", number, "put a line such as `[copyright]` above it")
            }
            lines.append(try term(text, number))
        }
    }

    private mutating func open(_ text: Range<Int>, _ number: Int) throws(VocabularyProblem) {
        let covers = Array("] covers".utf8)
        let isCovering = bytes[text].suffix(covers.count).elementsEqual(covers)
        let section = isCovering ? text.dropLast(covers.count - 1) : text
        let name = string(trimmed(section.dropFirst().dropLast()))
        guard bytes[section.upperBound - 1] == 0x5D, !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else {
            throw problem(
                "`\(string(section))` is no concept", number,
                "write lower-case letters, digits, `-` or `:` in brackets")
        }
        if let other = sections.updateValue(number, forKey: name) {
            throw problem(
                "the section `[\(name)]` begins in line \(other) already", number, "put its terms together under one")
        }
        concepts.append(name)
        if isCovering { covering.insert(name) }
    }

    private mutating func term(_ text: Range<Int>, _ number: Int) throws(VocabularyProblem) -> VocabularyLine {
        let bar = text.first { bytes[$0] == 0x7C } ?? text.upperBound
        let term = trimmed(text.lowerBound..<bar)
        if let option = optionWithoutBar(in: term) {
            throw problem(
                "`\(string(term))` has `\(option)` without a bar before it", number,
                "write it so: `term | \(option): words`")
        }
        if let mark = strayMark(in: bytes[term]) {
            throw problem(
                "`\(string(term))` has a `\(mark)` within it", number,
                mark == ";" ? "write each term in a line of its own" : "write `*` at the end of a term only")
        }
        let options = bar < text.upperBound ? try options(bar + 1..<text.upperBound, number) : Options()
        return VocabularyLine(
            section: concepts.count - 1, term: term, isExact: options.isExact ?? VocabularyLine.isAcronym(bytes[term]),
            conditions: options.conditions, number: number)
    }

    /// What no text has and no term means: a star within a word, and what parts terms in other programs.
    private func strayMark(in term: ArraySlice<UInt8>) -> String? {
        if term.contains(0x3B) { return ";" }
        let star = term.indices.dropFirst().dropLast().first { index in
            term[index] == 0x2A && Bytes.isWordLead(term[index - 1]) && Bytes.isWordLead(term[index + 1])
        }
        return star == nil ? nil : "*"
    }

    /// What stands behind a term's bars.
    private mutating func options(_ text: Range<Int>, _ number: Int) throws(VocabularyProblem) -> Options {
        // Terms of one family have the same words, which are many, one line after the other.
        if !last.text.isEmpty, bytes[last.text].elementsEqual(bytes[text]) { return last.options }
        var options = Options()
        for part in parts(of: text, between: UInt8(ascii: "|")) {
            if holds(part, "case") {
                options.isExact = true
            } else if holds(part, "any case") {
                options.isExact = false
            } else {
                options.conditions.append(try condition(part, number))
            }
        }
        last = (text, options)
        return options
    }

    private struct Options {
        /// Whether capitals must stand as written; nil where nothing is said of it.
        var isExact: Bool?
        var conditions: [VocabularyLine.Condition] = []
    }

    /// The kinds of conditions by their names: of two that begin alike the longer first.
    private static let kinds: [(name: StaticString, kind: VocabularyLine.Condition.Kind)] = [
        ("unless near", .unlessNear), ("unless", .unless), ("only near", .onlyNear), ("only with", .only),
    ]

    /// The names of the conditions behind a space, as they stand in a term whose bar was forgotten.
    private static let names = kinds.map { [0x20] + $0.name.withUTF8Buffer(Array.init) }

    /// The name of a condition with which a term ends, or behind which and a colon it goes on.
    private func optionWithoutBar(in term: Range<Int>) -> StaticString? {
        let term = bytes[term]
        let hasColon = term.contains(0x3A)
        guard hasColon || term.contains(0x20) else { return nil }
        let number = Self.names.firstIndex { name in
            term.count >= name.count && term.last == name.last && term.suffix(name.count).elementsEqual(name)
                || hasColon && term.firstRange(of: name + [0x3A]) != nil
        }
        return number.map { Self.kinds[$0].name }
    }

    private func condition(_ text: Range<Int>, _ number: Int) throws(VocabularyProblem) -> VocabularyLine.Condition {
        for (name, kind) in Self.kinds {
            guard let value = value(of: name, in: text) else { continue }
            let words = parts(of: value, between: UInt8(ascii: ",")).filter { !$0.isEmpty }
            if words.isEmpty { throw problem("`\(name):` names no words", number, "list them with commas between") }
            return VocabularyLine.Condition(kind: kind, words: words)
        }
        throw problem(
            "`\(string(text))` is no option of a term", number,
            "write `case`, `any case`, `unless:`, `unless near:`, `only with:` or `only near:`")
    }

    /// What stands between separators, without spaces around it.
    private func parts(of text: Range<Int>, between separator: UInt8) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = text.lowerBound
        for index in text where bytes[index] == separator {
            parts.append(trimmed(start..<index))
            start = index + 1
        }
        parts.append(trimmed(start..<text.upperBound))
        return parts
    }

    private func holds(_ text: Range<Int>, _ words: StaticString) -> Bool {
        text.count == words.utf8CodeUnitCount && begins(text, words)
    }

    private func begins(_ text: Range<Int>, _ words: StaticString) -> Bool {
        words.withUTF8Buffer { bytes[text].starts(with: $0) }
    }

    private func value(of name: StaticString, in text: Range<Int>) -> Range<Int>? {
        guard begins(text, name) else { return nil }
        let colon = text.lowerBound + name.utf8CodeUnitCount
        guard colon < text.upperBound, bytes[colon] == 0x3A else { return nil }
        return trimmed(colon + 1..<text.upperBound)
    }

    /// A comment begins at a `#` that begins the line or follows a space.
    private func withoutComment(_ text: Range<Int>) -> Range<Int> {
        for index in text where bytes[index] == 0x23 {
            if index == text.lowerBound || bytes[index - 1] <= 0x20 { return text.lowerBound..<index }
        }
        return text
    }

    private func trimmed(_ text: Range<Int>) -> Range<Int> {
        var (start, end) = (text.lowerBound, text.upperBound)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x3A
    }

    private func problem(_ what: String, _ line: Int, _ remedy: String) -> VocabularyProblem {
        VocabularyProblem(what, file: file, line: line, remedy: remedy)
    }
}
