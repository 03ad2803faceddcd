import Model

extension AlertRules {
    /// The policy's topics, and those of its sections, in its jurisdictions.
    func topicReasons(_ policy: Policy, _ facts: DevelopmentFacts) -> [AlertReason] {
        let topics = facts.topics.filter { topic in
            policy.topics.contains(topic) || policy.sections.contains { $0.topics.contains(topic) }
        }
        guard !topics.isEmpty,
            let meeting = JurisdictionRules.meeting(of: facts.jurisdictions, with: policy.jurisdictions)
        else { return [] }
        return topics.flatMap { topic in
            let sections = policy.sections.filter { $0.topics.contains(topic) }.map { Optional($0.id) }
            let evidence = facts.evidence(of: topic) + meeting.evidence
            return (sections.isEmpty ? [nil] : sections).map { section in
                AlertReason(
                    kind: .topic, value: topic.rawValue, section: section, jurisdictions: meeting.shared,
                    evidence: evidence)
            }
        }
    }

    /// Authorities that a policy, a section or its document relies on, whatever the topic and the jurisdiction: who
    /// relies on an authority wants to hear of it.
    func relianceReasons(_ authorities: [ReliedAuthority], _ facts: DevelopmentFacts) -> [AlertReason] {
        let found = facts.citations
        guard !found.isEmpty else { return [] }
        var seen: Set<String> = []
        return authorities.compactMap { authority in
            let line = authority.line
            guard let evidence = Self.evidence(of: authority.keys, in: found),
                seen.insert("\(line.section ?? "")\n\(authority.key)").inserted
            else { return nil }
            return AlertReason(kind: .reliance, value: line.citation, section: line.section, evidence: evidence)
        }
    }

    /// The words that cite an authority, in any of its spellings; nil where none does.
    private static func evidence(of keys: [String], in found: [String: [Evidence]]) -> [Evidence]? {
        let cited = keys.compactMap { found[$0] }
        return cited.isEmpty ? nil : merged(cited)
    }

    /// The words that name a case in a longer form, or a shorter one; nil where none does.
    private static func evidence(naming name: String, in found: [String: [Evidence]]) -> [Evidence]? {
        guard CaseName.isName(name) else { return nil }
        let named = found.keys.filter { CaseName.isSame($0, name) }.sorted().compactMap { found[$0] }
        return named.isEmpty ? nil : merged(named)
    }

    /// Names of the tool and its vendor in a development that has legal content, and the tool's topics under the
    /// jurisdictions of its policies.
    func toolReasons(_ tool: AITool, _ facts: DevelopmentFacts, _ texts: [NamedText]) -> [AlertReason] {
        guard !facts.topics.isEmpty else { return [] }
        let names = (finders[tool.id] ?? []).compactMap { finder -> AlertReason? in
            let evidence = merged(texts.map { finder.evidence(in: $0) })
            return evidence.isEmpty ? nil : AlertReason(kind: .name, value: finder.name, evidence: evidence)
        }
        let topics = facts.topics.filter { tool.topics.contains($0) }
        if topics.isEmpty { return names }
        let policies = register.policies.filter { Self.governs($0, tool) }
        let isEverywhere = policies.isEmpty || policies.contains { $0.jurisdictions.isEmpty }
        let jurisdictions = isEverywhere ? [] : Set(policies.flatMap(\.jurisdictions)).sorted()
        guard let meeting = JurisdictionRules.meeting(of: facts.jurisdictions, with: jurisdictions) else {
            return names
        }
        return names
            + topics.map { topic in
                AlertReason(
                    kind: .topic, value: topic.rawValue, jurisdictions: meeting.shared,
                    evidence: facts.evidence(of: topic) + meeting.evidence)
            }
    }

    /// Followed matters that the development is a step of.
    func followedReasons(_ facts: DevelopmentFacts) -> [(owner: ID<Owner>, reason: AlertReason)] {
        if followed.isEmpty { return [] }
        var found = facts.citations
        for name in facts.members.flatMap(\.findings.matterNames) {
            found[Citation.key(name.value), default: []] += name.evidence
        }
        var seen: Set<FollowedMatter> = []
        return followed.compactMap { line in
            guard
                let evidence = Self.evidence(of: Citation.keys(of: line.matter), in: found)
                    ?? Self.evidence(naming: line.matter, in: found),
                seen.insert(FollowedMatter(matter: Citation.key(line.matter), owner: line.owner)).inserted
            else { return nil }
            return (line.owner, AlertReason(kind: .followed, value: line.matter, evidence: evidence))
        }
    }
}
