import Model
import Store
import Testing

@testable import Watch

@Suite("A register that people edit") struct RegisterEditTests {
    private static let ruling = Installation.Entry(
        id: "ruling", title: "Court holds that training generative AI on books is not fair use",
        text: "The court granted summary judgment: copying books as training data for a large language model infringes "
            + "copyright. It used Acme Writer.", day: "2026-07-06")

    private static let owners = """
        owners:
          - {id: counsel, name: Counsel}
          - {id: second, name: Second}
          - {id: third, name: Third}

        """
    private static let policy =
        "policies:\n  - {id: genai-use, title: GenAI, owner: counsel, topics: [training-data], jurisdictions: [US]}\n"
    private static let tool = "tools:\n  - {id: writer, name: Acme Writer, class: approved, owner: second}\n"

    /// An installation in which the policy and the tool have an alert each.
    private func place() async throws -> Installation {
        let place = try Installation(
            at: "2026-07-07", ["register.yaml": Self.owners + Self.policy + Self.tool])
        try place.publish([Self.ruling])
        try await place.run()
        #expect(try place.alerts().map(\.subject).sorted() == ["genai-use", "writer"])
        return place
    }

    private func audited(_ place: Installation, _ action: String) throws -> [String] {
        var lines: [String] = []
        try place.workspace.exportAudit(from: nil, to: nil, asCSV: false) { lines.append($0) }
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
        return lines.filter { $0.contains("\"action\":\"\(action)\"") }
    }

    @Test("a policy and a tool with new names keep their alerts, marks and classes")
    func renamed() async throws {
        let place = try await place()
        _ = try place.workspace.mark(
            ID("genai-use"), .needsUpdate, because: nil, note: "soon", due: nil, actor: "counsel")
        _ = try place.workspace.reclassify(ID("writer"), .restricted, because: nil, note: "", actor: "second")
        try place.write(
            Self.owners + Self.policy.replacing("id: genai-use", "id: ai-use, aliases: [genai-use]")
                + Self.tool.replacing("id: writer", "id: acme-writer, aliases: [writer]"), to: "register.yaml")
        let run = try await place.run()
        #expect(run.orphans.isEmpty)
        #expect(try place.alerts().map(\.subject).sorted() == ["acme-writer", "ai-use"])
        let detail = try place.workspace.policy(ID("genai-use"))
        #expect(detail.policy.id == ID("ai-use") && detail.policy.status == .needsUpdate)
        #expect(detail.history.contains { $0.contains("marked needs-update by counsel") })
        #expect(try place.workspace.tools().map(\.riskClass) == [.restricted])
        #expect(try audited(place, "rename").count == 2)
    }

    @Test(
        "of the class in the file and the class that a person gave the later counts, and a check tells the difference")
    func laterClass() async throws {
        let place = try await place()
        func write(_ riskClass: String, _ id: String = "id: writer") throws {
            try place.write(
                Self.owners + Self.policy
                    + Self.tool.replacing("approved", riskClass).replacing("id: writer", id), to: "register.yaml")
        }
        func classes() throws -> [AITool.RiskClass] { try place.workspace.tools().map(\.riskClass) }
        func hints() throws -> [String] { try place.workspace.checkRegister().findings.map(\.what) }
        _ = try place.workspace.reclassify(ID("writer"), .restricted, because: nil, note: "", actor: "second")
        #expect(try classes() == [.restricted] && hints().contains { $0.contains("counts as restricted") })
        try await place.run()
        #expect(try classes() == [.restricted])

        try write("prohibited")
        #expect(try classes() == [.prohibited] && hints().isEmpty)
        try await place.run()
        #expect(try classes() == [.prohibited])

        try write("pending", "id: acme, aliases: [writer]")
        _ = try place.workspace.reclassify(ID("acme"), .approved, because: nil, note: "", actor: "second")
        #expect(try classes() == [.approved])
        try await place.run()
        #expect(try classes() == [.approved])
        #expect(try audited(place, "register").count { $0.contains("\"what\":\"class\"") } == 2)
    }

    @Test("the history of a policy has the last answers, be the earlier ones on weightier questions and many")
    func manyAnswers() async throws {
        let place = try Installation(at: "2026-06-01")
        func entry(_ number: Int, _ title: String) -> Installation.Entry {
            Installation.Entry(
                id: "\(number)", title: title,
                text: "Copying books as training data for a large language model infringes copyright. "
                    + "No. 9:25-cv-00\(number).", day: "2026-06-01")
        }
        let ruled = (101...151).map { entry($0, "Court holds that training generative AI is not fair use, case \($0)") }
        for entries in [ruled, [entry(152, "Authors sue over training of generative AI")]] {
            try place.publish(entries)
            try await place.run()
            let alerts = try place.alerts().map(\.id)
            #expect(alerts.count == entries.count)
            _ = try place.workspace.assess(alerts, .noImpact, note: "\(alerts.count)", actor: "counsel")
        }
        let history = try place.workspace.policy(ID("genai-use")).history
        #expect(history.count == 50 && history.contains { $0.hasSuffix(": 1") }, "\(history)")
    }

    @Test("an owner with a new name keeps alerts, follows and the thread of digests, and is known by the old one")
    func renamedOwner() async throws {
        let place = try await place()
        _ = try place.workspace.follow("3:24-cv-01234", owner: ID("counsel"), note: "", actor: "counsel")
        try place.write(
            Self.owners.replacing("id: counsel", "id: legal, aliases: [counsel]") + Self.policy + Self.tool,
            to: "register.yaml")
        let run = try await place.run()
        #expect((run.orphans, run.alerts) == ([], 0))
        #expect(try place.alerts().map(\.owner.rawValue).sorted() == ["legal", "second"])
        var lines: [AlertLine] = []
        try place.workspace.alertLines(AlertFilter(owner: ID("counsel"))) { lines.append($0) }
        #expect(lines.map(\.subject) == ["genai-use"])
        let store = try place.workspace.storeForReading()
        #expect(try store.follows().map(\.owner) == [ID("legal")])
        #expect(try store.recipient("owner:legal", earlier: ["owner:counsel"]) == "owner:counsel")
        let digests = try await place.workspace.digest(
            DigestOptions(recipient: "counsel", form: "text", isDryRun: true)
        ).digests
        #expect(digests.count == 1)
        #expect(try audited(place, "rename").count == 1)
        #expect(try place.workspace.policies(of: ID("counsel")).map(\.owner) == [ID("legal")])
        _ = try place.workspace.unfollow("3:24-cv-01234", owner: ID("counsel"), actor: "counsel")
        #expect(try store.follows().isEmpty)
    }

    @Test(
        "the owner of a tool hears that its contract ends, from ninety days before",
        arguments: [
            ("2026-11-01", false), ("2026-10-05", true), ("2026-07-01", true),
        ])
    func contractEnds(until: String, isTold: Bool) async throws {
        let place = try Installation(
            at: "2026-07-07",
            [
                "register.yaml": Self.owners
                    + Self.tool.replacing("owner: second", "owner: second, contract-until: \(until)")
            ])
        try await place.run()
        let texts = try await place.workspace.digest(
            DigestOptions(recipient: "second", form: "text", isDryRun: true)
        ).digests.compactMap(\.text)
        #expect(texts.contains { $0.contains("The contract end") } == isTold, "\(texts)")
    }

    @Test(
        "alerts about what was removed stay open and are told once; those of an owner who left are passed on",
        arguments: [
            (owners + "policies: []\n" + tool, "policy genai-use was removed", ["counsel", "second"]),
            (owners + policy, "tool writer was removed", ["counsel", "second"]),
            (
                owners.replacing("  - {id: second, name: Second}\n", "") + policy, "tool writer was removed",
                ["counsel", "counsel"]
            ),
            (
                owners + policy.replacing("id: genai-use", "id: ai-use") + tool, "aliases: [genai-use]",
                ["counsel", "second"]
            ),
        ])
    func removed(register: String, told: String, answering: [String]) async throws {
        let place = try await place()
        try place.write(register, to: "register.yaml")
        let run = try await place.run()
        #expect(run.orphans.count == 1 && run.needsAttention)
        #expect(run.orphans.contains { $0.contains(told) }, "\(run.orphans)")
        #expect(try place.alerts().map(\.owner.rawValue).sorted().prefix(2) == answering.prefix(2))
        #expect(try audited(place, "orphan").count == 1)
        let texts = try await place.workspace.digest(DigestOptions(form: "text", isDryRun: true)).digests.map(\.text)
        #expect(texts.contains { ($0 ?? "").contains("No longer in the register.") })
        #expect(try await place.run().orphans.isEmpty)
    }

    @Test("an alert that was passed to an owner who left goes back to whoever answers for the policy")
    func delegated() async throws {
        let place = try await place()
        let alert = try #require(try place.alerts().first { $0.subject == "genai-use" })
        try place.workspace.delegate([alert.id], to: ID("third"), note: "", actor: "counsel")
        try place.write(
            Self.owners.replacing("  - {id: third, name: Third}\n", "") + Self.policy + Self.tool, to: "register.yaml")
        #expect(
            try await place.run().orphans == [
                "owner third was removed from the register; 1 open alert is passed to counsel"
            ])
        #expect(try place.alerts().first { $0.id == alert.id }?.owner == ID("counsel"))
    }

    @Test("what an owner followed who left is followed by an heir, who is asked about its next step")
    func followed() async throws {
        let place = try await place()
        _ = try place.workspace.follow("9:25-cv-00077", owner: ID("third"), note: "watch it", actor: "third")
        try place.write(
            Self.owners.replacing("  - {id: third, name: Third}\n", "") + Self.policy + Self.tool, to: "register.yaml")
        let told = try await place.run().orphans
        #expect(told.count == 1 && told[0].contains("counsel follows 9:25-cv-00077 now"), "\(told)")
        let follows = try place.workspace.storeForReading().follows()
        #expect(follows.map(\.owner) == [ID("counsel")] && follows.map(\.note) == ["watch it"])
        place.set("2026-07-14")
        try place.publish([
            .init(id: "step", title: "Hearing in No. 9:25-cv-00077", text: "It was set down.", day: "2026-07-13")
        ])
        try await place.run()
        let asked = try place.alerts().filter { $0.reasons.contains { $0.kind == .followed } }
        #expect(asked.map(\.owner) == [ID("counsel")])
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
    }

    @Test("alerts follow a policy's and a tool's new owner")
    func newOwners() async throws {
        let place = try await place()
        try place.write(
            Self.owners + Self.policy.replacing("owner: counsel", "owner: third")
                + Self.tool.replacing("owner: second", "owner: third"), to: "register.yaml")
        let run = try await place.run()
        #expect((run.orphans, run.alerts) == ([], 0))
        #expect(try place.alerts().map(\.owner.rawValue) == ["third", "third"])
        #expect(try audited(place, "reassign").count == 2)
    }
}

extension String {
    fileprivate func replacing(_ old: String, _ new: String) -> String { replacing(old, with: new) }
}
