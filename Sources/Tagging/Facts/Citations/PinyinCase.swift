/// Chinese case numbers as English reports write them, `(2026) Jing 0491 Min Chu No. 1234`, in the form that China gives
/// them. Where two characters are written alike, as 渝 and 豫 or 刑 and 行 are, nobody knows which is meant.
enum PinyinCase {
    /// What the courts of a province are called by; those of 津 and 晋, 冀 and 吉, 赣 and 甘, 渝 and 豫 are not told apart.
    private static let provinces = [
        "jing": "京", "hu": "沪", "yue": "粤", "zhe": "浙", "su": "苏", "lu": "鲁", "min": "闽", "chuan": "川", "wan": "皖",
        "xiang": "湘", "e": "鄂", "liao": "辽", "hei": "黑", "gui": "桂", "qiong": "琼", "qian": "黔", "yun": "云",
        "zang": "藏", "shan": "陕", "shaan": "陕", "qing": "青", "ning": "宁", "xin": "新", "nei": "内",
    ]
    /// Kinds of cases, without the spaces.
    private static let kinds = [
        "minchu": "民初", "minzhong": "民终", "minzai": "民再", "minshen": "民申", "minxiazhong": "民辖终",
        "zhiminchu": "知民初", "zhiminzhong": "知民终", "zhiminzai": "知民再", "zhiminshen": "知民申",
        "zhiminxiazhong": "知民辖终",
    ]
    private static let numerals: [StaticString] = ["No. ", "No.", "No ", "no. ", "NO. "]
    private static let supreme = "zuigaofa"
    /// Letters of a court and a kind at most.
    private static let longest = 24

    static func read(_ reader: inout ByteReader) -> String? {
        guard reader.skip("("), let year = reader.digits(4...4), year.starts(with: "20".utf8), reader.skip(")") else {
            return nil
        }
        reader.spaces()
        guard let head = letters(&reader) else { return nil }
        let place = reader.digits(2...4).map { String(ascii: $0) }
        reader.spaces()
        // The high courts and the Supreme Court have no number of their own.
        guard let (court, kind) = place == nil ? split(head) : letters(&reader).map({ (head, $0) }),
            let name = court == supreme ? (place == nil ? "最高法" : nil) : provinces[court], let type = kinds[kind]
        else { return nil }
        _ = numerals.contains { reader.skip($0) }
        guard let number = reader.digits(1...6), !reader.tokenGoesOn else { return nil }
        return "(\(String(ascii: year)))\(name)\(place ?? "")\(type)\(String(ascii: number))号"
    }

    /// Words of Latin letters up to a number or to `No.`, in lower case and without their spaces.
    private static func letters(_ reader: inout ByteReader) -> String? {
        var letters: [UInt8] = []
        while let byte = reader.current, letters.count <= longest {
            var number = reader
            if number.skip("No") || number.skip("NO") || number.skip("no"),
                !(number.current.map(Bytes.isLetter) ?? true)
            {
                break
            }
            if Bytes.isLetter(byte) {
                letters.append(byte | 0x20)
            } else if byte != 0x20 {
                break
            }
            reader.index += 1
        }
        return letters.isEmpty || letters.count > longest ? nil : String(ascii: letters)
    }

    /// The court's letters and those of the kind behind them.
    private static func split(_ letters: String) -> (String, String)? {
        ([supreme] + provinces.keys).lazy.filter(letters.hasPrefix)
            .map { ($0, String(letters.dropFirst($0.utf8.count))) }.first { kinds[$0.1] != nil }
    }
}
