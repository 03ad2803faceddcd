/// What a text denies, asks for or merely thinks possible, by words near those of a treatment.
struct Negations {
    private let text: FactText
    private let before: [PhraseHit]
    private let after: [PhraseHit]
    private let turns: [PhraseHit]
    private let agents: [PhraseHit]
    private let others: [PhraseHit]
    private let sought: [PhraseHit]
    private let suppositions: Suppositions
    /// How far before a cue a negation may stand, in bytes, and how far after it.
    private static let (reachBefore, reachAfter) = (28, 8)
    /// Bytes of a negation at most.
    private static let longest = 120
    /// Bytes of the words before the number of whoever did it, such as a court's name or a decision's date.
    private static let longestActor = 40

    init(_ field: ReadField, tables: FactTables) {
        text = field.text
        let hits = field.located(.negation)
        func kind(_ value: String) -> [PhraseHit] { hits.filter { tables.rules[$0.rule].value == value } }
        (before, after, turns, agents) = (kind("before"), kind("after"), kind("turn"), kind("agent"))
        (others, sought) = (kind("other"), kind("sought"))
        suppositions = Suppositions(field, kind)
    }

    /// Whether a cue is taken back: a negation stands before, after or within it in the same clause, or its sentence does
    /// not say that it is so.
    func takeBack(_ cue: Range<Int>) -> Bool {
        isDenied(cue) || suppositions.hold(cue)
            || sought.around(cue, reach: Self.reachBefore + Self.longest).contains {
                isClose($0.range, cue, Self.reachBefore) || $0.range.lowerBound == cue.upperBound
                    || $0.range.overlaps(cue)
            }
            || before.around(cue, reach: 1).contains {
                $0.range.lowerBound > cue.lowerBound && $0.range.upperBound < cue.upperBound
            }
            || after.around(cue, reach: 1).contains {
                $0.range.lowerBound > cue.lowerBound && $0.range.overlaps(cue)
            }
    }

    /// Whether a negation stands before or after a cue in the same clause; the cue's own words may hold one.
    func isDenied(_ cue: Range<Int>) -> Bool {
        let reach = Self.reachBefore + Self.longest
        return before.around(cue, reach: reach).contains { isClose($0.range, cue, Self.reachBefore) }
            || after.around(cue, reach: reach).contains { isClose(cue, $0.range, Self.reachAfter) }
    }

    /// Whether right after a cue a word says that what follows did it, `annulled by`, and belongs to no name, as in
    /// `distinguished In re …`, or to how far it goes.
    func isAgent(after cue: Range<Int>, before authority: Int) -> Bool {
        guard !Self.extents.contains(where: { text.lower[cue.upperBound...].starts(with: $0) }) else { return false }
        return agents.around(cue, reach: 2).contains {
            $0.range.lowerBound == cue.upperBound + 1 && $0.range.upperBound <= authority
        }
    }

    private static let extents = [
        " in its entirety", " in their entirety", " in full", " in part", " in toto", " en su totalidad", " en parte",
        " in parte", " em parte",
    ].map { Array($0.utf8) }

    /// Whether a citation before a cue is the number of who acted, not of what it was done to: `OLG (5 U 31/26) hat …
    /// aufgehoben`, `([2026] EWCA Civ 402) overturned the judgment`, `vom BGH (I ZR 12/26) aufgehoben`.
    func isActor(_ citation: Range<Int>, before cue: Range<Int>) -> Bool {
        let (gap, behind) = (text.lower[citation.upperBound..<cue.lowerBound], text.lower[cue.upperBound...])
        let ahead = text.lower[max(0, citation.lowerBound - Self.longestActor)..<citation.lowerBound]
        let isPassive = Self.passives.contains { behind.starts(with: $0) || text.lower[cue].contains($0) }
        if !isPassive, Self.actives.contains(where: { gap.contains($0) }) { return true }
        if Self.objects.contains(where: { behind.starts(with: $0) }) { return true }
        if Self.decisions.contains(where: { ahead.contains($0) }) { return true }
        return agents.around(citation, reach: Self.longestActor).contains { agent in
            guard agent.range.upperBound <= citation.lowerBound else { return false }
            let name = text.cased[agent.range.upperBound..<citation.lowerBound]
            return name.count > 1 && name.contains(0x28) && !name.contains(where: Bytes.isDigit)
        }
    }

    /// What stands between whoever acts and a verb at the end of the sentence.
    private static let actives = [
        " hat ", " haben ", " hob ", " hebt ", " heeft ", " hebben ", ")は", "）は", ")が", "）が", ")은", ")는", ")이", ")가",
    ].map { Array($0.utf8) }
    /// What makes such a verb tell of what happened to its subject.
    private static let passives = ["され", "됐", "되", "된"].map { Array($0.utf8) }
    /// What begins the object of a verb.
    private static let objects = [
        " the ", " a ", " an ", " its ", " that ", " this ", " all ", " part ", " two ", " le ", " la ", " les ", " l'",
        " l’", " un ", " une ", " el ", " los ", " las ", " una ", " il ", " lo ", " gli ", " o ", " os ", " as ",
        " um ",
        " uma ", "一审", "一審", "原审", "原審", "原判", "下级",
    ].map { Array($0.utf8) }
    /// What stands before the number of the decision by which a court acts.
    private static let decisions = [
        "mit urteil", "mit beschluss", "durch urteil", "par arrêt", "par un arrêt", "par jugement",
        "mediante sentencia",
        "con sentenza", "por sentencia", "in its judgment", "by judgment",
    ].map { Array($0.utf8) }

    /// Whether something else than the cited authority is what a cue speaks of: `delayed its guidelines on …`, `a fine
    /// under …`, `the markup of … is postponed`.
    ///
    /// - Parameters:
    ///   - citation: Where the authority stands.
    ///   - cue: Where the cue stands.
    ///   - name: Where the authority before it ends, in whose name such words are its own.
    /// - Returns: Whether it is.
    func isOther(_ citation: Range<Int>, _ cue: Range<Int>, behind name: Int) -> Bool {
        let start =
            citation.lowerBound < cue.lowerBound
            ? max(name, citation.lowerBound - Self.reachBefore) : cue.upperBound
        guard start < citation.lowerBound else { return false }
        let gap = start..<citation.lowerBound
        return others.around(gap, reach: 1).contains { gap.contains($0.range.lowerBound) }
    }

    private func isClose(_ left: Range<Int>, _ right: Range<Int>, _ reach: Int) -> Bool {
        guard left.upperBound <= right.lowerBound, right.lowerBound - left.upperBound <= reach else { return false }
        let gap = left.upperBound..<right.lowerBound
        return !gap.contains { text.cased[$0] == 0x2C || text.cased[$0] == 0x3B }
            && !turns.around(gap, reach: 1).contains {
                $0.range.lowerBound >= gap.lowerBound && $0.range.upperBound <= gap.upperBound
            }
    }
}
