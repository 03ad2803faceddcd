public import Model

/// When an alert is late, and when the development that it is about moved on.
public enum AlertTransitions {
    /// Days after the due date before a deputy is asked.
    public static let graceDays = 7

    /// Whether an open alert is past its due date, or the day until which it was snoozed, and the grace after it.
    public static func isLate(_ alert: Alert, today: Day) -> Bool {
        let awaited = max(alert.due, alert.snoozedUntil ?? alert.due)
        return alert.state == .open && awaited.adding(days: graceDays) < today
    }
}
