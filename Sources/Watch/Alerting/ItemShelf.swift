import Model
import Store

/// Items that are read from the store once while some developments are weighed, however many questions ask for them.
final class ItemShelf {
    private let store: Store
    private var items: [RowID<Item>: FoundItem]

    /// A shelf with items that need not be read.
    init(_ store: Store, holding known: [FoundItem]) {
        self.store = store
        items = Dictionary(known.map { ($0.item.id, $0) }) { first, _ in first }
    }

    /// Reads what is not there yet of some items.
    ///
    /// - Throws: `StoreProblem`.
    func fetch(_ ids: some Sequence<RowID<Item>>) throws {
        let missing = Set(ids.filter { items[$0] == nil })
        guard !missing.isEmpty else { return }
        for found in try store.foundItems(missing.sorted()) { items[found.item.id] = found }
    }

    /// Those items that are stored, in the order asked for.
    ///
    /// - Throws: `StoreProblem`.
    func items(_ ids: [RowID<Item>]) throws -> [FoundItem] {
        try fetch(ids)
        return ids.compactMap { items[$0] }
    }
}
