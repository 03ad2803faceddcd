public import Model

/// What a feed said, read from its bytes: no clock, network or file is asked.
public struct Feed: Sendable, Equatable {
    /// The format that a document is written in, by the names that `inspect` prints.
    public enum Format: String, Sendable, CaseIterable {
        /// RSS 0.90 to 0.94, and CDF, its ancestor.
        case rss09x = "rss-0.9x"
        /// RSS 1.0, the RDF one.
        case rss10 = "rss-1.0"
        /// RSS 2.0, and an `rss` element of no known version.
        case rss20 = "rss-2.0"
        /// Atom 0.3, and its drafts.
        case atom03 = "atom-0.3"
        /// Atom 1.0 (RFC 4287).
        case atom10 = "atom-1.0"
        /// JSON Feed 1.0 and 1.1.
        case jsonFeed = "json-feed"
    }

    /// The format.
    public var format: Format
    /// The feed's own id, where it has one.
    public var id: String?
    /// Plain text.
    public var title: String?
    /// Where the feed's page is.
    public var link: String?
    /// A markup string, as the feed holds it.
    public var description: String?
    /// The language that the feed declares, a tag such as `en-GB`.
    public var language: String?
    /// When the publisher says that the feed was last changed.
    public var updated: Instant?
    /// When the publisher says that the feed was published.
    public var published: Instant?
    /// The names of the feed's authors.
    public var authors: [String] = []
    /// The feed's own categories.
    public var categories: [FeedCategory] = []
    /// Where more entries of the same feed are (RFC 5005).
    public var paging = FeedPaging()
    /// How often the publisher asks to be read.
    public var rhythm = FeedRhythm()
    /// The address that the feed says it has moved to.
    public var movedTo: String?
    /// Elements of the publisher's own that carry data.
    public var extensions: [FeedExtension] = []
    /// The entries, in the document's order.
    public var items: [FeedItem] = []
    /// Whether the document ended before its elements did, so that entries may be missing.
    public var isTruncated = false
    /// Whether it ended within its last entry.
    public var endsInItem = false
    /// What was wrong with the document although it could be read.
    public var warnings: [FeedWarning] = []

    /// An empty feed of a format.
    public init(format: Format) { self.format = format }
}
