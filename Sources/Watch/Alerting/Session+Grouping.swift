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

    /// Groups what is new into developments, and raises the alerts that follow.
    func group() throws -> GroupingReport {
        var report = GroupingReport()
        let raiser = try raiser()
        while true {
            let ids = try store.ungroupedItems(limit: Self.batch)
            guard !ids.isEmpty else { break }
            let changes = try developments(of: store.foundItems(ids))
            let developments = try store.apply(changes)
            report.developments += changes.count { if case .insert = $0 { true } else { false } }
            report.alerts += try raiser.raise(about: Array(Set(developments)).sorted()).count
            guard ids.count == Self.batch else { break }
        }
        return report
    }

    private func developments(of items: [FoundItem]) throws -> [DevelopmentChange] {
        items.map { found in
            .insert(
                NewDevelopment(
                    members: [.init(item: found.item.id, because: "the first report")], firstSeen: found.item.firstSeen,
                    matters: found.findings.citations.map(\.value) + found.findings.matterNames.map(\.value)))
        }
    }

    private func raiser() throws -> AlertRaiser {
        let today = workspace.today(in: settings.timeZone)
        let ledger = try PolicyLedger(store, register, today: today)
        let reviews = try register.policies.compactMap { policy in
            try ledger.standing(of: policy).reviewDue.map { (policy.id, $0) }
        }
        let rules = AlertRules(
            register: register, followed: try store.follows().map { FollowedMatter(matter: $0.matter, owner: $0.owner) },
            documents: PolicyReader(register).documents, reviews: Dictionary(uniqueKeysWithValues: reviews))
        return AlertRaiser(store: store, rules: rules, today: today, now: clock.now)
    }
}
