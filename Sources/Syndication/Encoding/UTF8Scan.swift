/// Looks for what must not stand in a document: broken UTF-8, control characters, noncharacters.
enum UTF8Scan {
    /// Something that must not stand in a document.
    struct Fault {
        let index: Int
        let length: Int
        let kind: Kind
    }

    enum Kind {
        /// A byte that belongs to no character.
        case byte
        /// A control character, which XML forbids.
        case control
        /// A control character of the C1 range, which stands for one of windows-1252.
        case c1
        /// U+FFFE, U+FFFF or a lone surrogate.
        case noncharacter
        /// A pair of surrogates, as Java and Oracle write the one character that it stands for (CESU-8).
        case pair
    }

    /// The first fault at or after an index.
    static func fault(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Fault? {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
        var index = start
        while index < bytes.count {
            if index + 8 <= bytes.count {
                let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let control = (word &- 0x2020_2020_2020_2020) & ~word
                if (word | control) & 0x8080_8080_8080_8080 == 0 {
                    index += 8
                    continue
                }
            }
            let byte = bytes[index]
            if byte < 0x80 {
                guard byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else {
                    return Fault(index: index, length: 1, kind: .control)
                }
                index += 1
            } else if let length = ordinaryLength(base, index, bytes.count) {
                index += length
                // Characters beyond ASCII come in runs where the language is not a Latin one.
                while index + 4 <= bytes.count,
                    let more = ordinaryLength(
                        ofRun: base.loadUnaligned(fromByteOffset: index, as: UInt32.self))
                {
                    index += more
                }
            } else {
                let (length, kind) = character(in: bytes, at: index)
                if let kind { return Fault(index: index, length: length, kind: kind) }
                index += length
            }
        }
        return nil
    }

    /// The first fault in what a converter wrote, which has no broken sequences.
    static func fault(inDecoded bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Fault? {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
        var index = start
        while index < bytes.count {
            if index + 8 <= bytes.count, !maySuspect(base.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            let byte = bytes[index]
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
                return Fault(index: index, length: 1, kind: .control)
            }
            if byte == 0xC2 || byte == 0xEF {
                let (length, kind) = character(in: bytes, at: index)
                if let kind { return Fault(index: index, length: length, kind: kind) }
            }
            index += 1
        }
        return nil
    }

    /// Whether one of eight bytes is a control character or begins one, or a noncharacter.
    @inline(__always)
    private static func maySuspect(_ word: UInt64) -> Bool {
        let (ones, high) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
        let (c2, ef) = (word ^ 0xC2 &* ones, word ^ 0xEF &* ones)
        return ((word &- 0x20 &* ones) & ~word | (c2 &- ones) & ~c2 | (ef &- ones) & ~ef) & high != 0
    }

    /// The length of a character of the blocks in which none is faulty; nil for all others.
    @inline(__always)
    private static func ordinaryLength(_ base: UnsafeRawPointer, _ index: Int, _ end: Int) -> Int? {
        let lead = base.load(fromByteOffset: index, as: UInt8.self)
        guard lead >= 0xC3, index + 2 < end else { return nil }
        guard base.load(fromByteOffset: index + 1, as: UInt8.self) & 0xC0 == 0x80 else { return nil }
        if lead < 0xE0 { return 2 }
        guard lead > 0xE0, lead < 0xEF, lead != 0xED,
            base.load(fromByteOffset: index + 2, as: UInt8.self) & 0xC0 == 0x80
        else { return nil }
        return 3
    }

    /// The same for four bytes as one number, the first of them lowest.
    @inline(__always)
    private static func ordinaryLength(ofRun word: UInt32) -> Int? {
        let word = UInt32(littleEndian: word)
        // Lead bytes from 0xC3 to 0xDF, and from 0xE1 to 0xEC.
        if word & 0xC0E0 == 0x80C0, word & 0x1F > 2 { return 2 }
        return word & 0x00C0_C0F0 == 0x0080_80E0 && word & 0x0F &- 1 < 0x0C ? 3 : nil
    }

    /// The index of the first byte beyond ASCII; nil where there is none.
    static func firstBeyondASCII(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
        var index = 0
        while index + 8 <= bytes.count,
            base.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < bytes.count {
            if bytes[index] >= 0x80 { return index }
            index += 1
        }
        return nil
    }

    /// Whether the bytes are UTF-8 with at least one character beyond ASCII.
    static func isMultibyte(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard var index = firstBeyondASCII(in: bytes) else { return false }
        while let fault = fault(in: bytes, from: index) {
            if fault.kind == .byte { return false }
            index = fault.index + fault.length
        }
        return true
    }

    /// Whether few of the bytes beyond ASCII are broken: UTF-8, perhaps damaged.
    static func isRather(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (index, broken) = (0, 0)
        while let fault = fault(in: bytes, from: index) {
            if fault.kind == .byte { broken += 1 }
            index = fault.index + fault.length
        }
        return broken == 0 || broken * 4 <= bytes.count { $0 >= 0x80 }
    }

    /// Whether a document that is no UTF-8 is one of windows-1252 all through: as many characters are broken as are whole,
    /// and what is whole is the end of a word and a mark behind it.
    static func isRatherLatin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (broken, pairs) = (0, 0)
        var index = firstBeyondASCII(in: bytes) ?? bytes.count
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let (length, kind) = character(in: bytes, at: index)
            if kind == .byte { broken += 1 } else { pairs += 1 }
            guard kind == .byte || isEndOfWord(bytes[index], bytes[index + 1]) else { return false }
            index += length
        }
        return pairs > 0 && broken >= pairs
    }

    /// Whether all that a document holds beyond ASCII could be such ends of words of windows-1252.
    static func isAllEndsOfWords(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = firstBeyondASCII(in: bytes) ?? bytes.count
        guard index < bytes.count else { return false }
        while index < bytes.count {
            if bytes[index] >= 0x80 {
                guard index + 1 < bytes.count, isEndOfWord(bytes[index], bytes[index + 1]) else { return false }
                index += 1
            }
            index += 1
        }
        return true
    }

    /// Whether a character of two bytes is rather two of windows-1252: a capital, or ß, and a mark that follows words, such
    /// as `É»`. No word ends with the capitals that lead Greek and Cyrillic letters, and `È˜` and `È™` are Romanian ones.
    private static func isEndOfWord(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        case 0xCE, 0xCF, 0xD0, 0xD1, 0xD7: false
        case 0xC8: [0x85, 0x92, 0x93, 0x94, 0xA0, 0xAB, 0xAE, 0xBB].contains(second)
        case 0xC6...0xDF: [0x85, 0x92, 0x93, 0x94, 0x99, 0xA0, 0xAB, 0xAE, 0xBB].contains(second)
        default: false
        }
    }

    /// The length of the character at an index beyond ASCII, and what is wrong with it.
    private static func character(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Int, Kind?) {
        let lead = bytes[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard (0xC2...0xF4).contains(lead), index + length <= bytes.count else { return (1, .byte) }
        for at in index + 1..<index + length where bytes[at] & 0xC0 != 0x80 { return (1, .byte) }
        let second = bytes[index + 1]
        switch lead {
        case 0xC2 where second < 0xA0: return (2, .c1)
        case 0xE0 where second < 0xA0, 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return (1, .byte)
        case 0xED where second > 0x9F: return isPair(bytes, at: index) ? (6, .pair) : (3, .noncharacter)
        case 0xEF where second == 0xBF && bytes[index + 2] >= 0xBE: return (3, .noncharacter)
        default: return (length, nil)
        }
    }

    private static func isPair(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index + 6 <= bytes.count && bytes[index + 1] < 0xB0 && bytes[index + 3] == 0xED
            && (0xB0...0xBF).contains(bytes[index + 4]) && bytes[index + 5] & 0xC0 == 0x80
    }
}
