extension MarkupRepair {
    /// Copies text up to an index, with its references made such that XML knows them.
    mutating func readText(until end: Int) {
        guard !open.isEmpty else {
            index = end
            return
        }
        while index < end {
            let mark = scan.index(of: 0x26, from: index, to: end)
            appendText(until: mark)
            if index < end { readReference(until: end) }
        }
    }

    /// Copies text without references; the end of a CDATA section may not stand in it (XML 1.0, 2.4).
    private mutating func appendText(until end: Int) {
        while index < end {
            let angle = scan.index(of: 0x3E, from: index, to: end)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<angle]))
            index = angle
            guard index < end else { return }
            let isSectionEnd = index > 1 && bytes[index - 1] == 0x5D && bytes[index - 2] == 0x5D
            if isSectionEnd { note(.angle) }
            output.append(contentsOf: (isSectionEnd ? "&gt;" : ">").utf8)
            index += 1
        }
    }

    /// Copies one reference, or the ampersand alone where it is none.
    mutating func readReference(until end: Int) {
        guard index + 1 < end, bytes[index + 1] == 0x23 || isAlphanumeric(bytes[index + 1]) else {
            return escapeAmpersand()
        }
        let text = UnsafeBufferPointer(rebasing: bytes[..<end])
        let name = ByteScan(text).name(at: index + 1)
        let after = index + 1 + name.utf8.count
        let isNamed = !name.isEmpty && after < end && bytes[after] == 0x3B
        if isNamed, let own = entities[name], expanded + own.utf8.count <= Self.mostExpanded {
            expanded += own.utf8.count
            appendMarkup(own)
            index = after + 1
        } else if isNamed, Self.known.contains(name) {
            output.append(contentsOf: bytes[index...after])
            index = after + 1
        } else if isNamed || name.isEmpty, let reference = CharacterReference(text, at: index) {
            if isNamed { note(.entity) }
            append(reference)
        } else {
            escapeAmpersand()
        }
    }

    private mutating func escapeAmpersand() {
        note(.ampersand)
        output.append(contentsOf: "&amp;".utf8)
        index += 1
    }

    private static let known: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

    /// A declared entity's text is markup only if it is one character that was escaped.
    private mutating func appendMarkup(_ text: String) {
        for byte in text.utf8 { Self.appendEscape(of: byte, to: &output) }
    }

    private mutating func append(_ reference: CharacterReference) {
        index = reference.end
        for scalar in reference.scalars where scalar >= 0x20 || scalar == 0x09 || scalar == 0x0A || scalar == 0x0D {
            if scalar < 0x80 {
                Self.appendEscape(of: UInt8(scalar), to: &output)
            } else {
                appendUTF8(scalar == 0xFFFE || scalar == 0xFFFF ? 0xFFFD : scalar, to: &output)
            }
        }
    }
}
