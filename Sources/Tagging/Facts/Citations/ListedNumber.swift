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
        guard first.utf8.dropFirst().first == 0x2D, let year = first.split(separator: "/").last,
            let number = reader.digits(1...4), reader.skip("/"),
            let other = reader.digits(2...2), String(ascii: other) == year, !reader.tokenGoesOn
        else { return nil }
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
