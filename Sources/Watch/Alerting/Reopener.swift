import Model
import Register
import Store

/// Finds the answered questions that are to be put again, as the development that they were about moved on.
struct Reopener {
    let store: Store
    let rules: AlertRules
    let today: Day

    /// Weighs developments that are new or have grown against the answers that they, or the steps before them, were
    /// given.
    ///
    /// - Parameters:
    ///   - developments: The developments, with their facts as they are now.
    ///   - asked: Policies and tools that are asked about them anyhow.
    /// - Returns: What is to be put again, each once.
    /// - Throws: `StoreProblem`.
    func reopenings(
        _ developments: [(development: Development, facts: DevelopmentFacts)],
        asked: [RowID<Development>: Set<Alert.Subject>]
    ) throws -> [Reopening] {
        let answered = try answered(
            developments.flatMap { [$0.development.id] + ($0.development.previous.map { [$0] } ?? []) })
        guard !answered.isEmpty else { return [] }
        var reopenings: [Reopening] = []
        for (development, facts) in developments {
            for summary in answered[development.id] ?? [] {
                if let reopening = try grown(facts, development, since: summary) { reopenings.append(reopening) }
            }
            guard let previous = development.previous else { continue }
            let already = asked[development.id] ?? []
            for summary in answered[previous] ?? [] where !already.contains(summary.alert.subject) {
                if let reopening = try followed(by: facts, previous, summary) { reopenings.append(reopening) }
            }
        }
        var seen: Set<RowID<Alert>> = []
        return reopenings.filter { seen.insert($0.alert).inserted }
    }

    private func answered(_ developments: [RowID<Development>]) throws -> [RowID<Development>: [AlertSummary]] {
        let ids = try store.answeredAlerts(about: developments)
        guard !ids.isEmpty else { return [:] }
        return Dictionary(grouping: try store.alerts(AlertQuery(ids: ids)), by: \.alert.development)
    }

    /// A development that grew: what was known when it was answered beside what is known now.
    private func grown(
        _ now: DevelopmentFacts, _ development: Development, since summary: AlertSummary
    ) throws -> Reopening? {
        guard let latest = summary.latestAnswered else { return nil }
        let items = try store.foundItems(development.members.map(\.item).sorted())
        // What was read before the answer may have come into the development after it.
        let before = DevelopmentFacts(development, items.filter { $0.item.id <= latest })
        guard !before.members.isEmpty, before.members.count < items.count,
            let reason = AlertTransitions.moved(from: before, to: DevelopmentFacts(development, items))
        else { return nil }
        return reopening(summary, because: reason, now)
    }

    /// A later step of the matter, about which the same policy or tool is not asked for reasons of its own.
    private func followed(
        by next: DevelopmentFacts, _ previous: RowID<Development>, _ summary: AlertSummary
    ) throws -> Reopening? {
        guard let development = try store.development(previous) else { return nil }
        let before = DevelopmentFacts(
            development, try store.foundItems(development.members.map(\.item).sorted()))
        let treatments = next.members.flatMap { $0.findings.treatments.map(\.value) }
        guard let reason = AlertTransitions.moved(from: before.stage, to: next.stage, newTreatments: treatments) else {
            return nil
        }
        return reopening(summary, because: reason, next)
    }

    private func reopening(_ summary: AlertSummary, because reason: String, _ facts: DevelopmentFacts) -> Reopening {
        let proposal = rules.proposals(for: facts, raised: today).first { $0.subject == summary.alert.subject }
        var reasons = proposal?.reasons ?? summary.alert.reasons
        reasons.append(
            AlertReason(
                kind: .followed, value: facts.matters.first ?? AlertReason.unnamedMatter,
                evidence: [Evidence(rule: "moved on", words: reason, field: .source)]))
        return Reopening(
            alert: summary.alert.id, because: reason, reasons: reasons,
            due: proposal?.due.day ?? DueDates.suggestion(for: facts, raised: today).day,
            rank: proposal?.rank ?? summary.alert.rank)
    }
}
