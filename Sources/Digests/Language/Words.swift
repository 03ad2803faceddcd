import Model

/// Speaks a reader's language.
struct Words: Sendable {
    /// The language as asked for, where there is a catalogue of it; else English.
    let language: Language
    /// The language's primary subtag.
    let primary: String
    private let catalogue: Catalogue

    init(_ language: Language) {
        catalogue = Catalogue.catalogue(for: language.primary)
        primary = catalogue.language
        self.language = language.primary == primary ? language : .english
    }

    /// `rtl` or `ltr`.
    var direction: String { Words.direction(of: language) }

    /// The direction in which a language is written.
    static func direction(of language: Language) -> String {
        ["ar", "fa", "he", "ur", "yi", "ps", "dv"].contains(language.primary) ? "rtl" : "ltr"
    }

    /// A phrase with its places filled; the key in `⟨⟩` where there is none, so that a test sees it.
    func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        guard let text = catalogue.texts[key] else { return "⟨\(key)⟩" }
        return values.isEmpty ? text : Words.fill(text, values)
    }

    /// A phrase with a number, in the form that the number demands; the number is its `{n}`.
    func callAsFunction(_ key: String, count: Int, _ values: KeyValuePairs<String, String> = [:]) -> String {
        guard let forms = catalogue.plurals[key], let text = forms[Plural(count, language: primary)] ?? forms[.other]
        else { return "⟨\(key)⟩" }
        return Words.fill(text, values, count: count)
    }

    /// A phrase by a key that stands in a template; nil where there is none.
    func text(_ key: String) -> String? { catalogue.texts[key] }

    /// The signs around a quotation.
    var quotes: (open: String, close: String) {
        let parts = self("quoted").split(separator: "{words}", omittingEmptySubsequences: false)
        return (String(parts.first ?? ""), String(parts.last ?? ""))
    }

    /// What stands between a label and what it labels.
    var colon: String { String(self("labelled").dropFirst("{label}".count).prefix { $0 != "{" }) }

    /// The same at a line's end.
    var closingColon: String { String(colon.reversed().drop { $0 == " " }.reversed()) }

    /// Several things in one line.
    func list(_ parts: [String]) -> String { parts.joined(separator: self("comma")) }

    /// A jurisdiction in words, or its code.
    func place(_ jurisdiction: Jurisdiction) -> String {
        jurisdiction == .international ? self("INT") : jurisdiction.code
    }

    /// Fills `{name}` in one pass, so that what is filled in is never read as a place.
    private static func fill(_ text: String, _ values: KeyValuePairs<String, String>, count: Int? = nil) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = rest[rest.index(after: open)..<close]
            if let value = values.first(where: { $0.key == name })?.value {
                result += value
            } else if name == "n", let count {
                result += String(count)
            } else {
                result += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
