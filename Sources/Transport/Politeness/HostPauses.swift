import Model

/// Which hosts asked to be left alone.
///
/// One address that is refused speaks for itself only: behind one host there may be many services, each with a limit
/// of its own. When several are refused and none is answered between, the host itself has spoken.
struct HostPauses: Sendable {
    private struct Lane {
        /// Until when the host wants to be left alone, by refusals that are about us.
        var until: Instant?
        var addresses: [String: Instant] = [:]
        /// The addresses that were refused since the host last answered.
        var refused: Set<String> = []
        var isWholeHost = false
        /// How many were refused in the run before.
        var earlier = 0
        var count: Int { max(earlier, refused.count) }

        /// Until when the host, or the last of its addresses, is left alone.
        var end: Instant? { isWholeHost ? until : addresses.values.max() }
    }

    let threshold: Int
    private var lanes: [String: Lane] = [:]

    init(threshold: Int, earlier: [HostPause] = []) {
        self.threshold = max(1, threshold)
        for pause in earlier where pause.isWholeHost {
            lanes[pause.host] = Lane(until: pause.until, isWholeHost: true, earlier: pause.refusals)
        }
    }

    /// Notes that an address was refused until a moment; `speaksForHost` where the refusal is about us (429), rather
    /// than about a service that is down (503).
    mutating func refused(_ address: String, host: String, until: Instant, speaksForHost: Bool) {
        var lane = lanes[host] ?? Lane()
        lane.addresses[address] = until
        if speaksForHost {
            lane.until = max(lane.until ?? until, until)
            lane.refused.insert(address)
        }
        lane.isWholeHost = lane.isWholeHost || lane.refused.count >= threshold
        lanes[host] = lane
    }

    /// Notes that the host answered an address as it should. An answer that was under way when the host was found to
    /// refuse all takes nothing back.
    mutating func answered(host: String, now: Instant) {
        guard let lane = lanes[host], !lane.isWholeHost || lane.until.map({ $0 <= now }) ?? true else { return }
        lanes[host]?.refused = []
        lanes[host]?.isWholeHost = false
        lanes[host]?.until = nil
        lanes[host]?.earlier = 0
    }

    /// The moment before which the address is to be left alone; nil where it may be asked.
    func pause(of address: String, host: String, now: Instant) -> Instant? {
        guard let lane = lanes[host] else { return nil }
        let until = lane.isWholeHost ? lane.until : lane.addresses[address]
        return until.flatMap { $0 > now ? $0 : nil }
    }

    /// The pauses that have not ended, by host.
    func all(now: Instant) -> [HostPause] {
        lanes.compactMap { host, lane in
            lane.end.flatMap { end in
                end > now ? HostPause(host: host, until: end, refusals: lane.count, isWholeHost: lane.isWholeHost) : nil
            }
        }
        .sorted { $0.host.utf8.lexicographicallyPrecedes($1.host.utf8) }
    }
}
