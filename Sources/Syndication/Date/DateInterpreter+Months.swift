import Model

/// Days whose month is neither a name of the Gregorian calendar nor part of three numbers with marks between.
extension DateInterpreter {
    /// `5.III.2024`, `12-XII-2024`, `2024. III. 5.`, `12/2024. (III. 5.)`: months as Polish and Hungarian courts number
    /// them; `5.iii.2024` as English lawyers do.
    mutating func readRoman() -> Finding {
        for index in tokens.indices where tokens[index].kind == .word {
            let isBracketed = isMark(index - 1, "(") && isMark(index - 2, ".")
            guard tokens[index].isUpper || isBetweenStops(index),
                let month = Self.romanMonths.firstIndex(of: tokens[index].word),
                var day = isBracketed ? number(index - 3) : plain(index - 1, step: -1),
                var year = plain(index + 1, step: 1)
            else { continue }
            if day.digits == 4 { swap(&day, &year) }
            guard day.digits <= 2, year.digits == 4 || year.digits == 2 else { continue }
            return assign(fullYear(year), month + 1, day.value)
        }
        return .absent
    }

    /// Whether full stops join a word to what stands on both its sides.
    private func isBetweenStops(_ index: Int) -> Bool {
        isMark(index - 1, ".") && isMark(index + 1, ".")
            && (index - 1...index + 2).allSatisfy { token($0)?.isGlued ?? false }
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

    /// `15 اسفند 1402`: days of the Persian calendar.
    mutating func readPersian() -> Finding {
        for index in tokens.indices where tokens[index].kind == .word {
            guard let month = PersianCalendar.month(tokens[index].word), var day = number(index - 1),
                var year = number(index + 1) ?? number(index + 2)
            else { continue }
            // `1402 بهمن 5`.
            if day.digits == 4 { swap(&day, &year) }
            guard year.digits == 4, day.digits <= 2 else { continue }
            return assign(PersianCalendar.day(year: year.value, month: month, day: day.value))
        }
        return .absent
    }

    /// The day that numbers mean in this text.
    func numberedDay(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        NumberedDay.day(year: year, month: month, day: day, language: language, isPersian: isPersian)
    }

    /// Whether the years from 1300 on are those of the Persian calendar: by the language, else by the digits, which
    /// Urdu has, too.
    private var isPersian: Bool {
        if let language, language == "ur" || NumberedDay.persian.contains(language) { return language != "ur" }
        return tokens.contains(where: \.isPersian)
    }

    /// Whether two digits of a year are as likely those of another calendar.
    var countsByEras: Bool { language.map { $0 == "ja" || NumberedDay.persian.contains($0) } ?? false }

    /// Whether a year of two digits stands first.
    var writesYearFirst: Bool { language.map { ["ko", "zh", "hu", "lt", "mn", "eu"].contains($0) } ?? false }

    mutating func assign(_ day: Day?) -> Finding {
        guard let day else { return .impossible }
        (civil.year, civil.month, civil.day) = day.parts
        return .found
    }
}
