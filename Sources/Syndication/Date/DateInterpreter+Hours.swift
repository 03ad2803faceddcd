import Model

/// The first of two times of day.
extension DateInterpreter {
    /// `2:30-4:00 PM`, `10:00-12:00`, `9am-5pm`, `10h-12h`, `kl. 10-12`: takes the end of a time that lasts, which is no
    /// zone.
    ///
    /// - Parameters:
    ///   - start: Where the first time begins.
    ///   - end: The index behind it.
    ///   - hasHalf: Whether the half of the day stands behind it.
    /// - Returns: The index behind the second; the same where there is none.
    mutating func pastLaterTime(_ start: Int, _ end: Int, hasHalf: Bool) -> Int {
        guard isMark(end, "-") || isWord(end, in: Self.upTo), !(token(start - 1)?.isWord("t") ?? false),
            let hour = number(end + 1), hour.digits <= 2, hour.value < 25
        else { return end }
        var (last, isTime) = pastMinutes(end + 1, start, hasHalf: hasHalf)
        if isWord(last, in: CalendarWords.noon) {
            (last, isTime) = (last + 1, true)
        } else if let found = meridian(at: last), !(number(last + found.length).map(\.isGlued) ?? false) {
            if !hasHalf, meridianStands(before: start) == false { takeHalf(found.half, of: hour.value) }
            (last, isTime) = (last + found.length, true)
        }
        guard isTime || (isMark(end, "-") && isBareHour(end + 1, start, hasHalf: hasHalf)) else { return end }
        use(end..<last)
        return last
    }

    /// Past the minutes of a second time, and whether its form shows that it is one: `3:45 PM -05:00` has a zone.
    private func pastMinutes(_ index: Int, _ start: Int, hasHalf: Bool) -> (end: Int, isTime: Bool) {
        if isWord(index + 1, in: CalendarWords.hours) {
            let hasMinutes = number(index + 2) != nil && isWord(index + 3, in: CalendarWords.minutes)
            return (index + (hasMinutes ? 4 : 2), true)
        }
        if isWord(index + 1, in: CalendarWords.hourSigns) {
            let hasMinutes = number(index + 2).map { $0.digits == 2 && $0.isGlued } ?? false
            return (index + (hasMinutes ? 3 : 2), true)
        }
        guard isMark(index + 1, ":") || isMark(index + 1, "."), let minute = number(index + 2), minute.digits == 2,
            minute.isGlued, minute.value < 60
        else { return (index + 1, false) }
        var end = index + 3
        let isSameForm =
            tokens[index + 1].value == token(start + 1)?.value
            || (isMark(index + 1, ".") && !isMark(start + 1, ":") && !hasHalf)
        if isMark(index + 1, "."), isMark(end, ".") { return (index + 1, false) }
        if isWord(end, in: CalendarWords.hourSigns) { return (end + 1, true) }
        let hasSeconds = isMark(start + 3, ":")
        if hasSeconds {
            guard isMark(end, ":"), number(end + 1) != nil else { return (end, false) }
            end += 2
        }
        return (end, isSameForm && !hasHalf && tokens[index].value > tokens[start].value)
    }

    /// Whether an hour without minutes behind a dash is none of a zone: it stands behind a time without a colon, or is
    /// more than zones have, and no day begins with it.
    private func isBareHour(_ index: Int, _ start: Int, hasHalf: Bool) -> Bool {
        guard tokens[index].value > tokens[start].value % 24 || hasHalf, isLoneHour(index) else { return false }
        if isMark(start + 1, ":") {
            return tokens[index].isGlued && tokens[index - 1].isGlued && tokens[index].value > 9
                && !isMark(start + 3, ":")
        }
        return tokens[index].digits == 2 || !hasHalf
    }

    /// Whether no mark joins a number to another, and no month follows.
    private func isLoneHour(_ index: Int) -> Bool {
        if let mark = token(index + 1), mark.kind == .mark, mark.isGlued, token(index + 2)?.isNumber ?? false {
            return false
        }
        return !(index + 1...index + 3).contains { month(at: $0) != nil || isWord($0, in: CalendarWords.months) }
    }

    /// `2:30-4 PM`: the half behind the second time is that of the first, too, unless this is the later hour of the two.
    private mutating func takeHalf(_ half: DayHalf, of hour: Int) {
        guard (1...12).contains(civil.hour), (1...12).contains(hour) else { return }
        let isAfterNoon = (half.hour(hour) >= 12) == (civil.hour % 12 <= hour % 12)
        civil.hour = civil.hour % 12 + (isAfterNoon ? 12 : 0)
    }

    private func meridianStands(before start: Int) -> Bool {
        token(start - 1)?.kind == .word && meridian(at: start - 1)?.length == 1
    }

    /// `10–12 Uhr`, `10.00–12.00 Uhr`, `von 10 bis 12 Uhr`: takes the time before that at an index, if they belong
    /// together.
    mutating func takeEarlierTime(_ index: Int) {
        guard isMark(index - 1, "-") || isWord(index - 1, in: Self.upTo), let last = number(index - 2) else { return }
        var start = index - 2
        if isMark(index - 3, ".") || isMark(index - 3, ":"), number(index - 4) != nil, last.isGlued {
            guard last.digits == 2, last.value < 60 else { return }
            start = index - 4
        }
        guard let hour = number(start), hour.digits <= 2, hour.value < tokens[index].value, !hour.isGlued,
            mayBeginTime(start)
        else { return }
        civil.hour = hour.value
        civil.minute = start == index - 2 ? 0 : last.value
        use(start..<index)
    }

    /// Whether a number stands where a time may: behind a full year, a mark, or a word, but not beside a month.
    private func mayBeginTime(_ index: Int) -> Bool {
        guard let before = token(index - 1) else { return false }
        switch before.kind {
        case .number: return before.digits == 4 || month(at: index - 2) != nil || isMark(index - 2, ".")
        case .mark: return [".", ",", ":", "(", "|", ";"].contains { before.isMark($0) }
        case .word: return month(at: index - 1) == nil && WeekdayNames.meanings(before.word).isEmpty
        }
    }
}
