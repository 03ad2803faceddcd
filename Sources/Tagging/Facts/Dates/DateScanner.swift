import Model

/// A date that a text states, with day and month.
struct StatedDate: Sendable, Equatable {
    /// The Gregorian year; nil where the text leaves it out.
    var year: Int?
    var month: Int
    var day: Int
    /// Where it stands in the unified text.
    var range: Range<Int>
    /// The first day where several days of one month are stated, as in `8. bis 12. Juni`; `day` is the last.
    var firstDay: Int?

    /// The day on which something is, takes effect or ends: a hearing of several days is on the first.
    func day(of kind: LegalDate.Kind, published: Day?) -> Day? {
        var date = self
        if kind != .deadline, let firstDay { date.day = firstDay }
        return date.day(published: published)
    }

    /// The day, in the year that the text leaves out: that of publication, but the next where the day is long past, and
    /// the one before where it is nearly a year ahead.
    func day(published: Day?) -> Day? {
        if let year { return Day(year: year, month: month, day: self.day) }
        guard let published else { return nil }
        return [0, 1, -1].lazy.compactMap { Day(year: published.year + $0, month: month, day: self.day) }
            .first { Self.near.contains($0.number - published.number) }
    }

    /// Days from publication within which a date is meant that leaves its year out.
    private static let near = -90...320
}

/// Finds the dates of a text: from each number, what stands around it.
struct DateScanner {
    private let text: FactText
    private let language: String
    private let isAmerican: Bool

    /// A scanner of a text in a language; American law writes the month first, the rest of the world the day.
    init(_ text: FactText, language: String, isAmerican: Bool) {
        self.text = text
        self.language = language
        self.isAmerican = isAmerican
    }

    /// The dates in order.
    func dates() -> [StatedDate] {
        var dates: [StatedDate] = []
        let bytes = text.lower
        var index = 0
        while index < bytes.count {
            if bytes[index] >= 0xE3, let date = inNumerals(index) {
                dates.append(date)
                index = date.range.upperBound
                continue
            }
            if bytes[index] == 0xD8, let date = firstOfMonth(index) {
                dates.append(date)
                index = date.range.upperBound
                continue
            }
            guard Bytes.isDigit(bytes[index]), index == 0 || !Bytes.isAlphanumeric(bytes[index - 1]) else {
                index += 1
                continue
            }
            if let date = date(at: index) {
                dates.append(date)
                index = date.range.upperBound
            } else {
                while index < bytes.count, Bytes.isDigit(bytes[index]) { index += 1 }
            }
        }
        return dates
    }

    private func date(at index: Int) -> StatedDate? {
        asian(index) ?? daysOfMonth(index) ?? numeric(index) ?? endOfPeriod(index) ?? dayMonth(index) ?? monthDay(index)
    }

    private func number(_ reader: inout ByteReader, _ range: ClosedRange<Int>) -> Int? {
        reader.digits(range).map { digits in digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    }

    private func checked(_ year: Int?, _ month: Int, _ day: Int, _ range: Range<Int>) -> StatedDate? {
        guard Day(year: year ?? 2024, month: month, day: day) != nil, year.map({ (1900...2100).contains($0) }) ?? true
        else { return nil }
        return StatedDate(year: year, month: month, day: day, range: range)
    }
}

extension DateScanner {
    /// `2025年9月1日`, `112年8月31日`, `令和6年1月23日`, `9月1日`, `2025년 9월 1일`.
    private func asian(_ index: Int) -> StatedDate? {
        var reader = ByteReader(bytes: text.lower, index: index)
        guard let first = number(&reader, 1...4) else { return nil }
        reader.spaces()
        if reader.skip("月") || reader.skip("월") { return asianDay(&reader, nil, first, index) }
        guard reader.skip("年") || reader.skip("년") else { return nil }
        reader.spaces()
        guard let month = number(&reader, 1...2) else { return nil }
        reader.spaces()
        guard reader.skip("月") || reader.skip("월") else { return nil }
        return asianDay(&reader, year(first, before: index), month, index)
    }

    /// `二〇二六年六月十五日`, `一百十五年七月一日`, `七月一日`.
    private func inNumerals(_ index: Int) -> StatedDate? {
        var reader = ByteReader(bytes: text.lower, index: index)
        guard let first = HanNumerals.number(&reader) else { return nil }
        if reader.skip("月") { return dayInNumerals(&reader, nil, first, index) }
        guard reader.skip("年"), let month = HanNumerals.number(&reader), reader.skip("月") else { return nil }
        return dayInNumerals(&reader, year(first, before: index), month, index)
    }

    private func dayInNumerals(_ reader: inout ByteReader, _ year: Int?, _ month: Int, _ index: Int) -> StatedDate? {
        guard let day = HanNumerals.number(&reader), reader.skip("日") || reader.skip("號") || reader.skip("号") else {
            return nil
        }
        return checked(year, month, day, index..<reader.index)
    }

    private func asianDay(_ reader: inout ByteReader, _ year: Int?, _ month: Int, _ index: Int) -> StatedDate? {
        reader.spaces()
        guard let day = number(&reader, 1...2) else { return nil }
        reader.spaces()
        guard skipDay(&reader) else { return nil }
        let first = checked(year, month, day, index..<reader.index)
        guard let last = lastDay(&reader, after: day), var date = checked(year, month, last, index..<reader.index)
        else {
            return first
        }
        date.firstDay = day
        return date
    }

    private func skipDay(_ reader: inout ByteReader) -> Bool {
        reader.skip("日") || reader.skip("일") || reader.skip("號") || reader.skip("号")
    }

    /// The 17 of `4月7日至17日`: the last of several days of one month.
    private func lastDay(_ reader: inout ByteReader, after first: Int) -> Int? {
        reader.spaces()
        guard Self.asianLinks.contains(where: { reader.skip($0) }) else { return nil }
        reader.spaces()
        guard let last = number(&reader, 1...2), last > first, skipDay(&reader) else { return nil }
        return last
    }

    private static let asianLinks: [StaticString] = ["至", "到", "から", "부터", "~", "-", "—"]

    /// The Gregorian year of a count of years: Gregorian itself, of the era named before, or of the Republic of China.
    private func year(_ count: Int, before index: Int) -> Int? {
        if count >= 1900 { return count }
        for era in CalendarEra.japanese {
            for name in era.names where endsWith(Array(name.utf8), before: index) {
                return era.gregorian(year: count)
            }
        }
        // The Republic has counted over a hundred years: two digits are those of this century.
        if count >= 100 { return CalendarEra.republicOfChina.gregorian(year: count) }
        return language == "zh" && count < 50 ? 2000 + count : nil
    }

    private func endsWith(_ name: [UInt8], before index: Int) -> Bool {
        index >= name.count && text.lower[(index - name.count)..<index].elementsEqual(name)
    }
}

extension DateScanner {
    /// `2025-09-01`, `2025/9/1`, `2025. 9. 1.`, `01.09.2025`, `01.09.25`, `9/1/2025`.
    private func numeric(_ index: Int) -> StatedDate? {
        var reader = ByteReader(bytes: text.lower, index: index)
        guard let first = reader.digits(1...4), first.count != 3, let separator = reader.current,
            separator == 0x2D || separator == 0x2F || separator == 0x2E
        else { return nil }
        reader.index += 1
        if separator == 0x2E { reader.spaces() }
        guard let second = number(&reader, 1...2), reader.skip(byte: separator) else { return nil }
        if separator == 0x2E { reader.spaces() }
        guard let a = Int(String(ascii: first)) else { return nil }
        let third = reader
        if first.count == 4 {
            guard let day = number(&reader, 1...2), !continues(reader) else { return nil }
            return checked(a, second, day, index..<reader.index)
        }
        reader = third
        guard let year = shortOrFullYear(&reader), !continues(reader) else { return nil }
        let isMonthFirst = separator == 0x2F && (second > 12 || language == "en" && isAmerican && a <= 12)
        return isMonthFirst
            ? checked(year, a, second, index..<reader.index) : checked(year, second, a, index..<reader.index)
    }

    /// The `12. 22.` of `2025. 11. 12. ~ 12. 22.`, which a Korean period leaves without its year.
    private func endOfPeriod(_ index: Int) -> StatedDate? {
        guard language == "ko", let link = text.lower[..<index].last(where: { $0 != 0x20 }), link == 0x7E else {
            return nil
        }
        var reader = ByteReader(bytes: text.lower, index: index)
        guard let month = number(&reader, 1...2), reader.skip(byte: 0x2E) else { return nil }
        reader.spaces()
        guard let day = number(&reader, 1...2), !continues(reader) else { return nil }
        return checked(nil, month, day, index..<reader.index)
    }

    /// A year of four digits, or of two in the half century that laws of today speak of.
    private func shortOrFullYear(_ reader: inout ByteReader) -> Int? {
        guard let digits = reader.digits(2...4), let year = Int(String(ascii: digits)) else { return nil }
        return digits.count == 4 ? year : digits.count == 2 && year < 50 ? 2000 + year : nil
    }

    private func continues(_ reader: ByteReader) -> Bool {
        guard let next = reader.current else { return false }
        return Bytes.isAlphanumeric(next) && next != 0x74
            || (next == 0x2D && reader.peek(1).map(Bytes.isDigit) ?? false)
    }
}

extension DateScanner {
    /// `1 September 2025`, `1. September`, `1er septembre`, `1 de septiembre de 2025`, `2nd of August 2026`.
    private func dayMonth(_ index: Int) -> StatedDate? {
        var reader = ByteReader(bytes: text.lower, index: index)
        guard let day = number(&reader, 1...2), (1...31).contains(day) else { return nil }
        for ordinal in Self.ordinals where reader.skip(ordinal) { break }
        reader.spaces()
        for link in Self.links where reader.skip(link) { break }
        guard let name = word(from: reader.index) else { return nil }
        reader.index = name.upperBound
        let year = year(&reader)
        guard let month = month(name, isBesideYear: year != nil) else { return nil }
        let range = index..<(year == nil ? name.upperBound : reader.index)
        if year == nil, mayBeOther(name), !isDay(range) { return nil }
        return checked(year, month, day, range)
    }

    /// The first of a month in Arabic, where its number is a word: `الأول من يناير 2027`.
    private func firstOfMonth(_ index: Int) -> StatedDate? {
        var reader = ByteReader(bytes: text.lower, index: index)
        guard language == "ar", reader.skip("الأول من ") || reader.skip("الاول من ") || reader.skip("أول "),
            let name = word(from: reader.index)
        else { return nil }
        reader.index = name.upperBound
        let year = year(&reader)
        guard let month = month(name, isBesideYear: year != nil) else { return nil }
        return checked(year, month, 1, index..<(year == nil ? name.upperBound : reader.index))
    }

    /// `8. bis 12. Juni 2026`, `9 and 10 June`, `1–4 de julio`: several days of one month.
    private func daysOfMonth(_ index: Int) -> StatedDate? {
        var reader = ByteReader(bytes: text.lower, index: index)
        guard let first = number(&reader, 1...2), (1...31).contains(first) else { return nil }
        for ordinal in Self.ordinals where reader.skip(ordinal) { break }
        reader.spaces()
        guard Self.between.contains(where: { reader.skip($0) }) else { return nil }
        reader.spaces()
        guard var date = dayMonth(reader.index), first < date.day else { return nil }
        date.firstDay = first
        date.range = index..<date.range.upperBound
        return date
    }

    private static let between: [StaticString] = [
        "-", "–", "bis zum ", "bis ", "to ", "and ", "until ", "und ", "et ", "au ", "al ", "y ", "e ", "a ",
        "tot en met ",
        "tot ", "en ", "do ", "i ", "až ", "по ", "и ",
    ]

    private static let ordinals: [StaticString] = ["st ", "nd ", "rd ", "th ", "er ", "º ", "°", ".", "e "]
    private static let links: [StaticString] = [
        "day of ", "of ", "de ", "d'", "do ", "del mes de ", "del próximo mes de ", "del presente mes de ",
        "do mês de ",
        "do próximo mês de ", "du mois de ", "del mese di ", "del prossimo mese di ",
    ]

    /// The year after a month: `2025`, `, 2025`, `de 2025`, `del 2025`, `г. 2025`.
    private func year(_ reader: inout ByteReader) -> Int? {
        _ = reader.skip(".")
        _ = reader.skip(",")
        reader.spaces()
        _ = reader.skip("de ") || reader.skip("del ") || reader.skip("di ") || reader.skip("of ")
        guard let year = number(&reader, 4...4), (1900...2100).contains(year) else { return nil }
        return year
    }

    /// `September 1, 2025`, `Sept. 1`: the month's name stands before the number.
    private func monthDay(_ index: Int) -> StatedDate? {
        var reader = ByteReader(bytes: text.lower, index: index)
        guard let day = number(&reader, 1...2), (1...31).contains(day), index > 1, let name = word(before: index)
        else {
            return nil
        }
        for ordinal: StaticString in ["st", "nd", "rd", "th"] where reader.skip(ordinal) { break }
        let last = lastDay(after: day, &reader)
        let end = reader.index
        if reader.current == 0x25 || reader.current == 0x3A { return nil }
        let year = year(&reader)
        guard let month = month(name, isBesideYear: year != nil) else { return nil }
        var date = checked(year, month, last ?? day, name.lowerBound..<(year == nil ? end : reader.index))
        date?.firstDay = last == nil ? nil : day
        return date
    }

    /// The `4` of `June 1–4`. Behind a word only where nothing but the year or the end of a clause follows: in `June 1 and
    /// 12 agencies` it counts something else.
    private func lastDay(after day: Int, _ reader: inout ByteReader) -> Int? {
        let start = reader.index
        let isWord = reader.skip(" to ") || reader.skip(" and ")
        if isWord || reader.skip("-") || reader.skip("–"), let last = number(&reader, 1...2), day < last, last <= 31,
            !continues(reader), !isWord || endsDays(reader)
        {
            return last
        }
        reader.index = start
        return nil
    }

    private func endsDays(_ reader: ByteReader) -> Bool {
        guard let next = reader.current else { return true }
        return ",.;)".utf8.contains(next) || next == 0x20 && reader.peek(1).map(Bytes.isDigit) ?? false
    }

    private func word(from index: Int) -> Range<Int>? {
        let bytes = text.lower
        var end = index
        while end < bytes.count, end - index < 40, isLetter(bytes[end]) { end += 1 }
        return end - index >= 3 ? index..<end : nil
    }

    private func word(before index: Int) -> Range<Int>? {
        let bytes = text.lower
        var end = index
        while end > 0, bytes[end - 1] == 0x20, index - end < 2 { end -= 1 }
        if end > 0, bytes[end - 1] == 0x2E { end -= 1 }
        guard end < index else { return nil }
        var start = end
        while start > 0, end - start < 40, isLetter(bytes[start - 1]) { start -= 1 }
        return end - start >= 3 ? start..<end : nil
    }

    private func isLetter(_ byte: UInt8) -> Bool { Bytes.isLetter(byte) || byte >= 0x80 }
}

extension DateScanner {
    /// The month that a word names. What is another word as well names one beside a year or before a full stop, or, where
    /// only its capital tells, with that.
    private func month(_ word: Range<Int>, isBesideYear: Bool) -> Int? {
        let name = LetterFolding.fold(String(ascii: text.lower[word]))
        guard let month = MonthNames.month(name, language: language, isBesideYear: isBesideYear) else { return nil }
        if isBesideYear || word.upperBound < text.count && text.lower[word.upperBound] == 0x2E { return month }
        if Self.otherWords[language]?.contains(name) ?? false { return nil }
        return mayBeOther(word) && !Bytes.isUpper(text.cased[word.lowerBound]) ? nil : month
    }

    /// Names of months in short or in full that are everyday words of the same language: `pro` is `for` in Czech, `się`
    /// without its accent August in Polish, `mai` `also` in Romanian.
    private static let otherWords: [String: Set<String>] = [
        "cs": ["pro", "list"], "pl": ["sie"], "ca": ["des"], "pt": ["dez"], "ro": ["mai"], "uk": ["лист"],
    ]

    /// Whether a word is the English `may` or `march`.
    private func mayBeOther(_ word: Range<Int>) -> Bool {
        guard language == "en" || !MonthNames.knows(language) else { return false }
        return text.lower[word].elementsEqual("may".utf8) || text.lower[word].elementsEqual("march".utf8)
    }

    /// Whether `12 May` is a day, as it is not in `Rule 12 May Be Extended`: before it stands no other word than one that
    /// leads to a day, or behind it none that may be a verb.
    private func isDay(_ date: Range<Int>) -> Bool {
        let bytes = text.lower
        var next = date.upperBound
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        guard next < bytes.count, Bytes.isLetter(bytes[next]) else { return true }
        var end = next
        while end < bytes.count, end - next < 40, isLetter(bytes[end]) { end += 1 }
        if Self.following.contains(String(ascii: bytes[next..<end])) { return true }
        // `GPT-5 May Face …`
        if date.lowerBound > 1, bytes[date.lowerBound - 1] == 0x2D, isLetter(bytes[date.lowerBound - 2]) {
            return false
        }
        var start = date.lowerBound
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        guard start > 0, Bytes.isLetter(bytes[start - 1]) || bytes[start - 1] == 0x2E else { return true }
        end = start
        while start > 0, end - start < 40, isLetter(bytes[start - 1]) { start -= 1 }
        let word = String(ascii: bytes[start..<end])
        return Self.leading.contains(word) || !WeekdayNames.meanings(LetterFolding.fold(word)).isEmpty
    }

    private static let leading: Set<String> = [
        "a", "after", "and", "at", "before", "begin", "beginning", "begins", "between", "by", "close", "closes", "date",
        "deadline", "due", "effective", "end", "ending", "ends", "for", "from", "in", "is", "of", "on", "open", "opens",
        "or", "since", "start", "starting", "starts", "than", "the", "through", "thru", "till", "to", "until", "was",
    ]
    private static let following: Set<String> = [
        "a", "after", "an", "and", "as", "at", "before", "but", "by", "conference", "deadline", "for", "from", "had",
        "has", "hearing", "if", "in", "is", "meeting", "of", "on", "or", "session", "that", "the", "through", "till",
        "to", "trial", "until", "vote", "was", "were", "when", "which", "while", "will", "with", "would",
    ]
}
