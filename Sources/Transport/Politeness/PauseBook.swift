import Model
import Synchronization

/// The pauses of one fetcher, written by its loop and read by anybody.
final class PauseBook: Sendable {
    private let clock: Clock
    private let longest: Int
    private let pauses: Mutex<HostPauses>

    init(policy: FetchPolicy, clock: Clock, earlier: [HostPause]) {
        self.clock = clock
        longest = policy.maxPause.boundedSeconds
        pauses = Mutex(HostPauses(threshold: policy.refusalsBeforePause, earlier: earlier))
    }

    /// The pauses that have not ended.
    var all: [HostPause] {
        let now = clock.now
        return pauses.withLock { $0.all(now: now) }
    }

    /// The failure of asking before a pause has ended; nil where there is none.
    func obstacle(to address: WebAddress) -> FetchFailure? {
        let now = clock.now
        let until = pauses.withLock { $0.pause(of: address.text, host: address.authority, now: now) }
        return until.map { until in
            FetchFailure(.rateLimited, "\(address.authority) asked not to be asked before \(until)", retryAfter: until)
        }
    }

    /// Learns from an answer whether its host wants to be left alone.
    func note(_ arrival: Arrival, of address: WebAddress) {
        guard arrival.failure == nil else { return }
        let (reply, now) = (arrival.reply, clock.now)
        let until = RetryAfter.instant(reply.headers["retry-after"], now: now, longest: longest)
        switch (reply.status, until) {
        case (429, _):
            let until = until ?? now.adding(seconds: Int64(Self.usualPause))
            pauses.withLock {
                $0.refused(address.text, host: address.authority, until: until, speaksForHost: true)
            }
        case (503, let until?):
            pauses.withLock {
                $0.refused(address.text, host: address.authority, until: until, speaksForHost: false)
            }
        case (200..<400, _): pauses.withLock { $0.answered(host: address.authority, now: now) }
        default: break
        }
    }

    /// Seconds that a host is left alone when it does not say how long.
    static let usualPause = 60
}
