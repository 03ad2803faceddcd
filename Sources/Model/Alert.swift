/// A development that concerns a policy or a tool: the question put to its owner.
public struct Alert: Sendable, Equatable {
    /// What the question is about.
    public enum Subject: Sendable, Hashable {
        case policy(ID<Policy>)
        case tool(ID<AITool>)
        /// A matter that somebody follows who has no policy.
        case matter(String)

        /// A subject as it is stored.
        public init(kind: String, name: String) {
            switch kind {
            case "tool": self = .tool(ID(name))
            case "matter": self = .matter(name)
            default: self = .policy(ID(name))
            }
        }

        /// `policy`, `tool` or `matter`.
        public var kind: String {
            switch self {
            case .policy: "policy"
            case .tool: "tool"
            case .matter: "matter"
            }
        }
        /// The name of the policy or tool, or the matter.
        public var name: String {
            switch self {
            case .policy(let id): id.rawValue
            case .tool(let id): id.rawValue
            case .matter(let matter): matter
            }
        }
    }

    /// Where the question stands.
    public enum State: String, Sendable, CaseIterable, Codable {
        case open, assessed
    }

    /// Its number.
    public var id: RowID<Alert>
    /// What the question is about.
    public var subject: Subject
    /// The development.
    public var development: RowID<Development>
    /// Who is asked.
    public var owner: ID<Owner>
    /// The reasons.
    public var reasons: [AlertReason]
    /// When it was put first.
    public var raised: Instant
    /// The day by which an answer is suggested.
    public var due: Day
    /// Where it stands.
    public var state: State
    /// Not shown as open before this day.
    public var snoozedUntil: Day?
    /// When the development moved on after an answer, so that the question was put again.
    public var reopened: Instant?
    /// The sum of the rank's parts; a higher one is shown first.
    public var rank: Rank

    /// An alert from its parts.
    public init(
        id: RowID<Alert>, subject: Subject, development: RowID<Development>, owner: ID<Owner>,
        reasons: [AlertReason], raised: Instant, due: Day, state: State = .open, snoozedUntil: Day? = nil,
        reopened: Instant? = nil, rank: Rank = Rank(parts: [])
    ) {
        self.id = id
        self.subject = subject
        self.development = development
        self.owner = owner
        self.reasons = reasons
        self.raised = raised
        self.due = due
        self.state = state
        self.snoozedUntil = snoozedUntil
        self.reopened = reopened
        self.rank = rank
    }
}

/// One line of the policy or tool that a development met, and the words that met it.
public struct AlertReason: Sendable, Hashable, Codable {
    /// What kind of line was met.
    public enum Kind: String, Sendable, Codable {
        /// The policy's topic, in one of its jurisdictions.
        case topic
        /// An authority that the policy or a section of it relies on.
        case reliance
        /// A name of the tool or its vendor.
        case name
        /// A matter that somebody follows.
        case followed
        /// What the question is about moved on since it was put or answered.
        case step
        /// A quoted passage of law that is gone.
        case quote
        /// A clause of the tool's vendor's terms that changed, or was not found any more.
        case terms
    }
    /// Which kind it is.
    public var kind: Kind
    /// The topic's name, the citation, the tool's name or the matter.
    public var value: String
    /// The policy's section; nil where it is the policy as a whole.
    public var section: String?
    /// The jurisdictions that policy and development share.
    public var jurisdictions: [Jurisdiction]
    /// The evidence.
    public var evidence: [Evidence]
    /// Evidence that stands in the text.
    public var words: [Evidence] { evidence.filter { $0.field != .source } }
    /// What was weighed besides words of the text, each in a clause.
    public var remarks: [String] { evidence.filter { $0.field == .source }.map(\.words) }

    /// What a matter that has neither citation nor name is called.
    public static let unnamedMatter = "the same matter"

    /// A reason from its parts.
    public init(
        kind: Kind, value: String, section: String? = nil, jurisdictions: [Jurisdiction] = [],
        evidence: [Evidence] = []
    ) {
        self.kind = kind
        self.value = value
        self.section = section
        self.jurisdictions = jurisdictions
        self.evidence = evidence
    }
}

/// How far up something is shown, with the parts that add up to it.
public struct Rank: Sendable, Hashable, Codable {
    /// One part of the sum.
    public struct Part: Sendable, Hashable, Codable {
        /// What is weighed, such as `authority: court`.
        public var name: String
        /// What it adds to the sum; negative where it takes away.
        public var points: Int
        /// A part from its name and points.
        public init(_ name: String, _ points: Int) {
            self.name = name
            self.points = points
        }
    }
    /// The parts.
    public var parts: [Part]
    /// A rank from its parts.
    public init(parts: [Part]) { self.parts = parts }
    /// The sum of the parts.
    public var total: Int { parts.reduce(0) { $0 + $1.points } }

    private enum Key: CodingKey { case parts, total }

    /// Reads the parts.
    public init(from decoder: any Decoder) throws {
        parts = try decoder.container(keyedBy: Key.self).decode([Part].self, forKey: .parts)
    }

    /// Writes the parts and their sum.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(parts, forKey: .parts)
        try container.encode(total, forKey: .total)
    }
}

/// The owner's answer to an alert.
public struct Assessment: Sendable, Equatable {
    /// What an owner can answer.
    public enum Answer: String, Sendable, CaseIterable, Codable {
        case noImpact = "no-impact"
        case needsUpdate = "needs-update"
    }
    /// The alert.
    public var alert: RowID<Alert>
    /// The answer.
    public var answer: Answer
    /// The note.
    public var note: String
    /// Who answered.
    public var actor: String
    /// When it happened.
    public var at: Instant
    /// An assessment from its parts.
    public init(alert: RowID<Alert>, answer: Answer, note: String, actor: String, at: Instant) {
        self.alert = alert
        self.answer = answer
        self.note = note
        self.actor = actor
        self.at = at
    }
}

/// A status set on a policy by a person.
public struct PolicyMark: Sendable, Equatable {
    /// What a person can say of a policy.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case needsUpdate = "needs-update"
        case reviewed, updated
    }
    /// The policy.
    public var policy: ID<Policy>
    /// Which kind it is.
    public var kind: Kind
    /// The alert, item or address that gave cause; nil where there was none.
    public var because: String?
    /// The note.
    public var note: String
    /// The actor.
    public var actor: String
    /// When it happened.
    public var at: Instant
    /// The day by which an update is promised.
    public var due: Day?
    /// A mark from its parts.
    public init(
        policy: ID<Policy>, kind: Kind, because: String? = nil, note: String = "", actor: String, at: Instant,
        due: Day? = nil
    ) {
        self.policy = policy
        self.kind = kind
        self.because = because
        self.note = note
        self.actor = actor
        self.at = at
        self.due = due
    }
}

/// A policy's status, which follows from its marks, its open alerts and its review interval.
public enum PolicyStatus: String, Sendable, CaseIterable, Codable {
    case current
    case reviewDue = "review-due"
    case alertsOpen = "alerts-open"
    case needsUpdate = "needs-update"
    case overdue
}

/// One alert, as far as one line of a listing shows it.
public struct AlertLine: Sendable, Equatable {
    /// The alert.
    public var id: RowID<Alert>
    /// By when an answer is suggested.
    public var due: Day
    /// The name of the policy or tool.
    public var subject: String
    /// What the development's item that is shown first is called.
    public var title: String
    /// Whose law that item speaks of, as codes with spaces between.
    public var law: String
    /// How far up it is shown.
    public var rank: Int
    /// The answer, where the question is answered.
    public var answer: Assessment.Answer?
    /// A line from its parts.
    public init(
        id: RowID<Alert>, due: Day, subject: String, title: String, law: String, rank: Int = 0,
        answer: Assessment.Answer? = nil
    ) {
        self.id = id
        self.due = due
        self.subject = subject
        self.title = title
        self.law = law
        self.rank = rank
        self.answer = answer
    }
}
