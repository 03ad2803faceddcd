/// One attempt to read one source: the record that we looked.
public struct Fetch: Sendable, Equatable {
    /// How an attempt ended.
    public enum Outcome: Sendable, Equatable {
        /// The server said that nothing changed since the last time.
        case unchanged
        /// The source was read; how many items were in it, how many of them new, how many edited.
        case read(seen: Int, new: Int, revised: Int)
        /// The source could not be read.
        case failed(FetchFailure)
        /// A bot wall answered instead of the source.
        case challenged(FetchFailure)

        /// `unchanged`, `read`, `failed` or `challenged`.
        public var word: String {
            switch self {
            case .unchanged: "unchanged"
            case .read: "read"
            case .failed: "failed"
            case .challenged: "challenged"
            }
        }

        /// Why it could not be read; nil where it was.
        public var failure: FetchFailure? {
            switch self {
            case .unchanged, .read: nil
            case .failed(let failure), .challenged(let failure): failure
            }
        }
    }

    /// The source that it belongs to.
    public var source: ID<Source>
    /// When the attempt began.
    public var at: Instant
    /// How long it took, in milliseconds.
    public var milliseconds: Int
    /// Bytes of the body as received, before decompression.
    public var bytes: Int
    /// The HTTP status; nil where no answer came or the source is a file.
    public var status: Int?
    /// How the attempt ended.
    public var outcome: Outcome
    /// What was wrong with the document although it could be read.
    public var warnings: [String]

    /// An attempt from its parts.
    public init(
        source: ID<Source>, at: Instant, milliseconds: Int = 0, bytes: Int = 0, status: Int? = nil, outcome: Outcome,
        warnings: [String] = []
    ) {
        self.source = source
        self.at = at
        self.milliseconds = milliseconds
        self.bytes = bytes
        self.status = status
        self.outcome = outcome
        self.warnings = warnings
    }
}

/// Why a source could not be read.
public struct FetchFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The closed set of causes.
    public enum Cause: String, Sendable, CaseIterable, Codable {
        /// The address is no address, or of a scheme that is not allowed.
        case badAddress = "bad-address"
        /// The host's name does not resolve.
        case unresolved
        /// Nobody listens there, or no route leads there.
        case refused
        /// The address is private, loopback or link-local, and not allowed.
        case privateAddress = "private-address"
        /// The certificate does not prove the host, or the TLS handshake failed.
        case tls
        /// No connection, or no whole answer, in the time allowed.
        case timeout
        /// The answer came too slowly.
        case stalled
        /// The connection ended before the answer did.
        case interrupted
        /// The body, its headers or its decompressed form exceed the bound.
        case tooLarge = "too-large"
        /// Too many redirects, or a circle of them.
        case redirects
        /// A redirect led to a scheme that is not allowed.
        case badRedirect = "bad-redirect"
        /// The body's compression is broken.
        case badEncoding = "bad-encoding"
        /// Status 401, 403 or 407 without a bot wall.
        case denied
        /// Status 404.
        case notFound = "not-found"
        /// Status 410: retired for good.
        case gone
        /// Status 429, or 503 with Retry-After.
        case rateLimited = "rate-limited"
        /// Any other status from 400 to 499.
        case clientError = "client-error"
        /// A status of 500 or above.
        case serverError = "server-error"
        /// A bot wall answered.
        case botWall = "bot-wall"
        /// An answer that breaks the protocol.
        case protocolError = "protocol-error"
        /// The body is empty.
        case empty
        /// A web page instead of a feed: a login page, an error page, a notice that it moved.
        case webPage = "web-page"
        /// Neither a feed nor a web page.
        case notAFeed = "not-a-feed"
        /// The page's selectors, or the API's paths, match nothing: the layout changed.
        case layoutChanged = "layout-changed"
        /// A selector of the definition is wrong, or takes too many steps on the page.
        case badSelector = "bad-selector"
        /// The API answered with an error of its own, whatever its status.
        case apiError = "api-error"
        /// robots.txt asks that the page not be read by machines.
        case robots
        /// The file of a `file:` source is missing or cannot be read.
        case file
        /// Most sources failed at once: the operator's own network.
        case ownNetwork = "own-network"
        /// The run was stopped before the attempt ended.
        case cancelled
        /// What was read could not be stored: the disk is full, or another program holds the database.
        case notStored = "not-stored"
        /// A fault of lexwatch itself.
        case `internal`
    }

    /// The cause.
    public var cause: Cause
    /// What happened in one clause, with the figures; already free of control characters.
    public var detail: String
    /// The moment before which the host asks not to be asked again.
    public var retryAfter: Instant?

    /// A failure from its parts.
    public init(_ cause: Cause, _ detail: String, retryAfter: Instant? = nil) {
        self.cause = cause
        self.detail = detail
        self.retryAfter = retryAfter
    }

    /// `cause: detail`.
    public var description: String { "\(cause.rawValue): \(detail)" }
}

/// What a server gave so that it can be asked "has this changed?" (RFC 9110, 8.8).
public struct Validators: Sendable, Equatable, Codable {
    /// The entity tag with its quotes.
    public var etag: String?
    /// The Last-Modified date as sent.
    public var lastModified: String?
    /// When the source was last read in full with these.
    public var obtained: Instant

    /// Validators from their parts; nil where the server gave none.
    public init?(etag: String?, lastModified: String?, obtained: Instant) {
        guard etag != nil || lastModified != nil else { return nil }
        self.etag = etag
        self.lastModified = lastModified
        self.obtained = obtained
    }
}
