import GRDB
import Model

/// Reads back what `FindingsText` writes.
struct FindingsReader {
    private var fields: EvidenceFields
    private var pool: [Evidence] = []
    /// Topics that the rules gave, by their names: the words that matched and the rule.
    private(set) var topics: [String: (rule: String, evidence: [Evidence])] = [:]
    /// The facts; topics are rows of their own, as people add some and take others away.
    private(set) var facts = Findings()

    /// The findings that are kept of a text.
    ///
    /// - Throws: `DatabaseError` where they are damaged, or belong to another text.
    init(_ detail: String?, of text: ItemText) throws {
        fields = EvidenceFields(text)
        guard let detail else { return }
        var reader = self
        let isWhole: Void? = JSONTextReader.read(detail) { reader.read(&$0) ? () : nil }
        guard isWhole != nil else { throw Self.damage("the findings of an item cannot be read") }
        self = reader
    }

    /// The topics that were just missed.
    ///
    /// - Throws: `DatabaseError` where they are damaged.
    func nearMisses(_ misses: String?) throws -> [NearMiss] {
        guard let misses else { return [] }
        let read = JSONTextReader.read(misses) { json in
            json.list { json in
                pair(&json).map { NearMiss(topic: ID($0.0), evidence: $0.2, lacked: $0.1) }
            }
        }
        guard let read else { throw Self.damage("the near misses of an item cannot be read") }
        return read
    }

    private static func damage(_ what: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: what)
    }

    private mutating func read(_ json: inout JSONTextReader) -> Bool {
        guard json.skip("{\"evidence\":"), let pool = json.list({ piece(&$0) }) else { return false }
        self.pool = pool
        if json.skip(",\"topics\":") {
            guard let list = json.list({ pair(&$0) }) else { return false }
            for (topic, rule, evidence) in list { topics[topic] = (rule, evidence) }
        }
        if json.skip(",\"instrument\":") {
            guard let list = json.list({ bare(&$0) }) else { return false }
            facts.instrument.evidence = list.flatMap(\.self)
        }
        if json.skip(",\"stage\":") {
            guard let list = json.list({ bare(&$0) }) else { return false }
            facts.stage.evidence = list.flatMap(\.self)
        }
        return readFacts(&json) && json.skip("}")
    }

    private mutating func readFacts(_ json: inout JSONTextReader) -> Bool {
        let jurisdictions = json.skip(",\"jurisdictions\":") ? json.list { single(&$0) { Jurisdiction($0) } } : []
        let citations = json.skip(",\"citations\":") ? json.list { single(&$0) { $0 } } : []
        let dates = json.skip(",\"dates\":") ? json.list { date(&$0) } : []
        let off = json.skip(",\"off\":") ? json.list { date(&$0) } : []
        let treatments = json.skip(",\"treatments\":") ? json.list { treatment(&$0) } : []
        let names = json.skip(",\"names\":") ? json.list { single(&$0) { $0 } } : []
        guard let jurisdictions, let citations, let dates, let off, let treatments, let names else { return false }
        facts.jurisdictions = jurisdictions
        facts.citations = citations
        facts.dates = dates
        facts.datesOff = off
        facts.treatments = treatments
        facts.matterNames = names
        return true
    }

    private func piece(_ json: inout JSONTextReader) -> Evidence? {
        guard json.skip("["), let rule = json.quoted(), json.skip(","),
            let field = json.quoted().flatMap(Evidence.Field.init(rawValue:)), json.skip(","),
            let offset = json.number(), json.skip(",")
        else { return nil }
        guard json.isAtQuote else { return passage(&json, rule, field, offset) }
        guard let words = json.quoted(), json.skip(","), let context = json.quoted(), json.skip("]") else { return nil }
        return Evidence(rule: rule, words: words, field: field, offset: offset, context: context)
    }

    private func passage(
        _ json: inout JSONTextReader, _ rule: String, _ field: Evidence.Field, _ offset: Int
    ) -> Evidence? {
        guard let words = range(&json, from: offset), json.skip(","), let start = json.number(), json.skip(","),
            let context = range(&json, from: start), json.skip("]"),
            let passage = fields.passage(in: field, words: words, context: context)
        else { return nil }
        return Evidence(rule: rule, field: field, passage: passage)
    }

    private func range(_ json: inout JSONTextReader, from start: Int) -> Range<Int>? {
        guard let count = json.number(), start >= 0, count >= 0 else { return nil }
        let (end, isOver) = start.addingReportingOverflow(count)
        return isOver ? nil : start..<end
    }

    private func evidence(_ json: inout JSONTextReader) -> [Evidence]? {
        json.list { json in json.number().flatMap { pool.indices.contains($0) ? pool[$0] : nil } }
    }

    private func bare(_ json: inout JSONTextReader) -> [Evidence]? {
        guard json.skip("["), let evidence = evidence(&json), json.skip("]") else { return nil }
        return evidence
    }

    private func single<Value>(
        _ json: inout JSONTextReader, _ make: (String) -> Value?
    ) -> Proven<Value>? {
        guard json.skip("["), let value = json.quoted().flatMap(make), json.skip(","),
            let evidence = evidence(&json), json.skip("]")
        else { return nil }
        return Proven(value, evidence)
    }

    private func pair(_ json: inout JSONTextReader) -> (String, String, [Evidence])? {
        guard json.skip("["), let first = json.quoted(), json.skip(","), let second = json.quoted(), json.skip(","),
            let evidence = evidence(&json), json.skip("]")
        else { return nil }
        return (first, second, evidence)
    }

    private func date(_ json: inout JSONTextReader) -> Proven<LegalDate>? {
        guard let (day, kind, evidence) = pair(&json), let day = Day(iso: day),
            let kind = LegalDate.Kind(rawValue: kind)
        else { return nil }
        return Proven(LegalDate(day, kind), evidence)
    }

    private func treatment(_ json: inout JSONTextReader) -> Proven<Treatment>? {
        guard let (authority, kind, evidence) = pair(&json), let kind = Treatment.Kind(rawValue: kind) else {
            return nil
        }
        return Proven(Treatment(authority: authority, kind: kind), evidence)
    }
}
