/// Time zones by the names that Windows gives them, without `Standard Time` or `Daylight Time`: hours east of UTC in
/// winter.
///
/// Programs on .NET write these names behind a time, in place of an offset. The name is believed: some write that of
/// winter in summer, too, which nothing tells.
enum WindowsZones {
    /// The offset in seconds.
    ///
    /// - Parameter name: The folded words before `time`, without full stops: `w europe standard`.
    /// - Returns: nil for names that Windows does not have.
    static func offset(_ name: String) -> Int? {
        for (ending, summer) in [(" standard", 0), (" daylight", 1), (" summer", 1)] where name.hasSuffix(ending) {
            return hours[String(name.dropLast(ending.utf8.count))].map { Int($0 * 3600) + summer * 3600 }
        }
        return nil
    }

    private static let hours: [String: Double] = [
        "hawaiian": -10, "alaskan": -9, "us mountain": -7, "canada central": -6, "central america": -6,
        "sa pacific": -5,
        "us eastern": -5, "sa western": -4, "pacific sa": -4, "central brazilian": -4, "venezuela": -4, "paraguay": -4,
        "newfoundland": -3.5, "sa eastern": -3, "e south america": -3, "argentina": -3, "bahia": -3, "montevideo": -3,
        "azores": -1, "cape verde": -1, "gmt": 0, "greenwich": 0, "w europe": 1, "central europe": 1, "romance": 1,
        "w central africa": 1, "gtb": 2, "fle": 2, "e europe": 2, "middle east": 2, "egypt": 2, "israel": 2,
        "kaliningrad": 2, "namibia": 2, "arab": 3, "arabic": 3, "belarus": 3, "e africa": 3, "russian": 3, "turkey": 3,
        "iran": 3.5, "arabian": 4, "azerbaijan": 4, "caucasus": 4, "georgian": 4, "mauritius": 4, "afghanistan": 4.5,
        "pakistan": 5, "west asia": 5, "sri lanka": 5.5, "nepal": 5.75, "bangladesh": 6, "myanmar": 6.5,
        "n central asia": 7, "se asia": 7, "taipei": 8, "ulaanbaatar": 8, "w australia": 8, "tokyo": 9,
        "aus central": 9.5, "cen australia": 9.5, "aus eastern": 10, "e australia": 10, "tasmania": 10,
        "west pacific": 10, "fiji": 12, "new zealand": 12,
    ]
}
