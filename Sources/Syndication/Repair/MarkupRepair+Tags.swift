extension MarkupRepair {
    /// Copies a start tag, after closing what cannot contain it.
    mutating func readStartTag() {
        let start = index + 1
        let name = nameRange(at: start)
        guard name.count <= 256, let (end, attributes, closesItself) = attributes(from: name.upperBound) else {
            return escapeAngle()
        }
        let local = localName(name)
        index = end
        makeRoom(for: local)
        guard open.count < Self.deepest else {
            note(.deep)
            if !closesItself { dropped += 1 }
            return
        }
        output.append(0x3C)
        output.append(contentsOf: bytes[name])
        output.append(contentsOf: attributes)
        let isEmpty = closesItself || (Self.empty.contains(local) && !bytes[name].contains(0x3A))
        if isEmpty, !closesItself { note(.unclosed) }
        output.append(contentsOf: (isEmpty ? "/>" : ">").utf8)
        if !isEmpty { open.append(name) }
    }

    /// Closes down to the element that an end tag names; drops the tag where there is none.
    mutating func readEndTag() {
        let name = nameRange(at: index + 2)
        guard !name.isEmpty else { return dropEndTag() }
        let next = scan.index(of: 0x3C, from: name.upperBound)
        let after = scan.index(of: 0x3E, from: name.upperBound, to: next)
        index = after < next ? after + 1 : next
        if dropped > 0 {
            dropped -= 1
            return
        }
        guard let match = open.lastIndex(where: { same($0, name) }) else { return note(.unopened) }
        // The root stays open to the end, as entries may follow it.
        guard match > 0 else { return close(downTo: 1) }
        if match < open.count - 1 { note(.unclosed) }
        close(downTo: match)
    }

    private mutating func dropEndTag() {
        note(.unopened)
        index = scan.end(of: ">", from: index) ?? bytes.count
    }

    mutating func close(downTo count: Int) {
        while open.count > count {
            output.append(contentsOf: "</".utf8)
            output.append(contentsOf: bytes[open.removeLast()])
            output.append(0x3E)
        }
    }

    /// An entry cannot stand in another, nor a field of an entry in a field of plain text.
    private mutating func makeRoom(for local: String) {
        if Self.entries.contains(local), let outer = open.lastIndex(where: { Self.entries.contains(localName($0)) }) {
            note(.unclosed)
            close(downTo: outer)
        } else if Self.fields.contains(local), let last = open.last, Self.plain.contains(localName(last)) {
            note(.unclosed)
            close(downTo: open.count - 1)
        }
    }

    private func nameRange(at start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, end - start < 300, ByteScan.isNamePart(bytes[end]) { end += 1 }
        return start..<end
    }

    private func localName(_ name: Range<Int>) -> String {
        let colon = bytes[name].lastIndex(of: 0x3A).map { $0 + 1 } ?? name.lowerBound
        return String(decoding: bytes[colon..<name.upperBound].map(lowercased), as: UTF8.self)
    }

    private func same(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.count == right.count && zip(bytes[left], bytes[right]).allSatisfy { lowercased($0) == lowercased($1) }
    }

    /// HTML's elements without an end tag, as they appear in unescaped text.
    private static let empty: Set<String> = [
        "br", "hr", "img", "input", "wbr", "area", "col", "param", "embed", "meta",
    ]
    private static let entries: Set<String> = ["item", "entry"]
    /// Fields that hold no elements.
    private static let plain: Set<String> = [
        "title", "link", "guid", "id", "pubdate", "published", "updated", "date", "issued", "modified", "language",
        "ttl",
        "category", "creator", "comments",
    ]
    private static let fields: Set<String> = [
        "title", "link", "guid", "id", "pubdate", "published", "updated", "date", "issued", "modified", "description",
        "summary", "content", "encoded", "category", "creator", "author", "comments", "enclosure", "source", "language",
    ]
}
