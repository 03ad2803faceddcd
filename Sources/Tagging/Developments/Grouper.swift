public import Model

/// What grouping needs to know of an item.
public struct ItemReport: Sendable {
    /// The item.
    public let item: RowID<Item>
    /// When it was published, else when we saw it.
    public let day: Day
    /// The language's primary subtag.
    let language: String
    let stage: Stage
    let instrument: Instrument
    /// Numbers of cases and bills, which name one matter.
    let cases: Set<String>
    /// Names of cases, where no number is stated.
    let names: Set<String>
    /// Acts with a date of legal effect, which name one step of theirs.
    let steps: Set<String>
    let sketch: Sketch

    /// What an item says, as far as grouping asks.
    ///
    /// - Parameters:
    ///   - item: The item.
    ///   - text: Its text.
    ///   - findings: What the text gave.
    ///   - seen: The day on which we saw it.
    public init(item: RowID<Item>, text: ItemText, findings: Findings, seen: Day) {
        self.item = item
        day = text.published?.day ?? seen
        language = text.language.primary
        stage = findings.stage.value
        instrument = findings.instrument.value
        let citations = findings.citations.map(\.value)
        cases = Set(citations.filter { !Self.isAct($0) })
        names = Set(findings.matterNames.map(\.value))
        let acts = citations.filter(Self.isAct)
        let dates = findings.dates.map { "\($0.value.kind.rawValue) \($0.value.date)" }
        steps = Set(acts.flatMap { act in dates.map { "\(act) \($0)" } })
        sketch = Sketch([text.title, text.summary, text.content])
    }

    /// An act of a legislator is cited by everybody: it names no event.
    private static func isAct(_ citation: String) -> Bool { citation.hasPrefix("EU ") || citation.hasPrefix("CELEX:3") }

    /// The citations and names by which the matter is followed.
    public var matters: [String] { cases.sorted() + names.sorted() }
}

/// Where an item belongs.
public enum Placement: Sendable, Equatable {
    /// It reports an event that nobody reported before; the step before in the same matter, if there is one.
    case new(group: Int, previous: Int?)
    /// It reports the event of a group, and why we think so.
    case joins(group: Int, because: String)
}

/// Groups items that report the same legal event, across sources and languages.
///
/// Groups are numbered by the caller for what is stored and counted on for what is new. Each item is compared only with
/// groups that share a case, a name, a step of an act or some hashes of its words.
public struct Grouper: Sendable {
    /// Days within which reports of one event appear.
    static let window = 30
    /// Days within which the same words are the same event.
    static let wordsWindow = 60
    /// From this share of common words on two texts are the same.
    static let alike = 0.55
    /// Hashes of a sketch that are indexed, and how many of them two texts that are alike share almost surely.
    private static let (indexed, shared) = (16, 2)
    /// Words that open more groups than this are boilerplate, and tell none of them apart.
    private static let mostOpened = 50
    /// A text is compared with the first reports of a group: each is like them, not like a chain of others.
    private static let compared = 3

    /// What is remembered of a group: of each report its day and stage, of the first ones their words.
    private struct Group {
        var steps: [(day: Int, stage: Stage)] = []
        var cases: Set<String> = []
        var first: [(language: String, sketch: Sketch)] = []

        var lastDay: Int { steps.lazy.map(\.day).max() ?? 0 }

        func isNear(_ report: ItemReport, _ days: Int) -> Bool {
            steps.contains { abs($0.day - report.day.number) <= days }
        }

        /// Whether it names other cases.
        func contradicts(_ report: ItemReport) -> Bool {
            !cases.isEmpty && !report.cases.isEmpty && cases.isDisjoint(with: report.cases)
        }
    }

    private var groups: [Group] = []
    private var byCase: [String: [Int]] = [:]
    private var byName: [String: [Int]] = [:]
    private var byStep: [String: [Int]] = [:]
    private var byHash = HashIndex(most: mostOpened)
    /// How many hashes each group shares with the report at hand; zeros between two reports.
    private var common: [UInt16] = []

    /// A grouper that knows no group.
    public init() {}

    /// Takes in a group that is stored.
    ///
    /// - Parameter reports: Its items.
    /// - Returns: The group's number.
    public mutating func add(_ reports: [ItemReport]) -> Int {
        groups.append(Group())
        common.append(0)
        for report in reports { join(groups.count - 1, report) }
        return groups.count - 1
    }

    /// Finds the place of an item, and puts it there.
    public mutating func place(_ report: ItemReport) -> Placement {
        if let (group, because) = sameEvent(report) {
            join(group, report)
            return .joins(group: group, because: because)
        }
        let previous = earlierStep(report)
        return .new(group: add([report]), previous: previous)
    }

    private mutating func join(_ group: Int, _ report: ItemReport) {
        groups[group].steps.append((report.day.number, report.stage))
        groups[group].cases.formUnion(report.cases)
        for key in report.cases { note(group, &byCase[key, default: []]) }
        for key in report.names { note(group, &byName[key, default: []]) }
        for key in report.steps { note(group, &byStep[key, default: []]) }
        guard groups[group].first.count < Self.compared else { return }
        groups[group].first.append((report.language, report.sketch))
        for hash in report.sketch.hashes.prefix(Self.indexed) { byHash.note(group, hash) }
    }

    private func note(_ group: Int, _ list: inout [Int]) {
        if list.last != group { list.append(group) }
    }

    private mutating func sameEvent(_ report: ItemReport) -> (Int, String)? {
        for (keys, index, word) in [(report.cases, byCase, "case"), (report.names, byName, "name")] {
            for key in keys.sorted() {
                for group in (index[key] ?? []).reversed() where isSameStep(report, groups[group]) {
                    return (group, "the same \(word) at the same stage: \(key)")
                }
            }
        }
        for key in report.steps.sorted() {
            for group in (byStep[key] ?? []).reversed()
            where groups[group].isNear(report, Self.window) && !groups[group].contradicts(report) {
                return (group, "the same act with the same date: \(key)")
            }
        }
        return sameWords(report)
    }

    /// The same words, in one language and near in time; two texts that name different cases are two events, however
    /// much boilerplate they share.
    private mutating func sameWords(_ report: ItemReport) -> (Int, String)? {
        for group in sharing(report.sketch)
        where groups[group].isNear(report, Self.wordsWindow) && !groups[group].contradicts(report) {
            for (language, sketch) in groups[group].first where language == report.language {
                guard let share = sketch.likeness(to: report.sketch, atLeast: Self.alike) else { continue }
                return (group, "\(Int(share * 100)) % of the words are the same")
            }
        }
        return nil
    }

    /// The groups that share enough hashes with a text to be compared with it, the latest first.
    private mutating func sharing(_ sketch: Sketch) -> [Int] {
        let hashes = sketch.hashes.prefix(Self.indexed)
        let enough = UInt16(min(Self.shared, hashes.count))
        var (touched, found): ([Int], [Int]) = ([], [])
        for hash in hashes {
            byHash.forEach(hash) { group in
                if common[group] == 0 { touched.append(group) }
                common[group] += 1
                if common[group] == enough { found.append(group) }
            }
        }
        for group in touched { common[group] = 0 }
        return found.sorted(by: >)
    }

    /// Reports of one step of a matter: near in time, at one stage.
    private func isSameStep(_ report: ItemReport, _ group: Group) -> Bool {
        group.steps.contains { step in
            abs(step.day - report.day.number) <= Self.window
                && (step.stage == report.stage || step.stage == .none || report.stage == .none)
        } && !group.contradicts(report)
    }

    /// The latest group of the same matter that is not later than the item.
    private func earlierStep(_ report: ItemReport) -> Int? {
        let numbers = Set(report.cases.flatMap { byCase[$0] ?? [] } + report.names.flatMap { byName[$0] ?? [] })
        return numbers.filter { number in groups[number].steps.contains { $0.day <= report.day.number } }
            .max { (groups[$0].lastDay, $0) < (groups[$1].lastDay, $1) }
    }
}

/// Which groups hold a hash, some at most for each: lists that share one array, as most of them are short.
private struct HashIndex: Sendable {
    private struct List { var (last, count): (Int32, Int32) }
    private struct Link { var (group, before): (Int32, Int32) }

    let most: Int
    private var lists: [UInt32: List] = [:]
    private var links: [Link] = []

    init(most: Int) { self.most = most }

    /// Notes that a group holds a hash, unless so many do already that it tells none of them apart.
    mutating func note(_ group: Int, _ hash: UInt32) {
        var list = lists[hash] ?? List(last: -1, count: 0)
        guard list.count < most, list.last < 0 || links[Int(list.last)].group != group else { return }
        links.append(Link(group: Int32(group), before: list.last))
        list = List(last: Int32(links.count - 1), count: list.count + 1)
        lists[hash] = list
    }

    /// The groups that hold a hash, the latest first.
    func forEach(_ hash: UInt32, _ body: (Int) -> Void) {
        var next = lists[hash]?.last ?? -1
        while next >= 0 {
            let link = links[Int(next)]
            body(Int(link.group))
            next = link.before
        }
    }
}
