import Foundation
import Model
import Testing

private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

@Suite("A day") struct DayTests {
    @Test(
        "has the number and the weekday of the Gregorian calendar",
        arguments: [
            ("0001-01-01", -719_162, 1), ("1582-10-15", -141_427, 5), ("1900-02-28", -25_509, 3),
            ("1969-12-31", -1, 3), ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2024-02-29", 19_782, 4),
            ("2026-08-02", 20_667, 7), ("9999-12-31", 2_932_896, 5),
        ])
    func numbers(text: String, number: Int, weekday: Int) throws {
        let day = try day(text)
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(Day(number: number) == day)
        #expect(day.description == text)
    }

    @Test("every day of four centuries follows the one before and reads itself back")
    func isContinuous() throws {
        var previous = try day("1899-12-31")
        for _ in 0..<146_097 {
            let next = previous.adding(days: 1)
            let (year, month, day) = next.parts
            guard Day(year: year, month: month, day: day) == next, next.weekday == previous.weekday % 7 + 1,
                next > previous, Day(iso: next.description) == next
            else {
                Issue.record("\(previous) is followed by \(next)")
                return
            }
            previous = next
        }
        #expect(previous.description == "2299-12-31")
    }

    @Test(
        "a month has the days of its year",
        arguments: [
            (2024, 2, 29), (2023, 2, 28), (1900, 2, 28), (2000, 2, 29), (2100, 2, 28), (2026, 4, 30), (2026, 6, 30),
            (2026, 9, 30), (2026, 11, 30), (2026, 1, 31), (2026, 8, 31), (2026, 12, 31),
        ])
    func lengths(year: Int, month: Int, days: Int) {
        #expect(Day.length(ofMonth: month, year: year) == days)
        #expect(Day(year: year, month: month, day: days) != nil)
        #expect(Day(year: year, month: month, day: days + 1) == nil)
    }

    @Test(
        "parts that are no day are refused",
        arguments: [
            (0, 1, 1), (-1, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32),
            (2023, 2, 29), (Int.max, 12, 31), (Int.min, 1, 1), (2026, Int.max, 1), (2026, 1, Int.min),
        ])
    func refusesParts(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(
        "text that is not YYYY-MM-DD is refused",
        arguments: [
            "", "2026", "2026-1-1", "2026-01-1", "26-01-01", "2026/01/01", "2026-01-01T00:00:00Z", " 2026-01-01",
            "2026-01-01 ", "+026-01-01", "-001-01-01", "2026-02-30", "0000-01-01", "2026-13-01", "2026-00-10",
            "２０２６-01-01", "2026-01-0١", "2026-01\n01", "20260101", "2026-W01-1", "abcd-ef-gh",
        ])
    func refusesText(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(
        "months are added to the same day, or to the last of a shorter month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"), ("2026-08-31", 6, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", 0, "2026-05-31"),
            ("2026-10-31", 6, "2027-04-30"), ("0001-01-31", 1, "0001-02-28"), ("9999-11-30", 1, "9999-12-30"),
        ])
    func addsMonths(from: String, months: Int, to: String) throws {
        #expect(try day(from).adding(months: months).description == to)
    }

    @Test(
        "days are added across months and leap days",
        arguments: [
            ("2024-02-28", 1, "2024-02-29"), ("2023-02-28", 1, "2023-03-01"), ("2026-01-01", -1, "2025-12-31"),
            ("2026-03-29", 365, "2027-03-29"), ("2023-03-01", 366, "2024-03-01"), ("9999-12-30", 1, "9999-12-31"),
        ])
    func addsDays(from: String, days: Int, to: String) throws {
        #expect(try day(from).adding(days: days).description == to)
    }

    @Test(
        "arithmetic stops at the calendar's ends instead of trapping",
        arguments: [
            ("0001-01-01", Int.max), ("2026-08-31", .max), ("9999-12-31", .max), ("9999-12-31", 1), ("9999-12-31", 12),
            ("2026-08-31", 3_000_000), ("0001-01-01", 3_652_059),
        ])
    func clamps(from: String, amount: Int) throws {
        let start = try day(from)
        #expect(start.adding(days: amount).description == "9999-12-31")
        #expect(start.adding(months: amount).description == "9999-12-31")
    }

    @Test("arithmetic stops at the calendar's beginning", arguments: [-1, -3_652_059, Int.min, Int.min + 1])
    func clampsBefore(amount: Int) throws {
        #expect(try day("0001-01-01").adding(days: amount).description == "0001-01-01")
        #expect(try day("0001-01-31").adding(months: amount).description == "0001-01-01")
    }

    @Test("a number outside the calendar is its nearest day")
    func clampsNumbers() {
        #expect(Day(number: .max).description == "9999-12-31")
        #expect(Day(number: .min).description == "0001-01-01")
        #expect(Day(number: .min).midnightUTC.description == "0001-01-01T00:00:00Z")
        #expect((1...7).contains(Day(number: .min).weekday))
    }

    @Test("is coded as YYYY-MM-DD, and nonsense is refused")
    func codes() throws {
        let days = [try day("2024-02-29")]
        #expect(String(decoding: try JSONEncoder().encode(days), as: UTF8.self) == #"["2024-02-29"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: Data(#"["2024-02-29"]"#.utf8)) == days)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data(#"["2023-02-29"]"#.utf8))
        }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data("[20000]".utf8)) }
    }
}
