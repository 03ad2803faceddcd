/// Numbers as Chinese and Japanese legal texts spell them.
enum HanNumerals {
    private static let digits: [StaticString] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let zeros: [StaticString] = ["零", "○"]

    /// The number that is spelt at the reader's place, digit by digit (`二〇二六`) or with tens and hundreds (`一百十五`);
    /// nil, with the reader where it was, where none is.
    static func number(_ reader: inout ByteReader) -> Int? {
        let start = reader.index
        var (value, pending, length, isPositional) = (0, 0, 0, true)
        while length < 8 {
            if let digit = digit(&reader) {
                pending = isPositional ? pending * 10 + digit : digit
            } else if reader.skip("十") {
                (value, pending, isPositional) = (value + max(pending, 1) * 10, 0, false)
            } else if reader.skip("百") {
                (value, pending, isPositional) = (value + max(pending, 1) * 100, 0, false)
            } else {
                break
            }
            length += 1
        }
        guard length > 0 else {
            reader.index = start
            return nil
        }
        return value + pending
    }

    private static func digit(_ reader: inout ByteReader) -> Int? {
        if let digit = digits.indices.first(where: { reader.skip(digits[$0]) }) { return digit }
        return zeros.contains { reader.skip($0) } ? 0 : nil
    }
}
