import Model

/// The first day of several.
extension DateInterpreter {
    /// `5-7 March`, `du 5 au 7 mars`, `5, 6 and 7 March`: the first day of several.
    func firstOfRange(endingAt day: Int, amongMore: Bool = false) -> Int? {
        var index = day - 1
        // `12 t/m 14 mei`.
        let isThrough = isWord(index, in: ["m"]) && isMark(index - 1, "/") && isWord(index - 2, in: ["t"])
        if isThrough { index -= 2 }
        // `12. bis zum 14. Mai`.
        if isWord(index, in: ["zum"]) { index -= 1 }
        // `mardi 3 et jeudi 5 mars`.
        if let word = token(index), word.kind == .word, word.word.utf8.count > 2, isBetweenDays(index - 1),
            !WeekdayNames.meanings(word.word).isEmpty
        {
            index -= 1
        }
        let isBetween = isBetweenDays(index) || (isWord(index, in: ["den"]) && isWord(day + 1, in: ["thang"]))
        let isSlashed = isMark(index, "/")
        guard isBetween || isThrough || isSlashed || (amongMore && isMark(index, ",")) else { return nil }
        index -= 1
        if isMark(index, ".") || isWord(index, in: Self.ordinals) { index -= 1 }
        guard let first = number(index), (1...2).contains(first.digits), first.value > 0,
            first.value < tokens[day].value, !isPartOfNumber(index), !isBehindAbbreviation(index),
            !isSlashed || areNeighbours(index, day)
        else { return nil }
        return firstOfRange(endingAt: index, amongMore: true) ?? index
    }

    /// `12/14 May`, `12./13. Mai` are days of one week; `No 12/26 May` and `C-12/14 May` are numbers of cases.
    private func areNeighbours(_ first: Int, _ last: Int) -> Bool {
        tokens[last].value - tokens[first].value < 7 && !tokens[first].isGlued
            && !isWord(first - 1, in: ["no", "nos", "nr", "n", "num", "case"])
            && !["°", "º", "#"].contains { isMark(first - 1, $0) } && !isWord(first - 1, in: ["º"])
    }

    /// `Art. 12.3 - 5 March`, `123/25-4 - 5 March`: the last part of a longer number.
    func isPartOfNumber(_ index: Int) -> Bool {
        guard let mark = token(index - 1), [".", "-", "/"].contains(where: { mark.isMark($0) }) else { return false }
        return tokens[index].isGlued && mark.isGlued && (token(index - 2)?.isNumber ?? false)
    }

    /// `No. 3 - 5 March`: a number that is cited; but `Mon. 3 - 5 March`, `d. 5/3 2026`.
    func isBehindAbbreviation(_ index: Int) -> Bool {
        guard isMark(index - 1, "."), tokens[index - 1].isGlued, let word = token(index - 2), word.kind == .word else {
            return false
        }
        return WeekdayNames.meanings(word.word).isEmpty && word.word != "d"
    }

    private func isBetweenDays(_ index: Int) -> Bool {
        isMark(index, "-") || isMark(index, "&") || isWord(index, in: Self.upTo)
    }

    /// `March 5-7, 2024`, `March 5 to 7, 2024`, `March 5, 6 and 7, 2024`: the number behind the last day.
    func pastRange(_ day: Int) -> Int? {
        var (last, before) = (following(day), day)
        while let next = last, tokens[next].digits <= 2, tokens[next].value > tokens[before].value {
            guard let further = following(next) else { break }
            // `March 5, 24` is a day with its year, whatever number follows, unless that is a full year.
            guard isBetweenDays(next - 1) || yearEnds(further) else { break }
            (last, before) = (further, next)
        }
        return last
    }

    /// Whether a full year stands at an index, or ends the row of days that begins there.
    private func yearEnds(_ index: Int) -> Bool {
        if tokens[index].digits == 4 { return true }
        guard tokens[index].digits <= 2, let next = following(index) else { return false }
        return tokens[next].value > tokens[index].value && yearEnds(next)
    }

    /// The number behind another one, also behind a word such as `to`.
    private func following(_ index: Int) -> Int? {
        let isDivided = isBetweenDays(index + 1) && number(index + 2) != nil
        return isDivided ? index + 2 : neighbour(from: index + 1, step: 1)
    }

    /// `28 February to 1 March 2024`, `February 28 - March 1, 2024`: the year stands behind the second month only.
    ///
    /// - Parameters:
    ///   - before: The number before the first month.
    ///   - end: The index after its name.
    /// - Returns: The indices of the first day and of the year, and the second month.
    func rangeOfMonths(_ before: Int?, _ end: Int) -> (day: Int, year: Int, month: Int)? {
        var index = isMark(end, ".") ? end + 1 : end
        let isBehind = number(index).map { $0.digits <= 2 } ?? false
        guard let day = isBehind ? index : before, tokens[day].digits <= 2 else { return nil }
        if isBehind { index += 1 }
        let isThrough = isWord(index, in: ["t"]) && isMark(index + 1, "/") && isWord(index + 2, in: ["m"])
        if isThrough { index += 2 }
        guard isMark(index, "-") || isThrough || isWord(index, in: Self.upTo),
            let second = (index + 1..<index + 6).first(where: { month(at: $0) != nil }),
            let name = month(at: second), let until = name.meanings.first?.month,
            tokens[index + 1..<second].allSatisfy({
                $0.isNumber
                    ? $0.digits <= 2
                    : $0.kind == .mark || $0.word.utf8.count < 4 || !WeekdayNames.meanings($0.word).isEmpty
            }),
            var year = neighbour(from: second + name.length, step: 1)
        else { return nil }
        if tokens[year].digits <= 2, let next = neighbour(from: year + 1, step: 1) { year = next }
        return tokens[year].digits == 4 ? (day, year, until) : nil
    }

    /// `5.-7.3.2024`, `28.2.-1.3.2024`, `31.8./1.9.2025`: what stands before the last day is the first one.
    mutating func takeFirstOfDottedRange(before start: Int) {
        guard isMark(start - 1, "-") || isMark(start - 1, "/"), isMark(start - 2, "."), let last = number(start - 3),
            last.digits <= 2
        else {
            return
        }
        let day = isMark(start - 4, ".") ? number(start - 5) : nil
        let month = day == nil ? civil.month : last.value
        let value = day?.value ?? last.value
        guard let first = Day(year: civil.year, month: month, day: value),
            let until = Day(year: civil.year, month: civil.month, day: civil.day), first < until
        else { return }
        (civil.month, civil.day) = (month, value)
        use(start - (day == nil ? 3 : 5)..<start)
    }

    /// `12-14/05/2026`, `12 et 13/05/2026`, `12-14.5.2026`: what stands before the last day is the first one.
    mutating func takeFirstOfShortRange(before start: Int) {
        guard start > 1, isShortRange(before: start), let first = number(start - 2), first.digits <= 2, !first.isGlued,
            first.value > 0, !isBehindAbbreviation(start - 2),
            tokens[start].value == civil.day, first.value < civil.day
        else { return }
        civil.day = first.value
        use(start - 2..<start)
    }

    /// Whether what stands before a last day joins it to the first: a dash without spaces, or at the very beginning,
    /// where `Chambre 3 - 12/05/2026` is none; a word at the beginning, or behind one such as `du`.
    private func isShortRange(before start: Int) -> Bool {
        if isMark(start - 1, "-") { return start == 2 || tokens[start].isGlued && tokens[start - 1].isGlued }
        return isWord(start - 1, in: Self.plainUpTo) && (start == 2 || isWord(start - 3, in: Self.beforeRange))
    }

    private static let beforeRange: Set<String> = [
        "du", "des", "les", "le", "vom", "am", "den", "from", "on", "del", "dal", "los", "dias", "dei", "van", "op",
        "od",
        "dne", "dnia", "dni", "с", "dia", "de",
    ]

    /// `5/12-14/2026`: the days of a range between the month and the year.
    mutating func readInnerRange() -> Finding {
        for index in tokens.indices {
            guard let month = number(index), month.digits <= 2, isMark(index + 1, "/"), let first = number(index + 2),
                isMark(index + 3, "-"), let last = number(index + 4), last.digits <= 2, first.value < last.value,
                isMark(index + 5, "/"), let year = number(index + 6), year.digits == 4,
                (index + 1...index + 6).allSatisfy({ tokens[$0].isGlued })
            else { continue }
            return assign(year.value, month.value, first.value)
        }
        return .absent
    }

    /// Endings of the ordinal numbers that days are written with.
    private static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er"]
    static let upTo: Set<String> = [
        "to", "and", "bis", "und", "au", "et", "al", "y", "a", "e", "tot", "en", "do", "i", "til", "till", "och", "og",
        "по", "до", "и", "και", "through", "until", "الي", "حتي", "ile", "εωσ", "ωσ", "से", "sampai", "hingga", "ถึง",
        "עד",
        "lidz", "iki", "kuni", "thru", "az",
    ]
    /// Those that mean nothing else before a day in figures, as `a 12/05/2026` does.
    private static let plainUpTo: Set<String> = [
        "to", "and", "bis", "und", "au", "et", "al", "y", "tot", "en", "til", "till", "och", "og", "по", "до",
        "through",
    ]
}
