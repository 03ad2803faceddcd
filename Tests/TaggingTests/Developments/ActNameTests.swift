import Model
import Testing

@testable import Tagging

@Suite("Names of acts in East Asian texts") struct ActNameTests {
    @Test(
        "an act is named by the title, or by the text where that speaks of a draft",
        arguments: [
            ("zh-Hans", "《生成式人工智能服务管理办法》公布", "", ["生成式人工智能服务管理办法"]),
            ("zh-Hans", "就《生成式人工智能服务管理办法（征求意见稿）》公开征求意见", "", ["生成式人工智能服务管理办法"]),
            ("zh-Hans", "《科技伦理管理服务办法（试行）（公开征求意见稿）》", "", ["科技伦理管理服务办法"]),
            ("zh-Hans", "新规征求意见", "发布《生成式人工智能服务管理办法（征求意见稿）》。", ["生成式人工智能服务管理办法"]),
            ("zh-Hans", "发布备案信息", "根据《互联网信息服务深度合成管理规定》，现公开发布。", []),
            ("zh-Hans", "《哪吒之魔童闹海》AI换脸案宣判", "", []), ("zh-Hans", "《未闭合的办法", "", []), ("zh-Hant", "「名人AI換臉案」宣判", "", []),
            ("ja", "「AIと著作権に関する考え方」改訂案", "", ["AIと著作権に関する考え方"]), ("en", "《Whatever办法》", "", []),
        ])
    func told(language: String, title: String, summary: String, names: [String]) throws {
        let findings = try FactReader.ofTheProgram().facts(
            of: FactInput(title: title, summary: summary, language: Language(language)))
        #expect(ActName.named(by: findings) == Set(names))
    }

    @Test(
        "an act is followed by its name, with its marks or without",
        arguments: [
            ("《生成式人工智能服务管理暂行办法》", "《生成式人工智能服务管理暂行办法》"),
            ("生成式人工智能服务管理暂行办法", "《生成式人工智能服务管理暂行办法》"),
            ("『AIと著作権に関する考え方』", "「AIと著作権に関する考え方」"),
            ("AIと著作権に関する考え方", "「AIと著作権に関する考え方」"),
            ("《科技伦理管理服务办法（试行）》", "《科技伦理管理服务办法》"), ("《哪吒之魔童闹海》", nil), ("法", nil), ("", nil),
            ("Example v Other", nil),
        ])
    func normalised(text: String, name: String?) { #expect(ActName.normalised(text) == name) }

    @Test("an act that the title names is a matter, with the words that show it, and no case")
    func matter() throws {
        let title = "关于《人工智能生成合成内容标识办法》的通知"
        let findings = try FactReader.ofTheProgram().facts(
            of: FactInput(title: title, language: Language("zh-Hans")))
        let name = try #require(findings.matterNames.first)
        #expect(name.value == "《人工智能生成合成内容标识办法》")
        #expect(name.evidence.map(\.words) == ["《人工智能生成合成内容标识办法》"])
        #expect(findings.matters(in: ItemText(title: title, language: Language("zh-Hans"))).isEmpty)
    }
}
