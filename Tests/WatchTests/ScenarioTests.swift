import Foundation
import Model
import Store
import Syndication
import Testing

@testable import Watch

@Suite("From a ruling to the auditor's desk") struct ScenarioTests {
    private static let ruling = Installation.Entry(
        id: "ruling", title: "Appeals court affirms: training generative AI on books is not fair use",
        text: "The court affirmed: copying books as training data for a large language model infringes copyright. "
            + "No. 3:24-cv-01234.", day: "2026-07-06")

    private static let register = """
        owners: [{id: counsel, name: Counsel}]
        policies:
          - {id: genai-use, title: Use, owner: counsel, topics: [training-data], jurisdictions: [US], document: policy.md}

        """
    private static let document = "# Use\n\n## 3.2 Training\n\nWe train on books, as in No. 3:24-cv-01234.\n"

    @Test(
        "a ruling names the section, the owner marks and updates the policy, the next digest is quiet, all is on record"
    )
    func wholeStory() async throws {
        let place = try Installation(at: "2026-07-07", ["register.yaml": Self.register, "policy.md": Self.document])
        try place.publish([Self.ruling])
        #expect(try await place.run().alerts == 1)
        let alert = try #require(try place.alerts().first)
        #expect(alert.reasons.contains { $0.kind == .reliance && $0.section == "3.2" })
        #expect(try place.workspace.policy(ID("genai-use")).policy.status == .alertsOpen)

        let workspace = place.workspace
        _ = try workspace.assess([alert.id], .needsUpdate, note: "section 3.2 allows it", actor: "counsel")
        let marked = try workspace.mark(
            ID("genai-use"), .needsUpdate, because: "alert \(alert.id)", note: "rewrite 3.2",
            due: Day(iso: "2026-07-31"), actor: "counsel")
        #expect(marked.status == .needsUpdate)
        place.set("2026-08-03")
        #expect(try workspace.policy(ID("genai-use")).policy.status == .overdue)
        #expect(try workspace.report("2026-Q3", form: .markdown).contains("| genai-use |"))
        #expect(try workspace.policy(ID("genai-use")).reliance.map(\.section) == ["3.2"])
        try place.write("# Use\n\n## 3.2 Training\n\nNo books without a licence.\n", to: "policy.md")
        #expect(try workspace.policy(ID("genai-use")).reliance.isEmpty)
        let updated = try workspace.mark(
            ID("genai-use"), .updated, because: nil, note: "3.2 forbids it now", due: nil, actor: "counsel")
        #expect(updated.status == .current)

        place.set("2026-08-10")
        let quiet = try await place.run()
        #expect(quiet.alerts == 0)
        #expect(
            try await place.workspace.digest(DigestOptions(form: "text", isDryRun: true)).digests.allSatisfy {
                !($0.text ?? "").contains("lexwatch assess")
            })

        let report = try workspace.report("2026-Q3", form: .markdown)
        for line in ["Questions put in the period: 1; answered: 1.", "section 3.2 allows it", "3.2 forbids it now"] {
            #expect(report.contains(line), "\(line)")
        }
        var export: [String] = []
        try workspace.exportAudit(from: nil, to: nil, asCSV: false) { export.append($0) }
        for action in ["raise", "assess", "mark"] {
            #expect(export.contains { $0.contains("\"action\":\"\(action)\"") }, "\(action)")
        }
        try tamper(place)
    }

    /// One byte of the database, changed by hand.
    private func tamper(_ place: Installation) throws {
        let copy = "\(place.folder)/copy.sqlite"
        _ = try place.workspace.backup(to: copy)
        let tampered = Workspace(Paths(configuration: place.folder, database: copy, data: place.workspace.paths.data))
        #expect(try tampered.verifyAudit(against: nil).isIntact)
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: copy)))
        let note = Array("3.2 forbids it now".utf8)
        let start = try #require(
            bytes.indices.first { bytes[$0] == note[0] && bytes[$0...].starts(with: note) })
        bytes[start] = UInt8(ascii: "4")
        try Data(bytes).write(to: URL(fileURLWithPath: copy))
        let verdict = try tampered.verifyAudit(against: nil)
        #expect(!verdict.isIntact)
        #expect(verdict.text.contains("mark 2") || verdict.text.contains("line "), "\(verdict.text)")
    }

    @Test("developments are written as feeds of each topic, policy and owner, which lexwatch itself can read")
    func feeds() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.ruling])
        try await place.run()
        let folder = "\(place.folder)/state/digests"
        let index = try String(contentsOfFile: "\(folder)/index.html", encoding: .utf8)
        for (name, count) in [
            ("topic-training-data", 1), ("policy-genai-use", 1), ("owner-counsel", 1), ("owner-second", 0),
        ] {
            #expect(index.contains("./feeds/\(name).atom"))
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/feeds/\(name).atom")))
            let feed = try Feed(bytes, base: "file:///")
            #expect(feed.items.count == count, "\(name)")
            #expect(feed.items.allSatisfy { $0.title == Self.ruling.title })
        }
    }

    @Test("a digest counts its owner's topics by week, and offers an answer by mail where an address takes them")
    func trendsAndMailedAnswers() async throws {
        let place = try Installation(
            at: "2026-07-07",
            [
                "lexwatch.yaml":
                    "organisation: Test AG\nfeeds: [sources.yaml]\ndelivery: {answers: legal@example.org}\n"
            ])
        try place.publish([Self.ruling])
        try await place.run()
        let folder = "\(place.folder)/state/digests"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let json = try #require(names.first { $0.contains("counsel") && $0.hasSuffix(".json") })
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(json)"))
        let digest = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let trends = try #require(digest["trends"] as? [[String: Any]])
        #expect(trends.map { $0["weeks"] as? [Int] } == [[0, 0, 0, 0, 0, 0, 0, 1]])
        let page = try String(contentsOfFile: "\(folder)/\(json.dropLast(5)).html", encoding: .utf8)
        #expect(page.contains("mailto:legal@example.org"))
    }

    @Test("the statement of having watched is signed, and a changed one is found out")
    func warrant() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.ruling])
        try await place.run()
        let statement = try place.workspace.warrant("2026-07")
        #expect(statement.contains("- court: read 1 of 1 times") && statement.contains("Items seen:    1 new"))
        let key = try FileManager.default.attributesOfItem(atPath: "\(place.folder)/state/warrant.key")
        #expect(key[.posixPermissions] as? Int == 0o600)
        let cases = [
            (statement, true), (statement.replacingOccurrences(of: "1 new", with: "9 new"), false),
            (String(statement.dropLast(70)), false), ("hello\n", false),
        ]
        for (text, expected) in cases {
            try place.write(text, to: "statement.txt")
            #expect(try place.workspace.verifyWarrant("\(place.folder)/statement.txt").isGenuine == expected)
        }
        try place.write(String(repeating: "k", count: 32), to: "state/warrant.key")
        try place.write(statement, to: "statement.txt")
        #expect(try place.workspace.verifyWarrant("\(place.folder)/statement.txt").text.contains("Another key"))
    }

    @Test("a register's mistakes are told all at once, each with its line")
    func registerCheck() throws {
        let place = try Installation(
            at: "2026-07-07",
            [
                "register.yaml": """
                owners:
                  - {id: a, mail: x}
                  - {name: B}
                policies:
                  - {id: p, title: T, owner: a}
                  - {title: Q}
                tols: []

                """
            ])
        let report = try place.workspace.checkRegister()
        #expect(!report.isUsable)
        #expect(
            report.findings.map { $0.place.map { String($0.suffix(15)) } } == [
                "register.yaml:2", "register.yaml:3", "register.yaml:6", "register.yaml:7",
            ])
    }

    @Test("a draft says what it would have asked, and changes nothing")
    func draft() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.ruling])
        try await place.run()
        try place.write("id: draft\ntitle: Draft\nowner: second\ntopics: [training-data]\n", to: "draft.yaml")
        var rehearsed: [RehearsedAlert] = []
        try place.workspace.rehearse("\(place.folder)/draft.yaml", since: nil) { rehearsed.append($0) }
        #expect(rehearsed.map(\.owner) == [ID("second")])
        rehearsed = []
        try place.workspace.rehearse("\(place.folder)/draft.yaml", since: Day(iso: "2026-07-08")) {
            rehearsed.append($0)
        }
        #expect(rehearsed.isEmpty)
        #expect(try place.alerts().map(\.subject) == ["genai-use"])
        try place.write("id: draft\ntitle: Draft\nowner: nobody\n", to: "draft.yaml")
        #expect(throws: (any Error).self) {
            try place.workspace.rehearse("\(place.folder)/draft.yaml", since: nil) { _ in }
        }
    }

    @Test("a report on a period that is past tells how policies stood at its end, not how they stand today")
    func pastPeriod() async throws {
        let place = try Installation(at: "2026-07-07", ["register.yaml": Self.register, "policy.md": Self.document])
        try place.publish([Self.ruling])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        place.set("2026-11-02")
        #expect(try place.workspace.policy(ID("genai-use")).policy.status == .overdue)
        _ = try place.workspace.assess([alert.id], .noImpact, note: "", actor: "counsel")
        #expect(try place.workspace.policy(ID("genai-use")).policy.status == .current)
        let told = [
            "2026-Q2": "Policies overdue on 2026-06-30: 0.",
            "2026-07-07..2026-07-10": "Policies overdue on 2026-07-10: 0.",
            "2026-Q3": "Policies overdue on 2026-09-30: 1.", "2026-Q4": "Policies overdue on 2026-11-02: 0.",
        ]
        for (period, line) in told {
            #expect(try place.workspace.report(period, form: .markdown).contains(line), "\(period)")
        }
    }

    @Test("a question that was answered and put again is open in the report of the later period only")
    func pastRounds() async throws {
        let place = try Installation(at: "2026-07-07", ["register.yaml": Self.register, "policy.md": Self.document])
        try place.publish([Self.ruling])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        _ = try place.workspace.assess([alert.id], .noImpact, note: "", actor: "counsel")
        place.set("2026-10-05")
        try place.workspace.storeForAnswers().reopen(
            [
                Reopening(
                    alert: alert.id, because: "appealed", reasons: [], due: try #require(Day(iso: "2026-10-12")),
                    rank: Rank(parts: []))
            ], at: place.workspace.clock.now)
        place.set("2026-12-01")
        _ = try place.workspace.assess([alert.id], .noImpact, note: "", actor: "counsel")
        for (period, day, count) in [
            ("2026-Q3", "2026-09-30", 0), ("2026-10-05..2026-10-15", "2026-10-15", 0),
            ("2026-10", "2026-10-31", 1), ("2026", "2026-12-01", 0),
        ] {
            let report = try place.workspace.report(period, form: .markdown)
            #expect(report.contains("Policies overdue on \(day): \(count)."), "\(period)")
        }
    }
}
