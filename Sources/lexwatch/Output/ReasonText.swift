import Model
import Watch

/// One reason of an alert, in one line.
enum ReasonText {
    /// The line of the policy that was met, the words that met it, and what was weighed besides.
    static func line(_ reason: AlertReason, _ day: (Instant) -> Day) -> String {
        if reason.kind == .terms { return terms(reason) }
        return reason.kind == .step ? moved(reason) : reason.clause(day)
    }

    /// The parts of a rank and their sum.
    static func line(_ rank: Rank) -> String {
        let parts = rank.parts.map { "\($0.name) \($0.points >= 0 ? "+" : "")\($0.points)" }
        return "rank \(rank.total): \(parts.joined(separator: ", "))"
    }

    /// That a person took a topic away which is a reason.
    static func line(_ label: LabelView, _ day: (Instant) -> Day) -> String {
        "\(label.topic) was taken away from item \(label.item) by \(label.actor) on \(day(label.at))"
    }

    /// The same question as it was put before, with its answer.
    static func line(_ round: AnsweredRoundView, _ day: (Instant) -> Day) -> String {
        let reasons = round.reasons.isEmpty ? "" : " (\(round.reasons.joined(separator: "; ")))"
        let note = round.note.isEmpty ? "" : ": \(round.note)"
        return "put on \(day(round.put)) to \(round.subject): “\(round.title)”\(reasons), answered "
            + "\(round.answer.rawValue) by \(round.answeredBy) on \(day(round.answeredAt))\(note)"
    }

    /// An earlier answer to a question like the one that is asked.
    static func line(_ earlier: EarlierAnswerView, _ day: (Instant) -> Day) -> String {
        let note = earlier.note.isEmpty ? "" : ": \(earlier.note)"
        let shared = earlier.shared.isEmpty ? "" : " (\(earlier.shared.joined(separator: ", ")))"
        return "before: alert \(earlier.alert) on \(earlier.subject), “\(earlier.title)”\(shared) was answered "
            + "\(earlier.answer.rawValue) by \(earlier.answeredBy) on \(day(earlier.answeredAt))\(note)"
    }

    /// An answer that another one replaced.
    static func replaced(_ answer: EarlierAnswerView, _ day: (Instant) -> Day) -> String {
        let note = answer.note.isEmpty ? "" : ": \(answer.note)"
        return "replaced: \(answer.answer.rawValue) by \(answer.answeredBy) on \(day(answer.answeredAt))\(note)"
    }

    /// A later step of the alert's matter.
    static func line(_ step: LaterStepView, _ day: (Instant) -> Day) -> String {
        let link = step.link.map { " \($0)" } ?? ""
        return "\(day(step.at)) \(step.publisher): \(step.title) (item \(step.item))\(link)"
    }

    /// Why the question is put again, or was added to.
    private static func moved(_ reason: AlertReason) -> String {
        let words = reason.words.prefix(6).map { "“\($0.words)”" }.joined(separator: ", ")
        return
            "moved on: \(reason.value): \(reason.remarks.joined(separator: "; "))\(words.isEmpty ? "" : ": \(words)")"
    }

    /// A clause of a vendor's terms, as it was and as it is.
    private static func terms(_ reason: AlertReason) -> String {
        let clauses = reason.words.map { $0.context.isEmpty ? "“\($0.words)”" : $0.context }
        return "the vendor's terms, look here: \(reason.value): \(clauses.joined(separator: " "))"
    }
}
