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
        case (let before?, _?) where what == "renamed": "\(subject): renamed from '\(before)'"
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
        let old = old.referring(byNamesOf: new)
        return differences("owner", old.owners.map(Entry.init), new.owners.map(Entry.init))
            + differences("unit", old.units.map(Entry.init), new.units.map(Entry.init))
            + differences("policy", old.policies.map(Entry.init), new.policies.map(Entry.init))
            + differences("tool", old.tools.map(Entry.init), new.tools.map(Entry.init))
    }

    fileprivate typealias Fields = [(name: String, value: String?)]

    /// One thing of the register, comparable.
    fileprivate struct Entry {
        let id: String
        let aliases: [String]
        let fields: Fields
    }

    /// Things are compared under their new names, so that a renamed one is not one removed and one added.
    private static func differences(_ noun: String, _ old: [Entry], _ new: [Entry]) -> [RegisterDifference] {
        let present = Set(new.map(\.id))
        var renamed: [RegisterDifference] = []
        var kept: [(String, Fields)] = []
        var moved: [(String, Fields)] = []
        for entry in old {
            let heir = present.contains(entry.id) ? nil : new.first { $0.aliases.contains(entry.id) }
            guard let heir else {
                kept.append((entry.id, entry.fields))
                continue
            }
            renamed.append(
                RegisterDifference(subject: "\(noun) \(heir.id)", what: "renamed", before: entry.id, after: heir.id))
            moved.append((heir.id, entry.fields))
        }
        // Where a thing is merged into one that was there, the latter's own fields are compared.
        return renamed + differences(noun, kept + moved, new.map { ($0.id, $0.fields) })
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
}

extension RegisterChanges.Entry {
    init(_ owner: Owner) {
        self.init(
            id: owner.id.rawValue, aliases: owner.aliases.map(\.rawValue),
            fields: [
                ("name", owner.name), ("email", owner.email), ("language", owner.language?.rawValue),
                ("aliases", Self.list(owner.aliases)),
            ])
    }

    init(_ unit: BusinessUnit) {
        self.init(
            id: unit.id.rawValue, aliases: unit.aliases.map(\.rawValue),
            fields: [
                ("name", unit.name), ("email", unit.email), ("appetite", unit.appetite.rawValue),
                ("language", unit.language?.rawValue), ("aliases", Self.list(unit.aliases)),
            ])
    }

    init(_ policy: Policy) {
        self.init(
            id: policy.id.rawValue, aliases: policy.aliases.map(\.rawValue),
            fields: [
                ("title", policy.title), ("owner", policy.owner.rawValue), ("deputies", Self.list(policy.deputies)),
                ("units", Self.list(policy.units)), ("topics", Self.list(policy.topics)),
                ("jurisdictions", Self.list(policy.jurisdictions)),
                ("review-every", policy.reviewEvery.map(Self.interval)),
                ("reviewed", policy.reviewedOn?.description), ("document", policy.document),
                ("relies-on", Self.list(policy.reliesOn)), ("sections", Self.list(policy.sections.map(Self.section))),
                ("aliases", Self.list(policy.aliases)), ("note", policy.note),
            ])
    }

    private static func interval(_ interval: ReviewInterval) -> String {
        let parts = [(interval.months, "months"), (interval.days, "days")].filter { $0.0 != 0 }
        return parts.isEmpty ? "never" : parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }

    private static func section(_ section: PolicySection) -> String {
        let parts = [list(section.topics), list(section.reliesOn), list(section.quotes)].map { "[\($0 ?? "")]" }
        return "\(section.id) \(section.title) \(parts.joined())"
    }

    init(_ tool: AITool) {
        self.init(
            id: tool.id.rawValue, aliases: tool.aliases.map(\.rawValue),
            fields: [
                ("name", tool.name), ("vendor", tool.vendor), ("class", tool.riskClass.rawValue),
                ("names", Self.list(tool.names)),
                ("topics", Self.list(tool.topics)), ("policies", Self.list(tool.policies)),
                ("owner", tool.owner?.rawValue),
                ("allowed-data", tool.allowedData), ("users", tool.users),
                ("contract-from", tool.contractFrom?.description), ("contract-until", tool.contractUntil?.description),
                ("terms", Self.list(tool.terms)),
                ("aliases", Self.list(tool.aliases)),
            ])
    }

    private static func list(_ values: [some CustomStringConvertible]) -> String? {
        values.isEmpty ? nil : values.map(\.description).joined(separator: ", ")
    }
}
