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
