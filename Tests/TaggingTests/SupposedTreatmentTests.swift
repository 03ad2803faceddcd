import Model
import Testing

@testable import Tagging

/// Sentences whose verbs are those of treatments, and which do not say that anything was done, by the tables that the
/// program comes with.
@Suite("Treatments that are only supposed") struct SupposedTreatmentTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func treatments(_ title: String, _ language: String) -> [String] {
        let input = FactInput(title: title, summary: "", language: Language(language))
        return reader.facts(of: input).treatments.map { "\($0.value.authority) \($0.value.kind.rawValue)" }
    }

    @Test(
        "what is asked, supposed or recommended was not done",
        arguments: [
            ("en", "Should Doe v. Acme, No. 3:23-cv-01234, be reversed on appeal?"),
            ("en", "If Doe v. Acme, No. 3:23-cv-01234, is reversed, publishers win"),
            ("en", "Had the Federal Circuit reversed Doe v. Acme, 43 F.4th 1207, machines could be inventors"),
            ("en", "Was Directive (EU) 2019/790 repealed by the new act?"),
            ("en", "The panel asks whether Executive Order 14179 was repealed by implication"),
            ("en", "Critics want Regulation (EU) 2024/1689 repealed"),
            ("en", "Advocate General recommends that judgment T-123/25 on the training of models be set aside"),
            ("de", "Hebt der BGH das Urteil des OLG München (6 U 4567/25) auf?"),
            ("de", "Sollte der EuGH die Verordnung (EU) 2024/1689 für nichtig erklären, drohen Lücken"),
            ("de", "Generalanwalt empfiehlt, Urteil T-123/25 zum Training von Modellen aufzuheben"),
            ("fr", "Le rapporteur public conclut à l'annulation de la délibération SAN-2026-004"),
            ("fr", "Le règlement (UE) 2024/1689 est-il abrogé par l'omnibus ?"),
            ("es", "¿Queda derogado el Reglamento (UE) 2024/1689?"),
            ("pl", "Gdyby NSA uchylił wyrok II SA/Wa 123/25 w sprawie systemu"),
            ("ru", "Если кассация отменила решение по делу № А40-200471/2023, практика изменится"),
            ("zh-Hans", "二审是否撤销（2023）京0491民初11279号判决"),
            ("ja", "知財高裁が令和6年(ワ)第70123号の判決を取り消した場合の影響"),
            ("ko", "대법원이 2025나12345 판결을 파기하면?"),
            ("ar", "إذا ألغت المحكمة الحكم رقم 123 لسنة 2025"),
        ])
    func untold(language: String, title: String) { #expect(treatments(title, language) == []) }

    @Test(
        "a question about what follows from it takes it for granted",
        arguments: [
            (
                "en", "Ninth Circuit reverses Doe v. Acme, No. 3:23-cv-01234: is training still fair?",
                "3:23-cv-01234 annulled"
            ),
            ("en", "Executive Order 14110 revoked – what does it mean?", "Executive Order 14110 repealed"),
            ("en", "Why the Federal Circuit reversed Doe v. Acme, 43 F.4th 1207", "43 F.4th 1207 annulled"),
            ("en", "If you missed it, the court reversed Doe v. Acme (3:23-cv-01234)", "3:23-cv-01234 annulled"),
            (
                "en", "The jury weighed whether it was copied, and the court reversed 43 F.4th 1207",
                "43 F.4th 1207 annulled"
            ),
            ("de", "BGH hebt Urteil des OLG München (6 U 4567/25) auf – was gilt jetzt?", "6 U 4567/25 annulled"),
            ("de", "BGH entscheidet, das Urteil 6 U 4567/25 aufzuheben", "6 U 4567/25 annulled"),
            ("zh-Hans", "二审撤销（2023）京0491民初11279号判决：图片还受保护吗？", "(2023)京0491民初11279号 annulled"),
        ])
    func told(language: String, title: String, expected: String) {
        #expect(treatments(title, language) == [expected])
    }
}
