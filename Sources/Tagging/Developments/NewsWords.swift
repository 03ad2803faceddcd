import Model

/// The words of a report, for telling whether another says the same in other words.
///
/// Words of languages without spaces are pairs of neighbouring characters.
struct NewsWords: Sendable {
    /// Words that are read at most: a report says early what it reports.
    private static let most = 64
    /// Words that a title is about at least, so that another with all of them is about the same matter.
    private static let leastObjects = 2

    /// Hashes, which many reports keep, in one array: those of the words, of the title's words, of numbers, of names, of
    /// what the report is about, of its title's subjects, their stems, and how its words are shortened, and of the title's
    /// words in order, their beginnings, and those that describe who is not named.
    private let kept: [UInt32]
    private let ends:
        (
            words: Int32, title: Int32, numbers: Int32, names: Int32, keys: Int32, subjects: Int32, stems: Int32,
            initials: Int32, order: Int32, beginnings: Int32, unnamed: Int32
        )

    /// The words of a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - told: Words of the title that say what kind of paper it is, and what is done, by their places.
    init(_ text: ItemText, besides told: [Range<Int>] = []) {
        let seed = Self.seed(text.language)
        let text = text.language.primary == "ar" ? ArabicWords.bare(text) : text
        var words: [UInt32] = []
        words.reserveCapacity(Self.most)
        func take(_ word: UInt32) -> Bool {
            words.append(word)
            return words.count < Self.most
        }
        Self.eachWhile(in: text.title, seed, take)
        var title = words
        if words.count < Self.most { Self.eachWhile(in: text.summary, seed, take) }
        HashOrder.orderOnce(&words)
        HashOrder.orderOnce(&title)
        var named = NamedWords(seed: seed)
        named.read(text.title, isTitle: true)
        named.read(text.summary, isTitle: false)
        // Every noun of German has a capital.
        let (numbers, names) = (named.numbers, text.language.primary == "de" ? [] : named.names)
        let keys = Self.keys(text, seed)
        let (subjects, frame) = Self.subjects(of: text, seed, besides: told)
        var kept: [UInt32] = []
        let parts = [
            words, title, numbers, names, keys, subjects.words, subjects.stems, subjects.initials, frame.words,
            frame.stems, frame.unnamed, frame.lead,
        ]
        kept.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        let ends = parts.map { part in
            kept += part
            return Int32(kept.count)
        }
        self.ends = (
            ends[0], ends[1], ends[2], ends[3], ends[4], ends[5], ends[6], ends[7], ends[8], ends[9], ends[10]
        )
        self.kept = kept
    }

    /// What the title is about, and its words in order, in languages of which they are known.
    private static func subjects(
        of text: ItemText, _ seed: UInt64, besides told: [Range<Int>]
    ) -> (TitleSubjects.Found, TitleFrame.Found) {
        if EastAsianSubjects.languages.contains(text.language.primary) {
            let words = EastAsianSubjects.told(in: text.title, seed, besides: told)
            return (TitleSubjects.Found(words: words), TitleFrame.Found())
        }
        guard TitleFrame.languages.contains(text.language.primary) else {
            return (TitleSubjects.Found(), TitleFrame.Found())
        }
        let title = TitleWords(text.title, seed)
        return (TitleSubjects.told(in: title, text.language, seed), TitleFrame.told(in: title, text.language))
    }

    /// Hashes of the different words of title and short text, in order.
    var hashes: ArraySlice<UInt32> { kept[..<Int(ends.words)] }
    /// Those of the title's words, in order.
    var title: ArraySlice<UInt32> { kept[Int(ends.words)..<Int(ends.title)] }
    /// Those of the numbers, but for years; outside of titles those of two digits and more.
    private var numbers: ArraySlice<UInt32> { kept[Int(ends.title)..<Int(ends.numbers)] }
    /// Those of the words with a capital within a sentence, and of states of the USA; none in German.
    private var names: ArraySlice<UInt32> { kept[Int(ends.numbers)..<Int(ends.names)] }
    /// Those of what the report is about by its own account.
    private var keys: ArraySlice<UInt32> { kept[Int(ends.names)..<Int(ends.keys)] }
    /// Those of the title's words that say what it is about, in order, in languages whose common words are known.
    private var subjects: ArraySlice<UInt32> { kept[Int(ends.keys)..<Int(ends.subjects)] }
    /// Those of the subjects' first letters.
    private var stems: ArraySlice<UInt32> { kept[Int(ends.subjects)..<Int(ends.stems)] }
    /// Those of what words of the title may be shortened to.
    private var initials: ArraySlice<UInt32> { kept[Int(ends.stems)..<Int(ends.initials)] }
    /// The title's words in order, and their beginnings, in languages whose small words are known.
    private var frame: (words: ArraySlice<UInt32>, stems: ArraySlice<UInt32>) {
        (kept[Int(ends.initials)..<Int(ends.order)], kept[Int(ends.order)..<Int(ends.beginnings)])
    }
    /// The beginnings of words that describe who is not named.
    private var unnamed: ArraySlice<UInt32> { kept[Int(ends.beginnings)..<Int(ends.unnamed)] }
    /// The name in capitals with which the title begins, if it does.
    private var lead: ArraySlice<UInt32> { kept[Int(ends.unnamed)...] }

    /// The share of words that both have, of those that one has.
    func likeness(to other: NewsWords) -> Double {
        let common = Double(Self.count(hashes, other.hashes))
        let all = Double(hashes.count + other.hashes.count) - common
        return all > 0 ? common / all : 0
    }

    /// The same without some words, which say nothing of the two.
    func likeness(to other: NewsWords, without words: Set<UInt32>) -> Double {
        let common = Self.shared(hashes, other.hashes).count { !words.contains($0) }
        let all = hashes.count { !words.contains($0) } + other.hashes.count { !words.contains($0) } - common
        return all > 0 ? Double(common) / Double(all) : 0
    }

    /// The hashes that both have, in order.
    func shared(with other: NewsWords) -> [UInt32] { Self.shared(hashes, other.hashes) }

    /// The hashes that two lists have, which are in order.
    static func shared(_ mine: ArraySlice<UInt32>, _ theirs: ArraySlice<UInt32>) -> [UInt32] {
        var (i, j, common) = (mine.startIndex, theirs.startIndex, [UInt32]())
        while i < mine.endIndex, j < theirs.endIndex {
            let (left, right) = (mine[i], theirs[j])
            if left == right { common.append(left) }
            if left <= right { i += 1 }
            if right <= left { j += 1 }
        }
        return common
    }

    /// How many hashes two lists have in common, which are in order.
    static func count(_ mine: ArraySlice<UInt32>, _ theirs: ArraySlice<UInt32>) -> Int {
        var (i, j, common) = (mine.startIndex, theirs.startIndex, 0)
        while i < mine.endIndex, j < theirs.endIndex {
            let (left, right) = (mine[i], theirs[j])
            common += left == right ? 1 : 0
            i += left <= right ? 1 : 0
            j += right <= left ? 1 : 0
        }
        return common
    }

    /// Whether each tells of a number, or of a name, of which the other says nothing: two fines of one authority are two
    /// events, and so are the suits of two publishers and the sanctions of two courts.
    func contradicts(_ other: NewsWords) -> Bool {
        numbersDiffer(from: other) || namesDiffer(from: other)
    }

    /// Whether each tells of a name of which the other says nothing.
    func namesDiffer(from other: NewsWords) -> Bool {
        lacks(names, other.hashes) && lacks(other.names, hashes)
    }

    /// Whether each is about something of which the other says nothing: sentences that are otherwise alike then tell of
    /// two places, authorities or parties.
    func subjectsDiffer(from other: NewsWords) -> Bool {
        lacks(keys, other.hashes) && lacks(other.keys, hashes)
    }

    /// Whether the titles name each what it is about, in no form of a word that the other's has, and neither text has the
    /// other's words: all that two papers of an authority have in common may be who wrote them, and what they are.
    func objectsDiffer(from other: NewsWords) -> Bool {
        !subjects.isEmpty && !other.subjects.isEmpty && Self.count(stems, other.stems) == 0
            && Self.count(subjects, other.hashes) == 0 && Self.count(other.subjects, hashes) == 0
            && Self.count(initials, other.stems) == 0 && Self.count(other.initials, stems) == 0
    }

    /// Whether the titles say the same of two things: they are mostly the same words, and where they are not each names
    /// something of which the other says nothing.
    func slotsDiffer(from other: NewsWords) -> Bool {
        let (mine, theirs) = (frame, other.frame)
        guard let slots = TitleFrame.slots(mine, theirs) else { return false }
        let (ones, others) = (Self.at(slots.left, mine.stems), Self.at(slots.right, theirs.stems))
        return Set(ones).isDisjoint(with: theirs.stems) && Set(others).isDisjoint(with: mine.stems)
            && !Self.at(slots.left, mine.words).contains(where: other.hashes.contains)
            && !Self.at(slots.right, theirs.words).contains(where: hashes.contains)
            && !ones.contains(where: other.initials.contains) && !others.contains(where: initials.contains)
    }

    private static func at(_ places: [Int], _ hashes: ArraySlice<UInt32>) -> [UInt32] {
        places.map { hashes[hashes.startIndex + $0] }
    }

    /// Whether each title describes who is not named, and in other words.
    func unnamedDiffer(from other: NewsWords) -> Bool {
        let (mine, theirs) = (frame.stems, other.frame.stems)
        return !unnamed.isEmpty && !other.unnamed.isEmpty && !unnamed.contains(where: theirs.contains)
            && !other.unnamed.contains(where: mine.contains)
    }

    /// Whether the titles have pairs of characters in common that say what they are about, and a good share of them.
    func sharesCharacters(with other: NewsWords) -> Bool {
        guard stems.isEmpty, other.stems.isEmpty else { return false }
        let count = Self.count(subjects, other.subjects)
        return count >= Self.leastPairs && count * 3 >= min(subjects.count, other.subjects.count)
    }

    /// Whether what the titles are about has a pair of characters in common with the other report, in languages whose titles
    /// have no capitals; of titles that are about nothing most is the same.
    func mayShareCharacters(with other: NewsWords) -> Bool {
        if subjects.isEmpty, other.subjects.isEmpty {
            return Self.count(title, other.title) * 2 >= min(title.count, other.title.count)
        }
        return Self.count(subjects, other.hashes) + Self.count(other.subjects, hashes) > 0
    }

    /// Pairs of characters that say that two titles are about one matter, at least.
    private static let leastPairs = 3

    /// Whether two titles begin each with the name of another body in capitals, and are the same in most of the rest.
    func actorsDiffer(from other: NewsWords) -> Bool {
        guard let mine = lead.first, let theirs = other.lead.first, mine != theirs else { return false }
        return !other.hashes.contains(mine) && !hashes.contains(theirs)
    }

    /// Whether the title names all that the other's is about, by some words.
    func isOfSameObjects(as other: NewsWords) -> Bool {
        other.stems.count >= Self.leastObjects && Self.count(stems, other.stems) == other.stems.count
    }

    /// Whether each tells of a number of which the other says nothing.
    func numbersDiffer(from other: NewsWords) -> Bool {
        lacks(numbers, other.numbers) && lacks(other.numbers, numbers)
    }

    private func lacks(_ wanted: ArraySlice<UInt32>, _ there: ArraySlice<UInt32>) -> Bool {
        wanted.contains { !there.contains($0) }
    }

    /// Words of a text by their hashes, as people read them: in the text's order, some at most.
    static func spelt(_ wanted: Set<UInt32>, in text: ItemText, most: Int) -> [String] {
        let seed = seed(text.language)
        var found: [String] = []
        for part in [text.title, text.summary] {
            for word in part.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
                var hashes: [UInt32] = []
                each(in: String(word), seed) { hashes.append($0) }
                let isShared = !hashes.isEmpty && hashes.filter(wanted.contains).count * 2 > hashes.count
                if isShared, !found.contains(where: { $0.lowercased() == word.lowercased() }) {
                    found.append(String(word))
                    if found.count == most { return found }
                }
            }
        }
        return found
    }

    /// The hashes of some words in a language.
    static func hashes(of words: some Sequence<String>, in language: Language) -> Set<UInt32> {
        let seed = seed(language)
        var hashes: Set<UInt32> = []
        for text in words { each(in: text, seed) { hashes.insert($0) } }
        return hashes
    }

    /// Words of two languages are different ones.
    static func seed(_ language: Language) -> UInt64 {
        language.primary.utf8.reduce(WordHashes.start) { WordHashes.step($0, UInt64($1)) }
    }

    static func hash(_ word: Substring, _ seed: UInt64) -> UInt32 {
        var last: UInt32 = 0
        each(in: String(word), seed) { last = $0 }
        return last
    }

    /// The hashes of the words of some texts in a language.
    static func hashes(of texts: some Sequence<String>, _ language: Language) -> Set<UInt32> {
        let seed = seed(language)
        var hashes: Set<UInt32> = []
        for text in texts { each(in: text, seed) { hashes.insert($0) } }
        return hashes
    }

    /// Tells the hash of each word, and of each pair of neighbouring East Asian characters.
    @inline(__always)
    private static func each(in text: String, _ seed: UInt64, _ tell: (UInt32) -> Void) {
        eachWhile(in: text, seed) {
            tell($0)
            return true
        }
    }

    /// The same, until no more is wanted.
    @inline(__always)
    private static func eachWhile(in text: String, _ seed: UInt64, _ tell: (UInt32) -> Bool) {
        var before: UInt64?
        WordHashes.eachWhile(in: text) { hash, isCharacter in
            let unit = isCharacter ? before.map { WordHashes.step($0, hash) } : hash
            before = isCharacter ? hash : nil
            return unit.map { tell(mixed($0, seed)) } ?? true
        }
    }

    /// The hash of a word or of a pair of characters in a language.
    @inline(__always)
    static func mixed(_ unit: UInt64, _ seed: UInt64) -> UInt32 {
        let mixed = (unit ^ seed ^ (unit >> 33)) &* 0xff51_afd7_ed55_8ccd
        return UInt32(truncatingIfNeeded: mixed ^ (mixed >> 33))
    }
}
