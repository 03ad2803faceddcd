import Model

extension JSONTextReader {
    /// One piece of evidence.
    mutating func evidence() -> Evidence? {
        guard skip("{\"context\":"), let context = quoted(),
            skip(",\"field\":"), let field = quoted().flatMap(Evidence.Field.init(rawValue:)),
            skip(",\"offset\":"), let offset = number(),
            skip(",\"rule\":"), let rule = quoted(),
            skip(",\"words\":"), let words = quoted(), skip("}")
        else { return nil }
        return Evidence(rule: rule, words: words, field: field, offset: offset, context: context)
    }

    /// One reason of an alert.
    mutating func reason() -> AlertReason? {
        guard skip("{\"evidence\":"), let evidence = list({ $0.evidence() }),
            skip(",\"jurisdictions\":"), let jurisdictions = list({ $0.quoted().flatMap { Jurisdiction($0) } }),
            skip(",\"kind\":"), let kind = quoted().flatMap(AlertReason.Kind.init(rawValue:))
        else { return nil }
        let section: String? = skip(",\"section\":") ? quoted() : nil
        guard skip(",\"value\":"), let value = quoted(), skip("}") else { return nil }
        return AlertReason(
            kind: kind, value: value, section: section, jurisdictions: jurisdictions, evidence: evidence)
    }

    /// The parts of a rank.
    mutating func rank() -> Rank? {
        guard skip("{\"parts\":"), let parts = list({ $0.part() }), skip("}") else { return nil }
        return Rank(parts: parts)
    }

    private mutating func part() -> Rank.Part? {
        guard skip("{\"name\":"), let name = quoted(), skip(",\"points\":"), let points = number(), skip("}") else {
            return nil
        }
        return Rank.Part(name, points)
    }
}

extension StoredJSON {
    /// The reasons of an alert that are stored.
    static func reasons(_ text: String) throws -> [AlertReason] {
        try JSONTextReader.read(text) { $0.list { $0.reason() } } ?? list(text)
    }

    /// A rank that is stored.
    static func rank(_ text: String) throws -> Rank {
        try JSONTextReader.read(text) { $0.rank() } ?? value(Rank.self, text)
    }

    /// Strings that are stored.
    static func strings(_ text: String) throws -> [String] {
        try JSONTextReader.read(text) { $0.list { $0.quoted() } } ?? list(text)
    }
}
