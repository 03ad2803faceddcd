public import Model

/// An item's plain text, and what is known of where it comes from: all that tagging reads.
public struct TaggedText: Sendable {
    /// What the item is called.
    public var title: String
    /// The short text.
    public var summary: String
    /// The full text where the source gives it; empty where it does not.
    public var content: String
    /// The language that it is written in; nil where nobody says.
    public var language: Language?
    /// When it was published; nil where nobody says.
    public var published: Instant?
    /// When we saw it first; nil where we did not yet.
    public var seen: Instant?
    /// Whether the source is about AI or IP law as a whole.
    public var scope: Source.Scope
    /// The jurisdiction that the source speaks for.
    public var jurisdiction: Jurisdiction?
    /// The kind of body that publishes; nil where it is not known.
    public var authority: Source.Authority?
    /// The publisher's name; empty where it is not known.
    public var publisher: String
    /// Law that the publisher states as data.
    public var stated: [StatedFact]
    /// The paragraphs that the summary or the content is made of; empty where no markup tells them.
    public var paragraphs: [Paragraph]

    /// A text from its parts.
    public init(
        title: String, summary: String = "", content: String = "", language: Language? = nil,
        published: Instant? = nil, seen: Instant? = nil, scope: Source.Scope = .general,
        jurisdiction: Jurisdiction? = nil,
        authority: Source.Authority? = nil, publisher: String = "", stated: [StatedFact] = [],
        paragraphs: [Paragraph] = []
    ) {
        self.title = title
        self.summary = summary
        self.content = content
        self.language = language
        self.published = published
        self.seen = seen
        self.scope = scope
        self.jurisdiction = jurisdiction
        self.authority = authority
        self.publisher = publisher
        self.stated = stated
        self.paragraphs = paragraphs
    }
}
