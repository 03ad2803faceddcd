public import Model

/// What happened, as its best source reports it.
public struct ReportedDevelopment: Sendable, Equatable, Codable {
    /// The development's number.
    public var id: RowID<Development>
    /// The title as published.
    public var title: String
    /// The language of title and excerpt.
    public var language: Language
    /// A headline in the reader's language, where a source of the same development has one.
    @Nullable public var headline: String?
    /// Who published it.
    public var publisher: String
    /// The kind of body that published it.
    public var authority: Source.Authority
    /// Whose law it is about.
    public var jurisdictions: [Jurisdiction]
    /// What kind of legal thing it reports.
    public var instrument: Instrument
    /// How far that has come.
    public var stage: Stage
    /// The citations that it states.
    public var citations: [String]
    /// When the publisher says that it was published.
    @Nullable public var published: Instant?
    /// The day of legal effect, where it is stated.
    @Nullable public var effective: Day?
    /// When we saw it first.
    public var firstSeen: Instant
    /// Where it is.
    @Nullable public var link: String?
    /// Two or three sentences of the item's own text.
    public var excerpt: String
    /// Further reports of the same development.
    public var others: [OtherReport]
    /// How many reports there are besides; nil where all are named.
    @Nullable public var further: Int?

    /// A reported development from its parts.
    public init(
        id: RowID<Development>, title: String, language: Language, headline: String? = nil, publisher: String,
        authority: Source.Authority, jurisdictions: [Jurisdiction] = [], instrument: Instrument = .other,
        stage: Stage = .none, citations: [String] = [], published: Instant? = nil,
        effective: Day? = nil, firstSeen: Instant, link: String? = nil, excerpt: String = "",
        others: [OtherReport] = [], further: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.language = language
        self.headline = headline
        self.publisher = publisher
        self.authority = authority
        self.jurisdictions = jurisdictions
        self.instrument = instrument
        self.stage = stage
        self.citations = citations
        self.published = published
        self.effective = effective
        self.firstSeen = firstSeen
        self.link = link
        self.excerpt = excerpt
        self.others = others
        self.further = further
    }
}

/// A further report of a development.
public struct OtherReport: Sendable, Equatable, Codable {
    /// Who published it.
    public var publisher: String
    /// Its title.
    public var title: String
    /// Its language.
    public var language: Language
    /// Where it is.
    @Nullable public var link: String?

    /// An other report from its parts.
    public init(
        publisher: String, title: String, language: Language, link: String? = nil
    ) {
        self.publisher = publisher
        self.title = title
        self.language = language
        self.link = link
    }
}
