import Model

/// Writes JSON into bytes, key by key, without an encoder's detours.
package struct JSONWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []
    /// Whether the next key or element needs a comma before it.
    private var needsComma = false

    /// A writer that has written nothing.
    package init() {}

    package mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    package mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(0x22)
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(0x22)
        bytes.append(0x3A)
        needsComma = false
    }

    package mutating func field(_ name: StaticString, _ value: String?) {
        key(name)
        string(value)
    }

    package mutating func string(_ value: String?) {
        separate()
        guard var value else { return raw("null") }
        bytes.append(0x22)
        value.withUTF8 { appendEscaped($0) }
        bytes.append(0x22)
    }

    mutating func field(_ name: StaticString, _ value: Instant?) {
        key(name)
        separate()
        guard let value else { return raw("null") }
        bytes.append(0x22)
        let (year, month, day) = value.day.parts
        let seconds = Int(value.secondsSince1970) - value.day.number * 86400
        number(year, 4)
        for (mark, part) in [(0x2D, month), (0x2D, day), (0x54, seconds / 3600), (0x3A, seconds / 60 % 60)] {
            bytes.append(UInt8(mark))
            number(part, 2)
        }
        bytes.append(0x3A)
        number(seconds % 60, 2)
        bytes.append(contentsOf: [0x5A, 0x22])
    }

    /// A number with so many digits.
    private mutating func number(_ value: Int, _ digits: Int) {
        var power = 1
        for _ in 1..<digits { power *= 10 }
        while power > 0 {
            bytes.append(UInt8(0x30 + value / power % 10))
            power /= 10
        }
    }

    mutating func field(_ name: StaticString, _ value: Int?) {
        key(name)
        separate()
        guard let value else { return raw("null") }
        bytes.append(contentsOf: String(value).utf8)
    }

    package mutating func field(_ name: StaticString, _ values: [String]) {
        key(name)
        open(0x5B)
        for value in values { string(value) }
        close(0x5D)
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
    }

    private mutating func raw(_ word: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// Copies runs that need no escape at once; U+2028 and the like are legal in JSON as they are.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = UnsafeRawPointer(text.baseAddress) else { return }
        var (start, index) = (0, 0)
        while index < text.count {
            if index + 8 <= text.count, !Self.mayNeedEscape(base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            {
                index += 8
                continue
            }
            let byte = text[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                appendEscape(of: byte)
                start = index + 1
            }
            index += 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Whether one of eight bytes may need an escape: all that do, and sometimes a neighbour.
    private static func mayNeedEscape(_ word: UInt64) -> Bool {
        let (ones, high) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
        let hasZero = { (word: UInt64) in (word &- ones) & ~word & high != 0 }
        return (word &- 0x20 &* ones) & ~word & high != 0 || hasZero(word ^ 0x22 &* ones)
            || hasZero(word ^ 0x5C &* ones) || hasZero(word ^ 0x7F &* ones)
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x0A: bytes.append(0x6E)
        case 0x0D: bytes.append(0x72)
        case 0x09: bytes.append(0x74)
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]])
        }
    }
}
