import Model
import Store
import Syndication
import Testing

@testable import Watch

private let start = Instant(secondsSince1970: 1_780_000_000)

@Suite("When a source is read next") struct CadenceTests {
    @Test(
        "half of the window cannot roll over between two fetches",
        arguments: [
            // window, items a week, seconds
            (20, 10.0, 10_800), (20, 140.0, 10_800), (20, 1680.0, 3_600), (10, 100_000.0, 900), (0, 5.0, 10_800),
        ])
    func followsTheWindow(window: Int, perWeek: Double, seconds: Int) {
        let cadence = Cadence(every: 10_800)
        #expect(cadence.interval(.init(window: window, itemsPerWeek: perWeek)) == seconds)
    }

    @Test(
        "where too little is known, the dates of the entries tell how fast the window moves",
        arguments: [
            // hours between entries, entries, seen a week, a gap, entries a week
            (1, 25, nil, false, 175.0), (1, 25, 3.0, false, 3.0), (1, 25, 3.0, true, 175.0), (0, 25, nil, false, 175.0),
            (1, 2, nil, false, nil),
        ] as [(Int, Int, Double?, Bool, Double?)])
    func startsWithDates(hours: Int, count: Int, seen: Double?, isGap: Bool, perWeek: Double?) {
        let dates = (0..<count).map { start.adding(seconds: Int64($0 * hours * 3600)) }
        let rhythm = Cadence.Rhythm(dates: dates, window: count, seen: seen, isGap: isGap)
        #expect(rhythm?.itemsPerWeek == perWeek)
    }

    /// A court in its office hours: five entries an hour on four days, and nothing at night.
    private static let office = (0..<4).flatMap { day in
        (0..<40).map { start.adding(days: day).adding(seconds: Int64($0 * 720)) }
    }

    @Test(
        "the quickest hours of the last weeks count, by the dates of entries or by their arrival, not the mean",
        arguments: [true, false])
    func followsThePeak(isDated: Bool) throws {
        let now = try #require(Self.office.last)
        let dates = isDated ? Array(Self.office.suffix(10)) : []
        // Read each hour, so that five came at a time.
        let arrivals = isDated ? [] : Self.office.enumerated().map { Self.office[$0.offset / 5 * 5 + 4] }
        let known = SourceRhythm(window: 10, arrivals: arrivals, begun: start.adding(days: -7), dated: dates)
        let rhythm = try #require(Cadence.Rhythm(known, at: now))
        let cadence = Cadence(every: 10_800)
        #expect((2_400...3_700).contains(cadence.interval(rhythm)))
        let why = cadence.explanation(of: rhythm)
        #expect(why?.contains("of a window of 10 entries, 5 entries came within") == true, "\(why ?? "")")
        // Weeks later the peak is forgotten.
        let later = try #require(Cadence.Rhythm(known, at: now.adding(days: 30)))
        #expect(cadence.interval(later) == 10_800)
        #expect(Cadence(every: 10_800, override: 7_200).interval(rhythm) == 7_200)
    }

    @Test(
        "sources that are slow and steady, or publish in batches that fit, are asked no more often for it",
        arguments: [
            // seconds between entries, how many, entries of a batch, window
            (86_400, 20, 1, 20), (21_600, 40, 1, 20), (3_600, 60, 1, 20), (604_800, 3, 12, 20), (604_800, 3, 9, 10),
            (604_800, 3, 30, 20),
        ])
    func leavesTheSteady(step: Int, count: Int, batch: Int, window: Int) throws {
        let moments = (0..<count).flatMap { number in
            (0..<batch).map { start.adding(seconds: Int64(number * step + $0 * 20)) }
        }
        let now = try #require(moments.last)
        let known = SourceRhythm(
            window: window, begun: start.adding(days: -7), dated: Array(moments.suffix(window)))
        let rhythm = Cadence.Rhythm(known, at: now)
        #expect(Cadence(every: 10_800).interval(rhythm) == 10_800)
        #expect(Cadence(every: 10_800).explanation(of: rhythm) == nil)
    }

    @Test("a gap shortens the interval, and does so until none came for weeks")
    func remembersGaps() throws {
        let now = start.adding(seconds: 7_200)
        let cadence = Cadence(every: 10_800)
        let rhythm = try #require(
            Cadence.Rhythm(dates: [], window: 10, seen: 20, isGap: true, last: start, now: now))
        #expect(cadence.interval(rhythm) == 3_600)
        let arrivals = [start] + Array(repeating: now, count: 10)
        let known = SourceRhythm(window: 10, arrivals: arrivals, begun: start.adding(days: -30))
        #expect(cadence.interval(Cadence.Rhythm(known, at: now.adding(days: 20))) <= 3_600)
        #expect(cadence.interval(Cadence.Rhythm(known, at: now.adding(days: 29))) == 10_800)
    }

    @Test("the definition's own interval wins, but never below a quarter of an hour, or what is configured instead")
    func respectsOverride() {
        #expect(Cadence(every: 10_800, override: 86_400).interval(.init(window: 5, itemsPerWeek: 1e6)) == 86_400)
        #expect(Cadence(every: 10_800, override: 10).interval(nil) == 900)
        #expect(Cadence(every: 10).interval(nil) == 900)
        #expect(Cadence(every: 10_800, shortest: 20, override: 10).interval(nil) == 20)
        var generator = SystemRandomNumberGenerator()
        let retry = Cadence(every: 10, shortest: 20).retry(
            after: start, failures: 1, retryAfter: nil, using: &generator)
        #expect(retry == start.adding(seconds: 20))
    }

    @Test(
        "a publisher's wish to be read less often is granted as far as the window allows, for half a day at most",
        arguments: [
            // wished seconds, window, items a week, the definition's own, seconds
            (21_600, 20, 10.0, nil, 21_600), (3_600, 20, 10.0, nil, 10_800), (604_800, 20, 10.0, nil, 43_200),
            (43_200, 20, 280.0, nil, 21_600), (43_200, 20, 5_000.0, nil, 1_209), (43_200, 0, 0.0, nil, 10_800),
            (43_200, 20, 10.0, 3_600, 3_600),
        ] as [(Int, Int, Double, Int?, Int)])
    func grantsWishes(wished: Int, window: Int, perWeek: Double, override: Int?, seconds: Int) {
        let cadence = Cadence(every: 10_800, override: override)
        let rhythm = Cadence.Rhythm(window: window, itemsPerWeek: perWeek)
        #expect(cadence.interval(rhythm, wish: ReadingWish(every: wished)) == seconds)
    }

    @Test(
        "hours and days on which nothing appears are passed over, unless the window moves, and all of them are none",
        arguments: [
            // hours, days, items a week, hours until the next reading
            ([15, 16], [], 10.0, 5), ([], [5], 10.0, 12), ([13, 14], [], 1_680.0, 1), ([], [], 10.0, 3),
            (Array(0...23), Array(1...7), 10.0, 3),
        ] as [([Int], [Int], Double, Int64)])
    func passesOverRest(hours: [Int], days: [Int], perWeek: Double, expected: Int64) throws {
        // A Friday.
        let noon = try #require(Instant(rfc3339: "2026-05-29T12:00:00Z"))
        let next = Cadence(every: 10_800).next(
            after: noon, rhythm: .init(window: 20, itemsPerWeek: perWeek),
            wish: ReadingWish(restHours: hours, restDays: days), freshUntil: nil, jitter: 0)
        #expect(next == noon.adding(seconds: expected * 3600))
    }

    @Test(
        "what a feed says of its rhythm is a wish, and of two the one that asks more often counts",
        arguments: [
            ("<ttl>720</ttl>", ReadingWish(every: 43_200)), ("", nil),
            (
                "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
                .init(every: 21_600)
            ),
            ("<ttl>1440</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", .init(every: 3_600)),
            (
                "<skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>",
                .init(restHours: [3], restDays: [7])
            ),
        ] as [(String, ReadingWish?)])
    func readsWishes(elements: String, wish: ReadingWish?) throws {
        let feed = try Feed(
            Array(
                "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><title>T</title>\(elements)</channel></rss>"
                    .utf8), base: "")
        #expect(ReadingWish(feed.rhythm) == wish)
    }

    @Test("a server's freshness is believed up to the interval, and no longer")
    func capsFreshness() {
        let cadence = Cadence(every: 10_800)
        let next = cadence.next(after: start, rhythm: nil, freshUntil: start.adding(days: 365), jitter: 1)
        #expect(next == start.adding(seconds: 10_800))
    }

    @Test(
        "a failing source is asked less and less often, and never given up",
        arguments: [
            (1, 3_600), (2, 7_200), (3, 14_400), (6, 86_400), (1_000_000, 86_400),
        ])
    func backsOff(failures: Int, seconds: Int) {
        var generator = SystemRandomNumberGenerator()
        let due = Cadence(every: 10_800).retry(
            after: start, failures: failures, retryAfter: nil, using: &generator)
        #expect(due <= start.adding(seconds: Int64(seconds)))
        #expect(due >= start.adding(seconds: Int64(seconds / 2)))
    }

    @Test("a host that names a moment is not asked before it")
    func waitsForRetryAfter() {
        let named = start.adding(days: 2)
        var generator = SystemRandomNumberGenerator()
        #expect(
            Cadence(every: 900).retry(after: start, failures: 1, retryAfter: named, using: &generator) == named)
    }
}

@Suite("Silence") struct SilenceTests {
    private func arrivals(everyDays step: Int, count: Int) -> [Instant] {
        (0..<count).map { start.adding(days: $0 * step) }
    }

    @Test("a source silent for far longer than ever is reported with the figures")
    func reportsFrozen() {
        let last = start.adding(days: 60)
        let silence = Silence.abnormal(arrivals: arrivals(everyDays: 6, count: 11), now: last.adding(days: 19))
        #expect(silence?.figures == "19 days without a new entry; in the 60 days before never longer than 6")
    }

    @Test("a year is told only where a year was seen")
    func tellsWhatWasSeen() {
        let year = Silence.abnormal(arrivals: arrivals(everyDays: 30, count: 13), now: start.adding(days: 500))
        #expect(year?.figures == "140 days without a new entry; in the year before never longer than 30")
    }

    @Test("a feed that was frozen before anybody watched it is told by the dates of its entries")
    func reportsFrozenBefore() async throws {
        func view(of days: ClosedRange<Int>) async throws -> SourceView? {
            let installation = try Installation(at: "2026-06-20")
            try installation.publish(
                days.map { .init(id: "\($0)", title: "Ruling \($0)", text: "", day: "2026-02-\(9 + $0)") })
            _ = try await installation.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
            return try installation.workspace.sources().first
        }
        // Nine days are too few to tell a rhythm.
        #expect(try await view(of: 1...9)?.health == .ok)
        let view = try #require(try await view(of: 1...12))
        #expect(view.health == .silent)
        #expect(view.silence == "119 days without a new entry; in the 11 days before never longer than 1")
    }

    @Test(
        "a source that publishes in batches is not silent between them, and is where it is for far longer",
        arguments: [(1, 8, false), (2, 100, false), (10, 80, false), (10, 121, true)])
    func batches(count: Int, daysAfter: Int, isSilent: Bool) {
        let batches = (1...count).flatMap { Array(repeating: start.adding(days: 30 * $0), count: 12) }
        let rhythm = SourceRhythm(window: 12, arrivals: batches, begun: start)
        let now = start.adding(days: 30 * count + daysAfter)
        #expect((Silence.abnormal(rhythm, now: now) != nil) == isSilent)
    }

    @Test("the time from the first reading to the first arrival is a silence that is known")
    func firstSilence() {
        let arrivals = (0..<10).map { start.adding(days: 60 + $0) }
        let rhythm = SourceRhythm(arrivals: arrivals, begun: start)
        #expect(Silence.abnormal(rhythm, now: start.adding(days: 69 + 100)) == nil)
        #expect(Silence.abnormal(rhythm, now: start.adding(days: 69 + 181))?.longestBefore == 60)
    }

    @Test("what is missing to tell a silence is said", arguments: [(1, "1 day"), (3, "3 days"), (4, nil)])
    func missing(count: Int, days: String?) {
        let rhythm = SourceRhythm(arrivals: arrivals(everyDays: 7, count: count))
        #expect(
            Silence.missing(rhythm)
                == days.map { "silence cannot be told yet: entries came on \($0) of its last year, and 4 are needed" })
    }

    @Test("entries that are all dated the same tell no rhythm")
    func oneDate() {
        let rhythm = SourceRhythm(begun: start, dated: Array(repeating: start.adding(days: -90), count: 30))
        #expect(Silence.abnormal(rhythm, now: start) == nil)
    }

    @Test(
        "a weekly source that froze after few entries is told, the later the fewer they are",
        arguments: [
            // days between entries, how many, days after the last one, whether it is silent
            (7, 4, 35, false), (7, 4, 36, true), (7, 9, 28, false), (7, 9, 29, true), (7, 3, 300, false),
            (3, 5, 300, false), (10, 4, 50, false), (10, 4, 51, true),
        ])
    func reportsFewEntries(step: Int, count: Int, daysAfter: Int, isSilent: Bool) {
        let last = start.adding(days: (count - 1) * step)
        let silence = Silence.abnormal(
            arrivals: arrivals(everyDays: step, count: count), now: last.adding(days: daysAfter))
        #expect((silence != nil) == isSilent)
    }

    @Test(
        "a quiet court is not reported",
        arguments: [
            (6, 11, 60 + 18), (30, 11, 300 + 60), (1, 9, 400),
        ])
    func toleratesQuiet(step: Int, count: Int, nowAfter: Int) {
        #expect(
            Silence.abnormal(arrivals: arrivals(everyDays: step, count: count), now: start.adding(days: nowAfter))
                == nil)
    }
}
