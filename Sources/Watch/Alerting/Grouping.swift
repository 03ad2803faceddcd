import Model
import Register
import Store
import Synchronization
import Tagging

/// What grouping and alerting did.
struct GroupingReport {
    /// Developments that were not there before.
    var developments = 0
    /// Alerts that were not there before.
    var alerts = 0
    /// Answered alerts that were put again.
    var reopened = 0
}

/// Groups items into developments and raises the alerts that follow, while the run still reads other sources.
///
/// What goes wrong on the way is left for the end of the run, where everything that has no development, or whose
/// development was not weighed, is taken up from the database: also what an earlier run left that was killed.
final class Grouping: Sendable {
    private struct State {
        var desk: GroupingDesk?
        var report = GroupingReport()
        /// Whether developments may be there that were never weighed: a run that broke off can have left them.
        var hasUnweighed = true
    }

    private let store: Store
    private let raiser: AlertRaiser
    /// Reads the names that are known, when the first report is made.
    private let readTables: @Sendable () throws -> GroupingTables
    private let knownTables = Mutex<GroupingTables?>(nil)
    /// What is watched; what this run asks about is taken up at its end.
    private let watched: WatchedAuthorities
    private let now: Instant
    private let state = Mutex(State())

    /// Items that are grouped at a time.
    private static let batch = 500
    /// Days back to which developments are compared with what is new: a consultation is answered months after it opened.
    private static let memory = 180
    /// Days back to which items without a topic are looked through for what is followed or relied on: a run that broke
    /// off, or an edit, can have left them behind.
    private static let lookBack = 8
    /// Developments that are compared at most, the newest ones.
    private static let mostCandidates = 3_000

    /// Grouping for one run.
    init(
        _ store: Store, _ raiser: AlertRaiser, tables: @escaping @Sendable () throws -> GroupingTables, now: Instant
    ) throws {
        self.store = store
        self.raiser = raiser
        readTables = tables
        watched = raiser.rules.watched(asked: try store.askedMatters())
        self.now = now
    }

    /// Of items that were stored just now those that are grouped: they have a topic, tell of what somebody follows or
    /// relies on, or go on with what somebody was asked about.
    func reports(of items: [FoundItem]) throws -> [ReportedItem] {
        try reports(items.filter { $0.findings.isRelevant || watched.want($0) })
    }

    private func reports(_ items: [FoundItem]) throws -> [ReportedItem] {
        if items.isEmpty { return [] }
        let tables = try tables()
        return items.map { ReportedItem($0, tables) }
    }

    private func tables() throws -> GroupingTables {
        try knownTables.withLock { known in
            let tables = try known ?? readTables()
            known = tables
            return tables
        }
    }

    /// Takes up items that were stored just now.
    func take(_ items: [ReportedItem]) {
        state.withLock { state in
            do {
                // Before they grow further: only what is new is weighed as such.
                if state.hasUnweighed { try weighRest(&state) }
                state.hasUnweighed = false
                try place(items, &state)
            } catch {
                state.desk = nil
                state.hasUnweighed = true
            }
        }
    }

    /// Takes up what has no development yet: what was edited, and what a run that broke off left behind.
    func finish() throws -> GroupingReport {
        try state.withLock { state in
            var ids: [RowID<Item>]
            repeat {
                ids = try store.ungroupedItems(limit: Self.batch)
                try place(reports(store.foundItems(ids)), &state)
            } while ids.count == Self.batch
            try placeWatched(&state)
            try weighRest(&state)
            return state.report
        }
    }

    private func weighRest(_ state: inout State) throws {
        while true {
            let rest = try store.unweighedDevelopments(limit: Self.batch)
            if rest.isEmpty { return }
            let items = Set(rest.flatMap { $0.members.map(\.item) }).sorted()
            try weigh(rest, knowing: store.foundItems(items), &state)
        }
    }

    private func placeWatched(_ state: inout State) throws {
        let hasAsked = state.report.alerts > 0
        let watched = hasAsked ? raiser.rules.watched(asked: try store.askedMatters()) : watched
        guard !watched.isEmpty else { return }
        // What this run stored was weighed already, but not beside what it asks about.
        let before = hasAsked ? now.adding(seconds: 1) : now
        var rest = try store.uncategorisedItems(since: now.adding(days: -Self.lookBack), before: before)[...]
        while !rest.isEmpty {
            let batch = Array(rest.prefix(Self.batch))
            rest = rest.dropFirst(Self.batch)
            try place(reports(store.foundItems(batch).filter(watched.want)), &state)
        }
    }

    private func place(_ items: [ReportedItem], _ state: inout State) throws {
        guard !items.isEmpty else { return }
        var desk =
            try state.desk
            ?? GroupingDesk(store, tables(), recent: recentDevelopments(), most: Self.mostCandidates)
        state.desk = nil
        let changes = try desk.changes(for: items)
        let developments = try desk.settle(store.apply(changes))
        state.desk = desk
        state.report.developments += changes.count { if case .insert = $0 { true } else { false } }
        try weigh(developments, knowing: items.map(\.found), &state)
    }

    private func weigh(_ developments: [Development], knowing items: [FoundItem], _ state: inout State) throws {
        let outcome = try raiser.raise(about: developments, knowing: items)
        state.report.alerts += outcome.raised.count
        state.report.reopened += outcome.reopened.count
    }

    private func recentDevelopments() throws -> [Development] {
        try store.newestDevelopments(Self.mostCandidates, since: now.adding(days: -Self.memory))
    }
}

extension WatchedAuthorities {
    /// Whether an item is wanted whatever its topic.
    fileprivate func want(_ found: FoundItem) -> Bool {
        concern(found.findings) || continues(found.findings) { found.findings.matters(in: found.item.text) }
    }
}
