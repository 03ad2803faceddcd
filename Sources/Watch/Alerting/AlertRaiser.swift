import Model
import Register
import Store

/// Puts the questions that developments raise to the owners of policies and tools.
struct AlertRaiser {
    let store: Store
    let rules: AlertRules
    let today: Day
    let now: Instant

    /// Developments whose facts are read at a time.
    private static let batch = 200

    /// Raises alerts about developments that are new or have grown.
    ///
    /// - Returns: The alerts that were not there before.
    func raise(about developments: [RowID<Development>]) throws -> [RowID<Alert>] {
        var raised: [RowID<Alert>] = []
        var rest = developments[...]
        while !rest.isEmpty {
            let facts = try facts(of: Array(rest.prefix(Self.batch)))
            rest = rest.dropFirst(Self.batch)
            let proposals = facts.flatMap { rules.proposals(for: $0, raised: today) }
            let results = try store.raise(proposals.map(NewAlert.init), at: now)
            raised += results.compactMap { result in
                if case .new(let id) = result { return id }
                return nil
            }
        }
        return raised
    }

    /// The facts of developments, read in few questions to the store.
    private func facts(of ids: [RowID<Development>]) throws -> [DevelopmentFacts] {
        let developments = try ids.compactMap { try store.development($0) }
        let members = Set(developments.flatMap { $0.members.map(\.item) }).sorted()
        let found = Dictionary(try store.foundItems(members).map { ($0.item.id, $0) }) { first, _ in first }
        return developments.map { development in
            DevelopmentFacts(
                id: development.id,
                members: development.members.compactMap { found[$0.item] }.map {
                    DevelopmentFacts.Member(text: $0.item.text, findings: $0.findings, authority: $0.authority)
                },
                matters: development.matters)
        }
    }
}

extension NewAlert {
    init(_ proposal: AlertProposal) {
        self.init(
            subject: proposal.subject, development: proposal.development, owner: proposal.owner,
            reasons: proposal.reasons, due: proposal.due.day, rank: proposal.rank)
    }
}
