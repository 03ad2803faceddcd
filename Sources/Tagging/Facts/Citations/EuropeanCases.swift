/// File numbers of German, Austrian, Czech and Polish courts: `310 O 227/23`, `I ZR 96/23`, `4 Ob 12/24`.
enum GermanFileNumber {
    /// The marks of registers, by which a file number is told from a fraction.
    private static let registers: Set<String> = [
        "O", "U", "UKl", "S", "T", "W", "C", "L", "K", "A", "B", "D", "E", "F", "M", "N", "R", "X", "ZR", "ZB", "ZA",
        "StR", "StB", "ARs", "AZR", "ABR", "Ca", "Sa", "BV", "TaBV", "BvR", "BvQ", "BvF", "BvL", "BvE", "VR", "KR",
        "AR", "OK", "Ob", "ObA", "ObS", "Os", "BVGa", "TaBVGa", "SLa", "Ta", "AZN", "AZB",
        "Ni", "Ws", "Qs", "Ls", "Ds", "Cs", "OWi", "VA", "Verg", "HK", "HKO", "KLs", "Ks", "Gs", "AktG", "UF", "WF",
        "VK", "GRUR", "LH", "Cg", "Co", "Cdo", "CZP", "CSK", "CSKP", "AGa", "ACa", "GC", "SA/Wa", "GSK", "OSK", "Kap",
        "MK", "EK", "SR", "KN", "Bs", "CS", "As", "Afs", "Ads", "Azs", "Ans",
    ]
    private static let austrian: Set<String> = ["Ob", "ObA", "ObS", "Os", "Cg"]
    private static let polish: Set<String> = [
        "ACa", "AGa", "CSK", "CSKP", "CZP", "GC", "GSK", "OSK", "SA/Wa",
    ]
    private static let czech: Set<String> = ["C", "Co", "T", "A", "Cdo", "As", "Afs", "Ads", "Azs", "Ans"]
    private static let shared: Set<String> = [
        "As", "Bs", "CS", "Co", "EK", "GRUR", "KN", "Kap", "LH", "MK", "OK", "SR",
    ]

    /// Whose courts have given a number, by its register; nil where several countries have that. Czech ones write the
    /// year in full, Polish ones number their divisions in Roman figures.
    static func law(of number: String) -> String? {
        let parts = number.split(separator: " ")
        guard parts.count > 2, let last = parts.last, let first = parts[0].utf8.first else { return "DE" }
        let (register, isRoman) = (String(parts[1]), !Bytes.isDigit(first))
        if austrian.contains(register) { return "AT" }
        if polish.contains(register) || isRoman && ["C", "Ca", "Co"].contains(register) { return "PL" }
        let year = last.split(separator: "/").last?.prefix { $0.isNumber }
        if czech.contains(register), year?.count == 4 { return "CZ" }
        return shared.contains(register) || isRoman && register == "K" ? nil : "DE"
    }

    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        // What stands behind a figure and a slash is the end of another number.
        guard start < 2 || reader.bytes[start - 1] != 0x2F || !Bytes.isDigit(reader.bytes[start - 2]),
            let first = reader.digits(1...3)
        else { return nil }
        // Hesse's courts put their own number before the chamber's: `2-06 O 401/25`, in older writing `2/6 O 401/25`.
        if first.count == 1, reader.skip("-") || reader.skip("/") {
            let isPlain = reader.bytes[start + 1] == 0x2D
            guard let chamber = reader.digits(1...2), reader.skip(" ") else { return nil }
            let head = "\(String(ascii: first))-\(chamber.count == 1 ? "0" : "")\(String(ascii: chamber)) "
            let isOfCourt = isPlain && chamber.count == 2 || reader.current == 0x4F && reader.peek(1) == 0x20
            return isOfCourt ? rest(&reader, head) : nil
        }
        // Chambers of one kind have a letter: `14c O 77/26`.
        if let letter = reader.current, (0x61...0x68).contains(letter), reader.peek(1) == 0x20,
            reader.peek(3) == 0x20, "OST".utf8.contains(reader.peek(2) ?? 0)
        {
            reader.index += 1
        }
        guard reader.skip(" ") else { return nil }
        return rest(&reader, String(ascii: reader.bytes[start..<reader.index]))
    }

    /// Federal courts number their senates in Roman figures.
    static func roman(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        if reader.skip("KZR ") || reader.skip("KVR ") || reader.skip("RiZ ") || reader.skip("AnwZ ") {
            guard reader.digits(1...3) != nil, reader.skip("/"), reader.digits(2...2) != nil, !reader.tokenGoesOn else {
                return nil
            }
            return String(ascii: reader.bytes[start..<reader.index])
        }
        while let byte = reader.current, byte == 0x49 || byte == 0x56 || byte == 0x58, reader.index - start < 5 {
            reader.index += 1
        }
        if reader.current == 0x61, reader.peek(1) == 0x20 { reader.index += 1 }
        guard reader.index > start, reader.skip(" ") else { return nil }
        return rest(&reader, String(ascii: reader.bytes[start..<reader.index]))
    }

    /// What follows the chamber, behind its number.
    private static func rest(_ reader: inout ByteReader, _ chamber: String) -> String? {
        let registerStart = reader.index
        while let byte = reader.current, Bytes.isLetter(byte) || byte == 0x2F, reader.index - registerStart < 7 {
            reader.index += 1
        }
        let register = String(ascii: reader.bytes[registerStart..<reader.index])
        guard registers.contains(register), reader.skip(" ") else { return nil }
        // The Federal Patent Court: `11 W (pat) 5/21`.
        _ = reader.skip("(pat) ")
        guard reader.digits(1...5) != nil else { return nil }
        // The Federal Administrative Court: `6 C 8.25`.
        if federal.contains(register), isOfFederalCourt(reader.bytes, registerStart), reader.skip(".") {
            guard reader.digits(2...2) != nil, !reader.tokenGoesOn else { return nil }
            return chamber + String(ascii: reader.bytes[registerStart..<reader.index])
        }
        guard reader.skip("/"), let year = reader.digits(2...4), year.count != 3 else {
            return nil
        }
        // Austria's Supreme Court adds a letter: `4 Ob 92/25k`, `14 Os 95/25i`.
        if austrian.contains(register), let letter = reader.current, Bytes.isLower(letter) { reader.index += 1 }
        guard !(reader.current.map(Bytes.isAlphanumeric) ?? false) else { return nil }
        let end = reader.index
        if year.count == 4, reader.skip("-"), reader.digits(1...3) != nil { /* Czech files number their sheets */
        } else {
            reader.index = end
        }
        return chamber + String(ascii: reader.bytes[registerStart..<reader.index])
    }

    /// The registers of the Federal Administrative Court.
    private static let federal: Set<String> = ["A", "B", "C"]

    /// Whether the Federal Administrative Court is named shortly before a number.
    private static func isOfFederalCourt(_ bytes: [UInt8], _ start: Int) -> Bool {
        let before = String(ascii: bytes[max(0, start - 80)..<start])
        return before.contains("BVerwG") || before.contains("Bundesverwaltungsgericht")
    }
}

/// Files of Austria's Federal Administrative Court: `W252 2284911-1`.
enum AustrianAdministrativeCase {
    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let letter = reader.capitals(1...1)?.first, "WGLI".utf8.contains(letter), reader.digits(3...3) != nil,
            reader.skip(" "), reader.digits(7...7) != nil, reader.skip("-"), reader.digits(1...2) != nil,
            !reader.tokenGoesOn
        else { return nil }
        return String(ascii: reader.bytes[start..<reader.index])
    }
}

/// Portuguese cases: `1123/22.0T8LSB.L1.S1`, whose last parts are those of the appeals.
enum PortugueseCase {
    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.digits(1...6) != nil, reader.skip("/"), reader.digits(2...2) != nil, reader.skip("."),
            reader.digits(1...1) != nil
        else { return nil }
        // The kind of court and its place: `0T8LSB`, `0BELSB`.
        let court = reader.bytes[reader.index...].prefix(8).prefix { Bytes.isDigit($0) || Bytes.isUpper($0) }
        guard court.count(where: Bytes.isUpper) >= 4 else { return nil }
        reader.index = court.endIndex
        while reader.current == 0x2E, reader.peek(1).map(Bytes.isUpper) ?? false,
            reader.peek(2).map(Bytes.isDigit) ?? false, reader.index - start < 60
        {
            reader.index += 3
        }
        return reader.tokenGoesOn ? nil : String(ascii: reader.bytes[start..<reader.index])
    }
}

/// Swiss case numbers, `B-2532/2024`, `4A_123/2024`.
enum SwissCase {
    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        if reader.skip("BGE ") || reader.skip("ATF ") {
            guard reader.digits(2...3) != nil, reader.skip(" "), reader.capitals(1...4) != nil else { return nil }
            _ = reader.skip("a")
            guard reader.skip(" "), reader.digits(1...4) != nil else { return nil }
            return "BGE " + String(ascii: reader.bytes[(start + 4)..<reader.index])
        }
        guard let letter = reader.current, letter >= 0x41, letter <= 0x46 else { return nil }
        reader.index += 1
        return reader.skip("-") ? number(&reader, start) : nil
    }

    /// The Federal Supreme Court's divisions have a figure and a letter.
    static func supreme(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let division = reader.digits(1...2), (1...12).contains(Int(String(ascii: division)) ?? 0),
            reader.capitals(1...1) != nil, reader.skip("_")
        else { return nil }
        return number(&reader, start)
    }

    private static func number(_ reader: inout ByteReader, _ start: Int) -> String? {
        guard reader.digits(1...5) != nil, reader.skip("/"), let year = reader.digits(4...4),
            year.starts(with: "20".utf8), !reader.tokenGoesOn
        else { return nil }
        return String(ascii: reader.bytes[start..<reader.index])
    }
}

/// French decisions: `n° 23-12.345` of the Court of Cassation, `n° 22/18071` of a court of appeal, `n° 471234` of the
/// Council of State, `n° 2509827` and `n° 23PA01234` of administrative courts, `24-D-03` of the competition authority, `2025-878 DC` of
/// the Constitutional Council.
enum FrenchDecision {
    static func numbered(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard signs.contains(where: { reader.skip($0) }) else { return nil }
        // Patents have such numbers, too.
        if let number = reader.digits(6...7) {
            let before = String(ascii: reader.bytes[max(0, start - 40)..<start]).lowercased()
            let isKnown =
                number.count == 6
                ? before.contains("conseil d'état") || before.contains("conseil d’état")
                    || isBehindYear(reader.bytes, start) && isOfCouncil(reader.bytes, start)
                    || isBehindYear(reader.bytes, start) && isOf("CE,", reader.bytes, start)
                : number.starts(with: "2".utf8) && !before.contains("brevet")
                    && (decisions.contains(where: before.contains) || isOf("TA", reader.bytes, start))
            return isKnown && !reader.tokenGoesOn ? "n° \(String(ascii: number))" : nil
        }
        guard let year = reader.digits(2...2) else { return nil }
        // An administrative court of appeal, by its city.
        if let city = reader.capitals(2...2) {
            guard let number = reader.digits(5...5), !reader.tokenGoesOn else { return nil }
            return "n° \(String(ascii: year))\(String(ascii: city))\(String(ascii: number))"
        }
        if reader.skip("/") {
            // The general roll of a court of appeal.
            guard let number = reader.digits(5...5), !reader.tokenGoesOn else { return nil }
            return "n° \(String(ascii: year))/\(String(ascii: number))"
        }
        return appeal(&reader, year)
    }

    private static let signs: [StaticString] = ["n° ", "n°", "N° ", "nº ", "nos ", "n°s ", "n° s "]

    /// What follows the year of an appeal to the Court of Cassation.
    private static func appeal(_ reader: inout ByteReader, _ year: ArraySlice<UInt8>) -> String? {
        guard reader.skip("-"), let first = reader.digits(2...2), reader.skip("."), let last = reader.digits(3...3),
            !reader.tokenGoesOn
        else { return nil }
        return "n° \(String(ascii: year))-\(String(ascii: first)).\(String(ascii: last))"
    }

    /// The same without its sign, behind the court's name in the sentence: `Cass. civ., 1re, 12 nov. 2026, 25-12.345`.
    static func ofCassation(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let year = reader.digits(2...2), let number = appeal(&reader, year) else { return nil }
        let before = String(ascii: reader.bytes[max(0, start - 80)..<start].split(separator: 0x3B).last ?? [])
        return courts.contains(where: before.contains) ? number : nil
    }

    /// The same of the Council of State, behind a day: `Conseil d'État, 10ème - 9ème chambres réunies, 20/11/2026, 498765`.
    static func ofCouncil(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let number = reader.digits(6...6), !reader.tokenGoesOn, isBehindYear(reader.bytes, start) else {
            return nil
        }
        return isOfCouncil(reader.bytes, start) ? "n° \(String(ascii: number))" : nil
    }

    /// Whether the Council of State is named in the sentence before.
    private static func isOfCouncil(_ bytes: [UInt8], _ start: Int) -> Bool {
        let before = String(ascii: bytes[max(0, start - 90)..<start].split(separator: 0x3B).last ?? [])
        return councils.contains(where: before.contains)
    }

    private static let councils = ["Conseil d'État, ", "Conseil d’État, ", "Conseil d'Etat, ", "Conseil d’Etat, "]
    private static let courts = ["Cass. ", "Cass., ", "Cour de cassation", "Cour de Cassation"]

    /// Whether a number stands behind a day with its year, and not as in `directive CE, n° 765200`.
    private static func isBehindYear(_ bytes: [UInt8], _ start: Int) -> Bool {
        start >= 6 && bytes[start - 2..<start].elementsEqual(", ".utf8)
            && bytes[start - 6..<start - 2].allSatisfy(Bytes.isDigit)
    }

    /// Whether a court's letters stand before a number, as in `TA Grenoble, 3 décembre 2025, n° 2509827` and `CE, 5 nov.
    /// 2026, n° 498765`.
    private static func isOf(_ court: String, _ bytes: [UInt8], _ start: Int) -> Bool {
        let before = " " + String(ascii: bytes[max(0, start - 40)..<start])
        return before.contains(" \(court) ") || before.contains("(\(court) ")
    }

    private static let decisions = ["jugement", "ordonnance", "tribunal", "requête", "arrêt", "décision"]

    static func constitutional(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let year = reader.digits(4...4), year.starts(with: "20".utf8), reader.skip("-"),
            let number = reader.digits(1...4),
            // The budget `2025-26 DC` is the capital's.
            reader.skip(" QPC") || number.count > 2 && reader.skip(" DC"), !reader.tokenGoesOn
        else { return nil }
        return String(ascii: reader.bytes[start..<reader.index])
    }

    static func competition(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.digits(2...2) != nil, reader.skip("-"), let letter = reader.capitals(1...3),
            ["D", "A", "DCC", "MC", "SO"].contains(String(ascii: letter)), reader.skip("-"),
            reader.digits(2...3) != nil,
            !reader.tokenGoesOn
        else { return nil }
        return String(ascii: reader.bytes[start..<reader.index])
    }
}

/// Spanish decisions, `STS 123/2024`, and Colombian ones, `T-323/24`, `T-323 de 2024`.
enum SpanishDecision {
    private static let courts: [StaticString] = ["STS ", "STC ", "ATS ", "STSJ ", "SAP ", "SAN ", "STS, "]

    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard courts.contains(where: { reader.skip($0) }), reader.digits(1...5) != nil, reader.skip("/"),
            reader.digits(4...4) != nil, !reader.tokenGoesOn
        else { return nil }
        return String(ascii: reader.bytes[start..<reader.index])
    }

    /// The number of a judgment without its court's letters, as news give it: `la sentencia 123/2026`.
    static func numbered(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let number = reader.digits(1...5), reader.skip("/"), let year = reader.digits(4...4),
            year.starts(with: "20".utf8), !reader.tokenGoesOn
        else { return nil }
        let before = reader.bytes[max(0, start - 16)..<start]
        guard signs.contains(where: { before.suffix($0.count).elementsEqual($0) }) else { return nil }
        return "Sentencia \(String(ascii: number))/\(String(ascii: year))"
    }

    private static let signs = ["", "núm. ", "nº ", "n.º ", "n° ", "número ", "No. "].map {
        Array("entencia \($0)".utf8)
    }

    static func colombian(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.skip("T-") || reader.skip("C-"), let number = reader.digits(1...4) else { return nil }
        guard reader.skip(" de 20") || (reader.skip("/") && isSentence(reader.bytes, start)),
            let year = reader.digits(2...2), !reader.tokenGoesOn
        else { return nil }
        return "\(Unicode.Scalar(reader.bytes[start]))-\(String(ascii: number))/\(String(ascii: year))"
    }

    /// Whether a judgment is spoken of before a number: `Sentencia T-323/24` is of Colombia's Constitutional Court, which
    /// numbers as the General Court of the Union does.
    static func isSentence(_ bytes: [UInt8], _ start: Int) -> Bool {
        let word = Array("entencia ".utf8)
        return start >= word.count && bytes[(start - word.count)..<start].elementsEqual(word)
    }
}

/// Decisions of Poland's appeal chamber for public contracts, `KIO 4187/25`, of the Czech Constitutional Court,
/// `III. ÚS 2024/25`, and Mexican ones on constitutional complaints, `Amparo Directo 6/2025`.
enum NamedRegisterCase {
    private static let registers: [(written: StaticString, name: String)] = [
        ("KIO ", "KIO"), ("I. ÚS ", "I. ÚS"), ("II. ÚS ", "II. ÚS"), ("III. ÚS ", "III. ÚS"), ("IV. ÚS ", "IV. ÚS"),
        ("Amparo Directo ", "Amparo Directo"), ("Amparo directo ", "Amparo Directo"),
        ("amparo directo ", "Amparo Directo"), ("Amparo en Revisión ", "Amparo en Revisión"),
        ("Amparo en revisión ", "Amparo en Revisión"), ("amparo en revisión ", "Amparo en Revisión"),
    ]

    static func law(of number: String) -> String {
        number.hasPrefix("KIO") ? "PL" : number.hasPrefix("Amparo") ? "MX" : "CZ"
    }

    static func read(_ reader: inout ByteReader) -> String? {
        guard let name = registers.first(where: { reader.skip($0.written) })?.name,
            let number = reader.digits(1...5), reader.skip("/"), let year = reader.digits(2...4), year.count != 3,
            !reader.tokenGoesOn
        else { return nil }
        return "\(name) \(String(ascii: number))/\(String(ascii: year))"
    }
}

/// Italian files, `R.G. 11053/2024`, and judgments, `sentenza n. 2120/2025`.
enum ItalianCase {
    /// nil where the year is not written in full: French rolls have it first, `RG 21/1234`.
    static func law(of number: String) -> String? {
        number.split(separator: "/").last.flatMap { $0.hasPrefix("20") && $0.utf8.count == 4 ? "IT" : nil }
    }

    static func read(_ reader: inout ByteReader) -> String? {
        if let judgment = numbered(&reader) { return judgment }
        guard reader.skip("R.G. ") || reader.skip("RG ") || reader.skip("R.G.") else { return nil }
        if !reader.skip("n. ") { _ = reader.skip("n° ") }
        guard let number = reader.digits(1...6), reader.skip("/"), let year = reader.digits(2...4), year.count != 3,
            !reader.tokenGoesOn
        else { return nil }
        return "R.G. \(String(ascii: number))/\(String(ascii: year))"
    }
}

extension ItalianCase {
    /// A judgment's number; statutes and decrees are numbered alike.
    private static func numbered(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.skip("n. "), let number = reader.digits(1...5), reader.skip("/"), let year = reader.digits(4...4),
            year.starts(with: "20".utf8), !reader.tokenGoesOn
        else {
            reader.index = start
            return nil
        }
        // The nearest word tells what is numbered.
        let before = FactFolding.lowered(Array(reader.bytes[max(0, start - 40)..<start]))
        guard let judgment = place(ofOne: judgments, in: before), judgment > place(ofOne: acts, in: before) ?? -1 else {
            reader.index = start
            return nil
        }
        return "n. \(String(ascii: number))/\(String(ascii: year))"
    }

    /// Where the last of some words begins.
    private static func place(ofOne words: [[UInt8]], in bytes: [UInt8]) -> Int? {
        bytes.indices.last { index in words.contains { bytes[index...].starts(with: $0) } }
    }

    private static let judgments = ["sentenza", "sent.", "ordinanza", "ord.", "cass."].map { Array($0.utf8) }
    private static let acts = [
        "decreto", "legge", "d.l", "regolamento", "delibera", "provvedimento", "circolare", "determina", "direttiva",
        "parere", "linee guida",
    ].map { Array($0.utf8) }
}

/// Files of Russian commercial courts, `А40-200471/23`, and of the Supreme Court, `305-ЭС25-4417`.
enum RussianCase {
    static func supreme(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.digits(1...3) != nil, reader.skip("-\u{42D}\u{421}"), reader.digits(2...2) != nil,
            reader.skip("-"), reader.digits(1...6) != nil, !reader.tokenGoesOn
        else { return nil }
        return String(ascii: reader.bytes[start..<reader.index])
    }

    static func read(_ reader: inout ByteReader) -> String? {
        // The European Parliament's reports have leading zeros: `A10-0012/2025`.
        guard reader.skip("\u{410}") || reader.skip("A"), let court = reader.digits(2...2), reader.skip("-"),
            reader.current != 0x30, let number = reader.digits(1...7), reader.skip("/"),
            let year = reader.digits(2...4), year.count != 3,
            !reader.tokenGoesOn
        else { return nil }
        return "\u{410}\(String(ascii: court))-\(String(ascii: number))/\(String(ascii: year.suffix(2)))"
    }
}
