import Foundation
import Model

/// What `serve` does by the calendar.
public enum ServeJob: String, CaseIterable, Sendable {
    /// Reads the sources that are due.
    case fetch
    /// Reads them, writes the digests and delivers them.
    case digest
}

/// When the jobs of `serve` are due: pure, so that sleep and jumps of the clock are tested.
struct Timetable: Sendable {
    /// One job's moments.
    struct Entry: Sendable {
        var expression: CalendarExpression
        /// Since when moments count: the last run's start.
        var since: Instant
    }

    /// A job that is due.
    struct Due: Equatable, Sendable {
        var job: ServeJob
        /// The moment by the calendar.
        var scheduled: Instant
        /// Moments that passed besides this one, while the machine slept or an earlier job went on.
        var missed: Int
    }

    private(set) var entries: [ServeJob: Entry]
    private let zone: TimeZone
    /// Seconds by which a job is put off at most, so that not all installations ask at once.
    private let jitter: Int
    /// Differs by installation.
    private let seed: UInt64

    /// A plan that counts from the last runs.
    ///
    /// - Throws: ``CalendarExpression/Mistake``, which the settings' reader has found before.
    init(
        _ settings: ServeSettings, zone: TimeZone, lastRuns: [ServeJob: Instant], now: Instant, seed: UInt64
    ) throws {
        self.zone = zone
        jitter = settings.jitter
        self.seed = seed
        entries = [:]
        for job in ServeJob.allCases {
            // A run in the future is a clock that was set back since.
            let since = min(lastRuns[job] ?? now, now)
            entries[job] = Entry(expression: try settings.expression(of: job), since: since)
        }
    }

    /// The moment at which a job is to begin; nil where it never is.
    func next(_ job: ServeJob) -> Instant? {
        guard let entry = entries[job], let moment = entry.expression.next(after: entry.since, in: zone) else {
            return nil
        }
        return moment.adding(seconds: Int64(delay(job, moment)))
    }

    /// The job that is due the longest; nil where none is.
    func due(at now: Instant) -> Due? {
        let ready = ServeJob.allCases.compactMap { job in next(job).map { (job, $0) } }.filter { $0.1 <= now }
        guard let (job, _) = ready.min(by: { $0.1 < $1.1 }), let entry = entries[job],
            let scheduled = entry.expression.next(after: entry.since, in: zone)
        else { return nil }
        return Due(job: job, scheduled: scheduled, missed: missed(entry, after: scheduled, until: now))
    }

    /// Notes that a job began. A digest has read the sources, too.
    mutating func began(_ job: ServeJob, at now: Instant) {
        entries[job]?.since = now
        if job == .digest { entries[.fetch]?.since = now }
    }

    /// Takes moments as counted from now where the clock was set back.
    ///
    /// - Returns: Whether it was.
    mutating func settle(at now: Instant) -> Bool {
        let early = entries.filter { $0.value.since > now }
        for job in early.keys { entries[job]?.since = now }
        return !early.isEmpty
    }

    private func missed(_ entry: Entry, after scheduled: Instant, until now: Instant) -> Int {
        var count = 0
        var moment = scheduled
        while count < 1000, let next = entry.expression.next(after: moment, in: zone), next <= now {
            count += 1
            moment = next
        }
        return count
    }

    /// The same for the same moment, whatever restarts come between.
    private func delay(_ job: ServeJob, _ moment: Instant) -> Int {
        guard jitter > 0 else { return 0 }
        var value = seed ^ UInt64(bitPattern: moment.secondsSince1970) ^ (job == .fetch ? 0x9E37 : 0x79B9)
        // SplitMix64's finaliser spreads neighbours apart.
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(jitter + 1))
    }
}
