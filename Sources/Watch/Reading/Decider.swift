import Model

/// Compares a document's entries with what is known of the source: pure, so that every branch has a test.
struct Decider {
    private(set) var entries: [Entry]
    private(set) var identities: [ItemIdentity]
    let hashes: [String]
    /// The moment; nil where what is given in turn is never to be taken over.
    let now: Instant?
    /// Whether each entry comes from an older page, whose text may be one that was edited long ago.
    let isOlder: [Bool]
    /// The known item of each entry, by whatever proof.
    private(set) var matches: [KnownItem?]
    private var taken: Set<RowID<Item>> = []
    /// News beside which entries that were edited meanwhile prove nothing: a list by last change holds them again.
    private static let fewestNews = 3
    /// Items in whose place others came, by the keys that those have.
    private let formers: [String: [KnownItem]]
    private var schemeChanged = false
    /// How many entries have another id or link than the item whose every word they have.
    private var renamed = 0
    /// Whether what is not known is another edition under the same titles.
    var isEdition = false
    /// Whether that is the one behind the last one that is known, so that none came between.
    var isNextEdition = false
    /// Whether the ids count places in the list.
    private var idsArePlaces = false
    /// The items that entries have the link of, whatever their ids say, where these count places.
    private var homes: [Int: KnownItem] = [:]
    /// The items that such ids name.
    private var misnamed: [KnownItem] = []

    /// The decisions on a document's entries.
    ///
    /// - Parameters:
    ///   - entries: The document's entries, in order.
    ///   - identities: Theirs.
    ///   - current: How many of them, from the first, the source holds now; the others come from older pages, and edit
    ///     nothing.
    ///   - now: The moment; nil where nothing that is given in turn is to be taken over, however long it stands.
    ///   - known: What is known of the source, at least every item that shares a key, link or title, or, with entries that have nothing else, the words with an entry.
    /// - Returns: What is to be done with each entry.
    static func decide(
        _ entries: [Entry], _ identities: [ItemIdentity], current: Int? = nil, at now: Instant? = nil,
        knowing known: [KnownItem]
    ) -> Decisions {
        let formers = Dictionary(grouping: known) { Identities.succeeded($0.identity.key) ?? "" }
        var decider = Decider(entries, identities, current: current ?? entries.count, at: now, formers: formers)
        let known = formers[""] ?? []
        let byKey = Dictionary(known.map { ($0.identity.key, $0) }) { first, _ in first }
        decider.dropPlaces(byKey, known)
        decider.doubtIDs(byKey)
        decider.matchByKey(byKey)
        decider.findEdition(known)
        decider.matchPassing(known)
        decider.matchByText(known)
        decider.matchWeak(known)
        decider.matchAnnounced(known)
        decider.matchRedated(known)
        decider.matchScheme(known)
        decider.matchEdited(known)
        return decider.decisions()
    }

    private init(
        _ all: [Entry], _ identities: [ItemIdentity], current: Int, at now: Instant?,
        formers: [String: [KnownItem]]
    ) {
        self.now = now
        self.formers = formers
        var seen: Set<String> = []
        // The same entry twice in one document is one entry.
        let kept = all.indices.filter { seen.insert(identities[$0].key).inserted }
        entries = kept.map { all[$0] }
        self.identities = kept.map { identities[$0] }
        hashes = entries.map { Identities.textHash($0.text) }
        isOlder = kept.map { $0 >= current }
        matches = Array(repeating: nil, count: kept.count)
    }

    /// Ids that count places in the list, such as 1 for the newest, name another item whenever one is added: three
    /// entries, or more than have the link or title of what their ids name, have the link of another item. Or most of the
    /// window has other links, other titles and later days, or, under short numbers and without days, other links and
    /// other titles alone. Then the links tell entries apart, and for good; without links, the titles do.
    private mutating func dropPlaces(_ byKey: [String: KnownItem], _ known: [KnownItem]) {
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
            } else if let item, isAnother(entries[index], than: item, after: 0) || isUndatedCount(index, item),
                let old = item.identity.link, let new = identity.link, old != new
            {
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

    /// An id whose item has another link and another title may belong to others, too: in a document of one entry no
    /// other shows whether ids tell entries apart, and numbers that begin anew each year come back with a later date.
    private mutating func doubtIDs(_ byKey: [String: KnownItem]) {
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
    private func isAnother(_ entry: Entry, than item: KnownItem, after seconds: Int64) -> Bool {
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
    private func isCount(_ id: String) -> Bool {
        (1...3).contains(id.utf8.count) && id.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether an entry has such an id, and no day shows that it is another than the item, or that it is not.
    private func isUndatedCount(_ index: Int, _ item: KnownItem) -> Bool {
        (entries[index].text.published == nil || item.published == nil) && entries[index].id.map(isCount) ?? false
    }

    private mutating func matchByKey(_ byKey: [String: KnownItem]) {
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
    private mutating func matchPassing(_ known: [KnownItem]) {
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

    /// Another id, but every word is the same, and so is the link or, where nothing speaks against it, the title with
    /// its day.
    private mutating func matchByText(_ known: [KnownItem]) {
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

    private func mark(_ index: Int) -> Twins.Mark {
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
    private mutating func matchWeak(_ known: [KnownItem]) {
        let weak = unmatched.filter { entries[$0].id == nil && identities[$0].link == nil }
        guard !weak.isEmpty else { return }
        let byTitle = unique(known, by: \.identity.titleKey)
        for index in weak where entries[index].text.published != nil {
            if let item = byTitle[identities[index].titleKey], !taken.contains(item.id) { match(index, item) }
        }
    }

    /// What was announced before its document was there has a link now, and often other words beside it: the title with
    /// its day has to do, where it is the only one on both sides.
    private mutating func matchAnnounced(_ known: [KnownItem]) {
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
    private mutating func matchRedated(_ known: [KnownItem]) {
        let weak = unmatched.filter { entries[$0].id == nil && entries[$0].text.link == nil }
        guard weak.count >= 3, weak.count * 5 >= entries.count * 3 else { return }
        let byHash = unique(known.filter { $0.identity.link == nil }, by: \.textHash)
        let candidates = weak.compactMap { index in byHash[hashes[index]].map { (index, $0) } }
        guard candidates.count >= 3, candidates.count * 5 >= entries.count * 3 else { return }
        for (index, item) in candidates where !taken.contains(item.id) { match(index, item) }
    }

    /// Most of the window has new ids under old titles: the scheme of ids changed, the items did not.
    private mutating func matchScheme(_ known: [KnownItem]) {
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
    private mutating func matchEdited(_ known: [KnownItem]) {
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

    var unmatched: [Int] { entries.indices.filter { matches[$0] == nil } }

    private mutating func match(_ index: Int, _ item: KnownItem) {
        matches[index] = item
        taken.insert(item.id)
    }

    private func unique(_ known: [KnownItem], by key: (KnownItem) -> String) -> [String: KnownItem] {
        Dictionary(grouping: known.filter { !taken.contains($0.id) }, by: key)
            .compactMapValues { $0.count == 1 ? $0[0] : nil }
    }

    private func decisions() -> Decisions {
        var decisions = Decisions(
            pinned: pinnedEntries, schemeChanged: schemeChanged, idsArePlaces: idsArePlaces)
        if decisions.pinned == 0 { decisions.standing = standing }
        decisions.isNextEdition = isNextEdition
        let ids = Dictionary(entries.compactMap { $0.id.map { ($0, 1) } }, uniquingKeysWith: +)
        decisions.sharedIDs = ids.values.reduce(0) { $1 > 1 ? $0 + $1 : $0 }
        let corrections = corrections
        for item in misnamed where !taken.contains(item.id) {
            decisions.intents.append(.rename(item.id, Identities.placeless(item.identity, item.textHash)))
        }
        for index in entries.indices {
            guard let item = matches[index] else {
                decisions.intents.append(.insert(identities[index], entries[index].text, textHash: hashes[index]))
                continue
            }
            if index >= decisions.pinned { decisions.overlap += 1 }
            if isOlder[index] { decisions.reach = min(decisions.reach ?? item.firstSeen, item.firstSeen) }
            if Identities.succeeded(item.identity.key) != nil { continue }
            if item.identity != identities[index] { decisions.intents.append(.rename(item.id, identities[index])) }
            if isOlder[index] { continue }
            if index >= decisions.pinned, hashes[index] != item.textHash { decisions.edited += 1 }
            let swing = swing(index, item)
            if swing == nil && hashes[index] != item.textHash || corrections.taken.contains(index) {
                decisions.intents.append(
                    .revise(
                        item.id, entries[index].text, textHash: hashes[index], identity: identities[index],
                        former: Identities.former(item, before: identities[index])))
                continue
            }
            decisions.swinging += swing == nil ? 0 : 1
            let other = swing ?? corrections.others[index]
            if other != nil || item.other != nil { decisions.versions.append(VersionRead(item.id, mark: other)) }
        }
        let news = entries.indices.count { !isOlder[$0] && matches[$0] == nil }
        if decisions.edited > 0, decisions.overlap == decisions.edited, news >= max(Self.fewestNews, decisions.edited) {
            (decisions.overlap, decisions.standing) = (0, nil)
        } else {
            decisions.edited = 0
        }
        return decisions
    }
}

extension KnownItem {
    /// Whether it has a text, or had it.
    func holds(_ hash: String) -> Bool { textHash == hash || earlierHashes.contains(hash) }
}
