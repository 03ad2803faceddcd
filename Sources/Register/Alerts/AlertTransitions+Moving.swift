public import Model

extension AlertTransitions {
    /// A movement with the words of the text that say so.
    public typealias Proof = (movement: Movement, evidence: [Evidence])

    /// How a development has moved on since it was answered; nil where only more of the same was published.
    ///
    /// An appeal that joins the development of the ruling is a step, although the development stays decided: what
    /// joined is weighed alone, unless it was published before the ruling.
    ///
    /// - Parameters:
    ///   - before: The development as it was answered.
    ///   - after: The development as it is.
    /// - Returns: The movement.
    public static func moved(from before: DevelopmentFacts, to after: DevelopmentFacts) -> Proof? {
        let known = Set(before.treatments.map(\.value))
        let treatments = after.treatments.filter { !known.contains($0.value) }
        if let proof = moved(from: before.stage, to: after.stage, newTreatments: treatments) { return proof }
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

    /// The dates with legal effect that what joined a development adds: where one moved, or none of its kind was ahead
    /// before. What else a further report says of the law's timetable is no news.
    ///
    /// - Parameters:
    ///   - joined: What joined.
    ///   - before: The development as it was answered.
    ///   - today: Dates that were past by this day are history.
    /// - Returns: A movement for each kind of date.
    public static func dates(
        of joined: DevelopmentFacts.Member, beside before: DevelopmentFacts, today: Day
    ) -> [Proof] {
        LegalDate.Kind.allCases.compactMap { kind in
            let known = Set(before.dates.filter { $0.kind == kind }.map(\.date))
            let new = joined.findings.dates.filter {
                $0.value.kind == kind && $0.value.date >= today && !known.contains($0.value.date)
            }
            let moved = new.first { $0.movedFrom.map(known.contains) ?? false }
            guard let date = moved ?? (known.contains { $0 >= today } ? nil : new.first) else { return nil }
            let from = moved?.movedFrom?.description
            return (Movement(Movement.Kind(kind), from: from, to: date.value.date.description), date.evidence)
        }
    }

    /// How a development has moved on from one stage to another; nil where it has not. A stage that was not known
    /// before is no step.
    ///
    /// - Parameters:
    ///   - before: The stage that was answered.
    ///   - after: The stage that it has now.
    ///   - newTreatments: What was done to authorities since.
    /// - Returns: The movement.
    public static func moved(
        from before: Stage, to after: Stage, newTreatments: [Proven<Treatment>] = []
    ) -> Proof? {
        if let treatment = newTreatments.first(where: { $0.value.kind.isNegative || $0.value.kind == .amended }) {
            return (
                Movement(.treatment, to: treatment.value.kind.rawValue, of: treatment.value.authority),
                treatment.evidence
            )
        }
        guard before == .decided && after == .pending || after.progress > before.progress && before != .none else {
            return nil
        }
        return (Movement(.stage, from: before.rawValue, to: after.rawValue), [])
    }
}

extension DevelopmentFacts {
    /// What its items say was done to authorities.
    var treatments: [Proven<Treatment>] { members.flatMap(\.findings.treatments) }
}
