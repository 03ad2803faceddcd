/// Neutral citations: `[2025] EWHC 2863 (Ch)`, `2024 BCCRT 149`.
enum NeutralCitation {
    /// Courts by how their letters begin.
    private static let laws: [(court: String, law: String)] = [
        ("EW", "GB"), ("UK", "GB"), ("EAT", "GB"), ("CS", "GB"), ("NICA", "GB"), ("NIKB", "GB"), ("NSW", "AU"),
        ("HCA", "AU"), ("FCA", "AU"), ("FedC", "AU"), ("VS", "AU"), ("VCAT", "AU"), ("QS", "AU"), ("QCA", "AU"),
        ("WAS", "AU"), ("SASC", "AU"), ("AATA", "AU"), ("ARTA", "AU"), ("APO", "AU"), ("ACT", "AU"), ("TASSC", "AU"),
        ("IE", "IE"), ("SG", "SG"), ("HK", "HK"), ("NZ", "NZ"), ("ZA", "ZA"), ("IN", "IN"), ("DIFC", "AE"),
        ("KE", "KE"),
    ]

    /// Whose court's letters a citation bears; nil where they are not known. Without brackets, Canada's courts are cited.
    static func law(of citation: String) -> String? {
        guard citation.hasPrefix("[") else {
            let court = citation.dropFirst(5)
            return court.hasPrefix("INSC")
                ? "IN"
                : court.hasPrefix("ZA") ? "ZA" : court.hasPrefix("IE") ? "IE" : court.hasPrefix("SG") ? "SG" : "CA"
        }
        let court = citation.dropFirst(7)
        return laws.first { court.hasPrefix($0.court) }?.law
    }

    static func bracketed(_ reader: inout ByteReader) -> String? {
        guard reader.skip("["), let year = reader.digits(4...4), reader.skip("]") else { return nil }
        reader.spaces()
        guard let court = court(&reader) else { return nil }
        reader.spaces()
        guard let number = reader.digits(1...6), !(reader.current.map(Bytes.isAlphanumeric) ?? false) else {
            return nil
        }
        return "[\(String(ascii: year))] \(court) \(String(ascii: number))\(division(&reader))"
    }

    /// The court's letters: `EWHC`, `EWCA Civ`, `SGHC(A)`, `NSWCATAD`.
    private static func court(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        if reader.skip("HCATrans") { return "HCATrans" }
        // The divisions of Australia's Federal Circuit and Family Court: `FedCFamC2F`.
        if reader.skip("FedCFamC") {
            guard reader.digits(1...1) != nil, reader.capitals(1...1) != nil else { return nil }
            return String(ascii: reader.bytes[start..<reader.index])
        }
        guard let letters = reader.capitals(3...9) else { return nil }
        if letters.elementsEqual("EWCA".utf8) {
            guard reader.skip(" Civ") || reader.skip(" Crim") else {
                if reader.skip(" CIV") { return "EWCA Civ" }
                return reader.skip(" CRIM") ? "EWCA Crim" : nil
            }
        } else if reader.skip("(A)") || reader.skip("(I)") {
            // Singapore's Appellate Division and International Commercial Court
        }
        return String(ascii: reader.bytes[start..<reader.index])
    }

    /// ` (Ch)`, ` (Admin)`, ` (GRC)`: the part of the court that decided.
    private static func division(_ reader: inout ByteReader) -> String {
        var probe = reader
        probe.spaces()
        guard probe.skip("(") else { return "" }
        let start = probe.index
        while let byte = probe.current, Bytes.isLetter(byte), probe.index - start < 8 { probe.index += 1 }
        guard probe.index - start >= 2, Bytes.isUpper(probe.bytes[start]), probe.skip(")") else { return "" }
        let name = String(ascii: probe.bytes[start..<(probe.index - 1)])
        guard let division = divisions[name.lowercased()] else { return "" }
        reader = probe
        return " (\(division))"
    }

    /// Appeals before the Supreme Court of the United Kingdom: `UKSC/2024/0131`.
    static func docket(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.skip("UKSC/") || reader.skip("JCPC/"), reader.digits(4...4) != nil, reader.skip("/"),
            reader.digits(4...4) != nil, !reader.tokenGoesOn
        else { return nil }
        return String(ascii: reader.bytes[start..<reader.index])
    }

    /// The divisions by their letters, which a headline may have in capitals.
    private static let divisions = Dictionary(
        uniqueKeysWithValues: [
            "Ch", "Admin", "Comm", "Pat", "QB", "KB", "TCC", "Fam", "IPEC", "SCCO", "Admlty", "Mercantile", "GRC", "TC",
            "IAC",
            "AAC", "LC", "HESC", "SEC", "PC", "WPAFCC", "AT", "B", "IP", "Costs", "BusProp", "KLR",
        ].map { ($0.lowercased(), $0) })

    /// `2024 BCCRT 149`, `2024 INSC 12`, `2025 CanLII 1234`.
    static func byYear(_ reader: inout ByteReader) -> String? {
        guard let year = reader.digits(4...4), year.starts(with: "20".utf8) || year.starts(with: "19".utf8),
            reader.skip(" ")
        else { return nil }
        let court: String
        if reader.skip("CanLII ") {
            court = "CanLII"
        } else {
            guard let letters = reader.capitals(2...6), courts.contains(String(ascii: letters)), reader.skip(" ") else {
                return nil
            }
            court = String(ascii: letters)
        }
        guard let number = reader.digits(1...6), !reader.tokenGoesOn else { return nil }
        return "\(String(ascii: year)) \(court) \(String(ascii: number))"
    }

    private static let courts: Set<String> = [
        "SCC", "FCA", "FC", "CAF", "CF", "TCC", "CSC", "ONSC", "ONCA", "ONCJ", "ONLTB", "HRTO", "LSHRTO", "BCSC",
        "BCCA", "BCPC", "BCCRT",
        "BCHRT", "ABKB", "ABQB", "ABCA", "ABCJ", "SKKB", "SKQB", "SKCA", "MBKB", "MBQB", "MBCA", "QCCS", "QCCA",
        "QCCQ", "QCTAL", "QCTAT", "NSSC", "NSCA", "NBKB", "NBQB", "NBCA", "NLSC", "NLCA", "PESC", "PECA", "YKSC",
        "NWTSC", "NUCJ", "TMOB", "COMC", "CACP", "CIPO", "CMAC", "CART", "CRTC", "ONSCDC", "ONLRB", "BCLRB", "ABPC",
        "SKPC",
        "NSPC", "NBPC", "QCTMF", "QCTP", "CIRB", "SST", "CHRT", "INSC", "ZASCA", "ZACC", "IESC", "IEHC",
        "SGIPOS",
    ]
}
