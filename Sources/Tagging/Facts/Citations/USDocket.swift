/// Docket numbers of US courts: `1:23-cv-11195`, `23-cv-11195`, `23 Civ. 11195`, `No. 23-5233`.
enum USDocket {
    static func read(_ reader: inout ByteReader) -> String? {
        var division = ""
        if let next = reader.peek(1), next == 0x3A, let digit = reader.digits(1...1), reader.skip(":") {
            division = String(ascii: digit) + ":"
        }
        guard let year = reader.digits(2...4), year.count != 3, let type = kind(&reader),
            let number = reader.digits(1...6)
        else { return nil }
        let padded = String(repeating: "0", count: max(0, 5 - number.count)) + String(ascii: number)
        let start = reader
        if !skipJudges(&reader) { reader = start }
        return "\(division)\(String(ascii: year.suffix(2)))-\(type)-\(padded)"
    }

    private static func kind(_ reader: inout ByteReader) -> String? {
        if reader.skip(" Civ. ") || reader.skip(" Civ ") || reader.skip("-civ-") || reader.skip(" CV ") { return "cv" }
        if reader.skip(" Cr. ") || reader.skip(" CR ") { return "cr" }
        guard reader.skip("-") else { return nil }
        let letters = reader.bytes[reader.index...].prefix(3).map { $0 | 0x20 }
        for type in ["cv", "cr", "md", "mc", "mj", "ap", "bk"]
        where letters.count == 3 && letters.starts(with: type.utf8) && letters[2] == 0x2D {
            reader.index += 3
            return type
        }
        return nil
    }

    /// The initials of judges after a docket number, `-WHA` or `-SHS-OTW`.
    private static func skipJudges(_ reader: inout ByteReader) -> Bool {
        var isAny = false
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

    /// California's courts of appeal number behind a case's name: `Noland v. Land of the Free (B331918)`.
    static func californian(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard start > 0, reader.bytes[start - 1] == 0x28, reader.capitals(1...1) != nil, reader.digits(6...6) != nil,
            "),;".utf8.contains(reader.current ?? 0), "ABCDEFGHS".utf8.contains(reader.bytes[start])
        else { return nil }
        let before = String(ascii: reader.bytes[max(0, start - 120)..<start])
        return before.contains(" v. ") ? String(ascii: reader.bytes[start..<reader.index]) : nil
    }

    /// Whether the number is that of an issue: `Vol. 5, No. 10-12`.
    private static func isOfJournal(_ bytes: [UInt8], _ start: Int) -> Bool {
        let before = String(ascii: bytes[max(0, start - 16)..<start]).lowercased()
        return before.contains("vol. ") || before.contains("volume ")
    }

    /// The further numbers of a list: the second of `Nos. 24-7700 and 24-7701`.
    static func further(_ reader: inout ByteReader) -> String? {
        let start = reader.index
        guard isListed(reader.bytes, before: start), let year = reader.digits(2...2), reader.skip("-"),
            let number = reader.digits(2...5), !reader.tokenGoesOn
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
        return String(ascii: reader.bytes[start..<reader.index])
    }
}
