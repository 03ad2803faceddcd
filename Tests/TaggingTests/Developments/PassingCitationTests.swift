import Model
import Testing

@testable import Tagging

@Suite("Cases that are named in passing") struct PassingCitationTests {
    private func matters(_ title: String, _ summary: String = "") throws -> [String] {
        let text = ItemText(title: title, summary: summary)
        let findings = try FactReader.ofTheProgram().facts(of: FactInput(title: title, summary: summary))
        return findings.matters(in: text)
    }

    @Test(
        "a ruling that applies another, cites it or comes after it is not about it",
        arguments: [
            ("Berlin court applies C-250/25 to dismiss claim against Meta", ""),
            ("Berlin court applies the ruling in Case C-250/25", ""),
            ("After C-250/25: Dutch court refers new AI training questions", ""),
            ("Nach dem Urteil C-250/25: Gericht legt neue Fragen zum KI-Training vor", ""),
            ("Cited at length", "In another matter the court cited C-250/25 in passing."),
            ("Berlin court applies Acme v. Talkbot (C-250/25)", ""),
        ])
    func passing(title: String, summary: String) throws {
        #expect(try !matters(title, summary).contains("C-250/25"))
    }

    @Test("nor by the name of the case that it applies")
    func name() throws { #expect(try matters("Berlin court applies Acme v. Talkbot (C-250/25)").isEmpty) }

    @Test(
        "what is said of the case itself is about it",
        arguments: [
            ("Judgment in Case C-250/25", "C-250/25"), ("What C-250/25 means for publishers", "C-250/25"),
            ("Court: copyright applies in C-250/25", "C-250/25"),
            ("Appeal filed after ruling in No. 3:25-cv-00123", "3:25-cv-00123"),
            ("Lawyer cited invented cases in No. 3:25-cv-00123", "3:25-cv-00123"),
            ("What developers do after SB 53", "SB 53"),
        ])
    func own(title: String, matter: String) throws { #expect(try matters(title) == [matter]) }

    @Test("a ruling's own number is what it is about, whatever it follows")
    func both() throws {
        #expect(try matters("Judgment on mining", "Following C-5/08, the Court ruled in C-811/24.") == ["C-811/24"])
    }
}
