/// A phrase of a facts table and what it stands for.
struct Phrase: Sendable {
    /// Its folded bytes.
    let bytes: [UInt8]
    /// Its bytes as written, in lower case unless case matters.
    let spelling: [UInt8]
    /// Whether case matters.
    let isExact: Bool
    /// The rule that it belongs to, an index into the tables' rules.
    let rule: Int
    /// Whether a word may go on before it.
    let isOpenBefore: Bool
    /// Whether a word may go on after it.
    let isOpenAfter: Bool
    /// What has to follow a little later in the same sentence, like the `zurück` of `weist … zurück`; mostly empty.
    let tail: [UInt8]

    /// Bytes that may stand between the phrase and its tail.
    private static let reach = 80

    /// A phrase as a table spells it: `=` before it makes case matter, `*` before or after it leaves that side open, and
    /// a `*` within it stands for other words. nil where less than two bytes are left.
    init?(_ written: ArraySlice<UInt8>, rule: Int) {
        var text = written
        isExact = text.first == UInt8(ascii: "=")
        if isExact { text.removeFirst() }
        let star = UInt8(ascii: "*")
        let hasStarBefore = text.first == star
        if hasStarBefore { text.removeFirst() }
        let hasStarAfter = text.last == star
        if hasStarAfter { text.removeLast() }
        let parts = text.split(separator: star, maxSplits: 1)
        guard let head = parts.first else { return nil }
        bytes = NormalText.folded(Array(head))
        guard bytes.count >= 2 else { return nil }
        spelling = isExact ? Array(head) : Self.plain(Array(head))
        tail = parts.count > 1 ? NormalText.folded(Array(parts[1])) : []
        // A phrase that begins with a sign may stand right behind a word.
        isOpenBefore = hasStarBefore || WordClass.table[Int(bytes[0])] == WordClass.gap
        isOpenAfter = hasStarAfter || !tail.isEmpty
        self.rule = rule
    }

    /// Words as written with punctuation and width unified, in lower case.
    static func plain(_ written: [UInt8]) -> [UInt8] { FactFolding.lowered(FactText(written).cased) }

    /// Whether a byte leads a Latin letter beyond ASCII, most of which carry an accent.
    static func isAccented(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte <= 0xC7 }

    /// Where the phrase's tail ends that follows in the same sentence; nil where none does.
    func tailEnd(in text: NormalText, after end: Int) -> Int? {
        let limit = min(text.bytes.count, end + Self.reach + tail.count)
        var index = end
        while index + tail.count <= limit, !Self.endsSentence(text.bytes, index) {
            let last = index + tail.count
            if text.bytes[index] == tail[0], text.bytes[index..<last].elementsEqual(tail), text.isBoundary(index),
                text.isBoundary(last)
            {
                return last
            }
            index += 1
        }
        return nil
    }

    /// Whether a field's end, `!`, `;`, `?` or `。` stands at an offset; a full stop may belong to a date or an
    /// abbreviation.
    private static func endsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
        switch bytes[index] {
        case 0x0A, 0x21, 0x3B, 0x3F: true
        case 0xE3: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
        default: false
        }
    }
}
