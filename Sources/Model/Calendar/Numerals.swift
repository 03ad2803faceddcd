/// Numbers as scripts other than the Latin one write them.
public enum Numerals {
    /// The value of a decimal digit of any script that laws are dated in: ASCII, full-width, Arabic-Indic, Persian,
    /// Indian, Thai, Lao, Khmer and Burmese.
    public static func digit(_ scalar: Unicode.Scalar) -> Int? {
        let value = scalar.value
        if value < 0x660 { return (0x30...0x39).contains(value) ? Int(value - 0x30) : nil }
        for zero in zeros where value >= zero && value <= zero + 9 { return Int(value - zero) }
        return nil
    }

    private static let zeros: [UInt32] = [
        0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0x17E0,
        0xFF10,
    ]

    /// Whether a character is part of a number in Chinese characters.
    public static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x3007 && chineseDigit(scalar) != nil || isChineseUnit(scalar)
    }

    /// The value of a number in Chinese characters, written by digits (`二〇二四`) or by units (`二十四`, `百十三`, `廿四`).
    ///
    /// - Parameter scalars: The characters of the number and nothing else.
    /// - Returns: nil where they are no number below a hundred million.
    public static func chinese(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
        guard (1...9).contains(scalars.count) else { return nil }
        return scalars.contains(where: isChineseUnit) ? byUnits(scalars) : byDigits(scalars)
    }

    private static func isChineseUnit(_ scalar: Unicode.Scalar) -> Bool {
        chineseUnit(scalar) != nil || chineseTens(scalar) != nil
    }

    private static func byDigits(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
        var value = 0
        for scalar in scalars {
            guard let digit = chineseDigit(scalar) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private static func byUnits(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
        var (total, digit, last) = (0, nil as Int?, Int.max)
        for scalar in scalars {
            if let unit = chineseUnit(scalar) {
                guard unit < last else { return nil }
                total += (digit ?? 1) * unit
                (digit, last) = (nil, unit)
            } else if let value = chineseDigit(scalar) {
                guard digit == nil || digit == 0 else { return nil }
                digit = value
            } else if let tens = chineseTens(scalar) {
                guard last > 10 else { return nil }
                total += tens
                last = 10
            }
        }
        return total + (digit ?? 0)
    }

    private static func chineseDigit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "○", "零", "Ｏ": 0
        case "一", "壹", "壱", "弌": 1
        case "二", "贰", "貳", "弐", "两", "兩": 2
        case "三", "叁", "參", "叄", "参": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆", "陸": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        default: nil
        }
    }

    private static func chineseUnit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十", "拾": 10
        case "百", "佰": 100
        case "千", "仟": 1000
        default: nil
        }
    }

    private static func chineseTens(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "廿": 20
        case "卅": 30
        default: nil
        }
    }
}
