import Model
import Store
import Synchronization

/// What grouping and alerting did.
struct GroupingReport {
    /// Developments that were not there before.
    var developments = 0
    /// Alerts that were not there before.
    var alerts = 0
}

/// Groups items into developments and raises the alerts that follow, while the run still reads other sources.
///
/// What goes wrong on the way is left for the end of the run, where everything that has no development yet is taken up
/// from the database.
final class Grouping: Sendable {
    private struct State {
        var desk: GroupingDesk?
        var report = GroupingReport()
    }

    private let store: Store
    private let raiser: AlertRaiser
    private let since: Instant
    private let state = Mutex(State())

    /// Items that are grouped at a time.
    private static let batch = 500
    /// Days back to which developments are compared with what is new.
    private static let memory = 90
    /// Developments that are compared at most, the newest ones.
    private static let mostCandidates = 3_000

    /// Grouping for one run.
    init(_ store: Store, _ raiser: AlertRaiser, now: Instant) {
        self.store = store
        self.raiser = raiser
        since = now.adding(days: -Self.memory)
    }

    /// Takes up items that were stored just now.
    func take(_ items: [FoundItem]) {
        state.withLock { state in
            do {
                try place(items, &state)
            } catch {
                state.desk = nil
            }
        }
    }

    /// Takes up what has no development yet: what was edited, and what a run that broke off left behind.
    func finish() throws -> GroupingReport {
        try state.withLock { state in
            var ids: [RowID<Item>]
            repeat {
                ids = try store.ungroupedItems(limit: Self.batch)
                try place(store.foundItems(ids), &state)
            } while ids.count == Self.batch
            return state.report
        }
    }

    private func place(_ items: [FoundItem], _ state: inout State) throws {
        guard !items.isEmpty else { return }
        var desk = try state.desk ?? GroupingDesk(store, recent: recentDevelopments())
        state.desk = nil
        let changes = try desk.changes(for: items)
        let developments = try desk.settle(store.apply(changes))
        state.desk = desk
        state.report.developments += changes.count { if case .insert = $0 { true } else { false } }
        state.report.alerts += try raiser.raise(about: developments, knowing: items).count
    }

    private func recentDevelopments() throws -> [Development] {
        Array(try store.developments(since: since).suffix(Self.mostCandidates))
    }
}
