import Model

extension Treatments {
    /// Cues of a field that are looked at: one treatment of a kind is told, and no text that is written by people has more.
    private static let mostCues = 64

    /// What was done to decisions that the text only points back to, by cues that speak of no authority else.
    func unnamed(_ cues: [Cue]) -> [(treatment: Proven<Treatment>, cue: Cue)] {
        guard field.field != .content, Self.reviewing.contains(instrument) else { return [] }
        let (latin, marked) = (
            EarlierDecision(field.text, language: language), MarkedDecision(field.text, language: language)
        )
        guard latin != nil || marked != nil else { return [] }
        return cues.prefix(Self.mostCues).compactMap { cue in
            guard var kind = kindForDecision(cue), !isAside(cue),
                let found = latin.map({ decision($0, cue) })
                    ?? marked?.beside(cue.hit.range, isBehind: cue.side == .treatmentAfter),
                !authorities.around(found.range, reach: Self.longest).contains(where: { $0.range.overlaps(found.range) }
                )
            else { return nil }
            // East Asian courts change their own precedents, told by their years, with words that reverse judgments, too.
            if marked != nil, tables.rules[cue.hit.rule].value == Treatment.Kind.overruled.rawValue,
                found.value.first?.isNumber ?? false
            {
                kind = .overruled
            }
            let told = Proven(
                Treatment(authority: found.value, kind: kind),
                [field.text.evidence("treatment: \(kind.rawValue)", cue.hit.range, field.field)])
            return (told, cue)
        }
    }

    /// What items report in which decisions are reviewed: else a firm's or a minister's own may be meant.
    private static let reviewing: Set<Instrument> = [.ruling, .enforcement, .filing]

    private func decision(_ decisions: EarlierDecision, _ cue: Cue) -> EarlierDecision.Found? {
        let range = cue.hit.range
        if let found = decisions.within(range) { return found }
        if cue.side != .treatmentBefore, let found = decisions.behind(range) {
            return negations.isAgent(after: range, before: found.range.lowerBound) ? nil : found
        }
        guard cue.side != .treatmentAfter, !isWithinActive(range), let found = decisions.before(range),
            cue.side == .treatmentBefore || range.lowerBound - found.range.upperBound < 2 && isWithoutObject(range),
            !negations.isActor(found.range, before: range)
        else { return nil }
        return found
    }

    /// Whether nothing stands behind a participle that it could have as an object: `Judgment reversed in part`.
    private func isWithoutObject(_ cue: Range<Int>) -> Bool {
        let behind = field.text.lower[cue.upperBound...]
        guard let first = behind.first, first == 0x20 else { return true }
        let next = String(ascii: behind.dropFirst().prefix { $0 != 0x20 })
        return Self.adjuncts.contains(next) || !(next.utf8.first.map { Bytes.isLetter($0) } ?? false)
    }

    private static let adjuncts: Set<String> = [
        "and", "in", "by", "on", "as", "for", "because", "after", "where", "insofar", "to", "over", "pending", "until",
    ]

    /// Whether a cue for what stands before it is a part of one for what stands after it: `ha anulado`.
    private func isWithinActive(_ cue: Range<Int>) -> Bool {
        active.around(cue, reach: Self.longest).contains { $0.range.overlaps(cue) }
    }

    /// What a cue says of a decision that is reviewed: whoever overrules it, or takes it back as courts do in some
    /// languages, annuls it; its day may be moved, which is nothing that is done to it.
    private func kindForDecision(_ cue: Cue) -> Treatment.Kind? {
        switch Treatment.Kind(rawValue: tables.rules[cue.hit.rule].value) {
        case .annulled, .overruled: .annulled
        case .stayed: isOfDays(cue.hit.range) ? nil : .stayed
        case .applied: isUpholding(cue.hit.range) ? .applied : nil
        case .repealed: Self.revoking.contains(language.primary) ? .annulled : nil
        default: nil
        }
    }

    /// Whether words say that a decision stands on appeal.
    private func isUpholding(_ cue: Range<Int>) -> Bool {
        tables.authorityWords(language)?[.upheld].isIn(String(ascii: field.text.lower[cue])) ?? false
    }

    /// Languages in which courts revoke the judgments of others.
    private static let revoking: Set<String> = ["es", "it", "pt"]
    /// Whether words say that a day comes later.
    func isOfDays(_ cue: Range<Int>) -> Bool {
        let words = Array(field.text.text(cue).lowercased().utf8)
        return Self.moving.contains { words.contains($0) }
    }

    private static let moving = [
        "postpon", "delay", "verschieb", "verschob", "report", "aplaz", "rinvi", "prorog", "adia", "stelt",
        "uitge", "odracz", "odroč", "odkl", "odlož", "отлож", "отклад", "推迟", "延期", "延后", "暂缓", "أجل", "تأجيل", "연기",
        "유예",
    ].map { Array($0.utf8) }

    /// Whether a cue tells what somebody means to do, or is an attribute: `to set aside`, `the vacated`.
    private func isAside(_ cue: Cue) -> Bool {
        guard language.primary == "en" else { return false }
        let ahead = field.text.lower[..<cue.hit.range.lowerBound]
        return Self.meant.contains { ahead.suffix($0.count).elementsEqual($0) || ahead.elementsEqual($0.dropFirst()) }
    }

    private static let meant = [
        " to ", " the ", " a ", " an ", " its ", " their ", " previously ", " recently ", " now-", " would have ",
        " should have ",
    ].map { Array($0.utf8) }
}
