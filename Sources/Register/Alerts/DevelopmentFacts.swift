public import Model

/// A development as the rules see it: its items with what their texts gave and how their sources speak.
public struct DevelopmentFacts: Sendable {
    /// One item of the development.
    public struct Member: Sendable, Equatable {
        /// The item's text, in which names of tools are looked for.
        public var text: ItemText
        /// What the text gave.
        public var findings: Findings
        /// The kind of body that published it.
        public var authority: Source.Authority
        /// A member from its parts.
        public init(text: ItemText, findings: Findings, authority: Source.Authority) {
            self.text = text
            self.findings = findings
            self.authority = authority
        }
    }
    /// The development.
    public let id: RowID<Development>
    /// Its items, the one that is shown first.
    public let members: [Member]
    /// Citations and names by which the matter is followed.
    public let matters: [String]
    /// Whether it is a later step of a matter of which an earlier one is known.
    public let isLaterStep: Bool
    /// The topics, in order of names.
    let topics: [ID<Topic>]
    /// The jurisdictions of all items, in order, once each.
    public let jurisdictions: [Jurisdiction]
    /// The citations with the words that stated them, treatments among them, by comparable form.
    let citations: [String: [Evidence]]

    /// Facts from their parts.
    public init(id: RowID<Development>, members: [Member], matters: [String] = [], isLaterStep: Bool = false) {
        self.id = id
        self.members = members
        self.matters = matters
        self.isLaterStep = isLaterStep
        topics = Set(members.flatMap { $0.findings.topics.map(\.topic) }).sorted()
        jurisdictions = Set(members.flatMap { $0.findings.jurisdictions.map(\.value) }).sorted()
        citations = Self.citations(of: members, matters)
    }

    /// The words of every item that proved a topic.
    func evidence(of topic: ID<Topic>) -> [Evidence] {
        merged(members.flatMap { $0.findings.topics.filter { $0.topic == topic }.map(\.evidence) })
    }

    private static func citations(of members: [Member], _ matters: [String]) -> [String: [Evidence]] {
        var found: [String: [Evidence]] = [:]
        for matter in matters { found[Citation.key(matter)] = [] }
        for findings in members.map(\.findings) {
            for citation in findings.citations { found[Citation.key(citation.value), default: []] += citation.evidence }
            for treatment in findings.treatments {
                found[Citation.key(treatment.value.authority), default: []] += treatment.evidence.map {
                    var evidence = $0
                    evidence.rule = treatment.value.kind.rawValue
                    return evidence
                }
            }
        }
        return found.mapValues { merged([$0]) }
    }

    /// How far the legal thing has come: what a primary source says before what a commentary says, and then the
    /// furthest.
    public var stage: Stage {
        let stated = members.filter { $0.findings.stage.value != .none }
        let primary = stated.filter(\.authority.isPrimary)
        return (primary.isEmpty ? stated : primary).map(\.findings.stage.value).max {
            ($0.progress, $0.rawValue) < ($1.progress, $1.rawValue)
        }
            ?? .none
    }

    /// Dates with legal effect, in order, once each.
    public var dates: [LegalDate] {
        Set(members.flatMap { $0.findings.dates.map(\.value) })
            .sorted { ($0.date, $0.kind.rawValue) < ($1.date, $1.kind.rawValue) }
    }

    /// Whether an item says that an authority lost its force.
    public var isNegative: Bool { members.contains { $0.findings.treatments.contains { $0.value.kind.isNegative } } }
}

extension Stage {
    /// How far along a stage is, so that stages compare.
    public var progress: Int {
        switch self {
        case .none: 0
        case .proposed, .pending: 1
        case .adopted: 2
        case .decided, .inForce: 3
        }
    }
}

/// Evidence of several items, once each, in order of appearance.
func merged(_ evidence: [[Evidence]]) -> [Evidence] {
    let all = Array(evidence.joined())
    // A few are compared sooner than hashed.
    if all.count <= 8 {
        return all.enumerated().filter { index, piece in !all[..<index].contains(piece) }.map(\.element)
    }
    var seen: Set<Evidence> = []
    return all.filter { seen.insert($0).inserted }
}
