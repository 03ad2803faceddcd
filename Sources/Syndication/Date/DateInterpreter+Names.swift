import Model

extension DateInterpreter {
    /// A day with a month by name: `5 March 2024`, `March 5, 2024`, `2024. március 5.`, `March 2024`.
    mutating func readNamed() -> Finding {
        var finding = Finding.absent
        for index in tokens.indices {
            guard let name = month(at: index) else { continue }
            switch readNamed(name.meanings, index, index + name.length) {
            case .found: return .found
            case .impossible: finding = .impossible
            case .absent: continue
            }
        }
        return finding == .absent && (hasClock || !weekdays.isEmpty) ? readMisspelt() : finding
    }

    private mutating func readMisspelt() -> Finding {
        for index in tokens.indices where tokens[index].kind == .word {
            guard number(index - 1) != nil, number(index + 1)?.digits == 4,
                let month = CalendarNames.beginning(tokens[index].word)
            else { continue }
            return readNamed([MonthNames.Meaning(month: month, languages: ["en"])], index, index + 1)
        }
        return .absent
    }

    private mutating func readNamed(_ meanings: [MonthNames.Meaning], _ start: Int, _ end: Int) -> Finding {
        var before = neighbour(from: start - 1, step: -1)
        // `No. 5 (March 2024)`.
        if let number = before, isMark(start - 1, "("), isBehindAbbreviation(number) { before = nil }
        let after = neighbour(from: end, step: 1)
        // `mar, 12/05/2026`: a Tuesday in Italian, and no March.
        if before == nil, let after, isTriple(after), !WeekdayNames.meanings(tokens[start].word).isEmpty {
            return .absent
        }
        let last = after.flatMap { pastRange($0) }
        if let range = rangeOfMonths(before, end) {
            let finding = assign(meanings, year: tokens[range.year], day: tokens[range.day], dayAt: range.day)
            if civil.month > range.month { civil.year -= 1 }
            return finding
        }
        var parts: (year: Int, day: Int?)?
        if let before, let after, isDay(before), isYear(after, last) {
            parts = (after, before)
        } else if let after, let last, isDay(after), isYear(last, nil), !isFullYear(before) || isFullYear(last) {
            parts = (last, after)
        } else if let before, let after, isFullYear(before), isDay(after) {
            parts = (before, after)
        } else if after == nil, let before, isDay(before),
            let first = neighbour(from: (firstOfRange(endingAt: before) ?? before) - 1, step: -1), isFullYear(first)
        {
            parts = (first, before)
        }
        guard let parts else { return readWithoutDay(meanings, start, end, before, after) }
        let first = parts.day.flatMap { day in before == day ? firstOfRange(endingAt: day) : nil } ?? parts.day
        return assign(meanings, year: tokens[parts.year], day: first.map { tokens[$0] }, dayAt: first)
    }

    /// Whether three numbers with the same mark between begin at an index.
    private func isTriple(_ index: Int) -> Bool {
        ["/", ".", "-"].contains { isMark(index + 1, $0) && isMark(index + 3, $0) }
            && [index + 2, index + 4].allSatisfy { number($0) != nil }
    }

    /// A month and a year: the day is written out, or there is none.
    private mutating func readWithoutDay(
        _ meanings: [MonthNames.Meaning], _ start: Int, _ end: Int, _ before: Int?, _ after: Int?
    ) -> Finding {
        let year: Int
        if let after, before.map({ !isDay($0) }) ?? true, isFullYear(after) {
            year = after
        } else if after == nil, let before, isFullYear(before) {
            year = before
        } else {
            return .absent
        }
        if let day = spelledDay(before: start) {
            return assign(
                meanings, year: tokens[year], day: DateToken(kind: .number, value: day, digits: 2), dayAt: nil)
        }
        // A number nearby that was not understood may be the day: better no date than the first of the month.
        guard !hasClock, !mayHoldDay(start - 4..<start), !mayHoldDay(end..<end + 4),
            !(start - 4..<start).contains(where: isWordOfDay)
        else { return .absent }
        return assign(meanings, year: tokens[year], day: nil, dayAt: nil)
    }

    /// Whether a word is part of a day that is written out in a way that was not understood.
    private func isWordOfDay(_ index: Int) -> Bool {
        isWord(index, in: SpelledDays.words) && !isWord(index, in: SpelledDays.joints)
    }

    private func mayHoldDay(_ range: Range<Int>) -> Bool {
        range.contains { index in number(index).map { $0.digits <= 2 && (1...31).contains($0.value) } ?? false }
    }

    private mutating func assign(
        _ meanings: [MonthNames.Meaning], year: DateToken, day: DateToken?, dayAt: Int?
    ) -> Finding {
        guard let first = NumberedDay.day(year: fullYear(year), month: 1, day: 1) else { return .impossible }
        civil.year = isThai(meanings) && year.digits == 2 ? thaiYear(year) : first.year
        civil.day = day?.value ?? 1
        let choices = meanings.map(\.month)
        var month = choices.first ?? 0
        if choices.count > 1 {
            let dotted = dayAt.map { isMark($0 + 1, ".") } ?? false
            month =
                language.flatMap { own in meanings.first { $0.languages.contains(own) }?.month }
                ?? choices.first { agreesWithWeekday(civil.year, $0, civil.day) }
                ?? (dotted ? meanings.first { $0.languages.contains("hr") }?.month : nil) ?? month
        }
        civil.month = month
        return Day(year: civil.year, month: month, day: civil.day) == nil ? .impossible : .found
    }

    /// Two digits of a year of the Buddhist era, unless that were long before anybody published a feed.
    func thaiYear(_ year: DateToken) -> Int {
        let buddhist = 2500 + year.value - CalendarEra.buddhistYears
        return buddhist < 1990 ? fullYear(year) : buddhist
    }

    private func isThai(_ meanings: [MonthNames.Meaning]) -> Bool {
        meanings.contains { $0.languages.contains("th") }
            || tokens.contains { CalendarWords.buddhist.contains($0.word) }
    }

    /// `'24` is a year.
    private func isDay(_ index: Int) -> Bool {
        tokens[index].digits <= 2 && !(isMark(index - 1, "'") && tokens[index].isGlued && !tokens[index - 1].isGlued)
    }

    private func isFullYear(_ index: Int?) -> Bool { index.map { tokens[$0].digits == 4 } ?? false }

    /// Two digits are a year only where no better one follows.
    private func isYear(_ index: Int, _ better: Int?) -> Bool {
        switch tokens[index].digits {
        case 4, 3: true
        case 2: better.map { tokens[$0].digits != 4 } ?? true
        case 0: tokens[index].value > 999
        default: false
        }
    }

    /// The number next to a name, past the marks and words that may stand between.
    func neighbour(from start: Int, step: Int) -> Int? {
        var (index, skipped) = (start, 0)
        while let token = token(index), skipped < 9 {
            if token.isNumber, !token.isUsed { return index }
            guard token.isUsed || mayStandBetween(token) || isOtherName(index) else { return nil }
            if !token.isUsed { skipped += 1 }
            index += step
        }
        return nil
    }

    /// `آذار/مارس`, `آذار (مارس)`: the same month by two names.
    private func isOtherName(_ index: Int) -> Bool {
        (isMark(index - 1, "/") || isMark(index + 1, "/") || (isMark(index - 1, "(") && isMark(index + 1, ")")))
            && month(at: index) != nil
    }

    private func mayStandBetween(_ token: DateToken) -> Bool {
        switch token.kind {
        case .number: false
        case .mark:
            [".", "-", "/", "_", ",", "'", "(", ")", "[", "]", "\"", "º", "°", "ª"].contains { token.isMark($0) }
        case .word:
            CalendarWords.fillers.contains(token.word) || SpelledDays.words.contains(token.word)
                || !WeekdayNames.meanings(token.word).isEmpty
        }
    }
}
