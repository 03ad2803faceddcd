import Model

/// What is another edition under the same titles.
extension Decider {
    /// An entry, and the newest item that has its title.
    private typealias Pair = (index: Int, item: KnownItem)

    /// Bytes of a summary and a text that two editions do not share word for word.
    private static let telling = 200
    /// Digits of a number that counts editions, at most: longer ones are days.
    private static let longestCount = 5
    /// Letters of a word by which an edition is told in a parameter, at most: longer ones are tokens.
    private static let longestWord = 4
    /// How many times as long as it was not looked at an edition has to have stood, so that no other came between.
    private static let steadiness: Int64 = 3

    /// Finds out whether the document is another edition under the same titles: its links have other numbers than those
    /// of the items, and none that one of these has, as places in a list do when they move. Or one of the numbers is the
    /// same in all of its links and was another in all of theirs, whatever the others are.
    mutating func findEdition(_ known: [KnownItem]) {
        let items = Dictionary(known.map { ($0.identity.titleKey, $0) }) { $0.id < $1.id ? $1 : $0 }
        let titles = Dictionary(identities.map { ($0.titleKey, 1) }, uniquingKeysWith: +)
        let pairs = unmatched.compactMap { index -> Pair? in
            let title = identities[index].titleKey
            return titles[title] == 1 ? items[title].map { (index, $0) } : nil
        }
        let isSkipped = findNumbers(pairs)
        editionWords = words(pairs)
        let others = pairs.filter { isOtherEdition($0.index, than: $0.item) }
        guard !others.isEmpty, others.count * 5 >= entries.count * 3, !isNextEdition else { return }
        freshParts = parts(others)
        isNextEdition = !isSkipped && stood(others.map(\.item))
    }

    /// Finds out whether numbers tell the document for another edition, and for the next one; true where one that counts
    /// editions says that some came between.
    private mutating func findNumbers(_ pairs: [Pair]) -> Bool {
        var (olds, news): (Set<String>, Set<String>) = ([], [])
        var places: [Int: (count: Int, olds: Set<String>, news: Set<String>)] = [:]
        var (isNext, isCount, changed) = (true, true, 0)
        for (index, item) in pairs {
            let changes = numberChanges(index, item)
            changed += changes.isEmpty ? 0 : 1
            isNext = isNext && changes.count == 1 && Int(changes[0].old).map { $0 + 1 } == Int(changes[0].new)
            isCount = isCount && changes.count == 1 && changes[0].new.utf8.count <= Self.longestCount
            for (place, old, new) in changes {
                olds.insert(old)
                news.insert(new)
                places[place, default: (0, [], [])].count += 1
                places[place]?.olds.insert(old)
                places[place]?.news.insert(new)
            }
        }
        let isShared = places.values.contains { $0.count == changed && $0.olds.count == 1 && $0.news.count == 1 }
        isEdition = !news.isEmpty && (news.isDisjoint(with: olds) || isShared)
        // One that comes each week says nothing of what else came and went.
        isNextEdition = isEdition && isNext && news.count == 1 && changed * 5 >= entries.count * 3
        return isEdition && isCount && news.count == 1 && !isNextEdition
    }

    /// The parameters that have the same short word in all links, and had another in all of those before: `?issue=b`.
    private func words(_ pairs: [Pair]) -> Set<String> {
        let undated = pairs.filter { entries[$0.index].text.published == nil && $0.item.published == nil }
        guard undated.count * 5 >= entries.count * 3 else { return [] }
        var changes: [String: [[String]]] = [:]
        for (index, item) in undated {
            guard let (new, old) = parted(index, item) else { continue }
            for name in new.differences(from: old) ?? [] where !PartedLink.isStep(name) {
                let values = [old, new].compactMap { $0.values[name] }
                if values.count == 2, values.allSatisfy(Self.isWord) { changes[name, default: []].append(values) }
            }
        }
        return Set(changes.filter { $0.value.count == undated.count && Set($0.value).count == 1 }.keys)
    }

    /// Letters alone, in one case but for the first: `b`, `XLVI`, `Nov`.
    private static func isWord(_ value: String) -> Bool {
        let rest = value.utf8.dropFirst()
        return (1...longestWord).contains(value.utf8.count)
            && value.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
            && (rest.allSatisfy { $0 & 0x20 != 0 } || value.utf8.allSatisfy { $0 & 0x20 == 0 })
    }

    /// The parts in which the links of an edition differ from those before; none where there are more than two, or other
    /// hosts, or where entries are told by ids of their own.
    private func parts(_ others: [Pair]) -> Set<String> {
        guard passing.isEmpty, !others.contains(where: { hasOwnID($0.index) }) else { return [] }
        var parts: Set<String> = []
        for (index, item) in others {
            guard let (new, old) = parted(index, item), let names = new.differences(from: old) else { return [] }
            parts.formUnion(names)
        }
        return parts.count <= 2 && !parts.contains(PartedLink.host) ? parts : []
    }

    private func parted(_ index: Int, _ item: KnownItem) -> (new: PartedLink, old: PartedLink)? {
        guard let new = entries[index].text.link.flatMap(PartedLink.init), let old = item.link.flatMap(PartedLink.init)
        else { return nil }
        return (new, old)
    }

    /// Whether an edition was seen to stand for much longer than it was then not looked at: no other came and went.
    private func stood(_ items: [KnownItem]) -> Bool {
        guard let now, let lastRead, let first = items.map(\.firstSeen).max(), lastRead <= now else { return false }
        return now.seconds(since: lastRead) * Self.steadiness <= lastRead.seconds(since: first)
    }

    private func numberChanges(_ index: Int, _ item: KnownItem) -> [(place: Int, old: String, new: String)] {
        guard let old = item.link, let new = entries[index].text.link else { return [] }
        return NumberedLink(lasting(new)).changes(from: NumberedLink(lasting(old)))
    }

    /// Whether an entry has an id that is not its link.
    func hasOwnID(_ index: Int) -> Bool { entries[index].id.map { $0 != entries[index].text.link } ?? false }

    /// A link without what is another at each asking.
    func lasting(_ link: String) -> String {
        passing.isEmpty ? link : PartedLink(link)?.address(without: passing) ?? link
    }

    /// Whether an entry is of another edition than an item under the same title, and not of its day and hour. Without
    /// days, a link that is built alike and has another path, or another word that tells an edition, is one, too, unless a
    /// long text is the same word for word.
    func isOtherEdition(_ index: Int, than item: KnownItem) -> Bool {
        let text = entries[index].text
        if isEdition, item.published == nil || text.published != item.published, !numberChanges(index, item).isEmpty {
            return true
        }
        guard item.published == nil, text.published == nil, let old = item.link, let new = text.link,
            hashes[index] != item.textHash || text.summary.utf8.count + text.content.utf8.count < Self.telling
        else { return false }
        if NumberedLink.isOfOtherPath(lasting(new), lasting(old)) { return true }
        guard !editionWords.isEmpty, let (new, old) = parted(index, item) else { return false }
        return editionWords.contains { new.values[$0] != old.values[$0] }
    }
}
