public import Model

/// What can happen to an alert.
public enum AlertEvent: Sendable, Equatable {
    /// The owner answers.
    case assess(Assessment.Answer)
    /// The development moved on, for the reason given; a new answer is suggested by the day.
    case moveOn(because: String, due: Day)
    /// It is hidden until a day.
    case snooze(until: Day)
    /// Somebody else is to answer.
    case delegate(to: ID<Owner>)
    /// Nobody answered: the deputy is asked.
    case escalate(to: ID<Owner>)
}

/// Why an event cannot happen to an alert.
public enum AlertRefusal: Error, Sendable, Equatable {
    /// It was answered before.
    case isAssessed
    /// The day is not ahead.
    case notInFuture(Day)
    /// That person is asked already.
    case sameOwner(ID<Owner>)
    /// It is not late yet.
    case notLate(due: Day)
}

/// The alert's state machine.
public enum AlertTransitions {
    /// Days after the due date before a deputy is asked.
    public static let graceDays = 7

    /// The alert after an event.
    ///
    /// - Parameters:
    ///   - alert: The alert as it is.
    ///   - event: What happens.
    ///   - at: When.
    ///   - today: The day of it where the organisation is.
    /// - Returns: The alert as it is then.
    /// - Throws: Why it cannot happen.
    public static func after(
        _ alert: Alert, _ event: AlertEvent, at: Instant, today: Day
    ) throws(AlertRefusal) -> Alert {
        var next = alert
        switch (alert.state, event) {
        case (.open, .assess):
            next.state = .assessed
            next.snoozedUntil = nil
        case (.open, .moveOn(_, let due)):
            next.due = min(alert.due, due)
            next.snoozedUntil = nil
        case (.assessed, .moveOn(_, let due)):
            next.state = .open
            next.due = due
            next.reopened = at
            next.snoozedUntil = nil
        case (.open, .snooze(let day)):
            guard day > today else { throw .notInFuture(day) }
            next.snoozedUntil = day
        case (.open, .delegate(let owner)):
            guard owner != alert.owner else { throw .sameOwner(owner) }
            next.owner = owner
        case (.open, .escalate(let owner)):
            guard isLate(alert, today: today) else { throw .notLate(due: alert.due) }
            guard owner != alert.owner else { throw .sameOwner(owner) }
            next.owner = owner
            next.snoozedUntil = nil
        case (.assessed, .assess), (.assessed, .snooze), (.assessed, .delegate), (.assessed, .escalate):
            throw .isAssessed
        }
        return next
    }

    /// Whether an open alert is past its due date, or the day until which it was snoozed, and the grace after it.
    public static func isLate(_ alert: Alert, today: Day) -> Bool {
        let awaited = max(alert.due, alert.snoozedUntil ?? alert.due)
        return alert.state == .open && awaited.adding(days: graceDays) < today
    }

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
        var joined = after
        joined.members = after.members.filter { member in
            guard !before.members.contains(member) else { return false }
            guard let ruled, let published = member.text.published else { return true }
            return published >= ruled
        }
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

    /// The next step: deputies in order, a grace period each, then the management report.
    ///
    /// - Parameters:
    ///   - alert: The alert.
    ///   - deputies: The deputies, in order.
    ///   - asked: The day on which the person who is asked now was asked; nil where that is not known.
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
