import Model

/// What is known where most of the window changed its ids.
extension Decider {
    /// Most of the window has new ids under old titles: the scheme of ids changed, the items did not.
    mutating func matchScheme(_ known: [KnownItem]) {
        let byTitle = unique(known, by: \.identity.titleKey)
        let titles = Dictionary(identities.map { ($0.titleKey, 1) }, uniquingKeysWith: +)
        let candidates = unmatched.compactMap { index -> (Int, KnownItem)? in
            let title = identities[index].titleKey
            guard titles[title] == 1, let item = byTitle[title], !isOtherEdition(index, than: item) else { return nil }
            // Without a day and the words, a title is that of each edition.
            let isSame =
                entries[index].text.published != nil || hashes[index] == item.textHash
                || identities[index].link != nil && identities[index].link == item.identity.link
            return isSame ? (index, item) : nil
        }
        // A title alone, among few that changed, may be another item's: it has to have the link as well.
        let isScheme = candidates.count >= 3 && candidates.count * 5 >= entries.count * 3
        let sure =
            isScheme
            ? candidates
            : candidates.filter { $1.identity.link != nil && $1.identity.link == identities[$0].link }
        let count = sure.count + renamed
        guard !sure.isEmpty, count >= 3, count * 5 >= entries.count * 3 else { return }
        schemeChanged = true
        for (index, item) in sure where !taken.contains(item.id) { match(index, item) }
    }

    /// Most of the window has other ids than the items that it is known to be, so that ids say nothing here. What was
    /// edited meanwhile has its item's link, or, where links do not last either or there are none, its title with the
    /// day, which nothing shares. Under a lasting link, another title with a later day is what stands there now.
    mutating func matchEdited(_ known: [KnownItem]) {
        let pairs = entries.indices.filter { entries[$0].id != nil || entries[$0].text.link != nil }
            .compactMap { index in matches[index].map { (identities[index], $0.identity) } }
        let renamed = pairs.filter { $0.key != $1.key }
        guard !idsArePlaces, renamed.count >= 3, renamed.count * 5 >= entries.count * 3 else { return }
        schemeChanged = true
        let rest = unmatched
        guard !rest.isEmpty else { return }
        let links = renamed.compactMap { new, old in new.link.flatMap { link in old.link.map { $0 == link } } }
        let lasting = links.count { $0 }
        if lasting * 2 > links.count {
            let byLink = Dictionary(grouping: known) { $0.identity.link ?? "" }
            for index in rest {
                guard let items = identities[index].link.flatMap({ byLink[$0] }), items.count == 1,
                    !taken.contains(items[0].id), !isAnother(entries[index], than: items[0], after: 0)
                else { continue }
                match(index, items[0])
            }
        }
        let linksChange = (links.count - lasting) * 5 >= renamed.count * 3
        let byTitle = Dictionary(grouping: known, by: \.identity.titleKey)
        let titles = Dictionary(identities.map { ($0.titleKey, 1) }, uniquingKeysWith: +)
        for index in unmatched where entries[index].text.published != nil {
            guard let items = byTitle[identities[index].titleKey], items.count == 1, !taken.contains(items[0].id),
                titles[identities[index].titleKey] == 1, !isOtherEdition(index, than: items[0]),
                linksChange || identities[index].link == nil && items[0].identity.link == nil
            else { continue }
            match(index, items[0])
        }
    }
}
