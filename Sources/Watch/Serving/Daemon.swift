import Foundation
public import Logging
import Model
import Store

extension Workspace {
    /// Runs the watch by its own schedule until it is told to stop.
    ///
    /// - Parameters:
    ///   - control: How signals reach it.
    ///   - manager: Who is told how the service stands.
    ///   - log: Where it says what it does.
    /// - Throws: A ``Model/Problem`` where it cannot begin: a wrong configuration, a damaged database, another `serve`.
    public func serve(_ control: ServeControl, manager: ServiceManager, log: Logger) async throws {
        let daemon = try Daemon(self, control, manager, log)
        await daemon.run()
    }
}

/// The service: looks at the timetable, does what is due, and says how it stands.
private final class Daemon {
    private let workspace: Workspace
    private let control: ServeControl
    private let manager: ServiceManager
    private let log: Logger
    private let board = StatusBoard()
    private let stamps: ScheduleStamps
    /// Held as long as the service runs; each job holds the database's own lock besides.
    private let lock: StoreLock
    private let server: StatusServer?
    private var settings: Settings
    private var timetable: Timetable
    private var lastRuns: [ServeJob: Instant]

    /// The longest sleep: a clock that is set, and a machine that slept, are noticed after it.
    private static let longestNap = 5.0

    init(_ workspace: Workspace, _ control: ServeControl, _ manager: ServiceManager, _ log: Logger) throws {
        self.workspace = workspace
        (self.control, self.manager, self.log) = (control, manager, log)
        settings = try workspace.provenSettings()
        try workspace.createFolder((workspace.paths.database as NSString).deletingLastPathComponent)
        lock = try StoreLock(database: workspace.paths.database + ".serve")
        try workspace.refuseDamage()
        stamps = ScheduleStamps(database: workspace.paths.database)
        lastRuns = stamps.read()
        timetable = try Daemon.timetable(settings, lastRuns, workspace)
        server = try Daemon.listen(settings, board, workspace)
    }

    private static func timetable(
        _ settings: Settings, _ runs: [ServeJob: Instant], _ workspace: Workspace
    ) throws -> Timetable {
        try Timetable(
            settings.serve, zone: settings.timeZone, lastRuns: runs, now: workspace.clock.now,
            seed: StableSeed.of(workspace.paths.database))
    }

    private static func listen(_ settings: Settings, _ board: StatusBoard, _ workspace: Workspace) throws
        -> StatusServer?
    {
        guard let place = ListeningPlace(settings.serve.listen) else { return nil }
        let pages = StatusPages(board: board, workspace: workspace)
        return try StatusServer(place) { pages.answer($0) }
    }

    func run() async {
        let heart = Task { [board, manager] in await Daemon.beat(board, manager) }
        defer { heart.cancel() }
        plan()
        log.info("serving \(workspace.paths.database); \(outlook)")
        manager.ready(outlook)
        while !control.isStopping { await step() }
        server?.stop()
        log.info("stopped")
    }

    private func step() async {
        if control.takeReload() { reload() }
        let now = workspace.clock.now
        if timetable.settle(at: now) { log.warning("the clock was set back; schedules count from \(now)") }
        guard let due = timetable.due(at: now) else {
            plan()
            await control.nap(seconds: min(Self.longestNap, max(0.05, wait(from: now))))
            return
        }
        begin(due, at: now)
        let work = work(due)
        await control.perform(work)
        SpareMemory.release()
    }

    private func wait(from now: Instant) -> Double {
        let next = ServeJob.allCases.compactMap { timetable.next($0) }.min()
        return next.map { Double($0.seconds(since: now)) } ?? Self.longestNap
    }

    private func begin(_ due: Timetable.Due, at now: Instant) {
        if due.missed > 0 {
            log.warning("\(due.job.rawValue): \(due.missed) earlier moments went by; one run stands for all")
        }
        timetable.began(due.job, at: now)
        lastRuns[due.job] = now
        do {
            try stamps.write(lastRuns)
        } catch {
            log.warning("the schedule's stamps cannot be written: \(error.localizedDescription)")
        }
        board.began(due.job, at: now, missed: due.missed)
        manager.status("\(due.job.rawValue) since \(now)")
    }

    private func work(_ due: Timetable.Due) -> @Sendable () async -> Void {
        let (workspace, board, log, job) = (workspace, board, log, due.job)
        return {
            let failure = await Daemon.perform(job, workspace, board, log)
            board.ended(job, at: workspace.clock.now, failure: failure)
        }
    }

    /// Does one job; what goes wrong is told, and the service goes on.
    private static func perform(
        _ job: ServeJob, _ workspace: Workspace, _ board: StatusBoard, _ log: Logger
    ) async -> String? {
        do {
            switch job {
            case .fetch: try await workspace.fetch(FetchOptions()) { _, _, _ in board.moved() }.tell(log)
            case .digest: try await workspace.run(RunOptions()) { _, _, _ in board.moved() }.tell(log)
            }
            return nil
        } catch is CancellationError {
            log.info("\(job.rawValue): broken off; what was read is stored, the rest is read the next time")
            return nil
        } catch {
            (error as? BrokenRun)?.fetching.tell(log)
            log.error("\(job.rawValue): \(error)")
            return (error as? any Problem)?.what ?? "\(error)"
        }
    }

    private func reload() {
        manager.reloading()
        do {
            let fresh = try workspace.provenSettings()
            timetable = try Daemon.timetable(fresh, lastRuns, workspace)
            if fresh.serve.listen != settings.serve.listen {
                log.warning("serve.listen is taken up by a restart only")
            }
            settings = fresh
            plan()
            log.info("the configuration was read again; \(outlook)")
        } catch {
            log.error("the configuration is wrong, the schedule stays as it was: \(error)")
        }
        manager.ready(outlook)
    }

    private func plan() {
        for job in ServeJob.allCases { board.plan(job, at: timetable.next(job)) }
    }

    private var outlook: String {
        ServeJob.allCases.map { "\($0.rawValue) \(timetable.next($0)?.description ?? "never")" }
            .joined(separator: ", ")
    }

    /// Gives signs of life as long as the job in hand moves on.
    private static func beat(_ board: StatusBoard, _ manager: ServiceManager) async {
        guard let watchdog = manager.watchdog else { return }
        while !Task.isCancelled {
            if !board.isStuck { manager.alive() }
            try? await Task.sleep(for: .seconds(watchdog / 2.5))
        }
    }
}

/// A number that stays the same for a text, unlike `hashValue` (FNV-1a, 64 bits).
enum StableSeed {
    /// The number of a text.
    static func of(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
