import Foundation
import Testing

@Suite("Digests on demand, and arguments that mean nothing") struct DigestCommandTests {
    private func program(_ extra: String = "") throws -> Program {
        let program = try Program.installed(extra: extra)
        try program.write(
            """
            owners: [{id: counsel, name: Counsel, email: counsel@example.org}]
            units: [{id: eng, name: Engineering}]
            policies:
              - {id: use, title: Use, owner: counsel, units: [eng], topics: [training-data], jurisdictions: [US]}
            tools: [{id: writer, name: Acme, class: approved, owner: counsel, topics: [training-data]}]

            """, to: "register.yaml")
        return program
    }

    @Test("end with 1 where one could not be delivered")
    func undelivered() throws {
        let program = try program("delivery: {sendmail: [/bin/false], operator: ops@example.org}\n")
        let result = try program.run("digest")
        #expect(result.status == 1 && result.errors.contains("not delivered"), "\(result)")
        #expect(try self.program().run("digest").status == 0)
    }

    @Test("are one JSON object a line with --json, also where nothing is changed")
    func json() throws {
        let program = try program()
        try program.run("run")
        let rows = try program.run("digest", "--dry-run", "--json", "--form", "markdown").objects()
        #expect(rows.count == 2 && rows.allSatisfy { ($0["text"] as? String)?.contains("===") == true }, "\(rows)")
    }

    @Test(
        "say what is wrong with arguments that mean nothing",
        arguments: [
            (["alerts", "--policy", "use", "--tool", "writer"], "a policy or a tool"),
            (["digest", "--owner", "eng", "--policy", "use"], "'eng' is a unit"),
            (["digest", "--since", "2999-01-01"], "2999-01-01 is in the future"),
            (["mark", "use", "needs-update", "--due", "2020-01-01"], "2020-01-01 is past"),
            (["mark", "use", "reviewed", "--due", "2999-01-01"], "'reviewed' promises nothing"),
            (["report", "--period", "2026-+7"], "is no period"), (["report", "--period", "+026"], "is no period"),
        ])
    func refused(arguments: [String], said: String) throws {
        let program = try program()
        try program.run("run")
        let result = try program.run(arguments)
        #expect(result.status == 64 && result.errors.contains(said), "\(result)")
    }

    @Test("an answer names the next step of a policy or of a tool")
    func nextStep() throws {
        let program = try program()
        try program.run("run")
        let alerts = try program.run("alerts", "--json").objects()
        #expect(alerts.count == 2)
        for alert in alerts {
            let id = try #require(alert["id"] as? Int)
            let said = try program.run("assess", "\(id)", "\(id)", "needs-update").output
            let isTool = alert["subjectKind"] as? String == "tool"
            let expected = isTool ? "lexwatch tools reclassify writer CLASS" : "lexwatch mark use updated"
            #expect(said.contains("\(expected) --because \(id)"), "\(said)")
            #expect(said.split(separator: "\n").count { $0.contains("is answered") } == 1)
        }
    }

    @Test("a draft of one policy is told its mistakes with their lines, by names of its own")
    func draft() throws {
        let program = try program()
        try program.write("id: new\ntitle: New\nowner: counsel\ntopics: [nothing]\n", to: "draft.yaml")
        let result = try program.run("policy", "test", "\(program.folder)/draft.yaml")
        #expect(result.status == 78 && result.errors.contains("draft.yaml:4"), "\(result)")
        #expect(result.errors.contains("topics[0]") && !result.errors.contains("policies[0]"), "\(result)")
    }

    @Test("a review that is still to come is told by the check of the register")
    func reviewed() throws {
        let program = try program()
        try program.write(
            "owners: [{id: counsel, name: Counsel}]\npolicies:\n  - {id: use, title: Use, owner: counsel, "
                + "topics: [training-data], reviewed: 2999-09-01}\n", to: "register.yaml")
        let result = try program.run("register", "check")
        #expect(result.status == 0 && result.output.contains("2999-09-01"), "\(result)")
    }
}
