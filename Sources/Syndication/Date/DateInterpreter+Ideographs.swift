import Model

extension DateInterpreter {
    /// `2024年3月5日`, `民國113年5月1日`, `令和元年5月1日`, `2024년 3월 5일`, `2024 оны 3 дугаар сарын 5`.
    mutating func readEastAsian() -> Finding {
        for index in tokens.indices where isWord(index, in: CalendarWords.years) {
            guard let year = eastAsianYear(before: index) else { continue }
            civil.year = year
            let monthAt = pastBrackets(index + 1)
            let unitAt = pastOrdinal(monthAt + 1)
            guard let month = number(monthAt), isWord(unitAt, in: CalendarWords.months) else {
                // `2025年度` is no day of 2025.
                if index == tokens.count - 1, tokens.count <= 3 { return .found }
                continue
            }
            civil.month = month.value
            let end = unitAt + 2
            // `6月2911:30`: where the day ends and the time begins nobody knows.
            if let day = number(unitAt + 1), day.digits > 2, day.isGlued { return .impossible }
            guard let day = number(unitAt + 1),
                isWord(end, in: CalendarWords.days) || token(end)?.isUsed ?? true || isMark(end, "-")
                    || (isMark(end, ".") && tokens[index].isWord("оны"))
            else {
                return hasClock || isWord(unitAt + 1, in: ["初"]) ? .impossible : .found
            }
            // `七月十五`: without a word for the day it is one of the moon's.
            if day.digits == 0, !isWord(end, in: CalendarWords.days) { return .impossible }
            civil.day = day.value
            // As feedparser has it: Korean blogs that write a time write it in Korean time.
            if hasClock, tokens[index].word == "년" { civil.customaryOffset = 9 * 3600 }
            return .found
        }
        if hasClock, tokens.contains(where: { $0.isWord("오전") || $0.isWord("오후") }) { civil.customaryOffset = 9 * 3600 }
        return .absent
    }

    /// Past the same year in another calendar: `令和6年（2024年）3月5日`.
    private func pastBrackets(_ index: Int) -> Int {
        guard isMark(index, "(") else { return index }
        return (index + 1..<index + 6).first { isMark($0, ")") }.map { $0 + 1 } ?? index
    }

    /// Past the ending of a number that Mongolian writes behind it: `3 дугаар`, `3-р`.
    private func pastOrdinal(_ index: Int) -> Int {
        let word = isMark(index, "-") ? index + 1 : index
        return isWord(word, in: CalendarWords.mongolianOrdinals) ? word + 1 : index
    }

    private func eastAsianYear(before index: Int) -> Int? {
        // `令和元（2019）年`, `2025(令和7)年`.
        if isMark(index - 1, ")"), let open = (index - 5..<index - 2).last(where: { isMark($0, "(") }) {
            return [number(open + 1), number(open - 1)].compactMap(\.self).first { $0.digits == 4 }?.value
        }
        guard let number = number(index - 1) else { return nil }
        if let era = era(before: index - 1) { return era.gregorian(year: number.value) }
        if number.value > 999 { return numberedDay(number.value, 1, 1)?.year }
        if number.value > 99 { return CalendarEra.republicOfChina.gregorian(year: number.value) }
        return number.value < 10 || countsByEras ? nil : fullYear(number.value)
    }

    /// The era named right before a number.
    func era(before index: Int) -> CalendarEra? {
        guard let word = token(index - 1), word.kind == .word else { return nil }
        if let era = CalendarWords.eras[word.word] { return era }
        return word.isUpper && (token(index)?.isGlued ?? false) ? CalendarWords.eraLetters[word.word] : nil
    }
}
