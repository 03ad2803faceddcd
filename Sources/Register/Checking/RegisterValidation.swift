public import Model

/// A mistake in the register, and where it stands.
public struct RegisterFinding: Sendable, Equatable {
    /// The value, such as `policies[3].owner`.
    public var path: String
    /// What is wrong, in one sentence.
    public var what: String
    /// What to write instead.
    public var remedy: String
    /// Whether the register cannot be used as it is.
    public var isError: Bool
}

/// Checks what a register says against itself and the topics that there are.
public enum RegisterValidation {
    /// The mistakes, in the register's order.
    public static func findings(in register: PolicyRegister, topics: Set<ID<Topic>>) -> [RegisterFinding] {
        var check = RegisterCheck(register: register, topics: topics)
        check.people()
        check.policies()
        check.tools()
        return check.findings
    }

    /// The known name that is nearest to a misspelt one; nil where none is near.
    public static func nearest(to word: String, among known: [String]) -> String? {
        let target = Array(word.utf8.prefix(64))
        let limit = max(1, min(3, target.count / 2))
        return known.map { ($0, distance(target, Array($0.utf8.prefix(64)))) }.filter { $0.1 <= limit }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[right.count]
    }
}

private struct RegisterCheck {
    let register: PolicyRegister
    let topics: Set<ID<Topic>>
    var findings: [RegisterFinding] = []

    init(register: PolicyRegister, topics: Set<ID<Topic>>) {
        self.register = register
        self.topics = topics
    }

    mutating func people() {
        once(register.owners.map(\.id), "owners", "owner")
        once(register.units.map(\.id), "units", "unit")
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
        aliases()
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

    mutating func tools() {
        once(register.tools.map(\.id), "tools", "tool")
        let policies = Set(register.policies.flatMap { [$0.id] + $0.aliases })
        for (index, tool) in register.tools.enumerated() {
            let path = "tools[\(index)]"
            named(tool.name, "\(path).name")
            known(tool.topics, topics, "\(path).topics", "topic")
            known(tool.policies, policies, "\(path).policies", "policy")
            if let owner = tool.owner { known([owner], owners, "\(path).owner", "owner", isList: false) }
            for (place, name) in tool.names.enumerated() { named(name, "\(path).names[\(place)]") }
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

    private mutating func aliases() {
        var taken = Set(register.policies.map(\.id))
        for (index, policy) in register.policies.enumerated() {
            for (place, alias) in policy.aliases.enumerated() where !taken.insert(alias).inserted {
                add(
                    "policies[\(index)].aliases[\(place)]", "'\(alias)' already names a policy",
                    "an alias must be a name that no policy has")
            }
        }
    }

    private mutating func once<Noun>(_ ids: [ID<Noun>], _ list: String, _ noun: String) {
        var seen: Set<ID<Noun>> = []
        for (index, id) in ids.enumerated() {
            if !id.isWellFormed {
                add("\(list)[\(index)].id", "'\(id)' is not a name", "use lower-case letters, digits, '-', '_' and '.'")
            }
            if !seen.insert(id).inserted {
                add("\(list)[\(index)].id", "the \(noun) '\(id)' is there twice", "give each \(noun) its own id")
            }
        }
    }

    private mutating func known<Noun>(
        _ ids: [ID<Noun>], _ known: Set<ID<Noun>>, _ path: String, _ noun: String, isList: Bool = true
    ) {
        var seen: Set<ID<Noun>> = []
        for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
            add("\(path)[\(index)]", "the \(noun) '\(id)' is listed twice", "leave one out", isError: false)
        }
        for (index, id) in ids.enumerated() where !known.contains(id) {
            let names = known.map(\.rawValue).sorted()
            let guess = RegisterValidation.nearest(to: id.rawValue, among: names).map { "did you mean '\($0)'? " } ?? ""
            let list = names.isEmpty ? "there is none" : "known: \(names.joined(separator: ", "))"
            add(isList ? "\(path)[\(index)]" : path, "there is no \(noun) '\(id)'", guess + list)
        }
    }

    private mutating func named(_ name: String, _ path: String) {
        if isBlank(name) {
            add(path, "the name is empty", "write a name")
        } else if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            add(path, "the name has a line break or a control character", "write it in one line")
        }
    }

    private func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
                || $0.properties.generalCategory == .control
        }
    }

    private mutating func address(_ address: String?, _ path: String) {
        guard let address else { return }
        let parts = address.utf8.split(separator: 0x40, omittingEmptySubsequences: false)
        let isPlain = address.utf8.allSatisfy {
            $0 > 0x20 && $0 != 0x7F && ![0x22, 0x28, 0x29, 0x2C, 0x3B, 0x3C, 0x3E].contains($0)
        }
        if parts.count != 2 || parts.contains(where: \.isEmpty) || !isPlain {
            add(path, "'\(address)' is not a mail address", "write name@host, without a display name")
        }
    }

    private mutating func interval(_ interval: ReviewInterval?, _ path: String) {
        guard let interval else { return }
        let isPositive = interval.months >= 0 && interval.days >= 0 && (interval.months > 0 || interval.days > 0)
        if !isPositive { add(path, "the review interval is not positive", "write, for example, `6 months`") }
    }

    private mutating func add(_ path: String, _ what: String, _ remedy: String, isError: Bool = true) {
        findings.append(RegisterFinding(path: path, what: what, remedy: remedy, isError: isError))
    }
}
