import Model

/// One field of an item after the one pass for phrases and the one for citations.
final class ReadField: Sendable {
    let field: Evidence.Field
    /// The field as the readers of citations, dates and names see it.
    let text: FactText
    let citations: [CitationScanner.Hit]
    private let whole: NormalText
    /// Within one family none lies inside another.
    private let hits: [PhraseHit]
    /// The families of the hits.
    private let families: FactTables.Families

    /// Families that say what happens on a date or in a period, and that say what was done to an authority.
    static let ofDates: FactTables.Families = [.dateBefore, .dateAfter, .moved, .reply]
    static let ofTreatments: FactTables.Families = [.treatment, .treatmentAfter, .treatmentBefore]

    /// A field of a text; empty where the text does not have it.
    init(_ field: Evidence.Field, of reading: Reading) {
        self.field = field
        whole = reading.text
        guard let span = whole.spans.firstIndex(where: { $0.field == field }) else {
            (text, citations, hits, families) = (FactText([]), [], [], [])
            return
        }
        (hits, families) = Self.outermost(reading.phrases, in: whole.spans[span].range)
        var text = FactText(whole.spans[span].original)
        citations = CitationScanner.hits(in: text)
        // Readers of these families look at the letters around a hit without their case.
        if text.hasDigits && !families.isDisjoint(with: Self.ofDates) || !families.isDisjoint(with: Self.ofTreatments) {
            text.lowerCase()
        }
        self.text = text
    }

    /// Whether there is a hit of any of some families.
    func has(_ any: FactTables.Families) -> Bool { !families.isDisjoint(with: any) }

    /// The hits of a family, in order; those of places are among those of laws.
    func hits(_ group: FactTables.Family) -> some Sequence<PhraseHit> { hits.lazy.filter { $0.group == group } }

    /// The hits of a family, with their ranges in `text`.
    func located(_ group: FactTables.Family) -> [PhraseHit] {
        guard families.contains(FactTables.Families(group)) else { return [] }
        return hits.compactMap { hit in
            guard hit.group == group, let origin = whole.origin(of: hit.range)?.range else { return nil }
            return PhraseHit(rule: hit.rule, group: group, range: text.here(origin))
        }
    }

    /// Where a hit stands in `text`.
    func place(of hit: PhraseHit) -> Range<Int>? { whole.origin(of: hit.range).map { text.here($0.range) } }

    /// Whether the field begins with a hit.
    func begins(with hit: PhraseHit) -> Bool { whole.spans.contains { $0.range.lowerBound == hit.range.lowerBound } }

    /// The folded text between two hits, without the rest of a word that the first begins; nil where it is longer than
    /// some bytes, or the hits overlap.
    func words(between first: PhraseHit, and second: PhraseHit, most: Int) -> String? {
        let (start, end) = (first.range.upperBound, second.range.lowerBound)
        guard start <= end, end - start <= most else { return nil }
        let words = whole.bytes[start..<end]
        return String(decoding: words.drop { Bytes.isLetter($0) || $0 >= 0x80 && words.last == 0x20 }, as: UTF8.self)
    }

    /// The evidence of a rule where a hit stands.
    func evidence(_ rule: String, _ hit: PhraseHit) -> Evidence {
        whole.evidence(rule, hit.range) ?? Evidence(rule: rule, words: "", field: field)
    }

    /// The hits in a range of the text that do not lie inside another of their family, and the families.
    private static func outermost(
        _ phrases: [PhraseHit], in range: Range<Int>
    ) -> (hits: [PhraseHit], families: FactTables.Families) {
        var kept: [PhraseHit] = []
        kept.reserveCapacity(phrases.count)
        var families: FactTables.Families = []
        // For each family the place of its last hit among those kept.
        var last = SIMD32<Int32>(repeating: -1)
        for hit in phrases where range.contains(hit.range.lowerBound) {
            let family = hit.group.number
            if last[family] >= 0 {
                let other = kept[Int(last[family])]
                if other.range.upperBound >= hit.range.upperBound, other.range != hit.range || other.rule == hit.rule {
                    continue
                }
            }
            last[family] = Int32(kept.count)
            families.formUnion(FactTables.Families(hit.group))
            kept.append(hit)
        }
        return (kept, families)
    }
}
