import Model

/// The fields of an item, folded, one after the other, with the way back to the bytes that people wrote.
///
/// A line feed stands before, between and after fields, and nowhere else.
struct NormalText: Sendable {
    /// A field's place.
    struct Span: Sendable {
        /// Which field it is.
        let field: Evidence.Field
        /// Where its folded bytes are.
        let range: Range<Int>
        /// The field as written, in UTF-8.
        let original: [UInt8]
        /// Whether it is written in ASCII alone.
        let isASCII: Bool
    }

    /// The folded bytes of all fields.
    let bytes: [UInt8]
    /// From a folded byte on, how far away the bytes are that it came from.
    struct Shift: Sendable {
        let here: Int32
        let origin: Int32
    }

    private let shifts: [Shift]
    /// The fields that are not empty.
    private(set) var spans: [Span] = []

    /// Folds the fields in the order given.
    init(_ fields: [(field: Evidence.Field, text: String)]) {
        var folder = Folder(capacity: fields.reduce(16) { $0 + $1.text.utf8.count + 1 })
        spans.reserveCapacity(fields.count)
        for (field, text) in fields where !text.isEmpty {
            let original = Array(text.utf8)
            let start = folder.bytes.count
            folder.fold(original[...])
            spans.append(
                Span(field: field, range: start..<folder.bytes.count, original: original, isASCII: folder.isASCII))
            folder.endField()
        }
        (bytes, shifts) = (folder.bytes, folder.shifts)
    }

    /// The folded bytes of one string, without the line feeds around.
    static func folded(_ text: String) -> [UInt8] { folded(Array(text.utf8)) }

    /// The folded bytes of a string in UTF-8, without the line feeds around.
    static func folded(_ text: [UInt8]) -> [UInt8] {
        var folder = Folder(capacity: text.count + 8)
        return Array(folder.folded(text[...]))
    }

    /// The number of the span in which a folded position lies.
    func span(at position: Int) -> Int? {
        for number in 0..<spans.count where spans[number].range.contains(position) { return number }
        return nil
    }

    /// Where folded bytes stand in their field as written, and the number of its span.
    func origin(of range: Range<Int>) -> (span: Int, range: Range<Int>)? {
        guard let span = span(at: range.lowerBound), range.upperBound <= spans[span].range.upperBound else {
            return nil
        }
        return (span, origin(of: range, in: span))
    }

    private func origin(of range: Range<Int>, in span: Int) -> Range<Int> {
        let (end, count) = (spans[span].range.upperBound, spans[span].original.count)
        let from = min(origin(at: range.lowerBound, end), count)
        let to = range.upperBound == end ? count : origin(at: range.upperBound, end)
        return from..<max(from, withoutSpace(spans[span].original, before: min(to, count)))
    }

    /// Where the words before an offset end: spaces that the fold dropped are none of them.
    private func withoutSpace(_ original: [UInt8], before offset: Int) -> Int {
        var end = offset
        while end > 0 {
            if original[end - 1] <= 0x20 {
                end -= 1
            } else if end > 2, original[end - 3] == 0xE3, original[end - 2] == 0x80, original[end - 1] == 0x80 {
                end -= 3
            } else {
                break
            }
        }
        return end
    }

    /// Where a folded byte came from in its field, whose folded bytes end at `end`. Bytes of one expansion share what
    /// they came from.
    private func origin(at position: Int, _ end: Int) -> Int {
        var (low, high) = (0, shifts.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(shifts[middle].here) <= position { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        let origin = Int(shifts[low - 1].origin) + position - Int(shifts[low - 1].here)
        let isLastOfField = low == shifts.count || Int(shifts[low].here) >= end
        return isLastOfField ? origin : min(origin, Int(shifts[low].origin))
    }

    /// Evidence from folded bytes: the words as written, and some words around them.
    func evidence(_ rule: String, _ range: Range<Int>) -> Evidence? {
        guard let (number, origin) = origin(of: range) else { return nil }
        let field = spans[number].range
        let from = max(field.lowerBound, range.lowerBound - 60)
        let to = min(field.upperBound, range.upperBound + 60)
        let around = self.origin(of: wholeWords(from..<to, in: field), in: number)
        return Evidence(
            rule: rule, field: spans[number].field,
            passage: Passage(of: spans[number].original, words: origin, context: around))
    }

    /// Draws a range out to word boundaries, so that a context begins and ends with a word, unless the word is long.
    private func wholeWords(_ range: Range<Int>, in field: Range<Int>) -> Range<Int> {
        var (from, to) = (range.lowerBound, range.upperBound)
        let least = max(field.lowerBound, from - Self.longestWord)
        let most = min(field.upperBound, to + Self.longestWord)
        while from > least, from < to, !isBoundary(from) || bytes[from] & 0xC0 == 0x80 { from -= 1 }
        while to < most, !isBoundary(to) || bytes[to] & 0xC0 == 0x80 { to += 1 }
        return from..<to
    }

    /// Bytes of a word that is shown whole at either end of a context.
    private static let longestWord = 60

    /// Whether two ranges hold the same bytes.
    func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] {
            return false
        }
        return true
    }
}
