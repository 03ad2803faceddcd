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
    /// What has to follow a little later in the same sentence, like the `zurück` of `weist … zurück`; mostly empty.
    var tail: [UInt8] = []

    /// Bytes that may stand between the phrase and its tail.
    static let reach = 80

    /// A phrase as a table spells it: `=` before it makes case matter, `*` before or after it leaves that side open, and
    /// a `*` within it stands for other words. nil where less than two bytes are left.
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
        let parts = text.split(separator: "*", maxSplits: 1).map { FactText(String($0)) }
        guard let first = parts.first else { return nil }
        bytes = isExact ? first.cased : first.lower
        self.rule = rule
        if parts.count > 1 {
            tail = isExact ? parts[1].cased : parts[1].lower
            isOpenAfter = true
        }
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
