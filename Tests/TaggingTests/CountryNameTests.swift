import Model
import Testing

@testable import Tagging

@Suite("Countries by their names") struct CountryNameTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    @Test(
        "a country that a title names is its law, in each language and case",
        arguments: [
            ("en", "Rwanda adopts an AI law", ["RW"]),
            ("zh-Hans", "蒙古国通过人工智能法", ["MN"]),
            ("zh-Hans", "内蒙古发布人工智能条例", ["CN"]),
            ("zh-Hant", "蒲隆地通過人工智慧法", ["BI"]),
            ("de", "Kambodscha verabschiedet KI-Gesetz", ["KH"]),
            ("fr", "Arménie : adoption de la loi sur l'intelligence artificielle", ["AM"]),
            ("es", "Malasia: aprobada la ley de inteligencia artificial", ["MY"]),
            ("it", "Norvegia: il parlamento approva norme sull'intelligenza artificiale", ["NO"]),
            ("pt", "Moçambique: aprovada lei de inteligência artificial", ["MZ"]),
            ("nl", "Indonesië neemt AI-wet aan", ["ID"]),
            ("pl", "W Portugalii uchwalono ustawę o sztucznej inteligencji", ["PT"]),
            ("cs", "V Moldavsku přijat zákon o umělé inteligenci", ["MD"]),
            ("ru", "В Грузии принят закон об искусственном интеллекте", ["GE"]),
            ("ar", "ليبيا تقر قانون الذكاء الاصطناعي", ["LY"]),
            ("ja", "モンゴル、人工知能法案を可決", ["MN"]),
            ("ko", "홍콩, 인공지능법 통과", ["HK"]),
        ])
    func country(language: String, title: String, expected: [String]) {
        #expect(codes(title, "", language) == expected)
    }

    @Test(
        "names that are words of other languages are none there",
        arguments: [
            ("pl", "Mali przedsiębiorcy pytają o sztuczną inteligencję"), ("it", "Tribunale di Monaco sull'IA"),
            ("ko", "인공지능이란 무엇인가"), ("ru", "Суд признал его выводы об ИИ самое важное, того требует закон"),
        ])
    func words(language: String, title: String) {
        #expect(Set(codes(title, "", language)).isDisjoint(with: ["ML", "MC", "IR", "WS", "TG"]))
    }

    @Test("a news agency in front of a report is no law") func agency() {
        #expect(codes("哈萨克斯坦总统签署人工智能法", "新华社阿斯塔纳电 该法对人工智能系统按风险程度分级。", "zh-Hans") == ["KZ"])
    }

    private func codes(_ title: String, _ summary: String, _ language: String) -> [String] {
        reader.facts(of: FactInput(title: title, summary: summary, language: Language(language))).jurisdictions.map(
            \.value.code)
    }
}
