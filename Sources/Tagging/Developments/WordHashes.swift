/// Hashes of the words of a text, in lower case; every East Asian character is a word, a traditional one that of its
/// simplified form.
enum WordHashes {
    /// Characters of a text that are read at most.
    static let longest = 8_000

    /// FNV-1a, 64 bits, of nothing.
    static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    /// One step of FNV-1a.
    static func step(_ hash: UInt64, _ value: UInt64) -> UInt64 { (hash ^ value) &* 0x0000_0100_0000_01b3 }

    /// The hash of an East Asian character, which is a word.
    @inline(__always)
    static func ofCharacter(_ character: Unicode.Scalar) -> UInt64 { step(start, UInt64(simplified(character))) }

    /// The hash of the bytes of a word.
    @inline(__always)
    static func ofBytes(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(start) { step($0, UInt64($1)) } }

    /// Tells of each word.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - tell: Told the word's hash, and whether it is an East Asian character.
    @inline(__always)
    static func each(in text: String, _ tell: (UInt64, Bool) -> Void) {
        eachWhile(in: text) { hash, isCharacter in
            tell(hash, isCharacter)
            return true
        }
    }

    /// The same, until no more is wanted.
    @inline(__always)
    static func eachWhile(in text: String, _ tell: (UInt64, Bool) -> Bool) {
        var text = text
        text.withUTF8 { bytes in
            var (index, hash, rest) = (0, start, longest)
            while index < bytes.count, rest > 0 {
                rest -= 1
                let (scalar, length) = character(bytes, index)
                index += length
                let isCharacter = scalar.value >= 0x2E80 && isLetter(scalar)
                if isCharacter || !isWord(scalar) {
                    if hash != start, !tell(hash, false) { return }
                    hash = start
                    if isCharacter, !tell(ofCharacter(scalar), true) { return }
                } else {
                    hash = step(hash, UInt64(lowered(scalar)))
                }
            }
            if hash != start { _ = tell(hash, false) }
        }
    }

    /// The character at a place of a text in UTF-8 where one begins, and how many bytes it has.
    @inline(__always)
    private static func character(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, Int) {
        let lead = bytes[index]
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? " ", length)
    }

    /// The simplified form of a Chinese character; another one as it is.
    @inline(__always)
    private static func simplified(_ scalar: Unicode.Scalar) -> UInt32 {
        (0x4E00...0x9FFF).contains(scalar.value) ? UInt32(FoldTable.table[Int(scalar.value)]) : scalar.value
    }

    /// Whether a text is written in traditional characters: some of them have another form in simplified ones.
    static func isTraditional(_ text: String) -> Bool {
        text.unicodeScalars.lazy.filter { simplified($0) != $0.value }.prefix(leastTraditional).count
            == leastTraditional
    }

    private static let leastTraditional = 2

    /// Whether the character belongs to a word or a number.
    @inline(__always)
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value < 0x80 else { return isLetter(scalar) }
        let lower = lowered(scalar)
        return (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower)
    }

    /// A letter of ASCII in lower case; another character as it is.
    @inline(__always)
    static func lowered(_ scalar: Unicode.Scalar) -> UInt32 {
        (0x41...0x5A).contains(scalar.value) ? scalar.value | 0x20 : scalar.value
    }

    /// Whether the character belongs to a word.
    @inline(__always)
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? (scalar.value | 0x20) &- 0x61 < 26 : isOtherLetter(scalar)
    }

    /// Whether a character beyond ASCII does; asking Unicode's tables takes long, so that the common ones come first.
    private static func isOtherLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x481, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF,
            0xAC00...0xD7A3, 0x620...0x64A:
            true
        case 0xA0...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020,
            0xFF01...0xFF20:
            false
        default: scalar.properties.isAlphabetic
        }
    }
}
