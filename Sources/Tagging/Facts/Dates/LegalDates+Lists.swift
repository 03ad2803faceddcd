/// The days of a list, which share what is said of the first.
extension LegalDates {
    /// What the date before is, where the next thing of a list follows: `rule 1 applies on May 4, rule 2 on June 8`.
    func listed(
        _ date: StatedDate, after last: (reading: Reading, date: StatedDate)?, before later: StatedDate?
    ) -> Reading? {
        guard let last, last.date.range.upperBound < date.range.lowerBound else { return nil }
        let between = withoutRemark(last.date.range.upperBound..<date.range.lowerBound)
        // Nothing but days: `from 2 February 2025, 2 August 2025 and 2 August 2026`.
        if isLater(date, than: last.date),
            isConjunction(between)
                || between.lowerBound > last.date.range.upperBound
                    && isConjunction(withoutPreposition(between, of: date, as: last.date))
                || isComma(between) && later.map({ isLink(from: date, to: $0) }) ?? false
        {
            return last.reading
        }
        // A thing has at least one word beside `and` and the preposition.
        guard between.count <= Self.longestItem, !text.endsSentence(in: between),
            text.lower[between].split(whereSeparator: isGap).count > 2, isLater(date, than: last.date),
            text.lower[between].first.map(",;".utf8.contains) ?? false
                || text.lower[between].starts(with: " and ".utf8),
            let preposition = link(before: date), preposition.first == 0x20,
            text.lower[..<last.date.range.lowerBound].suffix(preposition.count).elementsEqual(preposition)
        else { return nil }
        let others = cues.contains { family in
            family.around(between, reach: 1).contains {
                between.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= between.upperBound && !isLink($0)
            }
        }
        return others ? nil : last.reading
    }

    /// What stands between two days, without a remark in brackets behind the first: `2 December 2027 (Annex III) and`.
    private func withoutRemark(_ between: Range<Int>) -> Range<Int> {
        let words = text.lower[between]
        guard let open = words.firstIndex(where: { $0 != 0x20 }), words[open] == 0x28,
            let close = words.firstIndex(of: 0x29), close - open <= Self.longestRemark
        else { return between }
        return close + 1..<between.upperBound
    }

    /// The same without the preposition of the second, which is that of the first: `du 2 décembre et du 2 août`.
    private func withoutPreposition(_ between: Range<Int>, of date: StatedDate, as first: StatedDate) -> Range<Int> {
        guard let word = lastWord(before: date.range.lowerBound), word.lowerBound >= between.lowerBound,
            let before = lastWord(before: first.range.lowerBound),
            text.lower[word].elementsEqual(text.lower[before])
        else { return between }
        return between.lowerBound..<word.lowerBound
    }

    /// The word before an offset, and the space that parts them; nil where none does.
    private func lastWord(before end: Int) -> Range<Int>? {
        guard end > 1, text.lower[end - 1] == 0x20 else { return nil }
        let start = text.lower[..<(end - 1)].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
        return start < end - 1 && end - start <= Self.longestJoint ? start..<end : nil
    }

    /// Whether nothing but what joins the days of a list stands between two of them.
    private func isLink(from first: StatedDate, to second: StatedDate) -> Bool {
        guard first.range.upperBound <= second.range.lowerBound else { return false }
        let between = withoutRemark(first.range.upperBound..<second.range.lowerBound)
        return isConjunction(between) || isComma(between)
    }

    private func isComma(_ between: Range<Int>) -> Bool { Self.commas.contains(joint(between)) }

    private func isConjunction(_ between: Range<Int>) -> Bool { Self.conjunctions.contains(joint(between)) }

    /// The words between two days, without spaces; empty where they are too many to be one.
    private func joint(_ between: Range<Int>) -> String {
        between.count > Self.longestJoint
            ? "" : String(decoding: text.lower[between].filter { $0 != 0x20 }, as: UTF8.self)
    }

    /// Bytes between two dates of a list, with the words of a thing and without.
    private static let (longestItem, longestJoint) = (24, 8)
    /// Bytes of a remark in brackets.
    private static let longestRemark = 60
    private static let commas: Set<String> = [",", "、"]
    private static let conjunctions: Set<String> = [
        "and", ",and", "&", "und", "et", "y", "e", "en", "oraz", "i", "a", "и", "و", "和", "及", "と", "及び", "및",
    ]

    /// Whether a date lies after another, as those of a list do: a report of the first lies before it.
    private func isLater(_ date: StatedDate, than other: StatedDate) -> Bool {
        guard let year = date.year, let before = other.year else { return date.year == other.year }
        return (before, other.month, other.day) < (year, date.month, date.day)
    }
}
