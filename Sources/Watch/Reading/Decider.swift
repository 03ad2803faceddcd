import Model

/// Compares a document's entries with what is known of the source: pure, so that every branch has a test.
struct Decider {
    var entries: [Entry]
    var identities: [ItemIdentity]
    let hashes: [String]
    /// The moment; nil where what is given in turn is never to be taken over.
    let now: Instant?
    /// When the source was read before; nil where it never was, or that is not known.
    let lastRead: Instant?
    /// Parts of the links that are others at each asking, as asking twice has shown.
    let passing: Set<String>
    /// Whether each entry comes from an older page, whose text may be one that was edited long ago.
    let isOlder: [Bool]
    /// The known item of each entry, by whatever proof.
    private(set) var matches: [KnownItem?]
    /// The known items that entries are.
    private(set) var taken: Set<RowID<Item>> = []
    /// News beside which entries that were edited meanwhile prove nothing: a list by last change holds them again.
    private static let fewestNews = 3
    /// Items in whose place others came, by the keys that those have.
    let formers: [String: [KnownItem]]
    /// Whether most entries have other ids than the items that they are known to be.
    var schemeChanged = false
    /// How many entries have another id or link than the item whose every word they have.
    var renamed = 0
    /// Whether what is not known is another edition under the same titles.
    var isEdition = false
    /// Whether that is the one behind the last one that is known, so that none came between.
    var isNextEdition = false
    /// The parameters by whose word an edition is told.
    var editionWords: Set<String> = []
    /// The parts of the links in which an edition differs from the one before.
    var freshParts: Set<String> = []
    /// Whether the ids count places in the list.
    var idsArePlaces = false
    /// The items that entries have the link of, whatever their ids say, where these count places.
    var homes: [Int: KnownItem] = [:]
    /// The items that such ids name.
    var misnamed: [KnownItem] = []

    /// The decisions on a document's entries.
    ///
    /// - Parameters:
    ///   - entries: The document's entries, in order.
    ///   - identities: Theirs.
    ///   - current: How many of them, from the first, the source holds now; the others come from older pages, and edit
    ///     nothing.
    ///   - now: The moment; nil where nothing that is given in turn is to be taken over, however long it stands.
    ///   - lastRead: When the source was read before.
    ///   - passing: Parts of the links that are others at each asking.
    ///   - known: What is known of the source, at least every item that shares a key, link or title, or, with entries that
    ///     have nothing else, the words with an entry.
    /// - Returns: What is to be done with each entry.
    static func decide(
        _ entries: [Entry], _ identities: [ItemIdentity], current: Int? = nil, at now: Instant? = nil,
        lastRead: Instant? = nil, without passing: Set<String> = [], knowing known: [KnownItem]
    ) -> Decisions {
        let formers = Dictionary(grouping: known) { Identities.succeeded($0.identity.key) ?? "" }
        var decider = Decider(
            entries, identities, current: current ?? entries.count, at: now, lastRead, passing, formers: formers)
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
        _ all: [Entry], _ identities: [ItemIdentity], current: Int, at now: Instant?, _ lastRead: Instant?,
        _ passing: Set<String>, formers: [String: [KnownItem]]
    ) {
        self.now = now
        self.lastRead = lastRead
        self.passing = passing
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

    /// The entries that are not known yet, by whatever proof.
    var unmatched: [Int] { entries.indices.filter { matches[$0] == nil } }

    /// Takes an entry for an item, from now on for no other.
    mutating func match(_ index: Int, _ item: KnownItem) {
        matches[index] = item
        taken.insert(item.id)
    }

    /// The items that alone have a mark, of those that no entry is yet.
    func unique(_ known: [KnownItem], by key: (KnownItem) -> String) -> [String: KnownItem] {
        Dictionary(grouping: known.filter { !taken.contains($0.id) }, by: key)
            .compactMapValues { $0.count == 1 ? $0[0] : nil }
    }

    private func decisions() -> Decisions {
        var decisions = Decisions(
            pinned: pinnedEntries, schemeChanged: schemeChanged, idsArePlaces: idsArePlaces)
        if decisions.pinned == 0 { decisions.standing = standing }
        decisions.isNextEdition = isNextEdition
        decisions.freshParts = freshParts
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
