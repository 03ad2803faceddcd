import Model

/// One field of an item after the one pass for phrases and the one for citations.
struct ReadField: Sendable {
    let field: Evidence.Field
    let text: FactText
    /// The hits of each family, in order; within one family none lies inside another.
    let hits: [FactTables.Family: [PhraseHit]]
    let citations: [CitationScanner.Hit]

    init(_ field: Evidence.Field, _ words: String, tables: FactTables, language: String) {
        self.field = field
        text = FactText(words)
        var hits: [FactTables.Family: [PhraseHit]] = [:]
        tables.phrases.scan(text) { hit in
            let rule = tables.rules[hit.rule]
            guard rule.language == "*" || rule.language == language else { return }
            let group = rule.family == .place ? FactTables.Family.law : rule.family
            if let last = hits[group]?.last, last.range.upperBound >= hit.range.upperBound,
                last.range != hit.range || last.rule == hit.rule
            {
                return
            }
            hits[group, default: []].append(hit)
        }
        self.hits = hits
        citations = CitationScanner.hits(in: text)
    }

    /// The evidence of a rule where a hit stands.
    func evidence(_ rule: String, _ hit: PhraseHit) -> Evidence { text.evidence(rule, hit.range, field) }
}
