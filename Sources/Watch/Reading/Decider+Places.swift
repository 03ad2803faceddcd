import Model

/// What ids say that count places in the list, or that are given again.
extension Decider {
    /// Ids that count places in the list, such as 1 for the newest, name another item whenever one is added: three
    /// entries, or more than have the link or title of what their ids name, have the link of another item. Or most of the
    /// window has other links, other titles and later days, or, under numbers and without days, other links and other
    /// titles alone; or, under short numbers and without links, other titles and words, with later days where it has
    /// days. Then the links tell entries apart, and for good; without links, the titles do.
    mutating func dropPlaces(_ byKey: [String: KnownItem], _ known: [KnownItem]) {
        let named = entries.indices.filter { entries[$0].id != nil }
        guard named.count > 1, !known.isEmpty else { return }
        let byLink = Dictionary(known.compactMap { item in item.identity.link.map { ($0, item) } }) { first, _ in first
        }
        let byTitle = unique(known.filter { $0.identity.link == nil }, by: \.identity.titleKey)
        var homes: [Int: KnownItem] = [:]
        var (agreeing, displaced, replaced) = (0, 0, 0)
        for index in named {
            let (identity, item) = (identities[index], byKey[identities[index].key])
            if let item, let link = item.identity.link, link == identity.link {
                agreeing += 1
                homes[index] = item
            } else if let home = identity.link.map({ byLink[$0] }) ?? byTitle[identity.titleKey], home.id != item?.id {
                homes[index] = home
                let isOther = item != nil && home.identity.key != Identities.joined(entries[index]).key
                if isOther || home.identity == Identities.placeless(home.identity, home.textHash) { displaced += 1 }
            } else if let item, item.identity.titleKey == identity.titleKey {
                agreeing += 1
                homes[index] = item
            } else if let item, isReplaced(index, item) {
                replaced += 1
            }
        }
        guard displaced >= 3 || displaced > agreeing || replaced >= 3 && replaced * 5 >= named.count * 3 else { return }
        idsArePlaces = true
        misnamed = named.compactMap { byKey[identities[$0].key] }
        for index in named {
            entries[index].id = nil
            identities[index] = Identities.placeless(identities[index], hashes[index])
            self.homes[index] =
                homes[index] ?? byKey[identities[index].key]
                ?? identities[index].link.flatMap { byLink[$0] }
        }
    }

    /// Whether an entry under another title than the item's is another one, as far as that shows in a window of such.
    private func isReplaced(_ index: Int, _ item: KnownItem) -> Bool {
        guard isUndatedNumber(index, item) || isAnother(entries[index], than: item, after: 0) else { return false }
        if let old = item.identity.link, let new = identities[index].link { return old != new }
        return item.link == nil && entries[index].text.link == nil && entries[index].id.map(isCount) ?? false
            && !item.holds(hashes[index])
    }

    /// An id whose item has another link and another title may belong to others, too: in a document of one entry no
    /// other shows whether ids tell entries apart, and numbers that begin anew each year come back with a later date.
    mutating func doubtIDs(_ byKey: [String: KnownItem]) {
        for index in entries.indices {
            guard let item = byKey[identities[index].key], item.identity.titleKey != identities[index].titleKey,
                let old = item.identity.link, let new = identities[index].link, old != new,
                entries.count == 1
                    || isAnother(entries[index], than: item, after: longestCorrection(entries[index].id))
            else { continue }
            identities[index] = Identities.joined(entries[index])
        }
    }

    /// Whether an entry is that much later than an item and has another title. Under the same title, a site that moved
    /// gave all that it has new links and dates.
    func isAnother(_ entry: Entry, than item: KnownItem, after seconds: Int64) -> Bool {
        guard let new = entry.text.published, let old = item.published else { return false }
        return new.seconds(since: old) > seconds
            && Identities.titleKey(entry.text.title, on: old) != item.identity.titleKey
    }

    /// Seconds after which a publisher that changes link, title and date does not correct what it published. Numbers
    /// are given again sooner than addresses and the like, which are made once: those that count a week's or a day's
    /// entries after half a day less than a week, or than a day.
    private func longestCorrection(_ id: String?) -> Int64 {
        let (halfDay, day): (Int64, Int64) = (43_200, 86_400)
        guard let id, id.utf8.count < 20, !id.utf8.contains(UInt8(ascii: ":")) else { return 60 * day }
        return isCount(id) ? halfDay : 7 * day - halfDay
    }

    /// Whether an id is a number as counts a day's entries, or the places of a list.
    private func isCount(_ id: String) -> Bool { isNumber(id, ofDigits: 1...3) }

    private func isNumber(_ id: String, ofDigits count: ClosedRange<Int>) -> Bool {
        count.contains(id.utf8.count) && id.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether an entry has a number for an id, as may begin anew, and no day shows that it is another than the item, or
    /// that it is not.
    private func isUndatedNumber(_ index: Int, _ item: KnownItem) -> Bool {
        (entries[index].text.published == nil || item.published == nil)
            && entries[index].id.map { isNumber($0, ofDigits: 1...8) } ?? false
    }
}
