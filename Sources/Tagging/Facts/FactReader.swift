public import Model

/// Reads the facts of items by tables that are compiled once.
public final class FactReader: Sendable {
    private let vocabulary: Vocabulary
    let tables: FactTables
    let sourceNames = SourceNames()
    /// Acts without a number, by their names.
    private let acts: KnownActs

    /// A reader by tables alone.
    public init(tables: FactTables, acts: KnownActs = .none) {
        vocabulary = Vocabulary(facts: tables)
        self.tables = tables
        self.acts = acts
    }

    /// A reader by the tables that a vocabulary was compiled with; nil where there are none.
    init?(_ vocabulary: Vocabulary, acts: KnownActs) {
        guard let tables = vocabulary.tables else { return nil }
        self.vocabulary = vocabulary
        self.tables = tables
        self.acts = acts
    }

    /// The one pass over fields.
    func reading(_ fields: [(field: Evidence.Field, text: String)], _ language: Language) -> Reading {
        vocabulary.read(NormalText(fields), language: language)
    }

    /// Whether a text that was read names a court.
    func speaksOfCourt(_ reading: Reading) -> Bool {
        reading.hits.contains { vocabulary.names[Int($0.concept)] == "court" }
    }

    /// Puts the facts of an item that was read into its findings: what the publisher states as data, then what the text
    /// says.
    ///
    /// - Parameters:
    ///   - findings: What they are put into.
    ///   - input: What is known of the item.
    ///   - reading: The item's text, read.
    ///   - head: Where what counts as title stands in it.
    func fill(_ findings: inout Findings, of input: FactInput, in reading: Reading, title head: Range<Int>) {
        let title = ReadField(.title, of: reading)
        let summary = ReadField(.summary, of: reading)
        let fields = [title, summary, ReadField(.content, of: reading)]
        let cited = citations(fields, stated: input.stated)
        findings.citations = cited.map(\.citation)
        let parties = MatterNames.parties(in: title.text, citing: title.citations)
        let partiesBehind = MatterNames.parties(in: summary.text, citing: summary.citations)
        let jurisdictions = Jurisdictions(reader: self, input: input)
        var classifier = Classifier(
            tables: tables, title: title, summary: summary, head: head, input: input, caseName: parties.first)
        findings.instrument = classifier.instrument(
            citations: cited, isFromCourt: jurisdictions.isFromCourt)
        findings.jurisdictions = jurisdictions.read(fields, citations: cited, instrument: findings.instrument.value)
        let laws = findings.jurisdictions.map(\.value.code)
        let known = [title, summary].map { acts.named(in: $0.text, input.language, of: laws) } + [[]]
        let names = MatterNames(tables: tables)
        findings.matterNames =
            names.names(
                in: [
                    (title, parties.isEmpty ? MatterNames.suit(in: title.text).map { [$0] } ?? [] : parties),
                    (summary, partiesBehind),
                ]) + ActName.matters(title, summary, input.language) + ActName.known(known, in: fields)
        (findings.dates, findings.datesOff) = dates(
            fields, input: input, isAmerican: laws.isEmpty || laws.contains("US"))
        MovedTitle(title, tables: tables)?.mark(&findings.dates)
        let days = Self.hearings(in: findings.dates, after: input.published)
        if findings.instrument.value == .ruling, !days.isEmpty {
            classifier = Classifier(
                tables: tables, title: title, summary: summary, head: head, input: input, caseName: parties.first,
                days: days)
            findings.instrument = classifier.instrument(
                citations: cited, isFromCourt: jurisdictions.isFromCourt)
        }
        findings.instrument = classifier.instrument(findings.instrument, of: findings.dates)
        findings.stage = classifier.stage(of: findings.instrument.value, dates: findings.dates.map(\.value))
        findings.treatments = treatments(
            [(title, parties), (summary, partiesBehind), (fields[2], nil)], known, input.language,
            stage: findings.stage, instrument: findings.instrument.value)
    }

    /// Where a text states the days of hearings that come after its publication.
    private static func hearings(in dates: [Proven<LegalDate>], after published: Day?) -> [Evidence] {
        guard let published else { return [] }
        return dates.filter { $0.value.kind == .hearing && $0.value.date > published }.compactMap(\.evidence.first)
    }

    /// What each field says was done to authorities: what several say is one treatment, with the words of each.
    ///
    /// - Parameters:
    ///   - fields: The fields with the cases that they name; nil where those were not read.
    ///   - known: For each field the acts without a number that it names.
    ///   - language: The language of the text.
    ///   - stage: How far it has come.
    ///   - instrument: What it reports.
    /// - Returns: The treatments, in order.
    private func treatments(
        _ fields: [(field: ReadField, parties: [MatterNames.Parties]?)], _ known: [[NamedAuthority]],
        _ language: Language, stage: Proven<Stage>, instrument: Instrument
    ) -> [Proven<Treatment>] {
        var found: [Proven<Treatment>] = []
        var places: [Treatment: Int] = [:]
        var unnamed: [Proven<Treatment>] = []
        var described: [[Proven<Treatment>]] = []
        for ((field, parties), acts) in zip(fields, known) where field.has(ReadField.ofTreatments) {
            let treatments = Treatments(
                field, tables: tables, language: language, acts: acts, isProposal: stage.value == .proposed,
                isEnded: stage.isEnd, instrument: instrument
            ) {
                parties ?? MatterNames.parties(in: field.text)
            }
            let told = treatments.treatments()
            described.append(told.filter(\.isDescribed).map(\.treatment))
            for told in told where !told.isDescribed {
                let treatment = told.treatment
                if told.isUnnamed {
                    unnamed.append(treatment)
                } else if let place = places[treatment.value] {
                    found[place].evidence += treatment.evidence
                } else {
                    places[treatment.value] = found.count
                    found.append(treatment)
                }
            }
        }
        // The words behind a title say more than it does.
        for described in described.reversed() {
            let kinds = Set(found.map(\.value.kind))
            found += described.filter { !kinds.contains($0.value.kind) }
        }
        return found + Self.withoutEchoes(unnamed, beside: found)
    }

    /// What was done to decisions that are only pointed back to, once of each kind: the words that say most. What was done
    /// so to an authority that is named is no other fact.
    private static func withoutEchoes(_ unnamed: [Proven<Treatment>], beside named: [Proven<Treatment>])
        -> [Proven<Treatment>]
    {
        var kinds = Set(named.map(\.value.kind))
        return unnamed.filter { $0.value.authority != EarlierDecision.below }
            .filter { kinds.insert($0.value.kind).inserted }
            + unnamed.filter { kinds.insert($0.value.kind).inserted }
    }

    private func citations(_ fields: [ReadField], stated: [StatedFact]) -> [CitedAuthority] {
        var seen: Set<String> = []
        var found: [CitedAuthority] = []
        for fact in stated where fact.kind == "citation" && CitedText.isOne(fact.value) {
            let cited = CitedAuthority(fact)
            if seen.insert(cited.citation.value).inserted { found.append(cited) }
        }
        for field in fields {
            for hit in field.citations where seen.insert(hit.value).inserted {
                found.append(CitedAuthority(hit, field.text.evidence("citation", hit.range, field.field)))
            }
        }
        return found
    }

    /// The dates that have an effect, and those that have none any more.
    private func dates(
        _ fields: [ReadField], input: FactInput, isAmerican: Bool
    ) -> (dates: [Proven<LegalDate>], off: [Proven<LegalDate>]) {
        var found: [Proven<LegalDate>] = []
        var off: [Proven<LegalDate>] = []
        var seen: Set<LegalDate> = []
        for fact in input.stated {
            let isAmerican = input.sourceJurisdiction?.code == "US"
            guard let kind = LegalDate.Kind(rawValue: fact.kind),
                let day = kind.day(
                    stated: fact.value, language: input.language.primary, isAmerican: isAmerican)
            else { continue }
            guard seen.insert(LegalDate(day, kind)).inserted else { continue }
            found.append(
                Proven(LegalDate(day, kind), [Evidence(rule: fact.origin, words: fact.value, field: .stated)]))
        }
        for field in fields where field.field != .content || found.isEmpty {
            guard field.text.hasDigits, field.has(ReadField.ofDates) else { continue }
            let told = LegalDates(field, tables: tables).dates(
                language: input.language.primary, isAmerican: isAmerican, published: input.published)
            for date in told.dates {
                guard let place = found.firstIndex(where: { $0.value == date.value }) else {
                    found.append(date)
                    continue
                }
                // One field states the day, and another the one from which it moved.
                if found[place].movedFrom == nil {
                    found[place].evidence += date.evidence.filter { $0.rule.hasPrefix(Proven<LegalDate>.movedFrom) }
                }
            }
            for date in told.off where !off.contains(where: { $0.value == date.value }) { off.append(date) }
        }
        let stated = Set(found.filter { $0.evidence.first?.field == .stated }.map(\.value))
        off.removeAll { stated.contains($0.value) }
        let gone = Set(off.map(\.value))
        return (gone.isEmpty ? found : found.filter { !gone.contains($0.value) }, off)
    }
}

extension LegalDate.Kind {
    /// The day that a publisher states as data: as ISO 8601 writes it, else as people do, with a year. Of a period that
    /// is the end of what is to be done, and the beginning of all else.
    ///
    /// - Parameters:
    ///   - value: What the publisher states.
    ///   - language: The primary subtag of the language.
    ///   - isAmerican: Whether the month stands before the day where both are figures.
    /// - Returns: The day; nil where none can be read.
    public func day(stated value: String, language: String, isAmerican: Bool) -> Day? {
        if let day = Day(iso: value.prefix(10)) { return day }
        var text = FactText(value)
        text.lowerCase()
        let dates = DateScanner(text, language: language, isAmerican: isAmerican).dates().filter { $0.year != nil }
        return (self == .deadline ? dates.last : dates.first)?.day(of: self, published: nil)
    }
}
