/// Words in a text and some around them, by their places: most are never read as strings.
public struct Passage: Sendable {
    /// The text, in UTF-8.
    public let text: [UInt8]
    private let (from, to, contextFrom, contextTo): (Int32, Int32, Int32, Int32)

    /// A passage of a text; what reaches over its end is cut off.
    ///
    /// - Parameters:
    ///   - text: The text, in UTF-8.
    ///   - words: Where the words stand, in bytes.
    ///   - context: Where they stand with some words around, in bytes.
    public init(of text: [UInt8], words: Range<Int>, context: Range<Int>) {
        let (words, context) = (words.clamped(to: 0..<text.count), context.clamped(to: 0..<text.count))
        self.text = text
        (from, to) = (Int32(words.lowerBound), Int32(words.upperBound))
        (contextFrom, contextTo) = (Int32(context.lowerBound), Int32(context.upperBound))
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
