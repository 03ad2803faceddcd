/// Citations that are spelt differently and mean the same authority.
public enum Citation {
    /// A form in which two spellings of one authority are equal: CELEX numbers of acts and of the Court's cases become
    /// `EU 2024/1689` and `C-250/25`, spaces are single, letters without case.
    public static func key(_ citation: String) -> String {
        let text = citation.utf8.split(whereSeparator: { $0 <= 0x20 }).map { String(Substring($0)) }
            .joined(separator: " ").uppercased()
        return plain(celex: Array(text.utf8)) ?? text
    }

    /// The keys under which an authority can be found: those of all its spellings, its own first.
    public static func keys(of citation: String) -> [String] {
        var seen: Set<String> = []
        return spellings(of: citation).map(key).filter { seen.insert($0).inserted }
    }

    /// The normal forms in which an authority is cited, the given one first: an act or a case of the Union by its number
    /// and in CELEX, the docket of a district court of the USA with its division and without. Dockets of two divisions
    /// are two cases, and each is meant by the docket without.
    ///
    /// - Parameter citation: A citation in normal form, or a name, which has one spelling.
    /// - Returns: The forms, each once.
    public static func spellings(of citation: String) -> [String] {
        let bytes = Array(citation.utf8)
        if let plain = plain(celex: bytes) { return [citation, plain] }
        if isDocket(bytes[...]) { return [citation] + (0...9).map { "\($0):\(citation)" } }
        if bytes.count > 2, isDigit(bytes[0]), bytes[1] == 0x3A, isDocket(bytes[2...]) {
            return [citation, String(citation.dropFirst(2))]
        }
        if let bill = withoutPrint(citation) { return [citation] + prints(of: bill).filter { $0 != citation } }
        if isOfNewYork(citation) { return prints(of: citation) }
        return [citation] + celex(of: citation)
    }

    /// The bill of which a citation names one print: `S. 8420` of `S. 8420-A`; nil for all others.
    package static func withoutPrint(_ citation: String) -> String? {
        let bytes = Array(citation.utf8)
        guard bytes.count > 5, bytes[bytes.count - 2] == 0x2D, (0x41...0x5A).contains(bytes[bytes.count - 1]) else {
            return nil
        }
        let bill = String(citation.dropLast(2))
        return isOfNewYork(bill) ? bill : nil
    }

    private static func prints(of bill: String) -> [String] {
        [bill] + "ABCDEFGH".map { "\(bill)-\($0)" }
    }

    /// Whether a citation may be that of a bill of New York, which is printed anew with a letter when it is amended.
    private static func isOfNewYork(_ citation: String) -> Bool {
        (citation.hasPrefix("S. ") || citation.hasPrefix("A. ")) && citation.utf8.count > 3
            && citation.utf8.dropFirst(3).allSatisfy(isDigit)
    }

    /// Whether a citation is that of an act of the Union, which everybody cites, and of no case.
    public static func isAct(_ citation: String) -> Bool {
        citation.hasPrefix("EU ") || citation.hasPrefix("CELEX:3")
    }

    /// `CELEX:32024R1689` and `CELEX:62025CJ0250` in the form in which people cite them.
    private static func plain(celex citation: [UInt8]) -> String? {
        guard citation.starts(with: "CELEX:".utf8) else { return nil }
        let celex = Array(citation.dropFirst(6))
        guard celex.count >= 10, celex[1...4].allSatisfy(isDigit) else { return nil }
        let year = String(decoding: celex[1...4], as: UTF8.self)
        let letters = String(decoding: celex[5...].prefix { !isDigit($0) }, as: UTF8.self)
        let digits = celex.dropFirst(5 + letters.utf8.count)
        guard digits.allSatisfy(isDigit), let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        switch (celex[0], letters) {
        // Regulations had their number first until 2014, and directives two digits of the year until 1998.
        case (0x33, "R") where year < "2015": return "EU \(number)/\(year)"
        case (0x33, "L") where year < "1999", (0x33, "D") where year < "1999":
            return "EU \(year.dropFirst(2))/\(number)"
        case (0x33, "R"), (0x33, "L"), (0x33, "D"): return "EU \(year)/\(number)"
        case (0x36, "CJ"): return "C-\(number)/\(year.dropFirst(2))"
        case (0x36, "TJ"): return "T-\(number)/\(year.dropFirst(2))"
        default: return nil
        }
    }

    /// The CELEX numbers that `EU 2024/1689`, `C-250/25` or `T-1/24` can have; none for anything else.
    private static func celex(of citation: String) -> [String] {
        let isAct = citation.hasPrefix("EU ")
        guard isAct || citation.hasPrefix("C-") || citation.hasPrefix("T-") else { return [] }
        let parts = citation.dropFirst(isAct ? 3 : 2).split(separator: "/")
        // What a publisher states may be any text.
        guard parts.count == 2, parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }),
            let first = Int(parts[0]), let second = Int(parts[1])
        else { return [] }
        let years = [first, first + 1900, second, second + 1900, second + 2000].filter((1952...2051).contains)
        let candidates =
            isAct
            ? years.flatMap { year in
                ["R", "L", "D"].flatMap { type in [first, second].map { "CELEX:3\(year)\(type)\(padded($0))" } }
            } : years.map { "CELEX:6\($0)\(citation.prefix(1))J\(padded(first))" }
        return candidates.filter { plain(celex: Array($0.utf8)) == citation }
    }

    private static func padded(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
    }

    /// `23-cv-11195`: the year, the kind of case and the number.
    private static func isDocket(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: 0x2D, omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].count == 2 && parts[0].allSatisfy(isDigit) && parts[1].count == 2
            && parts[1].allSatisfy { (0x61...0x7A).contains($0) } && !parts[2].isEmpty && parts[2].allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
