import CCurl
import Glibc
import Model

/// The one loop that drives all transfers, in a thread of its own; nothing in it is touched from elsewhere.
final class EventLoop {
    private let multi: UnsafeMutableRawPointer
    private let mailbox: Mailbox
    private let policy: FetchPolicy
    private let pauses: PauseBook
    private var queue: HostQueue<Transfer>
    private var running: [UnsafeMutableRawPointer: (transfer: Transfer, handle: EasyHandle, host: String)] = [:]
    private var spare: [EasyHandle] = []
    private var isStopping = false

    init(multi: UnsafeMutableRawPointer, mailbox: Mailbox, policy: FetchPolicy, pauses: PauseBook) {
        self.multi = multi
        self.mailbox = mailbox
        self.policy = policy
        self.pauses = pauses
        queue = HostQueue(total: policy.concurrency, perHost: policy.perHost)
    }

    /// Runs until it is stopped; every ticket that was taken in has ended by then.
    func run() {
        while !isStopping {
            obey(mailbox.take())
            beginWaiting()
            var active: Int32 = 0
            curl_multi_perform(multi, &active)
            endFinished()
            beginWaiting()
            if !isStopping { curl_multi_poll(multi, nil, 0, running.isEmpty ? 60_000 : 1000, nil) }
        }
        mailbox.close()
        obey(mailbox.take())
        sweep { _ in true }
        spare = []
        curl_multi_cleanup(multi)
    }

    private func obey(_ orders: [Mailbox.Order]) {
        for order in orders {
            switch order {
            case .begin(let ticket):
                let transfer = Transfer(ticket, policy: policy)
                // A ticket may be cancelled before it arrives.
                guard !ticket.isCancelled else {
                    ticket.end(transfer.arrival(.stopped))
                    continue
                }
                queue.add(transfer, host: transfer.address.host)
            case .sweep: sweep { $0.ticket.isCancelled }
            case .stop: isStopping = true
            }
        }
    }

    private func beginWaiting() {
        while let transfer = queue.next() {
            let host = transfer.address.host
            if let obstacle = obstacle(to: transfer) ?? begin(transfer, host: host) {
                queue.ended(host: host)
                transfer.ticket.end(transfer.arrival(obstacle))
            }
        }
    }

    /// What forbids a hop before any connection.
    private func obstacle(to transfer: Transfer) -> FetchFailure? {
        if transfer.ticket.isCancelled { return .stopped }
        if transfer.remaining <= 0 {
            let limit = PlainText.time(policy.totalTimeout.boundedMilliseconds)
            return FetchFailure(.timeout, "no whole answer within \(limit), redirects included")
        }
        return pauses.obstacle(to: transfer.address) ?? transfer.proxiedObstacle
    }

    private func begin(_ transfer: Transfer, host: String) -> FetchFailure? {
        guard let handle = spare.popLast() ?? EasyHandle() else {
            return FetchFailure(.internal, "libcurl gives no handle")
        }
        do {
            try transfer.prepare(handle)
        } catch {
            return FetchFailure(.internal, error.text)
        }
        guard curl_multi_add_handle(multi, handle.pointer) == CURLM_OK else {
            return FetchFailure(.internal, "libcurl takes no further transfer")
        }
        running[handle.pointer] = (transfer, handle, host)
        return nil
    }

    private func endFinished() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let pointer = message.pointee.easy_handle else { continue }
            let code = message.pointee.data.result
            guard let (transfer, handle, host) = running.removeValue(forKey: pointer) else { continue }
            let next = transfer.ended(code, on: handle)
            release(handle)
            queue.ended(host: host)
            switch next {
            case .hop: queue.add(transfer, host: transfer.address.host)
            case .end(let arrival):
                pauses.note(arrival, of: transfer.address)
                transfer.ticket.end(arrival)
            }
        }
    }

    private func sweep(_ condition: (Transfer) -> Bool) {
        for transfer in queue.remove(where: condition) { transfer.ticket.end(transfer.arrival(.stopped)) }
        for (pointer, entry) in running where condition(entry.transfer) {
            running[pointer] = nil
            release(entry.handle)
            queue.ended(host: entry.host)
            entry.transfer.ticket.end(entry.transfer.arrival(.stopped))
        }
    }

    private func release(_ handle: EasyHandle) {
        curl_multi_remove_handle(multi, handle.pointer)
        spare.append(handle)
    }
}

extension FetchFailure {
    /// The run was stopped.
    static let stopped = FetchFailure(.cancelled, "the run was stopped")
}

extension EventLoop {
    /// Starts a loop in a thread of its own; nil where the system gives no thread or libcurl no handle.
    static func start(policy: FetchPolicy, pauses: PauseBook) -> Mailbox? {
        guard curlIsReady == CURLE_OK, let multi = curl_multi_init() else { return nil }
        let limits = [(CURLMOPT_MAXCONNECTS, policy.concurrency), (CURLMOPT_MAX_TOTAL_CONNECTIONS, policy.concurrency)]
        guard limits.allSatisfy({ lw_multi_setopt_long(multi, $0.0, $0.1) == CURLM_OK }) else {
            curl_multi_cleanup(multi)
            return nil
        }
        let mailbox = Mailbox(multi: multi)
        let handle = MultiHandle(pointer: multi)
        let started = Thread.start {
            EventLoop(multi: handle.pointer, mailbox: mailbox, policy: policy, pauses: pauses).run()
        }
        guard started else {
            curl_multi_cleanup(multi)
            return nil
        }
        return mailbox
    }

    /// Handed to the loop's thread once, before anybody else uses it.
    private struct MultiHandle: @unchecked Sendable { let pointer: UnsafeMutableRawPointer }
}
