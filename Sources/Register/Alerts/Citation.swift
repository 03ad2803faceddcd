/// Citations that are spelt differently and mean the same authority.
public enum Citation {
    /// A form in which two spellings of one authority are equal: CELEX numbers of acts and of the Court's cases become
    /// `EU 2024/1689` and `C-250/25`, spaces are single, letters without case.
    public static func key(_ citation: String) -> String {
        let text = citation.utf8.split(whereSeparator: { $0 <= 0x20 }).map { String(Substring($0)) }
            .joined(separator: " ").uppercased()
        guard text.hasPrefix("CELEX:") else { return text }
        return plain(celex: Array(text.utf8.dropFirst(6))) ?? text
    }

    /// Whether a citation in comparable form is that of an act of the Union, and of no case.
    static func isAct(_ key: String) -> Bool { key.hasPrefix("EU ") || key.hasPrefix("CELEX:3") }

    /// `32024R1689` and `62025CJ0250` in the form in which people cite them.
    private static func plain(celex: [UInt8]) -> String? {
        guard celex.count >= 10, celex[1...4].allSatisfy(isDigit) else { return nil }
        let year = String(decoding: celex[1...4], as: UTF8.self)
        let letters = String(decoding: celex[5...].prefix { !isDigit($0) }, as: UTF8.self)
        let digits = celex.dropFirst(5 + letters.utf8.count)
        guard digits.allSatisfy(isDigit), let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        switch (celex[0], letters) {
        case (0x33, "R"), (0x33, "L"), (0x33, "D"): return "EU \(year)/\(number)"
        case (0x36, "CJ"): return "C-\(number)/\(year.dropFirst(2))"
        case (0x36, "TJ"): return "T-\(number)/\(year.dropFirst(2))"
        default: return nil
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
