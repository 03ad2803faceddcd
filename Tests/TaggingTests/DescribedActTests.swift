import Foundation
import Model
import Testing

@testable import Tagging

/// Treatments as courts, gazettes and law firms write of them, by the tables that the program comes with.
@Suite("Treatments in natural texts") struct DescribedActTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func treatments(_ text: String, _ language: String) -> [String] {
        reader.facts(of: FactInput(title: "", summary: text, language: Language(language))).treatments.map {
            "\($0.value.authority) \($0.value.kind.rawValue)"
        }
    }

    @Test(
        "an act is treated by what it is and its number or date",
        arguments: [
            ("fr", "Article 1er : l’arrêté du 3 mai 2019 est annulé.", ["arrêté du 3 mai 2019 annulled"]),
            (
                "fr", "Arrêté du 4 juin 2025 abrogeant l’arrêté du 2 mai 2018 relatif aux drones",
                ["arrêté du 2 mai 2018 repealed"]
            ),
            (
                "fr", "Sont abrogés : le décret n° 2010-112 et l’arrêté du 3 mai 2011.",
                ["Décret 2010-112 repealed", "arrêté du 3 mai 2011 repealed"]
            ),
            (
                "de", "Auf die Revision wird das Urteil des Oberlandesgerichts Köln vom 5. Juni 2024 aufgehoben.",
                ["Urteil des Oberlandesgerichts Köln vom 5. Juni 2024 annulled"]
            ),
            ("de", "Verordnung zur Änderung der Patentverordnung", ["Patentverordnung amended"]),
            ("de", "Das Gericht setzt den Bescheid vom 2. April 2025 aus.", ["Bescheid vom 2. April 2025 stayed"]),
            (
                "it", "È abrogato il decreto ministeriale 4 maggio 2010.",
                ["decreto ministeriale 4 maggio 2010 repealed"]
            ),
            (
                "it", "Il TAR Lazio annulla la delibera AGCOM n. 680/13/CONS.",
                ["delibera AGCOM n. 680/13/CONS annulled"]
            ),
            ("es", "Queda derogada la Orden ECE/482/2018, de 26 de abril.", ["Orden ECE/482/2018 repealed"]),
            (
                "es", "Se modifica el Reglamento de la Ley 11/1986, aprobado por el Real Decreto 2245/1986.",
                ["Real Decreto 2245/1986 amended"]
            ),
            ("pt", "O STF suspendeu os efeitos da Portaria MEC nº 378/2025.", ["Portaria MEC nº 378/2025 stayed"]),
            ("nl", "Het besluit van 3 mei 2024 wordt vernietigd.", ["besluit van 3 mei 2024 annulled"]),
            (
                "pl", "Traci moc rozporządzenie Ministra Finansów z dnia 3 maja 2019 r. w sprawie opłat.",
                ["rozporządzenie Ministra Finansów z dnia 3 maja 2019 repealed"]
            ),
            (
                "pl", "Ustawa z dnia 25 lipca 2025 r. o zmianie ustawy – Prawo własności przemysłowej",
                ["ustawy - Prawo własności przemysłowej amended"]
            ),
            ("cs", "Zákon, kterým se mění zákon č. 121/2000 Sb., autorský zákon", ["zákon č. 121/2000 amended"]),
            (
                "ru", "Признать утратившим силу приказ Минцифры России от 5 мая 2020 г. № 123.",
                ["приказ Минцифры России от 5 мая 2020 г. № 123 repealed"]
            ),
            (
                "ru", "Суд отменил решение суда города Твери от 12.05.2025 и постановление от 02.09.2025.",
                ["решение суда города Твери от 12.05.2025 annulled", "постановление от 02.09.2025 annulled"]
            ),
            ("ar", "يلغى القرار رقم 12 لسنة 2019", ["قرار 12/2019 repealed"]),
            (
                "en", "The Office rescinds in its entirety the guidance of February 13, 2024.",
                ["guidance of February 13, 2024 repealed"]
            ),
            (
                "en", "The court set aside the Minister’s decision of 4 May 2024 and remitted it.",
                ["decision of 4 May 2024 annulled"]
            ),
        ])
    func described(language: String, text: String, expected: [String]) {
        #expect(treatments(text, language) == expected, "\(text)")
    }

    @Test(
        "a provision is treated with the act that it is of",
        arguments: [
            (
                "de", "Der Senat entschied, dass § 9 Abs. 1 bis 3 des Luftsicherheitsgesetzes nichtig ist.",
                "§ 9 Abs. 1 bis 3 des Luftsicherheitsgesetzes annulled"
            ),
            ("fr", "L’article L. 232-3-1 du code du sport est modifié.", "article L. 232-3-1 du code du sport amended"),
            ("es", "Modifica el artículo 296 del Código Penal.", "artículo 296 del Código Penal amended"),
            ("pt", "Altera o art. 147-B do Código Penal para agravar a pena.", "art. 147-B do Código Penal amended"),
            (
                "ru", "Суд признал пункт 3 статьи 1252 ГК РФ не соответствующим Конституции.",
                "пункт 3 статьи 1252 ГК РФ annulled"
            ),
            (
                "pl", "Trybunał orzekł, że § 6 ust. 2 rozporządzenia Ministra Klimatu jest niezgodny z Konstytucją.",
                "§ 6 ust. 2 rozporządzenia Ministra Klimatu annulled"
            ),
        ])
    func provisions(language: String, text: String, expected: String) {
        #expect(treatments(text, language) == [expected], "\(text)")
    }

    @Test(
        "in English and Japanese an act or a case is treated by its name beside the words",
        arguments: [
            (
                "en", "The Department announced the rescission of the AI Diffusion Rule, issued in January.",
                "AI Diffusion Rule repealed"
            ),
            (
                "en", "These rules further to amend the Drones (Licences and Fees) Rules, 2021, shall apply.",
                "Drones (Licences and Fees) Rules, 2021 amended"
            ),
            (
                "en", "The Commission has stayed its Final Rules on climate disclosure; it defends them.",
                "Final Rules on climate disclosure stayed"
            ),
            (
                "en", "The Electronic Communications Act 2000 is repealed by section 4.",
                "Electronic Communications Act 2000 repealed"
            ),
            ("en", "The circuit vacates an award, distinguishing Star Athletica.", "Star Athletica distinguished"),
            (
                "en", "We distinguish In re Estate of Waterman, where one was named.",
                "In re Estate of Waterman distinguished"
            ),
            ("en", "The chancellor applies Sugarland factors to the fee.", "Sugarland applied"),
            ("ja", "営業秘密管理指針を改訂しましたので、お知らせします。", "「営業秘密管理指針」 amended"),
        ])
    func names(language: String, text: String, expected: String) {
        #expect(treatments(text, language) == [expected], "\(text)")
    }

    @Test(
        "what is asked for, merely meant or cited in passing was not done",
        arguments: [
            ("en", "A bill to amend the Copyright Act was introduced."),
            ("en", "Members want to amend Regulation (EU) 2024/1689."),
            ("en", "Lawmakers seek repeal of the Computer Fraud and Abuse Act."),
            ("en", "NetChoice argues that AB 2655 is unconstitutional."),
            ("en", "[2026] UKSC 3, on appeal from [2024] EWCA Civ 825. The old steps should no longer be followed."),
            ("fr", "Le recours tendant à l’annulation du décret du 3 mai 2024 est rejeté."),
            ("fr", "Vu l’arrêté du 3 mai 2019 modifié, la demande est recevable."),
            ("en", "The amended Copyright Act comes into force in May."),
            ("en", "The court upheld the appeal against the Garante’s decision of 2 November 2024."),
            ("pl", "Przepis jest zgodny z art. 92 ust. 1 Konstytucji, co stwierdzono, i traci moc."),
            (
                "it",
                "La questione di illegittimità costituzionale dell’articolo 4 della legge 3 maggio 2010, n. 44, non è fondata."
            ),
            ("ru", "Проект постановления о внесении изменений в постановление от 5 мая 2020 г. № 12"),
            ("de", "Entwurf eines Gesetzes zur Änderung des Telekommunikationsgesetzes"),
            ("de", "Durch Beschluss vom 5. Juni 2024 wurde die Sperre aufgehoben."),
            ("pt", "Deliberação de 25 de março de 2024: suspensão por 90 dias da recolha de dados."),
            ("ja", "令和6年（行コ）第10006号　出願却下処分取消請求控訴事件"),
            ("ko", "2021헌마1264, 2022헌마854(병합). 기후법 제8조는 헌법에 합치되지 아니한다."),
        ])
    func notDone(language: String, text: String) { #expect(treatments(text, language).isEmpty, "\(text)") }

    @Test(
        "an authority is treated where a relative clause, an aside or a list parts it from the words",
        arguments: [
            (
                "en",
                "The decision ([2023] UKFTT 819 (GRC)), which had allowed the company’s appeal against a large penalty and an enforcement notice, was wrong in law and is SET ASIDE.",
                ["[2023] UKFTT 819 (GRC) annulled"]
            ),
            (
                "en", "45 F. 4th 359 and 62 F. 4th 621, vacated and remanded.",
                ["45 F.4th 359 annulled", "62 F.4th 621 annulled"]
            ),
            (
                "de", "Die Entscheidung LG München I, 42 O 14139/24, steht nicht entgegen.",
                ["42 O 14139/24 distinguished"]
            ),
            (
                "nl", "Daarmee komt zij terug van de lijn in de uitspraak van 20 januari 2021 (ECLI:NL:RVS:2021:71).",
                ["ECLI:NL:RVS:2021:71 overruled"]
            ),
            (
                "fr", "L’arrêté du 3 mai 2019, pris par une autorité incompétente, est annulé.",
                ["arrêté du 3 mai 2019 annulled"]
            ),
            (
                "es", "Se derogan: a) el Real Decreto 1/2000; b) la Orden ECE/3/2001, así como la Orden ECE/4/2002.",
                ["Real Decreto 1/2000 repealed", "Orden ECE/3/2001 repealed", "Orden ECE/4/2002 repealed"]
            ),
            (
                "ru", "О внесении изменений в Федеральный закон «О персональных данных»",
                ["Федеральный закон \"О персональных данных\" amended"]
            ),
            (
                "de", "Gesetz zur Änderung des Gesetzes gegen Wettbewerbsbeschränkungen beschlossen",
                ["Gesetzes gegen Wettbewerbsbeschränkungen amended"]
            ),
            (
                "zh-Hans", "对《甲示例保护条例》《乙示例保护条例》等18部行政法规的部分条款予以修改。",
                ["《甲示例保护条例》 amended", "《乙示例保护条例》 amended"]
            ),
        ])
    func distant(language: String, text: String, expected: [String]) {
        #expect(treatments(text, language) == expected, "\(text)")
    }
}
