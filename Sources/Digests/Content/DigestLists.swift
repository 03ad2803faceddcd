public import Model

/// A question that was answered since the digest before.
public struct AnsweredQuestion: Sendable, Equatable, Codable {
    /// The question's number.
    public var alert: RowID<Alert>
    /// The title of the policy or tool.
    public var subject: String
    /// What the development was called.
    public var title: String
    /// The language of the title.
    public var language: Language
    /// The answer.
    public var answer: Assessment.Answer
    /// The note.
    public var note: String
    /// Who answered.
    public var actor: String
    /// When.
    public var at: Instant

    /// An answered question from its parts.
    public init(
        alert: RowID<Alert>, subject: String, title: String, language: Language, answer: Assessment.Answer,
        note: String = "", actor: String, at: Instant
    ) {
        self.alert = alert
        self.subject = subject
        self.title = title
        self.language = language
        self.answer = answer
        self.note = note
        self.actor = actor
        self.at = at
    }
}

/// A date with legal effect that concerns the reader.
public struct UpcomingDate: Sendable, Equatable, Codable {
    /// Why the date is told in this digest.
    public enum Notice: String, Sendable, Codable, CaseIterable {
        /// It is new or known; it only stands in the table.
        case listed
        /// It moved from another day.
        case moved
        /// It is 30, 7 or 1 days away.
        case approaching
        /// It was withdrawn: the calendar entry is cancelled.
        case cancelled
    }

    /// What tells its calendar entry from others for ever.
    public var uid: String
    /// 0 at first, one more each time that it changes.
    public var sequence: Int
    /// The day.
    public var day: Day
    /// What happens on it.
    public var kind: LegalDate.Kind
    /// How far what states it has come: what is only proposed may never take effect. Nil where nobody wrote it down.
    @Nullable public var stage: Stage?
    /// The case or act, by citation or name.
    public var matter: String
    /// What it is about.
    public var title: String
    /// The language of the title.
    public var language: Language
    /// Titles of the policies and tools that it concerns.
    public var subjects: [String]
    /// Whose law it is.
    public var jurisdictions: [Jurisdiction]
    /// Where it is stated.
    @Nullable public var link: String?
    /// Why it is told now.
    public var notice: Notice
    /// The day on which it stood before; nil unless it moved.
    @Nullable public var movedFrom: Day?
    /// How many days are left, where that is why it is told.
    @Nullable public var daysLeft: Int?
    /// When it last changed.
    public var changed: Instant

    /// An upcoming date from its parts.
    public init(
        uid: String, sequence: Int = 0, day: Day, kind: LegalDate.Kind, stage: Stage? = nil, matter: String,
        title: String, language: Language = .english, subjects: [String] = [], jurisdictions: [Jurisdiction] = [],
        link: String? = nil,
        notice: Notice = .listed, movedFrom: Day? = nil, daysLeft: Int? = nil, changed: Instant
    ) {
        self.uid = uid
        self.sequence = sequence
        self.day = day
        self.kind = kind
        self.stage = stage
        self.matter = matter
        self.title = title
        self.language = language
        self.subjects = subjects
        self.jurisdictions = jurisdictions
        self.link = link
        self.notice = notice
        self.movedFrom = movedFrom
        self.daysLeft = daysLeft
        self.changed = changed
    }

    /// Under which name the words for it stand.
    var name: String { "date-\(kind.rawValue)" + (kind == .effective && stage == .proposed ? "-proposed" : "") }
}

/// What a business unit should know of one development: plain words, no tags.
public struct RiskNotice: Sendable, Equatable, Codable {
    /// A headline.
    public var title: String
    /// The language of headline and excerpt.
    public var language: Language
    /// Who published it.
    public var publisher: String
    /// Two or three sentences of the item's own text.
    public var excerpt: String
    /// Where it is.
    @Nullable public var link: String?
    /// How far it has come.
    public var stage: Stage
    /// Against whom it went, where it is decided.
    @Nullable public var outcome: Outcome?
    /// The words that say so.
    public var outcomeWords: [String]
    /// From when it binds.
    @Nullable public var effective: Day?
    /// Titles of the unit's policies that it may touch.
    public var policies: [String]
    /// Names of the tools that it may touch.
    public var tools: [String]
    /// When the publisher says that it was published.
    @Nullable public var published: Instant?
    /// Whether the unit has not been told of it before.
    public var isNew: Bool

    /// A risk notice from its parts.
    public init(
        title: String, language: Language, publisher: String, excerpt: String = "", link: String? = nil,
        stage: Stage = .none, outcome: Outcome? = nil, outcomeWords: [String] = [], effective: Day? = nil,
        policies: [String] = [], tools: [String] = [],
        published: Instant? = nil, isNew: Bool = true
    ) {
        self.title = title
        self.language = language
        self.publisher = publisher
        self.excerpt = excerpt
        self.link = link
        self.stage = stage
        self.outcome = outcome
        self.outcomeWords = outcomeWords
        self.effective = effective
        self.policies = policies
        self.tools = tools
        self.published = published
        self.isNew = isNew
    }
}

/// An item that missed a topic by one concept: the reader may say that it belongs.
public struct MissedItem: Sendable, Equatable, Codable {
    /// The item's number.
    public var item: RowID<Item>
    /// Its title.
    public var title: String
    /// Its language.
    public var language: Language
    /// Who published it.
    public var publisher: String
    /// Where it is.
    @Nullable public var link: String?
    /// The topic's title in the reader's language.
    public var topic: String
    /// What would have been needed.
    public var lacked: String

    /// A missed item from its parts.
    public init(
        item: RowID<Item>, title: String, language: Language, publisher: String, link: String? = nil, topic: String,
        lacked: String
    ) {
        self.item = item
        self.title = title
        self.language = language
        self.publisher = publisher
        self.link = link
        self.topic = topic
        self.lacked = lacked
    }
}

/// Developments of one topic by week.
public struct TopicTrend: Sendable, Equatable, Codable {
    /// The topic's title in the reader's language.
    public var topic: String
    /// Developments in each week, the oldest week first.
    public var weeks: [Int]

    /// A topic trend from its parts.
    public init(
        topic: String, weeks: [Int]
    ) {
        self.topic = topic
        self.weeks = weeks
    }
}
