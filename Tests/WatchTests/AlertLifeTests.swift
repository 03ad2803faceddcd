import Foundation
import Model
import Testing

@testable import Watch

@Suite("The life of a question") struct AlertLifeTests {
    private static let filed = Installation.Entry(
        id: "filed", title: "Authors sue over training of generative AI",
        text: "A complaint was filed: copying books as training data for a large language model infringes copyright. "
            + "No. 9:25-cv-00077.", day: "2026-03-02")
    private static let ruled = Installation.Entry(
        id: "ruled", title: "Court holds that training generative AI on books is not fair use",
        text: "The court granted summary judgment: copying books as training data for a large language model infringes "
            + "copyright. No. 9:25-cv-00077.", day: "2026-06-01")
    private static let appealed = Installation.Entry(
        id: "appealed", title: "Notice of appeal in No. 9:25-cv-00077",
        text: "The defendant filed a notice of appeal; the appeal is pending.", day: "2026-06-20")

    @Test("nobody answers: the deputies are asked in order, a week after each other, and then nobody is left")
    func escalates() async throws {
        let place = try Installation(at: "2026-03-02")
        try place.publish([Self.filed])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        #expect(alert.owner == ID("counsel"))
        try place.workspace.snooze(
            [alert.id], until: try #require(Day(iso: "2026-03-04")), note: "busy", actor: "counsel")
        for (days, owner) in [(7, "counsel"), (8, "deputy"), (15, "deputy"), (16, "second"), (30, "second")] {
            place.set(alert.due.adding(days: days).description)
            try await place.run()
            let now = try #require(try place.alerts().first)
            #expect(now.owner == ID(owner), "\(days) days after the day")
            #expect(days < 8 || now.snoozedUntil == nil)
        }
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
    }

    @Test("after a pause of the machine each deputy has a week all the same, and so has whom a person passes it on to")
    func escalatesLate() async throws {
        let place = try Installation(at: "2026-03-02")
        try place.publish([Self.filed])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        func owner(after days: Int) async throws -> String? {
            place.set(alert.due.adding(days: days).description)
            try await place.run()
            let open = try place.alerts()
            return open.first?.owner.rawValue
        }
        for _ in 0..<2 { #expect(try await owner(after: 100) == "deputy") }
        #expect(try await owner(after: 107) == "deputy")
        #expect(try await owner(after: 108) == "second")
        try place.workspace.delegate([alert.id], to: ID("counsel"), note: "back", actor: "second")
        for _ in 0..<2 { #expect(try await owner(after: 115) == "counsel") }
        #expect(try await owner(after: 116) == "deputy")
    }

    @Test("a question is hidden until its day, and passed on by hand")
    func snoozedAndPassedOn() async throws {
        let place = try Installation(at: "2026-03-02")
        try place.publish([Self.filed])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        let (yesterday, later) = (try #require(Day(iso: "2026-03-01")), try #require(Day(iso: "2026-03-10")))
        #expect(throws: (any Error).self) {
            try place.workspace.snooze([alert.id], until: yesterday, note: "", actor: "counsel")
        }
        try place.workspace.snooze([alert.id], until: later, note: "", actor: "counsel")
        #expect(try place.alerts().isEmpty)
        place.set("2026-03-10")
        #expect(try place.alerts().map(\.id) == [alert.id])
        #expect(throws: (any Error).self) {
            try place.workspace.delegate([alert.id], to: ID("nobody"), note: "", actor: "counsel")
        }
        try place.workspace.delegate([alert.id], to: ID("second"), note: "on leave", actor: "counsel")
        #expect(try place.alerts().map(\.owner) == [ID("second")])
    }

    @Test("an answered ruling that is appealed is put again, though the notice says nothing of AI")
    func reopens() async throws {
        let place = try Installation(at: "2026-06-02")
        try place.publish([Self.ruled])
        #expect(try await place.run().alerts == 1)
        let alert = try #require(try place.alerts().first)
        _ = try place.workspace.assess([alert.id], .noImpact, note: "we do not train", actor: "counsel")
        #expect(try place.alerts().isEmpty)

        place.set("2026-06-09")
        let other = Installation.Entry(
            id: "other", title: "Notice of appeal in No. 9:25-cv-00078", text: "The appeal is pending.",
            day: "2026-06-08")
        try place.publish([other, Self.ruled])
        #expect(try await place.run().reopened == 0)

        place.set("2026-06-22")
        try place.publish([Self.appealed, other, Self.ruled])
        let run = try await place.run()
        #expect((run.reopened, run.alerts) == (1, 0))
        let again = try #require(try place.alerts().first)
        #expect(again.id == alert.id && again.state == .open)
        #expect(again.reasons.contains { $0.remarks.contains("the decision was appealed") })
        #expect(try await place.run().reopened == 0)
    }

    @Test("what a run was reading while the question was answered was not known to the answer")
    func answeredMeanwhile() async throws {
        let place = try Installation(at: "2026-06-02")
        try place.publish([Self.ruled])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        let began = try #require(Instant(rfc3339: "2026-06-03T09:00:00Z"))
        place.set(began.adding(seconds: 30))
        _ = try place.workspace.assess([alert.id], .noImpact, note: "", actor: "counsel")
        // The run took its moment before the answer, and stored after it.
        place.set(began)
        let stayed = Installation.Entry(
            id: "stayed", title: Self.ruled.title,
            text: Self.ruled.text + " The judgment in No. 9:25-cv-00077 was overruled.", day: "2026-06-01")
        try place.publish([stayed, Self.ruled])
        #expect(try await place.run().reopened == 1)
    }

    @Test("a report tells a period's questions and answers, also when one was put again since")
    func reported() async throws {
        let place = try Installation(at: "2026-06-02")
        try place.publish([Self.ruled])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        place.set("2026-06-03")
        _ = try place.workspace.assess([alert.id], .noImpact, note: "", actor: "counsel")
        place.set("2026-06-22")
        try place.publish([Self.appealed, Self.ruled])
        #expect(try await place.run().reopened == 1)
        for (period, told) in [
            ("2026-06-01..2026-06-10", "put: 1; answered: 1"), ("2026-06-11..2026-06-20", "put: 0; answered: 0"),
            ("2026-06-21..2026-06-30", "put: 1; answered: 0"), ("2026-06", "put: 2; answered: 1"),
        ] {
            let report = try place.workspace.report(period, form: .markdown)
            #expect(report.contains("- Questions \(told)"), "\(period)")
        }
    }

    @Test("the report of a past period names nobody's questions that were put later, and owners by their present names")
    func reportedAfterwards() async throws {
        let place = try Installation(at: "2026-03-02")
        try place.publish([Self.filed])
        try await place.run()
        place.set("2028-03-02")
        for _ in 0..<3 {
            try await place.run()
            place.set(place.workspace.today.adding(days: 30).description)
        }
        let none = "no deputy is left to ask"
        #expect(try place.workspace.report("2028", form: .markdown).contains(none))
        #expect(try !place.workspace.report("2025", form: .markdown).contains(none))
        let register = try String(contentsOfFile: "\(place.folder)/register.yaml", encoding: .utf8)
        try place.write(
            register.replacing("id: second,", with: "id: backup, aliases: [second],")
                .replacing("deputy, second]", with: "deputy, backup]"), to: "register.yaml")
        try await place.run()
        let report = try place.workspace.report("2026-01-01..2028-12-31", form: .markdown)
        #expect(report.contains("backup") && !report.contains("| second"), "\(report)")
    }

    @Test("management is told the median that reports tell, and each answer once")
    func median() async throws {
        let settings = "organisation: Test AG\nfeeds: [sources.yaml]\ndigest: {management: [counsel]}\n"
        let place = try Installation(at: "2026-03-02", ["lexwatch.yaml": settings])
        let register = try String(contentsOfFile: "\(place.folder)/register.yaml", encoding: .utf8)
        try place.write(
            register + "  - {id: second-use, title: Second, owner: counsel, topics: [training-data]}\n",
            to: "register.yaml")
        try place.publish([Self.filed])
        try await place.run()
        let alerts = try place.alerts().map(\.id)
        #expect(alerts.count == 2)
        for (alert, day) in zip(alerts, ["2026-03-03", "2026-03-11"]) {
            place.set(day)
            _ = try place.workspace.assess([alert, alert], .noImpact, note: "", actor: "counsel")
        }
        _ = try place.workspace.assess([alerts[1]], .needsUpdate, note: "", actor: "counsel", isReplacing: true)
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("Answered: 2") && text.contains("Median time to answer: 1 day"), "\(text)")
    }

    @Test("a question about a tool without an owner is passed on as soon as one about a policy")
    func escalatesTools() async throws {
        let place = try Installation(at: "2026-03-02")
        let register = try String(contentsOfFile: "\(place.folder)/register.yaml", encoding: .utf8)
        try place.write(
            register + "tools: [{id: writer, name: Acme Writer, policies: [genai-use], topics: [training-data]}]\n",
            to: "register.yaml")
        try place.publish([Self.filed])
        try await place.run()
        let due = try place.alerts().map(\.due)
        #expect(due.count == 2)
        place.set(try #require(due.max()).adding(days: 8).description)
        try await place.run()
        #expect(try place.alerts().map(\.owner) == [ID("deputy"), ID("deputy")])
    }

    @Test("a question that is put off keeps its dates in the digest")
    func datesOfSnoozed() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([.trainingDataAct])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        try place.workspace.snooze(
            [alert.id], until: try #require(Day(iso: "2027-06-01")), note: "", actor: "counsel")
        place.set("2026-07-14")
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("1 March 2027") && !text.contains("assess"), "\(text)")
    }

    @Test("a later step that asks for reasons of its own is a new question, and the answered one rests")
    func laterStep() async throws {
        let place = try Installation(at: "2026-03-02")
        try place.publish([Self.filed])
        try await place.run()
        let first = try #require(try place.alerts().first)
        _ = try place.workspace.assess([first.id], .noImpact, note: "", actor: "counsel")
        place.set("2026-06-02")
        try place.publish([Self.ruled, Self.filed])
        let run = try await place.run()
        #expect((run.reopened, run.alerts) == (0, 1))
    }

    @Test(
        "a date stays in the digest after the answer `needs-update`, and leaves it after `no-impact`",
        arguments: [(Assessment.Answer.needsUpdate, true), (.noImpact, false)])
    func datesAfterAnswers(answer: Assessment.Answer, isListed: Bool) async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([.trainingDataAct])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        _ = try place.workspace.assess([alert.id], answer, note: "see 3.2", actor: "counsel")
        place.set("2026-07-14")
        let digests = try await place.workspace.digest(DigestOptions(form: "json", isDryRun: true)).digests
        let own = try #require(digests.first { $0.recipient == "Counsel" }?.text)
        #expect(own.contains("2027-03-01") == isListed)
    }
}
