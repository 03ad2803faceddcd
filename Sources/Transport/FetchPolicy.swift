/// The bounds and manners of the fetcher, from the configuration.
public struct FetchPolicy: Sendable {
    /// Transfers at once.
    public var concurrency = 64
    /// Transfers at once to one host, by its name.
    public var perHost = 2
    /// How long a connection may take, with its TLS handshake.
    public var connectTimeout = Duration.seconds(10)
    /// How long a transfer may be slower than `stallBytesPerSecond`; whole seconds.
    public var stallTimeout = Duration.seconds(15)
    /// What counts as a stall when it lasts.
    public var stallBytesPerSecond = 100
    /// How long a transfer may take, redirects included.
    public var totalTimeout = Duration.seconds(30)
    /// Bytes of a body as sent.
    public var maxBytes = 20_000_000
    /// Bytes of a body after decompression.
    public var maxDecompressedBytes = 20_000_000
    /// Bytes of an answer's headers.
    public var maxHeaderBytes = 64_000
    /// Redirects that are followed.
    public var maxRedirects = 5
    /// Networks that may be reached although they are private.
    public var allowPrivate: [Network] = []
    /// The proxies, if any.
    public var proxies = ProxySettings.none
    /// The User-Agent header; see `userAgent(version:contact:)`.
    public var userAgent = "lexwatch"
    /// A PEM file of certificate authorities to trust instead of the system's.
    public var certificateAuthorities: String?
    /// The longest freshness that is believed.
    public var maxFreshness = Duration.seconds(86_400)
    /// The longest pause that a host may ask for; what exceeds it is cut.
    public var maxPause = Duration.seconds(86_400)
    /// How many addresses of a host must be refused in a row, with none answered between, before the host is paused.
    public var refusalsBeforePause = 3

    /// The default policy.
    public init() {}

    /// The policy with a bound for bodies that is no wider than its own.
    func limited(to bytes: Int?) -> FetchPolicy {
        guard let bytes else { return self }
        var policy = self
        policy.maxBytes = min(bytes, maxBytes)
        policy.maxDecompressedBytes = min(bytes, maxDecompressedBytes)
        return policy
    }

    /// A User-Agent that names the program and whom to write to.
    ///
    /// - Parameters:
    ///   - version: The program's version.
    ///   - contact: The operator's mail address or page; nil where none is configured.
    /// - Returns: A header value without control characters.
    public static func userAgent(version: String, contact: String?) -> String {
        let contact = contact.map { " (+\($0))" } ?? ""
        return PlainText.oneLine("lexwatch/\(version)\(contact)", limit: 200)
    }
}

extension Duration {
    /// Whole milliseconds, at least one, at most some three weeks.
    var boundedMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < 2_000_000 else { return 2_000_000_000 }
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
    /// Whole seconds, at least one, at most some three weeks.
    var boundedSeconds: Int { max(1, (boundedMilliseconds + 999) / 1000) }
}
