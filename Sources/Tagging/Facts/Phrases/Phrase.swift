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
    /// What has to follow a little later in the same sentence, one after the other, like the `klage` and the `zurück` of
    /// `weist … Klage … zurück`; mostly empty.
    let tails: [[UInt8]]
    /// Whether a word may go on after the last of them.
    let hasOpenTail: Bool
    /// The words of which one has to follow at last, as in `judge*{decides}`; nil for most.
    let last: WordList?

    /// Bytes that may stand between the phrase and its tail, and between two of them.
    private static let reach = 80

    /// Whether more than the phrase itself has to stand in the text.
    var isSplit: Bool { !tails.isEmpty || last != nil }

    /// A phrase as a table spells it: `=` before it makes case matter, `*` before or after it leaves that side open, and
    /// a `*` within it stands for other words. nil where less than two bytes are left.
    ///
    /// - Parameters:
    ///   - written: The phrase, without the list that it ends by.
    ///   - rule: The rule that it belongs to.
    ///   - last: The list that it ends by, if it does.
    ///   - folder: What folds it, whose memory is used again.
    init?(_ written: ArraySlice<UInt8>, rule: Int, endingBy last: WordList? = nil, _ folder: inout Folder) {
        self.last = last
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
        self.tails = tails
        hasOpenTail = hasStarAfter && !tails.isEmpty
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

    /// Where the phrase's tails end that follow in the same sentence; nil where they do not.
    func tailEnd(in text: NormalText, after end: Int) -> Int? {
        var end = end
        for (number, tail) in tails.enumerated() {
            let isOpen = hasOpenTail && number == tails.count - 1
            guard let next = Self.end(of: tail, isOpen, in: text, after: end) else { return nil }
            end = next
        }
        return last.map { $0.end(in: text, after: end) } ?? end
    }

    private static func end(of tail: [UInt8], _ isOpen: Bool, in text: NormalText, after end: Int) -> Int? {
        let limit = min(text.bytes.count, end + reach + tail.count)
        var index = end
        while index + tail.count <= limit, !endsSentence(text.bytes, index) {
            var last = index + tail.count
            if text.bytes[index..<last].elementsEqual(tail), text.isBoundary(index),
                isOpen || text.isBoundary(last)
            {
                // To the end of the word, by whole characters.
                while isOpen, last < text.bytes.count, !text.isBoundary(last) {
                    repeat { last += 1 } while last < text.bytes.count && text.bytes[last] & 0xC0 == 0x80
                }
                return last
            }
            index += 1
        }
        return nil
    }

    /// Whether a field's end, `!`, `;`, `?` or `。` stands at an offset; a full stop may belong to a date or an
    /// abbreviation.
    static func endsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
        switch bytes[index] {
        case 0x0A, 0x21, 0x3B, 0x3F: true
        case 0xE3: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
        default: false
        }
    }
}
