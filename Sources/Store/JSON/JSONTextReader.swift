/// Reads back what `JSONText` writes, and nothing else: keys in their order, nothing between the tokens.
///
/// A decoder that takes any JSON needs ten times as long for the many small lists of a run; text of another form is
/// left to it.
struct JSONTextReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// The whole text as a value; nil where it has another form.
    static func read<Value>(_ text: String, _ read: (inout JSONTextReader) -> Value?) -> Value? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = JSONTextReader(bytes: bytes)
            guard let value = read(&reader), reader.index == bytes.count else { return nil }
            return value
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Passes a token; false where something else stands there.
    mutating func skip(_ token: StaticString) -> Bool {
        let count = token.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        let isThere = token.withUTF8Buffer { wanted in
            wanted.elementsEqual(UnsafeBufferPointer(rebasing: bytes[index..<(index + count)]))
        }
        if isThere { index += count }
        return isThere
    }

    /// Whether a string comes next.
    var isAtQuote: Bool { index < bytes.count && bytes[index] == UInt8(ascii: "\"") }

    /// A whole number.
    mutating func number() -> Int? {
        let start = index
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
        return Int(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    /// A string in quotes.
    mutating func quoted() -> String? {
        guard skip("\"") else { return nil }
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "\"") {
            defer { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        return escaped(from: start)
    }

    private mutating func escaped(from start: Int) -> String? {
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte != UInt8(ascii: "\\") {
                text.append(byte)
            } else if let meant = escape() {
                text.append(meant)
            } else {
                return nil
            }
        }
        return nil
    }

    private mutating func escape() -> UInt8? {
        guard index < bytes.count else { return nil }
        defer { index += 1 }
        switch bytes[index] {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return bytes[index]
        case UInt8(ascii: "u"):
            guard index + 4 < bytes.count else { return nil }
            let digits = String(decoding: bytes[(index + 1)...(index + 4)], as: UTF8.self)
            index += 4
            return UInt8(digits, radix: 16)
        default: return nil
        }
    }

    /// A list.
    mutating func list<Element>(_ element: (inout JSONTextReader) -> Element?) -> [Element]? {
        guard skip("[") else { return nil }
        if skip("]") { return [] }
        var list: [Element] = []
        repeat {
            guard let next = element(&self) else { return nil }
            list.append(next)
        } while skip(",")
        return skip("]") ? list : nil
    }
}
