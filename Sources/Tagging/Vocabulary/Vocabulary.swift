import Model

/// Concepts and the terms that express them in each language, compiled into one automaton.
public struct Vocabulary: Sendable {
    /// A term's concept, and where its spelling and conditions are kept; -1 where it has none.
    struct Term: Sendable {
        let concept: Int32
        var spelling: Int32 = -1
        var conditions: Int32 = -1
    }
    struct Condition: Hashable, Sendable {
        let kind: VocabularyLine.Condition.Kind
        let concepts: [Int32]
    }

    /// The names of all concepts; words of conditions follow them, named by themselves.
    private(set) var names: [String] = []
    /// How many of the names are concepts.
    private(set) var conceptCount = 0
    /// The terms; the automaton has the tables' phrases behind them.
    private(set) var terms: [Term] = []
    /// The bytes as written of terms whose capitals must stand so.
    private(set) var spellings: [[UInt8]] = []
    private(set) var conditions: [[Condition]] = []
    private(set) var lexicon = Lexicon([])
    /// For each name, whether its terms hide the shorter terms of other concepts inside them: names of authorities.
    private(set) var isCovering: [Bool] = []
    /// The fact tables whose phrases are looked for in the same pass; nil where no facts are read.
    let tables: FactTables?
    private var numbers: [String: Int32] = [:]
    private var languages: [String: UInt32] = [:]

    /// The concepts, in the order in which the files name them.
    public var concepts: [String] { Array(names.prefix(conceptCount)) }
    /// How many terms there are, words of conditions included.
    public var termCount: Int { terms.count }

    /// Reads and compiles files of the vocabulary, and fact tables with them.
    /// - Parameters:
    ///   - files: the files' names, as errors shall show them, and their bytes.
    ///   - facts: the fact tables, for those who read facts.
    /// - Throws: what is wrong, with the file and line.
    public init(files: [(name: String, bytes: [UInt8])], facts: FactTables? = nil) throws(VocabularyProblem) {
        tables = facts
        var read: [(file: String, line: VocabularyLine)] = []
        var primaries: Set<String> = []
        var covering: Set<Int32> = []
        for file in files {
            let reader = try VocabularyReader(file: file.name, bytes: file.bytes)
            for concept in reader.concepts { _ = number(of: concept) }
            for concept in reader.covering { covering.insert(number(of: concept)) }
            for line in reader.lines { read.append((file.name, line)) }
            if let line = reader.lines.first { primaries.insert(Language(line.language).primary) }
        }
        conceptCount = names.count
        nameLanguages(primaries)
        var patterns = try compile(read)
        isCovering = names.indices.map { covering.contains(Int32($0)) }
        if let facts { patterns += facts.phrases.map { pattern(of: $0, in: facts) } }
        lexicon = Lexicon(patterns)
    }

    /// Fact tables alone.
    init(facts: FactTables) {
        tables = facts
        nameLanguages([])
        lexicon = Lexicon(facts.phrases.map { pattern(of: $0, in: facts) })
    }

    /// Gives each language a bit: first those of the files, so that the tables' make no difference to them.
    private mutating func nameLanguages(_ names: Set<String>) {
        let others = Set(tables?.rules.map(\.language) ?? []).subtracting(names)
        for language in names.sorted() + others.sorted() where language != "any" && language != "*" {
            languages[language] = 1 << UInt32(min(languages.count, 29))
        }
    }

    /// A phrase counts in texts of its rule's language, or in all.
    private func pattern(of phrase: Phrase, in facts: FactTables) -> Lexicon.Pattern {
        let language = facts.rules[phrase.rule].language
        return Lexicon.Pattern(
            bytes: phrase.bytes, languages: language == "*" ? .max : languages[language] ?? 0,
            isOpenBefore: phrase.isOpenBefore, isOpenAfter: phrase.isOpenAfter)
    }

    /// The number of a concept; nil where no file has it.
    func concept(_ name: String) -> Int32? { numbers[name].flatMap { $0 < conceptCount ? $0 : nil } }

    /// The bits of a text's language. Where nobody says the language, every term counts, and English phrases; where no
    /// file is in it, only those that count everywhere.
    func bit(of language: Language?) -> UInt32 {
        guard let language else { return Self.unknownLanguage | (languages["en"] ?? 0) }
        return languages[language.primary] ?? Self.foreignLanguage
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

    private mutating func compile(
        _ lines: [(file: String, line: VocabularyLine)]
    ) throws(VocabularyProblem) -> [Lexicon.Pattern] {
        var patterns: [Lexicon.Pattern] = []
        patterns.reserveCapacity(lines.count + lines.count / 8)
        var words: Set<String> = []
        for (file, line) in lines {
            let conditions = try compile(line, file, &words, &patterns)
            for spelling in Spelling.variants(of: line.term, language: line.language) {
                let bytes = try pattern(spelling, file, line)
                patterns.append(
                    Lexicon.Pattern(
                        bytes: bytes, languages: reach(of: line, bytes),
                        takesPlural: line.language == "en" || line.language == "any"))
                var term = Term(concept: number(of: line.concept), conditions: conditions)
                if line.isExact {
                    term.spelling = Int32(spellings.count)
                    spellings.append(Array(line.term.utf8))
                }
                terms.append(term)
            }
        }
        return patterns
    }

    /// Keeps a line's conditions, and the words that they name as terms; -1 where there are none.
    private mutating func compile(
        _ line: VocabularyLine, _ file: String, _ words: inout Set<String>, _ patterns: inout [Lexicon.Pattern]
    ) throws(VocabularyProblem) -> Int32 {
        guard !line.conditions.isEmpty else { return -1 }
        var compiled: [Condition] = []
        for condition in line.conditions {
            var concepts: [Int32] = []
            for word in condition.words {
                if word.utf8.first == UInt8(ascii: "["), word.utf8.last == UInt8(ascii: "]") {
                    concepts.append(try named(word, file, line))
                    continue
                }
                concepts.append(number(of: "\"\(word)\""))
                guard words.insert(word).inserted else { continue }
                patterns.append(Lexicon.Pattern(bytes: try pattern(word, file, line), takesPlural: true))
                terms.append(Term(concept: number(of: "\"\(word)\"")))
            }
            compiled.append(Condition(kind: condition.kind, concepts: concepts))
        }
        conditions.append(compiled)
        return Int32(conditions.count - 1)
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
        if line.language == "any" { return .max }
        let own = Language(line.language).primary
        let bit = languages[own] ?? 0
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
