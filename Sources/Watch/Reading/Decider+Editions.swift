import Model

/// What is another edition under the same titles.
extension Decider {
    /// Finds out whether the document is another edition under the same titles: its links have other numbers than those
    /// of the items, and none that one of these has, as places in a list do when they move.
    mutating func findEdition(_ known: [KnownItem]) {
        let items = Dictionary(known.map { ($0.identity.titleKey, $0) }) { $0.id < $1.id ? $1 : $0 }
        let titles = Dictionary(identities.map { ($0.titleKey, 1) }, uniquingKeysWith: +)
        var (olds, news): (Set<String>, Set<String>) = ([], [])
        var (isNext, pairs) = (true, 0)
        for index in unmatched where titles[identities[index].titleKey] == 1 {
            guard let item = items[identities[index].titleKey] else { continue }
            let changes = numberChanges(index, item)
            pairs += changes.isEmpty ? 0 : 1
            isNext = isNext && changes.count == 1 && Int(changes[0].old).map { $0 + 1 } == Int(changes[0].new)
            for (old, new) in changes {
                olds.insert(old)
                news.insert(new)
            }
        }
        isEdition = !news.isEmpty && news.isDisjoint(with: olds)
        // One that comes each week says nothing of what else came and went.
        isNextEdition = isEdition && isNext && news.count == 1 && pairs * 5 >= entries.count * 3
    }

    private func numberChanges(_ index: Int, _ item: KnownItem) -> [(old: String, new: String)] {
        guard let old = item.link, let new = entries[index].text.link else { return [] }
        return NumberedLink(new).changes(from: NumberedLink(old))
    }

    /// Whether an entry is of another edition than an item under the same title, and not of its day and hour.
    func isOtherEdition(_ index: Int, than item: KnownItem) -> Bool {
        isEdition && (item.published == nil || entries[index].text.published != item.published)
            && !numberChanges(index, item).isEmpty
    }
}
