import Model
import Store
import Synchronization

/// Reports that were read to be weighed once more: the same ones are wanted again and again while large developments
/// grow. Those of the last time are kept.
final class EarlierReports: Sendable {
    private let last = Mutex<[RowID<Item>: FoundItem]>([:])

    /// The reports of some items.
    func reports(_ items: Set<RowID<Item>>, _ store: Store) throws -> [RowID<Item>: FoundItem] {
        try last.withLock { last in
            last = last.filter { items.contains($0.key) }
            let missing = items.filter { last[$0] == nil }.sorted()
            for var found in missing.isEmpty ? [] : try store.foundItems(missing) {
                // Nobody asks for these, and they are large.
                found.item.text.raw = ""
                found.findings.nearMisses = []
                last[found.item.id] = found
            }
            return last
        }
    }
}
