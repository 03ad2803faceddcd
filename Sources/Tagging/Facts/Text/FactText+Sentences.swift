extension FactText {
    /// Whether a sentence ends at an offset: with `;`, `?`, `!` or `。`, or with a full stop that is not that of an
    /// abbreviation or an ordinal number.
    func endsSentence(at index: Int) -> Bool {
        switch cased[index] {
        case 0x3B, 0x3F, 0x21: true
        case 0x2E: index + 1 < count && cased[index + 1] == 0x20 && isFullStop(index)
        case 0xE3: index + 2 < count && cased[index + 1] == 0x80 && cased[index + 2] == 0x82
        default: false
        }
    }

    /// Whether a sentence ends in a range.
    func endsSentence(in range: Range<Int>) -> Bool { range.contains(where: endsSentence) }

    /// The sentence in which a range begins, up to the end of the one in which it ends.
    func sentence(around range: Range<Int>) -> Range<Int> {
        let start = (0..<min(range.lowerBound, count)).last(where: endsSentence).map { $0 + 1 } ?? 0
        let end = (min(range.upperBound, count)..<count).first(where: endsSentence) ?? count
        return start..<max(start, end)
    }

    /// Whether a capital follows, and the word before is longer than abbreviations are.
    private func isFullStop(_ index: Int) -> Bool {
        guard index > 0, index + 2 < count else { return true }
        var start = index
        while start > 0, Bytes.isAlphanumeric(cased[start - 1]) || cased[start - 1] >= 0x80 { start -= 1 }
        // `in 2025. Next` ends one, `2025. 11. 12.` does not.
        if Bytes.isDigit(cased[index - 1]) {
            return index - start == 4 && !Bytes.isLower(cased[index + 2]) && !Bytes.isDigit(cased[index + 2])
        }
        let word = cased[start..<index]
        let isWhole = word.count > 4 || word.count == 4 && word.allSatisfy(Bytes.isLower) && !Self.isAbbreviation(word)
        return isWhole && !Bytes.isLower(cased[index + 2])
    }

    /// Abbreviations of four small letters; other words of four end sentences.
    private static func isAbbreviation(_ word: ArraySlice<UInt8>) -> Bool {
        ["dept", "evtl", "exkl", "inkl", "resp", "zzgl"].contains { word.elementsEqual($0.utf8) }
    }
}
