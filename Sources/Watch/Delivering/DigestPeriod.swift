import Foundation
import Model

/// Tells whether a recipient is to get a further digest: one for each period of the schedule, and within a period
/// another one only where it has news.
struct DigestPeriod {
    /// The last moment of the schedule.
    let began: Instant
    private let now: Instant

    /// The period that a moment lies in.
    init(_ settings: Settings, at now: Instant) throws {
        let schedule = try settings.serve.expression(of: .digest)
        began = schedule.last(upTo: now, in: settings.timeZone) ?? now.adding(days: -settings.digest.every.days)
        self.now = now
    }

    /// Whether a digest is to be written after one that was composed at some moment; one that a clock which was ahead
    /// dates later than now belongs to no period.
    func wants(_ draft: DigestDraft, after last: Instant?) -> Bool {
        guard let last, last >= began, last <= now else { return true }
        return draft.hasNews
    }
}
