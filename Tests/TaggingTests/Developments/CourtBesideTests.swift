import Model
import Testing

@testable import Tagging

@Suite("Courts beside their numbers") struct CourtBesideTests {
    private func court(_ title: String) throws -> String? {
        let found = try FactReader.ofTheProgram().facts(of: FactInput(title: title))
        let citation = try #require(found.citations.first)
        return CourtBeside.told(of: citation, in: ItemText(title: title))
    }

    @Test(
        "a court is read in brackets behind a docket, and before a German file number",
        arguments: [
            ("Smith v. Anthropic, No. 3:25-cv-00123 (N.D. Cal.): order", "ndcal"),
            ("Smith v. Anthropic, 3:25-cv-00123 (S.D.N.Y. Nov. 28, 2026)", "sdny"),
            ("Doe v. GitHub, No. 25-1234 (2d Cir.)", "circuit 2."), ("No. 25-1234 (2nd Cir. 2026)", "circuit 2."),
            ("No. 25-1234 (Fed. Cir.)", "circuit fed."), ("No. 25-1234 (denied)", nil), ("No. 25-1234: order", nil),
            ("LG Köln, 2 O 12/26: Deepfake", "koeln"), ("LG Hamburg, Urteil vom 06.02.2026 - 310 O 88/25", "hamburg"),
            ("Das Landgericht München I (42 O 14139/24) entschied", "muenchen I."),
            ("LG Frankfurt am Main, Az. 2 O 12/26", "frankfurt"),
            ("KG, Beschluss v. 3. März 2026, 5 U 12/26", "berlin"),
            ("OLG Köln hat das Urteil 2 O 12/26 aufgehoben", nil), ("Case C-250/25 (Grand Chamber)", nil),
        ] as [(String, String?)])
    func told(title: String, expected: String?) throws { #expect(try court(title) == expected) }

    @Test("one court may be told more or less fully")
    func mayBeOne() {
        #expect(CourtBeside.mayBeOne("muenchen", "muenchen I.") && CourtBeside.mayBeOne("ndcalif", "ndcal"))
        #expect(
            !CourtBeside.mayBeOne("muenchen II.", "muenchen I.") && !CourtBeside.mayBeOne("circuit 1.", "circuit 11."))
    }
}
