import Model

/// The sum of money that a report is about: a fine, a settlement, damages.
enum NamedSum {
    /// Sums below this tell nothing.
    private static let least = 1_000.0
    /// Bytes of a text that are read at most.
    private static let longest = 600

    /// The first sum of the title, else of the text behind it, without its currency; nil where there is none.
    static func told(in text: ItemText) -> Int? {
        let hasNumerals = ["zh", "ja"].contains(text.language.primary)
        return first(in: text.title, hasNumerals) ?? first(in: text.summary, hasNumerals)
    }

    private static func first(in text: String, _ hasNumerals: Bool) -> Int? {
        let bytes = FactFolding.lowered(Array(text.utf8.prefix(longest)))
        // Most texts have no number at all.
        guard hasNumerals || bytes.contains(where: Bytes.isDigit) || NumberWords.mayStand(in: bytes) else { return nil }
        var index = 0
        while index < bytes.count {
            let isDigit = Bytes.isDigit(bytes[index])
            guard
                isDigit && !Bytes.wordEnds(bytes, at: index) || hasNumerals && numerals.contains(bytes[index])
                    || NumberWords.stands(in: bytes, at: index)
            else {
                index += 1
                continue
            }
            var reader = ByteReader(bytes: bytes, index: index)
            if let sum = sum(&reader, isMarked: isMarked(bytes, before: index)) { return sum }
            index = max(index + 1, reader.index)
        }
        return nil
    }

    /// The bytes with which numerals of HanNumerals begin.
    private static let numerals: Set<UInt8> = [0xE4, 0xE5, 0xE7]

    private static func sum(_ reader: inout ByteReader, isMarked: Bool) -> Int? {
        var (sum, last) = (0.0, Double.infinity)
        // `1億2000万` is one sum of two scales.
        while let number = number(&reader) {
            let next = reader
            if !reader.skip(byte: 0x20) { _ = reader.skip("\u{A0}") }
            let scale = scales.first { skip($0.word, &reader) }
            if scale == nil { reader = next }
            sum += number * (scale?.factor ?? 1)
            guard let scale, scale.word[0] >= 0x80, scale.factor < last else { break }
            last = scale.factor
        }
        guard isMarked || hasCurrency(reader) else { return nil }
        return sum >= least && sum < 1e15 ? Int(sum.rounded()) : nil
    }

    private static func number(_ reader: inout ByteReader) -> Double? {
        guard let byte = reader.current else { return nil }
        if Bytes.isDigit(byte) { return digits(&reader) }
        return NumberWords.number(&reader) ?? HanNumerals.number(&reader).map(Double.init)
    }

    /// Digits with a mark between thousands, or before a fraction.
    private static func digits(_ reader: inout ByteReader) -> Double? {
        var (whole, fraction, places) = (0.0, 0.0, 1.0)
        var count = 0
        while let byte = reader.current, count < 15 {
            if Bytes.isDigit(byte) {
                whole = whole * 10 + Double(byte - 0x30)
            } else if [0x2C, 0x2E, 0x27].contains(byte), let length = run(reader), length == 3 {
                // The mark between thousands.
            } else {
                break
            }
            reader.index += 1
            count += 1
        }
        if reader.current == 0x2C || reader.current == 0x2E, let length = run(reader), length <= 2 {
            reader.index += 1
            while let byte = reader.current, Bytes.isDigit(byte) {
                places *= 10
                fraction += Double(byte - 0x30) / places
                reader.index += 1
            }
        }
        return count < 15 ? whole + fraction : nil
    }

    /// How many digits stand behind the next byte.
    private static func run(_ reader: ByteReader) -> Int? {
        var length = 0
        while let byte = reader.peek(1 + length), Bytes.isDigit(byte) { length += 1 }
        return length > 0 ? length : nil
    }

    private static func isMarked(_ bytes: [UInt8], before index: Int) -> Bool {
        let before = bytes[..<index]
        return before.last == 0x24 || marks.contains { before.suffix($0.count).elementsEqual($0) }
    }

    private static func hasCurrency(_ reader: ByteReader) -> Bool {
        var reader = reader
        if !reader.skip(byte: 0x20) { _ = reader.skip("\u{A0}") }
        if !reader.skip("de "), !reader.skip("di "), !reader.skip("d'") { _ = reader.skip("d’") }
        return currencies.contains { skip($0, &reader) }
    }

    /// Skips a word; one of letters must end there, unless it is a stem or has no spaces around it.
    private static func skip(_ word: [UInt8], _ reader: inout ByteReader) -> Bool {
        guard reader.bytes[reader.index...].starts(with: word) else { return false }
        let end = reader.index + word.count
        let isShort = word.count <= 3 && Bytes.isLetter(word[0])
        if isShort, Bytes.wordGoesOn(reader.bytes, at: end) { return false }
        reader.index = end
        while isLatin(word), let byte = reader.current {
            // The letters of `millón` and `milionów` beyond ASCII have two bytes.
            let length = Bytes.isLetter(byte) ? 1 : !isShort && (0xC3...0xC5).contains(byte) ? 2 : 0
            if length == 0 { break }
            reader.index += length
        }
        return true
    }

    private static func isLatin(_ word: [UInt8]) -> Bool { Bytes.isLetter(word[0]) }

    private static let scales: [(word: [UInt8], factor: Double)] = [
        ("milliard", 1e9), ("billion", 1e9), ("miliard", 1e9), ("miljard", 1e9), ("mrd", 1e9), ("bn", 1e9),
        ("million", 1e6), ("mill\u{F3}n", 1e6), ("millon", 1e6), ("milion", 1e6), ("milh", 1e6), ("miljoen", 1e6),
        ("mln", 1e6), ("mio", 1e6), ("mn", 1e6),
        ("m", 1e6), ("thousand", 1e3), ("亿", 1e8), ("億", 1e8), ("억", 1e8), ("万", 1e4), ("萬", 1e4), ("만", 1e4),
    ].map { (Array($0.0.utf8), $0.1) }

    private static let marks = ["€", "£", "¥", "￥", "₩", "usd ", "eur ", "us$", "€ ", "£ ", "chf "].map {
        Array($0.utf8)
    }

    private static let currencies = [
        "dollar", "euro", "pound", "yuan", "yen", "won", "franc", "franken", "pfund", "usd", "eur", "gbp", "cny", "rmb",
        "€", "$", "£", "元", "圓", "円", "원", "美元", "欧元", "歐元", "日元", "韩元", "英镑", "人民币", "ドル", "ユーロ", "달러", "유로",
    ].map { Array($0.utf8) }
}
