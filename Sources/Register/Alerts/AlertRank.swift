public import Model

/// How far up an alert is shown.
public enum AlertRank {
    /// The parts of the rank: how much force the development has, how directly it meets the policy, how soon.
    public static func rank(of facts: DevelopmentFacts, _ reasons: [AlertReason], raised: Day) -> Rank {
        var parts: [Rank.Part] = []
        if facts.members.contains(where: \.authority.isPrimary) { parts.append(.init("primary source", 20)) }
        if facts.stage != .none { parts.append(.init("stage: \(facts.stage.rawValue)", facts.stage.progress * 10)) }
        if reasons.contains(where: { $0.kind == .reliance }) { parts.append(.init("relied on", 40)) }
        if reasons.contains(where: { $0.kind == .followed }) { parts.append(.init("followed", 20)) }
        if facts.isNegative { parts.append(.init("an authority lost its force", 30)) }
        if let next = facts.dates.first(where: { $0.date > raised }), next.date < raised.adding(days: 90) {
            parts.append(.init("\(next.kind.rawValue) on \(next.date)", 15))
        }
        return Rank(parts: parts)
    }
}
