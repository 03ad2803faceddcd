import Model
import Testing

@testable import Tagging

/// Rulings that are still to come, by the tables that the program comes with.
@Suite("Rulings that lie ahead") struct AnnouncedRulingTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func facts(
        _ title: String, _ language: String, _ summary: String = "", on day: String = "2026-12-01",
        authority: Source.Authority = .commentary
    ) throws -> Findings {
        reader.facts(
            of: FactInput(
                title: title, summary: summary, language: Language(language),
                published: Day(iso: day), authority: authority))
    }

    @Test(
        "leave their case pending",
        arguments: [
            ("en", "CJEU to rule on AI training in Like Company v Google (C-250/25) on 3 December"),
            ("en", "Case C-250/25: judgment on 21 January 2027"),
            ("en", "Judge to rule Friday on summary judgment in NYT v. OpenAI, No. 1:23-cv-11195"),
            ("de", "BGH, I ZR 12/26: Verkündungstermin am 21. Januar 2027"),
            ("de", "EuGH: Urteil zu C-250/25 am 21. Januar 2027 erwartet"),
            ("fr", "TJ Paris : le jugement sur l’entraînement de l’IA sera rendu le 21 janvier 2027"),
            ("es", "El Tribunal Supremo dictará sentencia el 21 de enero de 2027"),
            ("it", "Il Tribunale si pronuncerà il 21 gennaio 2027: attesa la sentenza sull’IA"),
            ("pt", "STF julgará em 21 de janeiro de 2027 ação sobre IA"),
            ("nl", "Rechtbank: uitspraak in zaak over AI volgt op 21 januari 2027"),
            ("pl", "Sąd ogłosi wyrok w sprawie AI 21 stycznia 2027 r."),
            ("cs", "Soud vynese rozsudek ve věci AI 21. ledna 2027"),
            ("ru", "Суд огласит решение по делу об ИИ 21 января 2027 года"),
            ("zh-Hans", "北京高院将于2027年1月21日宣判AI训练数据著作权案"),
            ("zh-Hant", "北京高院將於2027年1月21日宣判AI訓練數據著作權案"),
            ("ja", "東京地裁、2027年1月21日に生成AI訴訟の判決言渡し"), ("ko", "서울중앙지법, 2027년 1월 21일 AI 학습 저작권 소송 선고"),
            ("ar", "المحكمة ستصدر حكمها في قضية الذكاء الاصطناعي في 21 يناير 2027"),
        ])
    func pending(language: String, title: String) throws {
        let facts = try facts(title, language)
        #expect(facts.instrument.value == .filing, "\(facts.instrument.evidence.map(\.words))")
        #expect(facts.stage.value == .pending)
    }

    @Test("are heard on the day that is set for them")
    func day() throws {
        let title = "Case C-250/25: Like Company v Google"
        let facts = try facts(title, "en", "The Court will rule on 21 January 2027 whether training infringes.")
        #expect(facts.instrument.value == .filing)
        #expect(facts.dates.map(\.value) == [LegalDate(try #require(Day(iso: "2027-01-21")), .hearing)])
    }

    @Test(
        "are none where one was given",
        arguments: [
            ("en", "Judgment of the Court in Case C-250/25", "The referring court will rule on the facts."),
            ("en", "Judge denies OpenAI’s motion, will rule on damages in May", ""),
            ("en", "Judge refuses to rule on fair use before trial", ""),
            ("de", "BGH, Urteil vom 12. November 2026, I ZR 12/26", "Die Vorinstanz wird neu entscheiden."),
            ("fr", "Arrêt de la Cour d’appel de Paris du 12 novembre 2026", "L’affaire a été mise en délibéré."),
            ("ko", "대법원 2026. 11. 12. 선고 2025다12345 판결", ""),
            ("ja", "知財高裁2026年11月12日判決、AI生成物の著作権を否定", ""), ("zh-Hans", "法院2026年11月12日公开宣判AI训练案，认定侵权", ""),
        ])
    func given(language: String, title: String, summary: String) throws {
        let facts = try facts(title, language, summary)
        #expect(facts.instrument.value == .ruling, "\(facts.instrument.evidence.map(\.words))")
        #expect(facts.dates.isEmpty)
    }

    @Test("stay ahead where a court announces them itself")
    func byCourt() throws {
        let facts = try facts(
            "Case C-250/25: delivery of the judgment on 3 December 2026", "en", on: "2026-11-20", authority: .court)
        #expect(facts.instrument.value == .filing)
    }
}
