/// Reads base64 as Atom 0.3 and Atom 1.0 may carry it.
enum Base64 {
    /// The text that was encoded; nil where it is no base64, or no text: controls stand in none.
    static func text(_ encoded: String) -> String? {
        var bytes: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in encoded.utf8 where byte > 0x20 && byte != 0x3D {
            guard let value = value(of: byte) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        guard !bytes.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Whether a text has only characters of base64 and white space, and four of them for three bytes each (RFC 4648, 4);
    /// four letters without padding are rather a word.
    static func isPossible(_ text: String) -> Bool {
        let count = text.utf8.count { $0 > 0x20 }
        return text.utf8.allSatisfy { $0 <= 0x20 || $0 == 0x3D || value(of: $0) != nil }
            && count % 4 == 0 && (count >= 8 || text.utf8.contains(0x3D))
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61 + 26)
        case 0x30...0x39: UInt32(byte - 0x30 + 52)
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }
}
