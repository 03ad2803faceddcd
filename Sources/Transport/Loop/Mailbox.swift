import CCurl
import Synchronization

/// One exchange under way, shared by the task that waits for it and the loop that has it.
final class Ticket: Sendable {
    let exchange: Exchange
    private let continuation: CheckedContinuation<Arrival, Never>
    private let cancellation: Cancellation

    init(_ exchange: Exchange, _ cancellation: Cancellation, _ continuation: CheckedContinuation<Arrival, Never>) {
        self.exchange = exchange
        self.cancellation = cancellation
        self.continuation = continuation
    }

    var isCancelled: Bool { cancellation.isCancelled }

    /// Called by the loop alone, once, when it lets go of the ticket.
    func end(_ arrival: Arrival) { continuation.resume(returning: arrival) }
}

/// Whether a task was cancelled, as seen by the loop; it may be set before the ticket arrives.
final class Cancellation: Sendable {
    private let flag = Atomic(false)
    var isCancelled: Bool { flag.load(ordering: .acquiring) }
    func cancel() { flag.store(true, ordering: .releasing) }
}

/// Orders to the loop, from any thread.
final class Mailbox: Sendable {
    enum Order: Sendable {
        case begin(Ticket)
        /// Some ticket was cancelled: look which.
        case sweep
        case stop
    }

    /// Only `curl_multi_wakeup`, legal on any thread, is called through it.
    private struct Waker: @unchecked Sendable { let multi: UnsafeMutableRawPointer }

    private struct State {
        var orders: [Order] = []
        var isClosed = false
    }

    private let waker: Waker
    private let state = Mutex(State())

    init(multi: UnsafeMutableRawPointer) { waker = Waker(multi: multi) }

    func post(_ order: Order) {
        state.withLock { state in
            guard !state.isClosed else { return }
            let wasEmpty = state.orders.isEmpty
            state.orders.append(order)
            // Inside the lock, as the loop frees the handle after it has closed the mailbox.
            if wasEmpty { curl_multi_wakeup(waker.multi) }
        }
    }

    func take() -> [Order] {
        state.withLock { state in
            defer { state.orders = [] }
            return state.orders
        }
    }

    func close() { state.withLock { $0.isClosed = true } }
}
