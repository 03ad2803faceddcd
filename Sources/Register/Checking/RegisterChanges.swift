public import Model

/// One difference between two registers, ready for the audit log.
public struct RegisterDifference: Sendable, Equatable {
    /// What it is about, such as `policy genai-use`.
    public var subject: String
    /// What changed, such as `owner`; `added`, `removed` or `renamed` where it is the whole.
    public var what: String
    /// The value until now.
    public var before: String?
    /// The value from now on.
    public var after: String?

    /// The difference in one line for people.
    public var sentence: String {
        switch (before, after) {
        case (let before?, let after?): "\(subject): \(what) changed from '\(before)' to '\(after)'"
        case (let before?, nil): "\(subject): \(what) (was '\(before)')"
        case (nil, let after?): "\(subject): \(what) '\(after)'"
        case (nil, nil): "\(subject): \(what)"
        }
    }
}

/// What changed between two loads of the register.
public enum RegisterChanges {
    /// The differences, in order of kind and name.
    public static func between(_ old: PolicyRegister, _ new: PolicyRegister) -> [RegisterDifference] {
        differences(
            "owner", old.owners.map { ($0.id.rawValue, fields($0)) }, new.owners.map { ($0.id.rawValue, fields($0)) })
            + differences(
                "unit", old.units.map { ($0.id.rawValue, fields($0)) }, new.units.map { ($0.id.rawValue, fields($0)) })
            + policies(old, new)
            + differences(
                "tool", old.tools.map { ($0.id.rawValue, fields($0)) }, new.tools.map { ($0.id.rawValue, fields($0)) })
    }

    private typealias Fields = [(name: String, value: String?)]

    /// Policies are compared under their new names, so that a renamed one is not one removed and one added.
    private static func policies(_ old: PolicyRegister, _ new: PolicyRegister) -> [RegisterDifference] {
        let present = Set(new.policies.map(\.id))
        var renamed: [RegisterDifference] = []
        var kept: [(String, Fields)] = []
        var moved: [(String, Fields)] = []
        for policy in old.policies {
            let heir = present.contains(policy.id) ? nil : new.policies.first { $0.aliases.contains(policy.id) }
            guard let heir else {
                kept.append((policy.id.rawValue, fields(policy)))
                continue
            }
            renamed.append(
                RegisterDifference(
                    subject: "policy \(heir.id)", what: "renamed", before: policy.id.rawValue, after: heir.id.rawValue))
            moved.append((heir.id.rawValue, fields(policy)))
        }
        // Where a policy is merged into one that was there, the latter's own fields are compared.
        return renamed + differences("policy", kept + moved, new.policies.map { ($0.id.rawValue, fields($0)) })
    }

    private static func differences(_ noun: String, _ old: [(String, Fields)], _ new: [(String, Fields)])
        -> [RegisterDifference]
    {
        let before = Dictionary(old, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new, uniquingKeysWith: { first, _ in first })
        return Set(before.keys).union(after.keys).sorted().flatMap { name -> [RegisterDifference] in
            let subject = "\(noun) \(name)"
            switch (before[name], after[name]) {
            case (nil, _): return [RegisterDifference(subject: subject, what: "added")]
            case (_, nil): return [RegisterDifference(subject: subject, what: "removed")]
            case (let old?, let new?):
                return zip(old, new).filter { $0.value != $1.value }.map {
                    RegisterDifference(subject: subject, what: $0.name, before: $0.value, after: $1.value)
                }
            }
        }
    }

    private static func fields(_ owner: Owner) -> Fields {
        [("name", owner.name), ("email", owner.email), ("language", owner.language?.rawValue)]
    }

    private static func fields(_ unit: BusinessUnit) -> Fields {
        [
            ("name", unit.name), ("email", unit.email), ("appetite", unit.appetite.rawValue),
            ("language", unit.language?.rawValue),
        ]
    }

    private static func fields(_ policy: Policy) -> Fields {
        [
            ("title", policy.title), ("owner", policy.owner.rawValue), ("deputies", list(policy.deputies)),
            ("units", list(policy.units)), ("topics", list(policy.topics)),
            ("jurisdictions", list(policy.jurisdictions)),
            ("review-every", policy.reviewEvery.map(interval)),
            ("reviewed", policy.reviewedOn?.description), ("document", policy.document),
            ("relies-on", list(policy.reliesOn)), ("sections", list(policy.sections.map(section))),
            ("aliases", list(policy.aliases)), ("note", policy.note),
        ]
    }

    private static func interval(_ interval: ReviewInterval) -> String {
        let parts = [(interval.months, "months"), (interval.days, "days")].filter { $0.0 != 0 }
        return parts.isEmpty ? "never" : parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }

    private static func section(_ section: PolicySection) -> String {
        let parts = [list(section.topics), list(section.reliesOn), list(section.quotes)].map { "[\($0 ?? "")]" }
        return "\(section.id) \(section.title) \(parts.joined())"
    }

    private static func fields(_ tool: AITool) -> Fields {
        [
            ("name", tool.name), ("vendor", tool.vendor), ("class", tool.riskClass.rawValue),
            ("names", list(tool.names)),
            ("topics", list(tool.topics)), ("policies", list(tool.policies)), ("owner", tool.owner?.rawValue),
            ("allowed-data", tool.allowedData), ("users", tool.users),
            ("contract-until", tool.contractUntil?.description), ("terms", list(tool.terms)),
            ("aliases", list(tool.aliases)),
        ]
    }

    private static func list(_ values: [some CustomStringConvertible]) -> String? {
        values.isEmpty ? nil : values.map(\.description).joined(separator: ", ")
    }
}
