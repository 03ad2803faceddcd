import Model

/// The countries that a text names beside bodies and acts whose names several countries use: `Japan's House of
/// Representatives`, `Conseil d'État belge`, `韩国教育部`.
struct Countries {
    private let field: ReadField
    private let tables: FactTables
    /// Whether a country can stand behind a body with nothing but a space between.
    private let canFollow: Bool
    /// Whether the home of a firm stands behind it.
    private let homesFollow: Bool
    private let places: [PhraseHit]
    private let firms: [PhraseHit]

    /// The countries of a field in a language.
    init(_ field: ReadField, tables: FactTables, language: Language) {
        self.field = field
        self.tables = tables
        canFollow = language.primary != "en"
        places = field.hits(.law).filter { tables.rules[$0.rule].family == .place }
        firms = places.isEmpty ? [] : Array(field.hits(.firm))
        homesFollow = Self.homesFollow.contains(language.primary)
    }

    /// Whether a place is no more than where a firm or a product comes from: `Chinese AI app`, `empresa china`.
    func isHome(_ place: PhraseHit) -> Bool {
        firms.around(place.range, reach: Self.firmReach).contains { firm in
            homesFollow
                ? field.words(between: firm, and: place, most: 1) == " "
                : field.words(between: place, and: firm, most: Self.most).map(Self.beforeFirms.contains) ?? false
        }
    }

    /// Where the country stands whose body or act is named; nil where it is the one that the tables say.
    func country(of law: PhraseHit) -> PhraseHit? {
        var found: PhraseHit?
        for place in places.around(law.range, reach: Self.placeReach) {
            let isBefore = place.range.upperBound <= law.range.lowerBound
            guard isBefore ? belongs(law, to: place) : belongs(place, behind: law) else { continue }
            if isOne(place, law) { return tables.rules[law.rule].isShared ? place : nil }
            if canOwn(place, law, isBefore) { found = found ?? place }
        }
        return found ?? places.first.flatMap { leads($0, to: law) ? $0 : nil }
    }

    private func codes(of hit: PhraseHit) -> some Sequence<String> { tables.rules[hit.rule].codes.lazy.map(\.code) }

    private func isOne(_ place: PhraseHit, _ law: PhraseHit) -> Bool {
        codes(of: law).contains { code in codes(of: place).contains(code) }
    }

    /// The Union's members apply its acts, and other countries have acts of the same names.
    private func canOwn(_ place: PhraseHit, _ law: PhraseHit, _ isBefore: Bool) -> Bool {
        let isInternational = codes(of: law).contains { Self.international.contains($0) }
        return !isInternational
            || isBefore && !codes(of: law).contains("INT")
                && !codes(of: place).contains {
                    Self.international.contains($0) || Jurisdiction.memberStates.contains($0)
                }
    }

    private static let international: Set<String> = ["EU", "EU:applied", "INT"]

    private func belongs(_ law: PhraseHit, to place: PhraseHit) -> Bool {
        field.words(between: place, and: law, most: Self.most).map(Self.genitives.contains) ?? false
    }

    private func belongs(_ place: PhraseHit, behind law: PhraseHit) -> Bool {
        guard let words = field.words(between: law, and: place, most: Self.most) else { return false }
        return Self.prepositions.contains(words) || canFollow && words == " "
    }

    /// Whether a field begins with a country and a colon, and speaks of a body that is called the same there.
    private func leads(_ place: PhraseHit, to law: PhraseHit) -> Bool {
        guard field.words(between: place, and: law, most: 2 * Self.most)?.hasPrefix(":") ?? false,
            field.begins(with: place)
        else { return false }
        let all = Set(codes(of: place)).union(codes(of: law))
        return Self.kin.contains { $0.isSuperset(of: all) }
    }

    /// Countries that share a language, and with it the names of their bodies.
    private static let kin: [Set<String>] = [
        ["DE", "AT", "CH", "LI", "LU"], ["NL", "BE"], ["IT", "CH"], ["PT", "BR", "AO", "MZ"],
        ["FR", "BE", "CH", "LU", "CA", "MA", "TN", "DZ", "SN", "CI", "CM"],
        [
            "ES", "MX", "AR", "CL", "CO", "PE", "EC", "UY", "CR", "PA", "SV", "GT", "HN", "NI", "DO", "BO", "PY", "VE",
            "CU",
        ],
    ]
    /// Languages whose adjectives stand behind their nouns.
    private static let homesFollow: Set<String> = ["fr", "es", "it", "pt", "ar"]
    /// What may stand between a firm's home and the firm.
    private static let beforeFirms: Set<String> = ["", " ", "-", "'s ", " ai ", " ki ", " tech ", "的"]
    /// Bytes between a body and its country.
    private static let most = 10
    /// Bytes from a body to the beginning of a place that may stand beside it: more than any place's name has.
    private static let placeReach = 80
    /// Bytes from a place to the beginning or end of a firm that may stand beside it: more than any firm's name has.
    private static let firmReach = 80
    private static let genitives: Set<String> = ["", " ", "'s ", "' ", "の", "的"]
    private static let prepositions: Set<String> = [
        " (", " of ", " of the ", " in ", " de ", " du ", " des ", " de la ", " d'", " del ", " della ", " di ", " do ",
        " da ", " von ", " der ", " van ", " w ", " v ",
    ]
}
