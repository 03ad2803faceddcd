public import Model

/// Who is asked when an owner does not answer.
public enum EscalationRules {
    /// What happens with an alert today.
    public enum Step: Sendable, Equatable {
        /// Nothing: it is answered, or not late.
        case wait
        /// This deputy is asked.
        case ask(ID<Owner>)
        /// No deputy is left: the management report names it.
        case report
    }

    /// The next step: deputies in order, then the management report. Who was asked has a grace period from the day on
    /// which an answer was due, or from that on which they were asked, if it is later.
    ///
    /// - Parameters:
    ///   - alert: The alert.
    ///   - deputies: The deputies, in order.
    ///   - asked: The day on which the alert was passed on to the person who is asked now; nil where it never was, and
    ///     deputies are taken to have been asked on the last day of a grace period each.
    ///   - today: Today.
    /// - Returns: The step.
    public static func step(for alert: Alert, deputies: [ID<Owner>], asked: Day? = nil, today: Day) -> Step {
        guard AlertTransitions.isLate(alert, today: today) else { return .wait }
        let turn = deputies.firstIndex(of: alert.owner).map { $0 + 1 } ?? 0
        let start = asked.map { max($0, alert.due) }
        let end = start ?? alert.due.adding(days: AlertTransitions.graceDays * turn)
        guard end.adding(days: AlertTransitions.graceDays) < today else { return .wait }
        return deputies.dropFirst(turn).first { $0 != alert.owner }.map(Step.ask) ?? .report
    }
}
