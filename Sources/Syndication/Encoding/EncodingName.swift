/// Finds what an encoding's label means, which is often not what it says.
enum EncodingName {
    /// The names to try with iconv, best first.
    static func candidates(for label: String) -> [String] {
        let key = key(of: label)
        guard !key.isEmpty else { return [] }
        if let meant = meanings[key] { return [meant] }
        let plain = label.split(whereSeparator: { $0 == " " || $0 == "\"" || $0 == "'" }).joined().uppercased()
        let dashed = String(plain.map { $0 == "_" ? "-" : $0 })
        var names = [plain, dashed]
        if key.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { names += ["CP" + key, "IBM" + key] }
        if key.hasPrefix("win"), key.utf8.dropFirst(3).allSatisfy({ (0x30...0x39).contains($0) }) {
            names.append("CP" + key.dropFirst(3))
        }
        return names
    }

    /// Whether a label names UTF-8.
    static func isUTF8(_ label: String) -> Bool { meanings[key(of: label)] == "UTF-8" }

    /// Whether a label names ASCII, which means windows-1252 where nothing speaks for another.
    static func isASCII(_ label: String) -> Bool { ascii.contains(key(of: label)) }

    private static let ascii: Set<String> = ["usascii", "ascii", "us", "ansix341968", "iso646us", "646", "csascii"]

    /// Letters and digits only, in lower case, as labels differ in their punctuation.
    private static func key(of label: String) -> String {
        String(
            decoding: label.utf8.compactMap { isAlphanumeric($0) ? ($0 < 0x41 ? $0 : $0 | 0x20) : nil }, as: UTF8.self)
    }

    /// Encodings that mean a superset of what they name (WHATWG Encoding Standard), and labels iconv does not know.
    private static let meanings: [String: String] = {
        var meanings: [String: String] = [:]
        for line in table.split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            for label in words.dropFirst() { meanings[label] = words[0] }
        }
        return meanings
    }()

    private static let table = """
        UTF-8 utf8 u8 utf unicode11utf8 cp65001 utf8ucs2 utf8ucs4 utf8mb4 xunicode20utf8
        UTF-16 utf16 u16 unicode iso10646ucs2 ucs2 csunicode
        UTF-16BE utf16be unicodebigunmarked unicodefffe
        UTF-16LE utf16le unicodelittleunmarked unicodefeff
        UTF-32 utf32 u32 iso10646ucs4 ucs4 csucs4
        UTF-32BE utf32be
        UTF-32LE utf32le
        UTF-7 utf7 u7 unicode11utf7
        CP1252 iso88591 iso8859 88591 latin1 latin l1 cp819 ibm819 isoir100 iso885911987 8859 csisolatin1 usascii ascii us
        CP1252 ansi ansix341968 ansix341986 iso646us iso646irv1991 646 cp367 ibm367 csascii cp1252 windows1252 xcp1252 1252
        CP1250 windows1250 xcp1250 cp1250 1250
        CP1251 windows1251 xcp1251 cp1251 1251
        CP1254 iso88599 88599 latin5 l5 iso885991989 isoir148 csisolatin5 cp1254 windows1254 xcp1254
        CP874 iso885911 tis620 thai iso8859112001 tis6200 tis62025290 tis62025291 isoir166 windows874 dos874 cp874
        ISO-8859-8 iso88598i csiso88598i logical
        ISO-8859-15 l9 latin9 csisolatin9
        ISO-8859-2 iso885921987
        ISO-8859-3 iso885931988
        ISO-8859-4 iso885941988
        ISO-8859-5 iso885951988
        ISO-8859-6 iso885961987
        ISO-8859-7 iso885971987 elot928 ecma118 greek greek8
        ISO-8859-8 iso885981988
        ISO-8859-10 iso8859101992
        ISO-8859-14 iso8859141998
        ISO-8859-16 iso8859162001
        GB18030 gb2312 gb23121980 gb231280 chinese csgb2312 csiso58gb231280 eucgb2312cn euccn isoir58 xmacsimpchinese gbk
        GB18030 cp936 ms936 936 xgbk windows936 gb18030 gb180302000 xeuccn
        BIG5-HKSCS big5 csbig5 big5tw xxbig5 cnbig5 cp950 ms950 950 big5hkscs hkscs xmactradchinese windows950
        CP949 euckr korean ksc5601 ksc56011987 ksc56011989 ksx1001 cseuckr isoir149 cp949 ms949 949 uhc windows949 xmackorean
        CP932 shiftjis sjis mskanji xsjis cp932 ms932 932 windows31j csshiftjis xmacjapanese shiftjiswin
        HZ hz hzgb hzgb2312
        EUC-JP eucjp xeucjp cseucpkdfmtjapanese ujis xeuc
        EUC-JISX0213 eucjisx0213 eucjis2004 jisx0213
        SHIFT_JISX0213 shiftjisx0213 sjisx0213 shiftjis2004 sjis2004
        ISO-2022-JP-3 iso2022jp3 iso2022jp2004
        ISO-2022-JP-2 iso2022jp2 iso2022jp1 iso2022jpext
        ISO-2022-JP iso2022jp csiso2022jp
        ISO-2022-KR iso2022kr csiso2022kr
        JOHAB ms1361 johab
        MACINTOSH macintosh macroman xmacroman mac csmacintosh
        MAC-CENTRALEUROPE maclatin2 maccentraleurope maccenteuro xmacce
        MAC-ICELAND maciceland xmacicelandic
        MAC-CYRILLIC maccyrillic xmaccyrillic xmacukrainian
        MAC-GREEK macgreek xmacgreek
        MAC-TURKISH macturkish xmacturkish
        KOI8-R koi8r koi8 koi cskoi8r
        IBM858 csibm858
        IBM861 cpis csibm861
        HP-ROMAN8 hproman8 cp1051 ibm1051
        PT154 ptcp154 csptcp154 cp154 cyrillicasian
        RK1048 kz1048 strk10482002
        IBM037 ibm039
        CP1125 cp866u ruscii ibm1125
        """
}
