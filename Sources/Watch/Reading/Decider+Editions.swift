import Model

/// What is another edition under the same titles.
extension Decider {
    /// Bytes of a summary and a text that two editions do not share word for word.
    private static let telling = 200

    /// Finds out whether the document is another edition under the same titles: its links have other numbers than those
    /// of the items, and none that one of these has, as places in a list do when they move. Or one of the numbers is the
    /// same in all of its links and was another in all of theirs, whatever the others are.
    mutating func findEdition(_ known: [KnownItem]) {
        let items = Dictionary(known.map { ($0.identity.titleKey, $0) }) { $0.id < $1.id ? $1 : $0 }
        let titles = Dictionary(identities.map { ($0.titleKey, 1) }, uniquingKeysWith: +)
        var (olds, news): (Set<String>, Set<String>) = ([], [])
        var places: [Int: (count: Int, olds: Set<String>, news: Set<String>)] = [:]
        var (isNext, pairs) = (true, 0)
        for index in unmatched where titles[identities[index].titleKey] == 1 {
            guard let item = items[identities[index].titleKey] else { continue }
            let changes = numberChanges(index, item)
            pairs += changes.isEmpty ? 0 : 1
            isNext = isNext && changes.count == 1 && Int(changes[0].old).map { $0 + 1 } == Int(changes[0].new)
            for (place, old, new) in changes {
                olds.insert(old)
                news.insert(new)
                places[place, default: (0, [], [])].count += 1
                places[place]?.olds.insert(old)
                places[place]?.news.insert(new)
            }
        }
        let isShared = places.values.contains { $0.count == pairs && $0.olds.count == 1 && $0.news.count == 1 }
        isEdition = !news.isEmpty && (news.isDisjoint(with: olds) || isShared)
        // One that comes each week says nothing of what else came and went.
        isNextEdition = isEdition && isNext && news.count == 1 && pairs * 5 >= entries.count * 3
    }

    private func numberChanges(_ index: Int, _ item: KnownItem) -> [(place: Int, old: String, new: String)] {
        guard let old = item.link, let new = entries[index].text.link else { return [] }
        return NumberedLink(new).changes(from: NumberedLink(old))
    }

    /// Whether an entry is of another edition than an item under the same title, and not of its day and hour. Without
    /// days, a link that is built alike and has another path is one, too, unless a long text is the same word for word.
    func isOtherEdition(_ index: Int, than item: KnownItem) -> Bool {
        let text = entries[index].text
        if isEdition, item.published == nil || text.published != item.published, !numberChanges(index, item).isEmpty {
            return true
        }
        guard item.published == nil, text.published == nil, let old = item.link, let new = text.link,
            hashes[index] != item.textHash || text.summary.utf8.count + text.content.utf8.count < Self.telling
        else { return false }
        return NumberedLink.isOfOtherPath(new, old)
    }
}
