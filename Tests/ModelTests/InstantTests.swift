import Foundation
import Model
import Testing

@Suite("An instant") struct InstantTests {
    @Test(
        "is read from every form of RFC 3339",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-02-03T04:05:06Z", 1_770_091_506),
            ("2026-02-03t04:05:06z", 1_770_091_506), ("2026-02-03T04:05:06.789Z", 1_770_091_506),
            ("2026-02-03T04:05:06.000000000000000000001Z", 1_770_091_506),
            ("2026-02-03T12:05:06+08:00", 1_770_091_506), ("2026-02-02T20:05:06.5-08:00", 1_770_091_506),
            ("2026-02-03T09:35:06+05:30", 1_770_091_506), ("2026-02-03T04:05:06+00:00", 1_770_091_506),
            ("2026-02-03T04:05:06-00:00", 1_770_091_506), ("2026-02-04T04:04:06+23:59", 1_770_091_506),
            ("1990-12-31T23:59:60Z", 662_688_000), ("1990-12-31T15:59:60-08:00", 662_688_000),
            ("1937-01-01T12:00:27.87+00:20", -1_041_337_173), ("2024-02-29T23:59:59Z", 1_709_251_199),
            ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
        ])
    func reads(text: String, seconds: Int64) {
        #expect(Instant(rfc3339: text)?.secondsSince1970 == seconds)
        #expect(Instant(rfc3339: Substring(text))?.secondsSince1970 == seconds)
    }

    @Test(
        "text that RFC 3339 does not allow is refused",
        arguments: [
            "", "Z", "2026-02-03", "2026-02-03T04:05Z", "2026-02-03T04:05:06", "2026-02-03 04:05:06Z",
            "2026-02-03T04:05:06.Z", "2026-02-03T04:05:06.", "2026-02-03T04:05:06.5", "2026-02-03T04:05:06,5Z",
            "2026-02-03T04:05:06ZZ", "2026-02-03T04:05:06Z ", " 2026-02-03T04:05:06Z", "2026-02-03T04:05:06+0800",
            "2026-02-03T04:05:06+08", "2026-02-03T04:05:06+08:0", "2026-02-03T04:05:06+24:00",
            "2026-02-03T04:05:06+08:60", "2026-02-03T04:05:06+08:000", "2026-02-03T04:05:06*08:00",
            "2026-02-30T04:05:06Z", "2026-02-03T24:00:00Z", "2026-02-03T04:60:00Z", "2026-02-03T04:05:61Z",
            "2026-2-3T04:05:06.7890Z", "0000-01-01T00:00:00Z", "-026-02-03T04:05:06Z", "10000-01-01T00:00:00Z",
            "2026-02-03T04:05:06−08:00", "２026-02-03T04:05:06Z", "2026-02-03T04:05:06Z\u{301}",
            "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
        ])
    func refuses(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test(
        "parts that are no moment are refused",
        arguments: [
            (24, 0, 0, 0), (-1, 0, 0, 0), (0, 60, 0, 0), (0, -1, 0, 0), (0, 0, 61, 0), (0, 0, -1, 0), (0, 0, 0, 86_400),
            (0, 0, 0, -86_400), (0, 0, 0, Int.max), (0, 0, 0, Int.min), (Int.max, Int.max, Int.max, 0),
        ])
    func refusesParts(hour: Int, minute: Int, second: Int, offset: Int) {
        #expect(
            Instant(year: 2026, month: 1, day: 1, hour: hour, minute: minute, second: second, offset: offset) == nil)
    }

    @Test(
        "is written in UTC and reads itself back",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (-86_400, "1969-12-31T00:00:00Z"),
            (-86_401, "1969-12-30T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (Int64.max, "9999-12-31T23:59:59Z"), (.min, "0001-01-01T00:00:00Z"),
        ])
    func writes(seconds: Int64, text: String) {
        let instant = Instant(secondsSince1970: seconds)
        #expect(instant.description == text)
        #expect(Instant(rfc3339: text) == instant)
        #expect(instant.day.description == text.prefix(10))
    }

    @Test(
        "has the day of the place where it is read",
        arguments: [
            ("2026-03-28T23:30:00Z", 3600, "2026-03-29"), ("2026-03-28T23:30:00Z", 0, "2026-03-28"),
            ("2026-10-24T22:30:00Z", 7200, "2026-10-25"), ("2026-01-01T04:59:59Z", -18_000, "2025-12-31"),
            ("9999-12-31T23:59:59Z", Int.max, "9999-12-31"), ("0001-01-01T00:00:00Z", .min, "0001-01-01"),
        ])
    func days(text: String, offset: Int, day: String) throws {
        #expect(try #require(Instant(rfc3339: text)).day(offset: offset).description == day)
    }

    @Test(
        "arithmetic stops where time ends instead of trapping",
        arguments: [.max, .max - 1, 253_402_300_799, .min, .min + 1, -300_000_000_000] as [Int64])
    func clamps(seconds: Int64) {
        let edge = seconds > 0 ? "9999-12-31T23:59:59Z" : "0001-01-01T00:00:00Z"
        for start in [Int64(0), .max, .min].map(Instant.init(secondsSince1970:))
        where (start.secondsSince1970 < 0) == (seconds < 0) || start.secondsSince1970 == 0 {
            #expect(start.adding(seconds: seconds).description == edge)
            #expect(start.adding(days: Int(seconds)).description == edge)
        }
    }

    @Test("counts seconds, and days of 24 hours")
    func adds() throws {
        let start = try #require(Instant(rfc3339: "2024-02-28T12:00:00Z"))
        #expect(start.adding(days: 2).description == "2024-03-01T12:00:00Z")
        #expect(start.adding(seconds: -43_201).description == "2024-02-27T23:59:59Z")
        #expect(start.adding(days: 2).seconds(since: start) == 172_800)
        #expect(Instant(secondsSince1970: .max).seconds(since: Instant(secondsSince1970: .min)) == 315_537_897_599)
        #expect(start < start.adding(seconds: 1))
    }

    @Test("is coded as RFC 3339, and nonsense is refused")
    func codes() throws {
        let instants = [Instant(secondsSince1970: 1_770_091_506)]
        #expect(String(decoding: try JSONEncoder().encode(instants), as: UTF8.self) == #"["2026-02-03T04:05:06Z"]"#)
        let read = try JSONDecoder().decode([Instant].self, from: Data(#"["2026-02-03T12:05:06+08:00"]"#.utf8))
        #expect(read == instants)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Instant].self, from: Data(#"["yesterday"]"#.utf8))
        }
    }
}
