/// Time zones by their abbreviations: hours east of UTC.
///
/// American ones as in RFC 822; those that RFC 822 lacks by the meaning that feeds use most.
enum ZoneNames {
    static func offset(_ folded: String) -> Int? {
        if let hours = hours[folded] ?? ideographic[folded] { return Int(hours * 3600) }
        return folded.utf8.count == 1 ? military(folded) : nil
    }

    /// What an abbreviation means in another part of the world, and the language that is spoken there.
    static func rivals(_ folded: String) -> [(offset: Int, language: String)] {
        switch folded {
        case "cst": [(8 * 3600, "zh")]
        case "ist": [(3600, "ga"), (2 * 3600, "he")]
        case "bst": [(6 * 3600, "bn")]
        default: []
        }
    }

    /// The offset of a zone by its English name without the word `time`.
    static func offset(named folded: String) -> Int? { namedHours[folded].map { Int($0 * 3600) } }

    private static let namedHours: [String: Double] = [
        "eastern standard": -5, "eastern daylight": -4, "central standard": -6, "central daylight": -5,
        "mountain standard": -7, "mountain daylight": -6, "pacific standard": -8, "pacific daylight": -7,
        "atlantic standard": -4, "atlantic daylight": -3,
        "greenwich mean": 0, "coordinated universal": 0, "universal": 0, "british summer": 1, "irish standard": 1,
        "western european": 0, "western european summer": 1, "central european": 1, "central european standard": 1,
        "central european summer": 2, "eastern european": 2, "eastern european summer": 3, "moscow": 3,
        "moscow standard": 3, "india standard": 5.5, "indian standard": 5.5, "china standard": 8, "beijing": 8,
        "hong kong": 8, "singapore": 8, "singapore standard": 8, "japan standard": 9, "korea standard": 9,
        "australian eastern standard": 10, "australian eastern daylight": 11, "south africa standard": 2,
        "east africa": 3, "brasilia": -3,
    ]

    /// A place whose clock a name means that holds in summer and winter (`ET`, `Eastern Time`), and its winter's offset.
    static func place(_ folded: String) -> (zone: String, winter: Int)? {
        switch folded {
        case "at", "atlantic": ("America/Halifax", -4 * 3600)
        case "et", "eastern": ("America/New_York", -5 * 3600)
        case "ct", "central": ("America/Chicago", -6 * 3600)
        case "mt", "mountain": ("America/Denver", -7 * 3600)
        case "pt", "pacific": ("America/Los_Angeles", -8 * 3600)
        default: nil
        }
    }

    /// A city whose clock a name means, `Brussels time`, by its name in the languages that say so, and its winter's offset.
    static func city(_ folded: String) -> (zone: String, winter: Int)? {
        cities.first { $0.names.contains(folded) }.map { ($0.zone, $0.winter * 3600) }
    }

    private static let cities: [(names: Set<String>, zone: String, winter: Int)] = [
        (["london", "londres", "londra", "uk"], "Europe/London", 0), (["lisbon", "lisboa"], "Europe/Lisbon", 0),
        (["dublin"], "Europe/Dublin", 0), (["brussels", "bruxelles", "bruselas", "bruxelas"], "Europe/Brussels", 1),
        (["paris", "parigi"], "Europe/Paris", 1), (["luxembourg", "luxemburgo"], "Europe/Luxembourg", 1),
        (["berlin", "berlino"], "Europe/Berlin", 1), (["madrid"], "Europe/Madrid", 1),
        (["rome", "roma"], "Europe/Rome", 1), (["geneva", "geneve", "ginebra", "ginevra"], "Europe/Zurich", 1),
        (["zurich"], "Europe/Zurich", 1), (["vienna", "vienne"], "Europe/Vienna", 1),
        (["amsterdam"], "Europe/Amsterdam", 1), (["strasbourg"], "Europe/Paris", 1),
        (["warsaw"], "Europe/Warsaw", 1), (["prague"], "Europe/Prague", 1), (["athens"], "Europe/Athens", 2),
        (["helsinki"], "Europe/Helsinki", 2), (["brasilia"], "America/Sao_Paulo", -3),
        (["tokyo"], "Asia/Tokyo", 9), (["sydney", "canberra"], "Australia/Sydney", 10),
    ]

    /// Whether a name of such a place is a word of other names, too.
    static func isPlace(_ folded: String) -> Bool {
        ["atlantic", "eastern", "central", "mountain", "pacific"].contains(folded)
    }

    /// RFC 822, 5.1: `A` is one hour west, `N` one hour east.
    private static func military(_ letter: String) -> Int? {
        let letters = Array("abcdefghiklm".utf8)
        guard let byte = letter.utf8.first else { return nil }
        if byte == 0x7A { return 0 }
        if let index = letters.firstIndex(of: byte) { return -(index + 1) * 3600 }
        return (0x6E...0x79).contains(byte) ? Int(byte - 0x6D) * 3600 : nil
    }

    private static let hours: [String: Double] = [
        "ut": 0, "gmt": 0, "utc": 0, "wet": 0, "west": 1, "bst": 1, "ist": 5.5, "cet": 1, "cest": 2, "mez": 1,
        "mesz": 2, "met": 1, "mest": 2, "eet": 2, "eest": 3, "oez": 2, "oesz": 3, "msk": 3, "мск": 3, "московскому": 3,
        "московское": 3, "sast": 2,
        "cat": 2, "eat": 3, "wat": 1, "trt": 3, "gst": 4, "pkt": 5, "npt": 5.75, "ict": 7, "wib": 7, "wita": 8,
        "wit": 9, "hkt": 8, "sgt": 8, "myt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "acdt": 10.5,
        "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "nst": -3.5, "ndt": -2.5, "ast": -4, "adt": -3,
        "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8,
        "hst": -10, "hast": -10, "hadt": -9, "haec": 2, "hec": 1,
        "brt": -3, "brst": -2, "cedt": 2, "idt": 3, "irst": 3.5, "uyt": -3, "uzt": 5, "slst": 5.5, "wast": 2,
        "art": -3, "clt": -4, "cot": -5, "hnt": -3.5, "hna": -4, "haa": -3, "hne": -5, "hae": -4,
        "hnc": -6, "hac": -5, "hnr": -7, "har": -6, "hnp": -8, "hap": -7,
    ]
    /// Chinese and Korean names of zones.
    static let ideographic: [String: Double] = [
        "北京时间": 8, "北京時間": 8, "香港时间": 8, "香港時間": 8, "台北时间": 8, "台北時間": 8, "臺北時間": 8, "澳門時間": 8,
        "日本时间": 9, "日本時間": 9, "한국시간": 9,
    ]
}
