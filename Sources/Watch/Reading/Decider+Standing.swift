import Model

/// Known entries that stand above, among or below news whatever came and went.
extension Decider {
    /// How many known entries a list pins above its newest: they stand there whatever came and went below, and do not
    /// show that nothing was missed. All others are new, go from late to early, and are later than the pinned.
    var pinnedEntries: Int {
        guard let first = matches.firstIndex(where: { $0 == nil }), first > 0 else { return 0 }
        let below = entries.indices.filter { $0 >= first && !isOlder[$0] }
        let days = below.compactMap { entries[$0].text.dated }
        guard below.count >= 3, below.allSatisfy({ matches[$0] == nil }), days.count == below.count,
            let latest = days.first, let earliest = days.last, latest > earliest,
            zip(days, days.dropFirst()).allSatisfy({ $0 >= $1 }),
            entries[..<first].allSatisfy({ entry in entry.text.dated.map { $0 < earliest } ?? false })
        else { return 0 }
        return first
    }

    /// The known entries beside and among a window of news, where they are few and no older page holds what is known.
    var standing: Decisions.Standing? {
        let current = entries.indices.filter { !isOlder[$0] }
        let news = current.filter { matches[$0] == nil }
        guard let first = news.first, let last = news.last,
            current.count > news.count, (current.count - news.count) * 3 <= news.count,
            matches.indices.allSatisfy({ !isOlder[$0] || matches[$0] == nil })
        else { return nil }
        let above = current.filter { $0 < first }.compactMap { matches[$0] }
        let among = current.filter { first < $0 && $0 < last }.compactMap { matches[$0] }
        let below = current.filter { $0 > last }.compactMap { matches[$0] }
        return Decisions.Standing(
            items: (above + among + below).map(\.id), above: above.max { $0.id < $1.id },
            among: among.max { $0.firstSeen < $1.firstSeen },
            below: below.max { ($0.firstSeen, $1.id) < ($1.firstSeen, $0.id) })
    }
}
