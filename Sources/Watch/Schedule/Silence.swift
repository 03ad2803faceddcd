import Model

/// Tells a frozen feed from a quiet authority.
public struct Silence: Sendable, Equatable {
    /// Whole days without a new entry.
    public var days: Int
    /// The longest time without a new entry that the source ever had before, in whole days.
    public var longestBefore: Int

    /// `19 days; never longer than 6 before`.
    public var figures: String { "\(days) days without a new entry; never longer than \(longestBefore) before" }

    /// Whether a source has been silent for far longer than ever before; nil where it has not.
    ///
    /// Far longer is three times the longest silence and a week besides; a source of which fewer than ten arrivals
    /// are known proves nothing.
    ///
    /// - Parameters:
    ///   - arrivals: When entries were first seen, apart from those of the very first reading.
    ///   - now: The moment.
    /// - Returns: The silence, where it is abnormal.
    static func abnormal(arrivals: [Instant], now: Instant) -> Silence? {
        let sorted = arrivals.sorted()
        guard sorted.count >= 10, let last = sorted.last else { return nil }
        let longest = zip(sorted, sorted.dropFirst()).map { $1.seconds(since: $0) }.max() ?? 0
        let now = now.seconds(since: last)
        guard now > longest * 3, now > longest + 7 * 86_400 else { return nil }
        return Silence(days: Int(now / 86_400), longestBefore: Int((longest + 86_399) / 86_400))
    }
}
