/// Takes what is read out of markup.
protocol MarkupSink {
    /// Takes well-formed UTF-8.
    mutating func append(_ text: some Collection<UInt8>)
    /// Takes one scalar by its number.
    mutating func append(scalar: UInt32)
    /// A paragraph, a row or the like begins or ends.
    mutating func breaks()
    /// An element of a name begins, with the whole tag.
    mutating func opens(_ name: String, _ tag: UnsafeBufferPointer<UInt8>)
    /// An element of a name ends.
    mutating func closes(_ name: String)
}

/// Reads text out of markup, byte by byte; it never fails, as any text may be called markup.
struct MarkupReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// Whether a tag had no end, so that none behind it has one; looking for it again and again would take for ever.
    private var hasNoEnds = false
    /// Marks of CDATA sections that are open; markup has none, but markup that was wrapped twice does.
    private var sections = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func read(into text: inout some MarkupSink) {
        while index < bytes.count {
            switch bytes[index] {
            case 0x3C: readAngle(&text)
            case 0x26: readAmpersand(&text)
            default: readRun(&text)
            }
        }
    }

    private mutating func readRun(_ text: inout some MarkupSink) {
        let start = index
        while index < bytes.count, bytes[index] != 0x3C, bytes[index] != 0x26, !endsSection { index += 1 }
        text.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        if index < bytes.count, endsSection {
            sections -= 1
            index += 3
        }
    }

    private var endsSection: Bool {
        sections > 0 && bytes[index] == 0x5D && index + 2 < bytes.count && bytes[index + 1] == 0x5D
            && bytes[index + 2] == 0x3E
    }

    /// `<` opens a tag only where a tag can begin; "a < b" is text.
    private mutating func readAngle(_ text: inout some MarkupSink) {
        if hasPrefix("<![CDATA[") {
            sections += 1
            index += 9
            return
        }
        guard !hasNoEnds, index + 1 < bytes.count, let end = tagEnd() else {
            text.append(CollectionOfOne(bytes[index]))
            index += 1
            return
        }
        let name = tagName()
        let closes = bytes[index + 1] == 0x2F
        let tag = index..<end
        index = end
        if Self.breaking.contains(name) { text.breaks() }
        if closes {
            text.closes(name)
        } else {
            text.opens(name, UnsafeBufferPointer(rebasing: bytes[tag]))
        }
        if !closes, name == "script" || name == "style" { skipRawText(of: name) }
    }

    /// The index after the tag, comment, CDATA section or instruction at `index`; nil where there is none.
    private mutating func tagEnd() -> Int? {
        let next = bytes[index + 1]
        if hasPrefix("<!--") { return find("-->", from: index + 4) ?? bytes.count }
        switch next {
        case 0x41...0x5A, 0x61...0x7A, 0x2F, 0x21, 0x3F:
            let end = closingAngle(from: index + 2)
            hasNoEnds = end == nil
            return end
        default: return nil
        }
    }

    /// The index after the next `>` that is not inside a quoted attribute value.
    private func closingAngle(from start: Int) -> Int? {
        var at = start
        var quote: UInt8 = 0
        var before: UInt8 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                return at + 1
            } else if (byte == 0x22 || byte == 0x27) && before == 0x3D {
                quote = byte
            }
            if byte != 0x20 { before = byte }
            at += 1
        }
        return quote == 0 ? nil : bytes[start...].firstIndex(of: 0x3E).map { $0 + 1 }
    }

    private func tagName() -> String {
        var at = index + 1
        if at < bytes.count, bytes[at] == 0x2F { at += 1 }
        var name: [UInt8] = []
        while at < bytes.count, name.count < 12, isAlphanumeric(bytes[at]) {
            name.append(bytes[at] >= 0x41 && bytes[at] <= 0x5A ? bytes[at] | 0x20 : bytes[at])
            at += 1
        }
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func skipRawText(of name: String) {
        var at = index
        while let end = find("</", from: at) {
            index = end - 2
            if tagName() == name {
                index = closingAngle(from: end) ?? bytes.count
                return
            }
            at = end
        }
        index = bytes.count
    }

    private mutating func readAmpersand(_ text: inout some MarkupSink) {
        guard let reference = CharacterReference(bytes, at: index) else {
            text.append(CollectionOfOne(0x26))
            index += 1
            return
        }
        for scalar in reference.scalars { text.append(scalar: scalar) }
        index = reference.end
    }

    private func hasPrefix(_ prefix: StaticString) -> Bool {
        guard index + prefix.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<prefix.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == prefix.utf8Start[$0] }
    }

    /// The index after the next occurrence of a short ASCII string.
    private func find(_ needle: StaticString, from start: Int) -> Int? {
        let count = needle.utf8CodeUnitCount
        var at = start
        while at + count <= bytes.count {
            if (0..<count).allSatisfy({ bytes[at + $0] == needle.utf8Start[$0] }) { return at + count }
            at += 1
        }
        return nil
    }

    /// Elements that separate words; all others, such as `b` or `sub`, may stand inside one.
    private static let breaking: Set<String> = [
        "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav",
        "ol", "option", "p", "pre", "section", "select", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
        "ul",
    ]
}
