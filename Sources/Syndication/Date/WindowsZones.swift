/// Time zones by the names that Windows gives them.
///
/// Programs on .NET write these names behind a time, in place of an offset, and many of them `Standard Time` in summer,
/// too: that names the zone with its rule for summer, as CLDR maps it (windowsZones.xml).
enum WindowsZones {
    /// The zone that a name with `Standard Time` means, and its winter's offset in seconds.
    ///
    /// - Parameter name: The folded words before `time`, without full stops: `w europe standard`.
    /// - Returns: nil for names that Windows does not have, and for those that America itself gives its zones: who writes
    ///   `Mountain Standard Time` in July may be in Arizona.
    static func place(_ name: String) -> (zone: String, winter: Int)? {
        zone(name, without: " standard").map { ($0.name, Int($0.winter * 3600)) }
    }

    /// The offset in seconds that a name with `Daylight Time` means, also in the hour that comes twice in autumn.
    static func summerOffset(_ name: String) -> Int? {
        (zone(name, without: " daylight") ?? zone(name, without: " summer")).map { Int($0.winter * 3600) + 3600 }
    }

    private static func zone(_ name: String, without ending: String) -> (name: String, winter: Double)? {
        name.hasSuffix(ending) ? zones[String(name.dropLast(ending.utf8.count))] : nil
    }

    /// Names in the IANA database, and hours east of UTC in winter.
    private static let zones: [String: (name: String, winter: Double)] = [
        "hawaiian": ("Pacific/Honolulu", -10), "alaskan": ("America/Anchorage", -9),
        "us mountain": ("America/Phoenix", -7), "canada central": ("America/Regina", -6),
        "central america": ("America/Guatemala", -6), "sa pacific": ("America/Bogota", -5),
        "us eastern": ("America/Indiana/Indianapolis", -5), "sa western": ("America/La_Paz", -4),
        "pacific sa": ("America/Santiago", -4), "central brazilian": ("America/Cuiaba", -4),
        "venezuela": ("America/Caracas", -4), "paraguay": ("America/Asuncion", -4),
        "newfoundland": ("America/St_Johns", -3.5), "sa eastern": ("America/Cayenne", -3),
        "e south america": ("America/Sao_Paulo", -3), "argentina": ("America/Argentina/Buenos_Aires", -3),
        "bahia": ("America/Bahia", -3), "montevideo": ("America/Montevideo", -3), "azores": ("Atlantic/Azores", -1),
        "cape verde": ("Atlantic/Cape_Verde", -1), "gmt": ("Europe/London", 0), "greenwich": ("Atlantic/Reykjavik", 0),
        "w europe": ("Europe/Berlin", 1), "central europe": ("Europe/Budapest", 1),
        "central european": ("Europe/Warsaw", 1), "romance": ("Europe/Paris", 1),
        "w central africa": ("Africa/Lagos", 1), "gtb": ("Europe/Bucharest", 2), "fle": ("Europe/Kiev", 2),
        "e europe": ("Europe/Chisinau", 2), "middle east": ("Asia/Beirut", 2), "egypt": ("Africa/Cairo", 2),
        "israel": ("Asia/Jerusalem", 2), "kaliningrad": ("Europe/Kaliningrad", 2), "namibia": ("Africa/Windhoek", 2),
        "arab": ("Asia/Riyadh", 3), "arabic": ("Asia/Baghdad", 3), "belarus": ("Europe/Minsk", 3),
        "e africa": ("Africa/Nairobi", 3), "russian": ("Europe/Moscow", 3), "turkey": ("Europe/Istanbul", 3),
        "iran": ("Asia/Tehran", 3.5), "arabian": ("Asia/Dubai", 4), "azerbaijan": ("Asia/Baku", 4),
        "caucasus": ("Asia/Yerevan", 4), "georgian": ("Asia/Tbilisi", 4), "mauritius": ("Indian/Mauritius", 4),
        "afghanistan": ("Asia/Kabul", 4.5), "pakistan": ("Asia/Karachi", 5), "west asia": ("Asia/Tashkent", 5),
        "sri lanka": ("Asia/Colombo", 5.5), "nepal": ("Asia/Kathmandu", 5.75), "bangladesh": ("Asia/Dhaka", 6),
        "myanmar": ("Asia/Yangon", 6.5), "n central asia": ("Asia/Novosibirsk", 7), "se asia": ("Asia/Bangkok", 7),
        "taipei": ("Asia/Taipei", 8), "ulaanbaatar": ("Asia/Ulaanbaatar", 8), "w australia": ("Australia/Perth", 8),
        "tokyo": ("Asia/Tokyo", 9), "aus central": ("Australia/Darwin", 9.5),
        "cen australia": ("Australia/Adelaide", 9.5), "aus eastern": ("Australia/Sydney", 10),
        "e australia": ("Australia/Brisbane", 10), "tasmania": ("Australia/Hobart", 10),
        "west pacific": ("Pacific/Port_Moresby", 10), "fiji": ("Pacific/Fiji", 12),
        "new zealand": ("Pacific/Auckland", 12),
    ]
}
