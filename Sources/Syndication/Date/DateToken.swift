import Model

/// A piece of a date: a number, a word in folded letters, or a mark.
struct DateToken {
    enum Kind { case number, word, mark }

    var kind: Kind
    /// The number's value, or the mark's scalar.
    var value = 0
    /// How many digits the number is written with; 0 where it is written in Chinese characters.
    var digits = 0
    /// The word.
    var word = ""
    /// Whether nothing stands between it and the token before.
    var isGlued = false
    /// Whether it has a role already.
    var isUsed = false
    /// Whether the word is written in capitals, as zones are.
    var isUpper = false
    /// Whether it is written in letters or digits that English does not have.
    var isForeign = false
    /// Whether the number is written in Persian digits.
    var isPersian = false
    /// Whether the number is written as an ordinal, as in `1º/11/2024`.
    var isOrdinal = false

    func isMark(_ scalar: Unicode.Scalar) -> Bool { kind == .mark && value == Int(scalar.value) }
    func isWord(_ text: String) -> Bool { kind == .word && word == text }
    var isNumber: Bool { kind == .number }
}

/// Cuts a text into tokens; no more than the first 400 bytes and 80 tokens are looked at.
struct DateTokenizer {
    private var tokens: [DateToken] = []
    private var scalars: [Unicode.Scalar] = []
    private var index = 0
    private var isGlued = false
    /// Whether a mark of Arabic or Hebrew text stands before the next token.
    private var isRightToLeft = false

    static func tokens(_ bytes: UnsafeBufferPointer<UInt8>) -> [DateToken] {
        var tokenizer = DateTokenizer()
        tokenizer.read(bytes)
        return tokenizer.tokens
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        let prefix = UnsafeBufferPointer(rebasing: bytes.prefix(400))
        scalars = Array(String(decoding: prefix, as: UTF8.self).unicodeScalars)
        while index < scalars.count, tokens.count < 80 { readToken() }
    }

    private mutating func readToken() {
        let scalar = scalars[index]
        if Numerals.digit(scalar) != nil {
            readNumber()
        } else if isSpace(scalar) {
            isRightToLeft = isRightToLeft || scalar == "\u{200F}"
            index += 1
            isGlued = false
        } else if isIdeograph(scalar) {
            readIdeographs()
        } else if isLetter(scalar) {
            readWord()
        } else {
            append(DateToken(kind: .mark, value: Int(plainMark(scalar).value)))
            index += 1
        }
    }

    private mutating func append(_ token: DateToken) {
        var token = token
        token.isGlued = isGlued
        token.isForeign = token.isForeign || isRightToLeft
        isRightToLeft = false
        tokens.append(token)
        isGlued = true
    }

    private mutating func readNumber() {
        var (value, digits) = (0, 0)
        let first = scalars[index].value
        let isFullWidth = (0xFF10...0xFF19).contains(first)
        while index < scalars.count, let digit = Numerals.digit(scalars[index]) {
            if digits < 18 { value = value * 10 + digit }
            digits += 1
            index += 1
        }
        // `1º/05/2026`, `1ºde maio`.
        let ending = ordinalEnding()
        index += ending
        append(
            DateToken(
                kind: .number, value: value, digits: digits, isForeign: first > 0x7F && !isFullWidth,
                isPersian: (0x6F0...0x6F9).contains(first), isOrdinal: ending > 0))
    }

    /// How many characters make an ordinal of the number before them: `º`, `.º`, the `er` of `1er/05/2026`.
    private func ordinalEnding() -> Int {
        let rest = scalars[index...].prefix(3)
        if let first = rest.first, ["º", "ª", "°"].contains(first) { return 1 }
        if rest.starts(with: [".", "º"]) { return 2 }
        return rest.elementsEqual(["e", "r", "/"]) ? 2 : 0
    }

    /// A full stop inside Thai or Lao letters belongs to the word (`ม.ค.`).
    private mutating func readWord() {
        var word = String.UnicodeScalarView()
        var isUpper = true
        var isForeign = false
        while index < scalars.count, isLetter(scalars[index]) || isInnerStop(), !isIdeograph(scalars[index]) {
            if !("A"..."Z").contains(scalars[index]), !("Ａ"..."Ｚ").contains(scalars[index]) { isUpper = false }
            if scalars[index].value > 0x7F, scalars[index].value < 0xFF00 { isForeign = true }
            // `PMకి`: an ending of another script.
            if (0x900..<0xE00).contains(scalars[index].value), let last = word.last, last.value < 0x80 { break }
            if let letter = LetterFolding.fold(scalars[index]) {
                word.append(letter)
            } else if let last = word.last, let letter = LetterFolding.composed(last, scalars[index]) {
                word.removeLast()
                word.append(letter)
            }
            index += 1
        }
        // A joiner between words is none itself.
        guard !word.isEmpty else { return }
        append(DateToken(kind: .word, word: String(word), isUpper: isUpper, isForeign: isForeign))
    }

    private func isInnerStop() -> Bool {
        scalars[index] == "." && index > 0 && index + 1 < scalars.count && writesInnerStops(scalars[index - 1])
            && writesInnerStops(scalars[index + 1])
    }

    private func writesInnerStops(_ scalar: Unicode.Scalar) -> Bool {
        (0xE01...0xE4E).contains(scalar.value) || (0xE81...0xECD).contains(scalar.value)
    }

    private mutating func readIdeographs() {
        if let (word, length) = CalendarWords.ideographs(scalars[index...]) {
            append(
                word == "元" && isEra(tokens.last)
                    ? DateToken(kind: .number, value: 1) : DateToken(kind: .word, word: word))
            index += length
            return
        }
        var end = index
        while end < scalars.count, Numerals.isChinese(scalars[end]) { end += 1 }
        if end > index, let value = Numerals.chinese(scalars[index..<end]) {
            append(DateToken(kind: .number, value: value))
            index = end
        } else {
            append(DateToken(kind: .word, word: String(Character(scalars[index]))))
            index += 1
        }
    }

    /// Whether a token is an era, so that `元` behind it is the first year.
    private func isEra(_ token: DateToken?) -> Bool {
        guard let token, isGlued else { return false }
        return CalendarWords.eras[token.word] != nil || (token.isUpper && CalendarWords.eraLetters[token.word] != nil)
    }

    private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005...0x3007, 0x3040...0x30FA, 0x30FC...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x32FF,
            0x337B...0x337E:
            true
        default: scalar == "○"
        }
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x80 { return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
        return value == 0x200C || value == 0x200D || scalar.properties.isAlphabetic
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0xA0, 0x2000...0x200B, 0x200E, 0x200F, 0x2028...0x202F, 0x205F...0x2069, 0x3000, 0xFEFF: true
        default: false
        }
    }

    private func plainMark(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "：", "︰": ":"
        case "．", "。", "·", "・": "."
        case "／", "⁄", "\\": "/"
        case "－", "–", "—", "‐", "‑", "−": "-"
        case "＋": "+"
        case "，", "、", "،", "၊": ","
        case "（", "［", "【": "("
        case "）", "］", "】": ")"
        case "’", "‘", "´", "`", "׳": "'"
        case "॰": "."
        case "«", "»", "“", "”", "„": "\""
        case "～", "〜", "~": "-"
        default: scalar
        }
    }
}
