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
}
