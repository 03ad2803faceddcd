/// A moment, in whole seconds of UTC.
public struct Instant: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let secondsSince1970: Int64

    /// 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z: what RFC 3339 can write.
    static let seconds = Int64(Day.numbers.lowerBound) * 86400...Int64(Day.numbers.upperBound) * 86400 + 86399

    /// The moment so many seconds after 1970-01-01T00:00:00Z; the nearest of the years 1...9999 where it lies outside
    /// them.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = min(max(secondsSince1970, Instant.seconds.lowerBound), Instant.seconds.upperBound)
    }

    /// A moment by its civil parts; nil where there is no such moment, or none of the years 1...9999 in UTC. A second of
    /// 60 (RFC 3339, 5.7) is the first of the next minute: POSIX gives leap seconds the number of the one after.
    ///
    /// - Parameters:
    ///   - year: 1...9999.
    ///   - month: 1...12.
    ///   - day: The day of the month.
    ///   - hour: 0...23.
    ///   - minute: 0...59.
    ///   - second: 0...60.
    ///   - offset: Seconds east of UTC that the parts are given in, less than a day.
    public init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int = 0
    ) {
        guard let date = Day(year: year, month: month, day: day), (0...23).contains(hour), (0...59).contains(minute),
            (0...60).contains(second), (-86399...86399).contains(offset)
        else { return nil }
        let seconds = Int64(date.number * 86400 + hour * 3600 + minute * 60 + second - offset)
        guard Instant.seconds.contains(seconds) else { return nil }
        secondsSince1970 = seconds
    }

    /// Reads RFC 3339 (`2026-02-03T04:05:06Z`, `2026-02-03T04:05:06.789+08:00`); fractions are cut off.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        func number(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[start..<start + count] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard bytes.count >= 20, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] | 0x20 == 0x74, bytes[13] == 0x3A,
            bytes[16] == 0x3A, let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
            let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2)
        else { return nil }
        var index = 19
        if bytes[index] == 0x2E {
            index += 1
            while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
            guard index > 20 else { return nil }
        }
        guard index < bytes.count else { return nil }
        var offset = 0
        switch bytes[index] {
        case 0x5A, 0x7A: guard index + 1 == bytes.count else { return nil }
        case 0x2B, 0x2D:
            guard index + 6 == bytes.count, bytes[index + 3] == 0x3A, let hours = number(index + 1, 2),
                let minutes = number(index + 4, 2), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 3600 + minutes * 60) * (bytes[index] == 0x2D ? -1 : 1)
        default: return nil
        }
        self.init(year: year, month: month, day: day, hour: hour, minute: minute, second: second, offset: offset)
    }

    /// RFC 3339 in UTC, `2026-02-03T04:05:06Z`.
    public var description: String {
        let seconds = Int(secondsSince1970 - day.midnightUTC.secondsSince1970)
        return "\(day)T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))Z"
    }

    /// The day in UTC.
    public var day: Day {
        let seconds = secondsSince1970
        return Day(number: Int(seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400))
    }

    /// The day at a place so many seconds east of UTC.
    public func day(offset: Int) -> Day { adding(seconds: Int64(offset)).day }

    /// The moment so many seconds later, or earlier where `seconds` is negative; the first or last there is where time
    /// ends.
    public func adding(seconds: Int64) -> Instant {
        let (sum, overflows) = secondsSince1970.addingReportingOverflow(seconds)
        return Instant(secondsSince1970: overflows ? (seconds < 0 ? .min : .max) : sum)
    }

    /// The moment so many times 24 hours later, or earlier where `days` is negative; the first or last there is where
    /// time ends.
    public func adding(days: Int) -> Instant {
        let (seconds, overflows) = Int64(days).multipliedReportingOverflow(by: 86400)
        return adding(seconds: overflows ? (days < 0 ? .min : .max) : seconds)
    }

    /// Seconds from an earlier moment to this one.
    public func seconds(since earlier: Instant) -> Int64 { secondsSince1970 - earlier.secondsSince1970 }

    /// Order in time.
    public static func < (left: Instant, right: Instant) -> Bool { left.secondsSince1970 < right.secondsSince1970 }

    /// Reads RFC 3339.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not RFC 3339: \(text)")
        }
        self = instant
    }

    /// Writes RFC 3339 in UTC.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Where a room asks for the time, so that every rule with a date in it can be tested.
public struct Clock: Sendable {
    private let read: @Sendable () -> Instant

    /// A clock that asks the closure each time.
    public init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

    /// The moment that it is.
    public var now: Instant { read() }
}
