import Model

/// Acts of the Union by number, `EU 2024/1689`, and their CELEX numbers.
enum EUAct {
    private static let unions: [StaticString] = [
        "(EU)", "(UE)", "(EC)", "(CE)", "(EG)", "(WE)", "(ES)", "(EEC)", "(CEE)", "(EWG)", "(\u{415}\u{421})",
        "(\u{6B27}\u{76DF})", "(\u{6B50}\u{76DF})", "(الاتحاد الأوروبي)", "(EU, Euratom)", "(UE, Euratom)",
    ]
    private static let numerals: [StaticString] = [
        "n.º ", "No. ", "No ", "no ", "Nr. ", "Nr ", "nr ", "n. ", "n.", "n° ", "nº ", "n\u{2011}",
    ]

    /// `(EU) 2024/1689`, `(EC) No 1/2003`.
    static func bracketed(_ reader: inout ByteReader) -> String? {
        guard unions.contains(where: { reader.skip($0) }) else { return nil }
        reader.spaces()
        _ = numerals.contains { reader.skip($0) }
        reader.spaces()
        return slashed(&reader)
    }

    /// `EU 2024/1689`, the normal form itself.
    static func plain(_ reader: inout ByteReader) -> String? {
        guard reader.skip("EU ") || reader.skip("UE ") else { return nil }
        return slashed(&reader)
    }

    /// Its number in the Official Journal: `OJ L, 2024/1689`.
    static func ofJournal(_ reader: inout ByteReader) -> String? {
        reader.skip("OJ L, ") || reader.skip("ABl. L, ") || reader.skip("JO L, ") || reader.skip("DO L, ")
            ? slashed(&reader) : nil
    }

    private static func slashed(_ reader: inout ByteReader) -> String? {
        guard let first = reader.digits(1...4), reader.skip("/"), let second = reader.digits(1...4),
            isYear(first) || isYear(second)
        else { return nil }
        let value = "EU \(String(ascii: first))/\(String(ascii: second))"
        if reader.current == 0x2F { _ = community(&reader) }
        return reader.current.map(Bytes.isAlphanumeric) ?? false ? nil : value
    }

    /// `2001/29/EC`, `2024/1689` after a word for regulation or directive, and ELI addresses.
    static func byNumber(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let first = reader.digits(2...4), first.count != 3, reader.skip("/"),
            let second = reader.digits(1...4)
        else { return nil }
        let value = "EU \(String(ascii: first))/\(String(ascii: second))"
        if community(&reader) { return value }
        // Chinese counts acts: `第2024/1689号条例`.
        if reader.skip("号") || reader.skip("號") {
            let isCounted = start >= 3 && reader.bytes[(start - 3)..<start].elementsEqual("第".utf8)
            return isCounted && isYear(first) ? value : nil
        }
        guard first.count == 4, isYear(first), !reader.tokenGoesOn, isNamed(reader.bytes, before: start) else {
            return nil
        }
        return value
    }

    private static func community(_ reader: inout ByteReader) -> Bool {
        var probe = reader
        guard probe.skip("/") else { return false }
        let names: [StaticString] = [
            "EC", "EG", "CE", "EU", "UE", "WE", "EEC", "EWG", "CEE", "ES", "JHA", "JI", "\u{415}\u{421}",
        ]
        guard
            names.contains(where: { name in
                var end = probe
                guard end.skip(name), !Bytes.wordGoesOn(end.bytes, at: end.index) else { return false }
                probe = end
                return true
            })
        else { return false }
        reader = probe
        return true
    }

    private static func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.count == 4 && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
    }

    /// The ends of the words for regulation, directive and decision, and of ELI paths, right before a number.
    private static let names: [[UInt8]] = [
        "egulation ", "irective ", "erordnung ", "ichtlinie ", "èglement ", "eglamento ", "irectiva ", "egolamento ",
        "irettiva ", "erordening ", "ichtlijn ", "ozporządzenie ", "ozporządzenia ", "ozporządzeniu ", "yrektywa ",
        "yrektywy ", "ařízení ", "měrnice ", "egulations ", "irectives ", "erordnungen ", "ichtlinien ",
        "èglements ", "eglamentos ", "irectivas ", "egolamenti ", "irettive ", "erordeningen ", "ichtlijnen ",
        "егламент ", "егламента ", "иректива ", "条例", "指令", "規則", "规则", "규정 ", "지침 ",
        "egulamento ", "iretiva ",
        "/reg/", "/dir/", "/dec/", "/reg_impl/", "/reg_del/",
    ].map { Array($0.utf8) }

    private static func isNamed(_ bytes: [UInt8], before index: Int) -> Bool {
        names.contains { index >= $0.count && bytes[(index - $0.count)..<index].elementsEqual($0) }
    }
}

/// Document numbers of EUR-Lex.
enum CELEX {
    /// What a number is of: its first figure, the sector, is 3 for acts and 6 for cases.
    static func kind(of number: String) -> CitationClass { Citation.isAct(number) ? .act : .docket }

    static func prefixed(_ reader: inout ByteReader) -> String? {
        guard reader.skip("CELEX") else { return nil }
        if !reader.skip("%3A") { _ = reader.skip(":") }
        reader.spaces()
        return bare(&reader)
    }

    static func bare(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let sector = reader.digits(5...5),
            sector[sector.startIndex + 1] == 0x32 || sector[sector.startIndex + 1] == 0x31,
            reader.capitals(1...2) != nil, reader.digits(4...4) != nil
        else { return nil }
        let end = reader.index
        // The consolidated text of an act, as of a day: `02024R1689-20261120`.
        if sector.first == 0x30 {
            guard reader.skip("-"), reader.digits(8...8) != nil, !reader.tokenGoesOn else { return nil }
            return "CELEX:3" + String(ascii: reader.bytes[(start + 1)..<end])
        }
        return reader.tokenGoesOn ? nil : "CELEX:" + String(ascii: reader.bytes[start..<end])
    }
}

/// European Case Law Identifiers, as written.
enum ECLI {
    /// Bytes: `ECLI:`, a country, a court of seven letters, a year and 25 characters, and somewhat more.
    private static let longest = 60

    /// The country that stands first; the European Patent Office and the Council of Europe have codes of their own.
    static func law(of citation: String) -> String {
        let country = citation.dropFirst(5).prefix(2)
        return country == "EP" || country == "CE" ? "INT" : String(country)
    }

    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.skip("ECLI:"), reader.capitals(2...2) != nil, reader.skip(":") else { return nil }
        var colons = 0
        while let byte = reader.current, Bytes.isAlphanumeric(byte) || byte == 0x2E || byte == 0x3A {
            let isEdge = !(reader.peek(1).map(Bytes.isAlphanumeric) ?? false)
            if isEdge, !Bytes.isAlphanumeric(byte) { break }
            if byte == 0x3A { colons += 1 }
            reader.index += 1
            if colons > 2 || reader.index - start > longest { return nil }
        }
        return colons == 2 ? String(ascii: reader.bytes[start..<reader.index]) : nil
    }
}

/// Cases of the Court of Justice and the General Court, `C-250/25`, and of Canada's Federal Court, `T-1717-24`.
enum LuxembourgCase {
    static func law(of number: String) -> String { number.contains("/") ? "EU" : "CA" }

    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.skip("C-") || reader.skip("T-"), reader.digits(1...4) != nil else {
            return nil
        }
        if reader.skip("/") {
            guard reader.digits(2...2) != nil, !reader.tokenGoesOn, !SpanishDecision.isSentence(reader.bytes, start)
            else { return nil }
            return String(ascii: reader.bytes[start..<reader.index])
        }
        if let year = yearOfList(reader, reader.bytes[start]) {
            return "\(String(ascii: reader.bytes[start..<reader.index]))/\(year)"
        }
        guard reader.skip("-"), reader.digits(2...2) != nil, !reader.tokenGoesOn, reader.bytes[start] == 0x54 else {
            return nil
        }
        return String(ascii: reader.bytes[start..<reader.index])
    }

    /// The year that only the last of several cases of one court has: `C-682 and C-683/18`, `C-682 and 683/18`.
    static func yearOfList(_ reader: ByteReader, _ court: UInt8) -> String? {
        var reader = reader
        for _ in 0..<mostJoined {
            guard reader.joint(), !reader.skip(byte: court) || reader.skip("-"), reader.digits(1...4) != nil else {
                return nil
            }
            if reader.skip("/") { return reader.digits(2...2).flatMap { reader.tokenGoesOn ? nil : String(ascii: $0) } }
        }
        return nil
    }

    /// The cases within a range of one year, `C-250/25 to C-252/25`; none where it is no such range, or one of more than
    /// are ever joined.
    static func between(_ first: String, _ last: String, joinedBy words: ArraySlice<UInt8>) -> [String] {
        let (from, to) = (first.dropFirst(2).split(separator: "/"), last.dropFirst(2).split(separator: "/"))
        guard first.prefix(2) == last.prefix(2), from.count == 2, to.count == 2, from[1] == to[1],
            let low = Int(from[0]), let high = Int(to[0]), (low + 2..<low + mostJoined).contains(high),
            ranges.contains(where: words.elementsEqual)
        else { return [] }
        return (low + 1..<high).map { "\(first.prefix(2))\($0)/\(from[1])" }
    }

    private static let mostJoined = 10
    private static let ranges = [" to ", " through ", " bis ", " à ", " a ", " tot ", " až ", " do ", "至", " 至 "]
        .map { Array($0.utf8) }
}
