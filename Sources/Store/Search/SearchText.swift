/// Text as the index of words takes it: Chinese, Japanese and Korean runs as overlapping pairs of characters, so that
/// words of two characters are found; everything else as it is.
enum SearchText {
    /// The text with runs of such characters taken apart: `深度合成` becomes `深度 度合 合成 成`.
    ///
    /// The last character stands alone as well, so that each of them begins a token and can be looked up by it.
    static func indexed(_ text: String) -> String {
        let utf8 = text.utf8
        // Such characters have lead bytes from E1 on; most Latin text has none, and needs no work.
        guard utf8.contains(where: { $0 >= 0xE1 }) else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let current = narrowed(scalar)
            if isPaired(current) {
                if let previous { append(pair: previous, current, to: &result) } else { result.append(" ") }
                previous = current
            } else {
                if let last = previous { end(run: last, in: &result) }
                previous = nil
                result.append(current)
            }
        }
        if let last = previous { end(run: last, in: &result) }
        return String(result)
    }

    /// Whether the character belongs to a script that is written without spaces, or, as Korean, with endings that
    /// stick to the word.
    static func isPaired(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005, 0x3007,  // 々 〇
            0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE,  // kana and the long-vowel mark
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,  // ideographs
            0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E,  // Hangul
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Latin letters and digits of full width as ordinary ones.
    static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static func append(
        pair first: Unicode.Scalar, _ second: Unicode.Scalar, to result: inout String.UnicodeScalarView
    ) {
        result.append(first)
        result.append(second)
        result.append(" ")
    }

    private static func end(run last: Unicode.Scalar, in result: inout String.UnicodeScalarView) {
        result.append(last)
        result.append(" ")
    }
}
