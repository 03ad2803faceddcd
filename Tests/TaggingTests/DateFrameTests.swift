import Model
import Testing

@testable import Tagging

@Suite("What is said of a date")
struct DateFrameTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func frame(_ text: String, _ language: Language) throws -> DateFrame {
        let dates = reader.facts(of: FactInput(title: text, language: language)).dates
        let evidence = try #require(dates.first?.evidence.first, "\(text)")
        return try #require(DateFrame(evidence, language: language), "\(text)")
    }

    @Test(
        "is the same where a sentence differs by nothing but its day",
        arguments: [
            ("en", "A hearing is scheduled for 1 September 2026.", "A hearing is scheduled for 15 October 2026.", true),
            ("en", "It was signed. The Act applies from 2 August 2026.", "The Act applies from 2 May 2027. Ask.", true),
            ("en", "The Act applies\nfrom 2 August 2026.", "The Act  applies from 2 December 2027", true),
            ("en", "Comments are due by May 18, 2026.", "Comments are due by 30 June 2026.", true),
            ("en", "Comments are due by 2026-05-18.", "Comments are due by 2026-06-30.", true),
            ("de", "Das Gesetz tritt am 1. Januar 2026 in Kraft.", "Das Gesetz tritt am 1. Juli 2026 in Kraft.", true),
            ("zh-Hans", "已经公布。本办法自2025年9月1日起施行。", "本办法自2026年1月1日起施行。", true),
            ("en", "Section 5 applies from 1 June 2027.", "Section 6 applies from 1 September 2027.", false),
            ("en", "Section 5. It applies from 1 June 2027.", "Section 6. It applies from 1 July 2027.", false),
            ("en", "The order takes effect on 1 June 2027.", "Another order takes effect on 1 July 2027.", false),
            ("en", "The order takes effect on 1 June 2027.", "The order takes effect on 1 July 2027 too.", false),
            ("zh-Hans", "第五条自2025年9月1日起施行。", "第六条自2026年1月1日起施行。", false),
        ])
    func same(language: String, one: String, other: String, isSame: Bool) throws {
        let language = Language(language)
        #expect(try (frame(one, language) == frame(other, language)) == isSame)
    }

    @Test("is nothing where no text states the date")
    func stated() {
        let evidence = Evidence(rule: "effective", words: "2026-09-01", field: .stated)
        #expect(DateFrame(evidence, language: .english) == nil)
    }
}
