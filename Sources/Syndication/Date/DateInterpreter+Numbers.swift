import Model

extension DateInterpreter {
    /// A day by three numbers: `2024-03-05`, `05.03.2024`, `3/5/2024`, `113/05/01`, `R6.5.1`, `2024. 3. 5.`.
    mutating func readTriple() -> Finding {
        var finding = Finding.absent
        for start in tripleStarts() {
            switch readTriple(at: start) {
            case .found: return .found
            case .impossible: finding = .impossible
            case .absent: break
            }
        }
        return finding
    }

    /// Where three numbers begin that may be a day; those with a year of four digits first, as dockets have none.
    private func tripleStarts() -> [Int] {
        var starts: [Int] = []
        var index = 0
        while index < tokens.count {
            guard let length = chainLength(at: index) else {
                index += 1
                continue
            }
            if let start = tripleStart(index, length), !isOfMoon(start + 5), !isOfNepal(start) { starts.append(start) }
            index += 2 * length - 1
        }
        let isSure = { (start: Int) in self.tokens[start].digits == 4 || self.tokens[start + 4].digits == 4 }
        // The number of an act says when that was made, which counts where no other day is named.
        let own = starts.filter { !isBehindName($0) }
        return own.filter(isSure) + own.filter { !isSure($0) } + starts.filter(isBehindName)
    }

    /// Where three numbers that belong together begin in a longer row: `38/05.03.2024`, `5.3.2024/123`,
    /// `5.3.2024 - 12 U 34/23`.
    private func tripleStart(_ index: Int, _ length: Int) -> Int? {
        if length == 3 { return index }
        guard length > 3 else { return nil }
        for offset in 0...(length - 3) {
            let start = index + 2 * offset
            let isSame = tokens[start + 1].value == tokens[start + 3].value && isTight(start + 1) == isTight(start + 3)
            if isSpacedDay(start) || isBehindName(start) { return start }
            guard isSame, tokens[start].digits == 4 || tokens[start + 4].digits == 4 || tokens[start + 4].digits == 2,
                offset == 0 || !isAlike(start - 1, start + 1),
                offset == length - 3 || !isAlike(start + 5, start + 1)
            else { continue }
            return start
        }
        return nil
    }

    /// `2024. 3. 5. 2023헌바123`: a day as Korea and Hungary write it, with a full stop at its end.
    private func isSpacedDay(_ start: Int) -> Bool {
        tokens[start].digits == 4 && (start + 1...start + 5).filter { isMark($0, ".") }.count == 3
            && token(start + 6).map { !$0.isGlued } ?? true
    }

    /// `LOV-2024-03-05-12`: the number of an act that holds its day.
    private func isBehindName(_ start: Int) -> Bool {
        tokens[start].digits == 4 && tokens[start + 2].digits == 2 && tokens[start + 4].digits == 2
            && isMark(start - 1, "-") && tokens[start].isGlued && token(start - 2)?.kind == .word
    }

    private func isAlike(_ left: Int, _ right: Int) -> Bool {
        tokens[left].value == tokens[right].value && isTight(left) == isTight(right)
    }

    /// Whether a mark stands right behind the number before it.
    private func isTight(_ index: Int) -> Bool { tokens[index].isGlued }

    /// How many numbers follow each other with marks between; nil where fewer than two do.
    private func chainLength(at index: Int) -> Int? {
        guard number(index) != nil else { return nil }
        var length = 1
        while let mark = token(index + 2 * length - 1), !mark.isUsed, number(index + 2 * length) != nil,
            [".", "-", "/", ":", "_"].contains(where: { mark.isMark($0) })
        {
            if length > 2, mark.isMark("-"), !mark.isGlued { break }
            if mark.isMark(":"), tokens[index].digits != 4 || !tokens[index + 2 * length].isGlued { break }
            length += 1
        }
        return length > 1 ? length : nil
    }

    /// A day of the Islamic calendar, marked with `هـ`, is none of ours; `ه.ش` marks one of the Persian.
    private func isOfMoon(_ index: Int) -> Bool {
        let next = isMark(index + 1, ".") ? index + 2 : index + 1
        return isWord(index, in: ["ه", "هجري", "ah", "قمري", "ق"]) && !isWord(next, in: ["ش", "شمسي"])
    }

    /// A day of Nepal's calendar, which is some 57 years ahead: `2081-07-29 B.S.`, `BS 2081/07/29`, `२०८१/०७/२९`.
    private func isOfNepal(_ index: Int) -> Bool {
        guard tokens[index].digits == 4, Self.nepaleseYears.contains(tokens[index].value) else { return false }
        let isMarked =
            isWord(index + 5, in: ["bs", "गते"]) || isWord(index - 1, in: ["bs", "मिति", "विसं"])
            || isWord(index + 5, in: ["b"]) && isMark(index + 6, ".") && isWord(index + 7, in: ["s"])
            || isMark(index - 1, ".") && isWord(index - 2, in: ["s"]) && isWord(index - 4, in: ["b"])
        return isMarked || tokens[index].isForeign
    }

    /// The years of that calendar from 1984 to 2063.
    private static let nepaleseYears = 2041...2120

    private mutating func readTriple(at index: Int) -> Finding {
        let (first, second, third) = (tokens[index], tokens[index + 2], tokens[index + 4])
        defer { use(index..<index + 5) }
        if let era = era(before: index) {
            return assign(era.gregorian(year: first.value) ?? 0, second.value, third.value)
        }
        // `Dnro 1234/03/25` is the number of a file.
        if first.digits == 4 {
            return first.value < 1300 ? .impossible : assign(first.value, second.value, third.value)
        }
        if first.digits == 3, first.value > 0 {
            // `-001-11-30` is what PHP makes of a day that is none.
            if index == 1, isMark(0, "-"), first.isGlued { return .impossible }
            return assign(CalendarEra.republicOfChina.gregorian(year: first.value) ?? 0, second.value, third.value)
        }
        if isMark(index - 1, "'"), third.digits <= 2 { return assign(fullYear(first), second.value, third.value) }
        let mark: Unicode.Scalar = isMark(index + 3, "/") ? "/" : isMark(index + 3, "-") ? "-" : "."
        if third.digits < 4, countsByEras || isCited(index) || isClock(index) { return .impossible }
        // `10-12/2025` are three numbers of a journal, though `10/12-2025` is a day in Danish.
        if mark == "/", isMark(index + 1, "-") { return .impossible }
        // `25-09-01` is ISO 8601 of old, unless the text's language or source has an order of its own.
        let isShortISO =
            mark == "-" && second.digits + third.digits == 4 && (order == nil || language == "sv")
            && (first.value > 12 || !isBehindLabel(index))
        if third.digits <= 2, first.digits == 2, writesYearFirst || isShortISO,
            assign(fullYear(first), second.value, third.value) == .found
        {
            return .found
        }
        guard third.digits == 4 || third.digits == 2 else { return .impossible }
        let isSame = isMark(index + 1, mark)
        let written = fullYear(third)
        let year = third.digits == 2 && language == "th" ? thaiYear(third) : written
        let isAmerican =
            mark == "-" && third.digits == 2 && tokens.contains { CalendarWords.american.contains($0.word) }
        let dayFirst = !isAmerican && (!isSame || mark != "/" || year != written || year > 2400)
        let finding = assign(year, first.value, second.value, dayFirst: dayFirst)
        if finding == .found, mark == "." { takeFirstOfDottedRange(before: index) }
        if finding == .found, mark == "/" || mark == "." { takeFirstOfShortRange(before: index) }
        return finding
    }

    /// `05 marsip 2024 09.05.00`: three numbers of two digits with dots, beside a year of four that stands alone, tell a time.
    private func isClock(_ index: Int) -> Bool {
        let parts = [tokens[index], tokens[index + 2], tokens[index + 4]]
        guard isMark(index + 1, "."), isMark(index + 3, "."), parts.allSatisfy({ $0.digits == 2 }),
            parts[0].value < 25, parts[1].value < 60, parts[2].value < 61
        else { return false }
        return tokens[..<index].contains { $0.isNumber && $0.digits == 4 && (1900...2100).contains($0.value) }
    }

    /// `Filed 03-04-24`: people write so, where ISO 8601 stands alone or its year is no month.
    private func isBehindLabel(_ index: Int) -> Bool {
        tokens[..<index].contains { $0.kind == .word && WeekdayNames.meanings($0.word).isEmpty }
    }

    /// `Rule 5.3.24`, `ת"א 12-03-24`: the number of a rule, and of a case in Israel, which has month and year.
    private func isCited(_ index: Int) -> Bool {
        if isWord(index - 1, in: ["rule", "rules", "sec", "para", "clause", "subsection"]) { return true }
        guard let last = token(index - 1), last.kind == .word, last.isForeign, last.isGlued else { return false }
        return isMark(index - 2, "\"") && tokens[index - 2].isGlued && token(index - 3)?.kind == .word
            && !tokens[index].isGlued
    }

    mutating func assign(_ year: Int, _ month: Int, _ day: Int) -> Finding {
        assign(numberedDay(year, month, day))
    }

    /// `5/3 2026`, `den 5/3 2026`: how Danes and Swedes write a day.
    mutating func readSlashed() -> Finding {
        for index in tokens.indices {
            guard let first = number(index), first.digits <= 2, !first.isGlued, isMark(index + 1, "/"),
                let second = number(index + 2), second.digits <= 2, second.isGlued,
                let year = number(index + 3), year.digits == 4, !year.isGlued, !isBehindAbbreviation(index),
                language.map(Self.slashing.contains) ?? false || isWord(index - 1, in: ["d", "den"])
                    || (index == 0 && (order != nil || max(first.value, second.value) > 12) && !writesYearFirst
                        && language != "ja")
            else { continue }
            return assign(year.value, first.value, second.value, dayFirst: true)
        }
        return .absent
    }

    private static let slashing: Set<String> = ["da", "sv", "no", "nb", "nn", "fi", "is", "fo"]

    /// Decides by what is possible, then by the day of the week, by what else the text shows, by its language, by the
    /// source's order, and at last by the mark: a slash is American.
    mutating func assign(_ year: Int, _ first: Int, _ second: Int, dayFirst: Bool) -> Finding {
        let asDay = numberedDay(year, second, first) != nil
        let asMonth = numberedDay(year, first, second) != nil
        guard asDay && asMonth, first != second else {
            return asDay ? assign(year, second, first) : assign(year, first, second)
        }
        let (dayAgrees, monthAgrees) = (
            agreesWithWeekday(year, second, first), agreesWithWeekday(year, first, second)
        )
        let chosen: Bool
        if dayAgrees != monthAgrees {
            chosen = dayAgrees
        } else if let shownOrder {
            chosen = shownOrder == .dayFirst
        } else if speaksOtherThanEnglish {
            chosen = true
        } else {
            chosen = order.map { $0 == .dayFirst } ?? dayFirst
        }
        return chosen ? assign(year, second, first) : assign(year, first, second)
    }

    /// Whether a script, a day of the week, a clock word or a small word shows that the text is in another language.
    private var speaksOtherThanEnglish: Bool {
        tokens.indices.contains { index in
            let token = tokens[index]
            if token.isForeign || (token.isWord("h") && (self.token(index - 1)?.isNumber ?? false))
                || (token.kind == .word && CalendarWords.otherThanEnglish.contains(token.word))
                || (token.isWord("data") && isMark(index + 1, ":"))
            {
                return true
            }
            guard token.kind == .word, token.word.utf8.count > 2 else { return false }
            let meanings = WeekdayNames.meanings(token.word)
            return CalendarWords.clock.contains(token.word)
                || (!meanings.isEmpty && !meanings.contains { $0.languages.contains("en") })
        }
    }
}
