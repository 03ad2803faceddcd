public import Model

/// What facts are read from: an item's text and what is known of its source.
public struct FactInput: Sendable {
    /// The title.
    public var title: String
    /// The short text.
    public var summary: String
    /// The full text where there is one beside the summary.
    public var content: String
    /// The language.
    public var language: Language
    /// The day of publication; that on which we saw it first where nobody says.
    public var published: Day?
    /// The source's publisher or title.
    public var sourceName: String
    /// The source's jurisdiction; nil where it is not known.
    public var sourceJurisdiction: Jurisdiction?
    /// The kind of body that publishes; nil where it is not known.
    public var authority: Source.Authority?
    /// Law that the publisher states as data.
    public var stated: [StatedFact]

    /// An input from its parts.
    public init(
        title: String, summary: String = "", content: String = "", language: Language = .english,
        published: Day? = nil, sourceName: String = "", sourceJurisdiction: Jurisdiction? = nil,
        authority: Source.Authority? = nil, stated: [StatedFact] = []
    ) {
        self.title = title
        self.summary = summary
        self.content = content
        self.language = language
        self.published = published
        self.sourceName = sourceName
        self.sourceJurisdiction = sourceJurisdiction
        self.authority = authority
        self.stated = stated
    }
}
