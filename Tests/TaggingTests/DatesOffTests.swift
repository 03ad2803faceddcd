import Model
import Testing

@testable import Tagging

/// Days on which nothing takes place any more, by the tables that the program comes with.
@Suite("Dates that are off, and those that stand instead")
struct DatesOffTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func facts(_ title: String, _ summary: String, _ language: String) -> Findings {
        reader.facts(of: FactInput(title: title, summary: summary, language: Language(language)))
    }

    private func told(_ dates: [Proven<LegalDate>]) -> [String] {
        dates.map { "\($0.value.date) \($0.value.kind.rawValue)" }
    }

    @Test(
        "what was to begin on a day and does not is no date with effect",
        arguments: [
            ("en", "A judge enjoined the AI law, which was to take effect on January 1, 2027."),
            ("en", "The court stayed the AI Act; it will not take effect on January 1, 2027 as planned."),
            ("de", "Das KI-Gesetz sollte am 1. Januar 2027 in Kraft treten."),
            ("fr", "Le texte devait entrer en vigueur le 1er janvier 2027."),
            ("es", "La ley de IA iba a entrar en vigor el 1 de enero de 2027."),
            ("it", "La legge doveva entrare in vigore il 1° gennaio 2027."),
            ("pt", "A lei de IA entraria em vigor em 1º de janeiro de 2027."),
            ("nl", "De wet zou op 1 januari 2027 in werking treden."),
            ("pl", "Ustawa miała wejść w życie 1 stycznia 2027 r."), ("ja", "法案は2027年1月1日に施行される予定だった。"),
            ("ko", "법안은 2027년 1월 1일 시행될 예정이었다."),
        ])
    func neverBegins(language: String, text: String) {
        let facts = facts("", text, language)
        #expect(told(facts.dates) == [] && told(facts.datesOff) == ["2027-01-01 effective"])
    }

    @Test(
        "what begins no earlier than a day begins on it, and what is put off from a day is not off",
        arguments: [
            ("The AI Act will not take effect until January 1, 2027.", ["2027-01-01 effective"]),
            (
                "The AI Act, which was to take effect on June 30, 2026, is postponed to January 1, 2027.",
                ["2027-01-01 effective"]
            ),
            ("The AI Act takes effect on January 1, 2027.", ["2027-01-01 effective"]),
        ])
    func begins(text: String, expected: [String]) {
        let facts = facts("", text, "en")
        #expect(told(facts.dates) == expected && facts.datesOff == [])
    }

    @Test(
        "a hearing that is cancelled is off",
        arguments: [
            ("en", "The hearing of January 14, 2027 is cancelled. A new date will be set."),
            ("en", "The hearing previously set for January 14, 2027 is vacated."),
            ("en", "The hearing on AI training with copyrighted books that was set for January 14, 2027 is vacated."),
            (
                "de",
                "Verhandlungstermin am 14. Januar 2027: Der Termin vom 14. Januar 2027 wurde aufgehoben."
            ),
            ("fr", "L’audience du 14 janvier 2027 est annulée."),
            ("nl", "De zitting van 14 januari 2027 gaat niet door."),
            ("es", "La vista del 14 de enero de 2027 se suspende."),
        ])
    func cancelled(language: String, text: String) {
        let facts = facts("", text, language)
        #expect(told(facts.dates) == [] && told(facts.datesOff) == ["2027-01-14 hearing"])
    }

    @Test(
        "a hearing that is set anew moves, though another sentence says so",
        arguments: [
            ("en", "The hearing previously set for January 14, 2027 is vacated. New hearing date: February 11, 2027."),
            ("en", "Motion hearing set for 1/14/2027 is continued to 2/11/2027 at 10:00 AM."),
            ("de", "Der Termin vom 14. Januar 2027 wurde aufgehoben. Neuer Termin: 11. Februar 2027."),
            ("de", "Der für den 14. Januar 2027 bestimmte Termin wurde aufgehoben. Neuer Termin: 11. Februar 2027."),
            ("fr", "L’audience du 14 janvier 2027 est annulée ; la nouvelle audience aura lieu le 11 février 2027."),
            ("nl", "De zitting van 14 januari 2027 gaat niet door. Nieuwe datum: 11 februari 2027."),
            ("es", "La vista del 14 de enero de 2027 se suspende. Nueva fecha: 11 de febrero de 2027."),
        ])
    func setAnew(language: String, text: String) {
        let facts = facts("", text, language)
        #expect(told(facts.dates) == ["2027-02-11 hearing"] && facts.datesOff == [])
    }

    @Test(
        "a corrigendum moves the date that it corrects",
        arguments: [
            ("en", "On page 3, Article 1: for \"2 December 2027\", read \"2 December 2028\"."),
            ("en", "For: ‘shall apply from 2 December 2027’, read: ‘shall apply from 2 December 2028’."),
            ("de", "Seite 3: Statt: „2. Dezember 2027“ muss es heißen: „2. Dezember 2028“."),
            ("fr", "Au lieu de : « 2 décembre 2027 », lire : « 2 décembre 2028 »."),
            ("es", "Donde dice: «2 de diciembre de 2027», debe decir: «2 de diciembre de 2028»."),
            ("it", "Anziché: «2 dicembre 2027», leggasi: «2 dicembre 2028»."),
            ("pl", "Zamiast: „2 grudnia 2027 r.”, powinno być: „2 grudnia 2028 r.”."),
        ])
    func corrected(language: String, text: String) {
        let dates = facts("", text, language).dates
        #expect(told(dates) == ["2028-12-02 effective"] && dates.first?.movedFrom?.description == "2027-12-02")
    }

    @Test("a judge who reads, and quotations without a correction, move nothing")
    func uncorrected() {
        let facts = facts("", "The order takes effect on 2 May 2027. He read \"a book\" on 3 May 2027.", "en")
        #expect(told(facts.dates) == ["2027-05-02 effective"] && !facts.dates.contains(where: \.hasMoved))
    }

    @Test(
        "a title that says that something moves says so of the only date of its kind",
        arguments: [
            ("Consultation on AI – deadline extended", "Due to requests the deadline is now 15 January 2027.", true),
            ("Consultation on AI", "The deadline is 15 January 2027.", false),
            ("Extension of the hearing on AI", "Comments are due by 15 January 2027.", false),
            ("Consultation extended", "Comments are due by 15 January 2027, replies are due by 1 March 2027.", false),
        ])
    func titled(title: String, summary: String, hasMoved: Bool) {
        let dates = facts(title, summary, "en").dates
        #expect(!dates.isEmpty && dates.contains(where: \.hasMoved) == hasMoved)
    }

    @Test("a day that a publisher states as data moves where the title says so")
    func stated() {
        let input = FactInput(
            title: "Extension of Comment Period: Artificial Intelligence", published: Day(iso: "2026-11-27"),
            stated: [StatedFact(kind: "deadline", value: "2027-02-26", origin: "c")])
        #expect(reader.facts(of: input).dates.map(\.hasMoved) == [true])
    }

    @Test(
        "dates as authorities write them",
        arguments: [
            (
                "en", "The AI rule is effective January 19, 2027. Compliance date: July 19, 2027.",
                ["2027-01-19 effective", "2027-07-19 effective"]
            ),
            ("en", "The Office will hold a public roundtable on AI on January 20, 2027.", ["2027-01-20 hearing"]),
            ("en", "Motion Hearing held on 11/19/2026. Further hearing set for 1/28/2027.", ["2027-01-28 hearing"]),
            (
                "es", "Entrará en vigor el 1 de enero de 2027, salvo el artículo 7, que lo hará el 1 de julio de 2027.",
                ["2027-01-01 effective", "2027-07-01 effective"]
            ),
            ("de", "Die Frist zur Stellungnahme endet nun am 15. Januar 2027.", ["2027-01-15 deadline"]),
            ("ja", "令和9年4月1日適用。", ["2027-04-01 effective"]), ("ja", "次回期日は2027年2月9日", ["2027-02-09 hearing"]),
            ("ja", "施行は2027年12月2日に延期", ["2027-12-02 effective"]),
        ])
    func written(language: String, text: String, expected: [String]) {
        #expect(told(facts("", text, language).dates) == expected)
    }
}
