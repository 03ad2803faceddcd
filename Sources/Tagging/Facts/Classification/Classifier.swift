import Model

/// Tells what kind of legal thing an item reports and how far it has come, by adding up its cues.
struct Classifier {
    private let authority: Source.Authority?
    private let published: Day?
    private let sourceName: String
    /// The name of a case in the title, which speaks for a ruling where nothing says that it was only filed.
    private let caseName: Evidence?
    private let fields: [ReadField]
    private let title: ReadField
    private let summary: ReadField
    private let tables: FactTables
    private let announced: AnnouncedRulings
    private let instruments: CueTally
    private let stages: CueTally

    /// A classifier of an item by the cues of its title and summary.
    ///
    /// - Parameters:
    ///   - tables: What the cues stand for.
    ///   - title: The title.
    ///   - summary: The summary.
    ///   - head: Where what counts as title stands among the folded bytes.
    ///   - input: What is known of the item.
    ///   - caseName: The parties that the title names.
    ///   - days: Where the text states days of hearings to come.
    init(
        tables: FactTables, title: ReadField, summary: ReadField, head: Range<Int>, input: FactInput,
        caseName: MatterNames.Parties?, days: [Evidence] = []
    ) {
        (authority, published, sourceName) = (input.authority, input.published, input.sourceName)
        (fields, self.tables) = ([title, summary], tables)
        (self.title, self.summary) = (title, summary)
        self.caseName = caseName.map { title.text.evidence("case name", $0.range, .title) }
        let announced = AnnouncedRulings(title: title, summary: summary, tables: tables, days: days)
        self.announced = announced
        instruments = CueTally(
            .instrument, title, summary, head, tables, values: Instrument.ordered.count,
            announced: announced.isEmpty ? nil : announced)
        stages = CueTally(.stage, title, summary, head, tables, values: Stage.ordered.count)
    }

    /// The instrument with the most points; a tie goes to the one that is named first here.
    private static let order: [Instrument] = [
        .consultation, .ruling, .enforcement, .filing, .legislation, .regulation, .standard, .guidance, .other,
    ]

    /// What kind of legal thing the item reports.
    ///
    /// - Parameters:
    ///   - citations: What the item cites.
    ///   - isFromCourt: Whether the source is a court by its name: what courts publish without further words is a
    ///     ruling, and so is the fine that a court imposes.
    /// - Returns: The instrument, with the cues that speak for it.
    func instrument(citations: [CitedAuthority], isFromCourt: @autoclosure () -> Bool) -> Proven<Instrument> {
        var tally = instruments
        for words in announced.evidence { tally.add(0, Instrument.filing.place, words) }
        for citation in citations { add(citation, to: &tally) }
        if let caseName {
            // The docket of a civil suit without a word of its end tells of the suit.
            let isSuit =
                announced.isAll
                || instruments.points[Instrument.ruling.place] == 0 && citations.contains { $0.isCivilSuit }
            tally.add(2, (isSuit ? Instrument.filing : .ruling).place, caseName)
        }
        if let paper, let place = tables.rules[paper.rule].place {
            tally.add(tables.rules[paper.rule].weight, place, summary.evidence("paper", paper))
        }
        for (instrument, points) in authorityPrior {
            tally.add(
                points, instrument.place, Evidence(rule: "source", words: sourceName, field: .source))
        }
        let top = tally.points.max() ?? 0
        let first = top > 0 ? Self.order.first { tally.points[$0.place] == top } : nil
        if first == nil || first == .enforcement, authority == .court || isFromCourt() {
            if announced.isAll { return Proven(.filing, announced.evidence) }
            return Proven(.ruling, [Evidence(rule: "court", words: sourceName, field: .source)])
        }
        guard let first else { return Proven(.other, []) }
        return Proven(first, tally.evidence(of: first.place, "instrument: \(first.rawValue)"))
    }

    /// The instrument in the light of the item's dates: what names a day until which the public may answer, and none from
    /// which it applies before that, is a consultation on what the words otherwise speak of.
    func instrument(_ instrument: Proven<Instrument>, of dates: [Proven<LegalDate>]) -> Proven<Instrument> {
        guard [.guidance, .legislation, .regulation, .other].contains(instrument.value) else { return instrument }
        for deadline in dates where deadline.value.kind == .deadline {
            let day = deadline.value.date
            let isOver = published.map { day < $0 } ?? false
            let isMade = dates.contains { $0.value.kind == .effective && $0.value.date <= day }
            guard !isOver, !isMade, let evidence = deadline.evidence.first,
                let field = fields.first(where: { $0.field == evidence.field && $0.has([.reply]) }),
                let asked = field.hits(.reply).first(where: { tables.rules[$0.rule].value == "comment" })
            else { continue }
            return Proven(.consultation, [field.evidence("reply", asked), evidence])
        }
        return instrument
    }

    /// What begins the summary as the name of a paper, where the title is a case and the summary little more: so dockets
    /// are published. Longer texts have words of their own for what happened, and what a judgment's citation names is one.
    private var paper: PhraseHit? {
        guard summary.text.count <= Self.longestPaper, summary.has([.paper]),
            caseName != nil || title.citations.contains(where: { $0.kind == .docket }),
            !title.citations.contains(where: { $0.kind == .judgment })
        else { return nil }
        return summary.hits(.paper).filter { summary.begins(with: $0) }.max {
            $0.range.upperBound < $1.range.upperBound
        }
    }

    private static let longestPaper = 80

    private func add(_ cited: CitedAuthority, to tally: inout CueTally) {
        let evidence = Evidence(rule: "citation", words: cited.citation.value, field: .stated)
        switch cited.kind {
        case .judgment: tally.add(4, (announced.isAll ? Instrument.filing : .ruling).place, evidence)
        case .docket:
            tally.add(1, Instrument.ruling.place, evidence)
            tally.add(1, Instrument.filing.place, evidence)
        case .bill: tally.add(5, Instrument.legislation.place, evidence)
        case .act, .none: break
        }
    }

    private var authorityPrior: [(Instrument, Int)] {
        switch authority {
        // Courts announce hearings and new cases, too.
        case .court: announced.isAll || points(.filing) > 0 && points(.ruling) == 0 ? [] : [(.ruling, 2)]
        case .legislator: [(.legislation, 1)]
        case .vendor: [(.other, 2)]
        default: []
        }
    }
}

extension Classifier {
    /// How far the thing has come.
    func stage(of instrument: Instrument, dates: [LegalDate]) -> Proven<Stage> {
        if let ended, ![.ruling, .filing, .enforcement].contains(instrument) {
            return Proven(.none, [title.evidence(Proven<Stage>.ended, ended)])
        }
        return switch instrument {
        case .ruling: proven(.decided)
        case .filing: proven(.pending)
        case .consultation: proven(.proposed)
        case .enforcement: proven(enforcement)
        case .legislation, .regulation, .guidance, .standard, .other: proven(norm(instrument, dates))
        }
    }

    /// The words of the title by which what was proposed comes to nothing, where none says that it was adopted.
    private var ended: PhraseHit? {
        guard title.has([.ended]) else { return nil }
        let isAdopted = title.hits(.stage).contains { tables.rules[$0.rule].value == Stage.adopted.rawValue }
        return isAdopted ? nil : title.hits(.ended).first { _ in true }
    }

    /// Whether the title is of a bill; texts on law that is in force name the bills by which it came.
    private var isOfBill: Bool { title.citations.contains { $0.kind == .bill } }

    private func points(_ instrument: Instrument) -> Int { instruments.points[instrument.place] }

    private func points(_ stage: Stage) -> Int { stages.points[stage.place] }

    private var enforcement: Stage {
        let (pending, inForce) = (points(.pending), points(.inForce))
        if pending > max(points(.decided), inForce) { return .pending }
        return inForce > points(.decided) ? .inForce : .decided
    }

    /// The stage of a norm: its effective date against publication first, then its cues, then what is usual. Demands,
    /// statements and studies, and what was dropped, have come to none.
    private func norm(_ instrument: Instrument, _ dates: [LegalDate]) -> Stage {
        let (proposed, adopted, inForce) = (points(.proposed), points(.adopted), points(.inForce))
        let effective = dates.filter { $0.kind == .effective }.map(\.date).min()
        if let effective, let published, proposed <= adopted + inForce + 1 {
            return effective <= published ? .inForce : .adopted
        }
        let none = instrument == .other || instrument == .legislation ? points(.none) : 0
        if none > 0, none >= max(proposed, adopted, inForce) { return .none }
        if proposed > 0, proposed >= max(adopted, inForce) { return .proposed }
        if inForce > adopted { return .inForce }
        if adopted > 0 { return .adopted }
        return usual(instrument)
    }

    /// The stage of what no word tells how far it has come: a bill is one until a word says that it was passed.
    private func usual(_ instrument: Instrument) -> Stage {
        switch instrument {
        case .legislation where isOfBill || stages.names(Stage.proposed.place): .proposed
        case .legislation, .guidance, .standard: .adopted
        default: .inForce
        }
    }

    private func proven(_ stage: Stage) -> Proven<Stage> {
        Proven(stage, stages.evidence(of: stage.place, "stage: \(stage.rawValue)"))
    }
}

extension Instrument {
    /// All cases; `allCases` makes an array each time.
    static let ordered = allCases

    /// The place among all cases.
    var place: Int { Self.ordered.firstIndex(of: self) ?? 0 }
}

extension Stage {
    /// All cases; `allCases` makes an array each time.
    static let ordered = allCases

    /// The place among all cases.
    var place: Int { Self.ordered.firstIndex(of: self) ?? 0 }
}

extension Proven where Value == Stage {
    /// The rule of words by which what was proposed comes to nothing.
    static var ended: String { "ended: proposal" }

    /// Whether it says so.
    var isEnd: Bool { evidence.contains { $0.rule == Self.ended } }
}
