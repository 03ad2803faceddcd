import Model

/// Reads the facts of items by tables that are compiled once.
public struct FactReader: Sendable {
    let tables: FactTables

    /// A reader by tables.
    public init(tables: FactTables) { self.tables = tables }

    /// The facts of an item: what the publisher states as data, then what the text says.
    ///
    /// - Parameter input: The item's text and what is known of its source.
    /// - Returns: The facts.
    public func facts(of input: FactInput) -> Facts {
        let language = input.language.primary
        let title = ReadField(.title, input.title, tables: tables, language: language)
        let summary = ReadField(.summary, input.summary, tables: tables, language: language)
        let content = ReadField(.content, input.content, tables: tables, language: language)
        let fields = [title, summary, content]
        var facts = Facts()
        facts.citations = citations(fields, stated: input.stated)
        facts.dates = dates(fields, input: input)
        facts.matterNames = MatterNames(tables: tables).names(in: [title, summary])
        facts.treatments = fields.flatMap { Treatments($0, tables: tables).treatments() }
        let classifier = Classifier(tables: tables, title: title, summary: summary, input: input)
        facts.instrument = classifier.instrument(citations: facts.citations.map(\.value))
        facts.stage = classifier.stage(
            of: facts.instrument.value, dates: facts.dates.map(\.value), citations: facts.citations.map(\.value))
        facts.jurisdictions = Jurisdictions(tables: tables, input: input).read(
            fields, citations: facts.citations, instrument: facts.instrument.value)
        return facts
    }

    private func citations(_ fields: [ReadField], stated: [StatedFact]) -> [Proven<String>] {
        var seen: Set<String> = []
        var found: [Proven<String>] = []
        for fact in stated where fact.kind == "citation" {
            let value = Citation.normalise(fact.value)
            guard seen.insert(value).inserted else { continue }
            found.append(Proven(value, [Evidence(rule: fact.origin, words: fact.value, field: .stated)]))
        }
        for field in fields {
            for hit in field.citations where seen.insert(hit.value).inserted {
                found.append(Proven(hit.value, [field.text.evidence("citation", hit.range, field.field)]))
            }
        }
        return found
    }

    private func dates(_ fields: [ReadField], input: FactInput) -> [Proven<LegalDate>] {
        var found: [Proven<LegalDate>] = []
        for fact in input.stated {
            guard let kind = LegalDate.Kind(rawValue: fact.kind), let day = Day(iso: fact.value.prefix(10)) else {
                continue
            }
            found.append(
                Proven(LegalDate(day, kind), [Evidence(rule: fact.origin, words: fact.value, field: .stated)]))
        }
        for field in fields where field.field != .content || found.isEmpty {
            let cues = (field.hits[.dateBefore] ?? []) + (field.hits[.dateAfter] ?? [])
            guard !cues.isEmpty else { continue }
            for date in LegalDates(field.text, tables: tables, cues: cues).dates(
                language: input.language.primary, published: input.published, field: field.field)
            where !found.contains(where: { $0.value == date.value }) { found.append(date) }
        }
        return found
    }
}
