/// What a text denies, asks for or merely thinks possible, by words near those of a treatment.
struct Negations {
    private let text: FactText
    private let before: [PhraseHit]
    private let after: [PhraseHit]
    private let turns: [PhraseHit]
    private let agents: [PhraseHit]
    /// How far before a cue a negation may stand, in bytes, and how far after it.
    private static let (reachBefore, reachAfter) = (28, 8)
    /// Bytes of a negation at most.
    private static let longest = 120

    init(_ field: ReadField, tables: FactTables) {
        text = field.text
        let hits = field.located(.negation)
        func kind(_ value: String) -> [PhraseHit] { hits.filter { tables.rules[$0.rule].value == value } }
        (before, after, turns, agents) = (kind("before"), kind("after"), kind("turn"), kind("agent"))
    }

    /// Whether a cue is taken back: a negation stands before, after or within it in the same clause.
    func takeBack(_ cue: Range<Int>) -> Bool {
        isDenied(cue)
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

    /// Whether right after a cue a word says that what follows did it: `annulled by`.
    func isAgent(after cue: Range<Int>) -> Bool {
        agents.around(cue, reach: 2).contains { $0.range.lowerBound == cue.upperBound + 1 }
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
