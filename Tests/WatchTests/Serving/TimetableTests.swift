import Foundation
import Model
import Testing

@testable import Watch

@Suite("The timetable of serve") struct TimetableTests {
    private func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

    private func timetable(
        fetch: String = "hourly", digest: String = "Mon 08:00", jitter: Int = 0, last: [ServeJob: Instant] = [:],
        now: String
    ) throws -> Timetable {
        var settings = ServeSettings()
        settings.fetch = try CalendarExpression(fetch)
        settings.digest = try CalendarExpression(digest)
        settings.jitter = jitter
        return try Timetable(settings, zone: .gmt, lastRuns: last, now: instant(now), seed: 7)
    }

    @Test("nothing is due before its moment, and a job is due once")
    func once() throws {
        var table = try timetable(now: "2026-11-24T10:10:00Z")
        #expect(table.due(at: try instant("2026-11-24T10:59:59Z")) == nil)
        let due = try #require(table.due(at: try instant("2026-11-24T11:00:00Z")))
        #expect(due == .init(job: .fetch, scheduled: try instant("2026-11-24T11:00:00Z"), missed: 0))
        table.began(.fetch, at: try instant("2026-11-24T11:00:00Z"))
        #expect(table.due(at: try instant("2026-11-24T11:30:00Z")) == nil)
    }

    @Test("what was missed while the machine slept or the service was down is done once")
    func catchUp() throws {
        var table = try timetable(
            last: [.fetch: try instant("2026-11-24T08:00:00Z"), .digest: try instant("2026-11-16T08:00:00Z")],
            now: "2026-11-24T12:30:00Z")
        let now = try instant("2026-11-24T12:30:00Z")
        #expect(table.due(at: now)?.job == .digest)
        #expect(table.due(at: now)?.missed == 0)
        table.began(.digest, at: now)
        #expect(table.due(at: now) == nil)
        let other = try timetable(last: [.fetch: try instant("2026-11-24T08:00:00Z")], now: "2026-11-24T12:30:00Z")
        #expect(other.due(at: now)?.missed == 3)
    }

    @Test("a first start waits for the first moment")
    func firstStart() throws {
        let table = try timetable(now: "2026-11-24T10:10:00Z")
        #expect(table.next(.digest) == (try instant("2026-11-30T08:00:00Z")))
    }

    @Test("a clock that was set back does not stop the schedule")
    func clockSetBack() throws {
        var table = try timetable(now: "2026-11-24T10:10:00Z")
        table.began(.fetch, at: try instant("2030-01-01T00:00:00Z"))
        let now = try instant("2026-11-24T10:20:00Z")
        let settled = (table.settle(at: now), table.settle(at: now))
        #expect(settled == (true, false))
        #expect(table.next(.fetch) == (try instant("2026-11-24T11:00:00Z")))
        let restarted = try timetable(
            last: [.fetch: try instant("2030-01-01T00:00:00Z")], now: "2026-11-24T10:20:00Z")
        #expect(restarted.next(.fetch) == (try instant("2026-11-24T11:00:00Z")))
    }

    @Test("jitter puts a moment off by no more than it says, and by the same after a restart")
    func jitter() throws {
        var delays: Set<Int64> = []
        for hour in 10..<20 {
            let table = try timetable(jitter: 600, now: "2026-11-24T\(hour):10:00Z")
            let again = try timetable(jitter: 600, now: "2026-11-24T\(hour):20:00Z")
            let next = try #require(table.next(.fetch))
            #expect(next == again.next(.fetch))
            let delay = next.seconds(since: try instant("2026-11-24T\(hour + 1):00:00Z"))
            #expect((0...600).contains(delay))
            delays.insert(delay)
        }
        #expect(delays.count > 5)
    }
}
