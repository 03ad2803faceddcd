import Model
import Store
import Tagging

/// Joins the grouper, which knows groups by number, with the developments that are stored.
struct GroupingDesk {
    /// A group and what is stored of it.
    private struct Group {
        /// nil until it is stored.
        var id: RowID<Development>?
        var members: [(item: RowID<Item>, because: String, isPrimary: Bool, day: Day)]
        var matters: [String]
        var firstSeen: Instant
        var previous: Int?
    }

    private let store: Store
    private var grouper = Grouper()
    private var groups: [Group] = []
    private var known: [RowID<Development>: Int] = [:]
    /// The groups of the changes that were handed out last, in order.
    private var pending: [Int] = []

    /// A desk that knows the recent developments.
    init(_ store: Store, recent: [Development]) throws {
        self.store = store
        try take(recent)
    }

    private mutating func take(_ developments: [Development]) throws {
        let fresh = developments.filter { known[$0.id] == nil }
        guard !fresh.isEmpty else { return }
        let items = Set(fresh.flatMap { $0.members.map(\.item) }).sorted()
        let found = Dictionary(try store.foundItems(items).map { ($0.item.id, $0) }) { first, _ in
            first
        }
        for development in fresh {
            let because = Dictionary(development.members.map { ($0.item, $0.because) }) { first, _ in first }
            let items = development.members.compactMap { found[$0.item] }
            let reports = items.map { ItemReport($0, matters: development.matters) }
            known[development.id] = grouper.add(reports)
            groups.append(
                Group(
                    id: development.id,
                    members: zip(items, reports).map { found, report in
                        (found.item.id, because[found.item.id] ?? "", found.authority.isPrimary, report.day)
                    },
                    matters: development.matters, firstSeen: development.firstSeen))
        }
    }

    /// What is to be stored so that some items have their places.
    mutating func changes(for items: [FoundItem]) throws -> [DevelopmentChange] {
        let reports = items.map { ItemReport($0) }
        try take(store.developments(inAnyOf: Array(Set(reports.flatMap(\.matters)))))
        var touched: Set<Int> = []
        for (found, report) in zip(items, reports) {
            let member = (found.item.id, "the first report", found.authority.isPrimary, report.day)
            switch grouper.place(report) {
            case .new(let number, let previous):
                groups.append(
                    Group(
                        members: [member], matters: report.matters, firstSeen: found.item.firstSeen,
                        previous: previous))
                touched.insert(number)
            case .joins(let number, let because):
                groups[number].members.append((member.0, because, member.2, member.3))
                for matter in report.matters where !groups[number].matters.contains(matter) {
                    groups[number].matters.append(matter)
                }
                touched.insert(number)
            }
        }
        return order(touched)
    }

    /// The changes, those first that others follow.
    private mutating func order(_ touched: Set<Int>) -> [DevelopmentChange] {
        pending = touched.sorted()
        return pending.map { number in
            let group = groups[number]
            let members = memberships(of: group)
            if let id = group.id { return .extend(id, members: members, matters: group.matters) }
            return .insert(
                NewDevelopment(
                    members: members, firstSeen: group.firstSeen, matters: group.matters,
                    previous: group.previous.flatMap { step(to: $0) }))
        }
    }

    /// The step before, stored already or by an earlier change: a group is numbered after the one that it follows.
    private func step(to number: Int) -> NewDevelopment.Step? {
        groups[number].id.map { .stored($0) } ?? pending.firstIndex(of: number).map { .change($0) }
    }

    /// The members of a group, primary sources first.
    private func memberships(of group: Group) -> [Development.Membership] {
        group.members.sorted { left, right in
            (left.isPrimary ? 0 : 1, left.day, left.item) < (right.isPrimary ? 0 : 1, right.day, right.item)
        }.map { Development.Membership(item: $0.item, because: $0.because) }
    }

    /// Learns the numbers that the store gave, and gives the developments that were touched.
    mutating func settle(_ ids: [RowID<Development>]) -> [Development] {
        for (number, id) in zip(pending, ids) {
            groups[number].id = id
            known[id] = number
        }
        return zip(pending, ids).map { number, id in
            let group = groups[number]
            return Development(
                id: id, members: memberships(of: group), firstSeen: group.firstSeen, matters: group.matters,
                previous: group.previous.flatMap { groups[$0].id })
        }
    }
}

extension ItemReport {
    /// What grouping needs of a stored item, of whose development the matters are known where it has one.
    fileprivate init(_ found: FoundItem, matters: [String]? = nil) {
        self.init(
            item: found.item.id, source: found.item.source, authority: found.authority, text: found.item.text,
            findings: found.findings, seen: found.item.firstSeen.day, matters: matters)
    }
}
