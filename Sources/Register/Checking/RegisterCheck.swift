import Model

/// The checks, one kind of thing after another, and what they found.
struct RegisterCheck {
    let register: PolicyRegister
    let topics: Set<ID<Topic>>
    let sources: Set<ID<Source>>?
    var findings: [RegisterFinding] = []

    init(register: PolicyRegister, topics: Set<ID<Topic>>, sources: Set<ID<Source>>?) {
        self.register = register
        self.topics = topics
        self.sources = sources
    }

    mutating func people() {
        once(register.owners.map(\.id), "owners", "owner")
        once(register.units.map(\.id), "units", "unit")
        aliases(register.owners.map { ($0.id, $0.aliases) }, "owners", "owner")
        aliases(register.units.map { ($0.id, $0.aliases) }, "units", "unit")
        for (index, owner) in register.owners.enumerated() {
            named(owner.name, "owners[\(index)].name")
            address(owner.email, "owners[\(index)].email")
        }
        for (index, unit) in register.units.enumerated() {
            named(unit.name, "units[\(index)].name")
            address(unit.email, "units[\(index)].email")
        }
    }

    mutating func policies() {
        once(register.policies.map(\.id), "policies", "policy")
        aliases(register.policies.map { ($0.id, $0.aliases) }, "policies", "policy")
        for (index, policy) in register.policies.enumerated() {
            let path = "policies[\(index)]"
            named(policy.title, "\(path).title")
            known([policy.owner], owners, "\(path).owner", "owner", isList: false)
            known(policy.deputies, owners, "\(path).deputies", "owner")
            deputies(policy, "\(path).deputies")
            known(policy.units, Set(register.units.map(\.id)), "\(path).units", "unit")
            known(policy.topics, topics, "\(path).topics", "topic")
            interval(policy.reviewEvery, "\(path).review-every")
            written(policy.reliesOn, "\(path).relies-on", "authority", "write a citation, such as `EU 2024/1689`")
            sections(policy, path)
            if policy.topics.isEmpty, policy.sections.allSatisfy(\.topics.isEmpty) {
                add(path, "no topic reaches this policy", "add `topics: […]`", isError: false)
            }
        }
    }

    /// A day that is still to come would keep the next review away until long after it.
    mutating func reviews(until today: Day) {
        for (index, policy) in register.policies.enumerated() {
            guard let day = policy.reviewedOn, day > today else { continue }
            add(
                "policies[\(index)].reviewed", "the policy cannot have been reviewed on \(day), which is to come",
                "write the day of the last review", isError: false)
        }
    }

    mutating func tools() {
        once(register.tools.map(\.id), "tools", "tool")
        aliases(register.tools.map { ($0.id, $0.aliases) }, "tools", "tool")
        let policies = Set(register.policies.flatMap { [$0.id] + $0.aliases })
        for (index, tool) in register.tools.enumerated() {
            let path = "tools[\(index)]"
            named(tool.name, "\(path).name")
            known(tool.topics, topics, "\(path).topics", "topic")
            known(tool.policies, policies, "\(path).policies", "policy")
            if let sources { known(tool.terms, sources, "\(path).terms", "source") }
            if let owner = tool.owner { known([owner], owners, "\(path).owner", "owner", isList: false) }
            for (place, name) in tool.names.enumerated() { named(name, "\(path).names[\(place)]") }
            if let from = tool.contractFrom, let until = tool.contractUntil, until < from {
                add(
                    "\(path).contract-until", "the contract ends before it begins, on \(from)",
                    "correct one of the days")
            }
            if tool.owner == nil, tool.policies.isEmpty {
                add(path, "nobody is named who answers for this tool", "add `owner:` or `policies:`", isError: false)
            }
        }
    }

    private var owners: Set<ID<Owner>> { Set(register.owners.map(\.id)) }

    private mutating func sections(_ policy: Policy, _ path: String) {
        var seen: Set<String> = []
        for (index, section) in policy.sections.enumerated() {
            let place = "\(path).sections[\(index)]"
            named(section.id, "\(place).id")
            if !seen.insert(section.id).inserted {
                add("\(place).id", "the section '\(section.id)' is there twice", "give each section its own number")
            }
            known(section.topics, topics, "\(place).topics", "topic")
            written(section.reliesOn, "\(place).relies-on", "authority", "write a citation, such as `EU 2024/1689`")
            written(section.quotes, "\(place).quotes", "quote", "write the words of the law as they stand")
        }
    }

    /// An owner who is a deputy too would be asked twice, and those before them in the list never.
    private mutating func deputies(_ policy: Policy, _ path: String) {
        for (index, deputy) in policy.deputies.enumerated() where deputy == policy.owner {
            add("\(path)[\(index)]", "'\(deputy)' is the policy's owner", "name somebody else, or leave it out")
        }
    }

    private mutating func written(_ texts: [String], _ path: String, _ noun: String, _ remedy: String) {
        for (index, text) in texts.enumerated() where isBlank(text) {
            add("\(path)[\(index)]", "the \(noun) is empty", remedy)
        }
    }

    private mutating func aliases<Noun>(_ named: [(id: ID<Noun>, aliases: [ID<Noun>])], _ list: String, _ noun: String)
    {
        var taken = Set(named.map(\.id))
        for (index, one) in named.enumerated() {
            for (place, alias) in one.aliases.enumerated() where !taken.insert(alias).inserted {
                add(
                    "\(list)[\(index)].aliases[\(place)]", "'\(alias)' already names a \(noun)",
                    "an alias must be a name that no \(noun) has")
            }
        }
    }
}
