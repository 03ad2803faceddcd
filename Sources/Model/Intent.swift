/// What the store knows of an item when a source is read again.
public struct KnownItem: Sendable, Equatable {
    /// The item's row.
    public var id: RowID<Item>
    /// What tells it from the source's other items.
    public var identity: ItemIdentity
    /// A hash over the text of the newest revision, hexadecimal.
    public var textHash: String
    /// Hashes of all texts that it ever had, so that an entry that swings between two texts is not edited each time.
    public var earlierHashes: Set<String>
    /// Whether it had its newest text before another one: it came back to it.
    public var cameBack: Bool
    /// When it was seen first.
    public var firstSeen: Instant
    /// When the publisher says that it was published.
    public var published: Instant?
    /// Where it was when its newest text came.
    public var link: String?
    /// Where its texts were, the first one first; empty where it was never revised.
    public var links: [String]
    /// When the publisher said of its texts that they were published, likewise.
    public var days: [Instant]
    /// The other version that its source last gave.
    public var other: OtherVersion?

    /// What is known of an item.
    public init(
        id: RowID<Item>, identity: ItemIdentity, textHash: String, earlierHashes: Set<String> = [],
        cameBack: Bool = false,
        firstSeen: Instant, published: Instant? = nil, link: String? = nil, links: [String] = [],
        days: [Instant] = [], other: OtherVersion? = nil
    ) {
        self.id = id
        self.identity = identity
        self.textHash = textHash
        self.earlierHashes = earlierHashes
        self.cameBack = cameBack
        self.firstSeen = firstSeen
        self.published = published
        self.link = link
        self.links = links
        self.days = days
        self.other = other
    }
}

/// What is to be done with one entry of a source that was read.
public enum ItemIntent: Sendable, Equatable {
    /// Nobody has seen it before.
    case insert(ItemIdentity, ItemText, textHash: String, Findings)
    /// It is known, and its text was edited.
    case revise(RowID<Item>, ItemText, textHash: String, Findings)
    /// It is known under another identity: the source's scheme of ids changed, the item did not.
    case rename(RowID<Item>, ItemIdentity)
}

/// What the watch remembers of a source between two fetches.
public struct SourceState: Sendable, Equatable {
    /// What the server gave to ask it "has this changed?"; nil where it gave nothing or it was dropped.
    public var validators: Validators?
    /// Not fetched before this moment; at once where nil.
    public var nextDue: Instant?
    /// Attempts in a row that did not see what the source holds.
    public var failures: Int
    /// When the first of these attempts was.
    public var failingSince: Instant?
    /// The last attempt that saw what the source holds.
    public var lastSuccess: Instant?
    /// When the host said that the source is gone for good (410).
    public var retired: Instant?
    /// Where permanent redirects lead, and since when without a change.
    public var movedTo: String?
    /// Since when they lead there.
    public var movedSince: Instant?
    /// How often the publisher asks to be read; nil where it does not say.
    public var wish: ReadingWish?

    /// What is remembered; a source that was never fetched where nothing is given.
    public init(
        validators: Validators? = nil, nextDue: Instant? = nil, failures: Int = 0, failingSince: Instant? = nil,
        lastSuccess: Instant? = nil, retired: Instant? = nil, movedTo: String? = nil, movedSince: Instant? = nil,
        wish: ReadingWish? = nil
    ) {
        self.validators = validators
        self.nextDue = nextDue
        self.failures = failures
        self.failingSince = failingSince
        self.lastSuccess = lastSuccess
        self.retired = retired
        self.movedTo = movedTo
        self.movedSince = movedSince
        self.wish = wish
    }
}
