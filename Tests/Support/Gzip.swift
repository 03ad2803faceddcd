/// Just enough of gzip to serve it.
public enum Gzip {
    /// Packs bytes without compressing them (RFC 1951, 3.2.4).
    public static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result = header
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            result.append(rest.isEmpty ? 1 : 0)
            result += [UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)]
            result += block
        } while !rest.isEmpty
        return result + little(checksum(bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// A small stream that unpacks to `1 + 258 × matches` spaces: one literal, then matches of the greatest length
    /// (RFC 1951, 3.2.6). Its checksum is wrong, which nobody who stops in time will see.
    public static func bomb(matches: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(0b011, 3)
        bits.writeCode(0x30 + 0x20, 8)
        for _ in 0..<matches {
            bits.writeCode(0b1100_0101, 8)
            bits.writeCode(0, 5)
        }
        bits.writeCode(0, 7)
        return header + bits.finished() + [0, 0, 0, 0] + little(UInt32(1 + 258 * matches))
    }

    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

    private static func little(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
}

private struct BitWriter {
    private var bytes: [UInt8] = []
    private var current: UInt8 = 0
    private var used = 0

    /// Writes a number, its least significant bit first.
    mutating func write(_ value: Int, _ count: Int) {
        for index in 0..<count { add(UInt8(value >> index & 1)) }
    }

    /// Writes a Huffman code, its most significant bit first.
    mutating func writeCode(_ value: Int, _ count: Int) {
        for index in (0..<count).reversed() { add(UInt8(value >> index & 1)) }
    }

    private mutating func add(_ bit: UInt8) {
        current |= bit << used
        used += 1
        if used == 8 {
            bytes.append(current)
            (current, used) = (0, 0)
        }
    }

    func finished() -> [UInt8] { used == 0 ? bytes : bytes + [current] }
}
