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
    }

    /// The folded bytes of all fields.
    private(set) var bytes: [UInt8] = [0x0A]
    /// From a folded byte on, how far away the bytes are that it came from.
    struct Shift: Sendable {
        let here: Int32
        let origin: Int32
    }

    private var shifts: [Shift] = []
    /// The fields that are not empty.
    private(set) var spans: [Span] = []

    /// Folds the fields in the order given.
    init(_ fields: [(field: Evidence.Field, text: String)]) {
        let total = fields.reduce(16) { $0 + $1.text.utf8.count + 1 }
        bytes.reserveCapacity(total)
        for (field, text) in fields where !text.isEmpty {
            let original = Array(text.utf8)
            let start = bytes.count
            var folder = Folder(bytes: bytes, shifts: shifts)
            bytes = []
            shifts = []
            folder.fold(original)
            (bytes, shifts) = (folder.bytes, folder.shifts)
            spans.append(Span(field: field, range: start..<bytes.count, original: original))
            bytes.append(0x0A)
        }
    }

    /// The folded bytes of one string, without the line feeds around.
    static func folded(_ text: String) -> [UInt8] {
        var folder = Folder(bytes: [0x0A], shifts: [])
        folder.fold(Array(text.utf8))
        return Array(folder.bytes.dropFirst())
    }

    /// The field in which a folded position lies.
    func span(at position: Int) -> Span? { spans.first { $0.range.contains(position) } }

    /// Where folded bytes stand in their field as written.
    func origin(of range: Range<Int>) -> (span: Span, range: Range<Int>)? {
        guard let span = span(at: range.lowerBound), range.upperBound <= span.range.upperBound else { return nil }
        let from = min(origin(at: range.lowerBound), span.original.count)
        let to = range.upperBound == span.range.upperBound ? span.original.count : origin(at: range.upperBound)
        return (span, from..<max(from, min(to, span.original.count)))
    }

    /// Where a folded byte came from in its field. Bytes of one expansion share what they came from.
    func origin(at position: Int) -> Int {
        var (low, high) = (0, shifts.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(shifts[middle].here) <= position { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        let origin = Int(shifts[low - 1].origin) + position - Int(shifts[low - 1].here)
        let isLastOfField = low == shifts.count || Int(shifts[low].here) >= span(at: position)?.range.upperBound ?? 0
        return isLastOfField ? origin : min(origin, Int(shifts[low].origin))
    }

    /// Evidence from folded bytes: the words as written, and some words around them.
    func evidence(_ rule: String, _ range: Range<Int>) -> Evidence? {
        guard let (span, origin) = origin(of: range) else { return nil }
        let from = max(span.range.lowerBound, range.lowerBound - 60)
        let to = min(span.range.upperBound, range.upperBound + 60)
        guard let around = self.origin(of: wholeWords(from..<to, in: span.range)) else { return nil }
        return Evidence(
            rule: rule, words: line(span.original[origin]), field: span.field, offset: origin.lowerBound,
            context: line(span.original[around.range]))
    }

    /// Draws a range in to word boundaries, so that a context begins and ends with a word.
    private func wholeWords(_ range: Range<Int>, in field: Range<Int>) -> Range<Int> {
        var (from, to) = (range.lowerBound, range.upperBound)
        while from > field.lowerBound, from < to, !isBoundary(from) || bytes[from] & 0xC0 == 0x80 { from -= 1 }
        while to < field.upperBound, !isBoundary(to) || bytes[to] & 0xC0 == 0x80 { to += 1 }
        return from..<to
    }

    private func line(_ bytes: ArraySlice<UInt8>) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(bytes.count)
        for byte in bytes {
            let isSpace = byte <= 0x20
            if !isSpace { line.append(byte) } else if line.last != 0x20, !line.isEmpty { line.append(0x20) }
        }
        if line.last == 0x20 { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }
}
