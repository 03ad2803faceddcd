/// Base64 as in RFC 4648.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Bytes in one line.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: encoded(Array(bytes), lineLength: .max), as: UTF8.self)
    }

    /// Bytes in lines of 76 columns, each ended by CR LF (RFC 2045, 6.8).
    static func lines(_ bytes: [UInt8]) -> [UInt8] { encoded(bytes, lineLength: 76) + [0x0D, 0x0A] }

    private static func encoded(_ bytes: [UInt8], lineLength: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 4 / 3 + bytes.count / 28 + 8)
        var column = 0
        for start in stride(from: 0, to: bytes.count, by: 3) {
            if column == lineLength {
                result += [0x0D, 0x0A]
                column = 0
            }
            let second = start + 1 < bytes.count ? bytes[start + 1] : 0
            let third = start + 2 < bytes.count ? bytes[start + 2] : 0
            let group = UInt32(bytes[start]) << 16 | UInt32(second) << 8 | UInt32(third)
            result.append(alphabet[Int(group >> 18)])
            result.append(alphabet[Int(group >> 12 & 63)])
            result.append(start + 1 < bytes.count ? alphabet[Int(group >> 6 & 63)] : 0x3D)
            result.append(start + 2 < bytes.count ? alphabet[Int(group & 63)] : 0x3D)
            column += 4
        }
        return result
    }
}
