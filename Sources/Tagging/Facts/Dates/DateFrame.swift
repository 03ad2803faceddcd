public import Model

/// The sentence that gives a date its legal effect, but for the date: where a publisher says the same of another day,
/// it says when the same thing is now.
public struct DateFrame: Sendable, Hashable {
    private let before: [UInt8]
    private let after: [UInt8]

    /// Bytes of a sentence that are compared on either side of the words that prove the date.
    private static let reach = 600

    /// The sentence around a date; nil where no text states it, or where it is not the only date of these words.
    ///
    /// - Parameters:
    ///   - evidence: Where a text states the date, with the words that give it its effect.
    ///   - language: The text's language.
    public init?(_ evidence: Evidence, language: Language) {
        guard let passage = evidence.passage else { return nil }
        let sentence = Self.sentence(around: passage.words, in: passage.text)
        var text = FactText(Array(passage.text[sentence]))
        text.lowerCase()
        let start = passage.words.lowerBound - sentence.lowerBound
        let words = text.here(start..<start + passage.words.count)
        let dates = DateScanner(text, language: language.primary, isAmerican: true).dates().filter {
            words.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= words.upperBound
        }
        guard dates.count == 1, let date = dates.first else { return nil }
        before = Self.inOneLine(text.lower[..<date.range.lowerBound])
        after = Self.inOneLine(text.lower[date.range.upperBound...])
    }

    private static func inOneLine(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(bytes.split { $0 <= 0x20 }.joined(separator: [0x20]))
    }

    /// From the end of the sentence before to the end of this one.
    private static func sentence(around words: Range<Int>, in text: [UInt8]) -> Range<Int> {
        let first = max(0, words.lowerBound - reach)
        let last = min(text.count, words.upperBound + reach)
        var start = words.lowerBound
        while start > first, !isEnd(start - 1, in: text) { start -= 1 }
        var end = words.upperBound
        while end < last, !isEnd(end, in: text) { end += 1 }
        return start..<end
    }

    /// Whether a sentence ends with a byte: a mark before a space and no small letter, after a year or a word that is
    /// longer than abbreviations are; or the last byte of 。
    private static func isEnd(_ index: Int, in text: [UInt8]) -> Bool {
        switch text[index] {
        case 0x82: return index >= 2 && text[index - 1] == 0x80 && text[index - 2] == 0xE3
        case 0x21, 0x2E, 0x3F:
            guard index + 1 < text.count else { return true }
            guard text[index + 1] <= 0x20 else { return false }
            if let next = text[(index + 1)...].first(where: { $0 > 0x20 }), Bytes.isLower(next) || Bytes.isDigit(next) {
                return false
            }
            let word = text[..<index].reversed().prefix { Bytes.isAlphanumeric($0) || $0 >= 0x80 }
            return word.contains(where: Bytes.isDigit)
                ? word.count == 4 && word.allSatisfy(Bytes.isDigit) : word.count > 4
        default: return false
        }
    }
}
