/// Words that several phrases of a table share, which name them in braces: `court*{decides}`.
final class WordList: Sendable {
    /// The folded words in order of their first bytes, the longest of each first.
    private let words: [[UInt8]]
    /// For each byte the first of the words that begin by it; the last number is that of all words.
    private let beginnings: [Int32]
    /// For each byte whether a word begins by it or a sentence may end.
    private let isStop: [Bool]

    /// Bytes that may stand between what names the list and one of its words: those of a court's name.
    private static let reach = 40

    /// A list of folded words.
    init(_ words: [[UInt8]]) {
        let words = words.filter { !$0.isEmpty }.sorted { ($0[0], $1.count) < ($1[0], $0.count) }
        var counts = [Int32](repeating: 0, count: 257)
        for word in words { counts[Int(word[0]) + 1] += 1 }
        for index in 1..<257 { counts[index] += counts[index - 1] }
        self.words = words
        beginnings = counts
        isStop = (0..<256).map { counts[$0] < counts[$0 + 1] || Phrase.mayEndSentence(UInt8($0)) }
    }

    /// Where the first of the words ends that stands a little later in the same sentence, the longest of those that begin
    /// there; nil where none does.
    func end(in text: NormalText, after start: Int) -> Int? {
        let classes = WordClass.table
        let limit = min(text.bytes.count, start + Self.reach)
        var (index, previous) = (start, WordClass.gap)
        while index < limit {
            let byte = text.bytes[index]
            let kind = classes[Int(byte)]
            // Within a word no other begins and no sentence ends.
            if kind != WordClass.word || previous != WordClass.word, isStop[Int(byte)] {
                if Phrase.endsSentence(text.bytes, index) { return nil }
                if text.isBoundary(index), let end = end(in: text, at: index) { return end }
            }
            if kind != WordClass.continuation { previous = kind }
            index += 1
        }
        return nil
    }

    private func end(in text: NormalText, at start: Int) -> Int? {
        let byte = Int(text.bytes[start])
        for number in Int(beginnings[byte])..<Int(beginnings[byte + 1]) {
            let end = start + words[number].count
            if end <= text.bytes.count, text.holds(words[number], at: start), text.isBoundary(end) { return end }
        }
        return nil
    }
}
