import Model

/// Tells whose law a text speaks of.
///
/// Courts, authorities, acts and citations prove a law; a country's name only stands in for it; the publisher counts
/// where the text is silent.
struct Jurisdictions {
    let reader: FactReader
    let input: FactInput

    /// - Parameters:
    ///   - fields: The item's fields.
    ///   - citations: What the item cites, in its text or as data of its publisher.
    ///   - instrument: What it reports.
    /// - Returns: The jurisdictions, each with what proves it.
    func read(
        _ fields: [ReadField], citations: [Proven<String>], instrument: Instrument
    ) -> [Proven<Jurisdiction>] {
        var law = Tally()
        var place = Tally()
        for field in fields where field.field != .content { add(field, &law, &place) }
        for citation in citations {
            guard let code = CitationLaw.jurisdiction(of: citation.value) else { continue }
            for var evidence in citation.evidence where evidence.field != .content {
                evidence.rule = "citation: \(code)"
                law.add(code, .made(evidence))
            }
        }
        if !law.isEmpty { return law.proven(dropping: Self.companions(law, place)) }
        if let court = ownCourt() { return court }
        if let titled = titled(place) { return titled }
        if !place.isEmpty { return place.proven(dropping: []) }
        return prior(instrument)
    }

    private func add(_ field: ReadField, _ law: inout Tally, _ place: inout Tally) {
        for hit in field.hits(.law) {
            let rule = reader.tables.rules[hit.rule]
            for (code, label) in rule.codes {
                let proof = Tally.Proof.words(field, label, hit)
                if rule.family == .law { law.add(code, proof) } else { place.add(code, proof) }
            }
        }
    }

    /// Codes that are named beside others without being the law in question: the Union's acts other than those that
    /// national authorities apply themselves (marked `EU:applied`).
    private static func companions(_ law: Tally, _ place: Tally) -> Set<String> {
        guard law.codes.count > 1 else { return [] }
        let codes = Set(law.codes)
        let national = codes.subtracting(["EU", "EU:applied", "INT"])
        var dropped: Set<String> = []
        if !national.isEmpty { dropped.insert("EU") }
        if codes.contains("EU"), national.isEmpty { dropped.insert("EU:applied") }
        if national.count == 1, codes.contains("INT") { dropped.insert("INT") }
        return dropped
    }

    private func titled(_ place: Tally) -> [Proven<Jurisdiction>]? {
        let titled = place.only(.title)
        return titled.isEmpty ? nil : titled.proven(dropping: [])
    }

    /// A court speaks of the law that it sits under, wherever the parties come from.
    private func ownCourt() -> [Proven<Jurisdiction>]? {
        guard input.authority == .court, let code = input.sourceJurisdiction else { return nil }
        return [Proven(code, [Evidence(rule: "court", words: input.sourceName, field: .source)])]
    }

    /// The publisher's name, its jurisdiction, or the language; nothing for vendors' terms and projects' policies.
    private func prior(_ instrument: Instrument) -> [Proven<Jurisdiction>] {
        var (law, place) = (Tally(), Tally())
        if !input.sourceName.isEmpty {
            add(ReadField(.source, of: reader.reading([(.source, input.sourceName)], input.language)), &law, &place)
        }
        if !law.isEmpty { return law.proven(dropping: Self.companions(law, place)) }
        if instrument == .other || input.authority == .vendor { return [] }
        if !place.isEmpty { return place.proven(dropping: []) }
        let byLanguage = Self.byLanguage[input.language.rawValue] ?? Self.byLanguage[input.language.primary]
        let isCommentary = input.authority.map { !$0.isPrimary } ?? true
        let code = isCommentary ? byLanguage ?? input.sourceJurisdiction : input.sourceJurisdiction ?? byLanguage
        guard let code else { return [] }
        let words = input.sourceJurisdiction == code ? input.sourceName : input.language.rawValue
        return [Proven(code, [Evidence(rule: "prior", words: words, field: .source)])]
    }

    /// The law that texts in a language speak of most where they name none.
    private static let byLanguage: [String: Jurisdiction] = [
        "zh-Hans": "CN", "zh": "CN", "zh-Hant": "TW", "zh-TW": "TW", "zh-HK": "HK", "zh-CN": "CN", "ja": "JP",
        "ko": "KR", "de": "DE", "fr": "FR",
        "it": "IT", "es": "ES", "pt": "BR", "nl": "NL", "pl": "PL", "cs": "CZ", "ru": "RU", "en": "US",
    ].compactMapValues { Jurisdiction($0) }
}

/// Proofs by jurisdiction, in order of first appearance; evidence is made of those that are told.
struct Tally {
    /// What speaks for a jurisdiction.
    enum Proof {
        case words(ReadField, String, PhraseHit)
        case made(Evidence)

        var field: Evidence.Field {
            switch self {
            case .words(let field, _, _): field.field
            case .made(let evidence): evidence.field
            }
        }

        var evidence: Evidence {
            switch self {
            case .words(let field, let label, let hit): field.evidence(label, hit)
            case .made(let evidence): evidence
            }
        }
    }

    private(set) var codes: [String] = []
    private var proofs: [[Proof]] = []
    /// The most evidence of one jurisdiction that is kept.
    private static let most = 5

    var isEmpty: Bool { codes.isEmpty }

    mutating func add(_ code: String, _ found: Proof) {
        guard let place = codes.firstIndex(of: code) else {
            codes.append(code)
            proofs.append([found])
            return
        }
        if proofs[place].count < Self.most { proofs[place].append(found) }
    }

    /// The part with evidence in one field.
    func only(_ field: Evidence.Field) -> Tally {
        var part = Tally()
        for (code, proofs) in zip(codes, proofs) {
            for found in proofs where found.field == field { part.add(code, found) }
        }
        return part
    }

    func proven(dropping dropped: Set<String>) -> [Proven<Jurisdiction>] {
        var result: [Proven<Jurisdiction>] = []
        for (code, proofs) in zip(codes, proofs) where !dropped.contains(code) {
            let plain = code.utf8.count > 3 ? code.split(separator: ":").first.map(String.init) ?? code : code
            guard let jurisdiction = Jurisdiction(plain), !result.contains(where: { $0.value == jurisdiction }) else {
                continue
            }
            result.append(Proven(jurisdiction, proofs.map(\.evidence)))
        }
        return result
    }
}
