public import Model

/// A policy's status: all rules, in the order in which the first that holds decides.
public enum PolicyStatusRules {
    /// What the status follows from.
    public struct Facts: Sendable {
        /// The policy's marks, in any order.
        public var marks: [PolicyMark]
        /// The due days of its open alerts; one that is put off waits for an answer all the same.
        public var openAlerts: [Day]
        /// Answers that say that it needs an update, the first one first.
        public var updates: [Assessment]
        /// Today.
        public var today: Day
        /// The day that a moment falls on where the organisation is.
        public var day: @Sendable (Instant) -> Day
        /// Facts from their parts.
        public init(
            marks: [PolicyMark], openAlerts: [Day], updates: [Assessment] = [], today: Day,
            day: @escaping @Sendable (Instant) -> Day = \.day
        ) {
            self.marks = marks
            self.openAlerts = openAlerts
            self.updates = updates
            self.today = today
            self.day = day
        }
    }

    /// A status, the rule that gave it and its facts.
    public struct Verdict: Sendable, Equatable {
        /// The status.
        public var status: PolicyStatus
        /// The rule and its facts, in one sentence.
        public var why: String
        /// The next day on which something is due; nil where nothing is.
        public var due: Day?
    }

    /// The status and why.
    ///
    /// 1. An update that was promised for a day that is past: `overdue`.
    /// 2. An alert whose due day is past by more than the grace: `overdue`.
    /// 3. The last mark, or an answer to an alert since, says `needs-update`: `needs-update`.
    /// 4. An open alert: `alerts-open`.
    /// 5. The review interval has run out, or was never begun: `review-due`.
    /// 6. Otherwise `current`.
    public static func verdict(for policy: Policy, _ facts: Facts) -> Verdict {
        let last = lastMark(facts.marks)
        let review = reviewDue(policy, facts.marks, day: facts.day)
        if let last, last.kind == .needsUpdate, let due = last.due, due < facts.today {
            return Verdict(status: .overdue, why: "an update was promised for \(due) and is not marked", due: due)
        }
        if let first = facts.openAlerts.min(), first.adding(days: AlertTransitions.graceDays) < facts.today {
            return Verdict(status: .overdue, why: "an alert waits for an answer since \(first)", due: first)
        }
        if let last, last.kind == .needsUpdate {
            return Verdict(
                status: .needsUpdate, why: "marked needs-update on \(facts.day(last.at)) by \(last.actor)",
                due: last.due)
        }
        if let answer = pendingUpdates(facts.updates, facts.marks).first {
            return Verdict(
                status: .needsUpdate,
                why:
                    "alert \(answer.alert) was answered needs-update on \(facts.day(answer.at)) by \(answer.actor), and no "
                    + "mark since settles it", due: nil)
        }
        if let first = facts.openAlerts.min() {
            let count = facts.openAlerts.count
            let noun = count == 1 ? "1 alert is open" : "\(count) alerts are open"
            return Verdict(status: .alertsOpen, why: "\(noun), the first due on \(first)", due: first)
        }
        if let review, review <= facts.today {
            return Verdict(status: .reviewDue, why: "the review was due on \(review)", due: review)
        }
        if review == nil, let interval = policy.reviewEvery, interval.months > 0 || interval.days > 0 {
            return Verdict(status: .reviewDue, why: "it has a review interval and was never reviewed", due: facts.today)
        }
        let rest = review.map { "the next review is due on \($0)" } ?? "no review interval is set"
        return Verdict(status: .current, why: "no mark and no alert asks for anything; \(rest)", due: review)
    }

    /// The mark that counts: the newest; of several at one moment the one recorded last.
    public static func lastMark(_ marks: [PolicyMark]) -> PolicyMark? {
        marks.enumerated().max { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }?.element
    }

    /// The answers that say that a policy needs an update, and that no mark since has settled: neither that it is updated,
    /// nor that a review found it right, nor that the update is promised.
    public static func pendingUpdates(_ updates: [Assessment], _ marks: [PolicyMark]) -> [Assessment] {
        guard let last = lastMark(marks) else { return updates }
        return updates.filter { $0.at > last.at }
    }

    /// Whether the review interval has run out, or was never begun, whatever else decides the status.
    public static func isReviewOut(
        _ policy: Policy, _ marks: [PolicyMark], today: Day, day: (Instant) -> Day = \.day
    ) -> Bool {
        guard let interval = policy.reviewEvery, interval.months > 0 || interval.days > 0 else { return false }
        return reviewDue(policy, marks, day: day).map { $0 <= today } ?? true
    }

    /// The day of the next review, counted from the last mark `reviewed` or `updated`, or from the day in the file,
    /// whichever is later; nil where there is no interval or nothing to count from.
    public static func reviewDue(_ policy: Policy, _ marks: [PolicyMark], day: (Instant) -> Day = \.day) -> Day? {
        guard let interval = policy.reviewEvery, interval.months > 0 || interval.days > 0 else { return nil }
        let marked = marks.filter { $0.kind != .needsUpdate }.map { day($0.at) }.max()
        return [marked, policy.reviewedOn].compactMap { $0 }.max().map(interval.due(after:))
    }
}
