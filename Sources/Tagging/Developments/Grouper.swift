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

    private var members: [[ItemReport]] = []
    private var byCase: [String: [Int]] = [:]
    private var byName: [String: [Int]] = [:]
    private var byStep: [String: [Int]] = [:]
    private var byHash: [UInt32: [Int32]] = [:]

    /// A grouper that knows no group.
    public init() {}

    /// Takes in a group that is stored.
    ///
    /// - Parameter reports: Its items.
    /// - Returns: The group's number.
    public mutating func add(_ reports: [ItemReport]) -> Int {
        members.append([])
        for report in reports { join(members.count - 1, report) }
        return members.count - 1
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
        members[group].append(report)
        for key in report.cases { note(group, &byCase[key, default: []]) }
        for key in report.names { note(group, &byName[key, default: []]) }
        for key in report.steps { note(group, &byStep[key, default: []]) }
        guard members[group].count <= Self.compared else { return }
        for hash in report.sketch.hashes.prefix(Self.indexed) {
            if byHash[hash]?.count ?? 0 < Self.mostOpened { note(Int32(group), &byHash[hash, default: []]) }
        }
    }

    private func note<Number: Equatable>(_ group: Number, _ list: inout [Number]) {
        if list.last != group { list.append(group) }
    }

    private func sameEvent(_ report: ItemReport) -> (Int, String)? {
        for (keys, index, word) in [(report.cases, byCase, "case"), (report.names, byName, "name")] {
            for key in keys.sorted() {
                for group in (index[key] ?? []).reversed() where isSameStep(report, group) {
                    return (group, "the same \(word) at the same stage: \(key)")
                }
            }
        }
        for key in report.steps.sorted() {
            for group in (byStep[key] ?? []).reversed()
            where isNear(report, group, Self.window) && !contradicts(report, group) {
                return (group, "the same act with the same date: \(key)")
            }
        }
        return sameWords(report)
    }

    /// The same words, in one language and near in time; two texts that name different cases are two events, however
    /// much boilerplate they share.
    private func sameWords(_ report: ItemReport) -> (Int, String)? {
        let hashes = report.sketch.hashes.prefix(Self.indexed)
        var common: [Int: Int] = [:]
        for hash in hashes { for group in byHash[hash] ?? [] { common[Int(group), default: 0] += 1 } }
        let enough = min(Self.shared, hashes.count)
        for group in common.filter({ $0.value >= enough }).keys.sorted().reversed()
        where isNear(report, group, Self.wordsWindow) && !contradicts(report, group) {
            for member in members[group].prefix(Self.compared) where member.language == report.language {
                let share = member.sketch.likeness(to: report.sketch)
                if share >= Self.alike { return (group, "\(Int(share * 100)) % of the words are the same") }
            }
        }
        return nil
    }

    /// Reports of one step of a matter: near in time, at one stage.
    private func isSameStep(_ report: ItemReport, _ group: Int) -> Bool {
        members[group].contains { member in
            abs(member.day.number - report.day.number) <= Self.window
                && (member.stage == report.stage || member.stage == .none || report.stage == .none)
        } && !contradicts(report, group)
    }

    private func isNear(_ report: ItemReport, _ group: Int, _ days: Int) -> Bool {
        members[group].contains { abs($0.day.number - report.day.number) <= days }
    }

    private func contradicts(_ report: ItemReport, _ group: Int) -> Bool {
        let known = members[group].reduce(into: Set<String>()) { $0.formUnion($1.cases) }
        return !known.isEmpty && !report.cases.isEmpty && known.isDisjoint(with: report.cases)
    }

    /// The latest group of the same matter that is not later than the item.
    private func earlierStep(_ report: ItemReport) -> Int? {
        let groups = Set(report.cases.flatMap { byCase[$0] ?? [] } + report.names.flatMap { byName[$0] ?? [] })
        return groups.filter { group in members[group].contains { $0.day <= report.day } }
            .max { (lastDay($0), $0) < (lastDay($1), $1) }
    }

    private func lastDay(_ group: Int) -> Day { members[group].map(\.day).max() ?? Day(number: 0) }
}
