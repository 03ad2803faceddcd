public import Model

/// What one recipient is told for one period, without a form: every renderer shows the same value.
public struct Digest: Sendable, Equatable, Codable {
    /// For whom a digest is made, which decides what it says.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Questions to the owner of policies and tools.
        case owner
        /// Legal risk in plain language for a business unit.
        case unit
        /// Figures for management.
        case management
    }

    /// How often its reader gets one.
    public enum Rhythm: String, Sendable, Codable, CaseIterable {
        case daily, weekly, monthly
    }

    /// What tells it from all other digests of the organisation for ever, such as `owner:ip-counsel/2026-08-03`.
    public var id: String
    /// For whom it is made.
    public var kind: Kind
    /// Whose policies these are.
    public var organisation: String
    /// Who reads it.
    public var recipient: Recipient
    /// When it was composed.
    public var composed: Instant
    /// The beginning of the period.
    public var from: Instant
    /// The end of the period.
    public var to: Instant
    /// How often its reader gets one; nil in digests of earlier versions, which do not say it.
    @Nullable public var rhythm: Rhythm?
    /// The policies and tools that need the reader, the most urgent first.
    public var entries: [DigestEntry]
    /// What was answered since the digest before.
    public var answered: [AnsweredQuestion]
    /// Dates with legal effect, the earliest first.
    public var dates: [UpcomingDate]
    /// What a business unit should know, the gravest first; empty in other digests.
    public var briefing: [RiskNotice]
    /// The figures for management; nil in other digests.
    @Nullable public var management: ManagementSummary?
    /// Developments per topic by week.
    public var trends: [TopicTrend]
    /// What was read, and what was not.
    public var coverage: DigestCoverage
    /// Items that missed a topic by one concept, three at most.
    public var nearMisses: [MissedItem]
    /// The head of the audit log, so that the mailbox bears witness; nil where it is not kept.
    @Nullable public var auditHead: String?
    /// The address that takes answers by mail; nil where only commands do.
    @Nullable public var answerAddress: String?

    /// A digest from its parts.
    public init(
        id: String, kind: Kind = .owner, organisation: String, recipient: Recipient, composed: Instant, from: Instant,
        to: Instant, rhythm: Rhythm = .weekly, entries: [DigestEntry] = [], answered: [AnsweredQuestion] = [],
        dates: [UpcomingDate] = [], briefing: [RiskNotice] = [], management: ManagementSummary? = nil,
        trends: [TopicTrend] = [], coverage: DigestCoverage, nearMisses: [MissedItem] = [], auditHead: String? = nil,
        answerAddress: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.organisation = organisation
        self.recipient = recipient
        self.composed = composed
        self.from = from
        self.to = to
        self.rhythm = rhythm
        self.entries = entries
        self.answered = answered
        self.dates = dates
        self.briefing = briefing
        self.management = management
        self.trends = trends
        self.coverage = coverage
        self.nearMisses = nearMisses
        self.auditHead = auditHead
        self.answerAddress = answerAddress
    }
}

/// Who reads a digest.
public struct Recipient: Sendable, Equatable, Codable {
    /// The name in the register, such as `ip-counsel`.
    public var id: String
    /// What people call the recipient.
    public var name: String
    /// The address; nil where digests are only written to files.
    @Nullable public var email: String?
    /// The language that the digest speaks.
    public var language: Language
    /// The IANA name of the zone whose days the reader lives by.
    public var timeZone: String

    /// A recipient from its parts.
    public init(
        id: String, name: String, email: String? = nil, language: Language = .english, timeZone: String = "UTC"
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.language = language
        self.timeZone = timeZone
    }
}
