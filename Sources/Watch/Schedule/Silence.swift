import Model
import Store

/// Tells a frozen feed from a quiet authority.
struct Silence: Sendable, Equatable {
    /// When the last entry came.
    var since: Instant
    /// Whole days without a new entry.
    var days: Int
    /// The longest time without a new entry in the time before the last one, in whole days.
    var longestBefore: Int
    /// How long that time is, in whole days: a year where so much is known.
    var daysBefore: Int

    /// `19 days without a new entry; in the 60 days before never longer than 6`.
    var figures: String {
        let before = daysBefore >= Self.year ? "year" : daysBefore.counted("day", "days")
        return "\(days) days without a new entry; in the \(before) before never longer than \(longestBefore)"
    }

    /// Days with an arrival that tell a rhythm at the least.
    private static let fewest = 4
    /// Days that are as good as a year.
    private static let year = 360

    /// Whether a source has been silent for far longer than in its last lively year; nil where it has not.
    ///
    /// Where few entries came since the first reading, those of the first reading count, each day once, so that a feed
    /// that was frozen before anybody watched it is told, too.
    ///
    /// - Parameters:
    ///   - rhythm: What is known of the source's rhythm, with dates.
    ///   - now: The moment.
    /// - Returns: The silence, where it is abnormal.
    static func abnormal(_ rhythm: SourceRhythm, now: Instant) -> Silence? {
        abnormal(arrivals: lastYear(of: rhythm), now: now)
    }

    /// What is missing before an abnormal silence could be told: entries on too few days tell no rhythm; nil where enough
    /// is known.
    ///
    /// - Parameter rhythm: What is known of the source's rhythm, with dates.
    /// - Returns: The words.
    static func missing(_ rhythm: SourceRhythm) -> String? {
        let days = Set(lastYear(of: rhythm).map(\.day)).count
        guard days < fewest else { return nil }
        return "silence cannot be told yet: entries came on \(days.counted("day", "days")) of its last year, and "
            + "\(fewest) are needed"
    }

    /// When entries came in the year before the last one.
    private static func lastYear(of rhythm: SourceRhythm) -> [Instant] {
        // Of entries before the first reading no more is known than their dates: without these it begins there.
        let isDated = rhythm.arrivalDays < SourceRhythm.enough && !rhythm.dated.isEmpty
        let known = isDated ? rhythm.dated.map(\.day.midnightUTC) : [rhythm.begun].compactMap(\.self)
        let all = rhythm.arrivals + known
        guard let year = all.max()?.adding(days: -365) else { return [] }
        return all.filter { $0 >= year }
    }

    /// Whether a source has been silent for far longer than in its last lively year; nil where it has not.
    ///
    /// Far longer is three times the longest silence and a week besides. Of arrivals on fewer than ten days it takes the
    /// longer the fewer they are, up to five times and three weeks; fewer than four, or less than three weeks, prove
    /// nothing, however many came at once.
    ///
    /// - Parameters:
    ///   - arrivals: When entries were first seen in that year.
    ///   - now: The moment.
    /// - Returns: The silence, where it is abnormal.
    static func abnormal(arrivals: [Instant], now: Instant) -> Silence? {
        let sorted = arrivals.sorted()
        let days = Set(sorted.map(\.day)).count
        guard days >= fewest, let last = sorted.last else { return nil }
        let longest = zip(sorted, sorted.dropFirst()).map { $1.seconds(since: $0) }.max() ?? 0
        let now = now.seconds(since: last)
        let known = last.seconds(since: sorted[0])
        let missing = max(0, SourceRhythm.enough - days)
        let margin: Int64 = (missing > 0 ? 21 : 7) * 86_400
        guard missing == 0 || known >= margin, now * 3 > longest * Int64(9 + missing), now > longest + margin else {
            return nil
        }
        return Silence(
            since: last, days: Int(now / 86_400), longestBefore: Int((longest + 86_399) / 86_400),
            daysBefore: Int((known + 86_399) / 86_400))
    }
}
