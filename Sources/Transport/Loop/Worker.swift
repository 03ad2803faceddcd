import Synchronization

/// A thread that does blocking work in order, and that exists only while there is some.
final class Worker: Sendable {
    private struct State {
        var jobs: [@Sendable () -> Void] = []
        var isRunning = false
    }
    private let state = Mutex(State())

    /// Does the work in the thread and returns its result.
    func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            begin { continuation.resume(returning: work()) }
        }
    }

    /// Has the work done in the thread; nobody waits for it.
    func begin(_ job: @escaping @Sendable () -> Void) {
        let mustStart = state.withLock { state in
            state.jobs.append(job)
            defer { state.isRunning = true }
            return !state.isRunning
        }
        guard mustStart else { return }
        // Without a thread the work is done here: late is better than never.
        if !Thread.start({ [self] in drain() }) { drain() }
    }

    private func drain() {
        while let jobs = take() {
            for job in jobs { job() }
        }
    }

    private func take() -> [@Sendable () -> Void]? {
        state.withLock { state in
            guard !state.jobs.isEmpty else {
                state.isRunning = false
                return nil
            }
            defer { state.jobs = [] }
            return state.jobs
        }
    }
}
