import Model
import Testing

@testable import Tagging

@Suite("Acts by the names that languages have for them") struct KnownActTests {
    @Test(
        "a title names an act of the law that the item speaks of",
        arguments: [
            ("关于《人工智能生成合成内容标识办法》的通知", "CN", "CN labelling measures"),
            ("China’s AI Labelling Measures explained", "CN", "CN labelling measures"),
            ("인공지능 기본법 시행령 개정안", "KR", "KR AI Basic Act decree"),
            ("AI Basic Act takes effect", "KR", "KR AI Basic Act"),
            ("AI Basic Act takes effect", "TW", "TW AI Basic Act"),
            ("AI Basic Act takes effect", "US", nil), ("AI Act: what Italian firms must do", "IT", nil),
            ("Code de bonnes pratiques sur le marquage des contenus", "EU", "EU code on labelling"),
            ("Code of practice for general-purpose AI", "EU", "EU code on general-purpose AI"), ("", "CN", nil),
        ])
    func named(title: String, jurisdiction: String, act: String?) throws {
        #expect(KnownAct.named(in: title, of: [try #require(Jurisdiction(jurisdiction))]) == act)
    }
}
