public import Model

/// One entry of a feed, as the feed said it.
public struct FeedItem: Sendable, Equatable {
    /// What the feed calls it: `guid`, Atom's `id`, `rdf:about`.
    public var id: String?
    /// Plain text.
    public var title: String?
    /// Where the entry's page is; absolute where the feed's address is known.
    public var link: String?
    /// A markup string, as the feed holds it.
    public var summary: String?
    /// A markup string, as the feed holds it.
    public var content: String?
    /// When the publisher says that it was published.
    public var published: Instant?
    /// When the publisher says that it was last changed.
    public var updated: Instant?
    /// The names of the authors, or their addresses where they have no names.
    public var authors: [String] = []
    /// The categories.
    public var categories: [FeedCategory] = []
    /// Files that belong to the entry.
    public var enclosures: [Enclosure] = []
    /// The language that the entry declares, or inherits from an element around it.
    public var language: String?
    /// The feed that the entry was taken from.
    public var source: FeedOrigin?
    /// Where the entry is discussed.
    public var comments: String?
    /// Elements of the publisher's own that carry data.
    public var extensions: [FeedExtension] = []

    /// An entry that says nothing.
    public init() {}

    /// Whether nothing is known that somebody could read, follow or tell it from others by.
    var isEmpty: Bool {
        [title, link, id, summary, content].allSatisfy { $0 == nil } && published == nil && updated == nil
    }
}

/// A file that belongs to an entry.
public struct Enclosure: Sendable, Equatable {
    /// Where it is.
    public var url: String
    /// Its media type.
    public var type: String?
    /// Its length in bytes.
    public var length: Int?

    /// A file from its address, media type and length.
    public init(url: String, type: String? = nil, length: Int? = nil) {
        self.url = url
        self.type = type
        self.length = length
    }
}

/// The feed that an entry was taken from.
public struct FeedOrigin: Sendable, Equatable {
    /// Plain text.
    public var title: String?
    /// The feed's address.
    public var link: String?

    /// An origin from its title and address.
    public init(title: String? = nil, link: String? = nil) {
        self.title = title
        self.link = link
    }
}
