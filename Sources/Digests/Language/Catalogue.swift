/// The phrases of one language.
struct Catalogue: Sendable {
    /// The language's primary subtag.
    let language: String
    /// Texts by their key, without plural forms.
    let texts: [String: String]
    /// Plural forms by their key.
    let plurals: [String: [Plural: String]]

    /// Reads lines of `key = text` and `key[plural] = text`.
    init(_ language: String, _ source: String) {
        var texts: [String: String] = [:]
        var plurals: [String: [Plural: String]] = [:]
        for line in source.split(separator: "\n") {
            guard let sign = line.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let key = line[..<sign].filter { $0 != " " }
            // One space after the sign is the file's, a further one the phrase's own.
            let text = String(line[sign...].dropFirst(2))
            if let bracket = key.firstIndex(of: "["),
                let form = Plural(rawValue: String(key[bracket...].dropFirst().dropLast()))
            {
                plurals[String(key[..<bracket]), default: [:]][form] = text
            } else {
                texts[key] = text
            }
        }
        self.language = language
        self.texts = texts
        self.plurals = plurals
    }

    /// All catalogues, by the language's primary subtag.
    static let all: [String: Catalogue] = [
        "en": Catalogue("en", englishPhrases), "zh": Catalogue("zh", chinesePhrases),
        "es": Catalogue("es", spanishPhrases), "fr": Catalogue("fr", frenchPhrases),
        "ru": Catalogue("ru", russianPhrases), "ar": Catalogue("ar", arabicPhrases),
    ]

    /// The catalogue of a language, else the English one.
    static func catalogue(for primary: String) -> Catalogue {
        all[primary] ?? all["en"] ?? Catalogue("en", englishPhrases)
    }
}
