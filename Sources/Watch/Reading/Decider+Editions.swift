import Model

/// What is another edition, what is an edit and what is a correction.
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

    /// Whether the text is new to the item. It may come back once to one that it had, as where a deadline is taken back or
    /// an answer was incomplete; after that it swings, as between two servers.
    func isEdited(_ index: Int, _ item: KnownItem) -> Bool {
        hashes[index] != item.textHash && !(item.cameBack && item.holds(hashes[index]))
    }

    /// The entries with the words of their items under another link or day of publication.
    ///
    /// Links may have other tokens at each reading: another host counts, and that of one page which many had. That most
    /// have other days is a stamp of the publisher's build, unless all moved by as much, as where the zone is corrected.
    var corrected: Set<Int> {
        let same = entries.indices.filter { !isOlder[$0] && matches[$0]?.textHash == hashes[$0] }
        let former = Dictionary(same.compactMap { matches[$0]?.link }.map { ($0, 1) }, uniquingKeysWith: +)
        var corrected: Set<Int> = []
        var (redated, shifts, days) = ([Int](), Set<Int64>(), Set<Instant>())
        for index in same {
            guard let item = matches[index] else { continue }
            let text = entries[index].text
            if let link = text.link, link != item.link, isCorrected(item.link, to: link, former) {
                corrected.insert(index)
            }
            guard let published = text.published, published != item.published else { continue }
            if let old = item.published {
                redated.append(index)
                shifts.insert(published.seconds(since: old))
                days.insert(old)
            } else {
                corrected.insert(index)
            }
        }
        let isZone =
            redated.count == same.count && days.count >= 3 && shifts.count == 1
            && shifts.allSatisfy { $0 % 900 == 0 && abs($0) <= 26 * 3_600 }
        return isZone || redated.count * 2 <= same.count ? corrected.union(redated) : corrected
    }

    private func isCorrected(_ old: String?, to new: String, _ former: [String: Int]) -> Bool {
        guard let old else { return true }
        return former[old, default: 0] >= 3 || CanonicalLink.host(of: old) != CanonicalLink.host(of: new)
    }
}
