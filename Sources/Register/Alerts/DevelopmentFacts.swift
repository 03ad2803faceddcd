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
    public var id: RowID<Development>
    /// Its items, the one that is shown first.
    public var members: [Member]
    /// Citations and names by which the matter is followed.
    public var matters: [String]

    /// Facts from their parts.
    public init(id: RowID<Development>, members: [Member], matters: [String] = []) {
        self.id = id
        self.members = members
        self.matters = matters
    }

    /// The jurisdictions of all items, in order, once each.
    public var jurisdictions: [Jurisdiction] {
        Set(members.flatMap { $0.findings.jurisdictions.map(\.value) }).sorted()
    }

    /// The topics with the words of every item that proved them, in order of names.
    var topics: [(id: ID<Topic>, evidence: [Evidence])] {
        let tags = Dictionary(grouping: members.flatMap(\.findings.topics), by: \.topic)
        return tags.sorted { $0.key < $1.key }.map { ($0.key, merged($0.value.map(\.evidence))) }
    }

    /// The citations with the words that stated them, treatments among them, by comparable form.
    var citations: [String: [Evidence]] {
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
    var isNegative: Bool { members.contains { $0.findings.treatments.contains { $0.value.kind.isNegative } } }
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
    var seen: Set<Evidence> = []
    return evidence.joined().filter { seen.insert($0).inserted }
}
