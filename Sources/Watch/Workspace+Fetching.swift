import Foundation
public import Model
import Register
import Store
import Transport

/// Which sources are fetched, and how.
public struct FetchOptions: Sendable {
    /// Only these, due or not; all that are due where empty.
    public var only: [ID<Source>]
    /// Those that are not due yet, too, but for those whose servers asked to be left alone until later, or are gone.
    public var all: Bool
    /// Ignore what servers said about changes, and read in full.
    public var full: Bool

    /// Options from their parts.
    public init(only: [ID<Source>] = [], all: Bool = false, full: Bool = false) {
        self.only = only
        self.all = all
        self.full = full
    }
}

extension Workspace {
    /// Seconds that a run waits for another one on the same database.
    static let lockPatience = 10

    /// Reads the sources that are due, and stores, tags and groups what is new.
    ///
    /// - Parameters:
    ///   - options: Which sources, and how.
    ///   - progress: Told how many are done, how many there are, and the last one.
    /// - Returns: What fetching did.
    /// - Throws: A ``Model/Problem`` where configuration or database are wrong, or another run holds the database.
    public func fetch(
        _ options: FetchOptions, progress: @escaping @Sendable (Int, Int, FetchView) -> Void
    ) async throws -> FetchReport {
        try await tellingOfStop {
            let session = try await Session(self)
            let grouping = try session.grouping()
            var report = try await session.fetch(options, grouping, progress: progress)
            return try await BrokenRun.keeping(report) {
                _ = try grouping.finish()
                let telling = await session.tellOperator()
                let waiting = try await session.deliverWaiting()
                report.undelivered = try telling.get() + waiting
                return report
            }
        }
    }
}

/// One run on the database: holds the lock, the definitions and the tools of the trade.
final class Session: Sendable {
    let workspace: Workspace
    let settings: Settings
    let sources: [Source]
    let register: PolicyRegister
    /// What became of open alerts whose policy, tool or owner is no longer in the register, a sentence each.
    let registerNotes: [String]
    let tagging: TaggingDesk
    let store: Store
    /// What was known of the sources' rhythms when the run began.
    private let rhythms: [ID<Source>: SourceRhythm]
    /// What is said where the clock was set back since the last run.
    let clockNote: String?
    private let lock: StoreLock

    /// Reads all definitions before anything is changed, then takes the database.
    init(_ workspace: Workspace) async throws {
        self.workspace = workspace
        try workspace.refuseDeadClock()
        let settings = try workspace.settings()
        async let desk = TaggingDesk(settings)
        async let known = KnownStore(ahead: workspace.paths.database, patience: workspace.patience)
        self.settings = settings
        sources = try workspace.catalogue(settings)
        tagging = try await desk
        register = try workspace.register(settings, topics: Set(tagging.topics.map(\.id)), sources: sources)
        try workspace.createFolder((workspace.paths.database as NSString).deletingLastPathComponent)
        let ground =
            try await known
            ?? KnownStore(
                workspace.paths.database, timeout: Workspace.lockPatience, patience: workspace.patience)
        (lock, store, rhythms) = (ground.lock, ground.store, ground.rhythms)
        clockNote = try store.settleClock(at: workspace.clock.now).map {
            "The clock was set back from \($0): what was to wait for that is done now. Days for answers stay as set."
        }
        try store.syncSources(sources, at: workspace.clock.now)
        registerNotes = try RegisterBook(store: store, register: register, now: workspace.clock.now).record()
    }

    var clock: Clock { workspace.clock }

    /// Reads the sources that are due, and groups what they bring.
    func fetch(
        _ options: FetchOptions, _ grouping: Grouping, progress: @escaping @Sendable (Int, Int, FetchView) -> Void
    ) async throws -> FetchReport {
        let workers = Workers()
        let fetcher = Fetcher(try settings.fetch.policy(), clock: clock, pauses: try store.hostPauses())
        let waiting = options.all && options.only.isEmpty ? try store.leftAlone(sources, fetcher, at: clock.now) : [:]
        let retired = Set(try store.sourceStates().filter { $0.value.retired != nil }.keys)
        let chosen = try choose(options).filter { waiting[$0.source.id] == nil }
        let reader = SourceReader(fetcher: fetcher, robots: RobotsBook(fetcher), clock: clock)
        let tagging = tagging
        let angler = Angler(
            reader: reader, store: store, workers: workers, tagging: { try tagging.tools() },
            cadence: Cadence(every: settings.fetch.every, shortest: settings.fetch.shortest))
        let harvest = Harvest(
            angler: angler, store: store, workers: workers, writer: Workers(1), grouper: Workers(1),
            width: settings.fetch.concurrency, grouping: grouping)
        var (report, refusal) = try await harvest.gather(chosen, full: options.full, listener: progress)
        report.clock = clockNote
        report.waiting = sources.compactMap { waiting[$0.id] }
        if options.only.isEmpty {
            let left = chosen.map(\.source.id) + report.waiting.map(\.source)
            report.retired = sources.count { retired.contains($0.id) && !left.contains($0.id) }
            report.notDue = sources.count - left.count - report.retired
        }
        if let refusal { throw BrokenRun(problem: refusal, fetching: report) }
        return try await BrokenRun.keeping(report) {
            try store.keepHostPauses(fetcher.pauses)
            return report
        }
    }

    /// Tells the operator which sources broke or recovered, and which digests were refused.
    ///
    /// - Returns: What could not be sent, and why.
    func tellOperator() async -> Result<[String], any Error> {
        do {
            return .success(
                try await OperatorDesk(settings: settings, store: store, sources: sources, clock: clock).tell())
        } catch {
            return .failure(error)
        }
    }

    private func choose(_ options: FetchOptions) throws -> [Prospect] {
        let now = clock.now
        let states = try store.sourceStates()
        let open = try store.gaps(openOnly: true)
        let outages = try store.lastingOutages()
        // Who reads in full tries also what was given up.
        let gaps = open.filter { gap in
            gap.kind == .window && (options.full || gap.nextTry.map { $0 <= now } ?? false)
        }
        let gapOf = Dictionary(gaps.map { ($0.source, $0) }) { first, _ in first }
        let swinging = try store.sourcesInTwoVersions(
            readings: Decider.steadyReadings - 1, since: now.adding(seconds: -Decider.steadySeconds))
        let only = try workspace.presentNames(of: options.only, among: sources)
        return sources.compactMap { source in
            let state = states[source.id] ?? SourceState()
            let isWanted =
                only.isEmpty
                ? state.retired == nil && (options.all || state.isDue(at: now)) : only.contains(source.id)
            guard isWanted else { return nil }
            let rhythm = rhythms[source.id].flatMap { Cadence.Rhythm($0, at: now) }
            return Prospect(
                source: source, state: state, rhythm: rhythm, outage: outages[source.id], gap: gapOf[source.id],
                givesOtherVersion: swinging.contains(source.id))
        }
    }
}

extension Store {
    /// The sources whose servers asked to be left alone: at their own last attempt, or at those of others on the host.
    func leftAlone(_ sources: [Source], _ fetcher: Fetcher, at now: Instant) throws -> [ID<Source>: WaitingSource] {
        var waiting = try askedToWait(at: now).map { WaitingSource(source: $0, until: $1) }
        waiting += sources.compactMap { source in
            fetcher.pause(of: source.url).map { WaitingSource(source: source.id, until: $0, wholeHost: true) }
        }
        return Dictionary(waiting.map { ($0.source, $0) }) { own, host in
            WaitingSource(source: own.source, until: max(own.until, host.until), wholeHost: true)
        }
    }
}

extension SourceState {
    /// Whether a source is to be read at a moment; one that is gone for good is not.
    func isDue(at now: Instant) -> Bool {
        guard retired == nil else { return false }
        return nextDue.map { $0 <= now } ?? true
    }
}
