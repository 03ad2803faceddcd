import Model

/// One field of an item after the one pass for phrases and the one for citations.
final class ReadField: Sendable {
    let field: Evidence.Field
    /// The field as the readers of citations, dates and names see it.
    let text: FactText
    let citations: [CitationScanner.Hit]
    private let whole: NormalText
    private let span: Int?
    /// Within one family none lies inside another.
    private let hits: [PhraseHit]

    /// Families whose readers look at the letters around a hit without their case.
    private static let readLower: Set<FactTables.Family> = [
        .dateBefore, .dateAfter, .moved, .treatment, .treatmentAfter, .treatmentBefore,
    ]

    /// A field of a text; empty where the text does not have it.
    init(_ field: Evidence.Field, of reading: Reading) {
        self.field = field
        whole = reading.text
        span = whole.spans.firstIndex { $0.field == field }
        guard let span else {
            (text, citations, hits) = (FactText([]), [], [])
            return
        }
        let hits = Self.outermost(reading.phrases, in: whole.spans[span].range)
        var text = FactText(whole.spans[span].original)
        citations = CitationScanner.hits(in: text)
        let needsLower = hits.contains { Self.readLower.contains($0.group) }
        if needsLower, text.hasDigits { text.lowerCase() }
        (self.text, self.hits) = (text, hits)
    }

    /// The hits of a family, in order; those of places are among those of laws.
    func hits(_ group: FactTables.Family) -> some Sequence<PhraseHit> { hits.lazy.filter { $0.group == group } }

    /// The hits of a family, with their ranges in `text`.
    func located(_ group: FactTables.Family) -> [PhraseHit] {
        hits.compactMap { hit in
            guard hit.group == group, let origin = whole.origin(of: hit.range)?.range else { return nil }
            return PhraseHit(rule: hit.rule, group: group, range: text.here(origin))
        }
    }

    /// The evidence of a rule where a hit stands.
    func evidence(_ rule: String, _ hit: PhraseHit) -> Evidence {
        whole.evidence(rule, hit.range) ?? Evidence(rule: rule, words: "", field: field)
    }

    /// The hits in a range of the text that do not lie inside another of their family.
    private static func outermost(_ phrases: [PhraseHit], in range: Range<Int>) -> [PhraseHit] {
        var last = [PhraseHit?](repeating: nil, count: FactTables.Family.allCases.count)
        return phrases.filter { hit in
            guard range.contains(hit.range.lowerBound) else { return false }
            if let last = last[hit.group.number], last.range.upperBound >= hit.range.upperBound,
                last.range != hit.range || last.rule == hit.rule
            {
                return false
            }
            last[hit.group.number] = hit
            return true
        }
    }
}
