public import Model

/// What the watch read in the period, and what it did not.
public struct DigestCoverage: Sendable, Equatable, Codable {
    /// How many sources are watched.
    public var sources: Int
    /// How many of them were read.
    public var read: Int
    /// New items in them.
    public var items: Int
    /// Sources that could not be read, or that are suspiciously silent.
    public var troubled: [TroubledSource]
    /// Periods from which something may be missing.
    public var gaps: [ReportedGap]
    /// Sources that are no longer watched since the digest before.
    public var removed: [String]
    /// Sources that are watched since the digest before.
    public var added: [String]

    /// A digest coverage from its parts.
    public init(
        sources: Int, read: Int, items: Int = 0, troubled: [TroubledSource] = [], gaps: [ReportedGap] = [],
        removed: [String] = [], added: [String] = []
    ) {
        self.sources = sources
        self.read = read
        self.items = items
        self.troubled = troubled
        self.gaps = gaps
        self.removed = removed
        self.added = added
    }
}

/// A source that needs attention.
public struct TroubledSource: Sendable, Equatable, Codable {
    /// What is the matter.
    public enum Trouble: String, Sendable, Codable, CaseIterable {
        /// The last attempts failed.
        case failing
        /// A bot wall answers.
        case challenged
        /// It is read, but holds nothing new for unusually long.
        case silent
        /// It is read, but holds no entry.
        case empty
        /// No attempt ever saw what it holds.
        case neverRead = "never-read"
        /// It was not asked in the period.
        case notAsked = "not-asked"
        /// It could not be read for a day or longer, and can be again.
        case interrupted
    }

    /// The source's name in the catalogue.
    public var id: String
    /// What it is called.
    public var title: String
    /// What is the matter.
    public var trouble: Trouble
    /// Since when; nil where it was never asked.
    @Nullable public var since: Instant?
    /// Until when; nil where it lasts.
    @Nullable public var until: Instant?
    /// Why it could not be read.
    @Nullable public var cause: FetchFailure.Cause?
    /// The figures, in one clause of English: what a server or curl said, say.
    public var detail: String
    /// For how long nothing new has come, where that is the trouble.
    @Nullable public var silence: SilenceFigures?
    /// When a person looked instead.
    @Nullable public var handChecked: Instant?
    /// Where a person can look.
    @Nullable public var alternative: String?

    /// A troubled source from its parts.
    public init(
        id: String, title: String, trouble: Trouble, since: Instant? = nil, until: Instant? = nil,
        cause: FetchFailure.Cause? = nil, detail: String = "", silence: SilenceFigures? = nil,
        handChecked: Instant? = nil, alternative: String? = nil
    ) {
        self.id = id
        self.title = title
        self.trouble = trouble
        self.since = since
        self.until = until
        self.cause = cause
        self.detail = detail
        self.silence = silence
        self.handChecked = handChecked
        self.alternative = alternative
    }
}

/// How long a source has been silent, and how long it ever was before.
public struct SilenceFigures: Sendable, Equatable, Codable {
    /// Whole days without a new entry.
    public var days: Int
    /// The longest time without one in the time before, in whole days.
    public var longestBefore: Int
    /// How long that time is, in whole days.
    public var daysBefore: Int

    /// Figures from their parts.
    public init(days: Int, longestBefore: Int, daysBefore: Int) {
        self.days = days
        self.longestBefore = longestBefore
        self.daysBefore = daysBefore
    }
}

/// A period of one source from which something may be missing.
public struct ReportedGap: Sendable, Equatable, Codable {
    /// What the source is called.
    public var title: String
    /// The last moment at which we had everything.
    public var from: Instant
    /// The moment from which we have everything again; nil while it lasts.
    @Nullable public var to: Instant?
    /// How it came about.
    public var kind: CoverageGap.Kind

    /// A reported gap from its parts.
    public init(
        title: String, from: Instant, to: Instant? = nil, kind: CoverageGap.Kind
    ) {
        self.title = title
        self.from = from
        self.to = to
        self.kind = kind
    }
}
