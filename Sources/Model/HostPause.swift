/// A pause that a host asked for.
public struct HostPause: Sendable, Equatable {
    /// The host's name, and its port where it is not the scheme's own.
    public let host: String
    /// The moment before which it is left alone, already cut to the policy's bound.
    public let until: Instant
    /// How many of its answers in a row asked for it.
    public let refusals: Int
    /// Whether all addresses of the host are left alone; otherwise only those that were refused.
    public let isWholeHost: Bool

    /// A pause from its parts.
    public init(host: String, until: Instant, refusals: Int, isWholeHost: Bool) {
        self.host = host
        self.until = until
        self.refusals = refusals
        self.isWholeHost = isWholeHost
    }
}
