/// One entry of a source, as we hold it: the text of its newest revision and the identity that survives edits.
public struct Item: Sendable, Equatable {
    /// Its number.
    public var id: RowID<Item>
    /// The source that it belongs to.
    public var source: ID<Source>
    /// What tells it from the source's other items.
    public var identity: ItemIdentity
    /// The text.
    public var text: ItemText
    /// When we first saw it: what is new is what we see first, never what the publisher dates recently.
    public var firstSeen: Instant
    /// When its text last changed; `firstSeen` until then.
    public var revised: Instant
    /// 1 for the text as first seen, one more for every edit.
    public var revision: Int

    /// An item from its parts.
    public init(
        id: RowID<Item>, source: ID<Source>, identity: ItemIdentity, text: ItemText, firstSeen: Instant,
        revised: Instant, revision: Int
    ) {
        self.id = id
        self.source = source
        self.identity = identity
        self.text = text
        self.firstSeen = firstSeen
        self.revised = revised
        self.revision = revision
    }
}

/// What tells an item from the other items of its source: hashes of bytes, hexadecimal.
public struct ItemIdentity: Hashable, Sendable {
    /// The id that the feed gave, or the canonical link, or a hash of the content.
    public var key: String
    /// The canonical link without session tokens and tracking parameters; nil where there is no link.
    public var link: String?
    /// The folded title and the day of publication: what remains when a source changes its scheme of ids.
    public var titleKey: String

    /// An identity from its parts.
    public init(key: String, link: String?, titleKey: String) {
        self.key = key
        self.link = link
        self.titleKey = titleKey
    }
}

/// What an entry says, as plain text: no markup, no control characters, no bidi overrides.
public struct ItemText: Sendable, Equatable, Codable {
    /// What it is called.
    public var title: String
    /// The short text.
    public var summary: String
    /// The entry's full text where the source gives it beside the summary.
    public var content: String
    /// An absolute http or https link; nil where there is none.
    public var link: String?
    /// The authors.
    public var authors: [String]
    /// The categories.
    public var categories: [String]
    /// The language that the entry declares, else the source's.
    public var language: Language
    /// When the publisher says that it was published.
    public var published: Instant?
    /// When the publisher says that it was last changed.
    public var updated: Instant?
    /// The day that an entry bears, where Atom asks for no more than that of its last change.
    public var dated: Instant? { published ?? updated }
    /// Law that the publisher states as data rather than as text.
    public var stated: [StatedFact]
    /// The entry's body as the feed holds it, markup and all: kept, never shown.
    public var raw: String

    /// A text from its parts.
    public init(
        title: String, summary: String = "", content: String = "", link: String? = nil, authors: [String] = [],
        categories: [String] = [], language: Language = .english, published: Instant? = nil, updated: Instant? = nil,
        stated: [StatedFact] = [], raw: String = ""
    ) {
        self.title = title
        self.summary = summary
        self.content = content
        self.link = link
        self.authors = authors
        self.categories = categories
        self.language = language
        self.published = published
        self.updated = updated
        self.stated = stated
        self.raw = raw
    }
}

/// A fact that a publisher states as a field (`effective_on`, `tna:identifier`), which needs no text rule.
public struct StatedFact: Sendable, Hashable, Codable {
    /// `citation`, `effective`, `deadline`, `hearing`, `jurisdiction`, `content-hash`, or the element's own name.
    public var kind: String
    /// The value itself.
    public var value: String
    /// The element or path that stated it.
    public var origin: String
    /// A fact from its parts.
    public init(kind: String, value: String, origin: String) {
        self.kind = kind
        self.value = value
        self.origin = origin
    }
}

/// An earlier or current text of an item.
public struct Revision: Sendable, Equatable {
    /// 1 for the first.
    public var number: Int
    /// When we saw it first.
    public var seen: Instant
    /// The text.
    public var text: ItemText
    /// A revision from its parts.
    public init(number: Int, seen: Instant, text: ItemText) {
        self.number = number
        self.seen = seen
        self.text = text
    }
}
