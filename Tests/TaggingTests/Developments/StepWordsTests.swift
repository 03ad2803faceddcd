import Model
import Testing

@testable import Tagging

@Suite("Words of titles that say which step is told") struct StepWordsTests {
    @Test(
        "who appeals is told from what an appeal court said",
        arguments: [
            ("Meta appeals ruling on training data", "en", true),
            ("Publisher files a second notice of appeal", "en", true),
            ("Court of Appeal dismisses claim", "en", false), ("Appeals court affirms", "en", false),
            ("Meta legt gegen das Urteil Berufung ein", "de", true), ("OLG weist Berufung zurück", "de", false),
            ("Acme fait appel du jugement", "fr", true), ("La cour d’appel confirme", "fr", false),
            ("Acme recurrirá la multa", "es", true), ("OpenAI ricorre contro la multa", "it", true),
            ("Acme gaat in hoger beroep", "nl", true), ("被告提起上诉", "zh", true), ("一審判決に控訴", "ja", true),
            ("控訴棄却", "ja", false), ("1심 판결에 불복해 항소", "ko", true), ("항소심 판결", "ko", false),
            ("Acme fait appel", "en", false), ("", "en", false),
        ])
    func appeals(title: String, language: String, isTold: Bool) throws {
        #expect(try GroupingTables.ofTheProgram().steps.told("appeal", in: title, language) == isTold)
    }
}
