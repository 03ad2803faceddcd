import Model

/// Arabic words without the article and the small words that are written as one with them: البيانات and لنقل are بيانات
/// and نقل.
enum ArabicWords {
    /// The longest first.
    private static let prefixes = ["وال", "بال", "كال", "فال", "ولل", "ال", "لل", "ل", "ب"].map {
        Array($0.unicodeScalars)
    }
    /// Letters that are left of a word at least.
    private static let least = 3
    /// Characters of a text that are read at most.
    private static let longest = 1_200

    /// A text whose title and short text are of bare words.
    static func bare(_ text: ItemText) -> ItemText {
        var text = text
        (text.title, text.summary) = (bare(text.title), bare(text.summary))
        return text
    }

    static func bare(_ text: String) -> String {
        var found = String.UnicodeScalarView()
        for word in text.unicodeScalars.prefix(longest).split(separator: " ", omittingEmptySubsequences: false) {
            if !found.isEmpty { found.append(" ") }
            let opening = word.prefix { !WordHashes.isLetter($0) }
            let letters = word.dropFirst(opening.count)
            let prefix = prefixes.first { letters.starts(with: $0) && letters.count - $0.count >= least }
            found.append(contentsOf: opening)
            found.append(contentsOf: letters.dropFirst(prefix?.count ?? 0))
        }
        return String(found)
    }
}
