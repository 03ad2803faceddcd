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
    /// The cases and bills that it is about.
    let cases: Set<String>
    /// The cases in all their spellings.
    let spelt: Set<String>
    /// The names of the cases that it is about.
    let names: Set<String>
    /// Whether its name and its case are those of one matter.
    let isNamedCase: Bool
    /// Cases that it says something was done to: a ruling on appeal follows the one that it sets aside.
    let treated: Set<String>
    /// Acts with a date of legal effect, which name one step of theirs.
    let steps: Set<String>
    /// States of the USA whose bills it may be about; empty where it is about no bill of a state.
    let states: Set<String>
    let sketch: Sketch
    let news: NewsWords

    /// What an item says, as far as grouping asks.
    ///
    /// - Parameters:
    ///   - item: The item.
    ///   - source: The source that published it.
    ///   - authority: The kind of body that publishes there.
    ///   - text: Its text.
    ///   - findings: What the text gave.
    ///   - seen: The day on which we saw it.
    ///   - matters: What the item's development is about, where it has one; found out from the evidence where nil.
    public init(
        item: RowID<Item>, source: ID<Source>, authority: Source.Authority, text: ItemText, findings: Findings,
        seen: Day, matters: [String]? = nil
    ) {
        self.item = item
        self.source = source
        isPrimary = authority.isPrimary
        day = text.dated?.day ?? seen
        language = text.language.primary
        stage = findings.stage.value
        instrument = findings.instrument.value
        jurisdictions = Set(findings.jurisdictions.filter { !$0.isAssumed }.map(\.value))
        let subject = matters.map { Subject(of: findings, within: Set($0)) } ?? Subject(of: findings, in: text)
        cases = subject.cases
        spelt = Set(cases.flatMap(Citation.spellings))
        names = subject.names
        isNamedCase = subject.isNamedCase
        treated = Set(findings.treatments.map(\.value.authority).filter { !Citation.isAct($0) })
        let dates = findings.dates.map { "\($0.value.kind.rawValue) \($0.value.date)" }
        let acts = findings.citations.map(\.value).filter(Citation.isAct)
        steps = Set(acts.flatMap { act in dates.map { "\(Citation.key(act)) \($0)" } })
        states = cases.contains(where: USBill.isOfState) ? UnitedStates.named(in: [text.title, text.summary]) : []
        sketch = Sketch([text.title, text.summary, text.content])
        news = NewsWords(text)
    }

    /// The citations and names by which the matter is followed.
    public var matters: [String] { cases.sorted() + names.sorted() }

    /// What tells a matter from others: bills are numbered anew in each session of two years.
    func key(of matter: String) -> String {
        USBill.isBill(matter) ? "\(matter) in \((day.year - 1) / 2 * 2 + 1)" : matter
    }

    /// The keys that the matter has in other reports.
    func keys(of matter: String) -> [String] { Citation.spellings(of: matter).map(key) }
}
