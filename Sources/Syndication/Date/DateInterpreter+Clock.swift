import Model

extension DateInterpreter {
    /// Finds the time of day, in whatever form, and the zone behind it.
    mutating func readClock() -> Finding {
        for index in tokens.indices where tokens[index].isNumber && !isOfOtherDay(index) {
            let (finding, end) = readClock(at: index)
            if finding == .impossible { return .impossible }
            if finding == .found { return finishClock(index, end) }
        }
        return readDayZone()
    }

    /// Whether a time is that of a day behind the first: `published 14 November 2024, closes 16 December 2024 at 17:00`,
    /// `published 14 November 2024, comments by 5pm on 16 December 2024`.
    private func isOfOtherDay(_ index: Int) -> Bool {
        let years = tokens[..<index].count { $0.isNumber && $0.digits == 4 && (1900...2100).contains($0.value) }
        guard years < 2 else { return true }
        guard years == 1, let end = tokens[index...].firstIndex(where: { $0.isNumber && $0.digits == 4 }) else {
            return false
        }
        // A day with its month's name right behind the time.
        return end - index > 3 && end - index < 8 && month(at: end - 1) != nil && number(end - 2) != nil
            && !tokens[index..<end].contains { $0.isMark("-") || $0.isMark("–") }
    }

    private mutating func readClock(at index: Int) -> (Finding, Int) {
        var reading = colonClock(index)
        if reading.0 == .absent { reading = signClock(index) }
        if reading.0 == .absent { reading = ideographClock(index) }
        if reading.0 == .absent { reading = meridianClock(index) }
        if reading.0 == .absent { reading = exportedClock(index) }
        if reading.0 == .absent { reading = joinedClock(index) }
        if reading.0 == .absent { reading = spokenClock(index) }
        return reading.0 == .absent ? bareClock(index) : reading
    }

    private mutating func finishClock(_ start: Int, _ end: Int) -> Finding {
        hasClock = true
        use(start..<end)
        var end = pastLaterTime(start, end, hasHalf: false)
        let behindTime = end
        readMeridian(start, &end)
        if end > behindTime { end = pastLaterTime(start, end, hasHalf: true) }
        guard civil.hasRealParts else { return .impossible }
        if token(start - 1)?.isWord("t") ?? false { tokens[start - 1].isUsed = true }
        useClockWord(before: start)
        return readZone(end)
    }

    private mutating func useClockWord(before start: Int) {
        let index = isMark(start - 1, ".") ? start - 2 : start - 1
        if isWord(index, in: CalendarWords.clock) { use(index..<start) }
    }

    /// `14:30`, `14:30:05`, `14:30:05.123`.
    private mutating func colonClock(_ index: Int) -> (Finding, Int) {
        guard tokens[index].digits <= 2, isMark(index + 1, ":"), let minute = number(index + 2),
            (1...2).contains(minute.digits), !isPartOfColons(index), !isZone(index), !isDocket(index), !isTitle(index)
        else { return (isBrokenClock(index) ? .impossible : .absent, index) }
        civil.hour = tokens[index].value
        civil.minute = minute.value
        var end = index + 3
        if isJoined(index) { end = readFraction(end, of: 60) }
        // `10:30: R v Smith` has no seconds.
        if isMark(end, ":"), token(end + 1).map({ $0.isNumber || ($0.kind == .word && $0.isGlued) }) ?? false {
            guard let second = number(end + 1), second.digits <= 2 else { return (.impossible, end) }
            civil.second = second.value
            end += 2
            // `10:15:30:123`: SQL Server's thousandths.
            if isMark(end, ":"), let part = number(end + 1) {
                guard part.digits == 3, part.isGlued else { return (.impossible, end) }
                end += 2
            }
            end = pastFraction(end)
        }
        return (.found, end)
    }

    /// `T09:xx:00` is no time, and no day without one either.
    private func isBrokenClock(_ index: Int) -> Bool {
        isMark(index + 1, ":") && token(index + 2)?.kind == .word && (token(index - 1)?.isWord("t") ?? false)
    }

    /// `2024:03:05` is how cameras write a day.
    ///
    /// In the logs of servers, `05/Mar/2024:10:00:00`, and in `05MAR2024:10:00:00` the time follows the year all the same.
    private func isPartOfColons(_ index: Int) -> Bool {
        isMark(index - 1, ":") && (token(index - 2)?.isNumber ?? false) && !isMark(index - 3, "/")
            && month(at: index - 3) == nil
    }

    /// `1:23-cv-11195` is a docket.
    private func isDocket(_ index: Int) -> Bool {
        isMark(index + 3, "-") && tokens[index + 3].isGlued
            && (token(index + 4).map { $0.kind == .word && $0.isGlued } ?? false)
    }

    /// `C-250/25: 5 March` is a case and a day, `prop. 2025/26:12` a bill.
    private func isTitle(_ index: Int) -> Bool {
        if !tokens[index + 2].isGlued, tokens[index + 1].isGlued,
            isPartOfNumber(index) || tokens[(index + 3)...].contains(where: \.isNumber)
        {
            return true
        }
        // `19:1` is a report, unless it stands right behind a day, or has seconds.
        if tokens[index + 2].digits == 1, !isMark(index + 3, ":"), token(index - 1)?.kind == .mark || index == 0 {
            return true
        }
        // `14 fevral 2023/14:35`.
        let isBehindDay =
            month(at: index - 3) != nil || ((token(index - 4)?.isNumber ?? false) && tokens[index - 3].kind == .mark)
        return isMark(index - 1, "/") && tokens[index].isGlued && !isBehindDay
            && (token(index - 2).map { $0.digits == 4 } ?? false)
    }

    /// `+01:00` right behind a day is its zone.
    private func isZone(_ index: Int) -> Bool {
        guard index > 1, tokens[index].isGlued, tokens[index - 1].isGlued, tokens[index - 2].isNumber else {
            return false
        }
        if isMark(index - 1, "+") { return true }
        return isMark(index - 1, "-") && tokens[..<index].count { $0.isMark("-") } > 2
    }

    /// `14h30`, `14 h`, `14 Uhr 30`, `14.30 Uhr`.
    private mutating func signClock(_ index: Int) -> (Finding, Int) {
        guard tokens[index].digits <= 2 else { return (.absent, index) }
        // `14 óra 30 perc`, but `ora 14` of a day in Romanian.
        if isWord(index + 1, in: ["ora"]), let minute = number(index + 2), isWord(index + 3, in: ["perc"]) {
            (civil.hour, civil.minute) = (tokens[index].value, minute.value)
            return (.found, index + 4)
        }
        // `год` is an hour in Ukrainian where it is cut short, and a year in Russian.
        if isHourSign(index + 1), tokens[index].value < 25,
            !tokens[index + 1].isUpper || tokens[index + 1].isGlued,
            !tokens[index + 1].isWord("год") || isMark(index + 2, ".")
        {
            civil.hour = tokens[index].value
            var end = isMark(index + 2, ".") ? index + 3 : index + 2
            let isSigned = isWord(end + 1, in: CalendarWords.minuteSigns)
            if let minute = number(end), minute.digits == 2 || isSigned, minute.value < 60,
                minute.isGlued || isLoneNumber(end)
            {
                civil.minute = minute.value
                end += 1
                if isSigned { end = pastSeconds(end + 1) }
            } else {
                takeEarlierTime(index)
            }
            return (.found, end)
        }
        // `12 m.` is noon in Colombia and Mexico.
        if tokens[index].value == 12, language == "es", isWord(index + 1, in: ["m"]), number(index + 2) == nil {
            civil.hour = 12
            return (.found, index + 2)
        }
        guard isMark(index + 1, "."), let minute = number(index + 2), minute.digits == 2, minute.isGlued,
            tokens[index].value < 25,
            isHourSign(index + 3), !isMark(index - 1, ".") || !tokens[index].isGlued
        else { return (.absent, index) }
        (civil.hour, civil.minute) = (tokens[index].value, minute.value)
        takeEarlierTime(index)
        return (.found, index + 4)
    }

    /// `5ú` is an ordinal number in Irish, though `5u` is an hour in Dutch.
    private func isHourSign(_ index: Int) -> Bool {
        if isWord(index, in: ["u"]), tokens[index].isForeign { return false }
        return isWord(index, in: CalendarWords.hourSigns)
            || (language == "hu" && isWord(index, in: ["ora", "orakor"]))
    }

    /// `14 h 30 min 05 s`: past the seconds, where there are some.
    private mutating func pastSeconds(_ index: Int) -> Int {
        guard let second = number(index), second.value < 60 else { return index }
        let isSigned = isWord(index + 1, in: CalendarWords.secondSigns)
        guard isSigned || (second.digits == 2 && second.isGlued) else { return index }
        civil.second = second.value
        return isSigned ? index + 2 : index + 1
    }

    /// Whether a number is not the first part of a numeric day, nor a day before a month.
    private func isLoneNumber(_ index: Int) -> Bool {
        guard let next = token(index + 1) else { return true }
        if next.kind == .mark { return !next.isGlued || !(next.isMark(".") || next.isMark("/") || next.isMark("-")) }
        return next.isNumber || month(at: index + 1) == nil
    }

    /// `14时30分`, `9点半`, `14시 30분 5초`.
    private mutating func ideographClock(_ index: Int) -> (Finding, Int) {
        guard isWord(index + 1, in: CalendarWords.hours) else { return (.absent, index) }
        civil.hour = tokens[index].value
        var end = index + 2
        if isWord(end, in: ["半"]) {
            civil.minute = 30
            return (.found, end + 1)
        }
        if let minute = number(end), isWord(end + 1, in: CalendarWords.minutes) {
            civil.minute = minute.value
            end += 2
            if let second = number(end), isWord(end + 1, in: CalendarWords.seconds) {
                civil.second = second.value
                end += 2
            }
        }
        return (.found, end)
    }

    /// `3 PM`, `3pm`, `3 p.m.`.
    private mutating func meridianClock(_ index: Int) -> (Finding, Int) {
        guard tokens[index].digits <= 2, (1...12).contains(tokens[index].value) else { return (.absent, index) }
        if tokens[index].value == 12, isWord(index + 1, in: CalendarWords.noon) {
            civil.hour = 12
            return (.found, index + 2)
        }
        // `2.30 pm`, `2.30.05 pm`.
        if isMark(index + 1, "."), let minute = number(index + 2), minute.digits == 2, minute.value < 60,
            minute.isGlued, !isMark(index - 1, ".")
        {
            (civil.hour, civil.minute) = (tokens[index].value, minute.value)
            if meridian(at: index + 3) != nil { return (.found, index + 3) }
            if isMark(index + 3, "."), let second = number(index + 4), second.isGlued, second.digits == 2 {
                let end = pastFraction(index + 5)
                if let found = meridian(at: end), number(end + found.length) == nil {
                    civil.second = second.value
                    return (.found, end)
                }
            }
            (civil.hour, civil.minute) = (0, 0)
        }
        // `05 下午 2:30`: a word for half of the day in Chinese, Japanese or Korean stands before its time.
        if let word = token(index + 1), word.word.unicodeScalars.first.map({ $0.value >= 0x3000 }) ?? false {
            return (.absent, index)
        }
        // `2024-03-05 PM 2:30`: there it does in any language.
        guard let found = meridian(at: index + 1), found.length > 1 || tokens[index + 1].word != "م",
            month(at: index + 1) == nil,
            number(index + 1 + found.length) == nil || !isMark(index + 2 + found.length, ":")
        else { return (.absent, index) }
        civil.hour = tokens[index].value
        // `1-2 p.m.`, `11-1 p.m.`: the first hour is the one before.
        if isMark(index - 1, "-"), tokens[index].isGlued, tokens[index - 1].isGlued, let first = number(index - 2),
            first.digits <= 2, (1...12).contains(first.value), !first.isGlued, month(at: index - 3) == nil,
            !isWord(index - 3, in: ["room", "no", "nos", "item", "items", "docket"])
        {
            let isSameHalf = first.value % 12 < civil.hour % 12
            let isAfterNoon = (found.half.hour(civil.hour) >= 12) == isSameHalf
            civil.hour = first.value % 12 + (isAfterNoon ? 12 : 0)
            return (.found, index + 1 + found.length)
        }
        return (.found, index + 1)
    }

    /// `2006 15 -0700`, `2006 15 GMT`: an hour alone between the year and the zone.
    private mutating func bareClock(_ index: Int) -> (Finding, Int) {
        guard tokens[index].digits == 2, tokens[index].value < 24, number(index - 1)?.digits == 4,
            isMark(index + 1, "-") || isMark(index + 1, "+")
                ? endsWithOffset(index + 1)
                : index == tokens.count - 2 && isWord(index + 1, in: ["gmt", "utc", "ut", "z"])
        else { return (.absent, index) }
        civil.hour = tokens[index].value
        return (.found, index + 1)
    }

    /// `T1430`, `T14`, `143005` behind a `T` that joins it to a day; `1430 hrs`.
    private mutating func joinedClock(_ index: Int) -> (Finding, Int) {
        let token = tokens[index]
        let isMilitary = token.digits == 4 && isWord(index + 1, in: ["hrs", "hours"])
        guard isJoined(index) || isMilitary else { return (.absent, index) }
        switch token.digits {
        case 2:
            civil.hour = token.value
            return (.found, readFraction(index + 1, of: 3600))
        case 4:
            (civil.hour, civil.minute) = (token.value / 100, token.value % 100)
            return (.found, readFraction(index + 1, of: 60))
        case 6:
            (civil.hour, civil.minute, civil.second) = (token.value / 10000, token.value / 100 % 100, token.value % 100)
            return (.found, readFraction(index + 1, of: 1))
        default: return (.absent, index)
        }
    }

    /// Whether a time is joined to its day by a `T`.
    private func isJoined(_ index: Int) -> Bool {
        tokens[index].isGlued && (token(index - 1)?.isWord("t") ?? false) && tokens[index - 1].isGlued
    }

    /// `T14,5`, `T14:05.25`: a fraction of the smallest part that is written (ISO 8601); `T14.30` is written by people,
    /// who mean the minute.
    ///
    /// - Parameters:
    ///   - index: Where its mark would be.
    ///   - seconds: How long the part is.
    /// - Returns: The index behind it.
    private mutating func readFraction(_ index: Int, of seconds: Int) -> Int {
        guard isMark(index, ".") || isMark(index, ","), let number = number(index + 1), number.isGlued else {
            return index
        }
        if seconds == 3600, number.digits == 2 {
            civil.minute = number.value
        } else if seconds > 1, number.digits < 10 {
            var (numerator, denominator) = (number.value * seconds, 1)
            for _ in 0..<number.digits { denominator *= 10 }
            numerator /= denominator
            (civil.minute, civil.second) = (civil.minute + numerator / 60, numerator % 60)
        }
        return index + 2
    }

    /// `kl. 14.30`, `klo 14`, `ore 14.30`.
    private mutating func spokenClock(_ index: Int) -> (Finding, Int) {
        let before = isMark(index - 1, ".") ? index - 2 : index - 1
        guard isWord(before, in: CalendarWords.clock), tokens[index].digits <= 2, tokens[index].value < 25,
            !isMark(index + 1, "/"), !isWord(before, in: CalendarWords.behindHour) || number(before - 1) == nil
        else {
            return (.absent, index)
        }
        civil.hour = tokens[index].value
        guard isMark(index + 1, ".") || isMark(index + 1, ","), let minute = number(index + 2), minute.digits == 2,
            tokens[index + 2].isGlued
        else { return (.found, index + 1) }
        civil.minute = minute.value
        return (.found, index + 3)
    }

    /// Whether two numbers with a full stop between are part of a further day, such as `07.03.2024`.
    private func isPartOfDay(_ index: Int) -> Bool {
        // `2024.3.5~3.7` ends with a day, too.
        if isMark(index - 1, ".") || isMark(index - 1, "-"), tokens[index].isGlued, token(index - 2)?.isNumber ?? false
        {
            return true
        }
        return isMark(index + 3, ".") && (token(index + 4).map { $0.isNumber && $0.digits != 2 } ?? false)
    }

    /// Whether a time stands right behind the numbers of a day, or right before it: `6 C 12.24` is a docket, and
    /// `§ 12.30` a rule.
    private func isBesideDay(_ index: Int) -> Bool {
        var before = index - 1
        while let token = token(before), mayDivide(token) { before -= 1 }
        guard let first = token(before) else {
            var next = index + 3
            if isMark(next, "."), number(next + 1) != nil { next += 2 }
            while let token = token(next), mayDivide(token) { next += 1 }
            return token(next).map { $0.isNumber || month(at: next) != nil } ?? false
        }
        return first.isNumber || month(at: before) != nil
    }

    private func mayDivide(_ token: DateToken) -> Bool {
        switch token.kind {
        case .number: false
        case .mark: !token.isMark("/") && !token.isMark("§")
        case .word:
            CalendarWords.betweenDayAndTime.contains(token.word) || !WeekdayNames.meanings(token.word).isEmpty
        }
    }

    /// `5 марта 2024, 14-30`: no hours from one to another, as these minutes are no hour.
    private func isDashedClock(_ index: Int) -> Bool {
        guard let language, ["ru", "uk", "be", "bg", "kk"].contains(language), let hour = number(index),
            hour.digits == 2, hour.value < 24, isMark(index + 1, "-"), let minute = number(index + 2),
            minute.isGlued, minute.digits == 2, minute.value == 0 || (25..<60).contains(minute.value)
        else { return false }
        return !hour.isGlued && token(index + 3)?.isMark("-") != true && isBesideDay(index)
    }

    /// `14.30` or `14.30.05`, once the day is known; in Russian `14-30`, too.
    mutating func readDottedClock() {
        for index in tokens.indices {
            if isDashedClock(index) {
                (civil.hour, civil.minute) = (tokens[index].value, tokens[index + 2].value)
                return
            }
            guard let hour = number(index), hour.digits == 2 || hour.digits == 1, hour.value < 24,
                isMark(index + 1, "."), let minute = number(index + 2), minute.digits == 2, minute.value < 60,
                minute.isGlued, !isPartOfDay(index), isBesideDay(index)
            else { continue }
            (civil.hour, civil.minute) = (hour.value, minute.value)
            var end = index + 3
            if isMark(end, "."), let second = number(end + 1), second.digits == 2, second.value < 60 {
                civil.second = second.value
                end += 2
            }
            use(index..<end)
            readNamedZone(behind: end)
            return
        }
    }
}
