public import Model

/// By when an answer is suggested.
public enum DueDates {
    /// A day and the words that explain it.
    public struct Suggestion: Sendable, Equatable {
        /// The day.
        public var day: Day
        /// Why this day.
        public var because: String
    }

    /// Nobody is asked to answer faster than this, unless a deadline of the law is nearer.
    public static let minimumDays = 3

    /// So many days as the stage leaves, or two weeks before the first legal date that lies ahead where that is sooner;
    /// never later than the policy's next review, never before the minimum. What has to be said until a deadline is of no
    /// use after it: where it ends before the minimum, today included, its own day is suggested.
    ///
    /// - Parameters:
    ///   - facts: The development.
    ///   - raised: The day on which the question is put.
    ///   - review: The day of the policy's next review; nil where it has none.
    /// - Returns: The day and its reason.
    public static func suggestion(for facts: DevelopmentFacts, raised: Day, review: Day? = nil) -> Suggestion {
        let earliest = raised.adding(days: minimumDays)
        let deadline = facts.dates.first { $0.kind == .deadline && $0.date >= raised }
        if let deadline, deadline.date < earliest {
            return Suggestion(day: deadline.date, because: "the deadline itself, on \(deadline.date)")
        }
        var best = byStage(facts.stage, raised)
        if let next = facts.dates.first(where: { $0.date > raised }) {
            let day = next.date.adding(days: -14)
            if day < best.day {
                best = Suggestion(day: day, because: "two weeks before \(next.kind.rawValue) on \(next.date)")
            }
        }
        if let review, review > raised, review < best.day {
            best = Suggestion(day: review, because: "with the policy's review on \(review)")
        }
        guard best.day < earliest else { return best }
        return Suggestion(day: earliest, because: "\(best.because), but not before \(minimumDays) days have passed")
    }

    private static func byStage(_ stage: Stage, _ raised: Day) -> Suggestion {
        let days =
            switch stage {
            case .inForce, .decided: 14
            case .adopted: 21
            case .proposed, .pending, .none: 30
            }
        let name = stage == .none ? "a development of no stated stage" : "what is \(stage.rawValue)"
        return Suggestion(day: raised.adding(days: days), because: "\(days) days for \(name)")
    }
}
