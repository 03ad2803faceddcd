import Dispatch
import Foundation
import Synchronization

/// Ends long work in order where Ctrl-C or SIGTERM asks for it: what is under way is broken off, what is stored stays.
final class Interruption: Sendable {
    /// Seconds that the work has to end by itself.
    private static let grace = 4.0
    private struct State {
        /// The signal that asked.
        var asked: Int32?
        /// Whether the work is done.
        var isOver = false
    }

    private let state = Mutex(State())

    /// Does some work; asked to end, it cancels the work, says so, and ends the process by the same signal, so that who
    /// started it knows.
    ///
    /// - Parameter work: The work, which heeds that its task is cancelled.
    /// - Returns: What the work gave, also where it was done before it could be broken off.
    /// - Throws: What the work throws.
    static func during<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let interruption = Interruption()
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM].compactMap { number in interruption.listen(to: number) { task.cancel() } }
        defer { for source in sources { source.cancel() } }
        do {
            let value = try await task.value
            interruption.state.withLock { $0.isOver = true }
            return value
        } catch {
            guard let number = interruption.state.withLock({ $0.asked }) else { throw error }
            if !(error is CancellationError) { Output.note("lexwatch: \(error)") }
            end(by: number)
        }
    }

    /// Cancels at the first signal, and ends at once at the second; one that whoever started the program has it ignore
    /// stays ignored.
    private func listen(to number: Int32, _ cancel: @escaping @Sendable () -> Void) -> (any DispatchSourceSignal)? {
        guard !Self.isIgnored(number) else { return nil }
        // Not ignored before: what comes until it listens would be lost, and ends the process as usual.
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { [self] in
            let isFirst = state.withLock { state in
                defer { state.asked = state.asked ?? number }
                return state.asked == nil
            }
            guard isFirst else { Self.end(by: number) }
            cancel()
            DispatchQueue.global().asyncAfter(deadline: .now() + Self.grace) { [self] in
                if !state.withLock({ $0.isOver }) { Self.end(by: number) }
            }
        }
        source.setCancelHandler { signal(number, SIG_DFL) }
        source.resume()
        return source
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func end(by number: Int32) -> Never {
        Progress().finish()
        Output.note("lexwatch: interrupted; what is stored stays, and the next run does the rest")
        signal(number, SIG_DFL)
        kill(getpid(), number)
        // The signal may take a moment to arrive.
        sleep(1)
        _exit(128 + number)
    }
}
