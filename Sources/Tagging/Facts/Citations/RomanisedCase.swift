/// Case numbers of Japan and Korea as English texts write them, `Reiwa 8 (Wa) 70123` and `2024GaHap12345`, in the forms
/// that their courts give them.
enum RomanisedCase {
    /// Kinds of cases of Japan's courts, without hyphens and spaces.
    private static let japaneseKinds = [
        "wa": "ワ", "ne": "ネ", "yo": "ヨ", "ra": "ラ", "o": "オ", "ju": "受", "gyou": "行ウ", "gyoko": "行コ", "gyoke": "行ケ",
        "gyohi": "行ヒ", "gyotsu": "行ツ", "ke": "ケ", "ku": "ク", "tsu": "ツ",
    ]
    /// Those of Korea's.
    private static let koreanKinds = [
        "gahap": "가합", "gadan": "가단", "gaso": "가소", "na": "나", "da": "다", "guhap": "구합", "gudan": "구단", "nu": "누",
        "du": "두", "kahap": "카합", "kadan": "카단", "gohap": "고합", "godan": "고단", "heo": "허", "hu": "후", "heonma": "헌마",
        "heonba": "헌바", "heonga": "헌가",
    ]
    /// Letters of a kind at most.
    private static let longest = 10
    /// The first years of the eras, less one, and the year in which one ended.
    private static let (heisei, reiwa) = (1988, 2018)

    static func japanese(_ reader: inout ByteReader) -> String? {
        guard let year = year(&reader) else { return nil }
        reader.spaces()
        guard reader.skip("("), let kind = japaneseKinds[letters(&reader)], reader.skip(")") else { return nil }
        reader.spaces()
        _ = reader.skip("No. ") || reader.skip("No.") || reader.skip("No ")
        guard let number = reader.digits(1...6), !reader.tokenGoesOn else { return nil }
        return "\(year)年(\(kind))第\(String(ascii: number))号"
    }

    /// The year in its era; that of which two eras have a part is of neither.
    private static func year(_ reader: inout ByteReader) -> String? {
        for (words, era) in [("Reiwa ", "令和"), ("Heisei ", "平成")] as [(StaticString, String)]
        where reader.skip(words) {
            return reader.digits(1...2).map { era + String(ascii: $0) }
        }
        guard let year = reader.digits(4...4).flatMap({ Int(String(ascii: $0)) }) else { return nil }
        return switch year {
        case (heisei + 2)...reiwa: "平成\(year - heisei)"
        case (reiwa + 2)...2099: "令和\(year - reiwa)"
        default: nil
        }
    }

    static func korean(_ reader: inout ByteReader) -> String? {
        guard let year = reader.digits(4...4), year.starts(with: "20".utf8) else { return nil }
        reader.spaces()
        guard let kind = koreanKinds[letters(&reader)] else { return nil }
        reader.spaces()
        guard let number = reader.digits(3...7), !reader.tokenGoesOn else { return nil }
        return String(ascii: year) + kind + String(ascii: number)
    }

    /// Latin letters in lower case, without the hyphens and spaces between them.
    private static func letters(_ reader: inout ByteReader) -> String {
        var letters: [UInt8] = []
        while let byte = reader.current, letters.count <= longest {
            if Bytes.isLetter(byte) {
                letters.append(byte | 0x20)
            } else if byte != 0x2D && byte != 0x20 || letters.isEmpty {
                break
            }
            reader.index += 1
        }
        return String(ascii: letters[...])
    }
}
