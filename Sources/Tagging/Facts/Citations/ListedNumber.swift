/// The further numbers of a list, which leave out what the first of them tells: the second of `C-249/25 and 250/25`, of
/// `Regulations (EU) 2016/679 and 2022/2065`, of `(2025)沪73民终123、124号`.
enum ListedNumber {
    /// The number of the same family that stands right behind a citation; nil where none does.
    static func next(after hit: CitationScanner.Hit, in text: FactText) -> CitationScanner.Hit? {
        var reader = ByteReader(bytes: text.cased, index: hit.range.upperBound)
        guard reader.joint() else { return nil }
        let start = reader.index
        let value: String? =
            switch (hit.law, hit.kind) {
            case ("EU", .act): act(&reader)
            case ("EU", .docket): luxembourg(&reader, hit.value)
            case ("CN", .judgment): chinese(&reader, hit.value)
            case ("JP", .docket): japanese(&reader, hit.value)
            case ("KR", .docket): korean(&reader, hit.value)
            case ("US", .bill): bill(&reader, hit.value)
            case ("FR", .docket) where hit.value.suffix(6).allSatisfy(\.isNumber): ofCouncil(&reader, hit.value)
            case (_, .judgment) where isNeutral(hit.value): neutral(&reader, hit.value)
            case (_, .docket), (_, .judgment): ofRegister(&reader, hit.value)
            default: nil
            }
        return value.map { CitationScanner.Hit(value: $0, law: hit.law, kind: hit.kind, range: start..<reader.index) }
    }

    /// An act by its year and its number; `2025/26` is a season.
    private static func act(_ reader: inout ByteReader) -> String? {
        guard let year = reader.digits(4...4), year.starts(with: "20".utf8), reader.skip("/"),
            let number = reader.digits(3...4), !reader.tokenGoesOn,
            Int(String(ascii: year)).map({ $0 + 1 }) != Int(String(ascii: number))
        else { return nil }
        return "EU \(String(ascii: year))/\(String(ascii: number))"
    }

    /// A case of the same court and year.
    private static func luxembourg(_ reader: inout ByteReader, _ first: String) -> String? {
        guard first.utf8.dropFirst().first == 0x2D, let court = first.utf8.first,
            let year = first.split(separator: "/").last, let number = reader.digits(1...4)
        else { return nil }
        if !reader.skip("/") {
            guard LuxembourgCase.yearOfList(reader, court).map({ $0 == year }) ?? false else { return nil }
        } else if reader.digits(2...2).map({ String(ascii: $0) != year }) ?? true || reader.tokenGoesOn {
            return nil
        }
        return "\(first.prefix(2))\(String(ascii: number))/\(year)"
    }

    private static func chinese(_ reader: inout ByteReader, _ first: String) -> String? {
        let numbers = reader
        guard first.hasSuffix("号"), let number = reader.digits(1...6) else { return nil }
        reader.spaces()
        guard reader.skip("号") || reader.skip("號") || ChineseCase.isListed(numbers) else { return nil }
        let stem = first.dropLast()
        let length = stem.reversed().prefix { $0.isNumber }.count
        return "\(stem.dropLast(length))\(String(ascii: number))号"
    }

    private static func japanese(_ reader: inout ByteReader, _ first: String) -> String? {
        _ = reader.skip("第")
        guard let number = reader.digits(1...6), reader.skip("号"), let place = first.firstIndex(of: "第") else {
            return nil
        }
        return "\(first[...place])\(String(ascii: number))号"
    }

    /// A number as long as the first, and not the year of another case.
    private static func korean(_ reader: inout ByteReader, _ first: String) -> String? {
        let length = first.reversed().prefix { $0.isNumber }.count
        guard length > 3, let number = reader.digits(length...length), !reader.tokenGoesOn,
            reader.skip("호") || !(0xEA...0xED).contains(reader.current ?? 0)
        else { return nil }
        return "\(first.dropLast(length))\(String(ascii: number))"
    }
}

/// Numbers that stand alone, or with their year, behind a court's letters, a register's mark or a house.
extension ListedNumber {
    private static func isNeutral(_ citation: String) -> Bool {
        citation.hasPrefix("[")
            || citation.utf8.prefix(4).allSatisfy(Bytes.isDigit) && citation.utf8.dropFirst(4).first == 0x20
    }

    /// A judgment of the same court, year and division: `2025 ONSC 2766 and 2965`, `[2025] EWHC 2863 (Ch) and 2900 (Ch)`.
    private static func neutral(_ reader: inout ByteReader, _ first: String) -> String? {
        // ` (Ch)`, which the further ones repeat.
        let division = first.last == ")" ? first[(first.lastIndex(of: " ") ?? first.startIndex)...] : ""
        let head = first.dropLast(division.count)
        let court = head.dropLast(head.reversed().prefix { $0.isNumber }.count)
        guard court.count < head.count, let number = reader.digits(1...6) else { return nil }
        if division.isEmpty { return isFree(reader) ? String(court) + String(ascii: number) : nil }
        reader.spaces()
        guard division.utf8.dropFirst().allSatisfy({ reader.skip(byte: $0) }) else { return nil }
        return String(court) + String(ascii: number) + division
    }

    /// A bill of the same house: `AB 412, 853 and 2013`; what follows a comma and could be one is a year.
    private static func bill(_ reader: inout ByteReader, _ first: String) -> String? {
        let isSaid = reader.bytes[reader.index - 1] == 0x20 && reader.bytes[reader.index - 2] != 0x2C
        guard let house = first.split(separator: " ").first, let number = reader.digits(2...5), isFree(reader),
            isSaid || number.count != 4 || !number.starts(with: "20".utf8)
        else { return nil }
        return "\(house) \(String(ascii: number))"
    }

    /// A decision of the same court, which has six figures: `CE, nos 478123 et 478124`.
    private static func ofCouncil(_ reader: inout ByteReader, _ first: String) -> String? {
        let length = first.reversed().prefix { $0.isNumber }.count
        guard let number = reader.digits(length...length), !reader.tokenGoesOn else { return nil }
        return "\(first.dropLast(length))\(String(ascii: number))"
    }

    /// A file of the same register, with its own year: `I ZR 12/24 und 13/24`, `STS 123/2025 y 124/2025`.
    private static func ofRegister(_ reader: inout ByteReader, _ first: String) -> String? {
        guard let space = first.lastIndex(of: " "), let slash = first.lastIndex(of: "/"), space < slash,
            case let length = first[slash...].count - 1, length == 2 || length == 4,
            first[space...].dropFirst().allSatisfy({ $0.isNumber || $0 == "/" }),
            let number = reader.digits(1...5), reader.skip("/"), let year = reader.digits(length...length),
            !reader.tokenGoesOn
        else { return nil }
        return "\(first[...space])\(String(ascii: number))/\(String(ascii: year))"
    }

    /// Whether a number stands for itself, and counts nothing: `and 30 other bills`.
    private static func isFree(_ reader: ByteReader) -> Bool {
        guard !reader.tokenGoesOn else { return false }
        var reader = reader
        reader.spaces()
        guard let next = reader.current, Bytes.isWordLead(next), !Bytes.isDigit(next) else { return true }
        let word = reader.bytes[reader.index...].prefix(12).prefix { Bytes.isLetter($0) }
        return followers.contains(String(ascii: word))
    }

    /// Words that follow the last number of a list and cannot be counted by it.
    private static let followers: Set<String> = [
        "and", "are", "as", "at", "because", "both", "but", "by", "did", "do", "for", "from", "had", "have", "if", "in",
        "into",
        "is", "may", "must", "of", "on", "or", "passed", "that", "the", "to", "was", "were", "when", "where", "which",
        "while",
        "will", "with", "would", "et", "ont", "sont",
    ]
}

extension ByteReader {
    /// What joins the numbers of a list: a comma, a dot of East Asia, a word for `and`, or a comma and the word.
    mutating func joint() -> Bool {
        spaces()
        let marks: [StaticString] = [",", "、", "·", "ㆍ", "・", "&"]
        let words: [StaticString] = [
            "and ", "und ", "et ", "y ", "e ", "en ", "i ", "oraz ", "a ", "и ", "和", "与", "與", "及び", "及", "と", "및 ",
        ]
        let isMarked = marks.contains { skip($0) }
        if isMarked { spaces() }
        let isSaid = words.contains { skip($0) }
        if isSaid { spaces() }
        return isMarked || isSaid
    }
}
