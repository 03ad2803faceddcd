import Model

/// Known items by their words and one more mark. A feed may hold ten thousand that are alike: each is looked at once.
struct Twins {
    /// The words of an entry or item, and its link or its title with the day.
    struct Mark: Hashable { let hash, mark: String }

    private var items: [Mark: ArraySlice<KnownItem>] = [:]

    init(_ known: [KnownItem], by mark: (KnownItem) -> String?) {
        for item in known {
            if let mark = mark(item) { items[Mark(hash: item.textHash, mark: mark), default: []].append(item) }
        }
    }

    /// The first with the words and the mark that is not taken.
    mutating func first(_ mark: Mark, but taken: Set<RowID<Item>>) -> KnownItem? {
        while let item = items[mark]?.first {
            guard taken.contains(item.id) else { return item }
            items[mark]?.removeFirst()
        }
        return nil
    }
}
