import Model

extension DateInterpreter {
    /// `2024年3月5日`, `民國113年5月1日`, `令和元年5月1日`, `2024년 3월 5일`.
    mutating func readIdeographs() -> Finding {
        for index in tokens.indices where isWord(index, in: CalendarWords.years) {
            guard let year = eastAsianYear(before: index) else { continue }
            civil.year = year
            guard let month = number(index + 1), isWord(index + 2, in: CalendarWords.months) else {
                if tokens.count <= 3 { return .found }
                continue
            }
            civil.month = month.value
            guard let day = number(index + 3), isWord(index + 4, in: CalendarWords.days) || token(index + 4) == nil
            else {
                return hasClock ? .impossible : .found
            }
            civil.day = day.value
            // As feedparser has it: Korean blogs that write a time write it in Korean time.
            if hasClock, tokens[index].word == "년" { civil.customaryOffset = 9 * 3600 }
            return .found
        }
        if hasClock, tokens.contains(where: { $0.isWord("오전") || $0.isWord("오후") }) { civil.customaryOffset = 9 * 3600 }
        return .absent
    }

    private func eastAsianYear(before index: Int) -> Int? {
        if isWord(index - 1, in: ["元"]) { return era(before: index - 1)?.gregorian(year: 1) }
        guard let number = number(index - 1) else { return nil }
        if let era = era(before: index - 1) { return era.gregorian(year: number.value) }
        if number.value > 999 { return Self.gregorian(number.value) }
        return number.value > 99
            ? CalendarEra.republicOfChina.gregorian(year: number.value)
            : number.value + (number.value < 90 ? 2000 : 1900)
    }

    /// A year of some centuries ahead is one of the Buddhist era.
    static func gregorian(_ year: Int) -> Int {
        (2450...2650).contains(year) ? year - CalendarEra.buddhistYears : year
    }

    /// The era named right before a number.
    func era(before index: Int) -> CalendarEra? {
        guard let word = token(index - 1), word.kind == .word else { return nil }
        if let era = CalendarWords.eras[word.word] { return era }
        return word.isUpper && (token(index)?.isGlued ?? false) ? CalendarWords.eraLetters[word.word] : nil
    }
}
