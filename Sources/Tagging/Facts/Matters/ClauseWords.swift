/// The words of the sentence around a cue, in languages that part words by spaces.
struct ClauseWords {
    /// A word, and the marks beside it.
    struct Word {
        var range: Range<Int>
        /// In lower case.
        var plain: String
        /// Whether it begins with a capital, and whether it has only such letters.
        var isName = false
        var isShort = false
        var hasDigit = false
        /// The first mark behind it, before the next word; nil where only a space stands there.
        var mark: UInt8?
        /// Whether it stands in quotation marks.
        var isQuoted = false
    }

    let text: FactText
    private(set) var words: [Word] = []
    /// Bytes before a cue and behind it that are read at most.
    private static let (reachBefore, reachBehind) = (420, 360)
    /// Letters of an article that is written together with its noun.
    private static let longestArticle = 6

    /// The sentence around a range.
    init(_ text: FactText, around cue: Range<Int>) {
        self.text = text
        var start = cue.lowerBound
        let first = max(0, cue.lowerBound - Self.reachBefore)
        while start > first, !text.endsSentence(at: start - 1) { start -= 1 }
        var end = cue.upperBound
        let last = min(text.count, cue.upperBound + Self.reachBehind)
        while end < last, !text.endsSentence(at: end) { end += 1 }
        read(start..<end)
    }

    private mutating func read(_ sentence: Range<Int>) {
        let bytes = text.lower
        var (index, isQuoted) = (sentence.lowerBound, false)
        while index < sentence.upperBound {
            guard Self.isPart(bytes[index]) else {
                let mark = bytes[index]
                if mark == 0x22 { isQuoted.toggle() }
                if mark != 0x20, let last = words.indices.last, words[last].mark == nil { words[last].mark = mark }
                index += 1
                continue
            }
            let start = index
            while index < sentence.upperBound, Self.isPart(bytes[index]) || isInner(index) { index += 1 }
            add(start..<index, isQuoted)
            // `l'arrêt`, `dell'ordinanza`
            if index < sentence.upperBound, bytes[index] == 0x27 { index += 1 }
        }
    }

    private mutating func add(_ range: Range<Int>, _ isQuoted: Bool) {
        let (lower, cased) = (text.lower[range], text.cased[range])
        guard lower.contains(where: { Bytes.isAlphanumeric($0) || $0 >= 0x80 && $0 != 0xE2 }) else {
            if let last = words.indices.last, words[last].mark == nil { words[last].mark = 0x2D }
            return
        }
        let isName = !cased.prefix(2).elementsEqual(lower.prefix(2))
        let isShort =
            isName && cased.count > 1 && !cased.contains(where: Bytes.isLower) && cased[range.lowerBound] < 0x80
        words.append(
            Word(
                range: range, plain: String(ascii: lower), isName: isName, isShort: isShort,
                hasDigit: lower.contains(where: Bytes.isDigit), isQuoted: isQuoted))
    }

    private static func isPart(_ byte: UInt8) -> Bool { Bytes.isAlphanumeric(byte) || byte >= 0x80 || byte == 0x2D }

    /// Whether a mark belongs to the word around it: `87/2024`, `Judge's`, `n.º`; an elided article ends before its own.
    private func isInner(_ index: Int) -> Bool {
        let bytes = text.lower
        guard index + 1 < bytes.count, Self.isPart(bytes[index + 1]) else { return false }
        switch bytes[index] {
        case 0x2E, 0x2F, 0x3A: return Self.isPart(bytes[index - 1]) && bytes[index] != 0x3A
        case 0x27:
            let next = index + 2 < bytes.count ? bytes[index + 2] : 0x20
            return !Self.isPart(next)
        default: return false
        }
    }
}
