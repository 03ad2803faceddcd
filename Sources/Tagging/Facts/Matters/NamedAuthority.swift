import Model

/// An authority that a text names, by its number or without one, and where.
struct NamedAuthority: Located {
    /// How it is named, which says how close to it words about it stand.
    enum Kind {
        /// A case, a bill or an act by a citation.
        case citation
        /// An act by a number that only its own country gives.
        case numberedAct
        /// An act by its name in East Asian marks.
        case act
        /// An act without a number, by a name that is known.
        case knownAct
        /// The same in a language that mostly sets names of acts in marks.
        case plainAct
        /// A case by its parties.
        case parties
        /// An act or a decision by what it is and its number or date, or a provision with its act.
        case described
        /// A decision of a court by what it is and its number or date.
        case decision
        /// An act or a case by its name in capitals, right behind a cue.
        case titled
    }

    /// The citation or the name, normalised.
    let value: String
    let range: Range<Int>
    let kind: Kind

    /// Whether it has neither a number by which it is followed nor a name that is known.
    var isUnnumbered: Bool { kind == .described || kind == .decision || kind == .titled }

    /// Whether it is told as the acts and decisions of one country are: by the number that only it gives, or described.
    var isNational: Bool { kind == .numberedAct || kind == .described || kind == .decision }

    /// Whether it is a case, and no act or bill.
    var isCase: Bool {
        kind == .parties || kind == .decision || kind == .citation && !Citation.isAct(value) && !USBill.isBill(value)
    }

    /// Bytes between a case's name and its number, and the words that stand there: `Acme v. Beta, Case C-1/25`.
    private static let joined = 16
    private static let labels: Set<String> = [
        "case", "no", "nos", "az", "rs", "rechtssache", "affaire", "asunto", "causa",
    ]

    /// The authorities of a field in order: its citations, and what it names without one.
    ///
    /// - Parameters:
    ///   - field: A field with words of a treatment; others are not read for names.
    ///   - parties: The cases that the field names.
    ///   - acts: The acts without a number that it names.
    ///   - language: The language of the text.
    ///   - cues: Where words of treatments stand: a headline's capitals make them look like a part of a name.
    ///   - precedents: Those of them that speak of what is done to precedents.
    ///   - titled: What stands behind them in capitals.
    /// - Returns: The authorities.
    static func all(
        in field: ReadField, parties: [MatterNames.Parties], acts: [NamedAuthority], language: Language,
        cues: [Range<Int>], precedents: [Range<Int>], titled: [NamedAuthority]
    ) -> [NamedAuthority] {
        let cited = field.citations.map { NamedAuthority(value: $0.value, range: $0.range, kind: .citation) }
        var named = NumberedAct.all(in: field.text)
        // Where names stand in marks those are read, and others beside.
        if !ActName.isRead(language) {
            named += acts
        } else {
            let marked = ActName.all(in: field.text)
            named += marked.map { NamedAuthority(value: $0.matter, range: $0.range, kind: .act) }
            named += acts.filter { act in !marked.contains { $0.range.overlaps(act.range) } }
                .map { NamedAuthority(value: $0.value, range: $0.range, kind: .plainAct) }
            if language.primary == "zh" {
                named += ChineseActName.all(in: field.text, behind: cues).filter { act in
                    !named.contains { $0.range.overlaps(act.range) }
                }
                named += ChineseActName.cases(in: field.text, before: precedents)
            }
            if language.primary == "ja" { named += JapaneseActName.all(in: field.text, before: cues) }
        }
        named += parties.compactMap { parties in
            without(cues, parties, in: field.text).map {
                NamedAuthority(value: $0.name, range: $0.range, kind: .parties)
            }
        }
        // What has a number or a known name is followed by that.
        let followed = named.map(\.range)
        let described = DescribedAct.all(in: field.text, language: language, near: cues, citing: cited.map(\.range))
        // Of two that overlap the one that begins first says more.
        let others = [(described, titled), (titled, described)].flatMap { some, rivals in
            some.filter { one in
                !rivals.around(one.range, reach: Treatments.longest).contains {
                    $0.range.overlaps(one.range)
                        && ($0.range.lowerBound, -$0.range.count) < (one.range.lowerBound, -one.range.count)
                }
            }
        }
        named += others.filter { other in
            // `article 19 of the Act (Law 12.965/2014)` is of that law.
            !followed.contains { $0.overlaps(other.range.lowerBound..<other.range.upperBound + 3) }
        }
        named.removeAll { name in
            cited.around(name.range, reach: Treatments.longest + joined).contains {
                isOne($0.range, name.range, in: field.text)
            }
        }
        guard !named.isEmpty else { return cited }
        return (cited + named).sorted {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
    }

    /// Whether a citation is that of what is named beside it.
    private static func isOne(_ citation: Range<Int>, _ name: Range<Int>, in text: FactText) -> Bool {
        let start = min(citation.upperBound, name.upperBound)
        let end = max(citation.lowerBound, name.lowerBound)
        guard start < end else { return true }
        guard end - start <= joined else { return false }
        return text.lower[start..<end].split { !Bytes.isLetter($0) && $0 < 0x80 }
            .allSatisfy { labels.contains(String(ascii: $0)) }
    }

    /// The parties without words of a treatment that stand before or behind them: `Court Overrules Acme v. Beta`.
    private static func without(
        _ cues: [Range<Int>], _ parties: MatterNames.Parties, in text: FactText
    ) -> MatterNames.Parties? {
        var parties: MatterNames.Parties? = parties
        for cue in cues {
            guard let range = parties?.range, range.overlaps(cue) else { continue }
            let sides = [
                cue.upperBound..<max(cue.upperBound, range.upperBound),
                range.lowerBound..<max(range.lowerBound, cue.lowerBound),
            ]
            parties =
                sides.lazy.compactMap { side in
                    MatterNames.parties(in: FactText(Array(text.cased[side]))).first.map { found in
                        MatterNames.Parties(
                            name: found.name,
                            range: side.lowerBound + found.range.lowerBound..<side.lowerBound + found.range.upperBound)
                    }
                }.first
        }
        return parties
    }
}
