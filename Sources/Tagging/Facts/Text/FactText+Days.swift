import Model

extension FactText {
    /// A range that ends in the day of a date, with the month and the year behind it: `Bescheid vom 4` of `Bescheid vom
    /// 4. Mai 2026`.
    func withWholeDay(_ range: Range<Int>) -> Range<Int> {
        let digits = lower[range].reversed().prefix(while: Bytes.isDigit).count
        guard (1...2).contains(digits) else { return range }
        var index = range.upperBound
        if index < count, lower[index] == 0x2E { index += 1 }
        guard let month = word(behind: index),
            !MonthNames.meanings(LetterFolding.fold(text(month))).isEmpty
        else { return range }
        guard let year = word(behind: month.upperBound), year.count == 4, lower[year].allSatisfy(Bytes.isDigit) else {
            return range.lowerBound..<month.upperBound
        }
        return range.lowerBound..<year.upperBound
    }

    /// The next word behind a space, past one that joins the parts of a date.
    private func word(behind start: Int) -> Range<Int>? {
        guard start < count, lower[start] == 0x20 else { return nil }
        let end = lower[(start + 1)...].firstIndex { !Bytes.isAlphanumeric($0) && $0 < 0x80 } ?? count
        guard end > start + 1 else { return nil }
        let word = start + 1..<end
        return Self.joints.contains(text(word)) ? self.word(behind: end) : word
    }

    private static let joints: Set<String> = ["de", "del", "do", "of"]
}
