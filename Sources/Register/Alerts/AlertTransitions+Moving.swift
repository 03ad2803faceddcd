public import Model

extension AlertTransitions {
    /// Why a development has moved on since it was answered, in words; nil where only more of the same was published.
    ///
    /// An appeal that joins the development of the ruling is a step, although the development stays decided: what
    /// joined is weighed alone, unless it was published before the ruling.
    ///
    /// - Parameters:
    ///   - before: The development as it was answered.
    ///   - after: The development as it is.
    /// - Returns: The reason.
    public static func moved(from before: DevelopmentFacts, to after: DevelopmentFacts) -> String? {
        let known = Set(before.members.flatMap { $0.findings.treatments.map(\.value) })
        let treatments = after.members.flatMap { $0.findings.treatments.map(\.value) }.filter { !known.contains($0) }
        if let reason = moved(from: before.stage, to: after.stage, newTreatments: treatments) { return reason }
        let ruled = before.members.filter { $0.findings.stage.value == .decided }.compactMap(\.text.published).min()
        let joined = DevelopmentFacts(
            id: after.id,
            members: after.members.filter { member in
                guard !before.members.contains(member) else { return false }
                guard let ruled, let published = member.text.published else { return true }
                return published >= ruled
            })
        return joined.stage == .pending ? moved(from: before.stage, to: .pending) : nil
    }

    /// Why a development has moved on from one stage to another, in words; nil where it has not. A stage that was
    /// not known before is no step.
    ///
    /// - Parameters:
    ///   - before: The stage that was answered.
    ///   - after: The stage that it has now.
    ///   - newTreatments: What was done to authorities since.
    /// - Returns: The reason.
    public static func moved(from before: Stage, to after: Stage, newTreatments: [Treatment] = []) -> String? {
        if let treatment = newTreatments.first(where: { $0.kind.isNegative || $0.kind == .amended }) {
            return "\(treatment.authority) was \(treatment.kind.rawValue)"
        }
        if before == .decided, after == .pending { return "the decision was appealed" }
        guard after.progress > before.progress, before != .none else { return nil }
        return "it was \(before.rawValue) and is now \(after.rawValue)"
    }
}
