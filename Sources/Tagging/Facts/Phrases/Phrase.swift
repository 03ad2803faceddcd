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
    /// What has to follow a little later in the same sentence; nil for most.
    let tail: PhraseTail?

    /// A phrase as a table spells it: `=` before it makes case matter, `*` before or after it leaves that side open, and
    /// a `*` within it stands for other words. nil where less than two bytes are left.
    ///
    /// - Parameters:
    ///   - written: The phrase, without the list that it ends by.
    ///   - rule: The rule that it belongs to.
    ///   - last: The list that it ends by, if it does.
    ///   - folder: What folds it, whose memory is used again.
    init?(_ written: ArraySlice<UInt8>, rule: Int, endingBy last: WordList? = nil, _ folder: inout Folder) {
        var (start, end) = (written.startIndex, written.endIndex)
        let star = UInt8(ascii: "*")
        isExact = start < end && written[start] == UInt8(ascii: "=")
        if isExact { start += 1 }
        let hasStarBefore = start < end && written[start] == star
        if hasStarBefore { start += 1 }
        let hasStarAfter = start < end && written[end - 1] == star
        if hasStarAfter { end -= 1 }
        var head = written[start..<end]
        var tails: [[UInt8]] = []
        // Few have a tail.
        if head.contains(star) {
            let parts = head.split(separator: star)
            guard let first = parts.first else { return nil }
            head = first
            tails = parts.dropFirst().map { Array(folder.folded($0)) }
        }
        tail =
            tails.isEmpty && last == nil
            ? nil : PhraseTail(words: tails, isOpen: hasStarAfter && !tails.isEmpty, last: last)
        bytes = Array(folder.folded(head))
        guard bytes.count >= 2 else { return nil }
        // Most are written in the letters that they fold to.
        let isFolded = head.elementsEqual(bytes) && FactFolding.firstChange(in: bytes, from: 0) == nil
        spelling = isFolded ? bytes : isExact ? Array(head) : Self.plain(Array(head))
        // A phrase that begins with a sign may stand right behind a word.
        isOpenBefore = hasStarBefore || WordClass.table[Int(bytes[0])] == WordClass.gap
        isOpenAfter = hasStarAfter && last == nil || !tails.isEmpty
        self.rule = rule
    }

    /// Words as written with punctuation and width unified, in lower case.
    static func plain(_ written: [UInt8]) -> [UInt8] {
        let isUnified = FactFolding.firstChange(in: written, from: 0) == nil
        return FactFolding.lowered(isUnified ? written : FactText(written).cased)
    }

    /// Whether a byte leads a Latin letter beyond ASCII, most of which carry an accent.
    static func isAccented(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte <= 0xC7 }

    /// Whether a field's end, `!`, `;`, `?` or `。` stands at an offset; a full stop may belong to a date or an
    /// abbreviation.
    static func endsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
        switch bytes[index] {
        case 0x0A, 0x21, 0x3B, 0x3F: true
        case 0xE3: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
        default: false
        }
    }

    /// Whether a byte may be the first of what ends a sentence.
    static func mayEndSentence(_ byte: UInt8) -> Bool { [0x0A, 0x21, 0x3B, 0x3F, 0xE3].contains(byte) }
}
