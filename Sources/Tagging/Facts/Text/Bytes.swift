/// Questions about single bytes of UTF-8.
enum Bytes {
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
    static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

    /// Whether a byte at the edge of a word belongs to a script that separates its words: ASCII letters and digits,
    /// and the two-byte letters from Latin-1 to Arabic, of which any byte but `0xC2` leads one.
    static func isWordLead(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || (byte >= 0xC3 && byte <= 0xDF) }

    /// Whether a word of a script that separates its words reaches up to an offset.
    static func wordEnds(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index > 0 else { return false }
        let last = bytes[index - 1]
        if last < 0x80 { return isAlphanumeric(last) }
        return last < 0xC0 && index > 1 && bytes[index - 2] >= 0xC3 && bytes[index - 2] <= 0xDF
    }

    /// Whether a word of a script that separates its words begins or goes on at an offset.
    static func wordGoesOn(_ bytes: [UInt8], at index: Int) -> Bool {
        index < bytes.count && isWordLead(bytes[index])
    }

    /// Whether a word begins at an offset: any letter of a script without spaces counts as one.
    static func wordBegins(_ bytes: [UInt8], at index: Int) -> Bool {
        bytes[index] >= 0xE0 || (isWordLead(bytes[index]) && !wordEnds(bytes, at: index))
    }
}
