/// Builds one line of plain text from UTF-8: white space collapses, and what is no text is left out.
struct TextBuilder {
    private var bytes: [UInt8] = []
    private var pendingSpace = false

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// A gap between two words, such as the end of a paragraph.
    mutating func space() { pendingSpace = !bytes.isEmpty }

    /// Takes well-formed UTF-8.
    mutating func append(_ text: some Collection<UInt8>) {
        var rest = text.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case 0x09...0x0D, 0x20, 0x1C...0x1F: space()
            case 0x21...0x7E: put(byte)
            case 0x80...: appendScalar(leadingWith: byte, &rest)
            default: break
            }
        }
    }

    /// Takes one scalar by its number.
    mutating func append(scalar: UInt32) {
        guard let scalar = Unicode.Scalar(scalar) else { return append("\u{FFFD}".utf8) }
        append(String(Character(scalar)).utf8)
    }

    private mutating func appendScalar(leadingWith lead: UInt8, _ rest: inout some IteratorProtocol<UInt8>) {
        let more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
        var value = UInt32(lead) & (0x3F >> UInt32(more))
        var tail: (UInt8, UInt8, UInt8) = (0, 0, 0)
        for index in 0..<more {
            guard let byte = rest.next() else { return }
            value = value << 6 | UInt32(byte & 0x3F)
            switch index {
            case 0: tail.0 = byte
            case 1: tail.1 = byte
            default: tail.2 = byte
            }
        }
        switch Self.kind(of: value) {
        case .space: space()
        case .removed: break
        case .text:
            put(lead)
            bytes.append(tail.0)
            if more > 1 { bytes.append(tail.1) }
            if more > 2 { bytes.append(tail.2) }
        }
    }

    private mutating func put(_ byte: UInt8) {
        if pendingSpace {
            bytes.append(0x20)
            pendingSpace = false
        }
        bytes.append(byte)
    }

    consuming func finish() -> String { String(decoding: bytes, as: UTF8.self) }

    private enum Kind { case text, space, removed }

    private static func kind(of scalar: UInt32) -> Kind {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        // C1 controls, which terminals obey; bidi marks' overrides, embeddings and isolates; the byte order mark;
        // tags, noncharacters and object replacements, which are invisible.
        case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFC, 0xFFFE, 0xFFFF,
            0xE0000...0xE007F:
            .removed
        default: .text
        }
    }
}

extension TextBuilder: MarkupSink {
    mutating func breaks() { space() }

    mutating func opens(_ name: String, _ tag: UnsafeBufferPointer<UInt8>) {}

    mutating func closes(_ name: String) {}
}
