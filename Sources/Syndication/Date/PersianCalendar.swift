import Model

/// The solar calendar of Iran, by the rule of 683 leap years in 2820.
enum PersianCalendar {
    /// The Gregorian day of a day of the calendar; nil where there is none.
    static func day(year: Int, month: Int, day: Int) -> Day? {
        guard (1200...1600).contains(year), (1...12).contains(month), day > 0, day <= length(of: month, year),
            let epoch = Day(year: 622, month: 3, day: 22)
        else { return nil }
        let before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6
        return epoch.adding(days: leapDays(before: year) + 365 * (year - 1) + before + day - 1)
    }

    /// The month that a folded name is; nil where it is none.
    static func month(_ folded: String) -> Int? { names[folded] }

    private static func length(of month: Int, _ year: Int) -> Int {
        if month < 12 { return month < 7 ? 31 : 30 }
        return leapDays(before: year + 1) > leapDays(before: year) ? 30 : 29
    }

    /// Leap days in all years before one, within the cycle that began in 475.
    private static func leapDays(before year: Int) -> Int {
        let inCycle = 474 + (year - 474) % 2820
        return (inCycle * 682 - 110) / 2816
    }

    private static let names: [String: Int] = {
        let months = [
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
        ]
        var names: [String: Int] = [:]
        for (index, name) in months.enumerated() { names[LetterFolding.fold(name)] = index + 1 }
        return names
    }()
}
