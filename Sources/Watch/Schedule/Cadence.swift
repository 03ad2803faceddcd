import Model
import Transport

/// When a source is to be read next.
struct Cadence: Sendable, Equatable {
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
        return max(shortest, min(max(every, wished), longest(rhythm, wish: wish) ?? every))
    }

    /// The seconds in which half of the window rolls over, at its usual pace or at its quickest; nil where too little is
    /// known.
    private func longest(_ rhythm: Rhythm?, wish: ReadingWish?) -> Int? {
        guard let rhythm, rhythm.window > 0 else { return nil }
        let limit = max(every, min(wish?.every ?? 0, Self.longestWish))
        let usual = rhythm.itemsPerWeek > 0 ? Double(rhythm.window) / 2 / rhythm.itemsPerWeek * 7 * 86_400 : .infinity
        let peak = rhythm.peak(within: limit, shortest: shortest).map { Double($0.seconds) } ?? .infinity
        return rhythm.itemsPerWeek > 0 || peak < .infinity ? Int(min(usual, peak, 1e9)) : nil
    }

    /// Why a source is read as often as it is, in a sentence with the figures; nil where nothing shortens the interval.
    func explanation(of rhythm: Rhythm?) -> String? {
        guard override == nil, let rhythm, interval(rhythm) < every else {
            return override.map { "read every \(Self.time(max(shortest, $0))), as its definition says" }
        }
        let interval = "read every \(Self.time(interval(rhythm)))"
        let window = "a window of \(rhythm.window.counted("entry", "entries"))"
        if let peak = rhythm.peak(within: every, shortest: shortest), peak.seconds <= longest(rhythm, wish: nil) ?? 0 {
            let within = peak.seconds == 0 ? "at once" : "within \(Self.time(peak.seconds))"
            return "\(interval): of \(window), \(peak.count.counted("entry", "entries")) came \(within) at the quickest"
        }
        let perWeek = (rhythm.itemsPerWeek * 10).rounded() / 10
        return "\(interval): of \(window), half is new at \(perWeek) entries a week"
    }

    private static func time(_ seconds: Int) -> String {
        seconds < 5400 ? max(1, seconds / 60).counted("minute", "minutes") : "\(Double(seconds / 360) / 10) hours"
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
        guard override == nil, let wish, let longest = longest(rhythm, wish: wish) else { return due }
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
