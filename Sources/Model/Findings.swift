/// A value and the words that proved it.
public struct Proven<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// The value itself.
    public var value: Value
    /// The evidence.
    public var evidence: [Evidence]
    /// A value with its proof.
    public init(_ value: Value, _ evidence: [Evidence]) {
        self.value = value
        self.evidence = evidence
    }
}

/// A topic that an item is about, and why.
public struct TopicTag: Sendable, Hashable, Codable {
    /// The topic.
    public var topic: ID<Topic>
    /// The words that matched.
    public var evidence: [Evidence]
    /// The part of the topic's expression that they satisfied, as the file spells it.
    public var rule: String
    /// Whether a person set it, against or beside the rules.
    public var isByHand: Bool
    /// A tag from its parts.
    public init(topic: ID<Topic>, evidence: [Evidence], rule: String, isByHand: Bool = false) {
        self.topic = topic
        self.evidence = evidence
        self.rule = rule
        self.isByHand = isByHand
    }
}

/// A topic that an item missed by one operand.
public struct NearMiss: Sendable, Hashable, Codable {
    /// The topic.
    public var topic: ID<Topic>
    /// What did match.
    public var evidence: [Evidence]
    /// What would have been needed: concepts, or the gate, in the words of the file.
    public var lacked: String
    /// A near miss from its parts.
    public init(topic: ID<Topic>, evidence: [Evidence], lacked: String) {
        self.topic = topic
        self.evidence = evidence
        self.lacked = lacked
    }

    /// The rule of evidence that kept the item from the topic, where that asks for something not to be there.
    public static let against = "speaks against it"
    /// What did match, without what spoke against the topic.
    public var matched: [Evidence] { evidence.filter { $0.rule != Self.against } }
    /// What would have been needed, and the words of the text that stood against it.
    public var told: String {
        let words = evidence.filter { $0.rule == Self.against }.map { "“\($0.words)”" }
        return words.isEmpty ? lacked : "\(lacked): it says \(words.joined(separator: ", "))"
    }
}

/// What kind of legal thing an item reports.
public enum Instrument: String, Sendable, Codable, CaseIterable {
    case ruling, filing, legislation, regulation, guidance, consultation, enforcement, standard, other
}

/// How far the legal thing has come.
public enum Stage: String, Sendable, Codable, CaseIterable {
    case proposed, adopted
    case inForce = "in-force"
    case pending, decided, none
}

/// A date with legal effect that an item states.
public struct LegalDate: Sendable, Hashable, Codable {
    /// What happens on the date.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case effective, deadline, hearing
    }
    /// The day.
    public var date: Day
    /// Which kind it is.
    public var kind: Kind
    /// A date with its kind.
    public init(_ date: Day, _ kind: Kind) {
        self.date = date
        self.kind = kind
    }
}

/// What an item says was done to an authority.
public struct Treatment: Sendable, Hashable, Codable {
    /// The ways in which a later act or ruling treats an earlier one.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case overruled, annulled, repealed, stayed, amended, distinguished, applied
        /// Cues conflict.
        case unclear
        /// Whether it takes force away from the authority.
        public var isNegative: Bool {
            switch self {
            case .overruled, .annulled, .repealed, .stayed: true
            case .amended, .distinguished, .applied, .unclear: false
            }
        }
    }
    /// The authority's citation, else the name of the case or act, normalised, else the words that only point to a decision.
    public var authority: String
    /// Which kind it is.
    public var kind: Kind
    /// A treatment from its parts.
    public init(authority: String, kind: Kind) {
        self.authority = authority
        self.kind = kind
    }
}

/// Against whom a ruling or measure went.
public enum Outcome: String, Sendable, Codable, CaseIterable {
    /// Against those who make or use AI: an infringement, a fine, a ban.
    case against
    /// In their favour: a complaint was dismissed, a use was fair.
    case favour
    /// The text does not say, or says both.
    case unclear
}

/// Everything that the text of an item gave: its tags, its facts, and what it just missed.
public struct Findings: Sendable, Equatable, Codable {
    /// The topics that it is about.
    public var topics: [TopicTag] = []
    /// The jurisdictions.
    public var jurisdictions: [Proven<Jurisdiction>] = []
    /// The instrument.
    public var instrument: Proven<Instrument> = Proven(.other, [])
    /// How far the legal thing has come.
    public var stage: Proven<Stage> = Proven(.none, [])
    /// Citations, normalised, in order of appearance.
    public var citations: [Proven<String>] = []
    /// The dates.
    public var dates: [Proven<LegalDate>] = []
    /// Dates of which it says that what was to happen on them does not, and nothing in their stead.
    public var datesOff: [Proven<LegalDate>] = []
    /// What it says was done to other authorities.
    public var treatments: [Proven<Treatment>] = []
    /// Names of cases, acts and tools by which matters are followed, where no citation is stated.
    public var matterNames: [Proven<String>] = []
    /// Topics that the item missed by one operand.
    public var nearMisses: [NearMiss] = []

    /// Nothing found.
    public init() {}

    /// Whether the item concerns any topic.
    public var isRelevant: Bool { !topics.isEmpty }
}
