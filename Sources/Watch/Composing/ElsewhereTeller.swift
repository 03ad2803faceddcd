import Digests
import Model
import Register
import Store

/// Tells an owner which open questions about what is theirs are not put to them now: others have them, or they are put off.
struct ElsewhereTeller {
    let context: DigestContext
    private var store: Store { context.store }

    /// The questions by what they are about, the highest ranked first.
    ///
    /// - Parameters:
    ///   - owner: The owner.
    ///   - asleep: Questions to the owner that are put off.
    ///   - policy: Only about this policy; about any where nil.
    /// - Returns: The questions.
    /// - Throws: `StoreProblem`.
    func questions(
        of owner: Owner, asleep: [AlertSummary], policy: ID<Policy>?
    ) throws -> [Alert.Subject: [QuestionElsewhere]] {
        let own = context.register.policies.filter { $0.owner == owner.id && (policy == nil || policy == $0.id) }
        let held = try own.flatMap {
            try store.alerts(AlertQuery(exceptOwner: owner.id, state: .open, subject: .policy($0.id)))
        }
        guard !(held + asleep).isEmpty else { return [:] }
        let passings = try store.passings(of: held.map(\.alert.id))
        let snoozers = Dictionary(
            try store.putOff(beyond: context.today).map { ($0.alert, $0.actor) }
        ) { first, _ in first }
        return Dictionary(grouping: held + asleep, by: \.alert.subject).mapValues { group in
            group.map { summary in
                let alert = summary.alert
                return QuestionElsewhere(
                    alert: alert.id, title: summary.item.title, language: summary.item.language,
                    holder: alert.owner == owner.id ? nil : holder(of: alert, passings[alert.id]),
                    until: alert.snoozedUntil.flatMap { $0 > context.today ? $0 : nil },
                    actor: snoozers[alert.id] ?? "")
            }
        }
    }

    private func holder(of alert: Alert, _ passing: Passing?) -> QuestionElsewhere.Holder {
        let since = context.day(of: passing?.at ?? alert.reopened ?? alert.raised)
        let cause: QuestionElsewhere.Cause? =
            switch passing?.action {
            case "delegate": .passed
            // Before the grace is over only mail that was refused has a deputy asked.
            case "escalate": since > alert.due.adding(days: AlertTransitions.graceDays) ? .late : .unreached
            default: nil
            }
        let name = context.register.owners.first { $0.id == alert.owner }?.name ?? alert.owner.rawValue
        return QuestionElsewhere.Holder(name: name, since: since, cause: cause, actor: passing?.actor ?? "")
    }
}
