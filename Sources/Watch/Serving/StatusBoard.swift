import Model
import Synchronization

/// How the service stands, for whoever asks.
final class StatusBoard: Sendable {
    /// One job's record since the service began.
    struct Record: Sendable {
        var runs = 0
        var failures = 0
        /// Moments by the calendar that no run stood for.
        var missed = 0
        var lastStart: Instant?
        var lastSuccess: Instant?
        var lastFailure: String?
        var next: Instant?
    }

    /// Everything at one moment.
    struct State: Sendable {
        var jobs: [ServeJob: Record] = [:]
        var running: ServeJob?
        /// When work last moved on, by the system's own clock that no one sets.
        var moved: ContinuousClock.Instant = .now
    }

    private let state = Mutex(State())

    /// How it stands now.
    var now: State { state.withLock { $0 } }

    /// Notes that a job began.
    func began(_ job: ServeJob, at now: Instant, missed: Int) {
        state.withLock { state in
            state.running = job
            state.moved = .now
            state.jobs[job, default: .init()].lastStart = now
            state.jobs[job, default: .init()].missed += missed
            state.jobs[job, default: .init()].runs += 1
        }
    }

    /// Notes that work goes on.
    func moved() { state.withLock { $0.moved = .now } }

    /// Notes how a job ended: well, or why not.
    func ended(_ job: ServeJob, at now: Instant, failure: String?) {
        state.withLock { state in
            state.running = nil
            state.moved = .now
            state.jobs[job, default: .init()].lastFailure = failure
            if failure == nil {
                state.jobs[job, default: .init()].lastSuccess = now
            } else {
                state.jobs[job, default: .init()].failures += 1
            }
        }
    }

    /// Notes when a job comes next.
    func plan(_ job: ServeJob, at next: Instant?) {
        state.withLock { $0.jobs[job, default: .init()].next = next }
    }

    /// What is wrong; empty where all is well.
    func faults(at now: Instant) -> [String] {
        let state = self.now
        var faults: [String] = []
        for job in ServeJob.allCases {
            guard let record = state.jobs[job] else { continue }
            if let failure = record.lastFailure { faults.append("the last \(job.rawValue) failed: \(failure)") }
            if state.running == nil, let next = record.next, now.seconds(since: next) > 300 {
                faults.append("the \(job.rawValue) of \(next) has not begun")
            }
        }
        if state.running != nil, isStuck { faults.append("the job in hand has not moved on for half an hour") }
        return faults
    }

    /// Whether the job in hand has not moved on for longer than any step may take.
    var isStuck: Bool {
        let state = now
        return state.running != nil && state.moved.duration(to: .now) > .seconds(1800)
    }
}
