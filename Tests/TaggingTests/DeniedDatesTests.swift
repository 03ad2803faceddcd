import Model
import Testing

@testable import Tagging

/// Days that a text names to say that others are meant, and the days of lists, by the tables that the program comes with.
@Suite("Dates that are taken back, and lists of dates") struct DeniedDatesTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func dates(_ text: String, _ language: String) -> [Proven<LegalDate>] {
        reader.facts(of: FactInput(title: "", summary: text, language: Language(language))).dates
    }

    private func told(_ dates: [Proven<LegalDate>]) -> [String] {
        dates.map { "\($0.value.date) \($0.value.kind.rawValue)" }
    }

    @Test(
        "a day that is not meant is the one from which another moved",
        arguments: [
            ("en", "The closing date is 12 June 2026, not 5 June 2026.", "2026-06-12 deadline", "2026-06-05"),
            (
                "en", "Article 50(2) applies from 2 November 2026 (previously 2 August 2026).", "2026-11-02 effective",
                "2026-08-02"
            ),
            (
                "en", "SB 24-205, as amended, takes effect June 30, 2026, not February 1, 2026.",
                "2026-06-30 effective", "2026-02-01"
            ),
            (
                "en", "Users must choose by October 8, 2026 (was September 28, 2026).", "2026-10-08 deadline",
                "2026-09-28"
            ),
            (
                "en", "The obligation no longer applies from 2 August 2026 but from 2 February 2027.",
                "2027-02-02 effective", "2026-08-02"
            ),
            (
                "de",
                "Artikel 50 gilt ab dem 2. November 2026 und nicht, wie zunächst vorgesehen, ab dem 2. August 2026.",
                "2026-11-02 effective", "2026-08-02"
            ),
        ])
    func denied(language: String, text: String, expected: String, origin: String) {
        let dates = dates(text, language)
        #expect(told(dates) == [expected] && dates.first?.movedFrom?.description == origin)
    }

    @Test(
        "a day that stands alone in its sentence is no other's",
        arguments: [
            ("The rules apply from 2 August 2026. They were told of (previously 2 May).", ["2026-08-02 effective"]),
            ("The rules take effect not before 2 August 2026.", ["2026-08-02 effective"]),
        ])
    func alone(text: String, expected: [String]) { #expect(told(dates(text, "en")) == expected) }

    @Test(
        "what was to apply from one day moves to those from which it does",
        arguments: [
            (
                "Duties, which were to apply from 2 August 2026, will apply from 2 December 2027 (Annex III) and 2 August 2028 (Annex I).",
                ["2027-12-02 effective", "2028-08-02 effective"]
            ),
            (
                "The rules, originally due to apply on 2 August 2026, now apply from 2 December 2027.",
                ["2027-12-02 effective"]
            ),
        ])
    func planned(text: String, expected: [String]) { #expect(told(dates(text, "en")) == expected) }

    @Test(
        "a remark in brackets does not end a list of days",
        arguments: [
            ("en", "It applies from 2 December 2027 (Annex III) and 2 August 2028 (Annex I)."),
            ("en", "It applies from 2 December 2027 (Annex III) and from 2 August 2028 (Annex I)."),
            (
                "fr",
                "Les règles s'appliqueront à compter du 2 décembre 2027 (annexe III) et du 2 août 2028 (annexe I)."
            ),
        ])
    func lists(language: String, text: String) {
        #expect(told(dates(text, language)) == ["2027-12-02 effective", "2028-08-02 effective"])
    }

    @Test(
        "a day at the head of a sentence takes the verb of its clause",
        arguments: [
            ("en", "As of 2 August 2025 the rules on general-purpose AI models apply."),
            ("en", "On 2 August 2025 the rules on general-purpose AI models began to apply."),
            ("de", "Am 2. August 2025 wurden die Regeln für KI-Modelle anwendbar."),
        ])
    func head(language: String, text: String) { #expect(told(dates(text, language)) == ["2025-08-02 effective"]) }

    @Test("a corrigendum corrects no more than its quotations say")
    func journal() {
        let text =
            "For: 'It shall apply from 2 August 2025', read: 'It shall apply from 2 August 2026'. (Official Journal L, 2024/1689, 12 July 2024)"
        #expect(told(dates(text, "en")) == ["2026-08-02 effective"])
    }
}
