/// A natural language by its BCP 47 tag, such as `en` or `zh-Hans`.
public struct Language: Hashable, Sendable, Codable, RawRepresentable, CustomStringConvertible {
    /// The tag.
    public let rawValue: String
    /// Wraps a tag as it is.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Wraps a tag as it is.
    public init(_ rawValue: String) { self.rawValue = rawValue }
    /// What a document of somebody else says of its language; nil unless it has the form of a tag (RFC 5646, 2.1).
    public init?(declared text: String) {
        guard (2...35).contains(text.utf8.count),
            text.utf8.allSatisfy({
                $0 == 0x2D || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x30...0x39).contains($0)
            })
        else { return nil }
        rawValue = text
    }
    /// The tag.
    public var description: String { rawValue }
    /// The primary subtag in lower case: `zh` of `zh-Hans`.
    public var primary: String {
        let subtag = rawValue.utf8.prefix { $0 != 0x2D && $0 != 0x5F }
        if subtag.count == rawValue.utf8.count, subtag.allSatisfy({ (0x61...0x7A).contains($0) }) { return rawValue }
        return String(Substring(subtag)).lowercased()
    }
    /// English.
    public static let english = Language("en")
    /// Chinese in simplified script.
    public static let simplifiedChinese = Language("zh-Hans")
}

/// A jurisdiction: an ISO 3166-1 alpha-2 code, `EU` for the Union, `INT` for international bodies.
public struct Jurisdiction: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// The code.
    public let code: String
    /// A jurisdiction by its code; nil unless it is two ASCII capitals or `INT`.
    public init?(_ code: String) {
        guard code == "INT" || (code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0) }) else {
            return nil
        }
        self.code = code
    }
    private init(known code: String) { self.code = code }
    /// The European Union.
    public static let eu = Jurisdiction(known: "EU")
    /// The codes of the member states of the Union, whose courts and authorities apply its law.
    public static let memberStates: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]
    /// International bodies and treaties.
    public static let international = Jurisdiction(known: "INT")
    /// The code.
    public var description: String { code }
    /// Order of codes.
    public static func < (left: Self, right: Self) -> Bool { left.code < right.code }
    /// Reads a code.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let jurisdiction = Jurisdiction(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a jurisdiction: \(text)")
        }
        self = jurisdiction
    }
    /// Writes the code.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

/// What a policy can be about.
public struct Topic: Sendable, Equatable {
    /// The topic's name in files.
    public let id: ID<Topic>
    /// What people call it, by language tag.
    public let titles: [String: String]
    /// A topic from its parts.
    public init(id: ID<Topic>, titles: [String: String]) {
        self.id = id
        self.titles = titles
    }
    /// The title in a language, else in English, else the name.
    public func title(in language: Language) -> String {
        titles[language.rawValue] ?? titles["en"] ?? id.rawValue
    }
}
