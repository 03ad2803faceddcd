import Model
import Transport

/// When a source is to be read next.
struct Cadence: Sendable, Equatable {
    /// What is known of a source's own rhythm.
    struct Rhythm: Sendable, Equatable {
        /// Entries that the source holds at a time.
        var window: Int
        /// New entries a week, as we saw them.
        var itemsPerWeek: Double

        /// A rhythm from its parts.
        init(window: Int, itemsPerWeek: Double) {
            self.window = window
            self.itemsPerWeek = itemsPerWeek
        }

        /// The rhythm after a reading. What arrived is believed; where too little is known, or entries came and went
        /// unseen, the dates of the entries tell how fast the window moves.
        ///
        /// - Parameters:
        ///   - dates: When entries that the source holds were published, where it says so.
        ///   - window: Entries that the source holds.
        ///   - seen: New entries a week, as we saw them; nil where too little is known.
        ///   - isGap: Whether the window moved past all that was known.
        init?(dates: [Instant], window: Int, seen: Double?, isGap: Bool) {
            var perWeek = seen
            if seen == nil || isGap, dates.count > 2, let first = dates.min(), let last = dates.max() {
                // Entries that are all dated alike, such as by the day, say no more than that it was one day.
                let days = last > first ? Double(last.seconds(since: first)) / 86_400 : 1
                perWeek = max(seen ?? 0, Double(dates.count) * 7 / max(days, 1.0 / 24))
            }
            guard let perWeek else { return nil }
            self.init(window: window, itemsPerWeek: perWeek)
        }
    }

    /// A source that fails is asked at least this often, in seconds, unless its host names a later moment, or its
    /// definition a longer interval.
    static let longestBackoff = 24 * 3600

    /// A publisher that wishes to be read less often is waited for up to this long, in seconds: news still comes the same
    /// day.
    static let longestWish = 12 * 3600

    /// The longest time between two fetches, in seconds, unless the publisher wishes a longer one.
    var every: Int
    /// No source is asked more often than this, in seconds.
    var shortest = FetchSettings().shortest
    /// The definition's own interval, which wins over everything but a pause.
    var override: Int?

    /// The same for a source whose definition may have an interval of its own.
    func of(_ source: Source) -> Cadence {
        Cadence(every: every, shortest: shortest, override: source.every)
    }

    /// The interval after a fetch that saw the source: short enough that half of the window cannot roll over, whatever the
    /// publisher wishes.
    func interval(_ rhythm: Rhythm?, wish: ReadingWish? = nil) -> Int {
        if let override { return max(shortest, override) }
        let wished = min(wish?.every ?? 0, Self.longestWish)
        return max(shortest, min(max(every, wished), longest(rhythm) ?? every))
    }

    /// The seconds in which half of the window rolls over; nil where too little is known.
    private func longest(_ rhythm: Rhythm?) -> Int? {
        guard let rhythm, rhythm.window > 0, rhythm.itemsPerWeek > 0 else { return nil }
        return Int(min(Double(rhythm.window) / 2 / rhythm.itemsPerWeek * 7 * 86_400, 1e9))
    }

    /// The moment after a fetch that saw the source.
    ///
    /// - Parameters:
    ///   - now: When the fetch was.
    ///   - rhythm: What is known of the source's rhythm.
    ///   - wish: How often the publisher asks to be read, and when not at all.
    ///   - freshUntil: Until when the server calls its answer fresh; believed up to the interval.
    ///   - jitter: 0 to 1, from a generator, to spread the sources.
    /// - Returns: The moment.
    func next(
        after now: Instant, rhythm: Rhythm?, wish: ReadingWish? = nil, freshUntil: Instant?, jitter: Double
    ) -> Instant {
        let interval = interval(rhythm, wish: wish)
        let spread = Int(Double(interval) * 0.1 * jitter)
        var due = now.adding(seconds: Int64(interval - spread))
        if let freshUntil, freshUntil > due { due = min(freshUntil, now.adding(seconds: Int64(interval))) }
        guard override == nil, let wish, let longest = longest(rhythm) else { return due }
        return wish.firstMoment(from: due, notAfter: now.adding(seconds: Int64(min(longest, Self.longestWish))))
    }

    /// The moment after a fetch that failed: later after each failure in a row, never given up.
    ///
    /// - Parameters:
    ///   - now: When the fetch was.
    ///   - failures: Failures in a row, this one included.
    ///   - retryAfter: The moment that the host named.
    ///   - generator: Where the jitter comes from.
    /// - Returns: The moment.
    func retry(
        after now: Instant, failures: Int, retryAfter: Instant?, using generator: inout some RandomNumberGenerator
    ) -> Instant {
        let backoff = Backoff(first: min(override ?? every, 3600), most: max(Self.longestBackoff, override ?? 0))
        let wait = max(shortest, backoff.seconds(afterFailures: failures, using: &generator))
        let due = now.adding(seconds: Int64(wait))
        return max(due, retryAfter ?? due)
    }
}
