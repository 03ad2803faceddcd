import Foundation

/// Threads for work that computes or waits for the disk, so that no thread of Swift's concurrency is blocked.
struct Workers: Sendable {
    private let queue: OperationQueue

    /// Workers of some number.
    init(_ count: Int = ProcessInfo.processInfo.activeProcessorCount) {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = max(1, count)
    }

    /// Runs the body on a worker's thread.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result { try body() }) }
        }
    }

    /// What the body makes of each value, in their order; several are worked on at once.
    func map<Value: Sendable, Result: Sendable>(
        _ values: [Value], _ body: @escaping @Sendable (Value) throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            for (index, value) in values.enumerated() {
                group.addTask { (index, try await run { try body(value) }) }
            }
            var results: [(Int, Result)] = []
            for try await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
