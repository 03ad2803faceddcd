public import Model

/// How far up an alert is shown.
public enum AlertRank {
    /// Days after publication from which something is news no longer.
    private static let old = 60

    /// The parts of the rank: what force the development has, how directly it meets the policy, how new it is, how soon
    /// something happens.
    public static func rank(of facts: DevelopmentFacts, _ reasons: [AlertReason], raised: Day) -> Rank {
        var parts: [Rank.Part] = [authority(of: facts)]
        if facts.stage != .none { parts.append(.init("stage: \(facts.stage.rawValue)", facts.stage.progress * 10)) }
        let shared = Set(reasons.flatMap(\.jurisdictions)).sorted()
        if !shared.isEmpty {
            parts.append(.init("jurisdiction: \(shared.map(\.code).joined(separator: ", "))", 10))
        }
        parts += directness(reasons)
        if facts.isNegative { parts.append(.init("an authority lost its force", 30)) }
        let next = facts.dates.first { $0.date > raised || ($0.kind == .deadline && $0.date == raised) }
        if let next, next.date < raised.adding(days: 90) {
            parts.append(.init("\(next.kind.rawValue) on \(next.date)", 15))
        }
        return Rank(parts: parts + novelty(of: facts, raised))
    }

    /// The strongest voice of the development.
    private static func authority(of facts: DevelopmentFacts) -> Rank.Part {
        let voices = facts.members.map(\.authority).map { ($0, points(of: $0)) }
        guard let (strongest, points) = voices.max(by: { $0.1 < $1.1 }) else { return .init("authority: none", 0) }
        return .init("authority: \(strongest.rawValue)", points)
    }

    private static func points(of authority: Source.Authority) -> Int {
        switch authority {
        case .court, .legislator: 25
        case .regulator, .ipOffice, .international: 20
        case .vendor: 5
        case .commentary: 0
        }
    }

    private static func directness(_ reasons: [AlertReason]) -> [Rank.Part] {
        var parts: [Rank.Part] = []
        if reasons.contains(where: { $0.kind == .reliance }) { parts.append(.init("relied on", 40)) }
        if reasons.contains(where: { $0.kind == .followed }) { parts.append(.init("followed", 20)) }
        if reasons.contains(where: { $0.kind == .name }) { parts.append(.init("names the tool", 10)) }
        if reasons.contains(where: { $0.section != nil }) { parts.append(.init("meets a section", 5)) }
        if reasons.contains(where: { $0.words.contains { $0.field == .title } }) {
            parts.append(.init("in the title", 10))
        }
        return parts
    }

    private static func novelty(of facts: DevelopmentFacts, _ raised: Day) -> [Rank.Part] {
        if let day = facts.members.compactMap({ $0.text.published?.day }).min(), raised.number - day.number > old {
            return [.init("published on \(day)", -10)]
        }
        return [facts.isLaterStep ? .init("next step of a known matter", 5) : .init("new matter", 10)]
    }
}
