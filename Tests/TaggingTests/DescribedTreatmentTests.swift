import Model
import Testing

@testable import Tagging

/// What the grammar of sentences says was done to authorities that they call by what they are, by the tables that the
/// program comes with.
@Suite("Treatments of authorities by what they are called") struct DescribedTreatmentTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func treatments(_ text: String, _ language: String) -> [String] {
        let input = FactInput(title: "AI and law: what happened", summary: text, language: Language(language))
        return reader.facts(of: input).treatments.map { "\($0.value.authority) \($0.value.kind.rawValue)" }
    }

    @Test(
        "a sentence tells what was done to what it calls by kind, number, day or maker",
        arguments: [
            (
                "en", "The Court of Appeal upheld the High Court's 2024 injunction against the chatbot.",
                "High Court's 2024 injunction applied"
            ),
            ("en", "The circular of 4 May 2023 on cameras was frozen yesterday.", "circular of 4 May 2023 stayed"),
            (
                "en", "The tribunal threw out the regulator's 2023 penalty notice.",
                "regulator's 2023 penalty notice annulled"
            ),
            ("en", "The Smith test should no longer be followed, the Supreme Court said.", "Smith test overruled"),
            ("de", "Der Vollzug der Anordnung vom 4. Mai ist einstweilen ausgesetzt.", "Anordnung vom 4. Mai stayed"),
            (
                "fr", "La recommandation du 4 mai 2023 sur les caméras a été modifiée.",
                "recommandation du 4 mai 2023 amended"
            ),
            (
                "fr", "La délibération de la CNIL du 4 mai est mise à néant.",
                "délibération de la CNIL du 4 mai annulled"
            ),
            (
                "es", "El ministerio retiró la circular de mayo de 2023 sobre algoritmos.",
                "circular de mayo de 2023 repealed"
            ),
            (
                "it", "La Corte conferma la sentenza del Tribunale di Lecce del 4 maggio.",
                "sentenza del Tribunale di Lecce del 4 maggio applied"
            ),
            (
                "pt", "O tribunal manteve a deliberação da CNPD de 4 de maio.",
                "deliberação da CNPD de 4 de maio applied"
            ),
            ("nl", "Het hof bekrachtigt het vonnis van 4 mei 2025.", "vonnis van 4 mei 2025 applied"),
            ("nl", "De beslissing 87/2024 is daarmee nietig.", "beslissing 87/2024 annulled"),
            ("pl", "Minister wycofał wytyczne z maja 2023 r. o algorytmach.", "wytyczne z maja 2023 repealed"),
            (
                "ru", "Апелляционный суд оставил в силе решение суда Томска от 4 мая.",
                "решение суда Томска от 4 мая applied"
            ),
            ("ar", "ألغت المحكمة قرار الهيئة رقم 12 لسنة 2024.", "قرار الهيئة رقم 12 لسنة 2024 annulled"),
            ("zh-Hans", "第17号通知即日起废止。", "第17号通知 repealed"),
            ("zh-Hant", "法院凍結主管機關的第17號命令。", "主管機關的第17號命令 stayed"),
            ("ja", "高裁は東京地裁令和6年5月16日判決を支持した。", "東京地裁令和6年5月16日判決 applied"),
            ("ko", "법원은 2023년 「AI 지침」을 취소했다.", "2023년 「AI 지침」 annulled"),
        ])
    func told(language: String, text: String, expected: String) {
        #expect(treatments(text, language) == [expected])
    }

    @Test("two verbs of a sentence speak of the object behind each")
    func two() {
        let text = "Das Gericht hebt den Bescheid vom 4. Mai auf und bestätigt das Urteil vom 7. Juni."
        #expect(
            Set(treatments(text, "de")) == ["Bescheid vom 4. Mai annulled", "Urteil vom 7. Juni applied"])
    }

    @Test(
        "what happens to one part of a decision and not to the rest is unclear",
        arguments: [
            (
                "en", "The board upholds decision R 123/2025-4 in part and annuls it for the rest.",
                "R 123/2025-4 unclear"
            ),
            ("en", "The board upholds decision R 123/2025-4 and explains why.", "R 123/2025-4 applied"),
            (
                "de", "Das Gericht bestätigt das Urteil vom 7. Juni teilweise und hebt es im Übrigen auf.",
                "Urteil vom 7. Juni unclear"
            ),
            (
                "nl", "Het hof vernietigt het vonnis van 4 mei 2025 deels en bekrachtigt het voor het overige.",
                "vonnis van 4 mei 2025 unclear"
            ),
            (
                "fr", "La cour confirme en partie le jugement du 4 mai 2025 et l'annule pour le surplus.",
                "jugement du 4 mai 2025 unclear"
            ),
        ])
    func parts(language: String, text: String, expected: String) { #expect(treatments(text, language) == [expected]) }

    @Test(
        "what is asked for, possible, refused, of the past, or done to something else is no treatment",
        arguments: [
            ("en", "Should the 2024 injunction be lifted? Lawyers disagree."),
            ("en", "The ministry may scrap the 2021 Guidance on Automated Decisions."),
            ("en", "The company asked the court to quash the 2023 penalty notice."),
            ("en", "In the Smith case, 1:25-cv-01234, the judge overruled objections to the schedule."),
            ("de", "Die Behörde könnte die Anordnung vom 4. Mai aufheben."),
            ("de", "Das Gericht gibt der Klage gegen die Anordnung vom 4. Mai statt."),
            ("de", "Nachdem das Gericht die Anordnung vom 4. Mai aufgehoben hatte, begann eine neue Prüfung."),
            ("de", "Mit Beschluss vom 4. Mai (I ZR 12/26) bestätigt der Senat, dass nur Menschen Erfinder sind."),
            ("fr", "Le ministre envisage d'abroger la circulaire du 4 mai."),
            ("fr", "La cour a refusé d'annuler la délibération du 4 mai."),
            ("es", "El partido pide derogar el Decreto 620 de 2025."),
            ("it", "Il Garante potrebbe revocare la sanzione del 4 maggio."),
            ("pt", "A associação quer revogar a portaria n.º 12/2024."),
            ("nl", "De minister overweegt de circulaire van 4 mei in te trekken."),
            ("pl", "Partia chce uchylić wytyczne z maja 2023 r."),
            ("ru", "Суд отказался отменить приказ министра № 240."),
            ("ar", "طلبت الشركة إلغاء قرار الهيئة رقم 12 لسنة 2024."),
            ("zh-Hans", "公司请求撤销第17号处罚决定。"),
            ("zh-Hans", "在某某案（（2025）沪73民终12号）中，法院认为构成复制，例外不适用。"),
            ("zh-Hans", "平台对涉案产品依法下架。"),
            ("ja", "会社は令和6年5月16日判決の取消しを求めた。"), ("ko", "회사는 2023년 「AI 지침」의 취소를 청구했다."),
        ])
    func untold(language: String, text: String) { #expect(treatments(text, language) == []) }
}
