/// Words that several phrases of a table share, which name them in braces: `court*{decides}`.
final class WordList: Sendable {
    /// The folded words in order of their first bytes, the longest of each first.
    private let words: [[UInt8]]
    /// For each byte the first of the words that begin by it; the last number is that of all words.
    private let beginnings: [Int32]

    /// Bytes that may stand between what names the list and one of its words: those of a court's name.
    private static let reach = 40

    /// A list of folded words.
    init(_ words: [[UInt8]]) {
        let words = words.filter { !$0.isEmpty }.sorted { ($0[0], $1.count) < ($1[0], $0.count) }
        var counts = [Int32](repeating: 0, count: 257)
        for word in words { counts[Int(word[0]) + 1] += 1 }
        for index in 1..<257 { counts[index] += counts[index - 1] }
        self.words = words
        self.beginnings = counts
    }

    /// Where the first of the words ends that stands a little later in the same sentence, the longest of those that begin
    /// there; nil where none does.
    func end(in text: NormalText, after start: Int) -> Int? {
        let limit = min(text.bytes.count, start + Self.reach)
        var index = start
        while index < limit, !Phrase.endsSentence(text.bytes, index) {
            let byte = Int(text.bytes[index])
            if beginnings[byte] < beginnings[byte + 1], text.isBoundary(index), let end = end(in: text, at: index) {
                return end
            }
            index += 1
        }
        return nil
    }

    private func end(in text: NormalText, at start: Int) -> Int? {
        let byte = Int(text.bytes[start])
        let rest = text.bytes[start...]
        let word = words[Int(beginnings[byte])..<Int(beginnings[byte + 1])].first {
            rest.starts(with: $0) && text.isBoundary(start + $0.count)
        }
        return word.map { start + $0.count }
    }
}
