import Foundation
import Model
import Testing

@testable import Watch

@Suite("What was asked and answered") struct WordsOfThenTests {
    private static func draft(_ title: String, _ deadline: String) -> Installation.Entry {
        Installation.Entry(
            id: "draft", title: title,
            text: "Developers of generative AI must publish summaries of copyrighted works in their training data. "
                + "Comments are due by \(deadline).", day: "2026-06-01")
    }

    /// A question that was answered, and put again because of an edit.
    private func place() async throws -> Installation {
        let place = try Installation(at: "2026-06-02")
        try place.publish([Self.draft("Bill on training data of generative AI", "30 September 2026")])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        _ = try place.workspace.assess([alert.id], .needsUpdate, note: "section 3", actor: "ines")
        place.set("2026-07-02")
        try place.publish([Self.draft("Bill on training data of generative AI (corrected)", "15 August 2026")])
        #expect(try await place.run().reopened == 1)
        return place
    }

    /// What is looked at of a report.
    private struct Report: Decodable {
        struct Figures: Decodable { let questions: [Question] }
        struct Question: Decodable {
            let development: String
            let reasons: [String]
            let answeredBy: String?
        }
        let figures: Figures
    }

    @Test("the report has the title and the reasons of then, and those of now for what was put again")
    func report() async throws {
        let place = try await place()
        let report = try JSONDecoder().decode(Report.self, from: Data(place.workspace.report("2026", form: .json).utf8))
        let questions = report.figures.questions
        #expect(
            questions.map(\.development) == [
                "Bill on training data of generative AI (corrected)", "Bill on training data of generative AI",
            ])
        #expect(questions.map(\.answeredBy) == [String?.none, "ines"])
        let reasons = questions.map { $0.reasons.joined(separator: "; ") }
        #expect(reasons[0].contains("deadline moved") && !reasons[1].contains("deadline moved"))
        #expect(reasons.allSatisfy { $0.contains("topic training-data: “") }, "\(reasons)")
        #expect(try place.workspace.report("2026", form: .markdown).contains("topic training-data: “"))
    }

    @Test("all alerts have a line for each time that was answered, and an alert tells what was asked then")
    func rounds() async throws {
        let place = try await place()
        var lines: [String] = []
        try place.workspace.alertLines(AlertFilter(all: true)) {
            lines.append("\($0.id) \($0.answer?.rawValue ?? "open") \($0.title)")
        }
        #expect(
            lines == [
                "1 open Bill on training data of generative AI (corrected)",
                "1 needs-update Bill on training data of generative AI",
            ])
        lines = []
        try place.workspace.alertLines(AlertFilter()) { lines.append($0.title) }
        #expect(lines.count == 1)
        for alert in try [place.workspace.alert(RowID(1))] + place.alerts(all: true) {
            let round = try #require(alert.rounds?.first)
            #expect(alert.rounds?.count == 1 && round.round == 1 && round.answer == .needsUpdate)
            #expect(round.title == "Bill on training data of generative AI" && round.note == "section 3")
            #expect(!round.reasons.isEmpty && !round.reasons.contains { $0.contains("deadline moved") })
        }
        #expect(try place.workspace.alert(RowID(1)).before?.title == "Bill on training data of generative AI")
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
    }
}
