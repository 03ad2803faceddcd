/// Docket numbers of US courts: `1:23-cv-11195`, `23-cv-11195`, `23 Civ. 11195`, `No. 23-5233`.
enum USDocket {
    static func read(_ reader: inout ByteReader) -> String? {
        var division = ""
        if let next = reader.peek(1), next == 0x3A, let digit = reader.digits(1...1), reader.skip(":") {
            division = String(ascii: digit) + ":"
        }
        guard let year = reader.digits(2...4), year.count != 3, let type = kind(&reader, isDivided: !division.isEmpty),
            let number = number(&reader), !Bytes.isLower(reader.current ?? 0)
        else { return nil }
        let padded = String(repeating: "0", count: max(0, 5 - number.count)) + String(ascii: number)
        let start = reader
        if !skipJudges(&reader) { reader = start }
        return "\(division)\(String(ascii: year.suffix(2)))-\(type)-\(padded)"
    }

    /// A number, or one of five figures in which scanning made letters of some: `054l7`.
    private static func number(_ reader: inout ByteReader) -> [UInt8]? {
        let figures = reader.bytes[reader.index...].prefix(5).map { byte -> UInt8 in
            switch byte {
            case 0x6C, 0x49: 0x31
            case 0x4F, 0x6F: 0x30
            default: byte
            }
        }
        let isMisread =
            figures.count == 5 && figures.allSatisfy(Bytes.isDigit)
            && Bytes.isDigit(reader.bytes[reader.index]) && Bytes.isDigit(reader.bytes[reader.index + 4])
            && !(reader.peek(5).map(Bytes.isAlphanumeric) ?? false)
        guard isMisread else { return reader.digits(1...6).map(Array.init) }
        reader.index += 5
        return figures
    }

    private static func kind(_ reader: inout ByteReader, isDivided: Bool) -> String? {
        if reader.skip(" Civ. ") || reader.skip(" Civ ") || reader.skip("-civ-") || reader.skip(" CV ") { return "cv" }
        if reader.skip(" Cr. ") || reader.skip(" CR ") { return "cr" }
        // Written without hyphens, as `1:25CV01305` and `3:23cv770`; without their division those are of states.
        if isDivided, reader.peek(2).map(Bytes.isDigit) ?? false {
            if reader.skip("CV") || reader.skip("cv") { return "cv" }
            if reader.skip("CR") || reader.skip("cr") { return "cr" }
        }
        guard reader.skip("-") else { return nil }
        let letters = reader.bytes[reader.index...].prefix(3).map { $0 | 0x20 }
        for type in ["cv", "cr", "md", "mc", "mj", "ap", "bk"]
        where letters.count == 3 && letters.starts(with: type.utf8) && letters[2] == 0x2D {
            reader.index += 3
            return type
        }
        return nil
    }

    /// The initials of judges after a docket number, `-WHA`, `-SHS-OTW` or ` (JPO)`.
    private static func skipJudges(_ reader: inout ByteReader) -> Bool {
        var isAny = false
        while reader.current == 0x28 || reader.current == 0x20 && reader.peek(1) == 0x28 {
            let start = reader.index
            reader.spaces()
            guard reader.skip("("), reader.capitals(2...4) != nil, reader.skip(")") else {
                reader.index = start
                return isAny
            }
            isAny = true
        }
        while reader.skip("-") {
            guard reader.capitals(2...4) != nil else { return isAny }
            isAny = true
        }
        return isAny
    }

    /// `No. 23-5233`, `Nos. 24-7700`, `No. 23-A-04860-2`; docket numbers of district courts are read without `No.`.
    static func numbered(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.skip("No. ") || reader.skip("Nos. ") || reader.skip("NO. ") || reader.skip("No.") else {
            return nil
        }
        var court = reader
        if let docket = read(&court) {
            reader = court
            return docket
        }
        if let state = letters(&reader) { return state }
        if let appeal = appeal(&reader, start) { return appeal }
        guard !isOfJournal(reader.bytes, start), let year = reader.digits(2...2), reader.skip("-") else { return nil }
        var number = String(ascii: year) + "-"
        var digits = 0
        while let byte = reader.current, Bytes.isDigit(byte) || Bytes.isUpper(byte) || byte == 0x2D, digits < 16 {
            if byte == 0x2D, !(reader.peek(1).map { Bytes.isDigit($0) || Bytes.isUpper($0) } ?? false) { break }
            number.unicodeScalars.append(Unicode.Scalar(byte))
            digits += 1
            reader.index += 1
        }
        // The matters of other courts end in letters: `A.M. No. 25-10-04-SC` of the Philippines.
        guard digits >= 2, !reader.tokenGoesOn, number.utf8.suffix(2).contains(where: Bytes.isDigit) else { return nil }
        return "No. " + number
    }

    /// The Federal Circuit and the Patent Office's boards write the year in full: `Appeal No. 2024-000567`.
    private static func appeal(_ reader: inout ByteReader, _ start: Int) -> String? {
        let before = String(ascii: reader.bytes[max(0, start - 8)..<start]).lowercased()
        var number = reader
        guard before.hasSuffix("appeal ") || before.hasSuffix("appeals "), let year = number.digits(4...4),
            year.starts(with: "20".utf8), number.skip("-"), let digits = number.digits(4...6), !number.tokenGoesOn
        else { return nil }
        reader = number
        return "No. \(String(ascii: year))-\(String(ascii: digits))"
    }

    /// The same without `No.`, in the six figures of the boards: `Ex parte Desjardins (Appeal 2024-000567)`.
    static func bareAppeal(_ reader: inout ByteReader) -> String? {
        guard reader.skip("Appeal "), let number = appeal(&reader, reader.index), number.utf8.count == 15 else {
            return nil
        }
        return number
    }

    /// California's courts of appeal number behind a case's name: `Noland v. Land of the Free (B331918)`.
    static func californian(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard start > 1, reader.capitals(1...1) != nil, reader.digits(6...6) != nil,
            "),;".utf8.contains(reader.current ?? 0), "ABCDEFGHS".utf8.contains(reader.bytes[start])
        else { return nil }
        let before = String(ascii: reader.bytes[max(0, start - 120)..<start])
        guard before.contains(" v. ") else { return nil }
        // Farther from the name the court stands before it: `(Second District, Div. Three, B331918)`.
        let isNumber =
            before.hasSuffix("(")
            || before.hasSuffix(", ") && Self.californianCourts.contains(where: before.contains)
        return isNumber ? String(ascii: reader.bytes[start..<reader.index]) : nil
    }

    private static let californianCourts = ["District", "Dist.", "Cal. Ct. App.", "Cal. App."]

    /// Whether the number is that of an issue: `Vol. 5, No. 10-12`.
    private static func isOfJournal(_ bytes: [UInt8], _ start: Int) -> Bool {
        let before = String(ascii: bytes[max(0, start - 16)..<start]).lowercased()
        return before.contains("vol. ") || before.contains("volume ")
    }

    /// A number at the head of a title or another text, before a case's name: `24-171 Cox Communications, Inc. v. Sony Music`.
    static func leading(_ reader: inout ByteReader) -> String? {
        // `10-15 artists v. …` is a range.
        guard reader.index == 0, let year = reader.digits(2...2), reader.skip("-"), let number = reader.digits(3...5),
            reader.current == 0x20, reader.peek(1).map(Bytes.isUpper) ?? false
        else { return nil }
        let name = String(ascii: reader.bytes[reader.index...].prefix(160).prefix { $0 != 0x0A }).lowercased()
        guard name.contains(" v. ") || name.contains(" in re ") else { return nil }
        return "No. \(String(ascii: year))-\(String(ascii: number))"
    }

    /// A number at the end of a title or another text, as of a summary or a register's line, behind a case's name:
    /// `Thomson Reuters v. Ross Intelligence Inc., 25-2153`.
    static func trailing(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard start > 7, reader.bytes[start - 1] == 0x20, reader.bytes[start - 2] == 0x2C,
            let year = reader.digits(2...2), reader.skip("-"), let number = reader.digits(4...5),
            reader.index == reader.bytes.count
        else { return nil }
        // The name goes on to the comma: `Acme v. Talkbot: settlement, 10-1500` and `Acme v. Talkbot, p. 1, 10-1500` have
        // no number.
        let before = reader.bytes[max(0, start - 160)..<start - 2]
        let other = before.lastIndex { Bytes.isDigit($0) || ":;?!".utf8.contains($0) } ?? before.startIndex
        let name = String(ascii: before[other...])
        guard name.contains(" v. ") || name.contains("In re ") else { return nil }
        return "No. \(String(ascii: year))-\(String(ascii: number))"
    }

    /// A number of a court of appeals without `No.`, as its registers write it: `OPINION filed in 25-1018: Allen v. Perlmutter`,
    /// and in the line that it stamps on papers, `USCA4 Appeal: 26-1042`, `Case: 24-3768, 11/20/2026, DktEntry: 12`.
    static func registered(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard start > 3, reader.bytes[start - 1] == 0x20, let year = reader.digits(2...2), reader.skip("-"),
            let number = reader.digits(3...5), !reader.tokenGoesOn
        else { return nil }
        let before = String(ascii: reader.bytes[max(0, start - 16)..<start])
        let behind = String(ascii: reader.bytes[reader.index...].prefix(160).prefix { $0 != 0x0A })
        let isStamped =
            (before.hasSuffix("Appeal: ") || before.hasSuffix("Case: "))
            && (before.contains("USCA") || ["Doc", "DktEntry"].contains { behind.prefix(24).contains($0) })
        let isNamed =
            before.hasSuffix(" in ") && behind.hasPrefix(": ") && (behind.contains(" v. ") || behind.contains("In re "))
        return isStamped || isNamed ? "No. \(String(ascii: year))-\(String(ascii: number))" : nil
    }

    /// California's superior courts: `30-2021-01226723-CU-BC-CJC` of Orange County, `24STCV01234` of Los Angeles.
    static func superior(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.digits(2...2) != nil else { return nil }
        if let letters = reader.capitals(4...4) {
            guard ["CV", "CP", "UD"].contains(String(ascii: letters.suffix(2))), reader.digits(5...5) != nil else {
                return nil
            }
        } else {
            guard reader.skip("-20"), reader.digits(2...2) != nil, reader.skip("-"), reader.digits(8...8) != nil,
                reader.skip("-CU-"), reader.capitals(2...2) != nil, reader.skip("-"), reader.capitals(2...3) != nil
            else { return nil }
        }
        return reader.tokenGoesOn ? nil : String(ascii: reader.bytes[start..<reader.index])
    }

    /// Delaware's Court of Chancery, `C.A. No. 2024-0123-JTL`, whose cases are one whichever judge has them, and New
    /// York's supreme court, `Index No. 650123/2024`.
    static func stateNumbered(_ reader: inout ByteReader) -> String? {
        if reader.skip("C.A. No. ") {
            guard let year = reader.digits(2...4), reader.skip("-"), let number = reader.digits(3...5) else {
                return nil
            }
            let end = reader
            if !skipJudges(&reader) { reader = end }
            guard year.count != 3, !reader.tokenGoesOn else { return nil }
            return "No. \(String(ascii: year))-\(String(ascii: number))"
        }
        guard reader.skip("Index No. "), let number = reader.digits(5...6), reader.skip("/"),
            let year = reader.digits(4...4), !reader.tokenGoesOn
        else { return nil }
        return "No. \(String(ascii: number))/\(String(ascii: year))"
    }

    /// The further numbers of a list: the second of `Nos. 24-7700 and 24-7701`, or of `Nos. 24-1577, -1578`.
    static func further(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard isListed(reader.bytes, before: start) else { return nil }
        if start > 1, reader.bytes[start - 1] == 0x2D, reader.bytes[start - 2] == 0x20 {
            guard let year = lastYear(reader.bytes, before: start - 2), let number = reader.digits(3...5),
                !reader.tokenGoesOn
            else { return nil }
            return "No. \(String(ascii: year))-\(String(ascii: number))"
        }
        guard let year = reader.digits(2...2), reader.skip("-"), let number = reader.digits(2...5), !reader.tokenGoesOn
        else { return nil }
        return "No. \(String(ascii: year))-\(String(ascii: number))"
    }

    /// Whether only numbers and the words that join them stand between here and `Nos.`.
    private static func isListed(_ bytes: [UInt8], before start: Int) -> Bool {
        var index = start
        while index > 0, start - index < 80, isJoint(bytes[index - 1]) { index -= 1 }
        let head = Array("Nos.".utf8)
        return index >= head.count && bytes[(index - head.count)..<index].elementsEqual(head)
    }

    /// The year of the number before, which those that begin by a hyphen share.
    private static func lastYear(_ bytes: [UInt8], before end: Int) -> ArraySlice<UInt8>? {
        var index = end
        while index > 2, end - index < 80, isJoint(bytes[index - 1]) {
            index -= 1
            if bytes[index] == 0x2D, Bytes.isDigit(bytes[index - 1]), Bytes.isDigit(bytes[index - 2]) {
                return bytes[(index - 2)..<index]
            }
        }
        return nil
    }

    /// A digit, a hyphen, a comma, a space, `&`, or a letter of `and`.
    private static func isJoint(_ byte: UInt8) -> Bool { Bytes.isDigit(byte) || "-, &and".utf8.contains(byte) }

    /// The Superior Court of San Francisco, also without `No.`: `CGC-25-628528`.
    static func sanFrancisco(_ reader: inout ByteReader) -> String? {
        var probe = reader
        return probe.skip("CGC-") ? letters(&reader) : nil
    }

    /// State courts: `No. CGC-25-628528`.
    private static func letters(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard reader.capitals(2...4) != nil, reader.skip("-"), reader.digits(2...4) != nil, reader.skip("-"),
            reader.digits(4...8) != nil
        else {
            reader.index = start
            return nil
        }
        // Ontario's tell the place and the list: `CV-24-00732231-00CL`.
        let end = reader.index
        if !(reader.skip("-") && reader.digits(2...2) != nil && reader.capitals(2...2) != nil) { reader.index = end }
        return String(ascii: reader.bytes[start..<reader.index])
    }
}
