import Model

/// What is known by its words, its title and its day, whatever its id says.
extension Decider {
    /// Another id, but every word is the same, and so is the link or, where nothing speaks against it, the title with
    /// its day.
    mutating func matchByText(_ known: [KnownItem]) {
        let keyed = entries.count - unmatched.count
        let rest = known.filter { !taken.contains($0.id) }
        guard !unmatched.isEmpty, !rest.isEmpty else { return }
        var byLink = Twins(rest, by: \.identity.link)
        for index in unmatched {
            guard let link = identities[index].link,
                let twin = byLink.first(Twins.Mark(hash: hashes[index], mark: link), but: taken)
            else { continue }
            renamed += 1
            match(index, twin)
        }
        var byTitle = Twins(rest) { $0.identity.titleKey }
        let twins = unmatched.compactMap { index in byTitle.first(mark(index), but: taken).map { (index, $0) } }
            .filter { !isOtherEdition($0, than: $1) }
        guard !twins.isEmpty else { return }
        let lone = loneMarks(known)
        let proof = TitleProof(
            entries: entries.count, keyed: keyed, unmatched: unmatched.count, renamed: renamed,
            lone: twins.count { lone.contains(mark($0.0)) })
        for (index, _) in twins {
            guard let twin = byTitle.first(mark(index), but: taken), !isOtherEdition(index, than: twin) else {
                continue
            }
            let (entry, link) = (entries[index], identities[index].link)
            let isSame = proof.holds(
                isLone: lone.contains(mark(index)), isDated: entry.text.published != nil,
                hasOwnID: entry.id != nil && entry.id != entry.text.link,
                hasOtherLink: link != nil && twin.identity.link != nil && link != twin.identity.link)
            guard isSame else { continue }
            renamed += 1
            match(index, twin)
        }
    }

    /// The words of an entry and its title with the day.
    func mark(_ index: Int) -> Twins.Mark {
        Twins.Mark(hash: hashes[index], mark: identities[index].titleKey)
    }

    /// The titles with their words that one entry and one known item have.
    private func loneMarks(_ known: [KnownItem]) -> Set<Twins.Mark> {
        var counts: [Twins.Mark: (entries: Int, known: Int)] = [:]
        for index in entries.indices { counts[mark(index), default: (0, 0)].entries += 1 }
        for item in known {
            counts[Twins.Mark(hash: item.textHash, mark: item.identity.titleKey)]?.known += 1
        }
        return Set(counts.filter { $0.value == (1, 1) }.keys)
    }

    /// Neither id nor link tells the entry apart: the title with its day has to do, where it is the only one.
    mutating func matchWeak(_ known: [KnownItem]) {
        let weak = unmatched.filter { entries[$0].id == nil && identities[$0].link == nil }
        guard !weak.isEmpty else { return }
        let byTitle = unique(known, by: \.identity.titleKey)
        for index in weak where entries[index].text.published != nil {
            if let item = byTitle[identities[index].titleKey], !taken.contains(item.id) { match(index, item) }
        }
    }

    /// What was announced before its document was there has a link now, and often other words beside it: the title with
    /// its day has to do, where it is the only one on both sides.
    mutating func matchAnnounced(_ known: [KnownItem]) {
        let linked = unmatched.filter { index in
            identities[index].link != nil && entries[index].text.published != nil
                && entries[index].id.map { $0 == entries[index].text.link } ?? true
        }
        guard !linked.isEmpty else { return }
        let byTitle = unique(known.filter { $0.identity.link == nil }, by: \.identity.titleKey)
        let titles = Dictionary(grouping: linked) { identities[$0].titleKey }
        for index in linked where titles[identities[index].titleKey]?.count == 1 {
            if let item = byTitle[identities[index].titleKey] { match(index, item) }
        }
    }

    /// Neither id nor link, and most of the window has its old words under new dates: the publisher stamps them at each
    /// build.
    mutating func matchRedated(_ known: [KnownItem]) {
        let weak = unmatched.filter { entries[$0].id == nil && entries[$0].text.link == nil }
        guard weak.count >= 3, weak.count * 5 >= entries.count * 3 else { return }
        let byHash = unique(known.filter { $0.identity.link == nil }, by: \.textHash)
        let candidates = weak.compactMap { index in byHash[hashes[index]].map { (index, $0) } }
        guard candidates.count >= 3, candidates.count * 5 >= entries.count * 3 else { return }
        for (index, item) in candidates where !taken.contains(item.id) { match(index, item) }
    }
}
