import Model

/// What compiling the lines of one file after the other needs beside the vocabulary.
struct VocabularyCompiler {
    private(set) var patterns = PatternList()
    /// The numbers of conditions' words, each a pattern once.
    private var words: [ByteKey: Int32] = [:]
    /// How many words conditions have.
    var wordCount: Int { words.count }
    private var folder = Folder(capacity: 512)
    private var file = ""
    private var reach = TermReach(of: "any", [:])
    private var takesPlural = false

    /// Makes room for patterns to come.
    mutating func reserve(_ count: Int) {
        patterns.reserve(count)
        words.reserveCapacity(count / 4)
    }

    /// Turns to the next file, by its language and the bits of all languages.
    mutating func open(_ file: String, _ language: String, _ languages: [String: UInt32]) {
        self.file = file
        reach = TermReach(of: language, languages)
        takesPlural = language == "en" || language == "any"
    }

    /// Adds one spelling of a line's term as a pattern.
    ///
    /// - Parameters:
    ///   - spelling: The spelling, in UTF-8.
    ///   - term: The term as the line has it.
    ///   - line: The line's number.
    /// - Throws: What is wrong with the term.
    mutating func add(
        _ spelling: ArraySlice<UInt8>, of term: ArraySlice<UInt8>, line: Int
    ) throws(VocabularyProblem) {
        let folded = folder.folded(spelling)
        try check(folded, spelling, line)
        append(folded, languages: reach.languages(of: term, folded), takesPlural: takesPlural)
    }

    /// Adds a word of a line's conditions as a pattern, which counts in every text, unless it was added before.
    ///
    /// - Returns: The word's number, and whether it is new.
    mutating func add(
        word: ArraySlice<UInt8>, line: Int
    ) throws(VocabularyProblem) -> (number: Int32, isNew: Bool) {
        let key = ByteKey(word)
        if let number = words[key] { return (number, false) }
        let folded = folder.folded(word)
        try check(folded, word, line)
        append(folded, languages: .max, takesPlural: true)
        let number = Int32(words.count)
        words[key] = number
        return (number, true)
    }

    private mutating func append(_ folded: ArraySlice<UInt8>, languages: UInt32, takesPlural: Bool) {
        patterns.append(folded, star: Self.star, languages: languages, takesPlural: takesPlural)
    }

    private func check(
        _ folded: ArraySlice<UInt8>, _ spelling: ArraySlice<UInt8>, _ line: Int
    ) throws(VocabularyProblem) {
        guard let (what, remedy) = Self.fault(in: folded) else { return }
        throw VocabularyProblem(
            "`\(String(decoding: spelling, as: UTF8.self))` \(what)", file: file, line: line, remedy: remedy)
    }

    private static let star = UInt8(ascii: "*")

    /// Why a folded term cannot be looked for, and what to do; nil where it can.
    private static func fault(in folded: ArraySlice<UInt8>) -> (what: String, remedy: String)? {
        guard folded.count >= 2 else { return ("is too short", "write at least two letters") }
        guard folded.count <= 160 else { return ("is too long", "write at most 160 bytes") }
        guard WordClass.table[Int(folded[folded.startIndex])] != WordClass.gap, !folded.prefix(2).contains(star) else {
            return ("does not begin with a letter or digit", "begin the term with two letters or digits")
        }
        let stars = folded.reduce(0) { $1 == star ? $0 + 1 : $0 }
        guard stars <= Lexicon.mostStars else { return ("has too many stars", "write at most four") }
        return stars > 0 && holdsLoneStar(folded)
            ? ("has a `*` that stands alone between words, for which no word is found", "write words or stems") : nil
    }

    private static func holdsLoneStar(_ folded: ArraySlice<UInt8>) -> Bool {
        folded.indices.dropFirst().dropLast().contains {
            folded[$0] == star && WordClass.table[Int(folded[$0 - 1])] == WordClass.gap
                && WordClass.table[Int(folded[$0 + 1])] == WordClass.gap
        }
    }
}

/// In which texts the terms of a file count, by the language of the file.
///
/// A single plain word of English may be another word in French or Italian (`fine`, `order`); a term in another script is
/// safe everywhere, but Chinese and Japanese share characters.
struct TermReach {
    private let isEnglish: Bool
    /// The bits of texts in which a term counts that may be another word elsewhere.
    private let narrow: UInt32
    /// Those of any other term.
    private let wide: UInt32

    /// The reach of terms in a language, by the bits of all languages.
    init(of language: String, _ languages: [String: UInt32]) {
        let own = Language(language).primary
        isEnglish = own == "en"
        narrow = language == "any" ? .max : (languages[own] ?? 0) | Vocabulary.unknownLanguage
        wide =
            switch own {
            case "zh": ~(languages["ja"] ?? 0)
            case "ja": ~(languages["zh"] ?? 0)
            default: .max
            }
    }

    /// The bits of the texts in which a term counts that is written and folded so.
    func languages(of term: ArraySlice<UInt8>, _ folded: ArraySlice<UInt8>) -> UInt32 {
        let isNarrow =
            isEnglish
            ? term.allSatisfy { $0 &- 0x61 < 26 || $0 == 0x2A }
            : !folded.contains { $0 >= 0xD0 }
        return isNarrow ? narrow : wide
    }
}
