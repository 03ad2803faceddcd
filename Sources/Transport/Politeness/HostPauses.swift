import Model

/// Which hosts asked to be left alone.
///
/// One address that is refused speaks for itself only: behind one host there may be many services, each with a limit
/// of its own. When several are refused and none is answered between, the host itself has spoken.
struct HostPauses: Sendable {
    private struct Lane {
        var until: Instant
        var addresses: [String: Instant] = [:]
        var refusals = 0
        var isWholeHost = false
    }

    let threshold: Int
    private var lanes: [String: Lane] = [:]

    init(threshold: Int, earlier: [HostPause] = []) {
        self.threshold = max(1, threshold)
        for pause in earlier where pause.isWholeHost {
            lanes[pause.host] = Lane(until: pause.until, refusals: pause.refusals, isWholeHost: true)
        }
    }

    /// Notes that an address was refused until a moment; `speaksForHost` where the refusal is about us (429), rather
    /// than about a service that is down (503).
    mutating func refused(_ address: String, host: String, until: Instant, speaksForHost: Bool) {
        var lane = lanes[host] ?? Lane(until: until)
        lane.until = max(lane.until, until)
        lane.addresses[address] = until
        lane.refusals += speaksForHost ? 1 : 0
        lane.isWholeHost = lane.isWholeHost || lane.refusals >= threshold
        lanes[host] = lane
    }

    /// Notes that the host answered an address as it should.
    mutating func answered(host: String) {
        if lanes[host]?.isWholeHost == false { lanes[host]?.refusals = 0 }
    }

    /// The moment before which the address is to be left alone; nil where it may be asked.
    func pause(of address: String, host: String, now: Instant) -> Instant? {
        guard let lane = lanes[host] else { return nil }
        let until = lane.isWholeHost ? lane.until : lane.addresses[address]
        return until.flatMap { $0 > now ? $0 : nil }
    }

    /// The pauses that have not ended, by host.
    func all(now: Instant) -> [HostPause] {
        lanes.filter { $0.value.until > now }
            .map { host, lane in
                HostPause(host: host, until: lane.until, refusals: lane.refusals, isWholeHost: lane.isWholeHost)
            }
            .sorted { $0.host.utf8.lexicographicallyPrecedes($1.host.utf8) }
    }
}
