import Model
import Store

/// What fetching did.
public struct FetchReport: Encodable, Sendable {
    /// One for each source that was asked.
    public var fetches: [FetchView] = []
    /// Sources that were not due.
    public var notDue = 0
    /// Items that nobody had seen before.
    public var new = 0
    /// Items that were edited.
    public var revised = 0
    /// New or edited items with a topic.
    public var relevant = 0
    /// What is said when the operator's own network is to blame.
    @OrNull public var ownNetwork: String?

    /// Whether a source could not be read.
    public var needsAttention: Bool { ownNetwork != nil || fetches.contains { $0.cause != nil } }
}

/// Asks many sources at once and stores what they brought, several attempts to a transaction.
struct Harvest: Sendable {
    /// What is told while it goes on: how many are done, how many there are, and the last one.
    typealias Listener = @Sendable (Int, Int, FetchView) -> Void

    let angler: Angler
    let store: Store
    let workers: Workers
    /// Sources asked at once.
    let width: Int
    /// Told, on a worker's thread, what was stored and concerns a topic.
    let stored: @Sendable ([FoundItem]) -> Void

    /// Items, and attempts, that are stored in one transaction at most, as each transaction waits for the disk.
    private static let (mostItems, mostAttempts) = (1_500, 500)

    /// Asks the sources, each once.
    func gather(_ prospects: [Prospect], full: Bool, listener: @escaping Listener) async throws -> FetchReport {
        var report = FetchReport()
        var failures: [Catch] = []
        var waiting: [Catch] = []
        var items = 0
        var hosts: [(host: String, cause: FetchFailure.Cause?)] = []
        try await withThrowingTaskGroup(of: Catch.self) { group in
            var rest = prospects.makeIterator()
            func start() {
                guard let next = rest.next() else { return }
                group.addTask { await angler.cast(at: next, full: full) }
            }
            for _ in 0..<max(1, width) { start() }
            while let brought = try await group.next() {
                start()
                if let host = brought.host { hosts.append((host, brought.record.fetch.outcome.failure?.cause)) }
                // Whether a failure is the source's own is known only when all have answered.
                if brought.record.fetch.outcome.failure != nil {
                    failures.append(brought)
                } else {
                    waiting.append(brought)
                }
                items += brought.record.intents.count
                if items >= Self.mostItems || waiting.count >= Self.mostAttempts {
                    try await store(waiting, &report, prospects.count, listener)
                    (waiting, items) = ([], 0)
                }
            }
        }
        if OwnNetwork.isToBlame(hosts) {
            report.ownNetwork = "Most hosts could not be reached: this machine's own network seems to be down."
            let byID = Dictionary(prospects.map { ($0.source.id, $0) }) { first, _ in first }
            failures = failures.map { failed in
                guard failed.host != nil, let prospect = byID[failed.source.id] else { return failed }
                return failed.blamingOwnNetwork(prospect)
            }
        }
        try await store(waiting + failures, &report, prospects.count, listener)
        return report
    }

    private func store(
        _ catches: [Catch], _ report: inout FetchReport, _ total: Int, _ listener: Listener
    ) async throws {
        guard !catches.isEmpty else { return }
        let (store, stored) = (store, stored)
        let results = try await workers.run {
            let results = store.record(catches.map(\.record))
            stored(zip(catches, results).flatMap { brought, result in (try? result.get()).map(brought.found) ?? [] })
            return results
        }
        for (brought, result) in zip(catches, results) {
            var view: FetchView
            switch result {
            case .success(let stored):
                view = brought.view(storing: stored)
                report.new += stored.inserted.count
                report.revised += stored.revised.count
                report.relevant += brought.relevant
            case .failure(let error):
                view = brought.view(storing: nil)
                view.outcome = "failed"
                view.cause = FetchFailure.Cause.internal.rawValue
                view.detail = "what was read could not be stored: \(error)"
            }
            report.fetches.append(view)
            listener(report.fetches.count, total, view)
        }
    }
}
