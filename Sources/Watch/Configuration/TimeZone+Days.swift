public import Foundation
public import Model

extension TimeZone {
    /// Seconds east of UTC at a moment.
    func offset(at instant: Instant) -> Int {
        secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.secondsSince1970)))
    }

    /// The day that a moment falls on here.
    public func day(of instant: Instant) -> Day { instant.day(offset: offset(at: instant)) }

    /// The day and the minute of a moment here: `2026-03-02 14:05`.
    public func minute(of instant: Instant) -> String {
        let local = instant.adding(seconds: Int64(offset(at: instant)))
        return String(local.description.prefix(16)).replacing("T", with: " ")
    }

    /// The moment at which a day begins here: the first moment of it where the clock skips midnight.
    func start(of day: Day) -> Instant {
        let guess = day.midnightUTC
        let near = guess.adding(seconds: -Int64(offset(at: guess)))
        return guess.adding(seconds: -Int64(offset(at: near)))
    }
}

extension Workspace {
    /// The organisation's time zone where the configuration can be read, else UTC: days are told in it.
    public var zone: TimeZone { (try? settings())?.timeZone ?? .gmt }

    /// Today, in the organisation's time zone.
    var today: Day { today(in: zone) }

    /// Today in a time zone.
    func today(in zone: TimeZone) -> Day { zone.day(of: clock.now) }
}
