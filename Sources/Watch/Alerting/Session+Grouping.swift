import Model
import Register
import Store

extension Session {
    /// What groups items and asks owners in this run.
    func grouping() throws -> Grouping {
        let vocabulary = settings.vocabulary
        return try Grouping(
            store, raiser(), tables: { try TaggingTools.groupingTables(in: vocabulary) }, now: clock.now)
    }

    private func raiser() throws -> AlertRaiser {
        let today = workspace.today(in: settings.timeZone)
        let ledger = try PolicyLedger(store, register, today: today, zone: settings.timeZone)
        let reviews = try register.policies.compactMap { policy in
            try ledger.standing(of: policy).reviewDue.map { (policy.id, $0) }
        }
        let rules = AlertRules(
            register: register,
            followed: try store.follows().map { FollowedMatter(matter: $0.matter, owner: $0.owner) },
            documents: PolicyReader(register).documents, reviews: Dictionary(uniqueKeysWithValues: reviews))
        let tagging = tagging
        return AlertRaiser(
            store: store, rules: rules, register: register, today: today, now: clock.now,
            reader: { try tagging.factReader() })
    }
}
