import Model
import Register
import Store

extension Session {
    /// Asks deputies about alerts that nobody answered within the grace after their day, and at once about those of an
    /// owner whose address refused the last mail for good.
    ///
    /// - Returns: How many were passed on.
    func escalate() throws -> Int {
        let refused = Set(try store.refusedRecipients())
        let unreached = register.owners.filter { $0.email.map(refused.contains) ?? false }
        return try passOn(from: unreached) + passOnLate(past: Set(unreached.map(\.id)))
    }

    private func passOn(from unreached: [Owner]) throws -> Int {
        let names = Set(unreached.map(\.id))
        var passed = 0
        for owner in unreached {
            for alert in try store.alerts(AlertQuery(owner: owner.id, state: .open, order: .due)).map(\.alert) {
                guard let deputy = register.deputies(for: alert.subject).first(where: { !names.contains($0) }) else {
                    continue
                }
                try store.delegate(
                    [alert.id], to: deputy, note: "mail to \(owner.id) at \(owner.email ?? "") was refused",
                    action: "escalate", by: "lexwatch", at: clock.now)
                passed += 1
            }
        }
        return passed
    }

    private func passOnLate(past unreached: Set<ID<Owner>>) throws -> Int {
        let today = workspace.today(in: settings.timeZone)
        let late = try store.alerts(
            AlertQuery(state: .open, dueBy: today.adding(days: -AlertTransitions.graceDays), order: .due))
        let asked = try store.passedOn(late.map(\.alert.id)).mapValues(settings.timeZone.day)
        var passed = 0
        for alert in late.map(\.alert) {
            let deputies = register.deputies(for: alert.subject)
                .filter { $0 == alert.owner || !unreached.contains($0) }
            let step = EscalationRules.step(for: alert, deputies: deputies, asked: asked[alert.id], today: today)
            guard case .ask(let deputy) = step else { continue }
            try store.delegate(
                [alert.id], to: deputy, note: "due on \(alert.due) and not answered by \(alert.owner)",
                action: "escalate", by: "lexwatch", at: clock.now)
            passed += 1
        }
        return passed
    }
}

extension PolicyRegister {
    /// Who is asked, in order, where the owner does not answer: of a tool, the deputies of its policies; of a matter
    /// nobody, as it concerns its follower alone.
    func deputies(for subject: Alert.Subject) -> [ID<Owner>] {
        switch subject {
        case .policy(let id): return policies.first { $0.id == id || $0.aliases.contains(id) }?.deputies ?? []
        case .tool(let id):
            guard let tool = tools.first(where: { $0.id == id || $0.aliases.contains(id) }) else { return [] }
            let governing = policies.filter { tool.policies.contains($0.id) }
            // Who is asked in the first place is nobody's deputy.
            var seen = Set(AlertRules.asked(about: tool, in: self))
            return governing.flatMap { [$0.owner] + $0.deputies }.filter { seen.insert($0).inserted }
        case .matter: return []
        }
    }
}
