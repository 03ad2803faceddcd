import Foundation
import Model
import Testing

@testable import Tagging

/// Treatments of decisions that texts only point back to, by the tables that the program comes with.
@Suite("Decisions that are pointed back to") struct EarlierDecisionTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func treatments(_ text: String, _ language: String, title: String = "") -> [String] {
        reader.facts(of: FactInput(title: title, summary: text, language: Language(language))).treatments.map {
            "\($0.value.authority) \($0.value.kind.rawValue)"
        }
    }

    @Test(
        "a decision without a number is treated by the words that tell whose it is, else as the judgment below",
        arguments: [
            ("en", "They reverse the Court of Appeal's 2024 decision.", "Court of Appeal's 2024 decision annulled"),
            ("en", "The judgment is reversed and the case remanded.", "the judgment below annulled"),
            ("en", "Smith v. Example Corp: Dismissal Affirmed", "the judgment below applied"),
            ("en", "THE JURY'S VERDICT IS REVERSED.", "JURY'S VERDICT annulled"),
            ("it", "La Sanzione Sospesa", "Sanzione stayed"),
            ("de", "Der Senat hat das Urteil aufgehoben.", "the judgment below annulled"),
            ("fr", "La Cour annule la mise en demeure que la CNIL avait adressée.", "mise en demeure annulled"),
            ("es", "La Sala ha dejado sin efecto la sanción de 950.000 euros.", "sanción de 950.000 euros annulled"),
            ("it", "La Corte annulla la sentenza impugnata.", "the judgment below annulled"),
            ("pl", "Sąd uchylił zaskarżony wyrok.", "the judgment below annulled"),
            ("zh-Hans", "法院裁定中止原判决的执行。", "the judgment below stayed"),
            ("zh-Hans", "判决撤销国家知识产权局第123号复审决定，责令重新作出决定。", "国家知识产权局第123号复审决定 annulled"),
            ("ja", "大阪高裁は原判決を破棄した。", "the judgment below annulled"),
            ("ko", "대법원은 서울고법 판결을 깨고 사건을 돌려보냈다.", "서울고법 판결 annulled"),
        ])
    func pointedBack(language: String, text: String, expected: String) {
        #expect(treatments(text, language) == [expected], "\(text)")
    }

    @Test(
        "what is asked for, denied, or done by the decision itself is none",
        arguments: [
            ("en", "The company asked the court to set aside the order."),
            ("en", "The vacated judgment was published."), ("en", "The order reversed course on fees."),
            ("en", "The regulator suspended a fine."), ("en", "The court postponed its decision."),
            ("de", "Der Beschluss hat die Sperre aufgehoben."), ("de", "Das Urteil wurde nicht aufgehoben."),
            ("fr", "Elle demande d'annuler la décision."), ("es", "La sentencia ha anulado el contrato."),
            ("zh-Hans", "该公司上诉请求撤销一审判决。"), ("zh-Hans", "委员会作出撤销决定。"),
            ("ja", "同社は命令の取り消しを求めた。"), ("ko", "회사는 처분 취소 소송을 냈다."),
        ])
    func notDone(language: String, text: String) { #expect(treatments(text, language).isEmpty, "\(text)") }

    @Test("a decision that is named and pointed back to was treated once, and the words that say most are told")
    func once() {
        #expect(
            treatments("The court vacated No. 23-5233.", "en", title: "Court vacates the district court's order")
                == ["No. 23-5233 annulled"])
        #expect(
            treatments("The court vacated the Board's decision.", "en", title: "Judgment is vacated")
                == ["Board's decision annulled"])
    }

    @Test(
        "acts and cases are treated by the names that their languages give them",
        arguments: [
            ("es", "Se reforma la Ley Federal del Derecho de Autor.", "Ley Federal del Derecho de Autor amended"),
            (
                "es", "Dejó en suspenso provisional la Circular Externa 002 del 2024.",
                "Circular Externa 002 del 2024 stayed"
            ),
            ("ja", "意匠法及び不正競争防止法の一部が改正された。", "「不正競争防止法」 amended"),
            ("zh-Hant", "修正個人資料保護法部分條文，公布之", "《個人資料保護法》 amended"),
            ("ja", "「AIガバナンス・ガイドラインVer.1.1」は本日をもって廃止します。", "「AIガバナンス・ガイドライン」 repealed"),
            (
                "en", "In banc, the court overruled Rosen and Durling, whose tests were rigid.",
                "Rosen and Durling overruled"
            ),
            (
                "fr", "Abandonnant la solution dégagée le 9 janvier 2020, la Cour admet l'outil.",
                "solution dégagée le 9 janvier 2020 overruled"
            ),
        ])
    func named(language: String, text: String, expected: String) {
        #expect(treatments(text, language).contains(expected), "\(text)")
    }
}
