/// What a text denies, asks for or merely thinks possible, by words near those of a treatment.
struct Negations {
    private let text: FactText
    private let before: [Range<Int>]
    private let after: [Range<Int>]
    private let turns: [Range<Int>]
    private let agents: [Range<Int>]
    /// How far before a cue a negation may stand, in bytes, and how far after it.
    private static let (reachBefore, reachAfter) = (28, 8)

    init(_ field: ReadField, tables: FactTables) {
        text = field.text
        let hits = field.located(.negation)
        func ranges(_ value: String) -> [Range<Int>] {
            hits.filter { tables.rules[$0.rule].value == value }.map(\.range)
        }
        (before, after, turns, agents) = (ranges("before"), ranges("after"), ranges("turn"), ranges("agent"))
    }

    /// Whether a cue is taken back: a negation stands before, after or within it in the same clause.
    func takeBack(_ cue: Range<Int>) -> Bool {
        isDenied(cue)
            || before.contains { $0.lowerBound > cue.lowerBound && $0.upperBound < cue.upperBound }
            || after.contains { $0.lowerBound > cue.lowerBound && $0.overlaps(cue) }
    }

    /// Whether a negation stands before or after a cue in the same clause; the cue's own words may hold one.
    func isDenied(_ cue: Range<Int>) -> Bool {
        before.contains { isClose($0, cue, Self.reachBefore) } || after.contains { isClose(cue, $0, Self.reachAfter) }
    }

    /// Whether right after a cue a word says that what follows did it: `annulled by`.
    func isAgent(after cue: Range<Int>) -> Bool {
        agents.contains { $0.lowerBound == cue.upperBound + 1 }
    }

    private func isClose(_ left: Range<Int>, _ right: Range<Int>, _ reach: Int) -> Bool {
        guard left.upperBound <= right.lowerBound, right.lowerBound - left.upperBound <= reach else { return false }
        let gap = left.upperBound..<right.lowerBound
        return !gap.contains { text.cased[$0] == 0x2C || text.cased[$0] == 0x3B }
            && !turns.contains { $0.lowerBound >= gap.lowerBound && $0.upperBound <= gap.upperBound }
    }
}
