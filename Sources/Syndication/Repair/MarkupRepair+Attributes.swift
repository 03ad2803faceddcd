extension MarkupRepair {
    static let mostAttributes = 128

    /// A well-formed copy of the attributes of a start tag.
    ///
    /// - Parameters:
    ///   - start: The index after the tag's name.
    ///   - isOwn: Whether the element is one of feeds, rather than of anything else.
    /// - Returns: The index after the tag, the attributes, and whether the element is closed at once; nil where the
    ///   text is no tag after all.
    mutating func attributes(from start: Int, isOwn: Bool) -> (Int, [UInt8], Bool)? {
        var copy: [UInt8] = []
        var seen: [Range<Int>] = []
        var at = start
        while true {
            at = scan.afterSpace(at)
            guard at < bytes.count, bytes[at] != 0x3C else {
                // A feed's own element is one all the same; anything else may be text about "a <b".
                guard isOwn, at < bytes.count else { return nil }
                note(.attribute)
                return (at, copy, false)
            }
            if bytes[at] == 0x3E { return (at + 1, copy, false) }
            if bytes[at] == 0x2F {
                if at + 1 < bytes.count, bytes[at + 1] == 0x3E { return (at + 2, copy, true) }
                at += 1
                continue
            }
            let name = attributeName(at: at)
            guard !name.isEmpty else {
                note(.attribute)
                at += 1
                continue
            }
            let (value, after) = attributeValue(after: name.upperBound)
            at = after
            append(name, value, to: &copy, seen: &seen)
        }
    }

    private func attributeName(at start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, end - start < 300, ByteScan.isNamePart(bytes[end]) { end += 1 }
        return start..<end
    }

    /// The range of a value, quoted or not; nil where the attribute has none.
    private mutating func attributeValue(after name: Int) -> (Range<Int>?, Int) {
        let equals = scan.afterSpace(name)
        guard equals < bytes.count, bytes[equals] == 0x3D else { return (nil, name) }
        let start = scan.afterSpace(equals + 1)
        guard start < bytes.count else { return (nil, start) }
        let quote = bytes[start]
        if quote == 0x22 || quote == 0x27 {
            let end = scan.index(of: quote, from: start + 1)
            // A value that runs over the end of the tag into others lacks its closing quote.
            let tagEnd = scan.index(of: 0x3E, from: start + 1, to: end)
            let isOpen = end >= bytes.count || bytes[tagEnd..<end].prefix(4096).contains(0x3C)
            if !isOpen { return (start + 1..<end, end + 1) }
            note(.attribute)
            return (start + 1..<tagEnd, tagEnd)
        }
        note(.attribute)
        var end = start
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x3E, bytes[end] != 0x3C { end += 1 }
        if end > start + 1, bytes[end - 1] == 0x2F, end < bytes.count, bytes[end] == 0x3E { end -= 1 }
        return (start..<end, end)
    }

    private mutating func append(
        _ name: Range<Int>, _ value: Range<Int>?, to copy: inout [UInt8], seen: inout [Range<Int>]
    ) {
        guard let value, value.count < 1 << 20, seen.count < Self.mostAttributes,
            lowercased(bytes[name.lowerBound]) >= 0x5F, bytes[name.upperBound - 1] != 0x3A,
            bytes[name].count(where: { $0 == 0x3A }) < 2, bytes[name].allSatisfy({ $0 < 0x80 }),
            !seen.contains(where: { bytes[$0].elementsEqual(bytes[name]) })
        else { return note(.attribute) }
        seen.append(name)
        let before = index
        swap(&output, &copy)
        output.append(0x20)
        output.append(contentsOf: bytes[name])
        output.append(contentsOf: "=\"".utf8)
        index = value.lowerBound
        while index < value.upperBound {
            if bytes[index] == 0x26 {
                readReference(until: value.upperBound)
            } else {
                Self.appendEscape(of: bytes[index], to: &output)
                index += 1
            }
        }
        output.append(0x22)
        swap(&output, &copy)
        index = before
    }
}
