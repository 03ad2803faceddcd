/// What a sentence only asks, supposes or recommends, though its verb says that something is done: `Should the judgment be
/// reversed?`, `If the court overruled it`, `The Advocate General recommends that it be set aside`.
struct Suppositions {
    private let text: FactText
    private let citations: [CitationScanner.Hit]
    private let anywhere: [PhraseHit]
    private let heads: [PhraseHit]
    private let advice: [PhraseHit]
    private let turns: [PhraseHit]
    private let askedFor: [PhraseHit]
    private let asks: Bool
    /// Bytes of a sentence before a verb that are looked at, of a word, and between a comma and the citation that it parts
    /// from a name.
    private static let (reach, longest, beside) = (400, 40, 8)

    /// What a field supposes.
    ///
    /// - Parameters:
    ///   - field: The field.
    ///   - kind: The negations of a value, in order.
    init(_ field: ReadField, _ kind: (String) -> [PhraseHit]) {
        text = field.text
        citations = field.citations
        (anywhere, heads, advice) = (kind("supposed"), kind("supposed-first"), kind("advised"))
        (turns, askedFor) = (kind("turn"), kind("asked"))
        asks = text.cased.contains(0x3F)
    }

    /// Whether the sentence of a verb does not say that it is so.
    func hold(_ cue: Range<Int>) -> Bool {
        isSupposed(cue, by: anywhere) || isSupposed(cue, by: heads.filter(isAtHead)) || isAdvised(cue) || isAsked(cue)
    }

    private func isSupposed(_ cue: Range<Int>, by words: [PhraseHit]) -> Bool {
        words.around(cue, reach: Self.reach).contains {
            $0.range.upperBound <= cue.lowerBound && isOneClause($0.range.upperBound..<cue.lowerBound)
        }
    }

    private func isAdvised(_ cue: Range<Int>) -> Bool {
        advice.around(cue, reach: Self.reach).contains {
            guard $0.range.upperBound <= cue.lowerBound else { return false }
            let gap = $0.range.upperBound..<cue.lowerBound
            return !text.endsSentence(in: gap)
                && !turns.around(gap, reach: 1).contains { gap.contains($0.range.lowerBound) }
        }
    }

    /// Whether a question asks for it. One that asks what follows from it, or why, takes it for granted.
    private func isAsked(_ cue: Range<Int>) -> Bool {
        guard asks else { return false }
        let sentence = text.sentence(around: cue)
        guard sentence.upperBound < text.count, text.cased[sentence.upperBound] == 0x3F else { return false }
        let behind = cue.upperBound..<sentence.upperBound
        return !behind.contains(where: isBreak)
            && !askedFor.contains { sentence.contains($0.range.lowerBound) }
    }

    /// Whether a colon or a dash stands at an offset, behind which something else begins.
    private func isBreak(_ index: Int) -> Bool {
        switch text.cased[index] {
        case 0x3A: true
        case 0x2D: text.cased[index - 1] == 0x20
        case 0xE2:
            index + 2 < text.count && text.cased[index + 1] == 0x80 && [0x93, 0x94].contains(text.cased[index + 2])
        default: false
        }
    }

    /// Whether nothing but a mark, or nothing at all, stands before a word.
    private func isAtHead(_ word: PhraseHit) -> Bool {
        let ahead = text.cased[..<word.range.lowerBound].dropLast(while: { [0x20, 0x22, 0x28].contains($0) })
        guard let last = ahead.last else { return true }
        return [0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x21, 0x3F].contains(last)
            || ahead.suffix(3).elementsEqual("–".utf8) || ahead.suffix(3).elementsEqual("—".utf8)
            || ahead.suffix(2).elementsEqual("¿".utf8)
    }

    /// Whether no clause ends in a range: commas stand beside citations only.
    private func isOneClause(_ gap: Range<Int>) -> Bool {
        !gap.contains { index in
            guard text.cased[index] == 0x2C else { return text.endsSentence(at: index) }
            return !citations.map(\.range).around(index..<index, reach: Self.beside).contains {
                $0.upperBound == index || $0.lowerBound > index
            }
        }
    }
}

extension ArraySlice where Element == UInt8 {
    fileprivate func dropLast(while isDropped: (UInt8) -> Bool) -> ArraySlice {
        self[..<(lastIndex { !isDropped($0) }.map { $0 + 1 } ?? startIndex)]
    }
}
