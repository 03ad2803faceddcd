import Model

extension DateInterpreter {
    /// ISO 8601's week dates: `2024-W10-2`, `2024W102`, `2024-W10`.
    mutating func readWeek() -> Finding {
        for index in tokens.indices where tokens[index].isWord("w") && tokens[index].isGlued {
            let yearAt = isMark(index - 1, "-") ? index - 2 : index - 1
            guard let year = number(yearAt), year.digits == 4, let week = number(index + 1), week.isGlued else {
                continue
            }
            var (weekNumber, weekday) = (week.value, 1)
            if week.digits == 3 {
                (weekNumber, weekday) = (week.value / 10, week.value % 10)
            } else if isMark(index + 2, "-"), let day = number(index + 3), day.digits == 1 {
                weekday = day.value
            }
            guard (1...53).contains(weekNumber), (1...7).contains(weekday),
                let fourth = Day(year: year.value, month: 1, day: 4)
            else { return .impossible }
            let monday = fourth.adding(days: 1 - fourth.weekday + (weekNumber - 1) * 7)
            // Few years have a week 53: a week belongs to the year of its Thursday.
            guard monday.adding(days: 3).year == year.value else { return .impossible }
            let day = monday.adding(days: weekday - 1)
            (civil.year, civil.month, civil.day) = day.parts
            return .found
        }
        return .absent
    }

    /// Forms that are a date only where they are all that there is: `20240305`, `2024-065`, `2024-03`, `2024`,
    /// `2024 03 05`, `05 03 2024`, seconds since 1970.
    mutating func readWhole() -> Finding {
        let left = tokens.filter { !$0.isUsed && !($0.kind == .mark && Self.quotes.contains($0.value)) }
        guard left.allSatisfy({ $0.kind != .word || ["date", "d"].contains($0.word) }) else { return .absent }
        let numbers = left.filter(\.isNumber)
        let marks = left.filter { $0.kind == .mark }
        let isTruncated = left.first?.isMark("-") ?? false
        switch numbers.count {
        case 1 where isTruncated && !hasClock && numbers[0].digits == 4:
            return assign(2000 + numbers[0].value / 100, numbers[0].value % 100, 1)
        case 1 where marks.allSatisfy { ".:/()".unicodeScalars.map { Int($0.value) }.contains($0.value) }:
            return readCompact(numbers[0])
        // `2025. 6.`: Korea's full stops stand behind both.
        case 2
        where marks.count == 1 || (marks.count == 2 && marks.allSatisfy { $0.isMark(".") } && numbers[0].digits == 4):
            return readPair(numbers[0], numbers[1], marks[0])
        case 2 where isTruncated && marks.count == 2 && !hasClock:
            return assign(2000 + numbers[0].value, numbers[1].value, 1)
        case 3 where marks.isEmpty && numbers.map(\.digits) == [4, 2, 2]:
            return assign(numbers[0].value, numbers[1].value, numbers[2].value)
        // Without a language nobody knows which of two small ones is the day.
        case 3
        where marks.isEmpty && numbers.map(\.digits) == [2, 2, 4]
            && (order != nil || max(numbers[0].value, numbers[1].value) > 12):
            return assign(numbers[2].value, numbers[0].value, numbers[1].value, dayFirst: true)
        default: return .absent
        }
    }

    /// `Docket: T-123-22 Date: 20240305`: the only number of eight digits that is a day.
    mutating func readCompactAmongOthers() -> Finding {
        let days = tokens.indices.filter { index in
            let token = tokens[index]
            return token.digits == 8 && !token.isUsed && (19000101...20991231).contains(token.value)
                && Day(year: token.value / 10000, month: token.value / 100 % 100, day: token.value % 100) != nil
                && !(token.isGlued && tokens[index - 1].kind == .word)
        }
        guard days.count == 1 else { return .absent }
        return readCompact(tokens[days[0]])
    }

    private static let quotes: Set<Int> = [0x22, 0x27, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x40]

    /// Years that a number may be which is all that there is.
    private static let bareYears = 1800...2100

    private mutating func readPair(_ first: DateToken, _ second: DateToken, _ mark: DateToken) -> Finding {
        if first.digits == 4, second.digits == 3, mark.isMark("-") {
            return second.value > 100 || second.value > 12 || !hasClock ? ordinal(first.value, second.value) : .absent
        }
        if first.digits == 2, second.digits == 3, mark.isMark("-") { return ordinal(fullYear(first), second.value) }
        if first.digits == 10, mark.isMark("."), !hasClock { return epoch(first.value) }
        // `20260305143000.0Z`: the generalised time of X.680, with a fraction of a second.
        if first.digits == 14, mark.isMark(".") || mark.isMark(","), !hasClock { return timed(first.value) }
        guard !hasClock else { return .absent }
        if first.digits == 4, second.digits <= 2 { return assign(first.value, second.value, 1) }
        return first.digits <= 2 && second.digits == 4 ? assign(second.value, first.value, 1) : .absent
    }

    private mutating func readCompact(_ token: DateToken) -> Finding {
        let value = token.value
        switch token.digits {
        case 4: return hasClock || !Self.bareYears.contains(value) ? .impossible : assign(value, 1, 1)
        // ISO 8601 lost this form in 2004: what is written so today is a number.
        case 5: return value < 10000 ? ordinal(2000 + value / 1000, value % 1000) : .impossible
        case 6: return assign(fullYear(value / 10000), value / 100 % 100, value % 100)
        // `1130305`: Taiwan writes the 113th year of the Republic; a year of the Gregorian calendar has four digits.
        case 7 where value / 1000 < 1900:
            return assign(value / 10000 + CalendarEra.republicOfChina.yearBeforeFirst, value / 100 % 100, value % 100)
        case 7: return ordinal(value / 1000, value % 1000)
        case 8:
            let finding = assign(value / 10000, value / 100 % 100, value % 100)
            guard finding == .impossible, (1900...2100).contains(value % 10000) else { return finding }
            return assign(value % 10000, value / 10000 % 100, value / 1_000_000)
        case 10 where !hasClock: return value < 2_000_000_000 ? epoch(value) : timed(value * 10000)
        // `260305143000Z`: its shorter sister has two digits of the year, and always seconds.
        case 12 where !hasClock && !(1900...2100).contains(value / 100_000_000):
            return timed(fullYear(value / 10_000_000_000) * 10_000_000_000 + value % 10_000_000_000)
        case 12 where !hasClock: return timed(value * 100)
        case 13 where !hasClock: return epoch(value / 1000)
        case 14 where !hasClock: return timed(value)
        case 16 where !hasClock: return epoch(value / 1_000_000)
        case 17 where !hasClock: return timed(value / 1000)
        default: return .absent
        }
    }

    private mutating func ordinal(_ year: Int, _ number: Int) -> Finding {
        guard let first = Day(year: year, month: 1, day: 1), number > 0 else { return .impossible }
        let day = first.adding(days: number - 1)
        guard day.year == year else { return .impossible }
        (civil.year, civil.month, civil.day) = day.parts
        return .found
    }

    /// `20240305143005`.
    private mutating func timed(_ value: Int) -> Finding {
        hasClock = true
        (civil.hour, civil.minute, civil.second) = (value / 10000 % 100, value / 100 % 100, value % 100)
        readCompactZone()
        let day = value / 1_000_000
        return civil.hasRealParts ? assign(day / 10000, day / 100 % 100, day % 100) : .impossible
    }

    /// `20240305143005+0100`, `20240305143005Z`.
    private mutating func readCompactZone() {
        guard let index = tokens.firstIndex(where: { $0.digits >= 12 }) else { return }
        _ = readZone(index + 1)
    }

    private mutating func epoch(_ seconds: Int) -> Finding {
        let instant = Instant(secondsSince1970: Int64(seconds))
        hasClock = true
        civil.offset = 0
        (civil.year, civil.month, civil.day) = instant.day.parts
        let rest = seconds - instant.day.number * 86400
        (civil.hour, civil.minute, civil.second) = (rest / 3600, rest / 60 % 60, rest % 60)
        return .found
    }
}
