import Model

/// A title's words in order, by which two titles of one sentence are told that name each something else in one place of it.
enum TitleFrame {
    /// Languages of which the words that say nothing are known.
    static let languages: Set<String> = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru"]
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

    static func told(in title: TitleWords, _ language: Language) -> Found {
        var found = Found()
        guard languages.contains(language.primary) else { return found }
        let articles = articles[language.primary] ?? []
        var (left, hasLower) = (0, false)
        found.words.reserveCapacity(min(title.words.count, most))
        found.stems.reserveCapacity(min(title.words.count, most))
        for word in title.words.prefix(most) {
            if found.words.isEmpty, word.isUpper, word.count >= least { found.lead = [word.hash] }
            hasLower = hasLower || word.hasLower
            found.words.append(word.hash)
            let folded = title.folded(word)
            let isTold = word.count >= least && !word.isSmall && !isSmall(folded)
            let hash = isTold ? title.stem(word, stem) : 0
            found.stems.append(hash)
            // No article has a letter beyond ASCII.
            if word.isASCII, articles.contains(where: folded.elementsEqual) {
                left = described
            } else if left > 0 {
                if isTold, !found.unnamed.contains(hash) { found.unnamed.append(hash) }
                left = isTold ? left - 1 : 0
            }
        }
        if !hasLower { found.lead = [] }
        return found
    }

    private static func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return false }
        return small[Int(first)].contains { $0.isStem ? word.starts(with: $0.bytes) : word.elementsEqual($0.bytes) }
    }

    /// AI, and small words of Russian, by their first byte.
    private static let small: [[(bytes: [UInt8], isStem: Bool)]] = {
        var small = [[(bytes: [UInt8], isStem: Bool)]](repeating: [], count: 256)
        for word in smallWords.split(whereSeparator: \.isWhitespace) {
            let isStem = word.hasSuffix("*")
            let bytes = NormalText.folded(String(isStem ? word.dropLast() : word))
            small[Int(bytes[0])].append((bytes, isStem))
        }
        return small
    }()

    private static let smallWords = """
        artific* künstlich* kunstmatig* sztuczn* intellig* inteligen* generati* generativ* искусственн* интеллект* нейросет* ИИ
        для при над под или как что это его новый новые law laws act bill
        """

    private static let articles: [String: [[UInt8]]] = [
        "en": ["a", "an"], "de": ["ein", "eine", "einen", "einem", "einer"], "fr": ["un", "une"], "es": ["un", "una"],
        "it": ["un", "uno", "una"], "pt": ["um", "uma"], "nl": ["een"],
    ].mapValues { $0.map { Array($0.utf8) } }

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
