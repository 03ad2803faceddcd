public import Model

/// What is asked of the fetcher: one address, and what we know of it.
public struct FetchRequest: Sendable, Equatable {
    /// The kind of document that is hoped for; it decides the Accept header and what counts as a wrong answer.
    public enum Accept: String, Sendable, CaseIterable {
        /// RSS, Atom or JSON Feed.
        case feed
        /// An HTML page.
        case page
        /// A JSON document.
        case json
        /// A robots.txt, which may well be empty.
        case robots
    }

    /// The address: `http:` or `https:`, or `file:` where that is allowed.
    public var url: String
    /// What the server gave at the last full reading; nil to read in full.
    public var validators: Validators?
    /// The kind of document that is hoped for.
    public var accept: Accept
    /// Bytes of the body, as sent and unpacked, where fewer are wanted than the policy allows.
    public var maxBytes: Int?
    /// Whether a `file:` address may be read: only where the source's own definition says `file:`.
    public var allowsFile: Bool

    /// A request from its parts.
    public init(
        url: String, validators: Validators? = nil, accept: Accept = .feed, maxBytes: Int? = nil,
        allowsFile: Bool = false
    ) {
        self.url = url
        self.validators = validators
        self.accept = accept
        self.maxBytes = maxBytes
        self.allowsFile = allowsFile
    }
}
