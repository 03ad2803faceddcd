import Foundation
import Model
import Testing

@testable import Watch

@Suite("Calendar expressions") struct CalendarExpressionTests {
    private func next(_ text: String, after: String, in zone: String = "UTC") throws -> String? {
        let zone = try #require(TimeZone(identifier: zone))
        let instant = try #require(Instant(rfc3339: after))
        return try CalendarExpression(text).next(after: instant, in: zone)?.description
    }

    @Test(
        "the next moment is the first one after",
        arguments: [
            ("*:0/15", "2026-11-23T10:00:00Z", "2026-11-23T10:15:00Z"),
            ("*:0/15", "2026-11-23T23:59:59Z", "2026-11-24T00:00:00Z"),
            ("hourly", "2026-11-23T10:00:01Z", "2026-11-23T11:00:00Z"),
            ("Mon 08:00", "2026-11-23T08:00:00Z", "2026-11-30T08:00:00Z"),
            ("Mon 08:00", "2026-11-23T07:59:59Z", "2026-11-23T08:00:00Z"),
            ("Mon..Fri *-*-* 06:30", "2026-11-27T12:00:00Z", "2026-11-30T06:30:00Z"),
            ("Sat,Sun 9:00", "2026-11-23T00:00:00Z", "2026-11-28T09:00:00Z"),
            ("Sat..Mon 9:00", "2026-11-24T00:00:00Z", "2026-11-28T09:00:00Z"),
            ("*-*-01 00:00", "2026-11-23T00:00:00Z", "2026-12-01T00:00:00Z"),
            ("*-02-29 12:00:30", "2026-11-23T00:00:00Z", "2028-02-29T12:00:30Z"),
            ("quarterly", "2026-11-23T00:00:00Z", "2027-01-01T00:00:00Z"),
            ("*:*:0/5", "2026-11-23T10:00:03Z", "2026-11-23T10:00:05Z"),
            ("2027-01-01", "2026-11-23T00:00:00Z", "2027-01-01T00:00:00Z"),
            ("daily Asia/Tokyo", "2026-11-23T10:00:00Z", "2026-11-23T15:00:00Z"),
        ])
    func following(text: String, after: String, expected: String) throws {
        #expect(try next(text, after: after) == expected)
    }

    @Test(
        "a zone's own time counts, through summer and winter",
        arguments: [
            ("08:00", "2026-07-01T00:00:00Z", "2026-07-01T06:00:00Z"),
            ("08:00", "2026-12-01T00:00:00Z", "2026-12-01T07:00:00Z"),
            // 02:30 does not come on 2026-03-29: the clock goes from 02:00 to 03:00.
            ("02:30", "2026-03-29T00:00:00Z", "2026-03-29T01:30:00Z"),
            ("02:30", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"),
            // It comes twice on 2026-10-25, and the first one counts.
            ("02:30", "2026-10-24T22:00:00Z", "2026-10-25T00:30:00Z"),
            ("02:30", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"),
        ])
    func zones(text: String, after: String, expected: String) throws {
        #expect(try next(text, after: after, in: "Europe/Zurich") == expected)
    }

    @Test(
        "the last moment is the latest that is not after, however often or seldom the expression comes",
        arguments: [
            ("*:*:*", "2026-11-23T10:00:03Z", "2026-11-23T10:00:03Z"),
            ("*:*:0/2", "2026-11-23T10:00:03Z", "2026-11-23T10:00:02Z"),
            ("*:0/15", "2026-11-23T00:14:59Z", "2026-11-23T00:00:00Z"),
            ("Mon 08:00", "2026-11-23T06:59:59Z", "2026-11-16T07:00:00Z"),
            ("Mon 08:00", "2026-11-23T07:00:00Z", "2026-11-23T07:00:00Z"),
            ("quarterly", "2026-11-23T00:00:00Z", "2026-09-30T22:00:00Z"),
            ("*-02-29 12:00:30", "2026-11-23T00:00:00Z", "2024-02-29T11:00:30Z"),
            ("2:30", "2026-03-29T01:45:00Z", "2026-03-29T01:30:00Z"),
            ("2:30", "2026-03-29T01:15:00Z", "2026-03-28T01:30:00Z"),
            ("2:30", "2026-10-25T01:45:00Z", "2026-10-25T00:30:00Z"),
            ("*:*:*", "2026-03-29T01:15:00Z", "2026-03-29T01:15:00Z"),
        ])
    func last(text: String, before: String, expected: String) throws {
        let zone = try #require(TimeZone(identifier: "Europe/Zurich"))
        let instant = try #require(Instant(rfc3339: before))
        #expect(try CalendarExpression(text).last(upTo: instant, in: zone)?.description == expected)
    }

    @Test("a day that never comes has no next moment and no last one")
    func never() throws {
        #expect(try next("*-02-30 08:00", after: "2026-11-23T00:00:00Z") == nil)
        let expression = try CalendarExpression("*-02-30 08:00")
        #expect(expression.last(upTo: Instant(secondsSince1970: 1_790_000_000), in: .gmt) == nil)
    }

    @Test(
        "what is no expression is refused and named",
        arguments: [
            ("", "no expression"), ("Mun 08:00", "Mun"), ("25:00", "25"), ("08:60", "60"), ("*-13-01", "13"),
            ("*:0/0", "0/0"), ("08:00 later", "later"), ("5..1:00", "5..1"), ("Mon..Tue..Wed", "Mon..Tue..Wed"),
            ("*-*-*-*", "*-*-*-*"), ("99999999999999999999:00", "99999999999999999999"),
        ])
    func refused(text: String, named: String) throws {
        do {
            let expression = try CalendarExpression(text)
            Issue.record("'\(expression.text)' was read")
        } catch {
            #expect(error.what.contains(named), "\(error.what)")
        }
    }

    @Test("every rhythm of digests is a calendar expression")
    func rhythms() throws {
        for rhythm in DigestSettings.Rhythm.allCases {
            for weekday in DigestSettings.Weekday.allCases {
                var settings = ServeSettings()
                settings.rhythm.every = rhythm
                settings.rhythm.weekday = weekday
                _ = try settings.expression(of: .digest)
            }
        }
        _ = try ServeSettings().expression(of: .fetch)
    }
}
