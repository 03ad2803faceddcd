import Model

/// Parts of links that say how an entry was reached, and not which it is: the number of a list's page, a token of the
/// fetch, the place in the list.
///
/// Entries show them that have the title, day and every word of known items, and their links but for these parts, while
/// what is left still tells all entries of the document apart.
struct PassingParts {
    /// The fewest entries that show it.
    static let fewest = 3

    private let links: [PartedLink?]
    /// The entries whose id or link is known.
    private let known: Set<Int>

    /// The links of a document's entries, in order.
    ///
    /// - Parameters:
    ///   - links: Theirs.
    ///   - known: The entries that are known by id or link.
    init(_ links: [String?], known: [Int]) {
        self.links = links.map { $0.flatMap(PartedLink.init) }
        self.known = Set(known)
    }

    /// The items that entries are which are not known by their links.
    ///
    /// - Parameters:
    ///   - fresh: These entries, with the title and words of each; all have a day.
    ///   - items: The items that may be meant.
    /// - Returns: The entries that are known but for passing parts, with their items.
    func matches(_ fresh: [(index: Int, mark: Twins.Mark)], _ items: [KnownItem]) -> [(Int, KnownItem)] {
        let titles = Set(fresh.map(\.mark.mark))
        let old = items.compactMap { item in
            titles.contains(item.identity.titleKey)
                ? item.link.flatMap(PartedLink.init).map { (item: item, link: $0) } : nil
        }
        guard old.count >= Self.fewest else { return [] }
        var best: (count: Int, pairs: [(Int, KnownItem)]) = (0, [])
        for names in choices(fresh.map(\.index)) where tellApart(without: names) {
            let pairs = pairs(fresh, old, without: names)
            let count = pairs.count { $0.isSure }
            guard count >= Self.fewest, count > best.count, isRun(pairs.map(\.index)) else { continue }
            best = (count, pairs.map { ($0.index, $0.item) })
        }
        return best.pairs
    }

    /// The entries that have the title of one item and its link but for some parts, and whether every word is the same.
    private func pairs(
        _ fresh: [(index: Int, mark: Twins.Mark)], _ old: [(item: KnownItem, link: PartedLink)],
        without names: Set<String>
    ) -> [(index: Int, item: KnownItem, isSure: Bool)] {
        let byRest = Dictionary(grouping: old) {
            Twins.Mark(hash: $0.link.rest(without: names), mark: $0.item.identity.titleKey)
        }
        return fresh.compactMap { index, mark in
            guard let link = links[index],
                let found = byRest[Twins.Mark(hash: link.rest(without: names), mark: mark.mark)], found.count == 1,
                link.values.keys.contains(where: names.contains)
            else { return nil }
            return (index, found[0].item, found[0].item.textHash == mark.hash)
        }
    }

    /// One or two parameters, or a step of the path that all entries have in common. Where some entries are known with
    /// what each has for itself, it lasts.
    private func choices(_ fresh: [Int]) -> [Set<String>] {
        var values: [String: [String]] = [:]
        for link in links { link?.values.forEach { values[$0, default: []].append($1) } }
        let lasting = known.reduce(into: Set<String>()) { names, index in
            links[index]?.values.keys.forEach { names.insert($0) }
        }
        let fresh = Set(fresh.flatMap { links[$0].map { Array($0.values.keys) } ?? [] })
        let names = fresh.sorted().filter { name in
            let count = Set(values[name] ?? []).count
            if PartedLink.isStep(name) { return count == 1 && name != PartedLink.host }
            return !lasting.contains(name) || count * 2 <= values[name]?.count ?? 0
        }
        let few = names.prefix(Self.mostInPairs)
        let pairs = few.flatMap { one in few.filter { one < $0 }.map { Set([one, $0]) } }
        return names.prefix(Self.most).map { Set([$0]) } + pairs
    }

    /// How many parts are tried, and of how many two at once; links have few, unless somebody means harm.
    private static let (most, mostInPairs) = (16, 5)

    /// Whether all entries have another link without these parts, by more than their places in the list: by words with
    /// figures, as numbers and names of documents are.
    private func tellApart(without names: Set<String>) -> Bool {
        let links = links.compactMap(\.self)
        guard Set(links.map { $0.rest(without: names) }).count == Set(links.map { $0.rest(without: []) }).count else {
            return false
        }
        var values: [String: [String]] = [:]
        for link in links {
            for (name, value) in link.values where !names.contains(name) { values[name, default: []].append(value) }
        }
        return values.values.contains { values in
            let isPlace = values.allSatisfy { Int($0).map { $0 <= links.count } ?? false }
            return Set(values).count > 1 && !isPlace
                && values.allSatisfy { $0.utf8.contains { (0x30...0x39).contains($0) } }
        }
    }

    /// Whether entries follow on one another, but for a few, as what a list had before does.
    private func isRun(_ indices: [Int]) -> Bool {
        guard let first = indices.first, let last = indices.last else { return false }
        let among = known.count { (first...last).contains($0) }
        return (indices.count + among) * 5 >= (last - first + 1) * 4
    }
}
