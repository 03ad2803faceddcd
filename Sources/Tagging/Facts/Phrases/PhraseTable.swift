/// Finds phrases in one pass over a text: a filter on two bytes, then a hash of two or four, then a comparison.
struct PhraseTable: Sendable {
    private let phrases: [Phrase]
    /// For each pair of bytes: 1 where a phrase begins with them, 2 where one may do so within a word.
    private let filter: [UInt8]
    /// Slot by hash to the range of `order` that has its phrases, longer ones first.
    private let slots: [Range<Int32>]
    private let order: [Int32]

    /// A table of phrases.
    init(_ phrases: [Phrase]) {
        self.phrases = phrases
        var filter = [UInt8](repeating: 0, count: 1 << 16)
        var buckets: [Int: [Int32]] = [:]
        for (index, phrase) in phrases.enumerated() {
            for key in Self.keys(phrase) {
                filter[key] |= phrase.isOpenBefore ? 3 : 1
                let slot = phrase.bytes.count >= 4 ? Self.slot(phrase.bytes.lowercasedASCII, 0) : Self.shortSlot(key)
                if buckets[slot]?.last != Int32(index) { buckets[slot, default: []].append(Int32(index)) }
            }
        }
        var slots = [Range<Int32>](repeating: 0..<0, count: 1 << 16)
        var order: [Int32] = []
        for (slot, bucket) in buckets {
            let start = Int32(order.count)
            order += bucket.sorted { phrases[Int($0)].bytes.count > phrases[Int($1)].bytes.count }
            slots[slot] = start..<Int32(order.count)
        }
        self.filter = filter
        self.slots = slots
        self.order = order
    }

    /// Calls back for every phrase in the text, by place and then from the longest to the shortest.
    func scan(_ text: FactText, _ found: (PhraseHit) -> Void) {
        let lower = text.lower
        guard lower.count >= 2 else { return }
        for index in 0..<(lower.count - 1) {
            let pair = Int(lower[index]) << 8 | Int(lower[index + 1])
            let flags = filter[pair]
            guard flags != 0, flags & 2 != 0 || Bytes.wordBegins(lower, at: index) else { continue }
            if index + 4 <= lower.count { compare(text, index, Self.slot(lower, index), found) }
            compare(text, index, Self.shortSlot(pair), found)
        }
    }

    private func compare(_ text: FactText, _ index: Int, _ slot: Int, _ found: (PhraseHit) -> Void) {
        for place in slots[slot] {
            let phrase = phrases[Int(order[Int(place)])]
            let end = index + phrase.bytes.count
            guard end <= text.count, matches(phrase, text, index),
                let last = phrase.tail.isEmpty ? end : tailEnd(of: phrase, text, after: end)
            else { continue }
            found(PhraseHit(rule: phrase.rule, range: index..<last))
        }
    }

    /// Where the phrase's tail ends that follows in the same sentence; nil where none does.
    private func tailEnd(of phrase: Phrase, _ text: FactText, after end: Int) -> Int? {
        let bytes = phrase.isExact ? text.cased : text.lower
        let limit = min(bytes.count, end + Phrase.reach + phrase.tail.count)
        var index = end
        while index + phrase.tail.count <= limit {
            if Self.endsSentence(bytes, index) { return nil }
            let last = index + phrase.tail.count
            if bytes[index] == phrase.tail[0], bytes[index..<last].elementsEqual(phrase.tail),
                Bytes.wordBegins(bytes, at: index) || !Bytes.isWordLead(bytes[index]),
                !Bytes.wordEnds(bytes, at: last) || !Bytes.wordGoesOn(bytes, at: last)
            {
                return last
            }
            index += 1
        }
        return nil
    }

    /// Whether `!`, `;`, `?` or `。` stands at an offset; a full stop may belong to a date or an abbreviation.
    private static func endsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
        switch bytes[index] {
        case 0x21, 0x3B, 0x3F: true
        case 0xE3: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
        default: false
        }
    }

    private func matches(_ phrase: Phrase, _ text: FactText, _ index: Int) -> Bool {
        let bytes = phrase.isExact ? text.cased : text.lower
        for (offset, byte) in phrase.bytes.enumerated() where bytes[index + offset] != byte { return false }
        let end = index + phrase.bytes.count
        if !phrase.isOpenAfter, Bytes.wordEnds(bytes, at: end), Bytes.wordGoesOn(bytes, at: end) { return false }
        return phrase.isOpenBefore || Bytes.wordBegins(bytes, at: index) || !Bytes.isWordLead(bytes[index])
    }

    /// The pairs of bytes that the phrase can begin with in lower-case text.
    private static func keys(_ phrase: Phrase) -> [Int] {
        let lower = phrase.bytes.lowercasedASCII
        return [Int(lower[0]) << 8 | Int(lower[1])]
    }

    private static func slot(_ bytes: [UInt8], _ index: Int) -> Int {
        let key =
            UInt32(bytes[index]) << 24 | UInt32(bytes[index + 1]) << 16 | UInt32(bytes[index + 2]) << 8
            | UInt32(bytes[index + 3])
        return Int((key &* 2_654_435_761) >> 16)
    }

    private static func shortSlot(_ pair: Int) -> Int { Int((UInt32(pair) &* 2_246_822_519) >> 16) }
}

extension [UInt8] {
    /// The bytes with those changes of case that keep the length.
    fileprivate var lowercasedASCII: [UInt8] { FactFolding.lowered(self) }
}
