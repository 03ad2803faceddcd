import Model
import Store
import Tagging

/// Joins the grouper, which knows groups by number, with the developments that are stored.
struct GroupingDesk {
    /// A group and what is stored of it.
    private struct Group {
        /// nil until it is stored.
        var id: RowID<Development>?
        /// In the order in which they are shown.
        var members: [Development.Membership]
        /// Those of them that are not stored yet.
        var fresh: [Development.Membership] = []
        var matters: [String]
        var firstSeen: Instant
        var previous: Previous?

        mutating func add(_ member: Development.Membership) {
            fresh.append(member)
            let place = members.partitioningIndex { !Development.isShownBefore($0, member) }
            members.insert(member, at: place)
        }
    }

    /// The step before a group.
    private enum Previous {
        /// A group that may not be stored yet.
        case group(Int)
        case stored(RowID<Development>)
    }

    /// Developments whose items are read at a time.
    private static let batch = 200

    private let store: Store
    /// Groups that are kept in mind after a batch; twice as many are, until the oldest are forgotten at once.
    private let most: Int
    private let tables: GroupingTables
    private var grouper: Grouper
    private var groups: [Group] = []
    /// The groups of what can be read from the store once more: what was there before, and what has matters.
    private var known: [RowID<Development>: Int] = [:]
    /// The groups of the changes that were handed out last, in order.
    private var pending: [Int] = []

    /// A desk that knows the recent developments.
    ///
    /// - Parameters:
    ///   - store: Where the developments are.
    ///   - tables: The names that are known.
    ///   - recent: The developments that are compared with what is new.
    ///   - most: How many are kept in mind, so that memory does not grow with what one run brings. What is forgotten is
    ///     found again by its matters.
    /// - Throws: `StoreProblem`.
    init(_ store: Store, _ tables: GroupingTables, recent: [Development], most: Int) throws {
        (self.store, self.tables, self.most) = (store, tables, most)
        grouper = Grouper(parties: tables.parties)
        try take(recent)
    }

    private mutating func take(_ developments: [Development]) throws {
        var fresh = developments.filter { known[$0.id] == nil }[...]
        while !fresh.isEmpty {
            let batch = fresh.prefix(Self.batch)
            fresh = fresh.dropFirst(batch.count)
            let items = Set(batch.flatMap { $0.members.map(\.item) }).sorted()
            let found = Dictionary(try store.foundItems(items).map { ($0.item.id, $0) }) { first, _ in first }
            for development in batch {
                known[development.id] = grouper.add(
                    development.members.compactMap { found[$0.item] }.map {
                        ItemReport($0, tables, matters: development.matters)
                    })
                groups.append(
                    Group(
                        id: development.id, members: development.members, matters: development.matters,
                        firstSeen: development.firstSeen, previous: development.previous.map { .stored($0) }))
            }
        }
    }

    /// What is to be stored so that some items have their places. Feeds have the newest first, sources answer in any
    /// order, and a step is linked to what came before it: items are taken by their days, those of one day from primary
    /// sources first.
    mutating func changes(for items: [ReportedItem]) throws -> [DevelopmentChange] {
        let orders = items.enumerated().map { Self.order($1.found, $0) }
        let items = items.indices.sorted { orders[$0] < orders[$1] }.map { items[$0] }
        try take(store.developments(inAnyOf: Array(Set(items.flatMap(\.report.sought)))))
        var touched: Set<Int> = []
        for (found, report) in items.map({ ($0.found, $0.report) }) {
            // Primary sources first, then the earliest.
            let place = (found.authority.isPrimary ? 0 : 1 << 32) + report.day.number
            let number: Int
            var because = "the first report"
            switch grouper.place(report, of: found.item.text) {
            case .new(let group, let previous):
                number = group
                groups.append(
                    Group(
                        members: [], matters: report.matters, firstSeen: found.item.firstSeen,
                        previous: previous.map { .group($0) }))
            case .joins(let group, let reason):
                (number, because) = (group, reason)
                for matter in report.matters
                where Set(Citation.spellings(of: matter)).isDisjoint(with: groups[number].matters) {
                    groups[number].matters.append(matter)
                }
            }
            groups[number].add(Development.Membership(item: found.item.id, because: because, place: place))
            touched.insert(number)
        }
        return order(touched)
    }

    private static func order(_ found: FoundItem, _ offset: Int) -> (Int, Int, Instant, String, Int) {
        let moment = found.moment
        return (moment.day.number, found.authority.isPrimary ? 0 : 1, moment, found.item.source.rawValue, offset)
    }

    /// The changes, those first that others follow.
    private mutating func order(_ touched: Set<Int>) -> [DevelopmentChange] {
        pending = touched.sorted()
        return pending.map { number in
            let group = groups[number]
            if let id = group.id { return .extend(id, adding: group.fresh, matters: group.matters) }
            return .insert(
                NewDevelopment(
                    members: group.members, firstSeen: group.firstSeen, matters: group.matters,
                    previous: group.previous.flatMap { step(to: $0) }))
        }
    }

    /// The step before, stored already or by an earlier change: a group is numbered after the one that it follows.
    private func step(to previous: Previous) -> NewDevelopment.Step? {
        switch previous {
        case .stored(let id): .stored(id)
        case .group(let number):
            groups[number].id.map { .stored($0) } ?? pending.firstIndex(of: number).map { .change($0) }
        }
    }

    /// Learns the numbers that the store gave, and gives the developments that were touched.
    mutating func settle(_ ids: [RowID<Development>]) -> [Development] {
        for (number, id) in zip(pending, ids) {
            groups[number].id = id
            groups[number].fresh = []
            if !groups[number].matters.isEmpty { known[id] = number }
        }
        let settled = zip(pending, ids).map { number, id in
            if case .group(let before) = groups[number].previous {
                groups[number].previous = groups[before].id.map { .stored($0) }
            }
            let group = groups[number]
            return Development(
                id: id, members: group.members, firstSeen: group.firstSeen, matters: group.matters,
                previous: group.previous.flatMap { if case .stored(let before) = $0 { before } else { nil } })
        }
        if groups.count > 2 * most { forgetOldest() }
        return settled
    }

    private mutating func forgetOldest() {
        let kept = grouper.keepNewest(most)
        let rest = kept.map { groups[$0] }
        groups = rest
        known = Dictionary(
            rest.enumerated().compactMap { number, group in
                group.id.flatMap { known[$0] == nil ? nil : ($0, number) }
            }
        ) { first, _ in first }
        pending = []
    }
}

extension Array {
    /// The first index from which on a condition holds, which holds of all that follow once it does.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
