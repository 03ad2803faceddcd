/// A text without white space at its ends.
func trimmed(_ text: some StringProtocol) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let bytes = text.utf8
    guard let start = bytes.firstIndex(where: { !isSpace($0) }) else { return "" }
    var end = bytes.endIndex
    while end > start, isSpace(bytes[bytes.index(end, offsetBy: -1)]) { end = bytes.index(end, offsetBy: -1) }
    return String(text[start..<end])
}

/// A text without white space at its ends, also that of Unicode, which editors leave behind.
func trimmedOfAllSpace(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return trimmed(text) }
    let scalars = text.unicodeScalars
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    guard let start = scalars.firstIndex(where: { !isSpace($0) }), let end = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[start...end])
}

/// Whether a byte is an ASCII letter or digit.
func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

/// An ASCII capital in lower case; any other byte as it is.
func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

extension StringProtocol {
    /// Where an ASCII text first occurs, in either case.
    func utf8Range(of needle: String) -> Range<String.Index>? {
        let wanted = needle.utf8.map(Syndication.lowercased)
        var start = startIndex
        while start < endIndex {
            var at = start
            var matched = 0
            while matched < wanted.count, at < endIndex, Syndication.lowercased(utf8[at]) == wanted[matched] {
                at = utf8.index(after: at)
                matched += 1
            }
            if matched == wanted.count { return start..<at }
            start = utf8.index(after: start)
        }
        return nil
    }
}
