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
        let found = Dictionary(
            try store.foundItems(Array(Set(fresh.flatMap { $0.members.map(\.item) })).sorted()).map { ($0.item.id, $0) }
        ) { first, _ in first }
        for development in fresh {
            let items = development.members.compactMap { found[$0.item] }
            known[development.id] = grouper.add(items.map(ItemReport.init))
            let because = Dictionary(development.members.map { ($0.item, $0.because) }) { first, _ in first }
            groups.append(
                Group(
                    id: development.id,
                    members: items.map {
                        ($0.item.id, because[$0.item.id] ?? "", $0.authority.isPrimary, ItemReport($0).day)
                    },
                    matters: development.matters, firstSeen: development.firstSeen))
        }
    }

    /// What is to be stored so that some items have their places.
    mutating func changes(for items: [FoundItem]) throws -> [DevelopmentChange] {
        let reports = items.map(ItemReport.init)
        try take(store.developments(inAnyOf: Array(Set(reports.flatMap(\.matters)))))
        var touched: [Int] = []
        for (found, report) in zip(items, reports) {
            let group: Int
            switch grouper.place(report) {
            case .new(let number, let previous):
                group = number
                groups.append(
                    Group(
                        members: [(found.item.id, "the first report", found.authority.isPrimary, report.day)],
                        matters: report.matters, firstSeen: found.item.firstSeen, previous: previous))
            case .joins(let number, let because):
                group = number
                groups[number].members.append((found.item.id, because, found.authority.isPrimary, report.day))
                for matter in report.matters where !groups[number].matters.contains(matter) {
                    groups[number].matters.append(matter)
                }
            }
            if !touched.contains(group) { touched.append(group) }
        }
        return order(touched)
    }

    /// New developments whose earlier step is new as well come after it.
    private mutating func order(_ touched: [Int]) -> [DevelopmentChange] {
        pending = touched.sorted()
        return pending.map { number in
            let group = groups[number]
            let members = group.members.sorted { left, right in
                (left.isPrimary ? 0 : 1, left.day, left.item) < (right.isPrimary ? 0 : 1, right.day, right.item)
            }.map { Development.Membership(item: $0.item, because: $0.because) }
            if let id = group.id { return .extend(id, members: members, matters: group.matters) }
            return .insert(
                NewDevelopment(
                    members: members, firstSeen: group.firstSeen, matters: group.matters,
                    previous: group.previous.flatMap { groups[$0].id }))
        }
    }

    /// Learns the numbers that the store gave, and says which developments were touched.
    mutating func settle(_ ids: [RowID<Development>]) throws -> [RowID<Development>] {
        for (number, id) in zip(pending, ids) {
            groups[number].id = id
            known[id] = number
        }
        return ids
    }
}

extension ItemReport {
    /// What grouping needs of a stored item.
    fileprivate init(_ found: FoundItem) {
        self.init(item: found.item.id, text: found.item.text, findings: found.findings, seen: found.item.firstSeen.day)
    }
}
