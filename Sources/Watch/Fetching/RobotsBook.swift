import Model
import Syndication
import Transport

/// What hosts ask of robots (RFC 9309), read once a host and run.
actor RobotsBook {
    /// The name by which rules speak of us.
    private static let agent = "lexwatch"

    private let fetcher: Fetcher
    private var hosts: [String: Task<Result<RobotsRules, FetchFailure>, Never>] = [:]
    /// From when on a host that wants time between two requests may be asked again.
    private var turns: [String: ContinuousClock.Instant] = [:]
    /// The longest time between two requests that is granted, in seconds: a run has an end.
    private static let longestDelay = 10

    /// A book that is empty.
    init(_ fetcher: Fetcher) { self.fetcher = fetcher }

    /// Why a page may not be read; nil where it may. A file is nobody's but the operator's.
    func refusal(of url: String) async -> FetchFailure? {
        guard let (origin, path) = Self.parts(of: url) else { return nil }
        let reading = hosts[origin] ?? Task { await Self.rules(at: origin, fetcher) }
        hosts[origin] = reading
        switch await reading.value {
        case .failure(let failure):
            // A host that cannot be reached is no host that forbids: the cause is the net's.
            guard !OwnNetwork.suspects.contains(failure.cause) else {
                return FetchFailure(
                    failure.cause, "\(failure.detail), which was asked for robots.txt first",
                    retryAfter: failure.retryAfter)
            }
            let told = "\(origin.withoutCredentials)/robots.txt could not be read, which forbids everything for now"
            return FetchFailure(.robots, "\(told): \(failure.detail)", retryAfter: failure.retryAfter)
        case .success(let rules):
            guard !rules.allows(path, agent: Self.agent) else { return nil }
            return FetchFailure(
                .robots, "\(origin.withoutCredentials)/robots.txt asks that \(path) not be read by programs")
        }
    }

    /// Waits as `Crawl-delay` asks, which no standard knows and many hosts write.
    func waitForTurn(at url: String) async {
        guard let (origin, _) = Self.parts(of: url), let reading = hosts[origin],
            let delay = try? await reading.value.get().crawlDelay(agent: Self.agent), delay > 0
        else { return }
        let now = ContinuousClock.now
        let turn = max(now, turns[origin] ?? now)
        turns[origin] = turn + .seconds(min(delay, Self.longestDelay))
        try? await Task.sleep(until: turn, clock: .continuous)
    }

    /// The rules of a host. None there means that all is allowed; a server that fails means that nothing is
    /// (RFC 9309, 2.3.1.3 and 2.3.1.4).
    private static func rules(at origin: String, _ fetcher: Fetcher) async -> Result<RobotsRules, FetchFailure> {
        let answer = await fetcher.fetch(FetchRequest(url: "\(origin)/robots.txt", accept: .robots))
        switch answer.outcome {
        case .body(let bytes): return .success(RobotsRules(bytes))
        case .unchanged: return .success(RobotsRules([]))
        case .failed(let failure), .challenged(let failure):
            guard let status = answer.status, (400..<500).contains(status), status != 429 else {
                return .failure(failure)
            }
            return .success(RobotsRules([]))
        }
    }

    /// Where the rules of an address are; nil where nobody makes any.
    static func address(for url: String) -> String? { parts(of: url).map { "\($0.origin)/robots.txt" } }

    /// The origin and the path with its query.
    private static func parts(of url: String) -> (origin: String, path: String)? {
        let bytes = Array(url.utf8)
        guard url.hasPrefix("http"), let colon = bytes.firstRange(of: Array("://".utf8)) else { return nil }
        let end = bytes[colon.upperBound...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? bytes.endIndex
        let path = String(decoding: bytes[end...].prefix { $0 != 0x23 }, as: UTF8.self)
        return (String(decoding: bytes[..<end], as: UTF8.self), path.hasPrefix("/") ? path : "/" + path)
    }
}
