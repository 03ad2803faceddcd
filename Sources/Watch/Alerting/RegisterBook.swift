import Foundation
import Model
import Register
import Store

/// Keeps the register as it was loaded, and records what changed since it was loaded last.
struct RegisterBook {
    let store: Store
    let register: PolicyRegister
    let now: Instant

    /// Records the changes, and has open alerts follow their policies, tools and owners.
    ///
    /// - Returns: What a person has to know of alerts that lost what they were about, a sentence each.
    /// - Throws: `StoreProblem`.
    func record() throws -> [String] {
        let bytes = try Self.bytes(of: register)
        let before = try store.lastRegister()
        guard before != bytes else { return [] }
        let old = (try before.map(PolicyRegister.init(stored:)) ?? PolicyRegister()).referring(byNamesOf: register)
        // Alerts move first: where this breaks off, it is done again, as the register counts as changed still.
        let notes = try AlertMover(store: store, old: old, new: register, now: now).move()
        let changes = RegisterChanges.between(old, register).map {
            RegisterChange(subject: $0.subject, what: $0.what, before: $0.before, after: $0.after)
        }
        try store.saveRegister(bytes, changes: changes, by: AlertMover.actor, at: now)
        return notes
    }

    /// Records the class that the file gives to a tool, where no run has done so yet: what a person says of it next is later
    /// than the file.
    func recordClass(of id: ID<AITool>) throws {
        guard let bytes = try store.lastRegister(), let tool = register.tools.first(where: { $0.id == id }) else {
            return
        }
        var known = try PolicyRegister(stored: bytes)
        guard let index = known.tools.firstIndex(where: { $0.id == id || tool.aliases.contains($0.id) }),
            known.tools[index].riskClass != tool.riskClass
        else { return }
        let before = known.tools[index].riskClass
        known.tools[index].riskClass = tool.riskClass
        try store.saveRegister(
            try Self.bytes(of: known),
            changes: [
                RegisterChange(
                    subject: "tool \(known.tools[index].id)", what: "class", before: before.rawValue,
                    after: tool.riskClass.rawValue)
            ], by: AlertMover.actor, at: now)
    }

    /// A register as it is kept.
    private static func bytes(of register: PolicyRegister) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(register))
    }
}

/// Has open alerts follow a register that people changed: none is left with a name that nobody answers to.
struct AlertMover {
    let store: Store
    let old: PolicyRegister
    let new: PolicyRegister
    let now: Instant

    /// Who did it, on record.
    static let actor = "lexwatch"

    /// Moves the alerts.
    ///
    /// - Returns: What became of those whose policy, tool or owner is gone, a sentence each.
    /// - Throws: `StoreProblem`.
    func move() throws -> [String] {
        for owner in new.owners {
            for alias in owner.aliases where !has(alias) {
                try store.renameOwner(alias, to: owner.id, by: Self.actor, at: now)
            }
        }
        for policy in new.policies { try follow(policy) }
        for tool in new.tools { try follow(tool) }
        let open = try store.alerts(AlertQuery(state: .open, order: .newest)).map(\.alert)
        return try tellRemoved(open) + adopt(open) + adoptFollows()
    }

    /// A renamed policy keeps its alerts; one with a new owner has them answered by that owner.
    private func follow(_ policy: Policy) throws {
        for alias in policy.aliases where alias != policy.id {
            try store.renameSubject(.policy(alias), to: .policy(policy.id), by: Self.actor, at: now)
        }
        let before = old.policies.first { $0.id == policy.id || policy.aliases.contains($0.id) }
        guard let before, before.owner != policy.owner else { return }
        try store.reassign(.policy(policy.id), from: before.owner, to: policy.owner, by: Self.actor, at: now)
    }

    /// The same of a tool, about which the owners of its policies are asked where it has none itself.
    private func follow(_ tool: AITool) throws {
        for alias in tool.aliases where alias != tool.id {
            try store.renameSubject(.tool(alias), to: .tool(tool.id), by: Self.actor, at: now)
        }
        guard let before = old.tools.first(where: { $0.id == tool.id || tool.aliases.contains($0.id) }) else { return }
        let (asked, asking) = (AlertRules.asked(about: before, in: old), AlertRules.asked(about: tool, in: new))
        guard let heir = asking.first(where: { !asked.contains($0) }) ?? asking.first else { return }
        for owner in asked where !asking.contains(owner) {
            try store.reassign(.tool(tool.id), from: owner, to: heir, by: Self.actor, at: now)
        }
    }

    /// Alerts about what was removed stay open: whether they are settled is for a person to say.
    private func tellRemoved(_ open: [Alert]) throws -> [String] {
        let gone = Dictionary(grouping: open.filter { wasRemoved($0.subject) }, by: \.subject)
        return try gone.sorted { ($0.key.kind, $0.key.name) < ($1.key.kind, $1.key.name) }.map { subject, alerts in
            let name = "\(subject.kind) \(subject.name)"
            for alert in alerts {
                try store.delegate(
                    [alert.id], to: heir(of: alert), note: "\(name) was removed from the register", action: "orphan",
                    by: Self.actor, at: now)
            }
            let count = alerts.count == 1 ? "1 open alert stays" : "\(alerts.count) open alerts stay"
            let owners = Set(alerts.map { heir(of: $0).rawValue }).sorted().joined(separator: ", ")
            return "\(name) was removed from the register; \(count) with \(owners): answer them, or write "
                + "`aliases: [\(subject.name)]` where it was renamed"
        }
    }

    /// Alerts of an owner whom the register lacks are answered by whoever answers for the policy or tool now.
    private func adopt(_ open: [Alert]) throws -> [String] {
        let lost = open.filter { !wasRemoved($0.subject) && heir(of: $0) != $0.owner }
        return try Dictionary(grouping: lost, by: \.owner).sorted { $0.key < $1.key }.map { owner, alerts in
            for alert in alerts {
                try store.delegate(
                    [alert.id], to: heir(of: alert), note: "owner \(owner) was removed from the register",
                    action: "orphan", by: Self.actor, at: now)
            }
            let heirs = Set(alerts.map { heir(of: $0).rawValue }).sorted().joined(separator: ", ")
            let count = alerts.count == 1 ? "1 open alert is" : "\(alerts.count) open alerts are"
            return "owner \(owner) was removed from the register; \(count) passed to \(heirs)"
        }
    }

    /// What an owner followed who was removed is followed by their heir, who is asked about each further step.
    private func adoptFollows() throws -> [String] {
        let follows = try store.follows()
        let lost = Dictionary(grouping: follows.filter { !has($0.owner) }, by: \.owner)
        return try lost.sorted { $0.key < $1.key }.compactMap { owner, left in
            guard let heir = heir(of: owner) else { return nil }
            for follow in left {
                if !follows.contains(where: { $0.owner == heir && $0.matter == follow.matter }) {
                    let handed = Follow(matter: follow.matter, owner: heir, note: follow.note, since: now)
                    try store.follow(handed, by: Self.actor)
                }
                try store.unfollow(follow.matter, owner: owner, by: Self.actor, at: now)
            }
            return "owner \(owner) was removed from the register; \(heir) follows "
                + "\(left.map(\.matter).joined(separator: ", ")) now: `lexwatch unfollow` ends that"
        }
    }

    /// Who takes over what somebody follows: the owner of their first policy, else the register's first owner.
    private func heir(of owner: ID<Owner>) -> ID<Owner>? {
        let own = old.policies.first { $0.owner == owner }
        let policy = own.flatMap { own in new.policies.first { $0.id == own.id || $0.aliases.contains(own.id) } }
        return policy?.owner ?? new.owners.first?.id
    }

    private func wasRemoved(_ subject: Alert.Subject) -> Bool {
        switch subject {
        case .policy(let id): old.policies.contains { $0.id == id } && !new.policies.contains { $0.id == id }
        case .tool(let id): old.tools.contains { $0.id == id } && !new.tools.contains { $0.id == id }
        case .matter: false
        }
    }

    private func has(_ owner: ID<Owner>) -> Bool { new.owners.contains { $0.id == owner } }

    /// Who has to answer an alert from now on; the register's first owner where nobody else is left.
    private func heir(of alert: Alert) -> ID<Owner> {
        if has(alert.owner) { return alert.owner }
        let own: ID<Owner>? =
            switch alert.subject {
            case .policy(let id): new.policies.first { $0.id == id }?.owner
            case .tool(let id): new.tools.first { $0.id == id }.flatMap { AlertRules.asked(about: $0, in: new).first }
            case .matter: heir(of: alert.owner)
            }
        return own ?? new.owners.first?.id ?? alert.owner
    }
}
