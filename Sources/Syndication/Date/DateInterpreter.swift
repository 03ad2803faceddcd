import Model

/// Gives each token of a date its role: first the time and its zone, then the day in whatever form is left.
struct DateInterpreter {
    /// What reading one part came to.
    enum Finding { case absent, found, impossible }

    var tokens: [DateToken]
    var civil = CivilTime()
    let order: DateOrder?
    /// The primary subtag of the text's language.
    let language: String?
    /// Whether the text is in Chinese as written on Taiwan.
    let isOfTaiwan: Bool
    var hasClock = false
    /// The names of months at each token, looked up once.
    private let months: [(meanings: [MonthNames.Meaning], length: Int)?]

    private init(tokens: [DateToken], order: DateOrder?, language: String?, isOfTaiwan: Bool) {
        self.tokens = tokens
        self.order = order
        self.language = language
        self.isOfTaiwan = isOfTaiwan
        let months = tokens.indices.map { CalendarNames.month(at: $0, in: tokens, language: language) }
        let hasLong = tokens.indices.contains { months[$0] != nil && !Self.isShort(tokens[$0]) }
        self.months = tokens.indices.map { index in
            hasLong && Self.isDoubtful(index, tokens, months[index]?.meanings, language) ? nil : months[index]
        }
    }

    private static func isShort(_ token: DateToken) -> Bool { token.word.utf8.count < 4 }

    /// Whether a short word beside the full name of a month is none: `des 3 et 5 mars` has no December, as Danish has.
    private static func isDoubtful(
        _ index: Int, _ tokens: [DateToken], _ meanings: [MonthNames.Meaning]?, _ language: String?
    ) -> Bool {
        guard let meanings, isShort(tokens[index]), index + 1 < tokens.count, !tokens[index + 1].isMark(".") else {
            return false
        }
        let isBetween = index > 0 && tokens[index - 1].isNumber && tokens[index + 1].digits == 4
        return !isBetween && !meanings.contains { $0.languages.contains(language ?? "en") }
    }

    /// The meanings of the month's name at an index, and how many tokens it is; nil where there is none.
    func month(at index: Int) -> (meanings: [MonthNames.Meaning], length: Int)? {
        guard tokens.indices.contains(index), !tokens[index].isUsed else { return nil }
        return months[index]
    }

    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, order: DateOrder?, language: String?, isOfTaiwan: Bool
    ) -> CivilTime? {
        let tokens = SpelledYears.replaced(in: TokenRepair.repaired(DateTokenizer.tokens(bytes)))
        let parts = [
            fromDecision(tokens), fromHearing(tokens), fromPublication(tokens), fromPublicationBehind(tokens),
            fromKoreanHeader(tokens),
            tokens,
        ]
        for part in parts.compactMap(\.self) {
            var interpreter = DateInterpreter(
                tokens: part, order: order, language: language, isOfTaiwan: isOfTaiwan)
            if interpreter.interpret() { return interpreter.civil }
        }
        return nil
    }

    private mutating func interpret() -> Bool {
        guard tokens.contains(where: \.isNumber), readClock() != .impossible else { return false }
        switch readDay() {
        case .absent, .impossible: return false
        case .found: break
        }
        if !hasClock { readDottedClock() }
        if !hasClock, tokens.indices.contains(where: isNoon) { civil.hour = 12 }
        guard Day(year: civil.year, month: civil.month, day: civil.day) != nil else { return false }
        // A day alone that is centuries away is a number, or a slip; the last year of all is how databases write "never".
        guard hasClock || Self.years.contains(civil.year) || civil.year == 9999 else { return false }
        return finishMidnight()
    }

    private func isNoon(_ index: Int) -> Bool {
        isWord(index, in: CalendarWords.noon)
            || (isWord(index, in: CalendarWords.spokenNoon) && isWord(index - 1, in: ["a", "al", "ao"]))
    }

    private mutating func readDay() -> Finding {
        var finding = readEastAsian()
        if finding == .absent { finding = readNamed() }
        if finding == .absent { finding = readWeek() }
        if finding == .absent { finding = readPersian() }
        if finding == .absent { finding = readSlashedRange() }
        if finding == .absent { finding = readInnerRange() }
        if finding == .absent { finding = readTriple() }
        if finding == .absent { finding = readSlashed() }
        if finding == .absent { finding = readRoman() }
        if finding == .absent { finding = readMonthNumber() }
        if finding == .absent { finding = readWhole() }
        return finding == .absent ? readCompactAmongOthers() : finding
    }

    /// The years of the Gregorian calendar, until nobody knows when.
    private static let years = 1583...2999

    /// 24:00 is the midnight at the end of the day; false where there is none.
    private mutating func finishMidnight() -> Bool {
        guard civil.hour == 24, civil.minute == 0, civil.second == 0,
            let day = Day(year: civil.year, month: civil.month, day: civil.day)
        else { return true }
        let next = day.adding(days: 1)
        civil.hour = 0
        (civil.year, civil.month, civil.day) = next.parts
        // The calendar's last day has no midnight at its end.
        return next != day
    }

    /// The year of a number; three digits are years since 1900, as programs wrote them after 1999 (RFC 2822, 4.3).
    func fullYear(_ token: DateToken) -> Int {
        switch token.digits {
        case 0...2: token.value < 100 ? fullYear(token.value) : token.value
        case 3: (100...149).contains(token.value) ? token.value + 1900 : 0
        default: token.value
        }
    }

    /// Of two digits, 50 to 99 are years of the last century (RFC 2822, 4.3), and on Taiwan those of the Republic.
    func fullYear(_ value: Int) -> Int {
        if value < 50 { return value + 2000 }
        return isOfTaiwan ? value + CalendarEra.republicOfChina.yearBeforeFirst : value + 1900
    }

    mutating func use(_ range: Range<Int>) {
        for index in range where tokens.indices.contains(index) { tokens[index].isUsed = true }
    }

    func token(_ index: Int) -> DateToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    func number(_ index: Int) -> DateToken? {
        guard let token = token(index), token.isNumber, !token.isUsed else { return nil }
        return token
    }

    func isMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool { token(index)?.isMark(scalar) ?? false }

    func isWord(_ index: Int, in words: Set<String>) -> Bool {
        guard let token = token(index), token.kind == .word else { return false }
        return words.contains(token.word)
    }

    /// The day of the week that the text names, where it names one.
    var weekdays: Set<Int> {
        var days: Set<Int> = []
        for (index, token) in tokens.enumerated() where token.kind == .word && !token.isUsed {
            // Neither `22PA01234` nor `KDTM-PT` is a Friday, though Czech and Polish abbreviate it so.
            if index > 0, token.isGlued, tokens[index - 1].isNumber { continue }
            if token.isUpper, token.word.utf8.count < 3 { continue }
            let meanings = WeekdayNames.meanings(token.word)
            for meaning in meanings where speaks(token, meaning.languages) { days.insert(meaning.weekday) }
        }
        return days
    }

    /// Whether a short word is a day in the text's own language, where that is known: `Số` is no Sunday, though Germans
    /// write `So`. What feeds say of their language is too often wrong for longer words.
    private func speaks(_ token: DateToken, _ languages: [String]) -> Bool {
        guard token.word.unicodeScalars.count < 4 else { return true }
        guard let language else { return !token.isForeign || token.word.unicodeScalars.count == 3 }
        return languages.contains(language) || languages.contains("en")
    }

    func agreesWithWeekday(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        numberedDay(year, month, day).map { weekdays.contains($0.weekday) } ?? false
    }
}
