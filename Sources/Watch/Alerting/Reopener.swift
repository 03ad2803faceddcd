import Model
import Register
import Store

/// Finds the questions whose developments moved on since they were answered or put: answered ones are put again, open
/// ones get the reason more.
struct Reopener {
    let store: Store
    let rules: AlertRules
    let register: PolicyRegister
    let today: Day
    let changes: ChangeReader

    /// What is to be put again, and what is only to be told more of.
    struct Found {
        var reopenings: [Reopening] = []
        /// Those of them that were answered.
        var answered: Set<RowID<Alert>> = []

        fileprivate mutating func add(_ reopening: Reopening, of question: AskedQuestion) {
            if question.isAnswered { answered.insert(reopening.alert) }
            guard let index = reopenings.firstIndex(where: { $0.alert == reopening.alert }) else {
                return reopenings.append(reopening)
            }
            let known = reopenings[index]
            reopenings[index].because = "\(known.because); \(reopening.because)"
            reopenings[index].reasons = reopening.steps.filter { !known.reasons.contains($0) } + known.reasons
            reopenings[index].due = min(known.due, reopening.due)
        }
    }

    /// Weighs developments that are new, have grown or hold an item that was edited, against what was known of them, and
    /// of the steps before them, when somebody was asked or answered.
    ///
    /// - Parameters:
    ///   - developments: The developments, with their facts as they are now.
    ///   - asked: Policies and tools that are asked about them anyhow.
    /// - Returns: The questions, each once.
    /// - Throws: `StoreProblem`.
    func reopenings(
        _ developments: [(development: Development, facts: DevelopmentFacts)],
        asked: [RowID<Development>: Set<Alert.Subject>]
    ) throws -> Found {
        let followers = developments.map(\.development).filter { $0.previous != nil }.map(\.id)
        let earlier = followers.isEmpty ? [:] : try store.earlierSteps(of: followers)
        let all = Set(developments.map(\.development.id) + earlier.values.joined())
        let questions = Dictionary(grouping: try store.askedQuestions(about: all.sorted()), by: \.development)
        var found = Found()
        guard !questions.isEmpty else { return found }
        for (development, facts) in developments {
            let own = questions[development.id] ?? []
            // Most were put, or answered, at one moment.
            var grown: [KnownUntil: [AlertTransitions.Proof]] = [:]
            for question in own {
                let proofs = try grown[question.until] ?? changes.grown(development, since: question.until)
                grown[question.until] = proofs
                if let reopening = try reopening(question, proofs, facts) { found.add(reopening, of: question) }
            }
            // What the nearest step that a policy or tool was asked about says of it goes for all that lie between.
            var spoken = (asked[development.id] ?? []).union(own.map(\.subject))
            let steps = earlier[development.id] ?? []
            for (index, step) in steps.enumerated() {
                let before = (questions[step] ?? []).filter { !spoken.contains($0.subject) }
                for question in before {
                    let proof = try changes.followed(by: development, facts, steps[...index], since: question.until)
                    if let reopening = try reopening(question, proof.map { [$0] } ?? [], facts) {
                        found.add(reopening, of: question)
                    }
                }
                spoken.formUnion(before.map(\.subject))
            }
        }
        return found
    }

    /// The question with why it moved on; nil where it has not, or says so already.
    private func reopening(
        _ question: AskedQuestion, _ proofs: [AlertTransitions.Proof], _ facts: DevelopmentFacts
    ) throws -> Reopening? {
        guard !proofs.isEmpty || question.until.edit < changes.latestEdit,
            let alert = try store.alert(question.alert)?.alert
        else { return nil }
        let isOpen = alert.state == .open
        let told = isOpen ? alert.reasons.compactMap(Movement.init) : []
        let back = told.compactMap { Self.taken(back: $0, by: facts) }
        let stale = Set(back.map(\.told.clause))
        let come = proofs.filter { proof in !told.contains { $0.clause == proof.movement.clause } }
        let new =
            come + back.map(\.proof).filter { proof in !come.contains { $0.movement.clause == proof.movement.clause } }
        guard !new.isEmpty else { return nil }
        let proposal = rules.proposals(for: facts, raised: today).first { $0.subject == alert.subject }
        let steps = new.map { $0.movement.reason(in: facts.matters.first ?? AlertReason.unnamedMatter, $0.evidence) }
        // Quotations and clauses that were asked about were answered with the rest.
        let before = isOpen ? alert.reasons : alert.reasons.filter { !$0.isFromElsewhere }
        let asked = proposal.map { $0.reasons + before.filter(\.isFromElsewhere) } ?? before
        return Reopening(
            alert: alert.id, because: new.map(\.movement.clause).joined(separator: "; "),
            reasons: steps
                + (isOpen
                    ? alert.reasons.filter { $0.kind == .step && !stale.contains(Movement($0)?.clause ?? "") } : [])
                + asked.filter { $0.kind != .step },
            due: proposal?.due.day ?? DueDates.suggestion(for: facts, raised: today).day,
            rank: Self.rank(proposal?.rank, alert.rank, facts), owner: register.answering(for: alert))
    }

    /// What is to be told in the place of a date that moved, where it stands on the day of before again.
    private static func taken(
        back told: Movement, by facts: DevelopmentFacts
    ) -> (told: Movement, proof: AlertTransitions.Proof)? {
        guard let kind = LegalDate.Kind(rawValue: told.kind.rawValue),
            let before = told.before.flatMap(Day.init(iso:)), let after = told.after.flatMap(Day.init(iso:))
        else { return nil }
        let stated = facts.members.flatMap(\.findings.dates).filter { $0.value.kind == kind }
        let standing = stated.filter { $0.value.date == before }
        guard !standing.isEmpty, !stated.contains(where: { $0.value.date == after }) else { return nil }
        let movement = Movement(told.kind, from: told.after, to: told.before)
        return (told, (movement, standing.flatMap(\.evidence)))
    }

    /// What quotations and vendors' terms weigh.
    private static let besides: Set = [
        "a quoted passage is gone", "a vendor's terms changed", "a clause is not found",
    ]

    /// The rank of the development as it is, with what was weighed besides it.
    private static func rank(_ proposed: Rank?, _ before: Rank, _ facts: DevelopmentFacts) -> Rank {
        let besides = before.parts.filter { Self.besides.contains($0.name) }
        var parts = proposed.map { $0.parts + besides } ?? before.parts
        let lost = Rank.Part("an authority lost its force", 30)
        if facts.isNegative, !parts.contains(lost) { parts.append(lost) }
        return Rank(parts: parts)
    }
}

extension Reopening {
    fileprivate var steps: [AlertReason] { reasons.filter { $0.kind == .step } }
}

extension AlertReason {
    /// Whether something other than the rules about developments found it.
    fileprivate var isFromElsewhere: Bool { kind == .quote || kind == .terms }
}
