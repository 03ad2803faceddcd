import Model

/// The day that three numbers mean, in the calendar that the size of the year tells.
enum NumberedDay {
    /// Languages of countries with the Persian calendar.
    static let persian: Set<String> = ["fa", "prs", "ps"]

    /// The Gregorian day.
    ///
    /// - Parameters:
    ///   - year: In whatever calendar.
    ///   - month: Its month.
    ///   - day: The day of the month.
    ///   - language: The primary subtag of the text's language.
    ///   - isPersian: Whether a year that may be one of the Persian calendar is one.
    /// - Returns: nil where there is no such day, or where the calendar cannot be told.
    static func day(year: Int, month: Int, day: Int, language: String? = nil, isPersian: Bool = false) -> Day? {
        switch year {
        // The first of year 1 is how programs write that they have no date.
        case 1: nil
        // The present of the Persian and of the Islamic calendar, no time in which anybody published a feed. The
        // Islamic months begin with what is seen of the moon and are not computed; their year is some 43 ahead.
        case 1300...1430 where isPersian: PersianCalendar.day(year: year, month: month, day: day)
        case 1300...1500: nil
        // Bikram Sambat, whose months have other lengths each year.
        case 2050...2150 where language == "ne": nil
        // The Hebrew calendar, whose months have the names of others in Turkish and Arabic.
        case 5600...5900: nil
        // The Buddhist era.
        case 2450...2650: Day(year: year - CalendarEra.buddhistYears, month: month, day: day)
        default: Day(year: year, month: month, day: day)
        }
    }
}
