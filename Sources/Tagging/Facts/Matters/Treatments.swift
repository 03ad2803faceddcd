import Model

/// Finds what a text says was done to the authorities that it cites, by cues within reach of the citation.
///
/// Each cue speaks of the nearest citation on the side where its object stands, and of those that are listed with it;
/// one that is denied, asked for or merely possible speaks of none.
struct Treatments {
    private let field: ReadField
    private let tables: FactTables
    private let negations: Negations
    /// Cues by the side on which the authority stands.
    private let passive: [PhraseHit]
    private let active: [PhraseHit]
    private let either: [PhraseHit]
    /// How far from the citation a cue may stand, in bytes; how far where words for both sides stand after it.
    private static let (reach, closeBefore) = (120, 5)
    /// Bytes between citations of one list.
    private static let listed = 8
    /// How much farther than the nearest cue another one is heard.
    private static let heard = 40
    /// Bytes of a citation or a cue, and of a list of citations of which one cue speaks, at most.
    private static let (longest, longestList) = (200, 2_000)

    /// A cue and how the authority stands to it.
    private struct Cue {
        var hit: PhraseHit
        var side: FactTables.Family
    }

    init(_ field: ReadField, tables: FactTables) {
        self.field = field
        self.tables = tables
        negations = Negations(field, tables: tables)
        passive = field.located(.treatmentBefore)
        active = field.located(.treatmentAfter)
        either = field.located(.treatment)
    }

    func treatments() -> [Proven<Treatment>] {
        let claims = cues().compactMap { cue in nearest(to: cue).map { (cue: cue, citation: $0) } }
        guard !claims.isEmpty else { return [] }
        let lists = lists()
        let byCitation = Dictionary(grouping: claims, by: \.citation)
        let byList = Dictionary(grouping: claims) { lists[$0.citation] }
        var found: [Proven<Treatment>] = []
        var known: Set<String> = []
        for (index, citation) in field.citations.enumerated() {
            let own =
                byCitation[index]
                ?? (byList[lists[index]] ?? []).filter {
                    distance($0.cue.hit.range, citation.range) <= Self.longestList
                }
            guard let closest = own.map({ distance($0.cue.hit.range, citation.range) }).min(),
                known.insert(citation.value).inserted
            else { continue }
            let heard = own.map(\.cue.hit).filter { distance($0.range, citation.range) <= closest + Self.heard }
            found.append(treatment(of: citation.value, heard))
        }
        return found
    }

    private func treatment(of authority: String, _ heard: [PhraseHit]) -> Proven<Treatment> {
        let kinds = Set(heard.compactMap { Treatment.Kind(rawValue: tables.rules[$0.rule].value) })
        let kind = kinds.count == 1 ? kinds.first ?? .unclear : .unclear
        let evidence = heard.map {
            field.text.evidence("treatment: \(tables.rules[$0.rule].value)", $0.range, field.field)
        }
        return Proven(Treatment(authority: authority, kind: kind), evidence)
    }

    /// The cues that are not taken back; `annulled` within `was annulled` is no cue of its own.
    private func cues() -> [Cue] {
        let alone = either.filter { hit in
            !passive.around(hit.range, reach: Self.longest).contains {
                $0.range.lowerBound <= hit.range.lowerBound && hit.range.upperBound <= $0.range.upperBound
            }
        }
        let all =
            passive.map { Cue(hit: $0, side: .treatmentBefore) } + active.map { Cue(hit: $0, side: .treatmentAfter) }
            + alone.map { Cue(hit: $0, side: .treatment) }
        return all.filter { !negations.takeBack($0.hit.range) }
    }

    /// The citation that a cue speaks of.
    private func nearest(to cue: Cue) -> Int? {
        field.citations.around(cue.hit.range, reach: Self.reach + Self.longest).indices
            .filter { isObject(field.citations[$0].range, of: cue) }
            .min {
                distance(cue.hit.range, field.citations[$0].range) < distance(cue.hit.range, field.citations[$1].range)
            }
    }

    private func isObject(_ citation: Range<Int>, of cue: Cue) -> Bool {
        let range = cue.hit.range
        let gap = distance(range, citation)
        guard gap <= Self.reach, isSameSentence(range, citation) else { return false }
        if gap == 0, range.overlaps(citation) { return true }
        guard !negations.isOther(citation, range) else { return false }
        if citation.lowerBound >= range.upperBound {
            return cue.side != .treatmentBefore && !negations.isAgent(after: range)
        }
        guard cue.side == .treatmentBefore || (cue.side == .treatment && isRight(after: citation, range)) else {
            return false
        }
        return !negations.isActor(citation, before: range)
    }

    /// Whether words for both sides stand right after a citation, or after others that do: `… repealed, replaced`.
    private func isRight(after citation: Range<Int>, _ cue: Range<Int>) -> Bool {
        guard cue.lowerBound - citation.upperBound > Self.closeBefore else { return true }
        return either.around(cue, reach: Self.longest).contains {
            $0.range.lowerBound >= citation.upperBound && $0.range.upperBound <= cue.lowerBound
                && cue.lowerBound - $0.range.upperBound <= Self.closeBefore && isRight(after: citation, $0.range)
        }
    }

    /// For each citation the number of the list that it stands in.
    private func lists() -> [Int] {
        var lists: [Int] = []
        for (index, citation) in field.citations.enumerated() {
            let isListed = index > 0 && distance(field.citations[index - 1].range, citation.range) <= Self.listed
            lists.append((lists.last ?? 0) + (isListed ? 0 : 1))
        }
        return lists
    }

    private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        max(0, max(left.lowerBound, right.lowerBound) - min(left.upperBound, right.upperBound))
    }

    private func isSameSentence(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let start = min(left.upperBound, right.upperBound)
        let gap = start..<max(left.lowerBound, right.lowerBound, start)
        return !gap.contains { endsSentence(field.text.lower, $0) }
    }

    private func endsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
        switch bytes[index] {
        case 0x3B: true
        // 。, and not one of the kana that begin alike.
        case 0xE3: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
        // A full stop after a word of three letters or more, not after `No.` or `v.`
        case 0x2E:
            index > 4 && index + 2 < bytes.count && bytes[index + 1] == 0x20
                && bytes[(index - 3)..<index].allSatisfy(Bytes.isLower) && Bytes.isUpper(field.text.cased[index + 2])
        default: false
        }
    }
}
