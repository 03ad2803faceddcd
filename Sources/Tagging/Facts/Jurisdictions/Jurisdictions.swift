import Model

/// Tells whose law a text speaks of.
///
/// Courts, authorities, acts and citations prove a law; a country's name only stands in for it; the publisher counts
/// where the text is silent.
struct Jurisdictions {
    /// A name that bodies of several jurisdictions share.
    private struct Shared {
        let field: ReadField
        let hit: PhraseHit
    }

    let reader: FactReader
    let input: FactInput

    /// - Parameters:
    ///   - fields: The item's fields.
    ///   - citations: What the item cites, in its text or as data of its publisher.
    ///   - instrument: What it reports.
    /// - Returns: The jurisdictions, each with what proves it.
    func read(
        _ fields: [ReadField], citations: [CitedAuthority], instrument: Instrument
    ) -> [Proven<Jurisdiction>] {
        var law = Tally()
        var place = Tally()
        var homes = Tally()
        var shared: [Shared] = []
        for field in fields where field.field != .content { add(field, &law, &place, &homes, &shared) }
        resolve(shared, &law, place, cited: citations.compactMap(\.law), sourceName: true)
        // Where a firm comes from is told for want of another place.
        if place.isEmpty { place = homes }
        for cited in citations {
            guard let code = cited.law else { continue }
            for var evidence in cited.citation.evidence where evidence.field != .content {
                evidence.rule = "citation: \(code)"
                law.add(code, .made(evidence))
                // A national act that gives the number of the Union's is there to carry it out.
                if cited.kind == .act { law.add("EU:applied", .made(evidence)) }
            }
        }
        if law.isUnionAlone { return union(law, place, citations: citations) }
        if !law.isEmpty {
            // A national court that refers a question to the Union's asks for the Union's law.
            let companions = Self.companions(law)
            return law.proven(dropping: isReferral(citations) ? companions.subtracting(["EU"]) : companions)
        }
        if let court = ownCourt() { return court }
        if let home = home(of: fields[0], instrument, place) { return home }
        if let titled = titled(place) { return titled }
        if let own = ownLaw(place) { return own }
        if !place.isEmpty { return place.proven(dropping: []) }
        return prior(instrument)
    }

    /// Whether the only cases that are cited are before the Union's courts.
    private func isReferral(_ citations: [CitedAuthority]) -> Bool {
        let cases = citations.filter { $0.kind == .docket || $0.kind == .judgment }
        return !cases.isEmpty && cases.allSatisfy { $0.law == "EU" }
    }

    /// The Union's law where no member state's law is named: that of the member state whose authority applies it speaks
    /// too, which the title names or which is the source. Cases before the Union's courts come from member states and
    /// tell only of the Union's law.
    private func union(
        _ law: Tally, _ place: Tally, citations: [CitedAuthority]
    ) -> [Proven<Jurisdiction>] {
        let source = ofSource().law
        let isBeforeItsCourts = citations.contains { $0.kind != .act && $0.law == "EU" }
        guard !isBeforeItsCourts, !source.codes.contains("EU") else { return law.proven(dropping: []) }
        let titled = place.only(.title).only(Jurisdiction.memberStates)
        var law = law
        law.add(titled.isEmpty ? source.only(Jurisdiction.memberStates) : titled)
        return law.proven(dropping: Self.companions(law))
    }

    /// Whether the source, of which nobody says what it is, is a court by its name.
    var isFromCourt: Bool { input.authority == nil && ofSource().isCourt }

    /// The laws and places that the source's name speaks of.
    private func ofSource() -> SourceNames.Meaning {
        guard !input.sourceName.isEmpty else { return (Tally(), Tally(), false) }
        return reader.sourceNames.meaning(of: input.sourceName, in: input.language) {
            var (law, place) = (Tally(), Tally())
            let reading = reader.reading([(.source, input.sourceName)], input.language)
            var (homes, shared) = (Tally(), [Shared]())
            add(ReadField(.source, of: reading), &law, &place, &homes, &shared)
            resolve(shared, &law, place, cited: [], sourceName: false)
            place.add(homes)
            return (law, place, reader.speaksOfCourt(reading))
        }
    }

    /// An authority speaks of its own law, wherever those come from of whom it speaks.
    private func ownLaw(_ place: Tally) -> [Proven<Jurisdiction>]? {
        guard !place.isEmpty, input.authority?.isPrimary ?? true else { return nil }
        let law = ofSource().law
        return law.isEmpty ? nil : law.proven(dropping: Self.companions(law))
    }

    /// Where no law is named, a suit is brought where its claimant is at home; where nobody is known to sue and no place
    /// is named, where the respondent is.
    private func home(of title: ReadField, _ instrument: Instrument, _ place: Tally) -> [Proven<Jurisdiction>]? {
        guard instrument == .filing || instrument == .ruling else { return nil }
        if place.isEmpty || instrument == .filing {
            let claimants = parties(.claimant, in: title)
            if !claimants.isEmpty { return claimants.proven(dropping: []) }
        }
        guard place.isEmpty, !(input.authority?.isPrimary ?? false) else { return nil }
        let respondents = parties(.respondent, in: title)
        return respondents.isEmpty || !ofSource().law.isEmpty ? nil : respondents.proven(dropping: [])
    }

    private func parties(_ family: FactTables.Family, in title: ReadField) -> Tally {
        var homes = Tally()
        for hit in title.hits(family) {
            for (code, label) in reader.tables.rules[hit.rule].codes { homes.add(code, .words(title, label, hit)) }
        }
        return homes
    }

    private func add(
        _ field: ReadField, _ law: inout Tally, _ place: inout Tally, _ homes: inout Tally, _ shared: inout [Shared]
    ) {
        let countries = Countries(field, tables: reader.tables, language: input.language)
        for hit in field.hits(.law) {
            let rule = reader.tables.rules[hit.rule]
            let country = rule.family == .law ? countries.country(of: hit) : nil
            if rule.isShared, country == nil {
                shared.append(Shared(field: field, hit: hit))
                continue
            }
            for (code, label) in country.map({ reader.tables.rules[$0.rule].codes }) ?? rule.codes {
                if let country { law.add(code, .words(field, label, country)) }
                let proof = Tally.Proof.words(field, label, hit)
                if rule.family == .law {
                    law.add(code, proof)
                } else if countries.isHome(hit) {
                    homes.add(code, proof)
                } else {
                    place.add(code, proof)
                }
            }
        }
    }

    /// Which of the bodies that share a name is meant: one whose law or country the title names, and among several that of the
    /// source; else that of the source, one that the text names or cites, that of the source's name, or the first.
    private func resolve(
        _ shared: [Shared], _ law: inout Tally, _ place: Tally, cited: [String], sourceName: Bool
    ) {
        let titled = law.only(.title).codes + place.only(.title).codes
        for name in shared {
            let codes = reader.tables.rules[name.hit.rule].codes
            let own = input.sourceJurisdiction.map { [$0.code] } ?? []
            let told = law.codes + cited + place.codes
            let abroad = codes.filter { titled.contains($0.code) }
            guard
                let (code, label) = (abroad.isEmpty ? codes : abroad).first(where: { own.contains($0.code) })
                    ?? abroad.first ?? codes.first(where: { told.contains($0.code) })
                    ?? (sourceName ? codes.first { ofSource().law.codes.contains($0.code) } : nil) ?? codes.first
            else { continue }
            law.add(code, .words(name.field, label, name.hit))
        }
    }

    /// Codes that are named beside others without being the law in question: the Union's acts other than those that
    /// national authorities apply themselves (marked `EU:applied`).
    private static func companions(_ law: Tally) -> Set<String> {
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

    /// The publisher's name, its jurisdiction, or, where nothing is known of it, the language; nothing for vendors' terms
    /// and projects' policies, and for what is published for the whole world.
    private func prior(_ instrument: Instrument) -> [Proven<Jurisdiction>] {
        let (law, place, _) = ofSource()
        if !law.isEmpty { return law.proven(dropping: Self.companions(law)) }
        if instrument == .other || input.authority == .vendor { return [] }
        if !place.isEmpty { return place.proven(dropping: []) }
        if let code = input.sourceJurisdiction {
            if code.code == "INT", !(input.authority?.isPrimary ?? false) { return [] }
            return [assumed(code, input.sourceName)]
        }
        let language = Self.byLanguage[input.language.rawValue] ?? Self.byLanguage[input.language.primary]
        guard let language else { return [] }
        let words = "no law, and the language is \(input.language.rawValue)"
        return [assumed(language, words)]
    }

    private func assumed(_ code: Jurisdiction, _ words: String) -> Proven<Jurisdiction> {
        Proven(code, [Evidence(rule: Proven<Jurisdiction>.assumed, words: words, field: .source)])
    }

    /// The law that texts in a language speak of most where they name none.
    private static let byLanguage: [String: Jurisdiction] = [
        "zh-Hans": "CN", "zh": "CN", "zh-Hant": "TW", "zh-TW": "TW", "zh-HK": "HK", "zh-CN": "CN", "ja": "JP",
        "ko": "KR", "de": "DE", "fr": "FR",
        "it": "IT", "es": "ES", "pt": "BR", "nl": "NL", "pl": "PL", "cs": "CZ", "ru": "RU", "en": "US",
    ].compactMapValues { Jurisdiction($0) }
}

extension Proven where Value == Jurisdiction {
    /// The rule of what no word of an item says.
    fileprivate static var assumed: String { "prior" }

    /// Whether no word of the item says so: it is what is usual in its language or its source.
    var isAssumed: Bool { evidence.contains { $0.rule == Self.assumed } }
}
