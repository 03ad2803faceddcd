public import Model
import Store
import Tagging

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

/// A date as one item states it.
struct OwnDate: Hashable {
    let item: RowID<Item>
    let date: LegalDate
}

/// Finds from where the dates moved that an item says have moved.
struct MovedDates {
    let store: Store

    /// Days back to which a day is looked for that was past already when its move was heard of.
    private static let latest = 31

    /// The moves that an item tells: from the day that it states, else from the only day ahead that its development or
    /// the nearest step before stated, else that items before it stated for an authority that it cites; where none lay
    /// ahead, from the only one that was past for a short while.
    func moves(
        in findings: Findings, of item: RowID<Item>, in development: RowID<Development>?, seen: Day
    ) throws -> [MovedDateView] {
        let moved = findings.dates.filter(\.hasMoved)
        guard !moved.isEmpty else { return [] }
        let authorities = findings.citations.map(\.value)
        let steps = try development.map { try earlier(than: item, in: $0) } ?? []
        return try moved.compactMap { date in
            let kind = date.value.kind
            let stated = steps.lazy.map { standing(Self.days(of: kind, in: $0), date.value.date, seen) }
            let earlier =
                try date.movedFrom.map { [$0] } ?? stated.first { !$0.isEmpty }
                ?? standing(days(of: kind, statedWith: authorities, before: item), date.value.date, seen)
            guard earlier.count == 1, let from = earlier.first, from != date.value.date else { return nil }
            return MovedDateView(
                kind: date.value.kind, from: from, to: date.value.date, authority: authorities.first,
                words: date.evidence.map(\.words), item: item)
        }
    }

    /// The moves that several items tell, once each: as the first of them does.
    static func distinct(_ moves: [MovedDateView]) -> [MovedDateView] {
        var found: [MovedDateView] = []
        for move in moves
        where !found.contains(where: { ($0.kind, $0.from, $0.to) == (move.kind, move.from, move.to) }) {
            found.append(move)
        }
        return found
    }

    /// The days before the new one that lie ahead, else those that are past for a short while; what comes earlier than it
    /// should have was on a later day.
    private func standing(_ days: Set<Day>, _ new: Day, _ seen: Day) -> Set<Day> {
        let earlier = days.filter { $0 < new }
        let ahead = earlier.filter { $0 >= seen }
        if !ahead.isEmpty { return ahead }
        let past = earlier.filter { $0 >= seen.adding(days: -Self.latest) }
        return past.isEmpty ? days.filter { $0 > new && $0 >= seen } : past
    }

    /// The dates of earlier items, and of steps before, on which some items of a development say that nothing takes place:
    /// they say so of the day, or that the whole matter was withdrawn.
    func takenOff(by items: [FoundItem], in development: RowID<Development>) throws -> Set<OwnDate> {
        var off: Set<OwnDate> = []
        for found in items {
            let isWithdrawn = found.findings.tellsWithdrawal(in: found.item.text.title)
            let days = Set(found.findings.datesOff.map(\.value))
            guard isWithdrawn || !days.isEmpty else { continue }
            for earlier in try earlier(than: found.item.id, in: development).joined() {
                for date in earlier.findings.dates.map(\.value)
                where days.contains(date) || isWithdrawn && date.kind != .hearing {
                    off.insert(OwnDate(item: earlier.item.id, date: date))
                    // What it says of the day of what it withdraws is how things stood.
                    if isWithdrawn { off.insert(OwnDate(item: found.item.id, date: date)) }
                }
            }
        }
        return off
    }

    /// Items that state an authority and are looked through, the newest ones.
    private static let mostEarlier = 50

    private func days(
        of kind: LegalDate.Kind, statedWith authorities: [String], before item: RowID<Item>
    ) throws -> Set<Day> {
        let items = try store.items(citing: authorities, before: item, limit: Self.mostEarlier)
        return Self.days(of: kind, in: try store.foundItems(items.sorted()))
    }

    private static func days(of kind: LegalDate.Kind, in items: [FoundItem]) -> Set<Day> {
        Set(items.flatMap(\.findings.dates).map(\.value).filter { $0.kind == kind }.map(\.date))
    }

    /// Steps before a development that are looked through.
    private static let mostSteps = 10

    /// The items with dates that came before an item: those of its own development, then those of each step before, the
    /// nearest first.
    func earlier(than item: RowID<Item>, in development: RowID<Development>) throws -> [[FoundItem]] {
        let steps = try store.earlierSteps(of: [development])[development]?.prefix(Self.mostSteps) ?? []
        let own = try store.datedItems(of: [development]).filter { $0 < item }
        return try ([own] + steps.map { try store.datedItems(of: [$0]) }).map(store.foundItems)
    }
}
