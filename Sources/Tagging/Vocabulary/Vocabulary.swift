import Model

/// Concepts and the terms that express them in each language, compiled into one automaton.
public struct Vocabulary: Sendable {
    struct Term: Sendable {
        let concept: Int32
        /// One bit for each language of a text in which the term counts.
        var languages: UInt32
        /// The bytes as written where capitals must stand so; empty where case does not matter.
        let spelling: [UInt8]
        let conditions: [Condition]
    }
    struct Condition: Hashable, Sendable {
        let kind: VocabularyLine.Condition.Kind
        let concepts: [Int32]
    }

    /// The names of all concepts; words of conditions follow them, named by themselves.
    private(set) var names: [String] = []
    /// How many of the names are concepts.
    private(set) var conceptCount = 0
    private(set) var terms: [Term] = []
    private(set) var lexicon = Lexicon([])
    /// Concepts whose terms hide the shorter terms of other concepts inside them: names of authorities.
    private(set) var covering: Set<Int32> = []
    private var numbers: [String: Int32] = [:]
    private var languages: [String: UInt32] = [:]

    /// The concepts, in the order in which the files name them.
    public var concepts: [String] { Array(names.prefix(conceptCount)) }
    /// How many terms there are, words of conditions included.
    public var termCount: Int { terms.count }

    /// Reads and compiles files of the vocabulary.
    /// - Parameter files: the files' names, as errors shall show them, and their bytes.
    /// - Throws: what is wrong, with the file and line.
    public init(files: [(name: String, bytes: [UInt8])]) throws(VocabularyProblem) {
        var read: [(file: String, line: VocabularyLine)] = []
        for file in files {
            let reader = try VocabularyReader(file: file.name, bytes: file.bytes)
            for concept in reader.concepts { _ = number(of: concept) }
            for concept in reader.covering { covering.insert(number(of: concept)) }
            for line in reader.lines { read.append((file.name, line)) }
        }
        conceptCount = names.count
        for language in Set(read.map { Language($0.line.language).primary }).sorted() where language != "any" {
            languages[language] = 1 << UInt32(min(languages.count, 29))
        }
        try compile(read)
    }

    /// The number of a concept; nil where no file has it.
    func concept(_ name: String) -> Int32? { numbers[name].flatMap { $0 < conceptCount ? $0 : nil } }

    /// The bit of a text's language. Where nobody says the language, every term counts; where no file is in it, only
    /// those that count everywhere.
    func bit(of language: Language?) -> UInt32 {
        language.map { languages[$0.primary] ?? Self.foreignLanguage } ?? Self.unknownLanguage
    }

    private static let foreignLanguage: UInt32 = 1 << 31
    static let unknownLanguage: UInt32 = 1 << 30

    private mutating func number(of name: String) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }

    private mutating func compile(_ lines: [(file: String, line: VocabularyLine)]) throws(VocabularyProblem) {
        var patterns: [(bytes: [UInt8], takesPlural: Bool)] = []
        var words: Set<String> = []
        for (file, line) in lines {
            var conditions: [Condition] = []
            for condition in line.conditions {
                var concepts: [Int32] = []
                for word in condition.words {
                    if word.utf8.first == UInt8(ascii: "["), word.utf8.last == UInt8(ascii: "]") {
                        concepts.append(try named(word, file, line))
                        continue
                    }
                    concepts.append(number(of: "\"\(word)\""))
                    if words.insert(word).inserted {
                        let pattern = try pattern(word, file, line)
                        patterns.append((pattern, true))
                        terms.append(
                            Term(concept: number(of: "\"\(word)\""), languages: .max, spelling: [], conditions: []))
                    }
                }
                conditions.append(Condition(kind: condition.kind, concepts: concepts))
            }
            for spelling in Spelling.variants(of: line.term, language: line.language) {
                let pattern = try pattern(spelling, file, line)
                patterns.append((pattern, line.language == "en" || line.language == "any"))
                terms.append(
                    Term(
                        concept: number(of: line.concept), languages: reach(of: line, pattern),
                        spelling: line.isExact ? Array(line.term.utf8) : [], conditions: conditions))
            }
        }
        lexicon = Lexicon(patterns)
    }

    /// The concept that a condition names in brackets.
    private func named(_ word: String, _ file: String, _ line: VocabularyLine) throws(VocabularyProblem) -> Int32 {
        if let number = concept(String(word.dropFirst().dropLast())) { return number }
        throw VocabularyProblem(
            "`\(word)` is no concept", file: file, line: line.number,
            remedy: "name the section of a vocabulary file, or write the words themselves")
    }

    private func pattern(_ term: String, _ file: String, _ line: VocabularyLine) throws(VocabularyProblem) -> [UInt8] {
        let bytes = NormalText.folded(term).map { $0 == 0x2A ? Lexicon.star : $0 }
        let problem = { (what: String, remedy: String) in
            VocabularyProblem("`\(term)` \(what)", file: file, line: line.number, remedy: remedy)
        }
        guard bytes.count >= 2 else { throw problem("is too short", "write at least two letters") }
        guard bytes.count <= 160 else { throw problem("is too long", "write at most 160 bytes") }
        guard WordClass.table[Int(bytes[0])] != WordClass.gap, !bytes.prefix(2).contains(Lexicon.star) else {
            throw problem("does not begin with a letter or digit", "begin the term with two letters or digits")
        }
        let stars = bytes.lazy.filter { $0 == Lexicon.star }.count
        guard stars <= Lexicon.mostStars else { throw problem("has too many stars", "write at most four") }
        return bytes
    }

    /// In which texts a term counts. A single plain word of English may be another word in French or Italian (`fine`,
    /// `order`); a term in another script is safe everywhere, but Chinese and Japanese share characters.
    private func reach(of line: VocabularyLine, _ pattern: [UInt8]) -> UInt32 {
        let own = Language(line.language).primary
        let bit = languages[own] ?? 0
        if own == "any" { return .max }
        if own == "en" {
            let isPlain = line.term.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2A }
            return isPlain ? bit | Self.unknownLanguage : .max
        }
        guard pattern.contains(where: { $0 >= 0xD0 }) else { return bit | Self.unknownLanguage }
        switch own {
        case "zh": return ~(languages["ja"] ?? 0)
        case "ja": return ~(languages["zh"] ?? 0)
        default: return .max
        }
    }
}
