extension MarkupRepair {
    /// Copies a start tag, after closing what cannot contain it.
    mutating func readStartTag() {
        let start = index + 1
        let name = nameRange(at: start)
        var kind = MarkupKind.of(localName(name))
        let isOwn = open.isEmpty || !kind.isDisjoint(with: [.entry, .field])
        guard name.count <= 256,
            let (end, attributes, closesItself) = attributes(from: name.upperBound, isOwn: isOwn)
        else { return escapeAngle() }
        index = end
        if kind.contains(.link), isUnlikeHTML(attributes) { kind.insert(.unlikeHTML) }
        // `media:content` names a file, in which no text stands.
        if kind.contains(.rich), has(" url=", attributes) { kind.remove(.rich) }
        makeRoom(for: kind)
        guard open.count < Self.deepest else {
            note(.deep)
            if !closesItself { dropped += 1 }
            return
        }
        output.append(0x3C)
        appendName(name)
        output.append(contentsOf: attributes)
        // `<rss xmlns=http://example.org/>`: the slash is the address's.
        let isEmpty = (closesItself && kind.isDisjoint(with: .holder)) || hasNoEndTag(kind, name, attributes)
        if isEmpty, !closesItself { note(.unclosed) }
        output.append(contentsOf: (isEmpty ? "/>" : ">").utf8)
        if kind.contains(.entry), open.count == 1 { hasEntriesInRoot = true }
        if !isEmpty { open.append((name, kind, -1)) }
    }

    /// Closes down to the element that an end tag names; drops the tag where there is none.
    mutating func readEndTag() {
        let name = nameRange(at: scan.afterSpace(index + 2))
        guard !name.isEmpty else { return dropEndTag() }
        let next = scan.index(of: 0x3C, from: name.upperBound)
        let after = scan.index(of: 0x3E, from: name.upperBound, to: next)
        index = after < next ? after + 1 : next
        if dropped > 0 {
            dropped -= 1
            return
        }
        guard let match = open.lastIndex(where: { same($0.name, name) }) else { return closeMistyped(name) }
        if open[match].kind.contains(.channel) { hasChannelEnded = true }
        // The root stays open to the end, as entries may follow it.
        guard match > 0 else {
            hasRootEnded = true
            return close(downTo: 1)
        }
        if match < open.count - 1 { note(.unclosed) }
        close(downTo: match)
    }

    /// An end tag of a prefix's own ends the open element of that prefix, as its name is mistyped; others are dropped.
    private mutating func closeMistyped(_ name: Range<Int>) {
        note(.unopened)
        guard let last = open.last?.name, let colon = bytes[last].firstIndex(of: 0x3A),
            bytes[name].starts(with: bytes[last.lowerBound...colon])
        else { return }
        close(downTo: open.count - 1)
    }

    private mutating func dropEndTag() {
        note(.unopened)
        index = scan.end(of: ">", from: index) ?? bytes.count
    }

    mutating func close(downTo count: Int) {
        while open.count > count {
            output.append(contentsOf: "</".utf8)
            appendName(open.removeLast().name)
            output.append(0x3E)
        }
    }

    /// Appends a name; what is not of ASCII in it may be no letter, at which libxml2 would end.
    private mutating func appendName(_ name: Range<Int>) {
        for byte in bytes[name] { output.append(byte < 0x80 ? byte : 0x5F) }
    }

    /// Elements that are complete with their attributes: some of HTML, enclosures, and links with an address.
    private func hasNoEndTag(_ kind: MarkupKind, _ name: Range<Int>, _ attributes: [UInt8]) -> Bool {
        if kind.contains(.enclosure) { return true }
        if kind.contains(.link) { return has("href=", attributes) }
        return kind.contains(.empty) && !bytes[name].contains(0x3A)
    }

    private func has(_ text: StaticString, _ attributes: [UInt8]) -> Bool {
        attributes.withUnsafeBufferPointer { ByteScan($0).end(of: text, from: 0) } != nil
    }

    /// Whether a link is one of a feed: those of HTML have no text, and those of Atom lead from an entry to its page.
    private func isUnlikeHTML(_ attributes: [UInt8]) -> Bool {
        guard !attributes.isEmpty else { return scan.has("http", at: scan.afterSpace(index)) }
        return attributes.withUnsafeBufferPointer { bytes in
            let scan = ByteScan(bytes)
            return scan.end(of: "rel=\"alternate\"", from: 0) != nil && scan.end(of: "href=", from: 0) != nil
                && scan.end(of: "+xml", from: 0) == nil
        }
    }

    func nameRange(at start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, end - start < 300, ByteScan.isNamePart(bytes[end]) { end += 1 }
        return start..<end
    }

    func localName(_ name: Range<Int>) -> String {
        let colon = bytes[name].lastIndex(of: 0x3A).map { $0 + 1 } ?? name.lowerBound
        return String(decoding: bytes[colon..<name.upperBound].map(lowercased), as: UTF8.self)
    }

    func same(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.count == right.count && zip(bytes[left], bytes[right]).allSatisfy { lowercased($0) == lowercased($1) }
    }
}
