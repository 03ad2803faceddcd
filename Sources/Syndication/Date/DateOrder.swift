/// What comes first where a date such as `05/03/2024` leaves it open.
public enum DateOrder: Sendable, Hashable {
    case dayFirst, monthFirst

    /// The order that is usual in a language or a jurisdiction; nil where neither decides.
    ///
    /// - Parameters:
    ///   - language: A BCP 47 tag, such as `en-GB`.
    ///   - jurisdiction: An ISO 3166 code, such as `US`.
    public init?(language: String?, jurisdiction: String? = nil) {
        let parts = (language ?? "").lowercased().split { $0 == "-" || $0 == "_" }
        let region = jurisdiction?.lowercased() ?? parts.dropFirst().last { $0.utf8.count == 2 }.map(String.init)
        if let region, Self.monthFirstRegions.contains(region) {
            self = .monthFirst
        } else if let region, region != "int", region != "ca" {
            self = .dayFirst
        } else if let primary = parts.first, primary != "en" {
            self = ["fil", "tl"].contains(primary) ? .monthFirst : .dayFirst
        } else {
            return nil
        }
    }

    private static let monthFirstRegions: Set<String> = ["us", "ph", "pr", "gu", "fm", "mh", "pw"]
}
