/// A phrase of a facts table and what it stands for.
struct Phrase: Sendable {
    /// Its bytes in lower case, or with their case where `isExact`.
    var bytes: [UInt8]
    /// The rule that it belongs to, an index into the tables' rules.
    var rule: Int
    /// Whether case matters.
    var isExact = false
    /// Whether a word may go on before it.
    var isOpenBefore = false
    /// Whether a word may go on after it.
    var isOpenAfter = false

    /// A phrase as a table spells it: `=` before it makes case matter, `*` before or after it leaves that side open.
    init?(_ spelling: Substring, rule: Int) {
        var text = spelling
        if text.utf8.first == UInt8(ascii: "=") {
            isExact = true
            text = text.dropFirst()
        }
        if text.utf8.first == UInt8(ascii: "*") {
            isOpenBefore = true
            text = text.dropFirst()
        }
        if text.utf8.last == UInt8(ascii: "*") {
            isOpenAfter = true
            text = text.dropLast()
        }
        let folded = FactText(String(text))
        bytes = isExact ? folded.cased : folded.lower
        self.rule = rule
        guard bytes.count >= 2 else { return nil }
    }
}

/// A phrase found in a text.
struct PhraseHit: Sendable {
    /// The rule of the phrase.
    var rule: Int
    /// Where it stands in the unified text.
    var range: Range<Int>
}
