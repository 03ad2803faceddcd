import Model

/// The sum of money that a report is about: a fine, a settlement, damages.
enum NamedSum {
    /// Sums below this tell nothing.
    private static let least = 1_000.0
    /// Bytes of a text that are read at most, and of a word for a million or so that may be shortened.
    private static let (longest, longestShort) = (600, 8)

    /// The first sum of the title, else of the text behind it, without its currency; nil where there is none.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - isPaid: Whether it is about a fine or the like, so that its title may leave the currency out: `a 15 million fine`.
    /// - Returns: The sum.
    static func told(in text: ItemText, isPaid: Bool = false) -> Int? {
        let hasNumerals = ["zh", "ja"].contains(text.language.primary)
        return first(in: text.title, hasNumerals, isPaid) ?? first(in: text.summary, hasNumerals, false)
    }

    /// Whether two sums may be one, of which a report has the first digits only: `27 mln zł`, `27 124 816 zł`.
    static func mayBeOne(_ left: Int, _ right: Int) -> Bool {
        if left == right { return true }
        let (least, most) = (min(left, right), max(left, right))
        guard key(of: least) == key(of: most) else { return false }
        // What is left out is less than one of the last digit that is told.
        return [left, right].contains { rough in
            var unit = 1
            while rough % (unit * 10) == 0 { unit *= 10 }
            return rough >= unit * 10 && most - least < unit
        }
    }

    /// Whether the rougher of two sums that may be one has so many digits that hardly another has the same.
    static func isDetailed(_ left: Int, _ right: Int) -> Bool {
        [left, right].allSatisfy { sum in
            var rest = sum
            while rest % 10 == 0, rest > 0 { rest /= 10 }
            return rest >= leastDetailed
        }
    }

    /// The least number that has so many digits.
    private static let leastDetailed = 1_000

    /// Its first two digits, and how many stand behind them: those of sums that may be one are the same.
    static func key(of sum: Int) -> Int {
        var (rest, places) = (sum, 0)
        while rest >= 100 { (rest, places) = (rest / 10, places + 1) }
        return places * 100 + rest
    }

    private static func first(in text: String, _ hasNumerals: Bool, _ isPaid: Bool) -> Int? {
        let bytes = FactFolding.lowered(text, upTo: longest)
        // Most texts have no number at all.
        guard hasNumerals || bytes.contains(where: Bytes.isDigit) || NumberWords.mayStand(in: bytes) else { return nil }
        var index = 0
        while index < bytes.count {
            let isDigit = Bytes.isDigit(bytes[index])
            guard
                isDigit && !Bytes.wordEnds(bytes, at: index) || hasNumerals && beginsNumeral(bytes[index])
                    || NumberWords.stands(in: bytes, at: index)
            else {
                index += 1
                continue
            }
            var reader = ByteReader(bytes: bytes, index: index)
            if let sum = sum(&reader, from: index, isPaid) { return sum }
            index = max(index + 1, reader.index)
        }
        return nil
    }

    /// Whether numerals of HanNumerals begin with a byte.
    private static func beginsNumeral(_ byte: UInt8) -> Bool { byte == 0xE4 || byte == 0xE5 || byte == 0xE7 }

    private static func sum(_ reader: inout ByteReader, from start: Int, _ isPaid: Bool) -> Int? {
        var (sum, last) = (0.0, Double.infinity)
        // `1億2000万` is one sum of two scales, and so is `1347억 9,100만`.
        while let number = number(&reader) {
            guard let scale = scale(&reader) else {
                sum += number
                break
            }
            sum += number * scale.factor
            let isLower = scale.factor < last
            last = min(last, scale.factor)
            guard scale.word[0] >= 0x80, isLower else { break }
            var rest = reader
            if rest.skip(byte: 0x20), Self.number(&rest) != nil, let lower = Self.scale(&rest), lower.word[0] >= 0x80,
                lower.factor < last
            {
                reader.index += 1
            }
        }
        guard sum >= least, sum < 1e15,
            isMarked(reader.bytes, before: start) || hasCurrency(reader)
                || isPaid && last >= 1e6 && last < .infinity && ends(reader)
        else { return nil }
        return Int(sum.rounded())
    }

    /// What a number behind which it stands counts by; `mil millones` are two words.
    private static func scale(_ reader: inout ByteReader) -> (word: [UInt8], factor: Double)? {
        let start = reader
        if !reader.skip(byte: 0x20) { _ = reader.skip("\u{A0}") }
        guard let scale = scales.first(where: { skip($0.word, &reader) }) else {
            reader = start
            return nil
        }
        var rest = reader
        if scale.factor == 1e3, rest.skip(byte: 0x20),
            let higher = scales.first(where: { $0.factor == 1e6 && skip($0.word, &rest) })
        {
            reader = rest
            return (scale.word, scale.factor * higher.factor)
        }
        // `5 тыс. руб.`, `45 Mio. Euro`; where a sentence ends nothing follows that matters here.
        rest = reader
        if scale.word.count <= longestShort, rest.skip(byte: 0x2E), hasCurrency(rest) { reader = rest }
        return scale
    }

    /// Whether what is counted does not stand behind a number: `multa de 15 milhões à Acme`, and not `15 milhões de imagens`.
    private static func ends(_ reader: ByteReader) -> Bool {
        var reader = reader
        guard reader.skip(byte: 0x20) else {
            return !(reader.current.map { Bytes.isWordLead($0) || $0 >= 0xE3 } ?? false)
        }
        let word = reader.bytes[reader.index...].prefix { $0 != 0x20 && $0 != 0x2C && $0 != 0x27 }
        return behind.contains(Array(word))
    }

    /// Small words that lead from a sum to who pays it, and why.
    private static let behind: Set<[UInt8]> = Set(
        """
        fine penalty settlement to for on over against after gegen für wegens aan voor tegen wegen nach à au aux pour contre
        après a al alla ad all per contro por para contra ao à tras após za dla na od dal del
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

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
            } else if skipSpaces(&reader, behind: count) {
                continue
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

    /// Skips the space between thousands, of whatever width: `27 124 816 zł`.
    private static func skipSpaces(_ reader: inout ByteReader, behind count: Int) -> Bool {
        guard count > 0, let width = spaces.first(where: { reader.bytes[reader.index...].starts(with: $0) })?.count
        else {
            return false
        }
        let digits = reader.bytes[(reader.index + width)...].prefix(4).prefix { Bytes.isDigit($0) }
        let before = reader.bytes[..<reader.index].suffix(4).reversed().prefix { Bytes.isDigit($0) }
        guard digits.count == 3, (1...3).contains(before.count) else { return false }
        reader.index += width
        return true
    }

    private static let spaces = [" ", "\u{A0}", "\u{202F}", "\u{2009}"].map { Array($0.utf8) }

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
            // The letters of `millón`, `milionów` and `миллионов` beyond ASCII have two bytes.
            let length = Bytes.isLetter(byte) ? 1 : !isShort && (0xC3...0xDB).contains(byte) ? 2 : 0
            if length == 0 { break }
            reader.index += length
        }
        return true
    }

    /// Whether the word is of a script whose words have endings.
    private static func isLatin(_ word: [UInt8]) -> Bool { Bytes.isLetter(word[0]) || (0xC3...0xDB).contains(word[0]) }

    private static let scales: [(word: [UInt8], factor: Double)] = [
        ("milliard", 1e9), ("billion", 1e9), ("miliard", 1e9), ("miljard", 1e9), ("mrd", 1e9), ("bn", 1e9),
        ("million", 1e6), ("mill\u{F3}n", 1e6), ("millon", 1e6), ("milion", 1e6), ("milh", 1e6), ("miljoen", 1e6),
        ("mln", 1e6), ("mio", 1e6), ("mn", 1e6), ("mi", 1e6), ("bi", 1e9),
        ("m", 1e6), ("mld", 1e9), ("thousand", 1e3), ("tausend", 1e3), ("tsd", 1e3), ("tys", 1e3), ("mila", 1e3),
        ("mil", 1e3),
        ("mille", 1e3), ("duizend", 1e3), ("k", 1e3), ("crore", 1e7), ("lakh", 1e5), ("миллиард", 1e9), ("млрд", 1e9),
        ("миллион", 1e6), ("млн", 1e6), ("тысяч", 1e3), ("тыс", 1e3), ("مليار", 1e9), ("مليون", 1e6), ("ملايين", 1e6),
        ("ألف", 1e3), ("조", 1e12), ("兆", 1e12), ("亿", 1e8), ("億", 1e8), ("억", 1e8), ("万", 1e4), ("萬", 1e4), ("만", 1e4),
    ].map { (Array($0.0.utf8), $0.1) }

    private static let marks = [
        "€", "£", "¥", "￥", "₩", "₹", "₽", "usd ", "eur ", "us$", "€ ", "£ ", "chf ", "$ ", "gbp ", "cny ", "rmb ",
        "jpy ",
        "krw ", "inr ", "rs ", "rs. ", "rs.", "₹ ", "pln ", "sek ", "nok ", "dkk ", "czk ", "cad ", "aud ", "sgd ",
        "hkd ",
        "twd ", "brl ", "try ", "aed ", "sar ",
    ].map { Array($0.utf8) }

    private static let currencies = [
        "dollar", "euro", "pound", "yuan", "yen", "won", "franc", "franken", "pfund", "usd", "eur", "gbp", "cny", "rmb",
        "€", "$", "£", "元", "圓", "円", "원", "美元", "欧元", "歐元", "日元", "韩元", "英镑", "人民币", "ドル", "ユーロ", "달러", "유로",
        "zł", "pln", "krw", "jpy", "inr", "rupee", "koron", "kron", "sek", "dkk", "nok", "kč", "czk", "reais", "real",
        "brl",
        "руб", "₽", "евро", "доллар", "lira", "dirham", "riyal", "peso", "ريال", "درهم", "يورو", "دولار", "جنيه", "원화",
        "新臺幣", "新台幣", "台币", "港元", "港幣", "港币", "台湾元", "ウォン",
    ].map { Array($0.utf8) }
}
