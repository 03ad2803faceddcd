/// Text in UTF-8 that was taken for ISO 8859-1 or windows-1252 and encoded again: `Ã©` where `é` was meant.
enum TwiceEncoded {
    /// What was meant.
    ///
    /// - Parameter text: Well-formed UTF-8.
    /// - Returns: UTF-8; nil where not all of the text is of that kind.
    static func repaired(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        // A lead byte, taken for a character, becomes one of U+00C2 to U+00F4, which begin with 0xC3.
        // What continues it becomes a character beyond ASCII, too.
        guard let first = UTF8Scan.firstBeyondASCII(in: text), text[first] == 0xC3, first + 2 < text.count,
            text[first + 2] >= 0x80
        else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var hasWindows = false
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            guard let byte = byte(of: scalar.value) else { return nil }
            hasWindows = hasWindows || scalar.value > 0xFF
            bytes.append(byte)
        }
        // A capital before a quotation mark or a sign, as in `MENÜ™`, looks like two bytes of one character.
        if hasWindows, (1...2).contains(bytes.count { (0xC4...0xDF).contains($0) }) { return nil }
        guard bytes.withUnsafeBufferPointer({ UTF8Scan.isMultibyte($0) }) else { return nil }
        return isWritten(String(decoding: bytes, as: UTF8.self)) ? bytes : nil
    }

    /// Whether people write such text: `NESTLÉ®` would become `NESTLɮ`, and `Ü®` a letter of Syriac. Letters of another
    /// script stand in words.
    private static func isWritten(_ text: String) -> Bool {
        var foreign = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            // Of the rarer Latin letters those of Vietnamese, Pinyin and Romanian.
            case 0x01A0, 0x01A1, 0x01AF, 0x01B0, 0x01CD...0x01DC, 0x0218...0x021B: break
            case 0x0180...0x036F: return false
            case 0x0370...0x07FF: foreign += 1
            default: break
            }
        }
        return foreign == 0 || foreign > 2
    }

    private static func byte(of scalar: UInt32) -> UInt8? {
        if scalar < 0x100 { return UInt8(scalar) }
        return Windows1252.scalars.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
    }
}
