import Model

/// A title's words in order, by which two titles of one sentence are told that name each something else in one place of it.
enum TitleFrame {
    /// Languages of which the words that say nothing are known.
    private static let languages: Set<String> = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru"]
    /// Words of a title that are read at most; letters of a word that says something, and those by which its forms are one.
    private static let (most, least, stem) = (24, 3, 5)
    /// Words that follow an indefinite article and say who is meant.
    private static let described = 2

    struct Found {
        /// Each word of the title.
        var words: [UInt32] = []
        /// The beginning of each; 0 for small words and those for AI.
        var stems: [UInt32] = []
        /// Beginnings of words behind an indefinite article, as reports tell of who is not named: `fines a gym`.
        var unnamed: [UInt32] = []
        /// The word in capitals with which it begins, where others are not in capitals: who acts.
        var lead: [UInt32] = []
    }

    static func told(in title: String, _ language: Language, _ seed: UInt64) -> Found {
        var found = Found()
        guard languages.contains(language.primary) else { return found }
        let articles = articles[language.primary] ?? []
        var (left, hasLower) = (0, false)
        for scalars in title.unicodeScalars.split(whereSeparator: { !WordHashes.isWord($0) }).prefix(most) {
            let word = Substring(scalars)
            let folded = NormalText.folded(String(word))
            let isLower = scalars.contains(where: \.properties.isLowercase)
            if found.words.isEmpty, !isLower, scalars.allSatisfy(\.properties.isUppercase), scalars.count >= least {
                found.lead = [NewsWords.hash(word, seed)]
            }
            hasLower = hasLower || isLower
            found.words.append(NewsWords.hash(word, seed))
            let isTold = word.unicodeScalars.count >= least && !SmallWords.contains(folded) && !isSmall(folded)
            let hash = NewsWords.hash(Substring(String(word.lowercased().prefix(stem))), seed)
            found.stems.append(isTold ? hash : 0)
            if articles.contains(word.lowercased()) {
                left = described
            } else if left > 0 {
                if isTold, !found.unnamed.contains(hash) { found.unnamed.append(hash) }
                left = isTold ? left - 1 : 0
            }
        }
        if !hasLower { found.lead = [] }
        return found
    }

    private static func isSmall(_ word: [UInt8]) -> Bool {
        small.contains { $0.isStem ? word.starts(with: $0.bytes) : word == $0.bytes }
    }

    /// AI, and small words of Russian.
    private static let small: [(bytes: [UInt8], isStem: Bool)] = """
        artific* künstlich* kunstmatig* sztuczn* intellig* inteligen* generati* generativ* искусственн* интеллект* нейросет* ИИ
        для при над под или как что это его новый новые law laws act bill
        """.split(whereSeparator: \.isWhitespace).map { word in
            let isStem = word.hasSuffix("*")
            return (NormalText.folded(String(isStem ? word.dropLast() : word)), isStem)
        }

    private static let articles: [String: Set<String>] = [
        "en": ["a", "an"], "de": ["ein", "eine", "einen", "einem", "einer"], "fr": ["un", "une"], "es": ["un", "una"],
        "it": ["un", "uno", "una"], "pt": ["um", "uma"], "nl": ["een"],
    ]

    /// What two titles of one language name each where they are not the same, if they begin with the same words, and most
    /// of their words are common.
    ///
    /// - Parameters:
    ///   - left: The words and the beginnings of the one title.
    ///   - right: Those of the other.
    /// - Returns: The places of the words that say what each is about there; nil where the titles are no such two.
    static func slots(
        _ left: (words: ArraySlice<UInt32>, stems: ArraySlice<UInt32>),
        _ right: (words: ArraySlice<UInt32>, stems: ArraySlice<UInt32>)
    ) -> (left: [Int], right: [Int])? {
        let count = min(left.words.count, right.words.count)
        let head = zip(left.words, right.words).prefix { $0 == $1 }.count
        let tail = zip(left.words.reversed(), right.words.reversed()).prefix(count - head).prefix { $0 == $1 }.count
        guard head >= leastHead, head + tail >= leastSame, (head + tail) * 2 >= count else { return nil }
        let (mine, theirs) = (head..<(left.words.count - tail), head..<(right.words.count - tail))
        let ones = mine.filter { left.stems[left.stems.startIndex + $0] != 0 }
        let others = theirs.filter { right.stems[right.stems.startIndex + $0] != 0 }
        guard !ones.isEmpty, !others.isEmpty else { return nil }
        return (ones, others)
    }

    /// Words that both have at their beginning at least, and in all.
    private static let (leastHead, leastSame) = (2, 3)
}
