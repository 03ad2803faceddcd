public import Model

/// One policy, tool or followed matter that needs the reader, with the questions about it.
public struct DigestEntry: Sendable, Equatable, Codable {
    /// What is asked about.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case policy, tool, matter
    }

    /// Whether it is a policy, a tool, or a matter that the reader follows without a policy.
    public var kind: Kind
    /// Its name in the register, or the matter.
    public var id: String
    /// What it is called.
    public var title: String
    /// The owner's own remark, printed in each digest.
    @Nullable public var note: String?
    /// Where the policy stands; nil for a tool.
    @Nullable public var status: PolicyStatus?
    /// What the organisation allows; nil for a policy.
    @Nullable public var riskClass: AITool.RiskClass?
    /// The day of the next review by the calendar; nil where there is none.
    @Nullable public var reviewDue: Day?
    /// The last day of the contract with the tool's vendor, where it is near or past; nil for a policy.
    @Nullable public var contractUntil: Day?
    /// Whether the register has it no more: its questions stay open until a person settles them.
    public var isRemoved: Bool
    /// The questions, new ones and the highest ranked first.
    public var questions: [Question]
    /// Open questions that are not listed here.
    public var moreOpen: Int
    /// Whom the reader stands in for; nil for the owner.
    @Nullable public var deputyFor: String?
    /// Who says that the policy needs an update; nil where nobody does.
    @Nullable public var needed: NeededUpdate?
    /// Open questions that others have, or that are put off; nil where there are none.
    @Nullable public var elsewhere: [QuestionElsewhere]?

    /// A digest entry from its parts.
    public init(
        kind: Kind = .policy, id: String, title: String, note: String? = nil, status: PolicyStatus? = nil,
        riskClass: AITool.RiskClass? = nil, reviewDue: Day? = nil, contractUntil: Day? = nil,
        isRemoved: Bool = false, questions: [Question] = [], moreOpen: Int = 0, deputyFor: String? = nil,
        needed: NeededUpdate? = nil, elsewhere: [QuestionElsewhere]? = nil
    ) {
        self.kind = kind
        self.id = id
        self.title = title
        self.note = note
        self.status = status
        self.riskClass = riskClass
        self.reviewDue = reviewDue
        self.contractUntil = contractUntil
        self.isRemoved = isRemoved
        self.questions = questions
        self.moreOpen = moreOpen
        self.deputyFor = deputyFor
        self.needed = needed
        self.elsewhere = elsewhere
    }
}

/// One alert: what happened, why it is asked, and how to answer.
public struct Question: Sendable, Equatable, Codable {
    /// The alert's number.
    public var alert: RowID<Alert>
    /// Whether the reader has not been told of it before.
    public var isNew: Bool
    /// When it was put first.
    public var raised: Instant
    /// When it was put again after an answer, as the matter moved on.
    @Nullable public var reopened: Instant?
    /// The day by which an answer is suggested.
    @Nullable public var due: Day?
    /// What happened.
    public var development: ReportedDevelopment
    /// Why it is asked, the strongest first.
    public var reasons: [Reason]
    /// What its place in the list is made of.
    public var rank: Rank
    /// The exact commands that answer it.
    public var commands: [AnswerCommand]
    /// The page on which it can be answered; nil without the web face.
    @Nullable public var link: String?
    /// Earlier answers to similar questions.
    public var earlier: [EarlierAnswer]
    /// How the matter went on since.
    public var later: Continuation

    /// A question from its parts.
    public init(
        alert: RowID<Alert>, isNew: Bool, raised: Instant, reopened: Instant? = nil, due: Day? = nil,
        development: ReportedDevelopment, reasons: [Reason] = [], rank: Rank = Rank(parts: []),
        commands: [AnswerCommand] = [], link: String? = nil, earlier: [EarlierAnswer] = [],
        later: Continuation = Continuation()
    ) {
        self.alert = alert
        self.isNew = isNew
        self.raised = raised
        self.reopened = reopened
        self.due = due
        self.development = development
        self.reasons = reasons
        self.rank = rank
        self.commands = commands
        self.link = link
        self.earlier = earlier
        self.later = later
    }
}

/// One line of the policy or tool that a development met, and the words that met it.
public struct Reason: Sendable, Equatable, Codable {
    /// What kind of line was met.
    public var kind: AlertReason.Kind
    /// The topic's title in the reader's language, the citation, the tool's name or the matter.
    public var value: String
    /// The section with its number and title; nil for the policy as a whole.
    @Nullable public var section: String?
    /// The jurisdictions that policy and development share.
    public var jurisdictions: [Jurisdiction]
    /// The words that matched, some of them.
    public var words: [MatchedWords]
    /// Who set the topic, where a person did.
    @Nullable public var label: Label?

    /// That a person set a topic.
    public struct Label: Sendable, Equatable, Codable {
        /// Who.
        public var actor: String
        /// When.
        public var at: Instant

        /// A label from its parts.
        public init(actor: String, at: Instant) {
            self.actor = actor
            self.at = at
        }
    }

    /// A reason from its parts.
    public init(
        kind: AlertReason.Kind, value: String, section: String? = nil, jurisdictions: [Jurisdiction] = [],
        words: [MatchedWords] = [], label: Label? = nil
    ) {
        self.label = label
        self.kind = kind
        self.value = value
        self.section = section
        self.jurisdictions = jurisdictions
        self.words = words
    }
}

/// Words of an item that matched, with some words around them.
public struct MatchedWords: Sendable, Equatable, Codable {
    /// The words as the item has them.
    public var words: String
    /// Some words before, the words themselves, some words after; empty where there are none.
    public var context: String

    /// A matched words from its parts.
    public init(
        words: String, context: String = ""
    ) {
        self.words = words
        self.context = context
    }
}

/// A command that gives one answer.
public struct AnswerCommand: Sendable, Equatable, Codable {
    /// The answer.
    public var answer: Assessment.Answer
    /// The command as it is typed.
    public var command: String

    /// An answer command from its parts.
    public init(
        answer: Assessment.Answer, command: String
    ) {
        self.answer = answer
        self.command = command
    }
}

/// An answer that was given to a similar question.
public struct EarlierAnswer: Sendable, Equatable, Codable {
    /// That question's number.
    public var alert: RowID<Alert>
    /// What that development was called.
    public var title: String
    /// The answer.
    public var answer: Assessment.Answer
    /// The note.
    public var note: String
    /// Who answered.
    public var actor: String
    /// When it was answered.
    public var day: Day
    /// What both have in common, in the reader's language.
    public var shared: [String]

    /// An earlier answer from its parts.
    public init(
        alert: RowID<Alert>, title: String, answer: Assessment.Answer, note: String = "", actor: String = "", day: Day,
        shared: [String] = []
    ) {
        self.alert = alert
        self.title = title
        self.answer = answer
        self.note = note
        self.actor = actor
        self.day = day
        self.shared = shared
    }
}
