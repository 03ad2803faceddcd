import Model
import Register
import Store
import Tagging

/// Puts the questions that developments raise to the owners of policies and tools.
struct AlertRaiser {
    let store: Store
    let rules: AlertRules
    let register: PolicyRegister
    let today: Day
    let now: Instant
    /// Reads against whom a decision went.
    let reader: @Sendable () throws -> FactReader

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
        // Read anew each time, since an edit or a label may have changed what was read before.
        let shelf = ItemShelf(store, holding: known)
        let fresh = Set(known.map(\.item.id))
        let facts = try facts(of: developments, fresh, on: shelf)
        let proposals = try unasked(facts.flatMap { rules.proposals(for: $0, raised: today) })
        let asked = Dictionary(grouping: proposals, by: \.development).mapValues { Set($0.map(\.subject)) }
        let changes = try ChangeReader(
            store: store, shelf: shelf, fresh: fresh, today: today, facts: reader, latestEdit: store.latestEdit())
        let moved = try Reopener(
            store: store, rules: rules, register: register, today: today, changes: changes
        ).reopenings(
            Array(zip(developments, facts)), asked: asked)
        let results = try store.weigh(
            developments.map(\.id), raising: proposals.map(NewAlert.init), reopening: moved.reopenings, at: now)
        let raised = results.compactMap { result in
            if case .new(let id) = result { return id }
            return nil as RowID<Alert>?
        }
        return Outcome(raised: raised, reopened: moved.answered.sorted())
    }

    /// The proposals without those that somebody was asked before whose policy or tool has passed to the owner since: the
    /// question is theirs now, with its answer.
    private func unasked(_ proposals: [AlertProposal]) throws -> [AlertProposal] {
        guard !proposals.isEmpty else { return [] }
        let known = Dictionary(
            grouping: try store.alerts(about: Set(proposals.map(\.development)).sorted()), by: \.development)
        return proposals.filter { proposal in
            !(known[proposal.development] ?? []).contains { alert in
                alert.subject == proposal.subject && alert.owner != proposal.owner
                    && register.answering(for: alert) == proposal.owner
            }
        }
    }

    private func facts(
        of developments: [Development], _ fresh: Set<RowID<Item>>, on shelf: ItemShelf
    ) throws -> [DevelopmentFacts] {
        // Most of a large development is older than anything new, which is soon told.
        let first = fresh.min() ?? RowID(.max)
        let weighed = developments.map { Self.weighed(of: $0, fresh, from: first) }
        try shelf.fetch(weighed.joined())
        return try zip(developments, weighed).map { DevelopmentFacts($0, try shelf.items($1)) }
    }

    /// The items of a development that are weighed, in its order: all that are new, and some of the others.
    private static func weighed(
        of development: Development, _ fresh: Set<RowID<Item>>, from first: RowID<Item>
    ) -> [RowID<Item>] {
        var rest = mostEarlier
        return development.members.lazy.map(\.item).filter { item in
            if item >= first, fresh.contains(item) { return true }
            rest -= 1
            return rest >= 0
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
