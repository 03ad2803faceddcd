public import Model
import Store

/// A date with legal effect that moved, as a person is shown it.
public struct MovedDateView: Encodable, Sendable {
    /// What happens on it.
    public var kind: LegalDate.Kind
    /// The day on which it stood before.
    public var from: Day
    /// The day on which it stands now.
    public var to: Day
    /// The act or case whose date it is; nil where the item cites none.
    @OrNull public var authority: String?
    /// The words that say so.
    public var words: [String]
    /// The item that says so.
    public var item: RowID<Item>

    /// One line: old date → new date.
    public var line: String { "\(authority.map { "\($0): " } ?? "")\(kind.rawValue) moved, \(from) → \(to)" }
}

/// Finds from where the dates moved that an item says have moved.
struct MovedDates {
    let store: Store

    /// Days back to which a day is looked for that was past already when its move was heard of.
    private static let latest = 31

    /// The moves that an item tells: from the day that it states, else from the only day ahead that items before it
    /// stated for an authority that it cites; where none lay ahead, from the only one that was past for a short while.
    func moves(in findings: Findings, of item: RowID<Item>, seen: Day) throws -> [MovedDateView] {
        let moved = findings.dates.filter(\.hasMoved)
        guard !moved.isEmpty else { return [] }
        let authorities = findings.citations.map(\.value)
        return try moved.compactMap { date in
            let earlier =
                try date.movedFrom.map { [$0] }
                ?? standing(days(of: date.value.kind, statedWith: authorities, before: item), date.value.date, seen)
            guard earlier.count == 1, let from = earlier.first, from != date.value.date else { return nil }
            return MovedDateView(
                kind: date.value.kind, from: from, to: date.value.date, authority: authorities.first,
                words: date.evidence.map(\.words), item: item)
        }
    }

    private func standing(_ days: Set<Day>, _ new: Day, _ seen: Day) -> Set<Day> {
        let earlier = days.filter { $0 < new }
        let ahead = earlier.filter { $0 >= seen }
        return ahead.isEmpty ? earlier.filter { $0 >= seen.adding(days: -Self.latest) } : ahead
    }

    /// Items that state an authority and are looked through, the newest ones.
    private static let mostEarlier = 50

    private func days(
        of kind: LegalDate.Kind, statedWith authorities: [String], before item: RowID<Item>
    ) throws -> Set<Day> {
        let items = try store.items(citing: authorities, before: item, limit: Self.mostEarlier)
        let dates = try store.foundItems(items.sorted()).flatMap(\.findings.dates).map(\.value)
        return Set(dates.filter { $0.kind == kind }.map(\.date))
    }
}
