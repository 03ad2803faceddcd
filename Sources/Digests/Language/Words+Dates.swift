import Foundation
import Model

extension Words {
    /// A day in words, such as `2 August 2026` or `2026年8月2日`.
    func day(_ day: Day) -> String {
        let (year, month, number) = day.parts
        let months = self("months").split(separator: "|")
        let name = months.indices.contains(month - 1) ? String(months[month - 1]) : String(month)
        let spoken = primary == "fr" && number == 1 ? "1er" : String(number)
        return self("date", ["year": String(year), "month": name, "day": spoken])
    }

    /// A period of days.
    func period(_ from: Day, _ to: Day) -> String { self("range", ["from": day(from), "to": day(to)]) }
}

/// A time zone, asked for the day and the offset of moments.
struct Zone: Sendable {
    private let zone: TimeZone?

    /// A zone by its IANA name; UTC where there is none of that name.
    init(_ name: String) { zone = TimeZone(identifier: name) }

    /// Seconds east of UTC at a moment.
    func offset(at instant: Instant) -> Int {
        zone?.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.secondsSince1970))) ?? 0
    }

    /// The day that it is there.
    func day(of instant: Instant) -> Day { instant.day(offset: offset(at: instant)) }
}
