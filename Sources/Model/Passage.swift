/// Words in a text and some around them, by their places: most are never read as strings.
public struct Passage: Sendable {
    /// The text, in UTF-8.
    public let text: [UInt8]
    private let (from, to, contextFrom, contextTo): (Int32, Int32, Int32, Int32)

    /// Bytes of the words that are kept at most, and of their context on either side: a text may have words without end,
    /// and a letter any number of accents.
    private static let (mostWords, mostAround) = (1_000, 400)

    /// A passage of a text; what reaches over its end, or is very long, is cut off.
    ///
    /// - Parameters:
    ///   - text: The text, in UTF-8.
    ///   - words: Where the words stand, in bytes.
    ///   - context: Where they stand with some words around, in bytes.
    public init(of text: [UInt8], words: Range<Int>, context: Range<Int>) {
        let words = Self.bounded(words.clamped(to: 0..<text.count), Self.mostWords, in: text)
        let around = max(0, words.lowerBound - Self.mostAround)..<min(text.count, words.upperBound + Self.mostAround)
        let context = Self.whole(context.clamped(to: around), in: text)
        self.text = text
        (from, to) = (Int32(words.lowerBound), Int32(words.upperBound))
        (contextFrom, contextTo) = (Int32(context.lowerBound), Int32(context.upperBound))
    }

    /// The beginning of a range.
    private static func bounded(_ range: Range<Int>, _ most: Int, in text: [UInt8]) -> Range<Int> {
        range.count <= most ? range : whole(range.lowerBound..<(range.lowerBound + most), in: text)
    }

    /// A range without the characters that it cuts in two.
    private static func whole(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start] & 0xC0 == 0x80 { start += 1 }
        while end > start, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
        return start..<end
    }

    /// Where the words stand, in bytes.
    public var words: Range<Int> { Int(from)..<Int(to) }
    /// Where they stand with some words around, in bytes.
    public var context: Range<Int> { Int(contextFrom)..<Int(contextTo) }

    /// The bytes in a range as text in one line: spaces and line ends between words are one space.
    public func line(_ range: Range<Int>) -> String {
        text.withUnsafeBufferPointer { text in
            let written = UnsafeBufferPointer(rebasing: text[range])
            if Self.isLine(written) { return String(decoding: written, as: UTF8.self) }
            var line: [UInt8] = []
            line.reserveCapacity(range.count)
            for byte in written {
                if byte > 0x20 { line.append(byte) } else if line.last != 0x20, !line.isEmpty { line.append(0x20) }
            }
            if line.last == 0x20 { line.removeLast() }
            return String(decoding: line, as: UTF8.self)
        }
    }

    /// Tells of the bytes of each run between spaces.
    func eachRun(of range: Range<Int>, _ tell: (UnsafeRawBufferPointer) -> Void) {
        text.withUnsafeBufferPointer { Self.eachRun(of: UnsafeBufferPointer(rebasing: $0[range]), tell) }
    }

    /// The same of a text that is one line already.
    static func eachRun(of line: String, _ tell: (UnsafeRawBufferPointer) -> Void) {
        var line = line
        line.withUTF8 { eachRun(of: $0, tell) }
    }

    private static func eachRun(of bytes: UnsafeBufferPointer<UInt8>, _ tell: (UnsafeRawBufferPointer) -> Void) {
        for run in bytes.split(whereSeparator: { $0 <= 0x20 }) {
            tell(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: run)))
        }
    }

    /// Whether the bytes in a range are one line as they stand.
    public func isLine(_ range: Range<Int>) -> Bool {
        text.withUnsafeBufferPointer { Self.isLine(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Whether there are single spaces between words, and none at either end.
    private static func isLine(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous: UInt8 = 0x20
        for byte in written {
            guard byte > 0x20 || byte == 0x20 && previous != 0x20 else { return false }
            previous = byte
        }
        return previous != 0x20
    }

    /// Whether both stand at the same places of one text.
    func isSame(as other: Passage) -> Bool {
        words == other.words && context == other.context
            && text.withUnsafeBufferPointer { mine in
                other.text.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress && mine.count == $0.count }
            }
    }
}
