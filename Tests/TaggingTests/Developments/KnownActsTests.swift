import Model
import Testing

@testable import Tagging

@Suite("Acts by the names that languages have for them") struct KnownActsTests {
    @Test(
        "a title names an act of the law that the item speaks of, in its language",
        arguments: [
            ("关于《人工智能生成合成内容标识办法》的通知", "zh", "CN", "CN labelling measures"),
            ("China’s AI Labelling Measures explained", "en", "CN", "CN labelling measures"),
            ("인공지능 기본법 시행령 개정안", "ko", "KR", "KR AI Basic Act decree"),
            ("AI Basic Act takes effect", "en", "KR", "KR AI Basic Act"),
            ("AI Basic Act takes effect", "en", "TW", "TW AI Basic Act"),
            ("AI Basic Act takes effect", "en", "US", nil), ("AI Act: what Italian firms must do", "en", "IT", nil),
            ("Code de bonnes pratiques sur le marquage des contenus", "fr", "EU", "EU code on labelling"),
            ("Code of practice for general-purpose AI", "en", "EU", "EU code on general-purpose AI"),
            ("", "en", "CN", nil), ("Ein KI-Grundlagengesetz für Korea", "de", "KR", "KR AI Basic Act"),
            ("Ein KI-Grundlagengesetz für Korea", "en", "KR", nil),
        ])
    func named(title: String, language: String, jurisdiction: String, act: String?) throws {
        let acts = try KnownActs.ofTheProgram()
        #expect(acts.named(in: title, language, of: [try #require(Jurisdiction(jurisdiction))]) == act)
    }

    @Test("of several acts the one that stands first counts, and words joined by a plus stand in any order")
    func order() throws {
        let acts = try KnownActs(
            file: "acts.csv", text: "# Acts\nKR,decree,*,Act + decree\r\n\nKR, act ,en,AI act;Robot Law\n")
        func named(_ title: String) throws -> String? {
            acts.named(in: title, "en", of: [try #require(Jurisdiction("KR"))])
        }
        #expect(try named("Decree under the AI Act") == "KR decree")
        #expect(try named("The AI Act") == "KR act")
        #expect(try named("a robot law") == "KR act")
        #expect(try named("a robot") == nil)
    }

    @Test(
        "a line that cannot be read is told",
        arguments: [
            ("KR,act,en", "not four cells: law,act,language,names"),
            ("KR,,en,x", "not four cells: law,act,language,names"),
            ("Korea,act,en,x act", "“Korea” is no jurisdiction: write a code of ISO 3166-1 such as DE, or EU, or INT"),
            ("XX,act,en,x act", "“XX” is no jurisdiction: write a code of ISO 3166-1 such as DE, or EU, or INT"),
            ("KR,act,any,x act", "“any” is no language: write a code such as en, or * for all"),
            ("KR,act,en,x+act", "the name “x+act” has words of less than two bytes"),
            ("KR,act,en,;", "not four cells: law,act,language,names"),
            ("KR,act,*,the act", "“the act” is a name of KR in line 1 already; take one of them out"),
        ])
    func unreadable(line: String, reason: String) {
        #expect(throws: FactTableError(file: "acts.csv", line: 2, reason: reason)) {
            try KnownActs(file: "acts.csv", text: "KR,another act,*,the act\n\(line)\n")
        }
    }
}
