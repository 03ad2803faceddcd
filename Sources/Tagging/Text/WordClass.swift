/// How a byte of folded text takes part in words.
enum WordClass {
    /// Neither letter nor digit.
    static let gap: UInt8 = 0
    /// The first byte of a letter or digit in a script that puts spaces between words.
    static let word: UInt8 = 1
    /// The first byte of a character in a script without spaces, or with particles grown onto words (Hangul).
    static let free: UInt8 = 2
    /// A later byte of a character: of the class of its first byte.
    static let continuation: UInt8 = 3

    /// The class of each byte.
    static let table: [UInt8] = (0..<256).map { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A, 0xC3...0xE1: word
        case 0x80...0xBF: continuation
        // U+0080 to U+00BF are signs such as §, U+2000 to U+2FFF punctuation and symbols.
        case 0xC2, 0xE3...0xEF: free
        default: gap
        }
    }

    /// The byte by which a hyphen and a space are the same.
    @inline(__always) static func joined(_ byte: UInt8) -> UInt8 { byte == 0x2D ? 0x20 : byte }
}

extension NormalText {
    /// Whether a word ends or begins between the byte before `position` and the one at it.
    func isBoundary(_ position: Int) -> Bool {
        guard position > 0, position < bytes.count else { return true }
        return wordClass(at: position) != WordClass.word || wordClass(before: position) != WordClass.word
    }

    private func wordClass(before position: Int) -> UInt8 {
        var index = position - 1
        while index > 0, WordClass.table[Int(bytes[index])] == WordClass.continuation { index -= 1 }
        return WordClass.table[Int(bytes[index])]
    }

    private func wordClass(at position: Int) -> UInt8 { WordClass.table[Int(bytes[position])] }
}
