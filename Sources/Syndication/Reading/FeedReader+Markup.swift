import CLibXML2

extension FeedReader {
    /// Takes a start tag inside text that is being gathered.
    func startInside(_ name: XMLName, _ attributes: XMLAttributes) {
        guard let current = capture else { return }
        var copied: XMLName?
        if current.hasParts {
            if current.part == nil, depth == current.depth + 1 {
                let element = names[name].0
                current.part = (element, depth, buffer.count)
                if current.element == .source, element == .link, let address = attributes["href"] {
                    current.address = current.address ?? resolve(address)
                }
            }
        } else if current.keepsMarkup, !isCut, !isWrapper(name, in: current) {
            current.isMarkup = true
            appendTag(name, attributes)
            copied = names.isVoid(name) ? nil : name
        }
        inner.append(copied)
    }

    /// Takes an end tag inside text that is being gathered.
    func endInside() {
        guard let current = capture else { return }
        let name = inner.popLast() ?? nil
        if let part = current.part, part.depth == depth {
            take(part: part.element, String(decoding: buffer[part.start...], as: UTF8.self), into: current)
            buffer.removeSubrange(part.start...)
            current.part = nil
        } else if let name {
            buffer.append(contentsOf: [0x3C, 0x2F])
            appendName(name)
            buffer.append(0x3E)
        }
    }

    /// Atom's XHTML stands in a `div` that is no part of it (RFC 4287, 3.1.1.3).
    private func isWrapper(_ name: XMLName, in current: Capture) -> Bool {
        current.kind == .xhtml && depth == current.depth + 1 && string(name.local)?.lowercased() == "div"
            && buffer.allSatisfy { $0 <= 0x20 }
    }

    private func appendTag(_ name: XMLName, _ attributes: XMLAttributes) {
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

    private func appendName(_ name: XMLName) {
        buffer.append(contentsOf: UnsafeBufferPointer(start: name.local, count: Int(xmlStrlen(name.local))))
    }

    /// Appends text that is to be read as markup again.
    func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
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
