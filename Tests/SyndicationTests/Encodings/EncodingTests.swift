import Model
import Testing

@testable import Syndication

@Suite("Encodings, declared or not, true or false")
struct EncodingTests {
    private func title(_ bytes: [UInt8], contentType: String? = nil) throws -> String? {
        try Feed(bytes, base: "", contentType: contentType).title
    }

    private func document(_ declaration: String, _ title: [UInt8]) -> [UInt8] {
        Array("\(declaration)<rss><channel><title>".utf8) + title + Array("</title></channel></rss>".utf8)
    }

    @Test(
        "the declaration counts",
        arguments: [
            ("iso-8859-1", [0xE9] as [UInt8], "é"), ("ISO-8859-1", [0x93, 0x80, 0x94], "“€”"),
            ("us-ascii", [0x92], "’"),
            ("windows-1251", [0xCF, 0xF0], "Пр"), ("koi8-r", [0xF0], "П"), ("GB2312", [0xD6, 0xD0], "中"),
            ("gbk", [0xE9, 0x46], "镕"), ("big5", [0xA4, 0xA4], "中"), ("Shift_JIS", [0x93, 0xFA], "日"),
            ("euc-jp", [0xC6, 0xFC], "日"), ("EUC-KR", [0xB9, 0xFD], "법"), ("iso-8859-15", [0xA4], "€"),
            ("macintosh", [0x8E], "é"), ("cp437", [0x82], "é"), ("437", [0x82], "é"), ("latin-1", [0xE9], "é"),
            ("mac_greek", [0xC1, 0xC3], "ΝΟ"), ("mac-turkish", [0xDB], "ğ"), ("x-mac-cyrillic", [0xFF], "€"),
            ("maciceland", [0xDB], "€"), ("elot-928", [0xC4], "Δ"),
            ("iso-2022-jp-1", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
            ("x-sjis", [0x93, 0xFA], "日"), ("hz-gb-2312", Array("~{VPND~}~~a".utf8), "中文~a"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
        ])
    func declared(encoding: String, bytes: [UInt8], expected: String) throws {
        let declaration = "<?xml version='1.0' encoding='\(encoding)'?>"
        #expect(try title(document(declaration, bytes)) == expected)
        #expect(try title(document("", bytes), contentType: "text/xml; charset=\"\(encoding)\"") == expected)
    }

    @Test("two letters of windows-1252 that could be one of UTF-8 are two in a document that is none")
    func latinPairs() throws {
        let bytes: [UInt8] = [0xC9, 0xBB, 0x20, 0xE9, 0x74, 0xE9, 0x20, 0xDF, 0x93]
        #expect(try title(document("<?xml version='1.0' encoding='utf-8'?>", bytes)) == "É» été ß“")
        #expect(try title(document("", [0xC3, 0xA9, 0x20, 0xC3, 0xA8, 0x20, 0xE9])) == "é è é")
    }

    @Test(
        "letters of Greek and the like in a damaged document of UTF-8 stay what they are",
        arguments: [
            "TNF-α inhibitor: Amgen{s claim", "5 μm; the court{s {claim{", "Δ Airlines v. Smith{s {x{", "Știri {x{",
            "л {x{", "ש {x{",
        ])
    func foreignPairs(text: String) throws {
        let bytes = text.utf8.map { $0 == 0x7B ? 0x92 : $0 }
        let read = try title(document("<?xml version='1.0' encoding='utf-8'?>", bytes))
        #expect(read == text.replacing("{", with: "’"))
    }

    @Test(
        "windows-1252 is believed where all that could be UTF-8 is a capital and a mark behind it",
        arguments: [
            ([0xC9, 0xBB] as [UInt8], "É»"), ([0xC9, 0x85], "É…"), ([0xDC, 0x99], "Ü™"), ([0xDF, 0x94], "ß”"),
            (Array("α".utf8), "α"), (Array("é".utf8), "é"), (Array("Ș".utf8), "Ș"),
        ])
    func believed(bytes: [UInt8], expected: String) throws {
        let read = try title(document("<?xml version='1.0' encoding='windows-1252'?>", Array("MARCH".utf8) + bytes))
        #expect(read == "MARCH" + expected)
    }

    @Test(
        "a mark of UTF-8 before another encoding says nothing",
        arguments: [
            ("gb2312", [0xD6, 0xD0, 0xB9, 0xFA, 0xB7, 0xA8, 0xD4, 0xBA] as [UInt8], "中国法院"),
            ("windows-1251", [0xCF, 0xF0, 0xE0, 0xE2, 0xEE], "Право"),
            ("mac-cyrillic", [0x8F, 0xF0, 0xE0, 0xE2, 0xEE], "Право"),
        ])
    func marked(encoding: String, bytes: [UInt8], expected: String) throws {
        let repeated = bytes + [0x20] + bytes + [0x20] + bytes
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + document("<?xml version='1.0' encoding='\(encoding)'?>", repeated)
        #expect(try title(marked) == "\(expected) \(expected) \(expected)")
    }

    @Test("HTTP outranks the declaration, a byte order mark outranks both")
    func precedence() throws {
        let bytes = document("<?xml version='1.0' encoding='koi8-r'?>", [0xCF])
        #expect(try title(bytes, contentType: "application/xml; charset=windows-1251") == "П")
        let marked = [0xEF, 0xBB, 0xBF] + document("<?xml version='1.0' encoding='koi8-r'?>", Array("é".utf8))
        #expect(try title(marked, contentType: "application/xml; charset=windows-1251") == "é")
    }

    @Test(
        "windows-1252 of a server gives way to the declaration of a page whose language it cannot write",
        arguments: [
            ("pl", "iso-8859-2", [0xB6, 0x77, 0x69, 0x61, 0x74] as [UInt8], "świat"),
            ("cs", "windows-1250", [0x9E, 0xE1, 0x64, 0x6F, 0x73, 0x74], "žádost"),
            ("tr", "iso-8859-9", [0xFE, 0x65, 0x79], "şey"), ("de", "iso-8859-2", [0xFC, 0x62, 0x65, 0x72], "über"),
        ])
    func latin(language: String, declared: String, bytes: [UInt8], expected: String) throws {
        let page =
            Array("<html lang='\(language)'><head><meta charset='\(declared)'></head><body><p>".utf8) + bytes
            + Array("</p></body></html>".utf8)
        let document = try PageDocument(
            page, selectors: PageSelectors(item: "//p", title: ".", link: "/"), base: "https://a.example/",
            contentType: "text/html; charset=ISO-8859-1")
        #expect(document.items.first?.title == expected)
    }

    @Test(
        "windows-1252 in the declaration is not believed of words that are none in their language",
        arguments: [
            ("pl", [0x53, 0xB9, 0x64, 0x20, 0x75, 0x63, 0x68, 0x79, 0x6C, 0x69, 0xB3] as [UInt8], "Sąd uchylił"),
            ("cs", [0x9E, 0xE1, 0x64, 0x6F, 0x73, 0x74, 0x20, 0xF8, 0xED, 0x7A, 0x65, 0x6E, 0xED], "žádost řízení"),
            ("hu", [0x64, 0xF6, 0x6E, 0x74, 0xE9, 0x73, 0x20, 0x65, 0x6C, 0xF5, 0x74, 0x74], "döntés előtt"),
            ("tr", [0xFE, 0x69, 0x6B, 0xE2, 0x79, 0x65, 0x74, 0x20, 0x79, 0x61, 0x70, 0xFD], "şikâyet yapı"),
            // A French name in a Polish text, and German, stay what they say.
            ("pl", [0x46, 0x72, 0x61, 0x6E, 0xE7, 0x6F, 0x69, 0x73, 0x20, 0xF3, 0x77], "François ów"),
            ("de", [0xFC, 0x62, 0x65, 0x72, 0x20, 0xF6, 0x66, 0x66, 0x6E, 0x65, 0x6E], "über öffnen"),
        ])
    func foreignLetters(language: String, bytes: [UInt8], expected: String) throws {
        let page =
            Array("<html lang='\(language)'><head><meta charset='windows-1252'></head><body><p>".utf8) + bytes
            + Array("</p></body></html>".utf8)
        let document = try PageDocument(
            page, selectors: PageSelectors(item: "//p", title: ".", link: "/"), base: "https://a.example/",
            contentType: nil)
        #expect(document.items.first?.title == expected)
    }

    @Test(
        "a server's usual charset gives way to the declaration where the bytes prove it wrong",
        arguments: [
            ("utf-8", "koi8-r", [0xF0, 0xD2] as [UInt8], "Пр"), ("UTF8", "gb2312", [0xD6, 0xD0], "中"),
            ("us-ascii", "windows-1251", [0xCF, 0xF0], "Пр"), ("us-ascii", "utf-8", Array("Пр".utf8), "Пр"),
            ("us-ascii", "us-ascii", [0x92], "’"), ("utf-8", "koi8-r", Array("Пр".utf8), "Пр"),
            // One broken byte in a text of UTF-8 is damage, not another encoding.
            ("utf-8", "koi8-r", Array("право".utf8) + [0xE9], "правоé"),
            ("windows-1251", "koi8-r", [0xCF], "П"), ("utf-8", "utf-8", [0xE9], "é"),
        ])
    func outdone(charset: String, declared: String, bytes: [UInt8], expected: String) throws {
        let document = document("<?xml version='1.0' encoding='\(declared)'?>", bytes)
        #expect(try title(document, contentType: "text/xml; charset=\(charset)") == expected)
    }

    @Test(
        "what must not stand in a document goes, wherever it stands in what was converted",
        arguments: [
            ([0x61, 0x01, 0x62] as [UInt8], "ab"), ([0x61, 0x0B, 0x62], "a b"), ([0x85], "…"), ([0x99, 0xE8], "™č"),
            ([0x0A, 0x09, 0x61], " a"), ([0xA0, 0x61], " a"), ([0xE8, 0x00, 0xE8], "čč"),
        ])
    func converted(bytes: [UInt8], expected: String) throws {
        for filling in ["", "1234567", "čččččččč 12345678 "] {
            let filler = filling.unicodeScalars.map { $0 == "č" ? 0xE8 : UInt8($0.value) }
            let document = document("<?xml version='1.0' encoding='iso-8859-2'?>", filler + bytes)
            #expect(try title(document) == PlainText.clean(filling + expected))
        }
    }

    @Test("noncharacters are replaced in what was converted")
    func noncharacters() throws {
        let document = "<rss><channel><title>中文，中文，\u{FFFF}</title></channel></rss>"
        let wide = document.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        let bytes: [UInt8] = [0xFE, 0xFF] + wide
        #expect(try title(bytes) == "中文，中文，\u{FFFD}")
    }

    @Test(
        "what is UTF-8 stays UTF-8, whatever is declared",
        arguments: ["iso-8859-1", "windows-1252", "gb2312", "us-ascii", "utf-16"])
    func notAsDeclared(encoding: String) throws {
        let declaration = "<?xml version='1.0' encoding='\(encoding)'?>"
        #expect(try title(document(declaration, Array("Größe – 著作权".utf8))) == "Größe – 著作权")
    }

    @Test(
        "what is not UTF-8 although it should be",
        arguments: [
            ([0x4B, 0xE4, 0x73, 0x65] as [UInt8], "Käse"), ([0x93, 0x61, 0x94], "“a”"),
            (Array("é".utf8) + [0xE9], "éé"),
            ([0xC3, 0x28], "Ã("), ([0xED, 0xA0, 0x80, 0x61], "�a"), ([0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], "😀"),
            ([0xED, 0xB8, 0x80, 0xED, 0xA0, 0xBD], "��"), ([0xF5], "õ"), ([0xE2, 0x82], "â‚"),
        ])
    func notUTF8(bytes: [UInt8], expected: String) throws { #expect(try title(document("", bytes)) == expected) }

    @Test(
        "controls of windows-1252 are repaired, and bytes that are no UTF-8 are passed over",
        arguments: [
            ([0xC2, 0x92], [0xE2, 0x80, 0x99] as [UInt8]?), ([0xC2, 0x41], nil), ([0xC2, 0xFF], nil), ([0xC2], nil),
            ([0xC2, 0xC2, 0x92, 0xC2, 0x41], [0xC2, 0xE2, 0x80, 0x99, 0xC2, 0x41]), ([0xC2, 0xA0], nil),
        ])
    func controls(bytes: [UInt8], repaired: [UInt8]?) {
        #expect(bytes.withUnsafeBufferPointer { Windows1252.repaired($0) } == repaired)
    }

    @Test("a document of broken bytes ends nothing but itself")
    func brokenBytes() {
        let digits = Array(
            """
            3c7273733c7469746c652076657273359d9d9d9d9d9d52616e9d309d9dffffffffffffffff9d9d9d9d9d9d9d9d9d9d9d\
            9d9d9d9d9d9d9dfffffffffffffffffffffffffffffffffffffffffffffffffffafafafbfafafafafafafafafafafafa\
            fafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafafaffffffff\
            ffffffffffffffffffffffffffffffffffffffffffff3d3c903e
            """.utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        let feed = try? Feed(bytes, base: "https://feeds.example/", contentType: "application/xml")
        #expect(feed?.items.isEmpty ?? true)
    }

    /// The bytes that are written in figures.
    private func bytes(_ figures: String) -> [UInt8] {
        let digits = Array(figures.utf8)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
    }

    @Test(
        "where nothing is said of the encoding, or UTF-8 without being it, the language tells",
        arguments: [
            ("ru", "Верховный суд рассмотрел дело", "c2e5f0f5eee2edfbe920f1f3e420f0e0f1f1eceef2f0e5eb20e4e5ebee"),
            ("ru", "Верховный суд рассмотрел дело", "f7c5d2c8cfd7ced9ca20d3d5c420d2c1d3d3cdcfd4d2c5cc20c4c5cccf"),
            ("uk", "Верховний Суд розглянув справу", "f7c5d2c8cfd7cec9ca20f3d5c420d2cfdac7ccd1ced5d720d3d0d2c1d7d5"),
            ("bg-BG", "Върховният съд разгледа делото", "c2faf0f5eee2ede8fff220f1fae420f0e0e7e3ebe5e4e020e4e5ebeef2ee"),
            ("ja", "知的財産高等裁判所の判決", "926d93498de08e598d8293998dd994bb8f8a82cc94bb8c88"),
            ("ja", "知的財産高等裁判所の判決", "c3cec5aabae2bbbab9e2c5f9badbc8bdbdeaa4cec8bdb7e8"),
            ("ko", "저작권위원회 안내서 공표", "c0fac0dbb1c7c0a7bff8c8b820bec8b3bbbcad20b0f8c7a5"),
            ("zh-Hant", "智慧財產及商業法院判決", "b4bcbc7ab05db2a3a4ceb0d3b77eaa6bb07ca750a84d"),
            ("zh-TW", "智慧財產及商業法院判決", "b4bcbc7ab05db2a3a4ceb0d3b77eaa6bb07ca750a84d"),
            ("zh-Hans", "国家知识产权局公告", "b9fabcd2d6aacab6b2fac8a8bed6b9abb8e6"),
            ("el", "Άρειος Πάγος απόφαση", "a2f1e5e9eff220d0dce3eff220e1f0fcf6e1f3e7"),
            ("he", "בית המשפט העליון", "e1e9fa20e4eef9f4e820e4f2ece9e5ef"),
            ("ar", "المحكمة العليا حكم", "c7e1e3cddfe3c920c7e1dae1edc720cddfe3"),
            ("th", "ศาลทรัพย์สินทางปัญญา", "c8d2c5b7c3d1bec2eccad4b9b7d2a7bbd1adadd2"),
            ("pl", "Sąd Najwyższy – zażółć", "53b964204e616a7779bf737a792096207a61bff3b3e6"),
            ("pl", "Sąd Najwyższy ogłosił", "53b164204e616a7779bf737a79206f67b36f7369b3"),
            ("pl", "Sąd Najwyższy ogłosił", "53b964204e616a7779bf737a79206f67b36f7369b3"),
            ("cs", "Nejvyšší soud zveřejnil", "4e656a7679b9b9ed20736f7564207a7665f8656a6e696c"),
            ("ar", "حكم المحكمة في القضية", "cde3e520c7e4e5cde3e5c920e1ea20c7e4e2d6eac9"),
            ("tr", "Yargıtay kararı Şişli", "59617267fd746179206b61726172fd20de69fe6c69"),
            ("lt", "Lietuvos Aukščiausiasis Teismas", "4c69657475766f732041756bf0e869617573696173697320546569736d6173"),
            ("ru", "“Quoted” text", "9351756f746564942074657874"),
            ("ja", "Café “AI” law", "436166e92093414994206c6177"),
            ("en", "Käse", "4be47365"),
        ])
    func told(language: String, text: String, figures: String) throws {
        let bytes = bytes(figures)
        for declaration in ["", "<?xml version='1.0' encoding='utf-8'?>"] {
            let document = document(declaration, bytes)
            #expect(
                try Feed(document, base: "", contentType: "text/xml; charset=utf-8", language: language).title == text)
            let own =
                Array(declaration.utf8) + Array("<rss xml:lang='\(language)'>".utf8)
                + document.dropFirst(declaration.utf8.count + 5)
            #expect(try Feed(own, base: "", language: "en").title == text)
        }
    }

    @Test(
        "a script that is not Latin is told by its letters where neither encoding nor language is known",
        arguments: [
            ("CP1251", "Верховный суд рассмотрел дело об авторском праве"),
            ("KOI8-R", "Верховный суд рассмотрел дело об авторском праве"),
            ("IBM866", "Верховный суд рассмотрел дело об авторском праве"),
            ("CP1253", "Το Συμβούλιο της Επικρατείας εξέδωσε απόφαση"),
            ("CP1255", "בית המשפט העליון פרסם היום פסק דין"), ("CP1256", "أصدرت المحكمة العليا حكما في القضية"),
            ("ISO-8859-6", "أصدرت المحكمة العليا حكما في القضية"), ("CP874", "ศาลฎีกาประกาศคำพิพากษาเกี่ยวกับข้อมูล"),
            ("CP1252", "Größenänderung: Öl, Käse, «Übung» naïve"),
        ])
    func byLetters(encoding: String, text: String) throws {
        let bytes = try #require(encoded(text, as: encoding))
        #expect(try title(document("", bytes)) == text)
        #expect(try Feed(document("", bytes), base: "", language: "en").title == text)
    }

    /// A text in an encoding of one byte a character.
    private func encoded(_ text: String, as name: String) -> [UInt8]? {
        var table: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8.min...UInt8.max {
            guard let converter = Iconv(from: name) else { return nil }
            var faults = 0
            // The space ends a letter of Hebrew, for which the converter else awaits a point.
            let scalars = [byte, 0x20].withUnsafeBufferPointer {
                Array(String(decoding: converter.convert($0, faults: &faults), as: UTF8.self).unicodeScalars)
            }
            if faults == 0, let scalar = scalars.first { table[scalar] = byte }
        }
        let bytes = text.unicodeScalars.compactMap { table[$0] }
        return bytes.count == text.unicodeScalars.count ? bytes : nil
    }

    @Test("what servers say unasked gives way where the language has other letters, and to letters that it has not")
    func instead() throws {
        let russian = bytes("c2e5f0f5eee2edfbe920f1f3e420f0e0f1f1eceef2f0e5eb")
        let latin = document("<?xml version='1.0' encoding='iso-8859-1'?>", russian)
        #expect(try Feed(latin, base: "", language: "ru").title == "Верховный суд рассмотрел")
        #expect(try Feed(latin, base: "", language: "de").title?.hasPrefix("Âåð") ?? false)
        // What a document says of its language counts before what is known of its source, but for English.
        let french =
            Array("<rss><language>fr</language><channel><title>Th".utf8) + [0xE8]
            + Array("se</title></channel></rss>".utf8)
        #expect(try Feed(french, base: "", language: "pl").title == "Thèse")
        let script = Array("<rss><x>\(String(repeating: "a", count: 70_000))</x><channel><title>".utf8)
        let koi8 = bytes("f7c5d2c8cfd7cec1d120d0c1ccc1d4c1")
        #expect(
            try Feed(script + koi8 + Array("</title></channel></rss>".utf8), base: "", language: "ru").title
                == "Верховная палата")
        let czech = bytes("8a9d6173746ee1209e616c6f6261")
        #expect(try title(document("<?xml version='1.0' encoding='iso-8859-2'?>", czech)) == "Šťastná žaloba")
        let other = Array("<rss><link hreflang='pl'/><channel><title>T\u{EA}te".unicodeScalars.map { UInt8($0.value) })
        #expect(try title(other + Array("</title></channel></rss>".utf8)) == "Tête")
        let escaped = bytes("1b2442483d3768247238402424454f2437243f1b2842")
        #expect(try title(document("", escaped)) == "判決を言い渡した")
        #expect(try title(document("<?xml version='1.0' encoding='utf-7'?>", Array("判決".utf8))) == "判決")
        #expect(try title(document("<?xml version='1.0' encoding='euc-jp'?>", [0xAD, 0xA1])) == "①")
        #expect(try title(document("<?xml version='1.0' encoding='win-1251'?>", russian)) == "Верховный суд рассмотрел")
    }

    @Test(
        "text of two bytes a character is told apart where no language is known",
        arguments: [
            ("c0fac0dbb1c7c0a7bff8c8b820c0ceb0f8c1f6b4c920c7d0bdc0b5a5c0ccc5cd20bec8b3bbbcad", "저작권위원회 인공지능 학습데이터 안내서"),
            ("c3cec5aabae2bbbab9e2c5f9badbc8bdbdeaa4cec8bdb7e8a4cba4c4a4a4a4c6", "知的財産高等裁判所の判決について"),
        ])
    func double(figures: String, text: String) throws {
        #expect(try title(document("", bytes(figures))) == text)
    }

    @Test("a page may name its encoding behind its scripts")
    func latePage() throws {
        let scripts = String(repeating: "<script>var a = 'meta';</script>", count: 100)
        let html = Array("<html><head>\(scripts)<meta name=a><meta charset=\"windows-1251\"></head><body><p>".utf8)
        let page = html + bytes("d1f3e4") + Array(" <a href='/1'>1</a></p></body></html>".utf8)
        let selectors = PageSelectors(item: "//p", title: "text()", link: "a/@href")
        #expect(try PageDocument(page, selectors: selectors, base: "https://c.example/").items.first?.title == "Суд")
    }

    @Test("undeclared Chinese of two bytes a character is recognised")
    func undeclaredChinese() throws {
        let text: [UInt8] = [0xD6, 0xF8, 0xD7, 0xF7, 0xC8, 0xA8, 0xB7, 0xA8]
        #expect(try title(document("<?xml version='1.0' encoding='utf-8'?>", text + text + text)) == "著作权法著作权法著作权法")
    }

    @Test("wide characters", arguments: [false, true])
    func wide(isBigEndian: Bool) throws {
        for declaration in ["", "<?xml version='1.0' encoding='utf-16'?>"] {
            let text = declaration + "<rss><channel><title>日本 é</title></channel></rss>"
            let bytes = text.utf16.flatMap { unit in
                let halves = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                return isBigEndian ? halves.reversed() : halves
            }
            #expect(try title(bytes) == "日本 é")
            #expect(try title((isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) + bytes) == "日本 é")
        }
    }

    @Test("UTF-32", arguments: [false, true])
    func utf32(isBigEndian: Bool) throws {
        let bytes = "<rss><channel><title>日</title></channel></rss>".unicodeScalars.flatMap { scalar in
            let parts = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
            return isBigEndian ? parts.reversed() : parts
        }
        #expect(try title(bytes) == "日")
    }

    /// `<?xml version='1.0' encoding='` and the like are the same in all code pages of EBCDIC.
    @Test("EBCDIC, in the code page that the document declares", arguments: [("cp037", 0xB5), ("cp273", 0x7C)])
    func ebcdic(page: String, section: UInt8) throws {
        let text = "<?xml version='1.0' encoding='\(page)'?><rss><channel><title>#</title></channel></rss>"
        let bytes = text.utf8.map { $0 == 0x23 ? section : Self.ebcdic[Int($0)] }
        #expect(try title(bytes) == "§")
    }

    private static let ebcdic: [UInt8] = {
        var table = [UInt8](repeating: 0x40, count: 128)
        for (first, code) in [("a", 0x81), ("j", 0x91), ("A", 0xC1), ("J", 0xD1), ("0", 0xF0)] as [(Character, UInt8)] {
            let start = Int(first.asciiValue ?? 0)
            for offset in 0..<(first == "0" ? 10 : 9) { table[start + offset] = code + UInt8(offset) }
        }
        for offset in 0..<8 {
            table[Int(UInt8(ascii: "s")) + offset] = 0xA2 + UInt8(offset)
            table[Int(UInt8(ascii: "S")) + offset] = 0xE2 + UInt8(offset)
        }
        let marks: [(Unicode.Scalar, UInt8)] = [
            ("<", 0x4C), (">", 0x6E), ("?", 0x6F), ("=", 0x7E), ("'", 0x7D), (".", 0x4B), ("/", 0x61),
        ]
        for (mark, code) in marks { table[Int(mark.value)] = code }
        return table
    }()

    @Test(
        "text that was encoded twice is read as it was meant",
        arguments: [
            ("GrÃ¶Ã\u{178}e", "Größe"), ("Ã©tÃ©", "été"), ("â\u{20AC}\u{201C}", "–"), ("Groesse", "Groesse"),
            ("Größe", "Größe"), ("MENÜ™", "MENÜ™"), ("« Ã »", "« Ã »"), ("è\u{91}\u{97}", "著"), ("Ð¡Ñ\u{83}Ð´", "Суд"),
            ("NESTLÉ® wins trade mark case", "NESTLÉ® wins trade mark case"), ("CITÉ®", "CITÉ®"), ("Ü®", "Ü®"),
            ("the sign MÜ°", "the sign MÜ°"), ("VÆ° Ã¡n", "Vư án"),
        ])
    func twice(written: String, meant: String) throws {
        #expect(try title(document("<?xml version='1.0' encoding='utf-8'?>", Array(written.utf8))) == meant)
    }

    @Test("an unknown encoding is reported, and UTF-8 tried")
    func unknown() throws {
        let bytes = document("<?xml version='1.0' encoding='klingon'?>", Array("é".utf8))
        let feed = try Feed(bytes, base: "")
        #expect(feed.title == "é")
        #expect(feed.warnings == [FeedWarning("the encoding \"klingon\" is unknown")])
    }

    @Test(
        "the charset of a content type",
        arguments: [
            ("text/xml; charset=utf-8", "utf-8"), ("text/xml;charset=\"UTF-8\"", "UTF-8"), ("text/xml", nil),
            ("text/xml; charset=", nil), ("text/xml; a=b; CHARSET = 'x'", "x"),
        ] as [(String, String?)])
    func charset(contentType: String, expected: String?) {
        #expect(EncodingClues.charset(of: contentType) == expected)
    }

    @Test(
        "labels mean what publishers mean by them",
        arguments: [
            ("GB_2312-80", "GB18030"), ("x-gbk", "GB18030"), ("latin1", "CP1252"), ("ISO_8859-1:1987", "CP1252"),
            ("ks_c_5601-1987", "CP949"), ("TIS-620", "CP874"), ("u8", "UTF-8"), ("Windows-31J", "CP932"),
        ])
    func labels(label: String, meaning: String) { #expect(EncodingName.candidates(for: label) == [meaning]) }
}
