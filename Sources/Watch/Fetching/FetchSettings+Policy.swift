import Model
import Transport

extension FetchSettings {
    /// The fetcher's bounds and manners.
    ///
    /// - Throws: ``ConfigurationProblem`` where a network is none.
    func policy() throws -> FetchPolicy {
        var policy = FetchPolicy()
        policy.concurrency = concurrency
        policy.perHost = perHost
        policy.totalTimeout = .seconds(timeout)
        policy.connectTimeout = .seconds(min(timeout, 10))
        policy.stallTimeout = .seconds(min(timeout, 15))
        policy.maxBytes = maxBytes
        policy.maxDecompressedBytes = maxBytes
        policy.allowPrivate = try allowPrivate.map { text in
            guard let network = Network(text) else {
                throw ConfigurationProblem(
                    "fetch.allow-private: '\(text)' is not a network", place: nil,
                    remedy: "write an address and a length, such as 10.1.0.0/16 or fd00::/8")
            }
            return network
        }
        policy.proxies = .fromProcess()
        policy.userAgent = FetchPolicy.userAgent(version: Version.current, contact: contact)
        policy.certificateAuthorities = caFile
        return policy
    }
}
