import Digests
import Model
import Store

/// Tells how the matters of questions went on: what moved, the later steps, and what was answered before.
struct ContinuationTeller {
    /// Steps that are told of one question; the latest ones.
    private static let most = 5
    /// The kinds of notices of what was told once.
    private static let (step, movement) = ("step", "moved on")

    let context: DigestContext
    /// The later steps of each question.
    let steps: [RowID<Alert>: [RowID<Development>]]
    private let toldSteps: Set<String>
    private let toldMovements: Set<String>

    /// A teller for the questions of one recipient.
    init(_ context: DigestContext, _ alerts: [AlertSummary], key: String) throws {
        self.context = context
        steps = try context.store.laterSteps(of: alerts.map(\.alert.id))
        toldSteps = try context.store.notices(to: key, kind: Self.step)
        toldMovements = try context.store.notices(to: key, kind: Self.movement)
    }

    /// Whether a question that the reader knows moved on since they were told of it last.
    func hasNews(_ summary: AlertSummary) -> Bool { !untold(summary).isEmpty }

    /// What is to be stored so that a question's continuation is told as news once.
    func untold(_ summary: AlertSummary) -> [DigestCommit.Notice] {
        let alert = summary.alert
        let steps = (steps[alert.id] ?? []).map { "\(alert.id) \($0)" }.filter { !toldSteps.contains($0) }
        let movements = alert.reasons.compactMap(Movement.init).map { "\(alert.id)/\(summary.round) \($0.clause)" }
            .filter { !toldMovements.contains($0) }
        return steps.map { .init(Self.step, $0) } + (movements + found(summary)).map { .init(Self.movement, $0) }
    }

    /// What was found in a vendor's terms, or of a quoted passage, since the reader was told of the question.
    private func found(_ summary: AlertSummary) -> [String] {
        summary.alert.reasons.filter { $0.kind == .terms || $0.kind == .quote }.map { reason in
            let words = reason.evidence.map(\.words).joined(separator: " ")
            return "\(summary.alert.id)/\(summary.round) \(reason.value): \(words)"
        }.filter { !toldMovements.contains($0) }
    }

    /// How the matter of a question went on.
    func continuation(of summary: AlertSummary, isNew: Bool, _ language: Language) -> Continuation {
        let alert = summary.alert
        let answered = summary.answer.flatMap { answer in
            alert.reopened.map { _ in
                EarlierAnswer(
                    alert: alert.id, title: summary.item.title, answer: answer.answer, note: answer.note,
                    actor: answer.actor, day: context.day(of: answer.at))
            }
        }
        return Continuation(
            moved: alert.reasons.compactMap(Movement.init),
            steps: (steps[alert.id] ?? []).suffix(Self.most).reversed().compactMap { told($0, language) },
            answered: answered, isNews: !isNew && hasNews(summary))
    }

    private func told(_ step: RowID<Development>, _ language: Language) -> LaterStep? {
        context.reports.report(step, in: language).map { report in
            LaterStep(
                development: step, title: report.title, language: report.language, publisher: report.publisher,
                day: context.day(of: report.published ?? report.firstSeen), link: report.link,
                excerpt: report.excerpt)
        }
    }
}
