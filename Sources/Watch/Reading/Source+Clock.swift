import Foundation
import Model

extension Source {
    /// The clock by which the source writes: its definition's own zone, else that of a jurisdiction that has one clock;
    /// nil where there are several.
    var clock: TimeZone? {
        (timeZone ?? Self.zones[jurisdiction.code]).flatMap(TimeZone.init(identifier:))
    }

    /// Zones of the IANA database, by ISO 3166-1 code.
    private static let zones: [String: String] = [
        "AE": "Asia/Dubai", "AT": "Europe/Vienna", "BE": "Europe/Brussels", "BG": "Europe/Sofia", "CH": "Europe/Zurich",
        "CN": "Asia/Shanghai", "CO": "America/Bogota", "CZ": "Europe/Prague", "DE": "Europe/Berlin",
        "DK": "Europe/Copenhagen", "EE": "Europe/Tallinn", "EG": "Africa/Cairo", "ES": "Europe/Madrid",
        "EU": "Europe/Brussels", "FI": "Europe/Helsinki", "FR": "Europe/Paris", "GB": "Europe/London",
        "GR": "Europe/Athens", "HK": "Asia/Hong_Kong", "HR": "Europe/Zagreb", "HU": "Europe/Budapest",
        "IE": "Europe/Dublin", "IL": "Asia/Jerusalem", "IN": "Asia/Kolkata", "IT": "Europe/Rome", "JP": "Asia/Tokyo",
        "KE": "Africa/Nairobi", "KR": "Asia/Seoul", "LT": "Europe/Vilnius", "LU": "Europe/Luxembourg",
        "LV": "Europe/Riga", "MO": "Asia/Macau", "MY": "Asia/Kuala_Lumpur", "NG": "Africa/Lagos",
        "NL": "Europe/Amsterdam", "NO": "Europe/Oslo", "PE": "America/Lima", "PH": "Asia/Manila", "PK": "Asia/Karachi",
        "PL": "Europe/Warsaw", "PT": "Europe/Lisbon", "RO": "Europe/Bucharest", "RS": "Europe/Belgrade",
        "SA": "Asia/Riyadh", "SE": "Europe/Stockholm", "SG": "Asia/Singapore", "SI": "Europe/Ljubljana",
        "SK": "Europe/Bratislava", "TH": "Asia/Bangkok", "TR": "Europe/Istanbul", "TW": "Asia/Taipei",
        "UA": "Europe/Kyiv", "VN": "Asia/Ho_Chi_Minh", "ZA": "Africa/Johannesburg",
    ]
}

extension TimeZone {
    /// A day that is written without a time is read as its midnight here, which is still the day before in Greenwich:
    /// the midnight there of the day that was written, and any other moment as it is.
    func keepingDay(of instant: Instant) -> Instant {
        let offset = Int64(secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.secondsSince1970))))
        let local = instant.secondsSince1970 + offset
        return offset > 0 && local % 86_400 == 0 ? Instant(secondsSince1970: local) : instant
    }
}
