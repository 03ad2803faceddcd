import Model

/// Bills of the US Congress and of states: `H.R. 7913`, `S. 4875`, `AB 2013`, `SB 24-205`, New York's `A. 8962`.
enum USBill {
    private static let houses: [(StaticString, String)] = [
        ("H.R. ", "H.R."), ("H.R.", "H.R."), ("HR ", "H.R."), ("H. R. ", "H.R."), ("H.J.Res. ", "H.J.Res."),
        ("H.J. Res. ", "H.J.Res."), ("S.J.Res. ", "S.J.Res."), ("H.Res. ", "H.Res."), ("H. Res. ", "H.Res."),
        ("S.Res. ", "S.Res."), ("S.", "S."), ("A.", "A."),
        ("Assembly Bill ", "AB"), ("Senate Bill ", "SB"), ("House Bill ", "HB"), ("House File ", "HF"),
        ("Senate File ", "SF"), ("Legislative Document ", "LD"), ("Legislative Bill ", "LB"),
        ("A.B. ", "AB"), ("S.B. ", "SB"), ("H.B. ", "HB"), ("A.B.", "AB"), ("S.B.", "SB"), ("H.B.", "HB"),
        ("AB", "AB"), ("SB", "SB"), ("HB", "HB"), ("HF", "HF"), ("SF", "SF"), ("LD", "LD"), ("LB", "LB"),
        ("S", "S."), ("A", "A."),
    ]

    private static let houseNames = Set(houses.map(\.1))

    /// Whether a citation in its normal form is a bill's number.
    static func isBill(_ citation: String) -> Bool {
        let number = Citation.withoutPrint(citation) ?? citation
        return houseNames.contains(String(citation.prefix { $0 != " " })) && number.last?.isNumber ?? false
    }

    /// Whether it is the number of a bill of a state, and not of Congress.
    static func isOfState(_ citation: String) -> Bool {
        isBill(citation)
            && (citation.hasPrefix("A.") || Citation.withoutPrint(citation) != nil
                || !citation.prefix { $0 != " " }.contains("."))
    }

    static func read(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard let first = reader.current, "AHLS".utf8.contains(first) else { return nil }
        for (written, house) in houses {
            reader.index = start
            guard reader.skip(written) else { continue }
            if reader.skip("No. ") { /* `House Bill No. 149` is `HB 149` */  }
            let isAttached = !(reader.skip(" ") || reader.skip("-") || reader.bytes[reader.index - 1] == 0x20)
            guard let number = number(&reader, house: house), !reader.tokenGoesOn,
                isSound(reader, start, house: house, digits: number.utf8.count, isAttached: isAttached)
            else { continue }
            return "\(house) \(number)\(skipPrint(&reader, house))"
        }
        return nil
    }

    /// `2013`, or with the year of the session, `24-205`, `25B-004`.
    private static func number(_ reader: inout ByteReader, house: String) -> String? {
        guard let first = reader.digits(1...5) else { return nil }
        var number = String(ascii: first)
        // Special sessions have a letter: Colorado's `SB25B-004`.
        if first.count == 2, reader.current == 0x41 || reader.current == 0x42, reader.peek(1) == 0x2D,
            let letter = reader.capitals(1...1)
        {
            number += String(ascii: letter)
        }
        if first.count == 2, !house.contains("."), reader.current == 0x2D, reader.peek(1).map(Bytes.isDigit) ?? false {
            reader.index += 1
            guard let second = reader.digits(2...4) else { return nil }
            number += "-" + String(ascii: second)
        }
        return number
    }

    /// Guards the short forms: `S. 12` is a page in German, `SB12` a model number.
    private static func isSound(
        _ reader: ByteReader, _ start: Int, house: String, digits: Int, isAttached: Bool
    ) -> Bool {
        // As New York writes them: `bill S8420`, `S8420-A`, `A.8962-B`; chips have such names, too.
        let hasStop = reader.bytes[start + 1] == 0x2E
        // The same bill in the other house: `S.8391/A.8882`.
        if house == "A.", hasStop, isAttached, digits >= 4, start > 1, reader.bytes[start - 1] == 0x2F {
            return Bytes.isAlphanumeric(reader.bytes[start - 2])
        }
        if house == "A." || house == "S." && !hasStop {
            return isAttached && digits >= 4 && (start == 0 || reader.bytes[start - 1] != 0x2D)
                && isAmongBills(reader, start) && (hasStop || isPrint(reader) || followsHouse(reader, start))
        }
        if house == "S." {
            let before = start > 1 ? reader.bytes[start - 2] : 0x20
            // `… in 2025. S.8391 requires` begins a sentence about bills.
            let beginsSentence = isAttached && digits >= 4 && isAmongBills(reader, start)
            return !isPage(reader, start) && (!isAttached || digits >= 3) && digits >= 2
                && (start == 0 || before != 0x2C || followsBill(reader, start, digits))
                && (before != 0x2E || beginsSentence) && (start == 0 || reader.bytes[start - 1] != 0x2E)
        }
        if house.contains(".") { return true }
        guard digits >= (isAttached ? 3 : 1) || digits == 2 && isAmongBills(reader, start),
            start == 0 || reader.bytes[start - 1] != 0x2D
        else { return false }
        // Nothing else is written in full, as `House File 12` is.
        guard reader.bytes[start + 1] == house.utf8.last else { return true }
        return switch house {
        case "AB": !isFirm(reader.bytes, start) || isAmongBills(reader, start)
        case "HF", "SF", "LD", "LB":
            start == 0 && reader.index == reader.bytes.count || isAmongBills(reader, start)
                || reader.bytes[..<start].last { $0 != 0x20 }.map { $0 >= 0x80 } ?? false
        default: true
        }
    }

    /// The print that is cited of a bill of New York, as in `S. 8420-A`.
    private static func skipPrint(_ reader: inout ByteReader, _ house: String) -> String {
        guard house == "S." || house == "A.", isPrint(reader), let letter = reader.peek(1) else { return "" }
        reader.index += 2
        return "-\(Unicode.Scalar(letter))"
    }

    /// Whether the letter of a bill's print follows its number: `S8420-A`.
    private static func isPrint(_ reader: ByteReader) -> Bool {
        reader.current == 0x2D && reader.peek(1).map(Bytes.isUpper) ?? false
            && !(reader.peek(2).map(Bytes.isAlphanumeric) ?? false)
    }

    /// Whether the word right before a number is `bill`, or names a house.
    private static func followsHouse(_ reader: ByteReader, _ start: Int) -> Bool {
        let before = String(ascii: reader.bytes[max(0, start - 10)..<start]).lowercased()
        return ["bill ", "bills ", "senate ", "assembly "].contains(where: before.hasSuffix)
    }

    /// Whether a name may stand before `AB`, by which Swedish firms end: `Spotify AB 2025 report`.
    private static func isFirm(_ bytes: [UInt8], _ start: Int) -> Bool {
        guard start > 1, bytes[start - 1] == 0x20 else { return false }
        var word = start - 1
        while word > 0, Bytes.isLetter(bytes[word - 1]) || bytes[word - 1] >= 0x80 { word -= 1 }
        guard word < start - 1, Bytes.isUpper(bytes[word]) || (0xC3...0xDF).contains(bytes[word]) else { return false }
        return !leading.contains(String(ascii: bytes[word..<(start - 1)]).lowercased())
    }

    /// Words that have a capital in titles and are no name.
    private static let leading: Set<String> = [
        "about", "after", "against", "amid", "and", "are", "before", "by", "can", "could", "do", "does", "for", "from",
        "has", "how", "if", "in", "is", "like", "may", "new", "of", "on", "or", "over", "than", "that", "the", "to",
        "under", "via", "was", "what", "when", "why", "will", "with", "would",
    ]

    /// Whether near the number a word of lawmaking or a state stands: `SF 2025` may be a year in San Francisco, `LD 50` a
    /// dose.
    private static func isAmongBills(_ reader: ByteReader, _ start: Int) -> Bool {
        let bytes = reader.bytes
        var word = max(0, start - 100)
        let end = min(bytes.count, reader.index + 100)
        for index in word...end where index == end || !Bytes.isLetter(bytes[index]) {
            // The shortest is `bill`, the longest `assemblymember`.
            if (4...14).contains(index - word),
                lawmaking.contains(String(ascii: bytes[word..<index].lazy.map { $0 | 0x20 }))
            {
                return true
            }
            word = index + 1
        }
        return false
    }

    private static let lawmaking = UnitedStates.endings.union([
        "amended", "assembly", "assemblymember", "bill", "bills", "committee", "governor", "lawmaker", "lawmakers",
        "legislation", "legislative", "legislator", "legislators", "legislature", "senate", "senator", "signed",
        "signs",
        "sponsor", "sponsored", "statute", "veto", "vetoed", "vetoes",
    ])

    /// Whether a bill or act is spoken of before a comma: another name and a comma lead to a page.
    private static func followsBill(_ reader: ByteReader, _ start: Int, _ digits: Int) -> Bool {
        let words = [" bill, ", " Bill, ", " bills, ", " Bills, "] + (digits > 2 ? [" Act, ", " law, "] : [])
        return words.contains { (word: String) in
            start >= word.utf8.count && reader.bytes[(start - word.utf8.count)..<start].elementsEqual(word.utf8)
        }
    }

    /// Whether German refers to a page: `siehe S. 12`, `vgl. S. 120`, `S. 14 ff.`
    private static func isPage(_ reader: ByteReader, _ start: Int) -> Bool {
        var end = reader
        if end.skip(" ff") || end.skip(" f.") || end.skip("ff") { return true }
        return ["iehe ", "gl. ", " auf ", " und ", "dort "].contains { (word: String) in
            let word = Array(word.utf8)
            return start >= word.count && reader.bytes[(start - word.count)..<start].elementsEqual(word)
        }
    }
}
