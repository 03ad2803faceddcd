/// Writes a value so that a form shows it and never obeys it; by scalars, as a combining mark hides a quote.
package enum Escaping {
    /// For text and quoted attributes of HTML and XML.
    package static func markup(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 }) else {
            return text
        }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case 0x26: result += "&amp;".utf8
            case 0x3C: result += "&lt;".utf8
            case 0x3E: result += "&gt;".utf8
            case 0x22: result += "&quot;".utf8
            case 0x27: result += "&#39;".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// For running text of CommonMark and GitHub's flavour: no markup, no link, no mention, no formula.
    package static func markdown(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        let opening = leadingMarker(bytes)
        for (index, byte) in bytes.enumerated() {
            let isMarkup = Escaping.punctuation.contains(byte) || index == opening
            let isAutolink =
                byte == 0x3A && bytes[(index + 1)...].starts(with: [0x2F, 0x2F])
                || byte == 0x2E && endsWithWWW(bytes[..<index])
            if isMarkup || isAutolink { result.append(0x5C) }
            result.append(byte)
            // A word joiner after the sign: no escape keeps an address or a name from becoming a link.
            if byte == 0x40 { result += "&#8288;".utf8 }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let punctuation = Set("\\`*_[]<>|~&#!$".utf8)

    /// Where a text begins like a list or a rule, the place of the sign that makes it one.
    private static func leadingMarker(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.first else { return nil }
        if first == 0x2D || first == 0x2B || first == 0x3D { return 0 }
        guard let end = bytes.firstIndex(where: { !(0x30...0x39).contains($0) }), end > 0 else { return nil }
        return bytes[end] == 0x2E || bytes[end] == 0x29 ? end : nil
    }

    private static func endsWithWWW(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= 3 && bytes.suffix(3).allSatisfy { $0 | 0x20 == 0x77 }
    }
}
