import Model
import Testing

@testable import Tagging

@Suite("Parts of countries that titles name with their courts and authorities") struct RegionsTests {
    @Test(
        "a region counts beside a court or an authority",
        arguments: [
            ("LG Hamburg: KI-Training mit Fotos zulässig", "de", "DE-HH"),
            ("Landgericht Frankfurt a. M. untersagt KI-Zusammenfassungen", "de", "DE-HE"),
            ("Bayerische Datenschutzbeauftragte zu Copilot", "de", "DE-BY"),
            ("Munich Regional Court rules on lyrics", "en", "DE-BY"),
            ("Hamburger Fotograf verliert gegen LAION", "de", ""),
            ("Naumburg: OLG Sachsen-Anhalt", "de", "DE-ST"),
            ("Kerala High Court bars AI in judgments", "en", "IN-KL"),
            ("High Court of Gujarat issues AI policy", "en", "IN-GJ"),
            ("Ontario privacy commissioner on AI scribes", "en", "CA-ON"),
            ("Los Angeles adopts ordinance on AI", "en", "US-CA"),
            ("New York Times sues in court", "en", ""),
            ("New York court hears New York Times", "en", "US-NY"),
            ("杭州互联网法院：AI生成图片构成作品", "zh", "CN-ZJ"), ("浙江省网信办约谈平台", "zh", "CN-ZJ"),
            ("上海某公司诉平台案", "zh", ""), ("臺北地院判決", "zh", "TW-TPE"),
            ("大阪地裁、AI生成画像の著作権侵害を認定", "ja", "JP-OSK"), ("東京都、生成AI指針を公表", "ja", "JP-TKY"),
            ("서울중앙지법, 소송 기각", "ko", "KR-11"), ("부산지법 판결", "ko", "KR-26"),
            ("Суд в Казани оштрафовал юриста", "ru", "RU-TA"), ("成都铁路运输第一法院判决", "zh", "CN-SC"),
            ("TJSP condena advogado", "pt", "BR-SP"), ("El TSJ de Navarra archiva", "es", "ES-NC"),
            ("Tribunale di Torino, sentenza", "it", "IT-21"), ("Rechtbank Amsterdam wijst af", "nl", "NL-NH"),
            ("Sąd Okręgowy w Warszawie oddalił", "pl", "PL-MZ"), ("محكمة الرياض تحكم", "ar", "SA-01"), ("", "en", ""),
            ("x", "en", ""),
        ])
    func named(title: String, language: String, region: String) throws {
        #expect(
            try GroupingTables.ofTheProgram().regions.named(in: title, language) == Set([region].filter { !$0.isEmpty })
        )
    }

    @Test(
        "a court over those of all parts is told from others",
        arguments: [
            ("Supreme Court declines to hear the case", "en", true), ("BGH legt dem EuGH vor", "de", true),
            ("最高法发布指导案例", "zh", true), ("米最高裁、上告を退ける", "ja", true), ("El Supremo avala", "es", true),
            ("High Court rules on training", "en", false), ("LG Köln untersagt", "de", false), ("", "en", false),
        ])
    func highest(title: String, language: String, isHighest: Bool) throws {
        #expect(try GroupingTables.ofTheProgram().regions.nameHighestCourt(in: title, language) == isHighest)
    }

    @Test(
        "parts of one country differ where none is common",
        arguments: [
            ("DE-HH", "DE-HE", true), ("DE-HH", "DE-HH DE-HE", false), ("DE-HH", "US-CA", false),
            ("", "DE-HH", false), ("DE-HH US-CA", "US-NY", true),
        ])
    func differ(left: String, right: String, areOther: Bool) {
        let (left, right) = (
            Set(left.split(separator: " ").map(String.init)), Set(right.split(separator: " ").map(String.init))
        )
        #expect(Regions.differ(left, right) == areOther)
        #expect(Regions.differ(right, left) == areOther)
    }

    @Test(
        "a line that cannot be read is told",
        arguments: [
            ("DE,HH,*", "not four cells: law,region,language,names"),
            ("DE,HH,*,", "not four cells: law,region,language,names"),
            ("Germany,HH,*,x y", "“Germany” is no jurisdiction: write a code of ISO 3166-1 such as DE, or *,actor"),
            ("*,HH,*,x y", "“*” is no jurisdiction: write a code of ISO 3166-1 such as DE, or *,actor"),
            ("DE,HH,any,x y", "“any” is no language: write a code such as en, or * for all"),
            ("DE,HH,*,x*", "the name “x*” has less than two bytes"),
            ("DE,HH,*,xy;;z", "the name “” has less than two bytes"),
            ("DE,HE,*,bremen", "“bremen” stands in line 1 already; take one of them out"),
        ])
    func unreadable(line: String, reason: String) {
        #expect(throws: FactTableError(file: "regions.csv", line: 2, reason: reason)) {
            try Regions(file: "regions.csv", text: "DE,HB,*,Bremen\n\(line)\n")
        }
    }
}
