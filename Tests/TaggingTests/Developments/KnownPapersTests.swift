import Model
import Testing

@testable import Tagging

@Suite("Papers that bodies number by years") struct KnownPapersTests {
    @Test(
        "one paper has one key in all languages, where one body is named",
        arguments: [
            ("EDPB adopts Opinion 28/2026 on models", "en", "EU EDPB opinion 28/2026"),
            ("El CEPD adopta el Dictamen 28/2026", "es", "EU EDPB opinion 28/2026"),
            ("EDSA-Stellungnahme 28/2026 zu Modellen", "de", "EU EDPB opinion 28/2026"),
            ("Parere n. 28/2026 dell'EDPB", "it", "EU EDPB opinion 28/2026"),
            ("EROD: opinia nr 28/2026", "pl", "EU EDPB opinion 28/2026"),
            ("EDPB guidelines 02/2026", "en", "EU EDPB guidelines 2/2026"),
            ("The EDPS and the EDPB on Opinion 28/2026", "en", ""), ("Opinion 28/2026", "en", ""),
            ("EDPB opinion of 28/2/2026", "en", ""), ("EDPB opinion on 300 models 28/2026", "en", ""), ("", "en", ""),
        ])
    func named(title: String, language: String, paper: String) throws {
        #expect(
            try GroupingTables.ofTheProgram().papers.named(in: [title], language)
                == Set([paper].filter { !$0.isEmpty }))
    }

    @Test("the body may stand in the text behind the title")
    func inText() throws {
        let papers = try GroupingTables.ofTheProgram().papers
        #expect(papers.named(in: ["Avis 5/2026", "Le Comité européen de la protection des données"], "fr").count == 1)
    }
}
