import Foundation
import Model
import Testing

@testable import Watch

@Suite("Where policies stand, and who is told") struct PolicyStandingTests {
    private static let settings = [
        "lexwatch.yaml": "organisation: Test AG\ntimezone: Europe/Zurich\nfeeds: [sources.yaml]\n"
            + "digest: {management: [second]}\n"
    ]

    /// An installation in which counsel was asked about the act.
    private func place() async throws -> (Installation, AlertView) {
        let place = try Installation(at: "2026-07-07", Self.settings)
        try place.publish([.trainingDataAct])
        try await place.run()
        return (place, try #require(try place.alerts().first))
    }

    private func edit(_ place: Installation, _ change: (String) -> String) throws {
        let file = "\(place.folder)/register.yaml"
        try place.write(change(try String(contentsOfFile: file, encoding: .utf8)), to: "register.yaml")
    }

    private func status(_ place: Installation) throws -> PolicyStatus? {
        try place.workspace.policies().first { $0.id == ID("genai-use") }?.status
    }

    @Test("who answers needs-update is reminded until a mark settles it, and management sees it")
    func needsUpdate() async throws {
        let (place, alert) = try await place()
        _ = try place.workspace.assess([alert.id], .needsUpdate, note: "", actor: "ada")
        for day in ["2026-07-14", "2026-08-14"] {
            place.set(day)
            #expect(try status(place) == .needsUpdate)
            let text = try await place.digestText(for: "counsel")
            #expect(text.hasPrefix("1 policy needs you"), "\(text)")
            #expect(text.contains("Needs an update, as ada said on 7 July 2026 · needs an update"), "\(text)")
            #expect(text.contains("When it is updated: lexwatch mark genai-use updated --because 1"), "\(text)")
            #expect(try await place.digestText(for: "second").contains("(Counsel): needs an update"))
        }
        let told = "genai-use needs an update, as ada said on 2026-07-07"
        #expect(try place.workspace.report("2026-07", form: .markdown).contains(told))
        #expect(try place.workspace.policy(ID("genai-use")).rules.contains { $0.contains("answered needs-update") })
        _ = try place.workspace.mark(ID("genai-use"), .updated, because: nil, note: "", due: nil, actor: "counsel")
        #expect(try status(place) == .current)
        #expect(try await place.digestText(for: "counsel").hasPrefix("Nothing needs an answer"))
    }

    @Test("the dates of what was answered needs-update pass to the policy's new owner", arguments: [true, false])
    func handedOver(leaves: Bool) async throws {
        let (place, alert) = try await place()
        _ = try place.workspace.assess([alert.id], .needsUpdate, note: "", actor: "counsel")
        try edit(place) { register in
            let handed = register.replacing("owner: counsel", with: "owner: second")
                .replacing("deputies: [deputy, second]", with: "deputies: [deputy]")
            return leaves ? handed.replacing("  - {id: counsel, name: Counsel}\n", with: "") : handed
        }
        place.set("2026-07-14")
        try await place.run()
        let digests = try await place.workspace.digest(DigestOptions(form: "json", isDryRun: true)).digests
        func digest(of name: String) -> String { digests.first { $0.recipient == name }?.text ?? "" }
        #expect(digest(of: "Second deputy").contains("2027-03-01"))
        #expect(!digest(of: "Counsel").contains("2027-03-01"))
    }

    @Test("a question that is put again goes to whoever answers for the policy by now, once")
    func reopenedAfterHandingOver() async throws {
        let place = try Installation(at: "2026-06-02")
        let ruled = Installation.Entry(
            id: "ruled", title: "Court holds that training generative AI on books is not fair use",
            text: "The court granted summary judgment: copying books as training data for a large language model "
                + "infringes copyright. No. 9:25-cv-00077.", day: "2026-06-01")
        try place.publish([ruled])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        _ = try place.workspace.assess([alert.id], .noImpact, note: "", actor: "counsel")
        try edit(place) {
            $0.replacing("owner: counsel", with: "owner: second").replacing("[deputy, second]", with: "[deputy]")
        }
        place.set("2026-06-22")
        let appealed = Installation.Entry(
            id: "appealed", title: "Notice of appeal in No. 9:25-cv-00077",
            text: "The defendant filed a notice of appeal; the appeal is pending.", day: "2026-06-20")
        let edited = Installation.Entry(
            id: "ruled", title: ruled.title, text: ruled.text + " The order was corrected.", day: ruled.day)
        try place.publish([appealed, edited])
        let run = try await place.run()
        #expect((run.reopened, run.alerts) == (1, 0))
        #expect(try place.alerts().map(\.owner) == [ID("second")])
        #expect(try place.alerts().map(\.id) == [alert.id])
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
        #expect(try place.workspace.report("2026-06", form: .json).contains("\"owner\":\"second\""))
    }

    @Test("a question that is put off is open everywhere, and a day with legal effect before it wakes is told")
    func putOff() async throws {
        let (place, alert) = try await place()
        let warnings = try place.workspace.snooze(
            [alert.id], until: try #require(Day(iso: "2027-06-01")), note: "", actor: "somebody")
        #expect(warnings.count == 1 && warnings[0].contains("2027-03-01"), "\(warnings)")
        let soon = try #require(Day(iso: "2026-07-10"))
        #expect(try place.workspace.snooze([alert.id], until: soon, note: "", actor: "somebody").isEmpty)
        try place.workspace.snooze(
            [alert.id], until: try #require(Day(iso: "2027-06-01")), note: "", actor: "somebody")
        let detail = try place.workspace.policy(ID("genai-use"))
        #expect(detail.policy.status == .alertsOpen && detail.policy.openAlerts == 1)
        #expect(detail.policy.why.contains("is put off until 2027-06-01 by somebody"))
        #expect(detail.openAlerts.map(\.putOffUntil) == [Day(iso: "2027-06-01")])
        place.set("2027-04-05")
        #expect(try status(place) == .overdue)
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("1 question still open · overdue"), "\(text)")
        #expect(text.contains("put off until 1 June 2027 by somebody"), "\(text)")
        let summary = try await place.digestText(for: "second")
        #expect(summary.contains("Overdue: 1") && summary.contains("(Counsel): overdue"), "\(summary)")
        #expect(try place.workspace.report("2027", form: .markdown).contains("| genai-use | 1 |"))
    }

    @Test("an owner is told who has a question about their policy, since when and why", arguments: [true, false])
    func passedOn(byHand: Bool) async throws {
        let (place, alert) = try await place()
        if byHand {
            place.set("2026-07-09")
            try place.workspace.delegate([alert.id], to: ID("deputy"), note: "", actor: "ada")
        } else {
            place.set(alert.due.adding(days: 8).description)
            try await place.run()
        }
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("With others, or put off: - State act on training data"), "\(text)")
        let day = byHand ? "9 July 2026" : try dayInWords(alert.due.adding(days: 8))
        #expect(
            text.contains("with Deputy since \(day), \(byHand ? "passed on by ada" : "it was not answered in time")"))
        #expect(!text.contains(" --- · "), "\(text)")
        #expect(try await place.digestText(for: "deputy").contains("You stand in for Counsel"))
    }

    private func dayInWords(_ day: Day) throws -> String {
        let parts = day.description.split(separator: "-").compactMap { Int($0) }
        let months = ["July", "August", "September"]
        return "\(parts[2]) \(months[parts[1] - 7]) \(parts[0])"
    }

    @Test("a review that ran out is told beside a status that something else decides")
    func reviewOut() async throws {
        let (place, _) = try await place()
        try edit(place) {
            $0.replacing(
                "topics: [training-data]",
                with: "review-every: 6 months\n    reviewed: 2025-06-01\n    topics: [training-data]")
        }
        #expect(try status(place) == .alertsOpen)
        let summary = try await place.digestText(for: "second")
        #expect(summary.contains("(Counsel): questions open · Review due by 1 December 2025"), "\(summary)")
        let report = try place.workspace.report("2026", form: .markdown)
        #expect(report.contains("The review of genai-use was due on 2025-12-01") && report.contains("has run out: 1"))
    }

    @Test("an answer that somebody else replaced is told with the one that stands")
    func replaced() async throws {
        let (place, alert) = try await place()
        _ = try place.workspace.assess([alert.id], .noImpact, note: "not ours", actor: "ada")
        _ = try place.workspace.assess([alert.id], .needsUpdate, note: "", actor: "bob", isReplacing: true)
        let view = try place.workspace.alert(alert.id)
        #expect(view.answeredBy == "bob" && view.replaced?.map(\.answeredBy) == ["ada"])
        let history = try place.workspace.policy(ID("genai-use")).history
        #expect(history.contains { $0.contains("answered no-impact by ada, replaced since: not ours") }, "\(history)")
    }

    @Test("what is on record of a policy that was removed can be read, and management sees its open questions")
    func removed() async throws {
        let (place, alert) = try await place()
        try edit(place) { register in
            String(register.prefix(while: { _ in true }).components(separatedBy: "policies:")[0]) + "policies: []\n"
        }
        place.set("2026-07-14")
        try await place.run()
        let detail = try place.workspace.policy(ID("genai-use"))
        #expect(detail.openAlerts.map(\.id) == [alert.id])
        #expect(detail.policy.title.contains("no longer in the register"))
        #expect(throws: (any Error).self) { try place.workspace.policy(ID("never-there")) }
        #expect(try !place.workspace.hasSubject(of: place.workspace.alert(alert.id)))
        let digests = try await place.workspace.digest(
            DigestOptions(policy: ID("genai-use"), form: "text", isDryRun: true)
        ).digests
        #expect(digests.map(\.recipient) == ["Counsel"])
        let summary = try await place.digestText(for: "second")
        #expect(summary.contains("genai-use (Counsel): questions open · No longer in the register."), "\(summary)")
    }
}
