/// What has to follow a phrase a little later in the same sentence, one after the other, like the `klage` and the `zurück`
/// of `weist … Klage … zurück`.
struct PhraseTail: Sendable {
    /// The folded words.
    let words: [[UInt8]]
    /// Whether a word may go on after the last of them.
    let isOpen: Bool
    /// The words of which one has to follow at last, as in `judge*{decides}`; nil for most.
    let last: WordList?

    /// Bytes that may stand between the phrase and its tail, and between two words of it.
    private static let reach = 80

    /// Where the tail ends that follows in the same sentence; nil where it does not.
    func end(in text: NormalText, after end: Int) -> Int? {
        var end = end
        for number in words.indices {
            let isOpen = isOpen && number == words.count - 1
            guard let next = Self.end(of: words[number], isOpen, in: text, after: end) else { return nil }
            end = next
        }
        return last.map { $0.end(in: text, after: end) } ?? end
    }

    private static func end(of word: [UInt8], _ isOpen: Bool, in text: NormalText, after end: Int) -> Int? {
        guard let first = word.first else { return end }
        let limit = min(text.bytes.count, end + reach + word.count)
        var index = end
        while index + word.count <= limit, !Phrase.endsSentence(text.bytes, index) {
            if text.bytes[index] == first, text.holds(word, at: index), text.isBoundary(index) {
                var last = index + word.count
                if isOpen || text.isBoundary(last) {
                    // To the end of the word, by whole characters.
                    while isOpen, last < text.bytes.count, !text.isBoundary(last) {
                        repeat { last += 1 } while last < text.bytes.count && text.bytes[last] & 0xC0 == 0x80
                    }
                    return last
                }
            }
            index += 1
        }
        return nil
    }
}

extension PhraseTail: Equatable {
    static func == (left: PhraseTail, right: PhraseTail) -> Bool { left.isOpen == right.isOpen && left.isLike(right) }

    /// Whether the same words follow, whether or not the last may go on.
    func isLike(_ other: PhraseTail) -> Bool { words == other.words && last === other.last }
}

extension NormalText {
    /// Whether bytes stand at a position, which leaves room for them.
    func holds(_ word: [UInt8], at position: Int) -> Bool {
        for offset in word.indices where bytes[position + offset] != word[offset] { return false }
        return true
    }
}
