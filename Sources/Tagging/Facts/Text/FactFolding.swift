/// How characters that mean the same are made one.
enum FactFolding {
    /// Whether a byte may begin something that is not copied as it is.
    private static let changes: [Bool] = (0..<256).map {
        [0x09, 0x0A, 0x0D, 0x26, 0x3C, 0xC2, 0xD9, 0xDB, 0xE2, 0xE3, 0xEF].contains($0)
    }

    /// The next offset at which something may not be copied as it is; nil where there is none.
    static func firstChange(in bytes: [UInt8], from start: Int) -> Int? {
        changes.withUnsafeBufferPointer { changes in
            bytes.withUnsafeBufferPointer { bytes in
                var index = start
                while index < bytes.count, !changes[Int(bytes[index])] { index &+= 1 }
                return index < bytes.count ? index : nil
            }
        }
    }

    /// What stands at an offset if it is not copied as it is: the byte that replaces it, none where it is dropped, and
    /// its length.
    static func fold(_ bytes: [UInt8], _ index: Int) -> (byte: UInt8?, length: Int)? {
        switch bytes[index] {
        case 0x3C: return tag(bytes, index)
        case 0x26: return entity(bytes, index)
        case 0x09, 0x0A, 0x0D: return (0x20, 1)
        case 0xC2: return index + 1 < bytes.count ? latin(bytes[index + 1]) : nil
        case 0xD9, 0xDB: return index + 1 < bytes.count ? arabicDigit(bytes[index], bytes[index + 1]) : nil
        case 0xE2, 0xE3, 0xEF:
            guard index + 2 < bytes.count else { return nil }
            return wide(bytes[index], bytes[index + 1], bytes[index + 2]).map { ($0 == 0 ? nil : $0, 3) }
        default: return nil
        }
    }

    private static func latin(_ second: UInt8) -> (byte: UInt8?, length: Int)? {
        switch second {
        case 0xA0: (0x20, 2)
        case 0xAB, 0xBB: (0x22, 2)
        case 0xAD: (nil, 2)
        default: nil
        }
    }

    private static func arabicDigit(_ first: UInt8, _ second: UInt8) -> (byte: UInt8?, length: Int)? {
        switch (first, second) {
        case (0xD9, 0xA0...0xA9): (second - 0x70, 2)
        case (0xDB, 0xB0...0xB9): (second - 0x80, 2)
        default: nil
        }
    }

    /// The ASCII byte of a character of three bytes; zero where it is dropped.
    private static func wide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
        switch (first, second, third) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): 0x20
        case (0xE2, 0x80, 0x8B...0x8F), (0xEF, 0xBB, 0xBF): 0
        case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): 0x2D
        case (0xE2, 0x80, 0x98...0x99), (0xE2, 0x80, 0xB2): 0x27
        case (0xE2, 0x80, 0x9A): 0x2C
        case (0xE2, 0x80, 0x9C...0x9F), (0xE2, 0x80, 0xB3): 0x22
        case (0xE3, 0x80, 0x94), (0xE3, 0x80, 0x90): 0x28
        case (0xE3, 0x80, 0x95), (0xE3, 0x80, 0x91): 0x29
        case (0xE3, 0x80, 0x9C): 0x7E
        case (0xEF, 0xBC, 0x81...0xBF): third - 0x60
        case (0xEF, 0xBD, 0x80...0x9E): third - 0x20
        default: nil
        }
    }

    /// A tag of HTML that a feed left in the text counts as a space.
    private static func tag(_ bytes: [UInt8], _ index: Int) -> (byte: UInt8?, length: Int)? {
        guard index + 2 < bytes.count, bytes[index + 1] == 0x2F || Bytes.isLetter(bytes[index + 1]) else { return nil }
        let end = min(bytes.count, index + 512)
        guard let close = bytes[index..<end].firstIndex(of: 0x3E) else { return nil }
        return (0x20, close - index + 1)
    }

    private static func entity(_ bytes: [UInt8], _ index: Int) -> (byte: UInt8?, length: Int)? {
        for (name, byte) in entities where bytes[index...].starts(with: name) { return (byte, name.count) }
        return nil
    }

    private static let entities: [([UInt8], UInt8)] = [
        ("&nbsp;", 0x20), ("&amp;", 0x26), ("&mdash;", 0x2D), ("&ndash;", 0x2D), ("&rsquo;", 0x27), ("&lsquo;", 0x27),
        ("&ldquo;", 0x22), ("&rdquo;", 0x22), ("&quot;", 0x22), ("&#39;", 0x27), ("&apos;", 0x27), ("&#160;", 0x20),
    ].map { (Array($0.0.utf8), $0.1) }

    /// The bytes in lower case: ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic, each letter keeping its length.
    static func lowered(_ bytes: [UInt8]) -> [UInt8] {
        var lower = bytes
        lower.withUnsafeMutableBufferPointer { lower in
            var index = 0
            while index < lower.count {
                let byte = lower[index]
                if byte < 0x80 {
                    if byte >= 0x41, byte <= 0x5A { lower[index] = byte | 0x20 }
                    index += 1
                } else {
                    if byte < 0xE0, index + 1 < lower.count { lowerPair(&lower, index) }
                    index += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                }
            }
        }
        return lower
    }

    /// The first bytes of a text in lower case.
    static func lowered(_ text: String, upTo most: Int) -> [UInt8] { lowered(text.firstBytes(most)) }

    private static func lowerPair(_ bytes: inout UnsafeMutableBufferPointer<UInt8>, _ index: Int) {
        let second = bytes[index + 1]
        switch (bytes[index], second) {
        case (0xC3, 0x80...0x96), (0xC3, 0x98...0x9E): bytes[index + 1] = second + 0x20
        case (0xC4, 0x80...0xB7), (0xC5, 0x8A...0xB7): bytes[index + 1] = second | 1
        case (0xC4, 0xB9...0xBD), (0xC5, 0x81...0x87), (0xC5, 0xB9...0xBD):
            if second & 1 == 1 { bytes[index + 1] = second + 1 }
        case (0xCE, 0x91...0x9F): bytes[index + 1] = second + 0x20
        case (0xCE, 0xA0...0xA9): (bytes[index], bytes[index + 1]) = (0xCF, second - 0x20)
        case (0xD0, 0x90...0x9F): bytes[index + 1] = second + 0x20
        case (0xD0, 0xA0...0xAF): (bytes[index], bytes[index + 1]) = (0xD1, second - 0x20)
        case (0xD0, 0x80...0x8F): (bytes[index], bytes[index + 1]) = (0xD1, second + 0x10)
        default: break
        }
    }
}

extension String {
    /// The first bytes in UTF-8, copied at once.
    func firstBytes(_ most: Int) -> [UInt8] {
        var text = self
        return text.withUTF8 { Array($0.prefix(most)) }
    }
}
