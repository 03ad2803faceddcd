import Model
import Register

extension PolicyRegister {
    /// The policy of a name, or of a name that it had before.
    ///
    /// - Throws: A ``Model/Problem`` that names the nearest one.
    func policy(_ id: ID<Policy>) throws -> Policy {
        if let policy = policies.first(where: { $0.id == id || $0.aliases.contains(id) }) { return policy }
        throw unknown("policy", id.rawValue, policies.map(\.id.rawValue), "lexwatch policies")
    }

    /// The owner of a name, or of a name that they had before.
    func owner(_ id: ID<Owner>) throws -> Owner {
        if let owner = owners.first(where: { $0.id == id || $0.aliases.contains(id) }) { return owner }
        throw unknown("owner", id.rawValue, owners.map(\.id.rawValue), nil)
    }

    /// What an owner is called now; the name itself where the register has no other.
    func presentName(of id: ID<Owner>) -> ID<Owner> {
        if owners.contains(where: { $0.id == id }) { return id }
        return owners.first { $0.aliases.contains(id) }?.id ?? id
    }

    /// The tool of a name.
    func tool(_ id: ID<AITool>) throws -> AITool {
        if let tool = tools.first(where: { $0.id == id || $0.aliases.contains(id) }) { return tool }
        throw unknown("tool", id.rawValue, tools.map(\.id.rawValue), "lexwatch tools")
    }

    /// Who answers a question by the register as it is: whom it waits for, or who answered, where the policy or tool is theirs
    /// or they are a deputy for it, else its owner.
    func answering(for alert: Alert) -> ID<Owner> {
        let asked: [ID<Owner>] =
            switch alert.subject {
            case .policy(let id): policies.first { $0.id == id || $0.aliases.contains(id) }.map { [$0.owner] } ?? []
            case .tool(let id):
                tools.first { $0.id == id || $0.aliases.contains(id) }.map { AlertRules.asked(about: $0, in: self) }
                    ?? []
            case .matter: []
            }
        let owner = presentName(of: alert.owner)
        guard let heir = asked.first else {
            return owners.contains { $0.id == owner } ? owner : owners.first?.id ?? owner
        }
        return asked.contains(owner) || deputies(for: alert.subject).contains(owner) ? owner : heir
    }

    /// What people call a policy or tool; its name where the register no longer has it.
    func title(of subject: Alert.Subject) -> String {
        switch subject {
        case .policy(let id): policies.first { $0.id == id || $0.aliases.contains(id) }?.title ?? id.rawValue
        case .tool(let id): tools.first { $0.id == id || $0.aliases.contains(id) }?.name ?? id.rawValue
        case .matter(let matter): matter
        }
    }

    private func unknown(_ noun: String, _ name: String, _ known: [String], _ command: String?) -> PlainProblem {
        let guess = RegisterValidation.nearest(to: name, among: known).map { "Did you mean '\($0)'? " } ?? ""
        let list = command.map { "`\($0)` lists them." } ?? "The register has: \(known.joined(separator: ", "))."
        return PlainProblem(
            "the register has no \(noun) '\(name)'", remedy: guess + list, exitCode: .data)
    }
}
