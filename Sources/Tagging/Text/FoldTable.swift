/// How letters are made alike before they are compared: case, width, diacritics, Chinese scripts, quotes and hyphens.
enum FoldTable {
    /// Marks a character that disappears: soft hyphens, zero-width characters, combining marks.
    static let dropped: UInt16 = 0xFFFF
    /// From here on, an entry is the number of an expansion. The block is one of private use, so no text needs it.
    static let firstExpansion: UInt16 = 0xE000

    /// The fold of each character of the basic plane: a character, `dropped`, or `firstExpansion` plus a number.
    static let table: [UInt16] = tables.0
    /// What a character that folds to several becomes, in UTF-8.
    static let expansions: [[UInt8]] = tables.1

    private static let tables = makeTables()

    /// A text with its traditional Chinese characters in their simplified forms.
    static func simplified(_ text: String) -> String {
        String(
            decoding: text.utf16.map { (0x4E00...0x9FFF).contains($0) ? table[Int($0)] : $0 }, as: UTF16.self)
    }

    private static let droppedRanges: [ClosedRange<UInt32>] = [
        0xAD...0xAD, 0x300...0x36F, 0x483...0x487, 0x591...0x5C7, 0x610...0x61A, 0x640...0x640, 0x64B...0x65F,
        0x670...0x670, 0x6D6...0x6ED, 0x180B...0x180E, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F,
        0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0xE000...0xF8FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
        0xFEFF...0xFEFF, 0xFFF9...0xFFFF,
    ]
    private static let spaceRanges: [ClosedRange<UInt32>] = [
        0x80...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F, 0x205F...0x205F,
        0x3000...0x3000,
    ]

    private static func makeTables() -> ([UInt16], [[UInt8]]) {
        var table = [UInt16](unsafeUninitializedCapacity: 0x10000) { buffer, count in
            for scalar in 0..<0x10000 { buffer[scalar] = UInt16(scalar) }
            count = 0x10000
        }
        var expansions: [[UInt8]] = []
        for range in droppedRanges { for scalar in range { table[Int(scalar)] = dropped } }
        for range in spaceRanges { for scalar in range { table[Int(scalar)] = 0x20 } }
        readLetters(into: &table, &expansions)
        var source: UInt16?
        for scalar in chinese.utf16 where scalar > 0x20 {
            if let from = source {
                table[Int(from)] = scalar
                source = nil
            } else {
                source = scalar
            }
        }
        return (table, expansions)
    }

    private static func readLetters(into table: inout [UInt16], _ expansions: inout [[UInt8]]) {
        var entry: [UInt16] = []
        for unit in letters.utf16 {
            guard unit <= 0x20 else {
                entry.append(unit)
                continue
            }
            if entry.count == 2 {
                table[Int(entry[0])] = entry[1]
            } else if entry.count > 2 {
                table[Int(entry[0])] = firstExpansion + UInt16(expansions.count)
                expansions.append(Array(String(decoding: entry.dropFirst(), as: UTF16.self).utf8))
            }
            entry.removeAll(keepingCapacity: true)
        }
    }
}
