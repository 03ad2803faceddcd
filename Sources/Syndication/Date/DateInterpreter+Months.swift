import Model

/// Days whose month is neither a name of the Gregorian calendar nor part of three numbers with marks between.
extension DateInterpreter {
    /// `5.III.2024`, `12-XII-2024`: months as Polish and Hungarian courts number them.
    mutating func readRoman() -> Finding {
        for index in tokens.indices where tokens[index].kind == .word && tokens[index].isUpper {
            guard let month = Self.romanMonths.firstIndex(of: tokens[index].word),
                let day = plain(index - 1, step: -1), day.digits <= 2, let year = plain(index + 1, step: 1),
                year.digits == 4 || year.digits == 2
            else { continue }
            (civil.year, civil.month, civil.day) = (fullYear(year), month + 1, day.value)
            return Day(year: civil.year, month: civil.month, day: civil.day) == nil ? .impossible : .found
        }
        return .absent
    }

    private static let romanMonths = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

    /// The number at an index, or behind one mark there.
    private func plain(_ index: Int, step: Int) -> DateToken? {
        if let number = number(index) { return number }
        let isDivider = [".", "-", "/"].contains { isMark(index, $0) }
        return isDivider ? number(index + step) : nil
    }

    /// `05 3月 2024 14:30:00`, `05 3 2024 14:30:00`: RFC 822 as programs write it in locales without month names.
    mutating func readMonthNumber() -> Finding {
        guard hasClock else { return .absent }
        for index in tokens.indices {
            guard let day = number(index), (1...2).contains(day.digits), let month = number(index + 1),
                (1...12).contains(month.value), month.digits <= 2
            else { continue }
            let yearAt = isWord(index + 2, in: CalendarWords.months) ? index + 3 : index + 2
            guard let year = number(yearAt), year.digits == 4 else { continue }
            (civil.year, civil.month, civil.day) = (year.value, month.value, day.value)
            return Day(year: civil.year, month: civil.month, day: civil.day) == nil ? .impossible : .found
        }
        return .absent
    }

    /// `15 اسفند 1402`, `۱۴۰۲/۱۲/۱۵`: days of the Persian calendar.
    mutating func readPersian() -> Finding {
        for index in tokens.indices {
            if tokens[index].kind == .word, let month = PersianCalendar.month(tokens[index].word),
                let day = number(index - 1), let year = number(index + 1) ?? number(index + 2), year.digits == 4
            {
                return assign(PersianCalendar.day(year: year.value, month: month, day: day.value))
            }
            // Only the digits of Persian, as a number alone does not tell the calendar.
            if let year = number(index), year.isPersian, (1300...1500).contains(year.value),
                let month = number(index + 2), let day = number(index + 4),
                isMark(index + 1, "/") || isMark(index + 1, "-")
            {
                return assign(PersianCalendar.day(year: year.value, month: month.value, day: day.value))
            }
        }
        return .absent
    }

    mutating func assign(_ day: Day?) -> Finding {
        guard let day else { return .impossible }
        (civil.year, civil.month, civil.day) = day.parts
        return .found
    }
}
