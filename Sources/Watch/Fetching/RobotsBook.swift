import Model
import Transport

/// placeholder until rules exist
actor RobotsBook {
    init(_ fetcher: Fetcher) {}
    func refusal(of url: String) async -> FetchFailure? { nil }
}
