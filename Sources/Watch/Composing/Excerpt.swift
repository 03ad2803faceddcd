/// The first sentences of a text, for a digest.
enum Excerpt {
    /// Characters that a digest shows at most; an East Asian one counts for two.
    static let most = 420

    /// Two or three sentences of a text: whole ones where they fit.
    static func of(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var used = 0
        var sentences = 0
        var lastEnd: Int?
        var previous: Unicode.Scalar = " "
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            used += scalar.value >= 0x2E80 ? 2 : 1
            if used > most { break }
            result.append(scalar)
            if endsSentence(scalar, after: previous, next: index + 1 < scalars.count ? scalars[index + 1] : nil) {
                sentences += 1
                lastEnd = result.count
                if sentences == 3 { return String(result) }
            }
            previous = scalar
        }
        if used <= most { return text }
        guard let lastEnd, lastEnd * 3 > result.count else { return String(result) + "…" }
        return String(String.UnicodeScalarView(result.prefix(lastEnd)))
    }

    /// A full stop ends a sentence unless it stands in a number, an abbreviation of one letter, or before a word in
    /// lower case.
    private static func endsSentence(_ scalar: Unicode.Scalar, after: Unicode.Scalar, next: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "。", "！", "？", "؟", "।": true
        case ".", "!", "?":
            next == nil || (next == " " && !after.properties.isUppercase && !after.properties.isWhitespace)
        default: false
        }
    }
}
