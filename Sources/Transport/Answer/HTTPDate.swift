import Model

/// Dates as HTTP writes them (RFC 9110, 5.6.7): the preferred form and the two obsolete ones.
enum HTTPDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Reads any of the three forms; nil where the text is none of them.
    ///
    /// - `Sun, 06 Nov 1994 08:49:37 GMT`
    /// - `Sunday, 06-Nov-94 08:49:37 GMT`
    /// - `Sun Nov  6 08:49:37 1994`
    static func instant(_ text: String, now: Instant) -> Instant? {
        guard text.utf8.count <= 64 else { return nil }
        let words = text.utf8.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D || $0 == 0x09 }
            .map { String(decoding: $0, as: UTF8.self).lowercased() }
        guard words.count >= 5 else { return nil }
        if let month = months.firstIndex(of: words[1]) {
            return instant(day: words[2], month: month, year: words[4], time: words[3], now: now)
        }
        guard let month = months.firstIndex(of: words[2]), words.count < 6 || ["gmt", "utc", "z"].contains(words[5])
        else { return nil }
        return instant(day: words[1], month: month, year: words[3], time: words[4], now: now)
    }

    private static func instant(day: String, month: Int, year: String, time: String, now: Instant) -> Instant? {
        let clock = time.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            .map { Digits.number(String(decoding: $0, as: UTF8.self)) }
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            let day = Digits.number(day), let year = Digits.number(year)
        else { return nil }
        return Instant(
            year: year < 100 ? fullYear(year, now: now) : year, month: month + 1, day: day, hour: hour, minute: minute,
            second: second)
    }

    /// Two digits are the last such year that is not more than 50 years ahead (RFC 9110, 5.6.7).
    private static func fullYear(_ year: Int, now: Instant) -> Int {
        let year = now.day.year / 100 * 100 + year
        return year > now.day.year + 50 ? year - 100 : year
    }
}

/// Numbers as protocols write them: digits alone.
enum Digits {
    /// The number; nil unless the text is 1 to 12 ASCII digits.
    static func number(_ text: String) -> Int? {
        guard (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
