/// Figures of a text that are the same in every language, and of which hardly two events have one in common.
enum Figures {
    /// Digits of such a figure, and how many are kept.
    private static let (digits, most) = (3...9, 12)
    /// Bytes of a text that are read.
    private static let longest = 1200
    /// What numbers of four digits mostly are.
    private static let years: ClosedRange<Int> = 1900...2099

    /// The figures of some texts: no years, and none of less than three digits or with nothing but zeros behind the first.
    static func told(in texts: [String]) -> Set<Int> {
        var found: Set<Int> = []
        for text in texts {
            let bytes = Array(text.utf8.prefix(longest))
            var index = 0
            while index < bytes.count, found.count < most {
                guard Bytes.isDigit(bytes[index]) else {
                    index += 1
                    continue
                }
                let (figure, end) = figure(bytes, at: index)
                if let figure { found.insert(figure) }
                index = end
            }
        }
        return found
    }

    /// The figure that begins at an offset, with or without marks between its thousands, and where it ends.
    private static func figure(_ bytes: [UInt8], at start: Int) -> (figure: Int?, end: Int) {
        var (value, count, index) = (0, 0, start)
        while index < bytes.count {
            if Bytes.isDigit(bytes[index]) {
                (value, count) = (value &* 10 &+ Int(bytes[index] & 0x0F), count + 1)
                index += 1
            } else if count > 0, isMark(bytes, at: index) {
                index += 1
            } else {
                break
            }
        }
        var rest = value
        while rest >= 10, rest % 10 == 0 { rest /= 10 }
        let isFit = digits.contains(count) && rest >= 10 && !(count == 4 && years.contains(value))
        return (isFit ? value : nil, index)
    }

    /// Whether a mark between thousands stands at an offset: `119,467`, `119.467`, `119 467`.
    private static func isMark(_ bytes: [UInt8], at index: Int) -> Bool {
        guard [0x2C, 0x2E, 0x20].contains(bytes[index]), index + 3 < bytes.count else { return false }
        return bytes[(index + 1)...(index + 3)].allSatisfy(Bytes.isDigit)
            && (index + 4 == bytes.count || !Bytes.isDigit(bytes[index + 4]))
    }
}
