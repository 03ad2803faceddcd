/// What windows-1252 has where ISO 8859-1 has control characters.
enum Windows1252 {
    /// Scalars of the bytes 0x80 to 0x9F; the five that have none stand for themselves.
    static let scalars: [UInt32] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]

    /// The scalar of a byte beyond ASCII.
    static func scalar(_ byte: UInt8) -> UInt32 { byte < 0xA0 ? scalars[Int(byte - 0x80)] : UInt32(byte) }

    /// What follows 0xC2 in the UTF-8 of a control character.
    private static let controls: ClosedRange<UInt8> = 0x80...0x9F

    /// Text whose references to control characters, such as `&#146;`, were meant as windows-1252; nil where it has none.
    static func repaired(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let scan = ByteScan(text)
        var mark = scan.index(of: 0xC2, from: 0)
        // What is repaired may not be UTF-8: any byte may follow.
        while mark + 1 < text.count, !controls.contains(text[mark + 1]) {
            mark = scan.index(of: 0xC2, from: mark + 1)
        }
        guard mark + 1 < text.count else { return nil }
        var output = Array(text[..<mark])
        output.reserveCapacity(text.count * 2)
        var index = mark
        while index < text.count {
            if text[index] == 0xC2, index + 1 < text.count, controls.contains(text[index + 1]) {
                appendUTF8(scalars[Int(text[index + 1] - 0x80)], to: &output)
                index += 2
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }
}
