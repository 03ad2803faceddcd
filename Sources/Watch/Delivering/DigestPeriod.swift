import Foundation
import Model

/// Tells whether a recipient is to get a further digest: one for each period of the schedule, and within a period
/// another one only where it has news.
struct DigestPeriod {
    /// The last moment of the schedule.
    let began: Instant

    /// The period that a moment lies in.
    init(_ settings: Settings, at now: Instant) throws {
        let schedule = try settings.serve.expression(of: .digest)
        began = schedule.last(upTo: now, in: settings.timeZone) ?? now.adding(days: -settings.digest.every.days)
    }

    /// Whether a digest is to be written after one that was composed at some moment.
    ///
    /// - Parameters:
    ///   - draft: The digest.
    ///   - last: When the one before was composed.
    ///   - wasRefused: Whether all that is new in it was refused in this period by the address that it would go to.
    /// - Returns: Whether one is to be written.
    func wants(_ draft: DigestDraft, after last: Instant?, wasRefused: () throws -> Bool) rethrows -> Bool {
        guard let last, last >= began else { return true }
        return try draft.hasNews && !wasRefused()
    }
}
