public import Model
import Store

/// What fetching did.
public struct FetchReport: Encodable, Sendable {
    /// One for each source that was asked.
    public var fetches: [FetchView] = []
    /// Sources that were not due.
    public var notDue = 0
    /// Sources that are gone for good (status 410), which are asked by their names only.
    public var retired = 0
    /// Sources that all were to be read with, and that are left alone because their servers asked for it.
    public var waiting: [WaitingSource] = []
    /// Items that nobody had seen before.
    public var new = 0
    /// Items that were edited.
    public var revised = 0
    /// New or edited items with a topic.
    public var relevant = 0
    /// What is said where the clock was set back since the last run.
    @OrNull public var clock: String?
    /// What is said when the operator's own network is to blame.
    @OrNull public var ownNetwork: String?
    /// Mail to the operator that could not be sent, and why.
    public var undelivered: [String] = []

    /// Whether sources were asked, and not one of them could be read.
    public var isBlind: Bool { !fetches.isEmpty && fetches.allSatisfy { $0.cause != nil } }

    /// Whether a source could not be read, or the operator not be told.
    public var needsAttention: Bool {
        ownNetwork != nil || !undelivered.isEmpty || !waiting.isEmpty || fetches.contains { $0.cause != nil }
    }
}

/// A source that is left alone for a while, as its server asked (`Retry-After`).
public struct WaitingSource: Encodable, Sendable {
    /// The source's name.
    public var source: ID<Source>
    /// `waiting`, beside the outcomes of attempts.
    public var outcome = "waiting"
    /// The moment before which it is not asked, unless by name.
    public var until: Instant
    /// Whether its whole host is left alone, because it refused several sources.
    public var wholeHost = false

    /// Why it was not asked, and how to ask all the same.
    public func sentence(command: String) -> String {
        wholeHost
            ? "its host refused several sources and asked not to be asked before \(until)"
            : "its server asked not to be asked before \(until); `lexwatch \(command) \(source)` asks all the same"
    }
}

/// Asks many sources at once and stores what they brought, several attempts to a transaction.
struct Harvest: Sendable {
    /// What is told while it goes on: how many are done, how many there are, and the last one.
    typealias Listener = @Sendable (Int, Int, FetchView) -> Void

    let angler: Angler
    let store: Store
    let workers: Workers
    /// The one thread that stores, while the workers tag what is stored next.
    let writer: Workers
    /// The one thread that groups what is stored.
    let grouper: Workers
    /// Sources asked at once.
    let width: Int
    /// Takes up, on the grouper's thread, the new items that were stored.
    let grouping: Grouping

    /// Items, and attempts, from which on a batch is large enough to be stored in one transaction, as each transaction
    /// waits for the disk. What is tagged needs memory, and a large batch keeps the thread of the next stage idle.
    private static let (enoughItems, enoughAttempts) = (600, 250)
    /// Batches under way at most: one is tagged while another is stored and a third is grouped.
    private static let mostBatches = 3
    /// How often what could not be stored is tried again, as long as another program holds the database.
    private static let tries = 3

    /// Asks the sources, each once.
    ///
    /// - Returns: What came of it; and why no more can be stored, where that is so: then some were not asked at all.
    func gather(
        _ prospects: [Prospect], full: Bool, listener: @escaping Listener
    ) async throws -> (report: FetchReport, refusal: StoreProblem?) {
        let byID = Dictionary(prospects.map { ($0.source.id, $0) }) { first, _ in first }
        var basket = Basket(total: prospects.count, listener: listener)
        var (unasked, refusal) = (prospects[...], StoreProblem?.none)
        repeat {
            try await read(&unasked, full: full, into: &basket)
            refusal = try await storeAgain(&basket, byID, tries: Self.tries)
        } while refusal == nil && !unasked.isEmpty && !Task.isCancelled
        let rest = basket.rest(byID, angler.cadence)
        if !rest.isEmpty { basket.settle(try await land(rest)) }
        let last = try await storeAgain(&basket, byID, tries: refusal == nil ? Self.tries : 0)
        try Task.checkCancellation()
        // Answers come in any order; what is told about sources has theirs.
        let places = Dictionary(prospects.enumerated().map { ($1.source.id, $0) }) { first, _ in first }
        var report = basket.report
        report.fetches.sort { places[$0.source, default: 0] < places[$1.source, default: 0] }
        return (report, refusal ?? last)
    }

    /// Asks sources until all are asked, or something cannot be stored: what is read after that would wait in memory.
    private func read(_ unasked: inout ArraySlice<Prospect>, full: Bool, into basket: inout Basket) async throws {
        var (rest, filled) = (unasked, basket)
        try await withThrowingTaskGroup(of: Event.self) { group in
            var running = 0
            func start() {
                while running < max(1, width), filled.canTake, !Task.isCancelled, let next = rest.popFirst() {
                    running += 1
                    group.addTask { .brought(await angler.cast(at: next, full: full)) }
                }
            }
            start()
            while let event = try await group.next() {
                switch event {
                case .brought(let brought):
                    running -= 1
                    // An attempt that was broken off says nothing about its source, and is made again.
                    if !Task.isCancelled { filled.take(brought) }
                case .stored(let results): filled.settle(results)
                }
                // What waits goes first, so that no more is read than can be stored soon.
                while let batch = filled.nextBatch() { group.addTask { .stored(try await land(batch)) } }
                start()
            }
        }
        (unasked, basket) = (rest, filled)
    }

    /// Tries once more to store what could not be stored. What is refused again ends as an attempt that failed.
    ///
    /// - Returns: Why nothing more can be stored; nil where what could not be is on record as failed.
    private func storeAgain(
        _ basket: inout Basket, _ prospects: [ID<Source>: Prospect], tries: Int
    ) async throws -> StoreProblem? {
        for number in 0..<tries where number == 0 || basket.unstored.contains(where: \.isBusy) {
            let waiting = basket.takeUnstored().map(\.brought)
            if waiting.isEmpty { return nil }
            try Task.checkCancellation()
            basket.settle(try await land(waiting))
        }
        let refused = basket.takeUnstored()
        if refused.isEmpty { return nil }
        let (store, cadence) = (store, angler.cadence)
        let failed = refused.map { stored in
            guard let error = stored.error, let prospect = prospects[stored.brought.source.id] else {
                return stored.brought
            }
            return stored.brought.unstored(error, prospect, cadence)
        }
        let ends = try await writer.run { zip(failed, store.record(failed.map(\.record))).map(Stored.init) }
        for end in ends { basket.tell(end) }
        return (refused.filter { !$0.isBusy } + ends).lazy.compactMap { $0.error as? StoreProblem }.first(
            where: \.isOfAll)
    }

    /// Tags what was brought, stores it and groups it.
    private func land(_ catches: [Catch]) async throws -> [Stored] {
        let (angler, store, grouping) = (angler, store, grouping)
        let catches = try await workers.map(catches) { try angler.tagged($0) }
        let results = try await writer.run { zip(catches, store.record(catches.map(\.record))).map(Stored.init) }
        let items = try await workers.map(results) { try grouping.reports(of: $0.items) }.flatMap { $0 }
        if !items.isEmpty { try await grouper.run { grouping.take(items) } }
        return results
    }

    private enum Event: Sendable {
        case brought(Catch)
        case stored([Stored])
    }

    /// What was brought, and what became of it in the database.
    private struct Stored: Sendable {
        private(set) var brought: Catch
        let result: Result<Recorded, any Error>

        init(brought: Catch, result: Result<Recorded, any Error>) {
            self.brought = brought
            // What is stored need not wait in memory.
            if case .success = result { self.brought.record.forgetRows() }
            self.result = result
        }

        /// The new items.
        var items: [FoundItem] { (try? result.get()).map(brought.found) ?? [] }
        /// Why it could not be stored; nil where it was.
        var error: (any Error)? {
            guard case .failure(let error) = result else { return nil }
            return error
        }
        /// Whether another program held the database.
        var isBusy: Bool { (error as? StoreProblem)?.isBusy ?? false }
    }

    /// What was brought and is not stored yet, and the report so far.
    private struct Basket {
        let total: Int
        let listener: Listener
        private(set) var report = FetchReport()
        private var waiting: [Catch] = []
        private var items = 0
        private var hasLarge = false
        private var batches = 0
        /// Whether a failure is the source's own is known only when all have answered.
        private var failures: [Catch] = []
        private var answered: [Source] = []
        /// What could not be stored.
        private(set) var unstored: [Stored] = []

        init(total: Int, listener: @escaping Listener) {
            self.total = total
            self.listener = listener
        }

        /// Whether what waits is to be stored: it is much, or others wait for the room that it takes.
        private var isFull: Bool {
            items >= Harvest.enoughItems || waiting.count >= Harvest.enoughAttempts || hasLarge
        }
        /// Whether more sources should be asked: not where much waits for the database, or that takes nothing.
        var canTake: Bool { unstored.isEmpty && !(batches >= Harvest.mostBatches && isFull) }

        mutating func take(_ brought: Catch) {
            let failure = brought.record.fetch.outcome.failure
            items += brought.decisions.count
            hasLarge = hasLarge || brought.pass != nil
            if failure == nil {
                waiting.append(brought)
                answered.append(brought.source)
            } else {
                failures.append(brought)
            }
        }

        /// What is to be stored now, those first that came first; nil while enough is under way, or little waits.
        mutating func nextBatch() -> [Catch]? {
            guard isFull, batches < Harvest.mostBatches else { return nil }
            batches += 1
            var taken = 0
            let end = waiting.prefix(Harvest.enoughAttempts).firstIndex { brought in
                taken += brought.decisions.count
                return taken >= Harvest.enoughItems
            }
            let batch = waiting.prefix((end ?? Harvest.enoughAttempts - 1) + 1)
            waiting.removeFirst(batch.count)
            items -= batch.reduce(0) { $0 + $1.decisions.count }
            hasLarge = waiting.contains { $0.pass != nil }
            return Array(batch)
        }

        /// What is left when all have answered. Where the operator's own network is to blame, no source's record
        /// suffers.
        mutating func rest(_ prospects: [ID<Source>: Prospect], _ cadence: Cadence) -> [Catch] {
            // Most often nothing fails, and hosts need not be told apart.
            guard !failures.isEmpty, OwnNetwork.isToBlame(hosts(prospects)) else { return waiting + failures }
            report.ownNetwork = "Most hosts could not be reached: this machine's own network seems to be down."
            return waiting
                + failures.map { failed in
                    guard failed.source.host != nil, let cause = failed.record.fetch.outcome.failure?.cause,
                        OwnNetwork.suspects.contains(cause), let prospect = prospects[failed.source.id]
                    else { return failed }
                    return failed.blamingOwnNetwork(prospect, cadence)
                }
        }

        /// The hosts that were asked, and why they did not answer. One that could not be reached the last time either
        /// says nothing about this machine's network; nor does one for which that was blamed, while others answer.
        private func hosts(
            _ prospects: [ID<Source>: Prospect]
        ) -> [(host: String, cause: FetchFailure.Cause?)] {
            let answering: [(host: String, cause: FetchFailure.Cause?)] = answered.compactMap { source in
                source.host.map { ($0, nil) }
            }
            return answering
                + failures.compactMap { failed in
                    let cause = failed.record.fetch.outcome.failure?.cause
                    let isOld =
                        prospects[failed.source.id].map { prospect in
                            prospect.state.failures > 0 || (prospect.outage != nil && !answering.isEmpty)
                        } ?? false
                    if isOld, cause.map(OwnNetwork.suspects.contains) ?? false { return nil }
                    return failed.source.host.map { ($0, cause) }
                }
        }

        mutating func settle(_ results: [Stored]) {
            batches -= 1
            for stored in results {
                if stored.error == nil {
                    tell(stored)
                } else {
                    // The room of a large document is others' meanwhile.
                    var brought = stored.brought
                    brought.pass = nil
                    unstored.append(Stored(brought: brought, result: stored.result))
                }
            }
        }

        /// Takes out what could not be stored.
        mutating func takeUnstored() -> [Stored] {
            defer { unstored = [] }
            return unstored
        }

        /// Tells of an attempt, whatever became of it.
        mutating func tell(_ stored: Stored) {
            let recorded = try? stored.result.get()
            report.new += recorded?.inserted.count ?? 0
            report.revised += recorded?.revised.count ?? 0
            report.relevant += recorded == nil ? 0 : stored.brought.relevant
            let view = stored.brought.view(storing: recorded)
            report.fetches.append(view)
            listener(report.fetches.count, total, view)
        }
    }
}
