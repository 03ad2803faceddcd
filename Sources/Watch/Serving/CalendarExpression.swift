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
    /// A time that the clock skips in spring is as much later as the clock jumps; of one that comes twice in autumn, the
    /// first counts.
    ///
    /// - Parameters:
    ///   - instant: The moment before.
    ///   - zone: The zone of an expression that names none.
    /// - Returns: The moment.
    public func next(after instant: Instant, in zone: TimeZone) -> Instant? {
        nearest(CalendarSearch(isForward: true, from: instant, in: self.zone ?? zone))
    }

    /// The last moment that is not after another; nil where there is none.
    ///
    /// - Parameters:
    ///   - instant: The moment that bounds it.
    ///   - zone: The zone of an expression that names none.
    /// - Returns: The moment.
    public func last(upTo instant: Instant, in zone: TimeZone) -> Instant? {
        nearest(CalendarSearch(isForward: false, from: instant, in: self.zone ?? zone))
    }

    private func nearest(_ search: CalendarSearch) -> Instant? {
        let times = [hours.values(in: 0...23), minutes.values(in: 0...59), seconds.values(in: 0...59)]
            .map { search.isForward ? $0 : $0.reversed() }
        for number in 0..<Self.horizon {
            let day = search.bound.day.adding(days: search.isForward ? number : -number)
            guard matches(day) else { continue }
            for hour in times[0] where search.reaches(day, hour * 3600, length: 3600) {
                for minute in times[1] where search.reaches(day, hour * 3600 + minute * 60, length: 60) {
                    for second in times[2] {
                        let time = hour * 3600 + minute * 60 + second
                        guard let moment = search.moment(day, time) else { continue }
                        return moment
                    }
                }
            }
        }
        return nil
    }

    private func matches(_ day: Day) -> Bool {
        // 1970-01-01 was a Thursday.
        let weekday = ((day.number + 3) % 7 + 7) % 7
        return (weekdays.isEmpty || weekdays.contains(weekday)) && years.contains(day.year)
            && months.contains(day.month) && days.contains(day.day)
    }
}

/// A look from one moment forward or back, at times on the clock of a zone.
private struct CalendarSearch {
    let isForward: Bool
    /// The moment from which it looks.
    private let instant: Instant
    /// The time on the clock from which it looks, as if it were UTC. Near a change of the clock it is as much nearer or
    /// farther as the clock jumps.
    let bound: Instant
    private let zone: TimeZone

    init(isForward: Bool, from instant: Instant, in zone: TimeZone) {
        let offset = zone.offset(at: instant)
        let around = [-3, 3].map { zone.offset(at: instant.adding(days: $0)) } + [offset]
        let jump = Int64((around.max() ?? offset) - (around.min() ?? offset))
        bound = instant.adding(seconds: Int64(offset) + (isForward ? -jump : jump))
        (self.isForward, self.instant, self.zone) = (isForward, instant, zone)
    }

    /// Whether some of the seconds from a time of a day on lie beyond the bound, in the direction of the search.
    func reaches(_ day: Day, _ time: Int, length: Int) -> Bool {
        let start = day.midnightUTC.adding(seconds: Int64(time))
        return isForward ? start.adding(seconds: Int64(length - 1)) > bound : start <= bound
    }

    /// The moment of a time of a day; nil where that is not what is looked for.
    func moment(_ day: Day, _ time: Int) -> Instant? {
        guard reaches(day, time, length: 1) else { return nil }
        let moment = zone.moment(ofLocal: day.midnightUTC.adding(seconds: Int64(time)))
        return (isForward ? moment > instant : moment <= instant) ? moment : nil
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
