import Model

/// Writes header fields as RFC 5322 and RFC 2047 have them: ASCII, folded, and nothing in them that begins a new one.
enum MailHeader {
    /// A field with free text, folded, ended by CR LF.
    static func unstructured(_ name: String, _ text: String) -> String {
        let text = Plain.line(text)
        let mustEncode = needsEncoding(text) || text.split(separator: " ").contains { $0.utf8.count > 60 }
        let words =
            mustEncode
            ? encodedWords(text, firstColumn: name.utf8.count + 2) : text.split(separator: " ").map(String.init)
        return folded(name, words)
    }

    /// A field whose words are ASCII already, folded at the spaces between them.
    static func folded(_ name: String, _ words: [String]) -> String {
        var result = "\(name):"
        var column = result.utf8.count
        for (index, word) in words.enumerated() {
            if index > 0, column + 1 + word.utf8.count > 76 {
                result += "\r\n"
                column = 0
            }
            result += " " + word
            column += 1 + word.utf8.count
        }
        return result + "\r\n"
    }

    /// A display name and an address.
    static func party(_ name: String, _ party: MailParty) -> String {
        let display = Plain.line(party.name)
        if display.isEmpty { return folded(name, [party.address]) }
        let words =
            needsEncoding(display) || display.utf8.count > 60
            ? encodedWords(display, firstColumn: name.utf8.count + 2)
            : ["\"" + display.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""]
        return folded(name, words + ["<\(party.address)>"])
    }

    /// Whether a text may stand as a message's name: `left@right`, both dot-atoms.
    static func isMessageID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= 250, let sign = bytes.firstIndex(of: 0x40) else { return false }
        return MailAddress.isDotAtom(bytes[..<sign]) && MailAddress.isDotAtom(bytes[(sign + 1)...])
    }

    /// Whether a text is more than printable ASCII, or would be read as encoded although it is not.
    private static func needsEncoding(_ text: String) -> Bool {
        text.utf8.contains { $0 < 0x20 || $0 > 0x7E }
            || text.utf8.indices.contains { index in
                text.utf8[index...].starts(with: "=?".utf8)
            }
    }

    /// Encoded words, each with whole characters and on a line of 76 columns at most (RFC 2047, 2 and 5).
    static func encodedWords(_ text: String, firstColumn: Int) -> [String] {
        var words: [String] = []
        var chunk: [UInt8] = []
        func room() -> Int { ((76 - (words.isEmpty ? firstColumn : 1) - 12) / 4) * 3 }
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunk.count + bytes.count > min(45, room()) {
                words.append("=?utf-8?B?\(Base64.text(chunk))?=")
                chunk = []
            }
            chunk += bytes
        }
        return words + ["=?utf-8?B?\(Base64.text(chunk))?="]
    }
}
