/// Words that several phrases of a table share, which name them in braces: `court*{decides}`.
final class WordList: Sendable {
    /// The folded words.
    private let words: Set<ArraySlice<UInt8>>
    /// The bytes by which they begin.
    private let beginnings: Set<UInt8>
    /// Bytes of the longest.
    private let longest: Int

    /// Bytes that may stand between what names the list and one of its words: those of a court's name.
    private static let reach = 40

    /// A list of folded words.
    init(_ words: [[UInt8]]) {
        self.words = Set(words.map { $0[...] })
        beginnings = Set(words.compactMap(\.first))
        longest = words.map(\.count).max() ?? 0
    }

    /// Where the first of the words ends that stands a little later in the same sentence, the longest of those that begin
    /// there; nil where none does.
    func end(in text: NormalText, after start: Int) -> Int? {
        let limit = min(text.bytes.count, start + Self.reach)
        var index = start
        while index < limit, !Phrase.endsSentence(text.bytes, index) {
            if beginnings.contains(text.bytes[index]), text.isBoundary(index), let end = end(in: text, at: index) {
                return end
            }
            index += 1
        }
        return nil
    }

    private func end(in text: NormalText, at start: Int) -> Int? {
        let ends = (start + 1)..<(min(text.bytes.count, start + longest) + 1)
        return ends.last { text.isBoundary($0) && words.contains(text.bytes[start..<$0]) }
    }
}
