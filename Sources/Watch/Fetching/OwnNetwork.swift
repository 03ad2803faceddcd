import Model

/// Tells a fault of the operator's own network from faults of the sources.
enum OwnNetwork {
    /// Causes that a network of one's own can have.
    static let suspects: Set<FetchFailure.Cause> = [
        .unresolved, .refused, .timeout, .stalled, .interrupted, .tls,
    ]

    /// Whether so many hosts failed in the same few ways that the network is to blame, and not they.
    ///
    /// Two thirds of at least three hosts, and none of them read: a host with several sources counts once.
    ///
    /// - Parameter results: For each attempt over the network, the host and the cause; nil where it was read.
    /// - Returns: Whether it is.
    static func isToBlame(_ results: [(host: String, cause: FetchFailure.Cause?)]) -> Bool {
        let hosts = Dictionary(grouping: results, by: \.host)
        guard hosts.count >= 3 else { return false }
        let failed = hosts.values.filter { attempts in
            attempts.allSatisfy { $0.cause.map(suspects.contains) ?? false }
        }
        return failed.count * 3 >= hosts.count * 2
    }
}
