import Model
import Store

extension Cadence {
    /// What is known of a source's own rhythm.
    struct Rhythm: Sendable, Equatable {
        /// Entries that the source holds at a time.
        var window: Int
        /// New entries a week, as we saw them.
        var itemsPerWeek: Double
        /// When entries of the last weeks came, each list in order: by their own dates, and as we saw them.
        var moments: [[Instant]] = []

        /// A rhythm from its parts.
        init(window: Int, itemsPerWeek: Double, moments: [[Instant]] = []) {
            self.window = window
            self.itemsPerWeek = itemsPerWeek
            self.moments = moments
        }

        /// The rhythm after a reading. What arrived is believed; where too little is known, or entries came and went
        /// unseen, the dates of the entries tell how fast the window moves.
        ///
        /// - Parameters:
        ///   - dates: When entries that the source holds were published, where it says so.
        ///   - window: Entries that the source holds.
        ///   - seen: New entries a week, as we saw them; nil where too little is known.
        ///   - isGap: Whether the window moved past all that was known.
        ///   - known: When entries came, as far as it was known before.
        ///   - last: When the source was read before.
        ///   - now: The moment of the reading; nil where only the pace is asked for.
        init?(
            dates: [Instant], window: Int, seen: Double?, isGap: Bool, known: [[Instant]] = [], last: Instant? = nil,
            now: Instant? = nil
        ) {
            var moments = known
            if let now {
                moments.append(Self.telling(dates, at: now))
                // A whole window came since the reading before, and maybe more.
                if isGap, let last, last < now { moments.append(Self.evenly(window, from: last, to: now)) }
            }
            moments.removeAll { $0.count < 2 }
            var perWeek = seen
            if seen == nil || isGap, dates.count > 2, let first = dates.min(), let last = dates.max() {
                // Entries that are all dated alike, such as by the day, say no more than that it was one day.
                let days = last > first ? Double(last.seconds(since: first)) / 86_400 : 1
                perWeek = max(seen ?? 0, Double(dates.count) * 7 / max(days, 1.0 / 24))
            }
            guard perWeek != nil || !moments.isEmpty else { return nil }
            self.init(window: window, itemsPerWeek: perWeek ?? 0, moments: moments)
        }

        /// The rhythm by what is stored of a source; nil where that is too little.
        init?(_ known: SourceRhythm, at now: Instant) {
            let window = known.window ?? 0
            self.init(
                dates: known.dated, window: window, seen: known.itemsPerWeek(at: now), isGap: false,
                known: [Self.spread(known.arrivals, window: window, at: now)], now: now)
        }

        /// What came at the quickest, where the usual interval is too long for it.
        ///
        /// What came within the usual interval and fills no more than three quarters of the window leaves it as it is:
        /// a court that publishes in batches is asked no more often for that. A batch that no interval can divide counts
        /// as one, with half of what is left of the window beside it.
        ///
        /// - Parameters:
        ///   - limit: The usual interval, in seconds.
        ///   - shortest: No source is asked more often than this, in seconds.
        /// - Returns: How many entries in how many seconds; nil where the usual interval will do.
        func peak(within limit: Int, shortest: Int) -> (count: Int, seconds: Int)? {
            moments.compactMap { moments -> (count: Int, seconds: Int)? in
                let half = max(1, window / 2)
                let batch = Self.most(of: moments, within: shortest)
                // What comes all at once cannot be caught by asking more often.
                guard batch < window else { return nil }
                let count = batch > half ? batch + max(1, (window - batch) / 2) : half
                guard Self.most(of: moments, within: limit) > max(count, window * 3 / 4) else { return nil }
                let seconds = zip(moments, moments.dropFirst(count)).map { $1.seconds(since: $0) }.min()
                return seconds.map { (count, Int($0)) }
            }
            .min { $0.seconds < $1.seconds }
        }

        /// Seconds of the last weeks, whose quickest hours count.
        private static let weeks: Int64 = 4 * 7 * 86_400

        /// Dates that tell the hour: none that are the same for many entries, as those by the day are.
        private static func telling(_ dates: [Instant], at now: Instant) -> [Instant] {
            let recent = dates.filter { $0 <= now && $0 > now.adding(seconds: -weeks) }.sorted()
            return Set(recent).count * 2 > recent.count ? recent : []
        }

        /// Entries that were first seen together came at any time since those before. A whole window at once came and
        /// went unseen: for weeks that is taken for the work of some hours, so that its gap is no rule.
        private static func spread(_ arrivals: [Instant], window: Int, at now: Instant) -> [Instant] {
            let recent = arrivals.filter { $0 <= now && $0 > now.adding(seconds: -weeks) }
            var moments: [Instant] = []
            var start = 0
            while start < recent.count {
                let end = recent[start...].firstIndex { $0 != recent[start] } ?? recent.count
                let before = start > 0 ? recent[start - 1] : recent[start].adding(days: -1)
                let isGap = end - start >= max(2, window)
                let earliest = isGap ? max(before, recent[start].adding(seconds: -longestSpread)) : before
                moments += evenly(end - start, from: earliest, to: recent[start])
                start = end
            }
            return moments
        }

        private static let longestSpread: Int64 = 3 * 3600

        private static func evenly(_ count: Int, from start: Instant, to end: Instant) -> [Instant] {
            (0..<count).map { start.adding(seconds: end.seconds(since: start) * Int64($0 + 1) / Int64(count)) }
        }

        /// The most entries that came within some seconds.
        private static func most(of moments: [Instant], within seconds: Int) -> Int {
            var (start, most) = (0, 0)
            for (end, moment) in moments.enumerated() {
                while moment.seconds(since: moments[start]) >= Int64(seconds) { start += 1 }
                most = max(most, end - start + 1)
            }
            return most
        }
    }
}
