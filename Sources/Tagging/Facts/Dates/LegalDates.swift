import Model

/// Gives the dates of a text their legal effect by the nearest words that speak of one.
struct LegalDates {
    let text: FactText
    private let field: Evidence.Field
    private let tables: FactTables
    /// The hits of the families `date-before` and `date-after`, each in order.
    let cues: [[PhraseHit]]
    /// What the public is asked for, in order.
    private let replies: [PhraseHit]
    private let moves: DateMoves
    /// Whether any cue says of a date that nothing begins on it.
    private let hasOff: Bool

    /// The dates of a field with digits; what its cues stand for is in the tables.
    init(_ field: ReadField, tables: FactTables) {
        (text, self.field, self.tables) = (field.text, field.field, tables)
        moves = DateMoves(field, tables: tables)
        replies = field.located(.reply)
        cues = [field.located(.dateBefore), field.located(.dateAfter)].filter { !$0.isEmpty }
        hasOff = cues.contains { $0.contains { tables.rules[$0.rule].value == Self.off } }
    }

    struct Reading {
        var kind: LegalDate.Kind
        var cue: Range<Int>
        /// Whether no more than its being the end of a period speaks for it.
        var isAssumed = false
        /// Whether it is the day of a judgment, on which the case is heard only where it is still to come.
        var isJudgment = false
    }

    /// What the dates of a field are.
    struct Told {
        /// Those that have an effect, with the cue and the date as evidence.
        var dates: [Proven<LegalDate>] = []
        /// Those that had one, and nothing in their stead.
        var off: [Proven<LegalDate>] = []
    }

    /// The dates that have an effect, or have none any more.
    func dates(language: String, isAmerican: Bool, published: Day?) -> Told {
        guard !cues.isEmpty || moves.canTell || !replies.isEmpty else { return Told() }
        let stated = DateScanner(text, language: language, isAmerican: isAmerican).dates()
        let off = stated.indices.map { isOff(stated[$0], after: $0 > 0 ? stated[$0 - 1] : nil) }
        let origins = DateOrigins(of: stated, moves, off: off)
        let ends = origins.isEmpty ? [] : text.lower.indices.filter(text.endsSentence)
        var found: [Proven<LegalDate>] = []
        var seen: Set<LegalDate> = []
        var last: (reading: Reading, date: StatedDate)?
        for (index, written) in stated.enumerated() where found.count < Self.mostDates {
            let earlier = index > 0 ? stated[index - 1] : nil
            var date = written.year == nil ? inPeriod(from: earlier, to: written) : written
            let later = index + 1 < stated.count ? stated[index + 1] : nil
            if origins.contains(index) { continue }
            let neighbours = origins.neighbours(of: index).map { stated[$0] }
            if let move = moved(to: date, neighbours, ends, published) {
                if seen.insert(move.value).inserted { found.append(move) }
                continue
            }
            let ofReplies = endOfReplies(on: date, after: earlier, published)
            let own =
                reading(of: date, after: earlier, before: later) ?? ofReplies
                ?? listed(date, after: last, before: later)
            guard var reading = own else { continue }
            if let kind = moves.kind(of: date, movedBy: reading.cue) { reading.kind = kind }
            if date.year == nil, let last { date.year = sharedYear(of: date, reading.kind, after: last) }
            last = (reading, date)
            // The first day of a period is no date to act by, nor one from which a law applies.
            if let later, isRange(from: date, to: later), reading.kind != .hearing { continue }
            if let earlier, isRange(from: earlier, to: date) {
                guard let period = endOfPeriod(from: earlier, to: date, reading) ?? ofReplies else { continue }
                reading = period
                // What a report counts lies behind it.
                if period.isAssumed, let end = date.day(published: published), let published, end < published {
                    continue
                }
            }
            guard let day = date.day(of: reading.kind, published: published),
                !reading.isJudgment || published.map({ $0 < day }) ?? false,
                seen.insert(LegalDate(day, reading.kind)).inserted
            else { continue }
            var evidence = [evidence(of: date, reading.cue, "date: \(reading.kind.rawValue)")]
            if let verb = moves.verb(near: date) {
                evidence.append(text.evidence(Proven<LegalDate>.moved, verb, field))
            }
            found.append(Proven(LegalDate(day, reading.kind), evidence))
        }
        let former = Set(found.compactMap(\.movedFrom))
        return Told(
            dates: found,
            off: zip(stated, off).compactMap { date, reading in
                guard let reading, let day = date.day(of: reading.kind, published: published), !former.contains(day)
                else { return nil }
                let words = evidence(of: date, reading.cue, "no date: \(reading.kind.rawValue)")
                return Proven(LegalDate(day, reading.kind), [words])
            })
    }

    /// What was to happen on a date and does not: what takes place no more, or what was to begin; nil for most.
    private func isOff(_ date: StatedDate, after earlier: StatedDate?) -> Reading? {
        if let off = moves.off(date) { return Reading(kind: off.kind, cue: off.verb) }
        guard hasOff, let nearest = nearest(to: date, after: earlier, before: nil), nearest.value == Self.off else {
            return nil
        }
        return Reading(kind: .effective, cue: nearest.cue)
    }

    /// The value of cues that say of a date that nothing begins on it, though it should have.
    private static let off = "off"
    /// The value of cues that say of a date that a court gives judgment on it.
    private static let judgment = "judgment"

    private func evidence(of date: StatedDate, _ cue: Range<Int>, _ rule: String) -> Evidence {
        let (date, start) = (date.range, min(cue.lowerBound, date.range.lowerBound))
        return text.evidence(rule, start..<max(cue.upperBound, date.upperBound), field)
    }

    /// The preposition right before a date, with a space on either side.
    func link(before date: StatedDate) -> ArraySlice<UInt8>? {
        let end = date.range.lowerBound
        guard end > 0, text.lower[end - 1] == 0x20, let start = link(before: end - 1), start > 0 else { return nil }
        return text.lower[(start - 1)..<end]
    }

    /// The last day of a period, which leaves out the year of the first: `2026年4月7日至5月12日`.
    private func inPeriod(from first: StatedDate?, to last: StatedDate) -> StatedDate {
        guard let first, let year = first.year, isRange(from: first, to: last) else { return last }
        var last = last
        last.year = (last.month, last.day) < (first.month, first.day) ? year + 1 : year
        return last
    }

    /// The year of the day before, which what follows in its sentence leaves out: `from 1 March 2027, and Article 5 from
    /// 1 September`; nil where nothing of the same kind stands before it, or where it comes later in the year.
    private func sharedYear(
        of date: StatedDate, _ kind: LegalDate.Kind, after last: (reading: Reading, date: StatedDate)
    ) -> Int? {
        guard kind == .effective, last.reading.kind == kind, last.date.range.upperBound <= date.range.lowerBound,
            (last.date.month, last.date.day) < (date.month, date.day)
        else { return nil }
        return text.endsSentence(in: last.date.range.upperBound..<date.range.lowerBound) ? nil : last.date.year
    }

    /// What the last day of a period is, by what is said of the first, or by more than the `to` between them; nil where
    /// it is nothing.
    private func endOfPeriod(from first: StatedDate, to last: StatedDate, _ own: Reading) -> Reading? {
        if let start = reading(of: first, after: nil, before: last) {
            return start.kind == .effective ? Reading(kind: .deadline, cue: start.cue, isAssumed: true) : start
        }
        return own.cue.lowerBound >= first.range.upperBound && own.cue.upperBound <= last.range.lowerBound ? nil : own
    }

    /// The last day of a period in which the public may answer, as in `Konsultation vom 7. April bis 12. Mai`; nil where
    /// nothing says so, or where it is over.
    private func endOfReplies(on date: StatedDate, after earlier: StatedDate?, _ published: Day?) -> Reading? {
        guard !replies.isEmpty else { return nil }
        let isPeriod = earlier.map { isRange(from: $0, to: date) } ?? false
        guard isPeriod || date.firstDay != nil, let end = date.day(of: .deadline, published: published),
            published.map({ $0 <= end }) ?? true
        else { return nil }
        // A plan on which the public is asked is made for years.
        if isPeriod, let first = earlier?.day(published: published), end.number - first.number > Self.longestPeriod {
            return nil
        }
        let start = isPeriod ? earlier?.range.lowerBound ?? 0 : date.range.lowerBound
        let asked = replies.around(start..<start, reach: 100).last {
            let reach = tables.rules[$0.rule].value == "period" ? 45 : 100
            return $0.range.upperBound <= start && start - $0.range.upperBound <= reach
                && !text.endsSentence(in: $0.range.upperBound..<start)
        }
        return asked.map { Reading(kind: .deadline, cue: $0.range, isAssumed: true) }
    }

    /// A date that moved, where the text states the one that it moved from beside it; what happens on it may be said of
    /// either.
    private func moved(
        to date: StatedDate, _ origins: [StatedDate], _ ends: [Int], _ published: Day?
    ) -> Proven<LegalDate>? {
        let origin = origins.filter { isReplaced($0, by: date, ends) }
            .min { abs($0.range.lowerBound - date.range.lowerBound) < abs($1.range.lowerBound - date.range.lowerBound) }
        guard let origin, let from = origin.day(published: published) else { return nil }
        let words = moves.words(of: origin) ?? origin.range
        let own = reading(of: date, after: nil, before: nil)
        // The `from` of `from … to` begins no effect, and its `to` is no deadline.
        let other = reading(of: origin, after: nil, before: nil, beyond: words)
        let isLink = moves.isStart(origin) && own?.cue.lowerBound ?? 0 >= origin.range.upperBound
        let kind = moves.subject(of: date) ?? other?.kind ?? (isLink ? nil : own?.kind) ?? .effective
        guard let day = date.day(of: kind, published: published), day != from else { return nil }
        return Proven(
            LegalDate(day, kind),
            [
                evidence(of: date, own?.cue ?? date.range, "date: \(kind.rawValue)"),
                text.evidence(Proven<LegalDate>.movedFrom + from.description, words, field),
            ])
    }

    /// Whether a date stands instead of another: in its sentence, or where words say that it is the new one. That what was
    /// to be on the other is off says nothing of further dates, unless it moves.
    private func isReplaced(_ origin: StatedDate, by date: StatedDate, _ ends: [Int]) -> Bool {
        guard moves.isCorrected(origin, by: date) else { return false }
        let gap = date.range.lowerBound - origin.range.upperBound
        if (0...Self.longestMove).contains(gap), moves.isNew(date) { return true }
        return isSameSentence(origin, date, ends) && (moves.isOrigin(origin) || moves.verb(near: date) != nil)
    }

    /// Bytes between a date that was taken off and the new one.
    private static let longestMove = 240

    /// Whether two dates stand in one sentence, by the offsets at which sentences end.
    private func isSameSentence(_ left: StatedDate, _ right: StatedDate, _ ends: [Int]) -> Bool {
        let start = min(left.range.upperBound, right.range.upperBound)
        return !ends.meets(start..<max(left.range.lowerBound, right.range.lowerBound, start))
    }

    /// What the nearest cue in the same sentence says, but for cues within some words; nil where there is none, or where
    /// it speaks of no effect.
    private func reading(
        of date: StatedDate, after earlier: StatedDate?, before later: StatedDate?, beyond words: Range<Int>? = nil
    ) -> Reading? {
        guard let nearest = nearest(to: date, after: earlier, before: later, beyond: words) else { return nil }
        if nearest.value == Self.judgment { return Reading(kind: .hearing, cue: nearest.cue, isJudgment: true) }
        return LegalDate.Kind(rawValue: nearest.value).map { Reading(kind: $0, cue: nearest.cue) }
    }

    /// The nearest cue in the same sentence and its value, but for cues within some words.
    private func nearest(
        to date: StatedDate, after earlier: StatedDate?, before later: StatedDate?, beyond words: Range<Int>? = nil
    ) -> (value: String, cue: Range<Int>)? {
        var best: (distance: Int, value: String, cue: Range<Int>)?
        let anchor = anchor(of: date)
        for family in cues {
            for cue in family.around(date.range, reach: 240) {
                guard let distance = distance(cue, date, anchor, earlier, later), !(words?.overlaps(cue.range) ?? false)
                else { continue }
                // Of two that are as near, the longer one says more.
                if let best, (best.distance, -best.cue.count) <= (distance, -cue.range.count) { continue }
                best = (distance, tables.rules[cue.rule].value, cue.range)
            }
        }
        return best.map { ($0.value, $0.cue) }
    }

    /// Where a date begins with the prepositions, weekdays and the like that lead to it, as in `effect on Monday, May 4`,
    /// and with the time that it comes to, as in `effect 30 days after publication, that is on May 4`.
    private func anchor(of date: StatedDate) -> Int {
        var anchor = date.range.lowerBound
        while true {
            var end = anchor
            while end > 0, isGap(text.lower[end - 1]) { end -= 1 }
            guard let start = link(before: end) ?? weekday(before: end), start < anchor else {
                return term(before: end, of: date.range.lowerBound) ?? anchor
            }
            anchor = start
        }
    }

    /// A space, a comma, or what encloses a remark.
    func isGap(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2C || byte == 0x28 }

    /// Where the count of days or months begins that comes to a date; without a comma or a bracket behind it the date is
    /// the one from which is counted, as in `30 days after publication on May 4`.
    private func term(before end: Int, of anchor: Int) -> Int? {
        let term = cues.last?.around(end..<end, reach: Self.longestTerm).last {
            $0.range.upperBound <= end && tables.rules[$0.rule].value == "term"
        }
        guard let term, !text.endsSentence(in: term.range.upperBound..<end),
            text.lower[end..<anchor].contains(where: { $0 == 0x2C || $0 == 0x28 })
        else { return nil }
        var start = term.range.lowerBound
        while start > 0, text.lower[start - 1] == 0x20 { start -= 1 }
        while start > 0, text.lower[start - 1] != 0x20 { start -= 1 }
        return start
    }

    private func link(before end: Int) -> Int? {
        cues.last?.around(end..<end, reach: 24).last { $0.range.upperBound == end && isLink($0) }?.range.lowerBound
    }

    private func weekday(before end: Int) -> Int? {
        var start = end
        while start > 0, end - start < 24, Bytes.wordEnds(text.lower, at: start) { start -= 1 }
        guard end - start > 3,
            !WeekdayNames.meanings(LetterFolding.fold(String(ascii: text.lower[start..<end]))).isEmpty
        else { return nil }
        return start
    }

    func isLink(_ cue: PhraseHit) -> Bool { tables.rules[cue.rule].value == "link" }

    private func distance(
        _ cue: PhraseHit, _ date: StatedDate, _ anchor: Int, _ earlier: StatedDate?, _ later: StatedDate?
    ) -> Int? {
        let isAfter = tables.rules[cue.rule].family == .dateAfter
        if isAfter {
            // The time that a date comes to says nothing of it.
            if tables.rules[cue.rule].value == "term" { return nil }
            guard cue.range.upperBound <= date.range.lowerBound + 1, cue.range.lowerBound < date.range.lowerBound else {
                return nil
            }
            if isLink(cue) { return cue.range.lowerBound >= anchor ? Self.linkDistance : nil }
            let end = cue.range.upperBound
            let gap = end <= anchor ? anchor - end : date.range.lowerBound - end
            guard gap <= (isElided(cue) ? 0 : isShort(cue) ? 6 : 90),
                !text.endsSentence(in: end..<max(end, date.range.lowerBound))
            else {
                return nil
            }
            // A date between takes the cue for itself, unless both are listed.
            if let earlier, earlier.range.lowerBound >= cue.range.upperBound { return gap + 60 <= 90 ? gap + 60 : nil }
            return gap
        }
        guard cue.range.lowerBound >= date.range.upperBound else { return nil }
        let gap = cue.range.lowerBound - date.range.upperBound
        guard gap <= (isShort(cue) ? 2 : isBeginning(date) ? 100 : 60),
            !text.endsSentence(in: date.range.upperBound..<cue.range.lowerBound)
        else {
            return nil
        }
        if let later, later.range.upperBound <= cue.range.lowerBound || isLabel(cue, after: date, of: later) {
            return nil
        }
        return gap
    }

    /// Whether words belong to the label of the date behind them, as the 施行 of `公布日期：9月1日 施行日期：1月1日`.
    private func isLabel(_ cue: PhraseHit, after earlier: StatedDate, of date: StatedDate) -> Bool {
        let (start, end) = (cue.range.upperBound, date.range.lowerBound)
        guard start <= end, end - start <= Self.longestLabel else { return false }
        let rest = text.lower[start..<end]
        guard let colon = rest.firstIndex(of: 0x3A) else { return false }
        // The colon of `9月1日起施行：10月1日前…` begins another sentence.
        if colon == start, cue.range.lowerBound == earlier.range.upperBound { return false }
        // A space may stand on either side of the colon, the rest of a word before it, and an era behind it.
        return !rest[..<colon].dropLast(rest[..<colon].last == 0x20 ? 1 : 0).contains {
            $0 < 0x80 && !Bytes.isLetter($0)
        }
            && !text.endsSentence(in: colon..<end)
    }

    /// Bytes between the time that a date comes to and the date.
    private static let longestTerm = 90

    /// Bytes at most between words of a label and its date.
    private static let longestLabel = 24

    /// Days that a consultation is open at most.
    private static let longestPeriod = 200

    /// The most dates of a field that are told.
    private static let mostDates = 200

    /// A preposition alone says that a date has no effect, unless words nearer than this say that it has.
    private static let linkDistance = 24

    /// Whether a cue is a mere preposition, as `by`, `до` and `起` are: it belongs to the date beside it only.
    private func isShort(_ cue: PhraseHit) -> Bool {
        let letters = text.lower[cue.range].count { $0 & 0xC0 != 0x80 }
        return text.lower[cue.range.lowerBound] < 0xE0 ? letters <= 3 : letters == 1
    }

    /// Whether a particle of East Asia says that something begins on a date, whose verb ends the sentence.
    private func isBeginning(_ date: StatedDate) -> Bool {
        Self.particles.contains { text.lower[date.range.upperBound...].starts(with: $0.utf8) }
    }

    private static let particles = ["から", "より", "起", "부터"]

    /// Whether a cue ends by an apostrophe, as `entro l'` does before `11 aprile`: it leads to the word behind it only.
    private func isElided(_ cue: PhraseHit) -> Bool { text.lower[cue.range.upperBound - 1] == 0x27 }

    private static let links: Set<String> = [
        "~", "-", "至", "到", "から", "부터", "to", "until", "through", "till", "bis", "bis zum", "au", "jusqu'au", "al",
        "hasta el", "a",
        "até", "tot", "tot en met", "t/m", "do", "roku do", "по", "года по", "г. по", "إلى", "~(", "and", "起至", "日至",
        "から～", "부터 ~", "al giorno",
        "fino al", "e il", "y el", "au plus tard le", "all'", "fino all'", "sino all'", "e l'",
    ]

    private func isRange(from first: StatedDate, to second: StatedDate) -> Bool {
        let gap = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)
        guard gap.count <= 24 else { return false }
        var words = Self.withoutWeekdayAndEra(String(ascii: text.lower[gap]))
        while let last = words.unicodeScalars.last, last == " " || last == "," { words.unicodeScalars.removeLast() }
        while let first = words.unicodeScalars.first, first == " " || first == "," || first == "." {
            words.unicodeScalars.removeFirst()
        }
        return Self.links.contains(words) && (words != "and" || follows(between: first.range.lowerBound))
    }

    /// The `~` of `4月7日(火)~令和8年5月12日`: what stands between two days without the weekday of the first and the era of
    /// the second.
    private static func withoutWeekdayAndEra(_ words: String) -> String {
        guard words.utf8.contains(where: { $0 >= 0x80 }) else { return words }
        var words = words[...]
        if words.hasPrefix("("), let end = words.firstIndex(of: ")") { words = words[words.index(after: end)...] }
        let era = CalendarEra.japanese.lazy.flatMap(\.names).first(where: words.hasSuffix)
        return String(words.dropLast(era?.count ?? 0))
    }

    /// Whether `between` leads to a place.
    private func follows(between index: Int) -> Bool {
        Self.betweens.contains { text.lower[..<index].suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private static let betweens = ["between ", "between the "]
}
