/// Whose law a citation belongs to, by its form.
enum CitationLaw {
    static func jurisdiction(of citation: String) -> String? {
        let bytes = Array(citation.utf8)
        guard let first = bytes.first else { return nil }
        if citation.hasPrefix("EU ") || citation.hasPrefix("CELEX:") { return "EU" }
        if citation.hasPrefix("ECLI:") { return ecli(citation) }
        if first == 0x5B { return neutral(citation.dropFirst(7)) }
        if first == 0x28 { return "CN" }
        if citation.hasPrefix("No. ") || isDocket(bytes) || isBill(citation) { return "US" }
        if citation.hasPrefix("C-") || citation.hasPrefix("T-") { return luxembourg(bytes) }
        if citation.hasPrefix("令和") || citation.hasPrefix("平成") { return "JP" }
        if citation.hasSuffix("號"), Bytes.isDigit(first) { return "TW" }
        if citation.hasPrefix("PL ") || citation.hasPrefix("REsp ") || citation.hasPrefix("AREsp ") { return "BR" }
        if citation.hasPrefix("KIO ") { return "PL" }
        if citation.hasPrefix("CGC-") { return "US" }
        if citation.hasPrefix("CS(") || citation.hasPrefix("W.P.") { return "IN" }
        return canadian(citation)
    }

    private static func ecli(_ citation: String) -> String? {
        let country = citation.dropFirst(5).prefix(2)
        return country == "EP" ? "INT" : country == "CE" ? "INT" : String(country)
    }

    private static func luxembourg(_ bytes: [UInt8]) -> String? {
        guard let slash = bytes.firstIndex(of: 0x2F) else { return "CA" }
        return slash == bytes.count - 3 ? "EU" : nil
    }

    private static func isDocket(_ bytes: [UInt8]) -> Bool {
        bytes.contains(0x2D) && Bytes.isDigit(bytes[0])
            && (bytes.count > 6 && (bytes[1] == 0x3A || bytes[2] == 0x2D) && bytes.contains { Bytes.isLower($0) })
    }

    private static let houses = ["H.R. ", "S. ", "AB ", "SB ", "HB ", "HF ", "SF ", "LD ", "LB ", "H.Res. ", "S.Res. "]

    private static func isBill(_ citation: String) -> Bool { houses.contains { citation.hasPrefix($0) } }

    private static let courts: [(String, String)] = [
        ("EW", "GB"), ("UK", "GB"), ("CS", "GB"), ("NICA", "GB"), ("NIKB", "GB"), ("NSW", "AU"), ("HCA", "AU"),
        ("FCA", "AU"),
        ("FedC", "AU"), ("VS", "AU"), ("VCAT", "AU"), ("QS", "AU"), ("QCA", "AU"), ("WAS", "AU"), ("SASC", "AU"),
        ("AATA", "AU"), ("ARTA", "AU"), ("APO", "AU"), ("ACT", "AU"),
        ("TASSC", "AU"), ("IE", "IE"), ("SG", "SG"), ("HK", "HK"), ("NZ", "NZ"), ("ZA", "ZA"), ("IN", "IN"),
        ("DIFC", "AE"),
    ]

    private static func neutral(_ rest: Substring) -> String? { courts.first { rest.hasPrefix($0.0) }?.1 }

    private static func canadian(_ citation: String) -> String? {
        let parts = citation.split(separator: " ")
        guard parts.count == 3, parts[0].utf8.count == 4, parts[0].utf8.allSatisfy(Bytes.isDigit),
            parts[1].utf8.allSatisfy(Bytes.isLetter)
        else { return nil }
        if parts[1] == "INSC" { return "IN" }
        if parts[1].hasPrefix("ZA") { return "ZA" }
        if parts[1].hasPrefix("IE") { return "IE" }
        return parts[1] == "WL" ? "US" : "CA"
    }
}
