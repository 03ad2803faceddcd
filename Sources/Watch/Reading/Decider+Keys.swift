import Model

/// What is known by its id or its link.
extension Decider {
    /// Known by the id, or by the link where there is none.
    mutating func matchByKey(_ byKey: [String: KnownItem]) {
        for index in entries.indices {
            guard let item = byKey[identities[index].key] else { continue }
            match(index, item.holds(hashes[index]) ? item : former(index) ?? item)
        }
        // An id that others share now, such as a translation, and the link that its item has.
        for index in unmatched {
            guard let item = Identities.alone(entries[index]).flatMap({ byKey[$0] }), !taken.contains(item.id),
                let link = identities[index].link, link == item.identity.link
            else { continue }
            match(index, item)
        }
        for (index, item) in homes.sorted(by: { $0.key < $1.key })
        where matches[index] == nil && !taken.contains(item.id) {
            match(index, item)
        }
    }

    /// The item in whose place another came, where its text stands there once more, as one of two servers may give it.
    private func former(_ index: Int) -> KnownItem? {
        formers[identities[index].key]?.first { $0.holds(hashes[index]) }
    }

    /// Another link, which differs from an item's only in parts that say how the entry was reached: the item is known by
    /// its link all the same, so that a title proves no more of the entries left than where links stay as they are.
    mutating func matchPassing(_ known: [KnownItem]) {
        if !passing.isEmpty { matchLasting(known) }
        let fresh = unmatched.filter { index in
            entries[index].text.published != nil && entries[index].id.map { $0 == entries[index].text.link } ?? true
        }
        let rest = known.filter { !taken.contains($0.id) && $0.published != nil }
        guard fresh.count >= PassingParts.fewest, rest.count >= PassingParts.fewest else { return }
        let parts = PassingParts(entries.map(\.text.link), known: matches.indices.filter { matches[$0] != nil })
        for (index, item) in parts.matches(fresh.map { ($0, mark($0)) }, rest)
        where !taken.contains(item.id) && !isOtherEdition(index, than: item) {
            match(index, item)
        }
    }

    /// Links that are others at each asking: what is left of an entry's is that of the item under its title.
    private mutating func matchLasting(_ known: [KnownItem]) {
        let links = entries.map { $0.text.link.map(lasting) }
        let counts = Dictionary(links.compactMap { $0.map { ($0, 1) } }, uniquingKeysWith: +)
        let byLink = Dictionary(known.compactMap { item in item.link.map { (lasting($0), item) } }) {
            $0.id < $1.id ? $1 : $0
        }
        for index in unmatched {
            guard !hasOwnID(index), let link = links[index], counts[link] == 1, let item = byLink[link],
                !taken.contains(item.id),
                item.identity.titleKey == identities[index].titleKey
            else { continue }
            match(index, item)
        }
    }
}
