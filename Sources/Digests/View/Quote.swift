/// A passage of an item with the words in it that matched: what several reasons found in one passage is quoted once.
struct Quote: Equatable {
    /// A stretch of the passage.
    struct Piece: Equatable {
        let text: String
        /// Whether these are words that matched.
        let isMarked: Bool
    }

    /// Passages that a question shows at most.
    private static let most = 3

    private let passage: [UInt8]
    private var marks: [Range<Int>]

    private init(_ match: MatchedWords) {
        let (context, words) = (Array(match.context.utf8), Array(match.words.utf8))
        // Where the words do not stand in their surroundings, they stand alone.
        let found = Quote.first(words, in: context)
        passage = found == nil ? words : context
        marks = [found ?? 0..<words.count]
    }

    /// The passages of some matches, in their order.
    static func quotes(of matches: [MatchedWords]) -> [Quote] {
        var quotes: [Quote] = []
        for match in matches where !match.words.isEmpty {
            if let index = quotes.firstIndex(where: { Quote.first(Array(match.words.utf8), in: $0.passage) != nil }) {
                quotes[index].mark(Array(match.words.utf8))
            } else if quotes.count < most {
                quotes.append(Quote(match))
            }
        }
        return quotes
    }

    /// Marks the first place where some words stand; where they overlap others, the longer mark stays.
    private mutating func mark(_ words: [UInt8]) {
        guard let range = Quote.first(words, in: passage) else { return }
        let others = marks.filter { $0.overlaps(range) }
        guard others.allSatisfy({ $0.count < range.count }) else { return }
        marks = (marks.filter { !$0.overlaps(range) } + [range]).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The passage in stretches that are marked or not.
    var pieces: [Piece] {
        var pieces: [Piece] = []
        var end = 0
        func add(_ range: Range<Int>, _ isMarked: Bool) {
            guard !range.isEmpty else { return }
            pieces.append(Piece(text: String(decoding: passage[range], as: UTF8.self), isMarked: isMarked))
        }
        var index = 0
        while index < marks.count {
            // Marks that touch are one: `**a****b**` is no Markdown.
            var mark = marks[index]
            index += 1
            while index < marks.count, marks[index].lowerBound == mark.upperBound {
                mark = mark.lowerBound..<marks[index].upperBound
                index += 1
            }
            add(end..<mark.lowerBound, false)
            add(mark, true)
            end = mark.upperBound
        }
        add(end..<passage.count, false)
        return pieces
    }

    private static func first(_ words: [UInt8], in passage: [UInt8]) -> Range<Int>? {
        guard let head = words.first, passage.count >= words.count else { return nil }
        let start = (0...(passage.count - words.count)).first {
            passage[$0] == head && passage[$0..<($0 + words.count)].elementsEqual(words)
        }
        return start.map { $0..<($0 + words.count) }
    }
}
