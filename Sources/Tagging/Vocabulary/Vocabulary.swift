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

    /// The concepts, in the order in which the files name them.
    private(set) var names: [String] = []
    /// The terms; the automaton has the tables' phrases behind them.
    private(set) var terms: [Term] = []
    /// The bytes as written of terms whose capitals must stand so.
    private(set) var spellings: [[UInt8]] = []
    private(set) var conditions: [[Condition]] = []
    private(set) var lexicon = Lexicon(PatternList())
    /// For each pattern of the automaton the bits of the languages in which it counts.
    private(set) var patternLanguages: [UInt32] = []
    /// For each concept and each word of conditions, which are numbered behind the concepts, whether its terms hide the
    /// shorter terms of other concepts inside them: names of authorities.
    private(set) var isCovering: [Bool] = []
    /// The fact tables whose phrases are looked for in the same pass; nil where no facts are read.
    let tables: FactTables?
    private var numbers: [String: Int32] = [:]
    private(set) var languages: [String: UInt32] = [:]

    /// How many concepts there are.
    var conceptCount: Int { names.count }
    /// How many concepts and words of conditions there are, all of which have numbers.
    var numberCount: Int { isCovering.count }
    /// The concepts, in the order in which the files name them.
    public var concepts: [String] { names }

    /// Reads and compiles files of the vocabulary, and fact tables with them.
    /// - Parameters:
    ///   - files: the files' names, as errors shall show them, and their bytes.
    ///   - facts: the fact tables, for those who read facts.
    /// - Throws: what is wrong, with the file and line.
    public init(files: [(name: String, bytes: [UInt8])], facts: FactTables? = nil) throws(VocabularyProblem) {
        tables = facts
        var readers: [VocabularyReader] = []
        var covering: Set<Int32> = []
        for file in files {
            let reader = try VocabularyReader(file: file.name, bytes: file.bytes)
            for concept in reader.concepts { _ = number(of: concept) }
            for concept in reader.covering { covering.insert(number(of: concept)) }
            readers.append(reader)
        }
        nameLanguages(Set(readers.filter { !$0.lines.isEmpty }.map { Language($0.language).primary }))
        let compiler = try compile(readers)
        isCovering = (0..<conceptCount + compiler.wordCount).map { covering.contains(Int32($0)) }
        var patterns = compiler.patterns
        if let facts { add(facts, to: &patterns) }
        lexicon = Lexicon(patterns)
        patternLanguages = patterns.outputs.map(\.languages)
    }

    /// Fact tables alone.
    init(facts: FactTables) {
        tables = facts
        nameLanguages([])
        var patterns = PatternList()
        add(facts, to: &patterns)
        lexicon = Lexicon(patterns)
        patternLanguages = patterns.outputs.map(\.languages)
    }

    /// Gives each language a bit: first those of the files, so that the tables' make no difference to them.
    private mutating func nameLanguages(_ names: Set<String>) {
        let others = Set(tables?.rules.map(\.language) ?? []).subtracting(names)
        for language in names.sorted() + others.sorted() where language != "any" && language != "*" {
            languages[language] = 1 << UInt32(min(languages.count, 29))
        }
    }

    /// A phrase counts in texts of its rule's language, or in all.
    private func add(_ facts: FactTables, to patterns: inout PatternList) {
        patterns.reserve(facts.phrases.count)
        let bits = facts.rules.map { $0.language == "*" ? .max : languages[$0.language] ?? 0 }
        for phrase in facts.phrases {
            patterns.append(
                phrase.bytes, languages: bits[phrase.rule], isOpenBefore: phrase.isOpenBefore,
                isOpenAfter: phrase.isOpenAfter)
        }
    }

    /// The number of a concept; nil where no file has it.
    func concept(_ name: String) -> Int32? { numbers[name] }

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
}

extension Vocabulary {
    private mutating func compile(_ readers: [VocabularyReader]) throws(VocabularyProblem) -> VocabularyCompiler {
        // Some languages write a term in several ways.
        let count = readers.reduce(0) { $0 + $1.lines.count } * 3 / 2
        var compiler = VocabularyCompiler()
        compiler.reserve(count)
        terms.reserveCapacity(count)
        for reader in readers {
            let (bytes, language) = (reader.bytes, reader.language)
            let sections = reader.concepts.map { numbers[$0] ?? 0 }
            compiler.open(reader.file, language, languages)
            var last: [VocabularyLine.Condition] = []
            for line in reader.lines {
                let written = bytes[line.term]
                var term = Term(concept: sections[line.section])
                if !line.conditions.isEmpty {
                    // Those of the line before are the same array, which is soon told.
                    if line.conditions != last { term.conditions = try compile(line, reader, &compiler) }
                    last = line.conditions
                    if term.conditions < 0 { term.conditions = Int32(conditions.count - 1) }
                }
                let variants = Spelling.variants(of: written, language: language)
                for number in 0..<max(1, variants.count) {
                    let spelling = variants.isEmpty ? written : variants[number][...]
                    try compiler.add(spelling, of: written, line: line.number)
                    if line.isExact {
                        term.spelling = Int32(spellings.count)
                        spellings.append(Array(written))
                    }
                    terms.append(term)
                }
            }
        }
        return compiler
    }

    /// Keeps a line's conditions, and the words that they name as terms.
    private mutating func compile(
        _ line: VocabularyLine, _ reader: VocabularyReader, _ compiler: inout VocabularyCompiler
    ) throws(VocabularyProblem) -> Int32 {
        var compiled: [Condition] = []
        for condition in line.conditions {
            var concepts: [Int32] = []
            concepts.reserveCapacity(condition.words.count)
            for place in condition.words {
                let word = reader.bytes[place]
                if word.first == UInt8(ascii: "["), word.last == UInt8(ascii: "]") {
                    concepts.append(try named(word, reader.file, line.number))
                    continue
                }
                let (number, isNew) = try compiler.add(word: word, line: line.number)
                let concept = Int32(conceptCount) + number
                concepts.append(concept)
                if isNew { terms.append(Term(concept: concept)) }
            }
            compiled.append(Condition(kind: condition.kind, concepts: concepts))
        }
        conditions.append(compiled)
        return Int32(conditions.count - 1)
    }

    /// The concept that a condition names in brackets.
    private func named(_ word: ArraySlice<UInt8>, _ file: String, _ line: Int) throws(VocabularyProblem) -> Int32 {
        if let number = concept(String(decoding: word.dropFirst().dropLast(), as: UTF8.self)) { return number }
        throw VocabularyProblem(
            "`\(String(decoding: word, as: UTF8.self))` is no concept", file: file, line: line,
            remedy: "name the section of a vocabulary file, or write the words themselves")
    }
}
