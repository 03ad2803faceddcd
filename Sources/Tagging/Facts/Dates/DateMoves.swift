import Model

/// What a text says of dates that move: `from 2 August 2026 to 2 December 2027`, `instead of`, `postponed to`.
struct DateMoves {
    private let text: FactText
    // Each in order, and none of them inside another.
    private let verbs: [Range<Int>]
    private let origins: [Range<Int>]
    private let starts: [Range<Int>]
    private let startsAfter: [Range<Int>]
    /// What says that a day stands no more, that another stands instead, and between quotation marks what a corrected
    /// text says.
    private let (offs, news, corrections): ([Range<Int>], [Range<Int>], [Range<Int>])
    /// What says right before a day that another is meant, and the same at the head of a remark in brackets.
    private let (denials, formers): ([Range<Int>], [Range<Int>])
    /// What moves: a deadline, say.
    private let subjects: (kinds: [LegalDate.Kind], ranges: [Range<Int>])
    /// Bytes between the words and the date that moved away, and how far from a date the verb is heard.
    private static let (close, reach) = (8, 120)
    /// Bytes between what moves and the day to which it does.
    private static let longestSentence = 240
    /// Bytes between words behind a date and the verb to which they lead; the new date may stand there.
    private static let nearVerb = 60
    /// Bytes between a day and the verb behind it that takes it off, between a verb before it and what that takes off, and
    /// between this and the day; between words for a new day and the day.
    private static let (nearOff, nearVerbBefore, nearObject, nearNew) = (40, 12, 120, 40)
    /// Bytes of a quotation that is corrected.
    private static let longestQuotation = 300

    /// What a field with digits says; what its cues stand for is in the tables.
    init(_ field: ReadField, tables: FactTables) {
        text = field.text
        let cues = field.located(.moved)
        func ranges(_ value: String) -> [Range<Int>] {
            cues.filter { tables.rules[$0.rule].value == value }.map(\.range)
        }
        (offs, news) = (ranges("off"), ranges("new"))
        (verbs, origins) = ((ranges("verb") + news).sorted { $0.lowerBound < $1.lowerBound }, ranges("origin"))
        (denials, formers) = (ranges("denied"), ranges("former"))
        let text = text
        corrections = ranges("correction").filter { Self.isBetweenQuotations($0, in: text) }
        (starts, startsAfter) = (ranges("start"), ranges("start-after"))
        let known = cues.compactMap { cue in
            LegalDate.Kind(rawValue: tables.rules[cue.rule].value).map { (kind: $0, range: cue.range) }
        }
        subjects = (known.map(\.kind), known.map(\.range))
    }

    /// What a date is of that moves, by the last words before it, or the first of the field, that name such a thing.
    func subject(of date: StatedDate) -> LegalDate.Kind? {
        guard !subjects.kinds.isEmpty else { return nil }
        return subjects.kinds[max(0, subjects.ranges.firstIndex(endingBehind: date.range.lowerBound) - 1)]
    }

    /// What a date is by what was put off to it, as in `the hearing was postponed to March 2`; nil where the cue beside it
    /// is no verb of that kind, or its sentence names nothing that moves.
    func kind(of date: StatedDate, movedBy cue: Range<Int>) -> LegalDate.Kind? {
        guard !subjects.kinds.isEmpty, verbs.around(cue, reach: 1).contains(where: { $0.overlaps(cue) }) else {
            return nil
        }
        let index = subjects.ranges.firstIndex(endingBehind: min(cue.lowerBound, date.range.lowerBound)) - 1
        guard index >= 0 else { return nil }
        let gap = subjects.ranges[index].upperBound..<date.range.lowerBound
        return gap.count <= Self.longestSentence && !text.endsSentence(in: gap) ? subjects.kinds[index] : nil
    }

    /// Whether it says anything that moves a date.
    var canTell: Bool {
        !verbs.isEmpty || !origins.isEmpty || !offs.isEmpty || !corrections.isEmpty || !denials.isEmpty
            || !formers.isEmpty
    }

    /// Whether a date is the one on which something stood before. Words such as `从` say so only where a verb says that
    /// something moves.
    func isOrigin(_ date: StatedDate) -> Bool { words(of: date) != nil }

    /// The same, where a date that is denied or in brackets is one only beside another in its sentence: `12 June, not 5
    /// June`, `from 2 November (previously 2 August)`.
    func isOrigin(_ date: StatedDate, beside others: [StatedDate]) -> Bool {
        guard isOrigin(date) else { return false }
        guard let denial = denial(of: date), otherWords(of: date) == nil else { return true }
        return others.contains { other in
            let isBehind = other.range.lowerBound >= date.range.upperBound
            let gap =
                isBehind
                ? date.range.upperBound..<other.range.lowerBound
                : other.range.upperBound..<max(other.range.upperBound, denial.lowerBound)
            return self.denial(of: other) == nil && gap.count <= Self.reach && !text.endsSentence(in: gap)
        }
    }

    /// What takes place on a date no more, and the verb that says so: `the hearing of January 14 is vacated`, `der für den
    /// 14. Januar bestimmte Termin wurde aufgehoben`.
    func off(_ date: StatedDate) -> (kind: LegalDate.Kind, verb: Range<Int>)? {
        guard !subjects.kinds.isEmpty else { return nil }
        for verb in offs.around(date.range, reach: Self.nearObject + Self.nearOff) {
            let isBehind = verb.lowerBound >= date.range.upperBound
            let end = isBehind ? verb.lowerBound : date.range.lowerBound
            let index = subjects.ranges.firstIndex(endingBehind: end) - 1
            guard index >= 0 else { continue }
            let subject = subjects.ranges[index]
            let isIts = isClose(subject, date.range, Self.nearObject) || subject.lowerBound >= date.range.upperBound
            let isSaid =
                isBehind
                ? isClose(date.range, verb, Self.nearOff)
                : verb.upperBound <= subject.lowerBound && isClose(verb, subject, Self.nearVerbBefore)
            if isIts, isSaid { return (subjects.kinds[index], verb) }
        }
        return nil
    }

    private func isClose(_ left: Range<Int>, _ right: Range<Int>, _ reach: Int) -> Bool {
        guard left.upperBound <= right.lowerBound else { return left.overlaps(right) }
        let gap = left.upperBound..<right.lowerBound
        return gap.count <= reach && !text.endsSentence(in: gap)
    }

    /// Whether words before a date say that it stands instead of one that was taken off, perhaps a sentence before.
    func isNew(_ date: StatedDate) -> Bool {
        news.around(date.range, reach: Self.nearNew).contains { isClose($0, date.range, Self.nearNew) }
    }

    /// What a corrected text says instead of a date, where the date stands in a quotation to which words such as `read`
    /// lead.
    func correction(behind date: StatedDate) -> Range<Int>? {
        corrections.around(date.range, reach: Self.longestQuotation).first { $0.lowerBound >= date.range.upperBound }
    }

    /// Whether a date stands in the quotation to which words behind another date lead, and not behind it, as the day on which
    /// the corrected text was published does; true where no such words stand behind the other.
    func isCorrected(_ origin: StatedDate, by date: StatedDate) -> Bool {
        guard let mark = correction(behind: origin), mark.upperBound < date.range.lowerBound else { return true }
        let quotation = mark.upperBound..<date.range.lowerBound
        return !quotation.contains { index in
            let byte = text.lower[index]
            guard byte == 0x22 || byte == 0x27, index > mark.upperBound else { return false }
            let (before, after) = (text.lower[index - 1], text.lower[index + 1])
            return before != 0x20 && before != 0x3A && !Self.gaps.contains(before) && !Bytes.isAlphanumeric(after)
        }
    }

    private static func isBetweenQuotations(_ words: Range<Int>, in text: FactText) -> Bool {
        let before = text.lower[..<words.lowerBound].last { !gaps.contains($0) }
        let after = text.lower[words.upperBound...].first { !gaps.contains($0) }
        return before.map(closing.contains) ?? false && after.map(opening.contains) ?? false
    }

    private static let gaps = Array(" ,:(".utf8)
    /// The last bytes of what ends a quotation, and the first of what begins one.
    private static let closing: [UInt8] = [0x22, 0x27, 0xBB, 0x8D]
    private static let opening: [UInt8] = [0x22, 0x27, 0xC2, 0xE3]

    /// Whether only a verb makes a date the one on which something stood before, as in `from … to`.
    func isStart(_ date: StatedDate) -> Bool {
        close(origins, before: date) == nil && denial(of: date) == nil && isOrigin(date)
    }

    /// The words of the date that something moved from; nil where it is no such date.
    func words(of date: StatedDate) -> Range<Int>? {
        (otherWords(of: date) ?? denial(of: date)).map {
            min($0.lowerBound, date.range.lowerBound)..<max($0.upperBound, date.range.upperBound)
        }
    }

    private func otherWords(of date: StatedDate) -> Range<Int>? {
        close(origins, before: date) ?? (verb(near: date) == nil ? nil : start(of: date)) ?? correction(behind: date)
    }

    /// The words by which a date is not the one that is meant; nothing but a remark may part them: `not, as was planned,
    /// on 5 June`.
    private func denial(of date: StatedDate) -> Range<Int>? {
        let former = formers.around(date.range, reach: 2).first {
            $0.lowerBound > 0 && text.lower[$0.lowerBound - 1] == 0x28
                && (0...1).contains(date.range.lowerBound - $0.upperBound)
        }
        return former
            ?? denials.around(date.range, reach: Self.longestRemark).first { mark in
                let gap = date.range.lowerBound - mark.upperBound
                if (0...1).contains(gap) { return true }
                guard gap > 1, gap <= Self.longestRemark, text.lower[mark.upperBound] == 0x2C else { return false }
                let between = text.lower[(mark.upperBound + 1)..<date.range.lowerBound]
                guard let comma = between.firstIndex(of: 0x2C) else { return false }
                return date.range.lowerBound - comma <= Self.close + 1 && !between.contains(where: Bytes.isDigit)
            }
    }

    /// Bytes of a remark between words that deny a date and the date.
    private static let longestRemark = 60

    /// What says that a date moves, in the same sentence.
    func verb(near date: StatedDate) -> Range<Int>? {
        verbs.around(date.range, reach: Self.reach + 1).first { verb in
            let start = min(verb.upperBound, date.range.upperBound)
            let gap = start..<max(start, verb.lowerBound, date.range.lowerBound)
            return gap.count <= Self.reach && !text.endsSentence(in: gap)
        }
    }

    private func close(_ marks: [Range<Int>], before date: StatedDate) -> Range<Int>? {
        marks.around(date.range, reach: Self.close + 1).first {
            (0...Self.close).contains(date.range.lowerBound - $0.upperBound)
        }
    }

    private func start(of date: StatedDate) -> Range<Int>? {
        close(starts, before: date)
            ?? startsAfter.around(date.range, reach: 4).first {
                (0...3).contains($0.lowerBound - date.range.upperBound) && leads(toVerb: $0)
            } ?? fromTo(date)
    }

    /// Whether words behind a date lead to the verb of its sentence: `was extended`, not `is`, wherever a motion moved.
    private func leads(toVerb words: Range<Int>) -> Bool {
        verbs.around(words, reach: Self.nearVerb).contains { verb in
            verb.lowerBound >= words.upperBound && !text.endsSentence(in: words.upperBound..<verb.lowerBound)
        }
    }

    /// The word right before the first of two dates: `from 2 August 2026 to`.
    private func fromTo(_ date: StatedDate) -> Range<Int>? {
        let end = date.range.lowerBound
        return Self.froms.lazy.compactMap { word -> Range<Int>? in
            guard end >= word.count, text.lower[(end - word.count)..<end].elementsEqual(word),
                end == word.count || !Bytes.wordEnds(text.lower, at: end - word.count)
            else { return nil }
            return (end - word.count)..<end
        }.first { _ in follows(date) }
    }

    private func follows(_ date: StatedDate) -> Bool {
        Self.tos.contains { text.lower[date.range.upperBound...].starts(with: $0) }
    }

    private static let froms = ["from ", "vom ", "du ", "del ", "dal ", "de ", "van ", "z ", "ze ", "с "].map {
        Array($0.utf8)
    }
    private static let tos = [
        " to ", " until ", " auf den ", " auf ", " zum ", " au ", " al ", " para ", " a ", " naar ", " na ", " на ",
    ].map { Array($0.utf8) }
}
