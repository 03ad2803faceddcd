public import Model

/// How the matter of a question went on since it was put, or answered.
public struct Continuation: Sendable, Equatable, Codable {
    /// Why the question is put again, or is to be looked at again while it is open.
    public var moved: [Movement]
    /// Later steps of the matter about which there is no question of their own, the latest first.
    public var steps: [LaterStep]
    /// The answer that was given before the question was put again.
    @Nullable public var answered: EarlierAnswer?
    /// Whether the reader has not been told all of it before.
    public var isNews: Bool

    /// A continuation from its parts.
    public init(
        moved: [Movement] = [], steps: [LaterStep] = [], answered: EarlierAnswer? = nil, isNews: Bool = false
    ) {
        self.moved = moved
        self.steps = steps
        self.answered = answered
        self.isNews = isNews
    }
}

/// A later step of a matter.
public struct LaterStep: Sendable, Equatable, Codable {
    /// The development's number.
    public var development: RowID<Development>
    /// Its title as published.
    public var title: String
    /// The language of title and excerpt.
    public var language: Language
    /// Who published it.
    public var publisher: String
    /// The day of publication, else of our first sight.
    public var day: Day
    /// Where it is.
    @Nullable public var link: String?
    /// Its first sentences, as plain text.
    public var excerpt: String

    /// A later step from its parts.
    public init(
        development: RowID<Development>, title: String, language: Language, publisher: String, day: Day,
        link: String? = nil, excerpt: String = ""
    ) {
        self.development = development
        self.title = title
        self.language = language
        self.publisher = publisher
        self.day = day
        self.link = link
        self.excerpt = excerpt
    }
}
