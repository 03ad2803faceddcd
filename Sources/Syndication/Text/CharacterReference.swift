/// A reference to characters in markup: `&amp;`, `&#38;`, `&#x26;`, and `&copy` without its semicolon.
struct CharacterReference {
    let scalars: [UInt32]
    /// The index after the reference.
    let end: Int

    /// The reference at an ampersand; nil where the ampersand stands for itself.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at ampersand: Int) {
        let start = ampersand + 1
        guard start < bytes.count else { return nil }
        if bytes[start] == 0x23 {
            self.init(numberIn: bytes, from: start + 1)
        } else {
            self.init(nameIn: bytes, from: start)
        }
    }

    private init?(numberIn bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var at = start
        let isHexadecimal = at < bytes.count && bytes[at] | 0x20 == 0x78
        if isHexadecimal { at += 1 }
        let first = at
        var value: UInt32 = 0
        while at < bytes.count, let digit = Self.digit(bytes[at], isHexadecimal) {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
            at += 1
        }
        guard at > first else { return nil }
        if at < bytes.count, bytes[at] == 0x3B { at += 1 }
        scalars = [Self.meant(by: value)]
        end = at
    }

    private init?(nameIn bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var at = start
        while at < bytes.count, at - start < 32, isAlphanumeric(bytes[at]) { at += 1 }
        guard at > start else { return nil }
        let hasSemicolon = at < bytes.count && bytes[at] == 0x3B
        let name = String(decoding: bytes[start..<at], as: UTF8.self)
        // Without a semicolon only the oldest names count, and never in `?a=1&copy=2`.
        if !hasSemicolon, !NamedCharacters.old.contains(name) || (at < bytes.count && bytes[at] == 0x3D) { return nil }
        guard let scalars = NamedCharacters.all[name] else { return nil }
        self.scalars = scalars
        end = hasSemicolon ? at + 1 : at
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: isHexadecimal ? UInt32((byte | 0x20) - 0x61 + 10) : nil
        default: nil
        }
    }

    /// Numbers of the C1 range are meant as windows-1252, as browsers read them.
    private static func meant(by value: UInt32) -> UInt32 {
        switch value {
        case 0x80...0x9F: Windows1252.scalars[Int(value - 0x80)]
        case 0, 0xD800...0xDFFF, 0x110000...: 0xFFFD
        default: value
        }
    }
}
