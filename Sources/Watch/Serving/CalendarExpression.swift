public import Foundation
public import Model

/// Moments by the calendar, written as systemd.time(7) has it: `Mon..Fri *-*-* 08:00:00 Europe/Zurich`.
public struct CalendarExpression: Sendable, Equatable {
    /// The expression as it was written.
    public let text: String
    /// Days of the week, Monday 0; every day where empty.
    let weekdays: Set<Int>
    let years: CalendarField
    let months: CalendarField
    let days: CalendarField
    let hours: CalendarField
    let minutes: CalendarField
    let seconds: CalendarField
    /// The expression's own zone; nil where it names none.
    let zone: TimeZone?

    /// Days that are searched for the next moment: a 29 February on a given weekday returns within 40 years.
    private static let horizon = 41 * 366

    /// The first moment after another; nil where there is none.
    ///
    /// A time that the clock skips in spring is the first one after the gap; of one that comes twice in autumn, the
    /// first counts.
    ///
    /// - Parameters:
    ///   - instant: The moment before.
    ///   - zone: The zone of an expression that names none.
    /// - Returns: The moment.
    public func next(after instant: Instant, in zone: TimeZone) -> Instant? {
        let zone = self.zone ?? zone
        let local = instant.adding(seconds: Int64(zone.offset(at: instant)))
        // The zone's offset may change within a day, so the day before is looked at, too.
        let first = local.day.adding(days: -1)
        for number in 0..<Self.horizon {
            let day = first.adding(days: number)
            guard matches(day), let found = firstTime(on: day, after: instant, local: local, zone) else { continue }
            return found
        }
        return nil
    }

    private func matches(_ day: Day) -> Bool {
        // 1970-01-01 was a Thursday.
        let weekday = ((day.number + 3) % 7 + 7) % 7
        return (weekdays.isEmpty || weekdays.contains(weekday)) && years.contains(day.year)
            && months.contains(day.month) && days.contains(day.day)
    }

    private func firstTime(on day: Day, after instant: Instant, local: Instant, _ zone: TimeZone) -> Instant? {
        let midnight = day.midnightUTC
        // No zone moves its clock by more than a day at once; most times are passed over without asking it.
        let earliest = local.seconds(since: midnight) - 26 * 3600
        for hour in hours.values(in: 0...23) where Int64(hour + 1) * 3600 > earliest {
            for minute in minutes.values(in: 0...59) {
                for second in seconds.values(in: 0...59) {
                    let time = midnight.adding(seconds: Int64(hour * 3600 + minute * 60 + second))
                    guard time.seconds(since: local) > -26 * 3600 else { continue }
                    let moment = zone.moment(ofLocal: time)
                    if moment > instant { return moment }
                }
            }
        }
        return nil
    }
}

/// The values that one part of a calendar expression allows.
struct CalendarField: Sendable, Equatable {
    /// First value, last value and step of each alternative; every value where empty.
    var ranges: [Range] = []

    /// One alternative.
    struct Range: Sendable, Equatable {
        var first: Int
        var last: Int
        var step: Int
    }

    /// Whether a value is allowed.
    func contains(_ value: Int) -> Bool {
        ranges.isEmpty || ranges.contains { $0.first <= value && value <= $0.last && (value - $0.first) % $0.step == 0 }
    }

    /// The allowed values, ascending.
    func values(in bounds: ClosedRange<Int>) -> [Int] { bounds.filter(contains) }
}

extension TimeZone {
    /// The moment at which a clock in the zone shows a time, which is given as if it were UTC.
    func moment(ofLocal time: Instant) -> Instant {
        let before = offset(at: time.adding(days: -1))
        let after = offset(at: time.adding(days: 1))
        let candidates = [before, after].map { (offset: $0, moment: time.adding(seconds: -Int64($0))) }
        let valid = candidates.filter { offset(at: $0.moment) == $0.offset }.map(\.moment)
        return valid.min() ?? time.adding(seconds: -Int64(before))
    }
}
