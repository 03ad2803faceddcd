import Model
import Register
import Store

/// Puts the questions that developments raise to the owners of policies and tools.
struct AlertRaiser {
    let store: Store
    let rules: AlertRules
    let today: Day
    let now: Instant

    /// Earlier reports of one development that are weighed again beside what is new; each was weighed when it came.
    private static let mostEarlier = 12

    /// What raising did.
    struct Outcome {
        /// Questions that were not there before.
        var raised: [RowID<Alert>] = []
        /// Answered questions that were put again.
        var reopened: [RowID<Alert>] = []
    }

    /// Raises alerts about developments that are new or have grown, and puts answered ones again that moved on.
    ///
    /// - Parameters:
    ///   - developments: The developments.
    ///   - known: Items that need not be read again.
    /// - Returns: The alerts.
    /// - Throws: `StoreProblem`.
    func raise(about developments: [Development], knowing known: [FoundItem]) throws -> Outcome {
        let facts = try facts(of: developments, knowing: known)
        let proposals = facts.flatMap { rules.proposals(for: $0, raised: today) }
        var outcome = Outcome()
        if !proposals.isEmpty {
            outcome.raised = try store.raise(proposals.map(NewAlert.init), at: now).compactMap { result in
                if case .new(let id) = result { return id }
                return nil
            }
        }
        let asked = Dictionary(grouping: proposals, by: \.development).mapValues { Set($0.map(\.subject)) }
        outcome.reopened = try Reopener(store: store, rules: rules, today: today, now: now).reopen(
            Array(zip(developments, facts)), asked: asked)
        return outcome
    }

    private func facts(of developments: [Development], knowing known: [FoundItem]) throws -> [DevelopmentFacts] {
        var found = Dictionary(known.map { ($0.item.id, $0) }) { first, _ in first }
        let missing = developments.flatMap { development in
            development.members.lazy.map(\.item).filter { found[$0] == nil }.prefix(Self.mostEarlier)
        }
        if !missing.isEmpty { for item in try store.foundItems(missing) { found[item.item.id] = item } }
        return developments.map { development in
            DevelopmentFacts(development, development.members.compactMap { found[$0.item] })
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
