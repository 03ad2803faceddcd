import Model

/// Finds what a text says was done to the authorities that it cites or names, by cues within reach of them.
///
/// Each cue speaks of the nearest authority on the side where its object stands, and of those that are listed with it;
/// one that is denied, asked for or merely possible speaks of none.
struct Treatments {
    let field: ReadField
    let tables: FactTables
    let negations: Negations
    /// The authorities, read only where a cue speaks of any.
    let authorities: [NamedAuthority]
    private let cues: [Cue]
    let nearness: Nearness
    let isProposal: Bool
    let isEnded: Bool
    let instrument: Instrument
    /// Cues by the side on which the authority stands.
    let passive: [PhraseHit]
    let active: [PhraseHit]
    let either: [PhraseHit]
    let language: Language
    /// How far from the citation a cue may stand, in bytes; how far behind a relative clause, and where words for both
    /// sides stand after it.
    private static let (reach, subjectReach, closeBefore) = (120, 240, 5)
    /// Bytes between citations of one list, and between acts that words such as `sowie` join.
    private static let (listed, listedWide) = (8, 24)
    /// How much farther than the nearest cue another one is heard.
    private static let heard = 40
    /// Bytes of a list of authorities of which one cue speaks, at most.
    private static let longestList = 2_000
    /// Bytes of a citation or a cue at most.
    static let longest = 200

    /// A cue and how the authority stands to it.
    struct Cue {
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
    ///   - isProposal: Whether the item tells of what is only proposed.
    ///   - isEnded: Whether it tells that what was proposed comes to nothing.
    ///   - instrument: What the item reports.
    ///   - parties: Gives the cases that the field names.
    init(
        _ field: ReadField, tables: FactTables, language: Language, acts: [NamedAuthority] = [],
        isProposal: Bool = false, isEnded: Bool = false, instrument: Instrument = .other,
        parties: () -> [MatterNames.Parties]
    ) {
        self.isProposal = isProposal
        self.isEnded = isEnded
        self.instrument = instrument
        self.language = language
        self.field = field
        self.tables = tables
        negations = Negations(field, tables: tables)
        passive = field.located(.treatmentBefore)
        active = field.located(.treatmentAfter)
        either = field.located(.treatment)
        cues = Self.cues(passive, active, either).filter { [negations] in !negations.takeBack($0.hit.range) }
        let titled = TitledName.all(
            in: field.text,
            beside: cues.map {
                ($0.hit.range, Treatment.Kind(rawValue: tables.rules[$0.hit.rule].value), $0.side != .treatmentBefore)
            }, language: language)
        authorities =
            cues.isEmpty
            ? []
            : NamedAuthority.all(
                in: field, parties: parties(), acts: acts, language: language, cues: cues.map(\.hit.range),
                precedents: cues.filter {
                    ["distinguished", "applied", "overruled"].contains(tables.rules[$0.hit.rule].value)
                }.map(\.hit.range), titled: titled)
        nearness = Nearness(text: field.text, language: language)
    }

    /// A treatment and whether its authority is told by nothing by which it is followed.
    struct Told {
        var treatment: Proven<Treatment>
        var isUnnamed = false
        /// Whether only the grammar of a sentence tells it: a field that names the authority otherwise says the same.
        var isDescribed = false
    }

    /// What was done to authorities, those that are named first.
    func treatments() -> [Told] {
        guard !cues.isEmpty else { return [] }
        var (claims, free): ([(cue: Cue, authority: Int)], [Cue]) = ([], [])
        for cue in cues {
            // Some words speak of what the grammar joins to them, and not of whatever is cited near.
            let isOfClauses = tables.rules[cue.hit.rule].weight > 1
            if !isOfClauses, let authority = nearest(to: cue) {
                claims.append((cue, authority))
            } else {
                free.append(cue)
            }
        }
        let all = claims
        claims.removeAll { claim in
            claim.cue.side == .treatmentBefore && !isPredicate(claim)
                && all.contains {
                    $0.cue.side == .treatmentAfter && $0.cue.hit.range == claim.cue.hit.range
                        && $0.authority != claim.authority
                }
        }
        let pointed = unnamed(free)
        let bare = Set(
            pointed.filter { $0.treatment.value.authority != EarlierDecision.below }.map(\.cue.hit.range.lowerBound))
        let named = named(claims)
        let values = Set(named.map(\.value.authority))
        let (told, silent) = (
            claims.filter { values.contains(authorities[$0.authority].value) },
            claims.filter { !values.contains(authorities[$0.authority].value) }
        )
        let described = ofClauses(
            free.filter { !bare.contains($0.hit.range.lowerBound) } + silent.map(\.cue),
            besides: told.map { authorities[$0.authority].range })
        let found =
            named.map { Told(treatment: $0) } + described.map { Told(treatment: $0.treatment, isDescribed: true) }
            + pointed.filter { one in !described.contains { $0.cue == one.cue.hit.range } }
            .map { Told(treatment: $0.treatment, isUnnamed: true) }
        return found.count == 1 ? found.map(inPart) : found
    }

    /// What a sentence says of one decision in part and of the rest otherwise is unclear: `upholds the decision in part and
    /// annuls it for the rest`.
    private func inPart(_ told: Told) -> Told {
        let kinds = Set(cues.compactMap { Treatment.Kind(rawValue: tables.rules[$0.hit.rule].value) })
        guard kinds == [.applied, .annulled], kinds.contains(told.treatment.value.kind),
            let first = cues.map(\.hit.range.lowerBound).min(), let last = cues.map(\.hit.range.upperBound).max(),
            let words = tables.authorityWords(language),
            words.tellPart(field.text.text(field.text.sentence(around: first..<last)).lowercased())
        else { return told }
        var told = told
        told.treatment = Proven(
            Treatment(authority: told.treatment.value.authority, kind: .unclear),
            cues.sorted { $0.hit.range.lowerBound < $1.hit.range.lowerBound }.map {
                field.text.evidence("treatment: \(tables.rules[$0.hit.rule].value)", $0.hit.range, field.field)
            })
        return told
    }

    /// Whether a verb says that something is done to what stands before a cue, which else has its object behind it: `hebt A
    /// auf und bestätigt B`.
    private func isPredicate(_ claim: (cue: Cue, authority: Int)) -> Bool {
        let start = authorities[claim.authority].range.upperBound
        return start > claim.cue.hit.range.lowerBound
            || nearness.isPredicate(start..<claim.cue.hit.range.lowerBound)
    }

    private func named(_ claims: [(cue: Cue, authority: Int)]) -> [Proven<Treatment>] {
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
            let treatment = treatment(of: authority, heard)
            if isNews(treatment.value.kind, of: authority, heard) { found.append(treatment) }
        }
        return found
    }

    private func treatment(of authority: NamedAuthority, _ heard: [PhraseHit]) -> Proven<Treatment> {
        let kinds = Set(
            heard.compactMap { hit in
                Treatment.Kind(rawValue: tables.rules[hit.rule].value).map { kindOfAct($0, authority, hit.range) }
            })
        let kind = kinds.count == 1 ? kinds.first ?? .unclear : .unclear
        let evidence = heard.map {
            field.text.evidence("treatment: \(tables.rules[$0.rule].value)", $0.range, field.field)
        }
        return Proven(Treatment(authority: authority.value, kind: kind), evidence)
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
        return authorities.around(cue.hit.range, reach: Self.subjectReach + Self.longest).indices
            .filter { isObject(authorities[$0], of: cue, behind: $0 > 0 ? authorities[$0 - 1].range.upperBound : 0) }
            .min { rank($0) < rank($1) }
            .map { approval(of: $0, behind: cue.hit.range) ?? $0 }
    }

    /// The act by which the regulation that a cue speaks of was made, which stands behind the one that it serves:
    /// `modifica el Reglamento de la Ley 24/2015, aprobado por el Real Decreto 316/2017`.
    private func approval(of index: Int, behind cue: Range<Int>) -> Int? {
        let next = index + 1
        guard authorities[index].range.lowerBound >= cue.upperBound, next < authorities.count,
            nearness.isApproved(authorities[index].range, by: authorities[next].range)
        else { return nil }
        return next
    }

    private func isObject(_ authority: NamedAuthority, of cue: Cue, behind name: Int) -> Bool {
        let (range, place) = (cue.hit.range, authority.range)
        let gap = distance(range, place)
        guard gap <= reach(from: place, to: cue), isSameSentence(range, place) else { return false }
        if isMerelyMeant(cue, of: authority) { return false }
        if authority.isCase, isOfStatutes(range) { return false }
        if gap == 0, range.overlaps(place) {
            return authority.kind == .citation || authority.isUnnumbered
                || authority.kind == .parties && gap == 0
                    && range.lowerBound < place.lowerBound
        }
        guard !negations.isOther(place, range, behind: name), nearness.isNear(authority, range) else { return false }
        if place.lowerBound >= range.upperBound {
            return cue.side != .treatmentBefore && !negations.isAgent(after: range, before: place.lowerBound)
        }
        guard cue.side == .treatmentBefore || (cue.side == .treatment && isRight(after: place, range)) else {
            return false
        }
        return !negations.isActor(place, before: range) && !hasOwnObject(range)
    }

    /// How far from a citation a cue may stand: farther where only a relative clause parts them, as in `the decision in
    /// C-1/25, which allowed the appeal, is set aside`.
    private func reach(from citation: Range<Int>, to cue: Cue) -> Int {
        guard cue.side == .treatmentBefore, citation.upperBound < cue.hit.range.lowerBound else { return Self.reach }
        let behind = field.text.lower[citation.upperBound...].drop { $0 == 0x29 }
        return Self.relatives.contains { behind.starts(with: $0) } ? Self.subjectReach : Self.reach
    }

    private static let relatives = [
        ", which ", ", qui ", ", que ", ", che ", ", der ", ", die ", ", das ", ", el cual ", ", la cual ", ", który ",
        ", która ", ", które ", ", который ", ", которая ", ", которое ", ", waarin ", ", waarbij ",
        " in der fassung ",
    ].map { Array($0.utf8) }

    /// Whether a cue for what stands before it is one with a cue for what stands after it, and that has its object there:
    /// `《新办法》施行，同时废止《旧办法》`, `queda derogada la Orden …`.
    private func hasOwnObject(_ cue: Range<Int>) -> Bool {
        active.around(cue, reach: Self.longest).contains { other in
            let isInner = cue.lowerBound <= other.range.lowerBound && other.range.upperBound == cue.upperBound
            let isOuter = other.range.lowerBound < cue.lowerBound && cue.upperBound <= other.range.upperBound
            guard isInner || isOuter else { return false }
            return authorities.around(cue, reach: Self.reach).contains {
                (isOuter || $0.kind == .act) && $0.range.lowerBound >= other.range.upperBound
                    && !negations.isAgent(after: other.range, before: $0.range.lowerBound)
                    && isSameSentence(other.range, $0.range) && nearness.isNear($0, other.range)
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
            let isListed = index > 0 && areListed(authorities[index - 1], authority)
            lists.append((lists.last ?? 0) + (isListed ? 0 : 1))
        }
        return lists
    }

    private func areListed(_ left: NamedAuthority, _ right: NamedAuthority) -> Bool {
        let gap = distance(left.range, right.range)
        guard gap > Self.listed else { return nearness.areListed(left, right) }
        return left.isNational && right.isNational && gap <= Self.listedWide
            && nearness.isJoint(left.range.upperBound..<right.range.lowerBound)
    }

    private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        max(0, max(left.lowerBound, right.lowerBound) - min(left.upperBound, right.upperBound))
    }

    private func isSameSentence(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let start = min(left.upperBound, right.upperBound)
        let gap = start..<max(left.lowerBound, right.lowerBound, start)
        return !gap.contains { endsSentence($0, behind: start) }
    }

    /// Whether a sentence ends at an offset that lies behind a citation or a cue.
    private func endsSentence(_ index: Int, behind start: Int) -> Bool {
        let bytes = field.text.lower
        switch bytes[index] {
        case 0x3B: return true
        // 。, and not one of the kana that begin alike.
        case 0xE3: return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
        case 0x2E:
            guard index > 4, index + 2 < bytes.count, bytes[index + 1] == 0x20 else { return false }
            let next = field.text.cased[index + 2]
            guard Bytes.isUpper(next) || next >= 0x80 else { return false }
            // Behind a citation, a bracket or a script without capitals.
            if index == start || Bytes.isDigit(bytes[index - 1]) && isCited(endingAt: index) || bytes[index - 1] == 0x29
                || bytes[index - 1] >= 0x80 && next >= 0xE0
            {
                return true
            }
            // After a word of three letters or more, not after `No.` or `v.`
            guard Bytes.isUpper(next) else { return false }
            return bytes[(index - 3)..<index].allSatisfy(Bytes.isLower)
                || Self.shortEnds.contains { bytes[..<index].suffix($0.count).elementsEqual($0) }
        default: return false
        }
    }

    private func isCited(endingAt index: Int) -> Bool {
        field.citations.around(index..<index, reach: Self.longest).contains { $0.range.upperBound == index }
    }

    /// Words of two letters that are no abbreviations.
    private static let shortEnds = [" it", " so", " us", " do", " be"].map { Array($0.utf8) }
}
