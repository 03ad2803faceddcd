/// Makes text from outside fit to be shown: one line, without anything that acts instead of being read.
package enum Plain {
    /// Stands for a space at which the text form may not break a line; nobody else may use it.
    package static let unbreakable: Unicode.Scalar = "\u{E000}"

    /// Whether a text has that scalar in it, by its bytes.
    package static func hasUnbreakable(_ text: Substring) -> Bool {
        text.utf8.contains(0xEE) && text.unicodeScalars.contains(unbreakable)
    }

    /// Whether a text is a plain line already, as most are.
    private static func isPlain(_ text: String) -> Bool {
        var last: UInt8 = 0x20
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte), byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20 || text.isEmpty
    }

    /// One line: controls and line separators become spaces, runs of spaces one, and bidi controls vanish.
    package static func line(_ text: String, limit: Int = .max) -> String {
        if text.utf8.count <= limit && isPlain(text) { return text }
        var result = String.UnicodeScalarView()
        var isSpace = true
        var count = 0
        for scalar in text.unicodeScalars where !isHidden(scalar) {
            if count >= limit {
                result.append("…")
                break
            }
            if isBlank(scalar) {
                if !isSpace { result.append(" ") }
                isSpace = true
            } else {
                result.append(scalar)
                isSpace = false
            }
            count += 1
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// Whether a scalar is a space or acts on a terminal, a header or a line.
    package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Whether a scalar changes the order of others, or stands for nothing: overrides, isolates, marks, U+FEFF.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xE000, 0xFFF9...0xFFFB: true
        default: false
        }
    }

    /// An address that may become a link: http or https, nothing in it that ends an attribute or a line; else nil.
    package static func link(_ url: String?) -> String? {
        guard let url, url.utf8.count <= 2000 else { return nil }
        let head = url.prefix(8).lowercased()
        guard head.hasPrefix("http://") || head.hasPrefix("https://") else { return nil }
        var result = ""
        for scalar in url.unicodeScalars {
            if isHidden(scalar) || isBlank(scalar) && scalar != " " { return nil }
            switch scalar {
            case " ", "<", ">", "\"", "'", "\\", "`", "{", "}", "|", "^": result += percent(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `%` and the hexadecimal digits of each byte of a scalar.
    package static func percent(_ scalar: Unicode.Scalar) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var result = String.UnicodeScalarView()
        for byte in String(scalar).utf8 {
            result.append("%")
            result.append(digits[Int(byte >> 4)])
            result.append(digits[Int(byte & 15)])
        }
        return String(result)
    }
}
