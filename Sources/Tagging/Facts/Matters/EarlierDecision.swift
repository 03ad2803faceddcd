import Model

/// Decisions that a text only points back to, or tells by whose they are, right beside words of a treatment: `vacated the
/// district court's order`, `撤销一审判决`. They have nothing by which they are followed: what was done to them is told
/// with their words, and links nothing.
struct EarlierDecision {
    let text: FactText
    private let grammar: DecisionGrammar

    /// What a decision of a court is called of which a text only says that it is the earlier one, in all languages alike.
    static let below = "the judgment below"
    /// Words between a cue and what the decision is called, before it and behind, and words behind that which tell whose it
    /// is.
    private static let (mostAhead, mostBehind, mostOfOwner) = (9, 9, 8)
    /// Bytes of an aside between a decision and what happened to it.
    private static let longestAside = 160

    /// Nil for languages that are not read so.
    init?(_ text: FactText, language: Language) {
        guard let grammar = DecisionGrammar.of(language.primary) else { return nil }
        (self.text, self.grammar) = (text, grammar)
    }

    /// A word and whether a mark stands behind it at which a clause ends.
    private struct Word {
        var range: Range<Int>
        var isLast: Bool
    }

    /// What a decision is called, with the words that tell whose it is.
    struct Found {
        let value: String
        let range: Range<Int>
    }

    /// The decision that stands behind a cue.
    func behind(_ cue: Range<Int>) -> Found? {
        guard cue.upperBound < text.count, text.lower[cue.upperBound] == 0x20 else { return nil }
        var (index, start) = (cue.upperBound, Int?.none)
        for _ in 0..<Self.mostAhead {
            guard let word = next(index) else { return nil }
            if let head = head(word) { return found(from: start ?? head.lowerBound, head, isLast: word.isLast) }
            guard !word.isLast else { return nil }
            if isAttribute(word.range) {
                start = start ?? word.range.lowerBound
            } else if start != nil && !grammar.isPossessed || !grammar.isFiller(bare(word.range))
                || Self.ofOneself.contains(bare(word.range))
                || grammar.isPossessed && Self.indefinite.contains(bare(word.range))
            {
                return nil
            }
            index = word.range.upperBound
        }
        return nil
    }

    /// What makes a decision that of whoever changes it.
    private static let ofOneself: Set<String> = [
        "its", "their", "his", "her", "our", "my", "seine", "seinen", "ihre", "ihren", "unsere", "sa", "son", "ses",
        "leur",
        "su", "sus", "sua", "suo", "seu", "zijn", "haar", "swoj", "swoją", "своё", "свое",
    ]
    /// What stands before one decision of many.
    private static let indefinite: Set<String> = ["a", "an", "any", "no"]

    /// The decision that stands before a cue.
    func before(_ cue: Range<Int>) -> Found? {
        var index = cue.lowerBound
        if index > 1, text.lower[index - 1] == 0x20, text.lower[index - 2] == 0x2C {
            guard let aside = aside(endingAt: index - 2) else { return nil }
            index = aside
        }
        let end = index
        for _ in 0..<Self.mostBehind {
            guard let word = previous(index) else { return nil }
            if let head = head(word) {
                guard !isGoverned(head.lowerBound) else { return nil }
                let found = found(from: attributes(before: head.lowerBound), head, isLast: word.isLast, before: end)
                return found.flatMap { areFillers($0.range.upperBound..<end) ? $0 : nil }
            }
            guard grammar.isFiller(bare(word.range)) || isName(word.range) || hasDigit(word.range) else { return nil }
            index = word.range.lowerBound
        }
        return nil
    }

    /// Whether only words stand in a range that may do so between a decision and what happened to it.
    private func areFillers(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, let word = next(index), word.range.upperBound <= range.upperBound {
            guard grammar.isFiller(bare(word.range)), !isName(word.range) else { return false }
            index = word.range.upperBound
        }
        return true
    }

    /// The decision within a cue of several words: `hebt das Urteil auf`.
    func within(_ cue: Range<Int>) -> Found? {
        var index = cue.lowerBound
        while let word = next(index, isFirst: index == cue.lowerBound), word.range.upperBound <= cue.upperBound {
            if let head = head(word), !isGoverned(head.lowerBound) {
                return found(from: head.lowerBound, head, isLast: word.isLast, before: cue.upperBound)
            }
            index = word.range.upperBound
        }
        return nil
    }

    /// A decision with the words that tell whose it is, which end before `limit`: in headlines a verb may have a capital.
    private func found(from start: Int, _ head: Range<Int>, isLast: Bool, before limit: Int? = nil) -> Found? {
        guard head.upperBound <= limit ?? text.count else { return nil }
        let isOfCourt = grammar.isOfCourt(lower(head))
        let owner = isLast ? nil : owner(behind: head.upperBound, before: limit ?? text.count)
        let end = owner ?? head.upperBound
        let whole = text.withWholeDay(start..<end)
        let range = whole.upperBound <= limit ?? text.count ? whole : start..<end
        if isOfCourt, range == head { return Found(value: Self.below, range: range) }
        return Found(value: text.text(range), range: range)
    }

    /// Where the words end that tell whose a decision is, or how much a fine is: `of the Board`, `de 950.000 euros`.
    private func owner(behind head: Int, before limit: Int) -> Int? {
        var (index, end) = (head, Int?.none)
        for _ in 0..<Self.mostOfOwner {
            guard let word = next(index), word.range.upperBound <= limit else { return end }
            let plain = bare(word.range)
            if isName(word.range) || hasDigit(word.range) || Self.amounts.contains(plain) {
                end = word.range.upperBound
            } else if !grammar.joints.contains(plain) {
                return end
            }
            if word.isLast { return end }
            index = word.range.upperBound
        }
        return end
    }

    /// What follows the sum of a fine.
    static let amounts: Set<String> = [
        "euro", "euros", "eur", "million", "millions", "millones", "milioni", "milhões", "mil", "millionen", "mln",
        "dollars", "reais", "tys", "zł", "pounds",
    ]

    /// Where the attributes begin that stand before what a decision is called: `the 4th Circuit's 2024 judgment`.
    private func attributes(before head: Int) -> Int {
        guard grammar.isPossessed else { return head }
        var (start, index) = (head, head)
        for _ in 0..<Self.mostAhead {
            guard let word = previous(index) else { return start }
            let plain = bare(word.range)
            if isAttribute(word.range), plain != "the" {
                start = word.range.lowerBound
            } else if plain != "the" || !isPossession(start..<head) {
                return start
            }
            index = word.range.lowerBound
        }
        return start
    }

    private func isPossession(_ range: Range<Int>) -> Bool { text.lower[range].contains(0x27) }

    /// Whether a preposition stands before what a decision is called, which is then not what a verb behind speaks of.
    private func isGoverned(_ head: Int) -> Bool {
        var index = attributes(before: head)
        if index > 0, text.lower[index - 1] == 0x27 {
            index = (text.lower[..<index].lastIndex(of: 0x20) ?? -1) + 1
        }
        while let word = previous(index) {
            let plain = bare(word.range)
            if DecisionGrammar.prepositions.contains(plain) { return true }
            guard DecisionGrammar.articles.contains(plain) || isAttribute(word.range) else { return false }
            index = word.range.lowerBound
        }
        return false
    }

    /// Where an aside begins that ends at an offset: `, which …,`.
    private func aside(endingAt end: Int) -> Int? {
        let gap = text.lower[max(0, end - Self.longestAside)..<end]
        guard let comma = gap.lastIndex(of: 0x2C), !text.endsSentence(in: comma..<end),
            Self.relatives.contains(where: { text.lower[comma...].starts(with: $0) })
        else { return nil }
        return comma
    }

    private static let relatives = [
        ", which ", ", that ", ", die ", ", das ", ", der ", ", qui ", ", que ", ", che ", ", która ", ", który ",
        ", которое ", ", который ", ", waarin ", ", dat ",
    ].map { Array($0.utf8) }

    // MARK: Words

    /// What a decision is called at a word, which may have an article before an apostrophe.
    private func head(_ word: Word) -> Range<Int>? {
        let start = elided(word.range)
        guard let head = grammar.head(text.lower[start...]) else { return nil }
        let end = start + head
        guard end == text.count || end == word.range.upperBound || head > word.range.upperBound - start else {
            return nil
        }
        return start..<end
    }

    /// Where a word begins behind an article before an apostrophe: `l'arrêt`.
    private func elided(_ word: Range<Int>) -> Int {
        guard let mark = text.lower[word].prefix(6).firstIndex(of: 0x27), word.upperBound - mark > 3 else {
            return word.lowerBound
        }
        return mark + 1
    }

    /// Whether a word tells a decision from others, where that stands before it: a name, whose it is, a year, or which
    /// instance's it is.
    private func isAttribute(_ word: Range<Int>) -> Bool {
        guard grammar.isPossessed else { return false }
        let plain = bare(word)
        guard plain != "both", !DecisionGrammar.articles.contains(plain) else { return false }
        return isName(word) || hasDigit(word) || text.lower[word].suffix(2).elementsEqual("'s".utf8)
            || text.lower[word].last == 0x27 || DecisionGrammar.attributes.contains(plain)
    }

    private func isName(_ word: Range<Int>) -> Bool {
        text.cased[word].elementsEqual(text.lower[word]) == false
    }

    private func hasDigit(_ word: Range<Int>) -> Bool { text.lower[word].contains(where: Bytes.isDigit) }

    private func lower(_ range: Range<Int>) -> String { String(ascii: text.lower[range]) }

    /// A word in lower case without its elided article, or the article where nothing else stands.
    private func bare(_ word: Range<Int>) -> String { lower(elided(word)..<word.upperBound) }

    private static let marks = Set(",.;:!?)(\"".utf8)

    /// The next word behind a space, or at an offset.
    private func next(_ index: Int, isFirst: Bool = false) -> Word? {
        var start = index
        if !isFirst {
            guard index < text.count, text.lower[index] == 0x20 else { return nil }
            start = text.lower[index...].firstIndex { $0 != 0x20 } ?? text.count
        }
        guard start < text.count else { return nil }
        let end = text.lower[start...].firstIndex(of: 0x20) ?? text.count
        return word(start..<end)
    }

    /// The word that ends before a space, or before the comma of an aside, with no mark between.
    private func previous(_ index: Int) -> Word? {
        var end = index
        while end > 0, text.lower[end - 1] == 0x20 { end -= 1 }
        guard end > 0, end < index || index < text.count && text.lower[index] == 0x2C else { return nil }
        let word = word(((text.lower[..<end].lastIndex(of: 0x20) ?? -1) + 1)..<end)
        return word?.isLast ?? true ? nil : word
    }

    private func word(_ range: Range<Int>) -> Word? {
        guard !Self.marks.contains(text.lower[range.lowerBound]) else { return nil }
        var end = range.upperBound
        while end > range.lowerBound, Self.marks.contains(text.lower[end - 1]) { end -= 1 }
        return end > range.lowerBound ? Word(range: range.lowerBound..<end, isLast: end < range.upperBound) : nil
    }
}
