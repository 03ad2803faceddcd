import CLibXML2

extension FeedReader {
    /// Takes a start tag inside text that is being gathered.
    mutating func startInside(_ name: XMLName, _ attributes: XMLAttributes) {
        var copied: XMLName?
        if capture?.hasParts == true {
            startPart(name, attributes)
        } else if capture?.keepsMarkup == true, !isCut, !isWrapper(name) {
            capture?.isMarkup = true
            appendTag(name, attributes)
            copied = names.isVoid(name) ? nil : name
        }
        inner.append(copied)
    }

    private mutating func startPart(_ name: XMLName, _ attributes: XMLAttributes) {
        guard let current = capture, current.part == nil, depth == current.depth + 1 else { return }
        let element = names[name].0
        capture?.part = (element, depth, buffer.count)
        if current.element == .source, element == .link, current.address == nil, let address = attributes["href"] {
            let resolved = resolve(address)
            capture?.address = resolved
        }
    }

    /// Takes an end tag inside text that is being gathered.
    mutating func endInside() {
        let name = inner.popLast() ?? nil
        if let part = capture?.part, part.depth == depth {
            take(part: part.element, String(decoding: buffer[part.start...], as: UTF8.self))
            buffer.removeSubrange(part.start...)
            capture?.part = nil
        } else if let name {
            buffer.append(0x3C)
            buffer.append(0x2F)
            appendName(name)
            buffer.append(0x3E)
        }
    }

    /// Atom's XHTML stands in a `div` that is no part of it (RFC 4287, 3.1.1.3).
    private mutating func isWrapper(_ name: XMLName) -> Bool {
        guard capture?.kind == .xhtml, depth == (capture?.depth ?? 0) + 1, string(name.local)?.lowercased() == "div"
        else { return false }
        blank = min(blank, buffer.count)
        while blank < buffer.count, buffer[blank] <= 0x20 { blank += 1 }
        return blank == buffer.count
    }

    private mutating func appendTag(_ name: XMLName, _ attributes: XMLAttributes) {
        guard buffer.count < bounds.text else { return }
        buffer.append(0x3C)
        appendName(name)
        for index in 0..<attributes.count {
            let value = attributes.value(at: index)
            guard value.utf8.count < bounds.text - min(buffer.count, bounds.text) else { break }
            buffer.append(0x20)
            buffer.append(contentsOf: attributes.name(at: index).utf8)
            buffer.append(contentsOf: "=\"".utf8)
            var copy = value
            copy.withUTF8 { appendEscaped($0) }
            buffer.append(0x22)
        }
        buffer.append(contentsOf: (names.isVoid(name) ? "/>" : ">").utf8)
    }

    private mutating func appendName(_ name: XMLName) {
        buffer.append(contentsOf: UnsafeBufferPointer(start: name.local, count: Int(xmlStrlen(name.local))))
    }

    /// Appends text that is to be read as markup again.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            switch byte {
            case 0x26: buffer.append(contentsOf: "&amp;".utf8)
            case 0x3C: buffer.append(contentsOf: "&lt;".utf8)
            case 0x3E: buffer.append(contentsOf: "&gt;".utf8)
            case 0x22: buffer.append(contentsOf: "&quot;".utf8)
            default: buffer.append(byte)
            }
        }
    }

    /// Elements of HTML that have no end tag.
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "meta", "param", "track", "wbr",
    ]
}
