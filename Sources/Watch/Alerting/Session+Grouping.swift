import Model
import Register
import Store

/// What grouping and alerting did.
struct GroupingReport {
    /// Developments that were not there before.
    var developments = 0
    /// Alerts that were not there before.
    var alerts = 0
}

extension Session {
    /// Items that are grouped at a time.
    private static let batch = 500
    /// Days back to which developments are compared with what is new.
    private static let memory = 90
    /// Developments that are compared at most, the newest ones.
    private static let mostCandidates = 3_000

    /// Groups what is new into developments, and raises the alerts that follow.
    func group() throws -> GroupingReport {
        var report = GroupingReport()
        var ids = try store.ungroupedItems(limit: Self.batch)
        guard !ids.isEmpty else { return report }
        let raiser = try raiser()
        var desk = try GroupingDesk(store, recent: recentDevelopments())
        while !ids.isEmpty {
            let changes = try desk.changes(for: store.foundItems(ids))
            let developments = try desk.settle(store.apply(changes))
            report.developments += changes.count { if case .insert = $0 { true } else { false } }
            report.alerts += try raiser.raise(about: developments).count
            ids = ids.count == Self.batch ? try store.ungroupedItems(limit: Self.batch) : []
        }
        return report
    }

    private func recentDevelopments() throws -> [Development] {
        Array(try store.developments(since: clock.now.adding(days: -Self.memory)).suffix(Self.mostCandidates))
    }

    private func raiser() throws -> AlertRaiser {
        let today = workspace.today(in: settings.timeZone)
        let ledger = try PolicyLedger(store, register, today: today)
        let reviews = try register.policies.compactMap { policy in
            try ledger.standing(of: policy).reviewDue.map { (policy.id, $0) }
        }
        let rules = AlertRules(
            register: register,
            followed: try store.follows().map { FollowedMatter(matter: $0.matter, owner: $0.owner) },
            documents: PolicyReader(register).documents, reviews: Dictionary(uniqueKeysWithValues: reviews))
        return AlertRaiser(store: store, rules: rules, today: today, now: clock.now)
    }
}
