import Digests
import Model

/// Where a policy stands, for a digest.
struct PolicyStanding: Sendable {
    var status: PolicyStatus
    /// The rule that gave the status, with its facts.
    var why: String
    /// Every rule that was looked at, with its facts.
    var rules: [String]
    /// The day of the next review by the calendar.
    var reviewDue: Day?
    /// Whether that day is within a month, or past.
    var reviewIsNear: Bool
    /// Whether the review interval has run out, or was never begun.
    var reviewIsOut: Bool
    /// The earliest day on which anything is due.
    var due: Day?
    /// Who says that it needs an update; nil where nobody does.
    var needed: NeededUpdate?

    /// Whether the owner has something to do although nothing happened.
    var needsAttention: Bool { status != .current || reviewIsNear }
}
