import Model

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
    /// Hashes of a sketch that are indexed, and how many of them two texts that are alike share almost surely.
    private static let (indexed, shared) = (16, 2)
    /// Words that open more groups than this are boilerplate, and tell none of them apart.
    private static let mostOpened = 50
    /// A text is compared with the first reports of a group: each is like them, not like a chain of others.
    private static let compared = 3

    private var members: [[ItemReport]] = []
    /// The first and last day of each group's reports.
    private var days: [(first: Int32, last: Int32)] = []
    private var byMatter: [String: [Int]] = [:]
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
        members.append([])
        days.append((.max, .min))
        common.append(0)
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
        let day = Int32(report.day.number)
        days[group] = (min(days[group].first, day), max(days[group].last, day))
        for matter in report.matters { note(group, &byMatter[report.key(of: matter), default: []]) }
        for step in report.steps { note(group, &byStep[step, default: []]) }
        guard members[group].count <= Self.compared else { return }
        for hash in report.sketch.hashes.prefix(Self.indexed) { byHash.note(group, hash) }
    }

    private func note(_ group: Int, _ list: inout [Int]) {
        if list.last != group { list.append(group) }
    }

    private mutating func sameEvent(_ report: ItemReport) -> (Int, String)? {
        sameMatter(report) ?? sameStep(report) ?? sameWords(report)
    }

    /// The latest group that reports the same case at the same stage. Where a commentary's cases are reported by groups
    /// that have none in common, it compares them or lists them, and is a report of neither, unless it cites one case by
    /// its name and its number, which others reported by one of them only; a court hears them together.
    private func sameMatter(_ report: ItemReport) -> (Int, String)? {
        var found: [(group: Int, because: String)] = []
        for matter in report.matters {
            let isName = report.names.contains(matter)
            let groups = groups(of: report.keys(of: matter)).sorted(by: >)
            guard let group = groups.first(where: { report.isSameEvent(as: members[$0], byName: isName) }) else {
                continue
            }
            found.append((group, "the same \(isName ? "name" : "case") at the same stage: \(matter)"))
        }
        guard let first = found.first else { return nil }
        let isOne = report.isPrimary || report.isNamedCase && report.matters.count == 2
        return isOne || found.allSatisfy { isOneMatter($0.group, first.group) } ? first : nil
    }

    /// The groups that report a matter of some keys.
    private func groups(of keys: [String]) -> Set<Int> { Set(keys.lazy.flatMap { byMatter[$0] ?? [] }) }

    private func isOneMatter(_ left: Int, _ right: Int) -> Bool {
        if left == right { return true }
        let known = Set(members[left].flatMap(\.matters))
        return members[right].contains { !known.isDisjoint(with: $0.spelt) || !known.isDisjoint(with: $0.names) }
    }

    private func sameStep(_ report: ItemReport) -> (Int, String)? {
        for step in report.steps.sorted() {
            for group in (byStep[step] ?? []).reversed() where report.isSameStep(as: members[group]) {
                return (group, "the same act with the same date: \(step)")
            }
        }
        return nil
    }

    /// The same words, in one language and near in time; two texts that name different cases are two events, however
    /// much boilerplate they share.
    private mutating func sameWords(_ report: ItemReport) -> (Int, String)? {
        for group in sharing(report) {
            let share = report.sameWords(as: members[group], Self.compared)
            if let share { return (group, "\(Int(share * 100)) % of the words are the same") }
        }
        return nil
    }

    /// The groups near in time that share enough hashes with a report to be compared with it, the latest first.
    private mutating func sharing(_ report: ItemReport) -> [Int] {
        let hashes = report.sketch.hashes.prefix(Self.indexed)
        let enough = UInt16(min(Self.shared, hashes.count))
        let day = Int32(report.day.number)
        let from = day - Int32(ItemReport.wordsWindow)
        let to = day + Int32(ItemReport.wordsWindow)
        var (touched, found): ([Int], [Int]) = ([], [])
        for hash in hashes {
            byHash.forEach(hash) { group in
                if common[group] == 0 { touched.append(group) }
                common[group] += 1
                if common[group] == enough, days[group].last >= from, days[group].first <= to { found.append(group) }
            }
        }
        for group in touched { common[group] = 0 }
        return found.sorted(by: >)
    }

    /// The latest group of the same matter that is not later than the item.
    private func earlierStep(_ report: ItemReport) -> Int? {
        let matters = report.matters.flatMap(report.keys) + report.treated.flatMap(Citation.spellings)
        return groups(of: matters).filter { group in
            members[group].contains { $0.day <= report.day } && !report.isOfOtherCourt(than: members[group])
        }
        .max { (lastDay($0), $0) < (lastDay($1), $1) }
    }

    private func lastDay(_ group: Int) -> Day { members[group].map(\.day).max() ?? Day(number: 0) }
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
