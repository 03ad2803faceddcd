public import Model

/// A question that is to be put.
public struct AlertProposal: Sendable, Equatable {
    /// What it is about.
    public var subject: Alert.Subject
    /// Who is asked.
    public var owner: ID<Owner>
    /// The development.
    public var development: RowID<Development>
    /// Why, the strongest kind first.
    public var reasons: [AlertReason]
    /// By when an answer is suggested, and why then.
    public var due: DueDates.Suggestion
    /// How far up it is shown.
    public var rank: Rank
}

/// A matter of which somebody wants to hear each step.
public struct FollowedMatter: Sendable, Hashable {
    /// The citation or name.
    public var matter: String
    /// Who follows it.
    public var owner: ID<Owner>
    /// A matter and its follower.
    public init(matter: String, owner: ID<Owner>) {
        self.matter = matter
        self.owner = owner
    }
}

/// An authority that a policy's document cites, and where.
public struct DocumentCitation: Sendable, Hashable {
    /// The citation, normalised.
    public var citation: String
    /// The section's number; nil before the first section.
    public var section: String?
    /// A citation and its section.
    public init(citation: String, section: String?) {
        self.citation = citation
        self.section = section
    }
}

/// Decides which questions a development puts to whom.
public struct AlertRules: Sendable {
    let register: PolicyRegister
    let followed: [FollowedMatter]
    let documents: [ID<Policy>: [DocumentCitation]]
    let reviews: [ID<Policy>: Day]
    let finders: [ID<AITool>: [NameFinder]]
    /// With what the names of tools begin.
    let initials: Set<Unicode.Scalar>
    /// What each policy of the register relies on.
    let reliances: [[ReliedAuthority]]

    /// Rules over a register.
    ///
    /// - Parameters:
    ///   - register: The policies and tools.
    ///   - followed: Matters that people follow.
    ///   - documents: What the policies' own documents cite.
    ///   - reviews: The days of the policies' next reviews.
    public init(
        register: PolicyRegister, followed: [FollowedMatter] = [], documents: [ID<Policy>: [DocumentCitation]] = [:],
        reviews: [ID<Policy>: Day] = [:]
    ) {
        self.register = register
        self.followed = followed.sorted { ($0.owner, $0.matter) < ($1.owner, $1.matter) }
        self.documents = documents
        self.reviews = reviews
        finders = Dictionary(
            register.tools.map { tool in
                (
                    tool.id,
                    Set([tool.name] + tool.names + (tool.vendor.map { [$0] } ?? [])).sorted().map(NameFinder.init)
                )
            }, uniquingKeysWith: { first, _ in first })
        initials = Set(finders.values.joined().flatMap(\.initials))
        reliances = register.policies.map { policy in
            Self.reliance(of: policy, document: documents[policy.id] ?? []).map(ReliedAuthority.init)
        }
    }

    /// The questions, in the register's order: policies, then tools; one for each subject and owner.
    public func proposals(for facts: DevelopmentFacts, raised: Day) -> [AlertProposal] {
        var drafts: [(subject: Alert.Subject, owner: ID<Owner>, reasons: [AlertReason])] = []
        for (policy, reliance) in zip(register.policies, reliances) {
            let reasons = topicReasons(policy, facts) + relianceReasons(reliance, facts)
            if !reasons.isEmpty { drafts.append((.policy(policy.id), policy.owner, reasons)) }
        }
        let isNamed = !register.tools.isEmpty && !facts.topics.isEmpty
        let texts = isNamed ? facts.members.map { NamedText($0.text, wordsWith: initials) } : []
        for tool in register.tools {
            let reasons = toolReasons(tool, facts, texts)
            for owner in reasons.isEmpty ? [] : Self.asked(about: tool, in: register) {
                drafts.append((.tool(tool.id), owner, reasons))
            }
        }
        for (owner, reason) in followedReasons(facts) {
            if let index = drafts.firstIndex(where: { $0.owner == owner }) {
                drafts[index].reasons.append(reason)
            } else {
                drafts.append((subject(of: reason.value, for: owner), owner, [reason]))
            }
        }
        return drafts.map { proposal($0.subject, $0.owner, $0.reasons, facts, raised) }
    }

    private func proposal(
        _ subject: Alert.Subject, _ owner: ID<Owner>, _ reasons: [AlertReason], _ facts: DevelopmentFacts, _ raised: Day
    ) -> AlertProposal {
        let ordered = reasons.enumerated()
            .sorted { ($0.element.kind.weight, $0.offset) < ($1.element.kind.weight, $1.offset) }.map(\.element)
        var review: Day?
        if case .policy(let id) = subject { review = reviews[id] }
        return AlertProposal(
            subject: subject, owner: owner, development: facts.id, reasons: ordered,
            due: DueDates.suggestion(for: facts, raised: raised, review: review),
            rank: AlertRank.rank(of: facts, ordered, raised: raised))
    }

    /// Who is asked about a tool: its owner, else the owners of its policies, else the register's first owner, so
    /// that a question is never put to nobody.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - register: The register that it belongs to.
    /// - Returns: The owners.
    public static func asked(about tool: AITool, in register: PolicyRegister) -> [ID<Owner>] {
        if let owner = tool.owner { return [owner] }
        let owners = Set(register.policies.filter { governs($0, tool) }.map(\.owner)).sorted()
        return owners.isEmpty ? register.owners.prefix(1).map(\.id) : owners
    }

    static func governs(_ policy: Policy, _ tool: AITool) -> Bool {
        tool.policies.contains { $0 == policy.id || policy.aliases.contains($0) }
    }

    /// What a follower's question is about: the first policy of theirs, else the first that they are a deputy for, else
    /// the matter itself, as nobody else's policy is theirs to judge.
    private func subject(of matter: String, for owner: ID<Owner>) -> Alert.Subject {
        let own = register.policies.first { $0.owner == owner }
        let policy = own ?? register.policies.first { $0.deputies.contains(owner) }
        return policy.map { .policy($0.id) } ?? .matter(matter)
    }
}

extension AlertReason.Kind {
    /// The place among the reasons of one alert.
    var weight: Int {
        switch self {
        case .step: 0
        case .reliance: 1
        case .quote: 2
        case .followed: 3
        case .terms: 4
        case .topic: 5
        case .name: 6
        }
    }
}
