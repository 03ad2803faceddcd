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
///
/// The store carries the same transitions out in SQL, within its transactions; a test holds both to one table.
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
            // Who is asked now has not put the question off.
            next.snoozedUntil = nil
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
}
