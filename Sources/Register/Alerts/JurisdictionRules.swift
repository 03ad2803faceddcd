public import Model

/// Whose law concerns a policy.
public enum JurisdictionRules {
    /// How a development's jurisdictions meet a policy's.
    public struct Meeting: Sendable, Equatable {
        /// What both share; empty where one of them names none.
        public var shared: [Jurisdiction]
        /// Why they meet although they share nothing by name; nil where they do.
        public var because: String?
    }

    /// How they meet; nil where the development does not concern the policy.
    ///
    /// A policy that names none follows every law; a development that names none (a vendor's terms, say) may touch
    /// every policy; treaties reach everybody; Union law applies in its member states, whose courts apply it.
    public static func meeting(of development: [Jurisdiction], with policy: [Jurisdiction]) -> Meeting? {
        let shared = Set(development).intersection(policy).sorted()
        if !shared.isEmpty { return Meeting(shared: shared) }
        if development.isEmpty { return Meeting(shared: [], because: "it names no jurisdiction") }
        if policy.isEmpty { return Meeting(shared: development.sorted(), because: "every jurisdiction is followed") }
        if development.contains(.international) {
            return Meeting(shared: [.international], because: "international rules reach every jurisdiction")
        }
        if development.contains(.eu), let member = policy.sorted().first(where: isMember) {
            return Meeting(shared: [.eu], because: "Union law applies in \(member)")
        }
        if policy.contains(.eu), let member = development.sorted().first(where: isMember) {
            return Meeting(shared: [member], because: "\(member) is a member of the Union")
        }
        return nil
    }

    private static func isMember(_ jurisdiction: Jurisdiction) -> Bool {
        Jurisdiction.memberStates.contains(jurisdiction.code)
    }
}

extension JurisdictionRules.Meeting {
    init(shared: [Jurisdiction]) { self.init(shared: shared, because: nil) }

    /// What the reason shows where the meeting is not by name.
    var evidence: [Evidence] {
        because.map { [Evidence(rule: "jurisdiction", words: $0, field: .source)] } ?? []
    }
}
