/// Reads the line format of the vocabulary: `language:`, sections `[concept]`, a term a line, options after bars.
struct VocabularyReader {
    private let file: String
    private var language: String?
    private var concept: String?
    private(set) var lines: [VocabularyLine] = []
    private(set) var concepts: [String] = []
    /// Concepts whose terms hide the shorter terms of other concepts inside them.
    private(set) var covering: Set<String> = []

    init(file: String, bytes: [UInt8]) throws(VocabularyProblem) {
        self.file = file
        var number = 0
        for slice in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let text = trimmed(withoutComment(slice))
            if !text.isEmpty { try read(text, number) }
        }
        if language == nil {
            throw problem("the file names no language", 1, "begin it with a line such as `language: de`")
        }
    }

    private mutating func read(_ text: ArraySlice<UInt8>, _ number: Int) throws(VocabularyProblem) {
        if text.first == 0x5B {
            let covers = Array("] covers".utf8)
            let isCovering = text.suffix(covers.count).elementsEqual(covers)
            let name = try section(isCovering ? text.dropLast(covers.count - 1) : text, number)
            if isCovering { covering.insert(name) }
            concept = name
        } else if let value = value(of: "language", in: text) {
            if language != nil {
                throw problem("the language is named twice", number, "keep one line `language:` a file")
            }
            guard LanguageCodes.contains(value) else {
                throw problem("there is no language `\(value)`", number, "write its code, such as `de`, or `any`")
            }
            language = value
        } else {
            guard let language else {
                throw problem("a term before the language", number, "begin the file with a line such as `language: de`")
            }
            guard let concept else {
                throw problem("a term outside a concept", number, "put a line such as `[copyright]` above it")
            }
            lines.append(try term(text, concept, language, number))
        }
    }

    private mutating func section(_ text: ArraySlice<UInt8>, _ number: Int) throws(VocabularyProblem) -> String {
        let name = string(trimmed(text.dropFirst().dropLast()))
        guard text.last == 0x5D, !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else {
            throw problem(
                "`\(string(text))` is no concept", number, "write lower-case letters, digits, `-` or `:` in brackets")
        }
        concepts.append(name)
        return name
    }

    private func term(
        _ text: ArraySlice<UInt8>, _ concept: String, _ language: String, _ number: Int
    ) throws(VocabularyProblem) -> VocabularyLine {
        let bar = text.firstIndex(of: 0x7C) ?? text.endIndex
        let term = string(trimmed(text[..<bar]))
        var isExact = VocabularyLine.isAcronym(term)
        var conditions: [VocabularyLine.Condition] = []
        // Most terms have no options.
        let options =
            bar < text.endIndex ? text[(bar + 1)...].split(separator: 0x7C, omittingEmptySubsequences: false) : []
        for option in options {
            let part = trimmed(option)
            switch string(part) {
            case "case": isExact = true
            case "any case": isExact = false
            default: conditions.append(try condition(part, number))
            }
        }
        return VocabularyLine(
            concept: concept, language: language, term: term, isExact: isExact, conditions: conditions, number: number)
    }

    private func condition(
        _ text: ArraySlice<UInt8>, _ number: Int
    ) throws(VocabularyProblem) -> VocabularyLine.Condition {
        let known = ["unless near", "unless", "only near", "only with"]
        for name in known {
            guard let value = value(of: name, in: text), let kind = VocabularyLine.Condition.Kind(rawValue: name) else {
                continue
            }
            let words = value.utf8.split(separator: 0x2C).map { string(trimmed(ArraySlice($0))) }.filter { !$0.isEmpty }
            if words.isEmpty { throw problem("`\(name):` names no words", number, "list them with commas between") }
            return VocabularyLine.Condition(kind: kind, words: words)
        }
        throw problem(
            "`\(string(text))` is no option of a term", number,
            "write `case`, `any case`, `unless:`, `unless near:`, `only with:` or `only near:`")
    }

    private func value(of name: String, in text: ArraySlice<UInt8>) -> String? {
        guard text.starts(with: name.utf8), text.dropFirst(name.utf8.count).first == 0x3A else { return nil }
        return string(trimmed(text.dropFirst(name.utf8.count + 1)))
    }

    /// A comment begins at a `#` that begins the line or follows a space.
    private func withoutComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        for index in text.indices where text[index] == 0x23 {
            if index == text.startIndex || text[index - 1] <= 0x20 { return text[..<index] }
        }
        return text
    }

    private func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while let first = text.first, first <= 0x20 { text.removeFirst() }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }

    private func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x3A
    }

    private func problem(_ what: String, _ line: Int, _ remedy: String) -> VocabularyProblem {
        VocabularyProblem(what, file: file, line: line, remedy: remedy)
    }
}
