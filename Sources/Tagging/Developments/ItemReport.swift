public import Model

/// What grouping needs to know of an item. Each is looked at many times, and never copied.
public final class ItemReport: Sendable {
    /// The item.
    public let item: RowID<Item>
    /// When it was published, else when we saw it.
    public let day: Day
    /// The source that published it.
    let source: ID<Source>
    /// Whether the source speaks with authority of its own.
    let isPrimary: Bool
    /// The language's primary subtag.
    let language: String
    let stage: Stage
    let instrument: Instrument
    /// The law that it says it is about; not what is assumed where it says nothing.
    let jurisdictions: Set<Jurisdiction>
    /// Whose law it is about, and where it says nothing of that whose it is taken to be; without that of its readers where it
    /// tells of others.
    let laws: Set<Jurisdiction>
    /// Whether its title is written in traditional Chinese characters.
    let isTraditional: Bool
    /// The cases and bills that it is about.
    let cases: Set<String>
    /// The cases in all their spellings.
    let spelt: Set<String>
    /// The courts beside those of their numbers that many courts give.
    let courts: [String: String]
    /// The names of the cases that it is about.
    let names: Set<String>
    /// Whether it names several cases by their parties, and so is about none of them.
    let isOfSeveral: Bool
    /// Whether its name and its case are those of one matter.
    let isNamedCase: Bool
    /// Cases that it says something was done to: a ruling on appeal follows the one that it sets aside.
    let treated: Set<String>
    /// Those of them that it says lost their force.
    let struck: Set<String>
    /// The acts that it is about, by the number in its title or by their names.
    let acts: Set<String>
    /// What it says happened to a bill, an act or a consultation; nil too where it is about a case or a fine.
    let step: ActStep?
    /// Whether its title says that somebody appeals, or may.
    let appeals: Bool
    /// Whether it says that what was proposed came to nothing.
    let isEnd: Bool
    /// The kind of order that it says a court made in the course of a suit, whose number it shares with many others.
    let order: CourtOrder?
    /// Whether it is about the making of law, and not about a case or a fine.
    let isLawmaking: Bool
    /// The deadlines that it states.
    let deadlines: Set<Day>
    /// The deadlines that it says moved.
    let formerDeadlines: Set<Day>
    /// The days on which it says something takes effect.
    let effective: Set<Day>
    /// The topics of what is about the making of law.
    let topics: Set<ID<Topic>>
    /// All its topics.
    let subjects: Set<ID<Topic>>
    /// The sum of money that it is about.
    let sum: Int?
    /// Hashes of the names in its title, the same in every language, but for authorities, courts and places; of those but
    /// for its first word; of all names in its title; and in its title and its text.
    let parties: (named: Set<UInt64>, inner: Set<UInt64>, titled: Set<UInt64>, all: Set<UInt64>)
    /// The parties by numbers that are known in every language, in its title, and in its title and its text.
    let wellKnown: (titled: Set<Int>, all: Set<Int>)
    /// Those of them that not many sue at once.
    let wellKnownOthers: Set<Int>
    /// Figures that are the same in every language.
    let figures: Set<Int>
    /// The parties to the dispute that its title names; nil where it is about none.
    let disputants: Disputants?
    /// The page that it is, where its publisher has that in several languages.
    let address: TranslatedAddress?
    /// The numbers of papers that its title names, and all that it names.
    let papers: (titled: Set<String>, all: Set<String>)
    /// The papers of bodies that number them by years, the same in every language.
    let knownPapers: Set<String>
    /// Acts with a date of legal effect, which name one step of theirs.
    let steps: Set<String>
    /// The articles that it names beside them.
    let provisions: Set<Int>
    /// States of the USA whose bills it may be about; empty where it is about no bill of a state.
    let states: Set<String>
    /// Parts of countries whose courts or authorities its title names.
    let regions: Set<String>
    /// Whether its title names a court that stands over those of all parts of a country.
    let isOfHighestCourt: Bool
    let sketch: Sketch
    let news: NewsWords
    /// Hashes of what the title of a consultation is about, in order: neither small words nor those that say that the
    /// public is asked and until when; empty for all else.
    let asked: [UInt32]

    /// What an item says, as far as grouping asks.
    ///
    /// - Parameters:
    ///   - item: The item.
    ///   - source: The source that published it.
    ///   - authority: The kind of body that publishes there.
    ///   - text: Its text.
    ///   - findings: What the text gave.
    ///   - seen: The day on which we saw it.
    ///   - tables: Names of acts without a number and of parts of countries.
    ///   - matters: What the item's development is about, where it has one; found out from the evidence where nil.
    public init(
        item: RowID<Item>, source: ID<Source>, authority: Source.Authority, text: ItemText, findings: Findings,
        seen: Day, tables: GroupingTables = .none, matters: [String]? = nil
    ) {
        let text = text.inItsLanguage
        self.item = item
        self.source = source
        isPrimary = authority.isPrimary
        day = text.dated?.day ?? seen
        language = text.language.primary
        stage = findings.stage.value
        instrument = findings.instrument.value
        jurisdictions = Set(findings.jurisdictions.filter { !$0.isAssumed }.map(\.value))
        laws = Self.withoutHome(
            jurisdictions.isEmpty ? Set(findings.jurisdictions.map(\.value)) : jurisdictions, language)
        isTraditional = language == "zh" && WordHashes.isTraditional(text.title)
        let subject =
            matters.map { Subject(of: findings, in: text, within: Set($0)) } ?? Subject(of: findings, in: text)
        cases = subject.cases
        spelt = Set(cases.flatMap(Citation.spellings))
        courts = Self.courts(of: subject.cases, findings, text)
        names = Self.listsCases(findings) ? [] : subject.names
        isNamedCase = subject.isNamedCase
        isOfSeveral = names.isEmpty && Set(findings.matterNames.map(\.value).filter(CaseName.isName)).count > 1
        treated = Self.treated(findings, text)
        let acts = findings.citations.map(\.value).filter(Citation.isAct)
        let dates = acts.isEmpty ? [] : findings.dates.map { "\($0.value.kind.rawValue) \($0.value.date)" }
        steps = Set(acts.flatMap { act in dates.map { "\(Citation.key(act)) \($0)" } })
        provisions = steps.isEmpty ? [] : Provisions.named(in: [text.title, text.summary])
        let negative = findings.treatments.filter(\.value.kind.isNegative).map(\.value.authority)
        struck = Set(negative.filter { !Citation.isAct($0) && !USBill.isBill($0) })
            .intersection(findings.citations.map(\.value))
        let isOfBill = cases.contains(where: ActStep.isTakenByBill)
        isLawmaking = isOfBill || cases.isEmpty && ![.ruling, .filing, .enforcement].contains(instrument)
        topics = isLawmaking ? Set(findings.topics.map(\.topic)) : []
        let stated = isLawmaking ? findings.dates : []
        deadlines = Set(stated.filter { $0.value.kind == .deadline }.map(\.value.date))
        formerDeadlines = Set(stated.filter { $0.value.kind == .deadline }.compactMap(\.movedFrom))
        effective = Set(stated.filter { $0.value.kind == .effective }.map(\.value.date))
        let named = isLawmaking ? tables.acts.named(in: text.title, language, of: jurisdictions) : nil
        self.acts =
            isLawmaking
            ? ActName.named(by: findings).union(Self.actsInTitle(findings, text)).union(named.map { [$0] } ?? []) : []
        let told =
            isOfBill
            ? ActStep.ofBill(in: text.title) ?? ActStep.ofBill(in: text.summary)
            : isLawmaking ? ActStep.told(in: text.title) ?? (findings.stage.isEnd ? .withdrawn : nil) : nil
        // What is to take effect later comes today.
        let isToCome = told == .effective && effective.min().map { [day] in $0 > day } ?? false
        step = isToCome ? nil : told
        let isWithdrawn =
            findings.stage.value == .none && isOfBill
            && [text.title, text.summary].contains { ActStep.told(in: $0) == .withdrawn }
        isEnd = findings.stage.isEnd || isWithdrawn || step == .withdrawn || step == .vetoed
        appeals = tables.steps.told("appeal", in: text.title, language)
        let isOfSuit =
            !(cases.isEmpty && names.isEmpty) && cases.allSatisfy(CourtBeside.isDocket)
            && (jurisdictions.isEmpty || jurisdictions.contains { $0.code.hasPrefix("US") })
        order = isOfSuit && stage == .decided ? CourtOrder(toldIn: text) : nil
        // What an act threatens with is no payment.
        sum =
            !isLawmaking || instrument == .other
            ? NamedSum.told(in: text, isPaid: [.enforcement, .ruling].contains(instrument)) : nil
        subjects = Set(findings.topics.map(\.topic))
        let title = tables.parties.read(text.title, language)
        let summary = tables.parties.read(text.summary, language)
        let titledParties = PartyWords.named(in: title.text)
        parties = (
            titledParties.subtracting(PartyWords.unnamed),
            titledParties.subtracting(PartyWords.unnamed).subtracting(PartyWords.first(of: title.text)), titledParties,
            titledParties.union(PartyWords.named(in: summary.text))
        )
        wellKnown = (title.parties, title.parties.union(summary.parties))
        wellKnownOthers = wellKnown.all.subtracting(tables.parties.providers)
        figures = Figures.told(in: [text.title, text.summary])
        disputants = [.ruling, .filing].contains(instrument) ? Disputants(named: title.text) : nil
        address = text.link.flatMap(TranslatedAddress.init)
        let titled = PaperNumbers.named(in: text.title)
        papers = (titled, titled.union(PaperNumbers.named(in: text.summary)))
        knownPapers = tables.papers.named(in: [text.title, text.summary], language)
        states = cases.contains(where: USBill.isOfState) ? UnitedStates.named(in: [text.title, text.summary]) : []
        regions = tables.regions.named(in: text.title, language)
        isOfHighestCourt = instrument == .ruling && tables.regions.nameHighestCourt(in: text.title, language)
        sketch = Sketch([text.title, text.summary, text.content])
        news = NewsWords(text, besides: Self.kinds(findings))
        asked = instrument == .consultation ? Self.asked(news.title, findings, text) : []
    }

    /// Cases that a text names, if its title names none, from which on it lists them.
    private static let mostNamed = 3

    /// Whether a text names many cases by their parties and its title none, as newsletters do, which are about none.
    private static func listsCases(_ findings: Findings) -> Bool {
        let named = findings.matterNames.filter { CaseName.isName($0.value) }
        let cited = findings.citations.filter { !Citation.isAct($0.value) }
        let isOfTitle = (named + cited).contains { ![.summary, .content].contains($0.evidence.first?.field) }
        guard named.count >= mostNamed, !isOfTitle else { return false }
        var different: [String] = []
        for name in named.map(\.value) where !different.contains(where: { CaseName.isAlike($0, name) }) {
            different.append(name)
        }
        return different.count >= mostNamed
    }

    private static func asked(
        _ title: ArraySlice<UInt32>, _ findings: Findings, _ text: ItemText
    ) -> [UInt32] {
        let moved = findings.dates.flatMap(\.evidence).filter { $0.rule == Proven<LegalDate>.moved }
        let cues = (findings.instrument.evidence + moved).filter { $0.field == .title }.map(\.words)
        let small = text.title.split { !$0.isLetter }.map(String.init).filter {
            SmallWords.contains(NormalText.folded($0))
        }
        let others = NewsWords.hashes(of: cues + small, in: text.language)
        return title.filter { !others.contains($0) }
    }

    /// The page, with its source, in all its languages.
    var page: String? { address.map { "\(source) \($0.page)" } }

    /// The numbers of papers, each with its source, or with the body that numbers it.
    var paperKeys: Set<String> { knownPapers.union(papers.all.map { "\(source) \(PaperNumbers.plain($0))" }) }

    /// The citations and names by which the matter is followed.
    public var matters: [String] { cases.sorted() + names.sorted() }

    /// The citations and names under which earlier steps of what it reports may be stored.
    public var sought: [String] { matters + treated.sorted() }

    /// Where a title says what kind of paper it is, and what is done, in a word; a longer phrase has what it is about in it.
    private static func kinds(_ findings: Findings) -> [Range<Int>] {
        (findings.instrument.evidence + findings.stage.evidence)
            .filter { $0.field == .title && $0.words.utf8.count <= longestKind }
            .map { $0.offset..<($0.offset + $0.words.utf8.count) }
    }

    /// Bytes of such a word.
    private static let longestKind = 18

    private static func courts(of cases: Set<String>, _ findings: Findings, _ text: ItemText) -> [String: String] {
        var courts: [String: String] = [:]
        for citation in findings.citations where cases.contains(citation.value) {
            courts[citation.value] = CourtBeside.told(of: citation, in: text)
        }
        return courts
    }

    /// The cases, by their numbers, to which something was done, but for those by which others are decided.
    private static func treated(_ findings: Findings, _ text: ItemText) -> Set<String> {
        let passing = findings.citations.filter { PassingCitation.isOne($0, in: text, of: findings) }
        return Set(findings.treatments.map(\.value.authority).filter { !Citation.isAct($0) })
            .intersection(findings.citations.map(\.value)).subtracting(passing.map(\.value))
    }

    /// The acts that a title cites, but for those on which only rests what it is about: `under Article 50 of …`.
    private static func actsInTitle(_ findings: Findings, _ text: ItemText) -> [String] {
        let acts = findings.citations.filter { Citation.isAct($0.value) }
        return (acts + findings.matterNames.filter(ActName.isNumbered)).compactMap { citation in
            guard let place = citation.evidence.first, place.field == .title else { return nil }
            let before = FactFolding.lowered(Array(text.title.utf8.prefix(place.offset).suffix(basisReach)))
            let isBasis = bases.contains { base in before.indices.contains { before[$0...].starts(with: base) } }
            return isBasis ? nil : Citation.key(citation.value)
        }
    }

    /// Bytes before an act's number in which words say that something rests on it.
    private static let basisReach = 40
    private static let bases = [
        "under ", "article ", "art. ", "articles ", "pursuant ", "supplementing ", "implementing ", "gemäß ", "nach ",
        "artikel ", "en vertu ", "en application ", "conforme ", "ai sensi ", "articolo ", "artículo ",
    ].map { Array($0.utf8) }

    /// What tells a matter from others: bills are numbered anew in each session of two years, and are one in every print.
    func key(of matter: String) -> String {
        guard USBill.isBill(matter) else { return matter }
        return "\(Citation.withoutPrint(matter) ?? matter) in \((day.year - 1) / 2 * 2 + 1)"
    }

    /// The keys that the matter has in other reports.
    func keys(of matter: String) -> [String] { Citation.spellings(of: matter).map(key) }
}
