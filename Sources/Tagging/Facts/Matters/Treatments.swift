import Model

/// Finds what a text says was done to the authorities that it cites or names, by cues within reach of them.
///
/// Each cue speaks of the nearest authority on the side where its object stands, and of those that are listed with it;
/// one that is denied, asked for or merely possible speaks of none.
struct Treatments {
    private let field: ReadField
    private let tables: FactTables
    private let negations: Negations
    /// The authorities, read only where a cue speaks of any.
    private let authorities: [NamedAuthority]
    private let cues: [Cue]
    private let nearness: Nearness
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
    /// Bytes of a list of authorities of which one cue speaks, at most.
    private static let longestList = 2_000
    /// Bytes of a citation or a cue at most.
    static let longest = 200

    /// A cue and how the authority stands to it.
    private struct Cue {
        var hit: PhraseHit
        var side: FactTables.Family
    }

    /// What a field says was done.
    ///
    /// - Parameters:
    ///   - field: The field.
    ///   - tables: The tables that its phrases are of.
    ///   - language: The language of the text.
    ///   - acts: The acts without a number that the field names.
    ///   - parties: Gives the cases that the field names.
    init(
        _ field: ReadField, tables: FactTables, language: Language, acts: [NamedAuthority] = [],
        parties: () -> [MatterNames.Parties]
    ) {
        self.field = field
        self.tables = tables
        negations = Negations(field, tables: tables)
        passive = field.located(.treatmentBefore)
        active = field.located(.treatmentAfter)
        either = field.located(.treatment)
        cues = Self.cues(passive, active, either).filter { [negations] in !negations.takeBack($0.hit.range) }
        authorities =
            cues.isEmpty
            ? []
            : NamedAuthority.all(
                in: field, parties: parties(), acts: acts, language: language, cues: cues.map(\.hit.range))
        nearness = Nearness(text: field.text, language: language)
    }

    func treatments() -> [Proven<Treatment>] {
        let claims = cues.compactMap { cue in nearest(to: cue).map { (cue: cue, authority: $0) } }
        guard !claims.isEmpty else { return [] }
        let lists = lists()
        let byAuthority = Dictionary(grouping: claims, by: \.authority)
        let byList = Dictionary(grouping: claims) { lists[$0.authority] }
        var found: [Proven<Treatment>] = []
        var known: Set<String> = []
        for (index, authority) in authorities.enumerated() {
            let own =
                byAuthority[index]
                ?? (byList[lists[index]] ?? []).filter {
                    distance($0.cue.hit.range, authority.range) <= Self.longestList
                }
            guard let closest = own.map({ distance($0.cue.hit.range, authority.range) }).min(),
                known.insert(authority.value).inserted
            else { continue }
            let heard = own.map(\.cue.hit).filter { distance($0.range, authority.range) <= closest + Self.heard }
            let treatment = treatment(of: authority.value, heard)
            if authority.isNews(treatment.value.kind) { found.append(treatment) }
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

    /// The cues; `annulled` within `was annulled` is none of its own.
    private static func cues(_ passive: [PhraseHit], _ active: [PhraseHit], _ either: [PhraseHit]) -> [Cue] {
        let alone = either.filter { hit in
            !passive.around(hit.range, reach: longest).contains {
                $0.range.lowerBound <= hit.range.lowerBound && hit.range.upperBound <= $0.range.upperBound
            }
        }
        return passive.map { Cue(hit: $0, side: .treatmentBefore) }
            + active.map { Cue(hit: $0, side: .treatmentAfter) }
            + alone.map { Cue(hit: $0, side: .treatment) }
    }

    /// The authority that a cue speaks of: of two that stand as near the one behind it, which the other did it to.
    private func nearest(to cue: Cue) -> Int? {
        func rank(_ index: Int) -> (Int, Int) {
            let place = authorities[index].range
            return (distance(cue.hit.range, place), place.lowerBound < cue.hit.range.lowerBound ? 1 : 0)
        }
        return authorities.around(cue.hit.range, reach: Self.reach + Self.longest).indices
            .filter { isObject(authorities[$0], of: cue) }
            .min { rank($0) < rank($1) }
    }

    private func isObject(_ authority: NamedAuthority, of cue: Cue) -> Bool {
        let (range, place) = (cue.hit.range, authority.range)
        let gap = distance(range, place)
        guard gap <= Self.reach, isSameSentence(range, place) else { return false }
        if gap == 0, range.overlaps(place) { return authority.kind == .citation }
        guard !negations.isOther(place, range), nearness.isNear(authority, range) else { return false }
        if place.lowerBound >= range.upperBound {
            return cue.side != .treatmentBefore && !negations.isAgent(after: range)
        }
        guard cue.side == .treatmentBefore || (cue.side == .treatment && isRight(after: place, range)) else {
            return false
        }
        return !negations.isActor(place, before: range) && !hasOwnObject(range)
    }

    /// Whether a cue for what stands before it holds one for what stands after it, and that has its object there:
    /// `《新办法》施行，同时废止《旧办法》`.
    private func hasOwnObject(_ cue: Range<Int>) -> Bool {
        active.around(cue, reach: Self.longest).contains { inner in
            cue.lowerBound <= inner.range.lowerBound && inner.range.upperBound == cue.upperBound
                && authorities.around(cue, reach: Self.reach).contains {
                    $0.kind == .act && $0.range.lowerBound >= cue.upperBound && nearness.isNear($0, cue)
                }
        }
    }

    /// Whether words for both sides stand right after a citation, or after others that do: `… repealed, replaced`, `…
    /// Article 5 amended, Article 50 repealed`.
    private func isRight(after citation: Range<Int>, _ cue: Range<Int>) -> Bool {
        if isClose(citation, before: cue) { return true }
        return either.around(cue, reach: Self.longest).contains {
            $0.range.lowerBound >= citation.upperBound && $0.range.upperBound <= cue.lowerBound
                && isClose($0.range, before: cue) && isRight(after: citation, $0.range)
        }
    }

    /// Whether nothing but a provision of an act stands between two ranges.
    private func isClose(_ left: Range<Int>, before cue: Range<Int>) -> Bool {
        let gap = cue.lowerBound - left.upperBound
        guard gap > Self.closeBefore else { return true }
        let text = field.text.lower
        return gap <= Self.longestProvision
            && text[left.upperBound..<cue.lowerBound].split { !Bytes.isAlphanumeric($0) && $0 < 0x80 }.allSatisfy {
                word in
                // `C-1/20` is another case, `5(1)(c)` a provision.
                Bytes.isDigit(word[word.startIndex]) || word.count == 1 && text[word.startIndex - 1] == 0x28
                    || Self.ofProvisions.contains(String(ascii: word))
            }
    }

    /// Bytes of the provisions that stand between an act and what happened to them.
    private static let longestProvision = 48
    private static let ofProvisions: Set<String> = [
        "article", "articles", "art", "arts", "section", "sections", "sec", "§", "§§", "para", "paragraph",
        "paragraphs",
        "chapter", "annex", "title", "part", "rule", "rules", "recital", "and", "to", "ii", "iii", "iv", "vi", "vii",
        "viii", "ix", "xi", "xii", "xiii",
    ]

    /// For each authority the number of the list that it stands in.
    private func lists() -> [Int] {
        var lists: [Int] = []
        for (index, authority) in authorities.enumerated() {
            let isListed =
                index > 0 && distance(authorities[index - 1].range, authority.range) <= Self.listed
                && nearness.areListed(authorities[index - 1], authority)
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
