import Model
import Testing

@testable import Tagging

/// What comes to nothing, by the tables that the program comes with.
@Suite("Proposals that come to nothing") struct EndedProposalTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func facts(_ title: String, _ language: String, _ summary: String = "") -> Findings {
        reader.facts(of: FactInput(title: title, summary: summary, language: Language(language)))
    }

    @Test(
        "have no stage",
        arguments: [
            ("zh-Hans", "人工智能条例草案撤回"), ("zh-Hans", "立法会否决人工智能法案"),
            ("en", "MeitY withdraws draft rules on AI labelling"),
            ("en", "AI training transparency bill dies in committee"),
            ("en", "Notice withdrawn: consultation on AI inventorship withdrawn"),
            ("en", "Withdrawal of the proposal for an AI Liability Directive"),
            ("en", "Senate rejects AI liability bill"),
            ("de", "Bundesregierung zieht Entwurf des KI-Gesetzes zurück"), ("de", "Gesetzentwurf zu KI gescheitert"),
            ("fr", "Le gouvernement retire le projet de loi sur l’IA"),
            ("es", "El Gobierno retira el anteproyecto de ley de IA"),
            ("it", "Il Governo ritira il disegno di legge sull’IA"), ("pt", "Governo retira projeto de lei de IA"),
            ("nl", "Kabinet trekt wetsvoorstel AI in"), ("pl", "Rząd wycofał projekt ustawy o sztucznej inteligencji"),
            ("cs", "Vláda stáhla návrh zákona o umělé inteligenci"), ("ru", "Депутаты отозвали законопроект об ИИ"),
            ("ja", "政府、AI法案を撤回"), ("ko", "정부, 인공지능법안 철회"),
        ])
    func ended(language: String, title: String) {
        let facts = facts(title, language)
        #expect(facts.stage.value == .none, "\(facts.instrument.value) \(facts.stage.value)")
        #expect(!facts.stage.evidence.isEmpty)
    }

    @Test("a consultation that is withdrawn is one, and proposes nothing any more")
    func consultation() {
        let facts = facts(
            "Consultation on AI licensing withdrawn", "en", "The office had sought comments by 15 January 2027.")
        #expect(facts.stage.value == .none)
    }

    @Test(
        "what passes is not ended by what is said of its parts",
        arguments: [
            ("en", "Parliament adopts AI bill after amendments were rejected", Stage.adopted),
            ("en", "Consultation on AI inventorship opens", .proposed),
            ("de", "Bundestag beschließt Gesetzentwurf zu KI", .adopted),
            ("en", "S. 1367: cosponsor withdrawn from NO FAKES Act", .proposed),
            ("en", "H.R. 2794: Motion to reconsider withdrawn, NO FAKES Act", .proposed),
            ("en", "S. 1367: NO FAKES Act of 2025 - Reported by Committee on the Judiciary", .proposed),
            ("en", "S. 1367: NO FAKES Act - Ordered to be reported", .proposed),
            ("fr", "Proposition de règlement du Parlement européen et du Conseil sur l’IA", .proposed),
            ("es", "Propuesta de Reglamento del Parlamento Europeo y del Consejo sobre la IA", .proposed),
            ("pl", "Wniosek dotyczący rozporządzenia Parlamentu Europejskiego i Rady w sprawie AI", .proposed),
        ])
    func others(language: String, title: String, stage: Stage) { #expect(facts(title, language).stage.value == stage) }

    @Test(
        "what never had force is not repealed by being withdrawn",
        arguments: [
            ("Maryland lawmaker withdraws HB 1331, the high-risk AI bill", [String]()),
            ("HB 1331 on AI was withdrawn", []), ("WITHDRAWN: Governor signs AB 1064 on chatbots", []),
            ("Appeal withdrawn: Thaler v. Perlmutter, No. 23-5233", []),
            ("Commission withdraws its proposal for an AI Liability Directive, COM(2022) 496", []),
            ("Colorado repeals SB 24-205", ["SB 24-205 repealed"]),
            ("Regulation (EU) 2024/1689 was withdrawn", ["EU 2024/1689 repealed"]),
            ("598 U.S. 508 was withdrawn", ["598 U.S. 508 repealed"]),
            ("598 U.S. 508 is withdrawn: the opinion was flawed", ["598 U.S. 508 repealed"]),
        ])
    func withdrawn(title: String, expected: [String]) {
        #expect(facts(title, "en").treatments.map { "\($0.value.authority) \($0.value.kind.rawValue)" } == expected)
    }

    @Test(
        "a court in which somebody sues decides nothing yet",
        arguments: [
            "Parents sue in San Francisco Superior Court over instructions given by ChatGPT to their son.",
            "The authors sued in federal court over training.",
        ])
    func sued(summary: String) {
        let facts = facts("Raine v. OpenAI", "en", summary)
        #expect(facts.instrument.value == .filing && facts.stage.value == .pending)
    }

    @Test(
        "a hearing that is vacated is no ruling",
        arguments: [
            ("en", "Getty v. Stability AI: motion hearing vacated"),
            ("en", "The hearing set for January 14 is vacated"),
            ("de", "LG Hamburg: Termin aufgehoben im Verfahren gegen OpenAI"),
        ])
    func vacatedHearing(language: String, title: String) {
        let facts = facts(title, language)
        #expect(facts.instrument.value == .filing && facts.stage.value == .pending)
    }
}
