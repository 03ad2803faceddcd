import Model

/// The solar calendar of Iran and Afghanistan.
///
/// It begins with the equinox. From 1210 to 1634, which is all that is read, that comes to 8 leap years in 33, always
/// the same; rules over longer cycles are a day wrong in 1404.
enum PersianCalendar {
    /// The Gregorian day of a day of the calendar; nil where there is none.
    static func day(year: Int, month: Int, day: Int) -> Day? {
        guard (1210...1634).contains(year), (1...12).contains(month), day > 0, day <= length(of: month, year),
            let first = Day(year: 2025, month: 3, day: 21)
        else { return nil }
        let before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6
        return first.adding(
            days: 365 * (year - 1404) + leapDays(before: year) - leapDays(before: 1404) + before + day - 1)
    }

    /// The month that a folded name is, also with the word for month behind it; nil where it is none.
    static func month(_ folded: String) -> Int? {
        names[folded] ?? (folded.hasSuffix("ماه") ? names[String(folded.dropLast(3))] : nil)
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        if month < 12 { return month < 7 ? 31 : 30 }
        return leapYears.contains(year % 33) ? 30 : 29
    }

    /// Leap days in all years before one.
    private static func leapDays(before year: Int) -> Int {
        year / 33 * leapYears.count + leapYears.count { $0 < year % 33 }
    }

    /// The leap years of each cycle, by what is left of the year divided by 33.
    private static let leapYears = [1, 5, 9, 13, 17, 22, 26, 30]

    private static let names: [String: Int] = {
        // Iranian and Afghan names.
        let months = [
            "فروردین حمل", "اردیبهشت ثور", "خرداد جوزا", "تیر سرطان", "مرداد اسد", "شهریور سنبله", "مهر میزان",
            "آبان عقرب", "آذر قوس", "دی جدی", "بهمن دلو", "اسفند حوت",
        ]
        var names: [String: Int] = [:]
        for (index, month) in months.enumerated() {
            for name in month.split(separator: " ") { names[LetterFolding.fold(name)] = index + 1 }
        }
        return names
    }()
}
