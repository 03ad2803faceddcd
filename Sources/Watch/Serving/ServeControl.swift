import Synchronization

/// How signals reach a running `serve`: from any thread, at once.
public final class ServeControl: Sendable {
    private struct State {
        var isStopping = false
        var wantsReload = false
        /// What is to be broken off when it has to end.
        var work: Task<Void, Never>?
        var nap: Task<Void, Never>?
    }

    private let state = Mutex(State())

    /// A control for one `serve`.
    public init() {}

    /// Has the service end: the job in hand stores what it holds, and breaks off.
    public func stop() {
        state.withLock { state in
            state.isStopping = true
            state.work?.cancel()
            state.nap?.cancel()
        }
    }

    /// Has the configuration read again before the next job.
    public func reload() {
        state.withLock { state in
            state.wantsReload = true
            state.nap?.cancel()
        }
    }

    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Whether the configuration is to be read again; asked once.
    func takeReload() -> Bool {
        state.withLock { state in
            defer { state.wantsReload = false }
            return state.wantsReload
        }
    }

    /// Does work that an order to stop breaks off.
    func perform(_ body: @escaping @Sendable () async -> Void) async {
        let task = Task { await body() }
        state.withLock { state in
            state.work = task
            if state.isStopping { task.cancel() }
        }
        await task.value
        state.withLock { $0.work = nil }
    }

    /// Sleeps until time is up or an order comes.
    func nap(seconds: Double) async {
        let task = Task { _ = try? await Task.sleep(for: .seconds(seconds)) }
        state.withLock { state in
            state.nap = task
            if state.isStopping || state.wantsReload { task.cancel() }
        }
        await task.value
        state.withLock { $0.nap = nil }
    }
}
