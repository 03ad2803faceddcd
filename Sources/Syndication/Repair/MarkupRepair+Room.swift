extension MarkupRepair {
    /// An entry stands directly in its feed, whatever was left open before it, but for one in an extension of an entry; a
    /// field cannot stand in a field of plain text, one that HTML does not have in none at all, and none in an element of
    /// another kind that has no end in the entry.
    mutating func makeRoom(for kind: MarkupKind) {
        if kind.contains(.entry) {
            if !isWithinEntry() { close(above: .container) }
        } else if kind.contains(.channel) {
            close(above: .root)
        } else if kind.contains(.field), let first = firstInTheWay(of: kind) {
            note(.unclosed)
            close(downTo: first)
        }
    }

    /// The outermost open element in which a field cannot stand.
    private mutating func firstInTheWay(of kind: MarkupKind) -> Int? {
        let holder = open.lastIndex { !$0.kind.isDisjoint(with: .holder) } ?? 0
        var isInText = false
        for at in open.indices.dropFirst(holder + 1) {
            let other = open[at].kind
            if other.contains(.plain) { return at }
            if other.contains(.rich) {
                if kind.contains(.unlikeHTML) { return endsInEntry(localName(open[at].name)) ? nil : at }
                isInText = true
            }
            if isInText || kind.contains(.part) || other.contains(.origin) && open[0].kind.contains(.feed) { continue }
            if open[at].end >= index { continue }
            guard let end = entryEnds.end(of: open[at].name, after: index) else { return at }
            open[at].end = end
        }
        return nil
    }

    /// Closes all elements inside the innermost one of a kind, where there is one.
    private mutating func close(above kind: MarkupKind) {
        guard let holder = open.lastIndex(where: { !$0.kind.isDisjoint(with: kind) }), holder + 1 < open.count else {
            return
        }
        note(.unclosed)
        close(downTo: holder + 1)
    }

    /// Whether the entry that begins lies in an element of an open one, such as the older versions that an extension
    /// keeps: that element ends behind it, and before the open entry does.
    private mutating func isWithinEntry() -> Bool {
        guard let last = open.last, last.kind.isDisjoint(with: [.holder, .plain]),
            let holder = open.last(where: { !$0.kind.isDisjoint(with: .holder) }), holder.kind.contains(.entry)
        else { return false }
        var (at, entries, others) = (index, 1, 0)
        while lookahead > 0 {
            let tag = scan.index(of: 0x3C, from: at)
            guard tag + 1 < bytes.count else {
                lookahead -= tag - at
                return false
            }
            let isEnd = bytes[tag + 1] == 0x2F
            let name = nameRange(at: isEnd ? tag + 2 : tag + 1)
            let angle = scan.index(of: 0x3E, from: name.upperBound)
            lookahead -= angle + 1 - at
            at = name.isEmpty ? tag + 1 : angle
            if !isEnd, angle < bytes.count, bytes[angle - 1] == 0x2F { continue }
            if same(name, last.name) {
                others += isEnd ? -1 : 1
                if others < 0 { return entries == 0 }
            } else if MarkupKind.of(localName(name)).contains(.entry) {
                entries += isEnd ? -1 : 1
                if entries < 0 { return false }
            }
        }
        return false
    }
}
