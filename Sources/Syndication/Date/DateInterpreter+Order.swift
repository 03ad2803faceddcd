import Model

/// What a text itself shows of the order of day and month in figures.
extension DateInterpreter {
    /// The order that another day of the text, the pattern that stands beside it (`dd/mm/yyyy`), or an ordinal number shows;
    /// nil where nothing shows any, or where they contradict each other.
    var shownOrder: DateOrder? {
        var shown: Set<DateOrder> = []
        for index in tokens.indices {
            if let order = patternOrder(index) ?? orderOfDay(index) { shown.insert(order) }
        }
        return shown.count == 1 ? shown.first : nil
    }

    private func patternOrder(_ index: Int) -> DateOrder? {
        guard token(index)?.kind == .word, token(index + 1)?.kind == .mark else { return nil }
        if isWord(index, in: Self.dayPatterns), isWord(index + 2, in: Self.monthPatterns) { return .dayFirst }
        return isWord(index, in: Self.monthPatterns) && isWord(index + 2, in: Self.dayPatterns) ? .monthFirst : nil
    }

    /// Letters for the day and the month in the patterns of forms: `jj/mm/aaaa`, `TT.MM.JJJJ`.
    private static let dayPatterns: Set<String> = ["dd", "jj", "tt", "gg", "дд", "ηη"]
    private static let monthPatterns: Set<String> = ["mm", "мм", "μμ"]

    /// The order of a day whose numbers can only be read in one.
    private func orderOfDay(_ index: Int) -> DateOrder? {
        guard let first = token(index), first.isNumber, first.digits <= 2, !first.isGlued || index == 0,
            isMark(index + 1, "/"), let second = token(index + 2), second.isNumber, second.digits <= 2,
            isMark(index + 3, "/"), token(index + 4)?.digits == 4
        else { return nil }
        if first.isOrdinal { return .dayFirst }
        if (13...31).contains(first.value), (1...12).contains(second.value) { return .dayFirst }
        return (13...31).contains(second.value) && (1...12).contains(first.value) ? .monthFirst : nil
    }

    /// `30/11-02/12/2024`: the year stands behind the last day only. Where both orders are possible, days of one month are
    /// likelier than those of two.
    mutating func readSlashedRange() -> Finding {
        for index in tokens.indices {
            guard let year = number(index + 8), year.digits == 4, isMark(index + 3, "-"), !tokens[index].isGlued,
                index == 0 || tokens[index + 3].isGlued && !isBehindAbbreviation(index),
                [1, 5, 7].allSatisfy({ isMark(index + $0, "/") && tokens[index + $0].isGlued }),
                case let numbers = [0, 2, 4, 6].compactMap({ number(index + $0) }), numbers.count == 4,
                numbers.allSatisfy({ (1...2).contains($0.digits) })
            else { continue }
            let values = numbers.map(\.value)
            let dayFirst = firstDay(year.value, (values[1], values[0]), (values[3], values[2]))
            let monthFirst = firstDay(year.value, (values[0], values[1]), (values[2], values[3]))
            let isDayFirst =
                dayFirst != nil
                && (monthFirst == nil || values[1] == values[3] || values[0] != values[2] && order != .monthFirst)
            guard let day = isDayFirst ? dayFirst : monthFirst else { continue }
            use(index..<index + 9)
            return assign(day.year, day.month, day.day)
        }
        return .absent
    }

    /// The first day of a range within half a year that ends in a year; nil where it is none.
    private func firstDay(_ year: Int, _ first: (month: Int, day: Int), _ last: (month: Int, day: Int)) -> Day? {
        guard let end = Day(year: year, month: last.month, day: last.day),
            let start = Day(year: first.month > last.month ? year - 1 : year, month: first.month, day: first.day),
            (1...183).contains(end.number - start.number)
        else { return nil }
        return start
    }
}
