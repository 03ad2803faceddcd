/// An era whose years are counted from one: the Japanese ones, the Republic of China's, Korea's.
public struct CalendarEra: Sendable, Hashable {
    /// Its names, the usual one first.
    public let names: [String]
    /// The Latin letter, in lower case, that stands for it in numeric dates (`R6.5.1`); nil where none is in use.
    public let letter: Character?
    /// The Gregorian year before its first.
    public let yearBeforeFirst: Int

    /// The Gregorian year of a year of the era; nil where the era has no such year.
    public func gregorian(year: Int) -> Int? {
        guard (1...9999).contains(year), yearBeforeFirst < 0 || year < 1000, yearBeforeFirst + year > 0 else {
            return nil
        }
        return yearBeforeFirst + year
    }

    /// The Japanese eras since 1868, the present one first.
    public static let japanese = [
        CalendarEra(names: ["令和", "㋿", "令"], letter: "r", yearBeforeFirst: 2018),
        CalendarEra(names: ["平成", "㍻", "平"], letter: "h", yearBeforeFirst: 1988),
        CalendarEra(names: ["昭和", "㍼", "昭"], letter: "s", yearBeforeFirst: 1925),
        CalendarEra(names: ["大正", "㍽"], letter: "t", yearBeforeFirst: 1911),
        CalendarEra(names: ["明治", "㍾"], letter: "m", yearBeforeFirst: 1867),
    ]

    /// The calendar of the Republic of China, in use on Taiwan.
    public static let republicOfChina = CalendarEra(
        names: ["中華民國", "中华民国", "民國", "民国"], letter: nil, yearBeforeFirst: 1911)

    /// Korea's count from the legendary founding of the country, official until 1961.
    public static let korean = CalendarEra(names: ["단기", "단군기원"], letter: nil, yearBeforeFirst: -2333)

    /// All eras.
    public static let all = japanese + [republicOfChina, korean]

    /// The years by which the Thai solar calendar is ahead of the Gregorian one.
    public static let buddhistYears = 543
}
