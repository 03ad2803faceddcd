import Foundation
import Testing

@Suite("From a feed to an answer on record") struct JourneyTests {
    @Test("a ruling becomes an alert, the owner answers, and the second run has nothing new")
    func wholeWay() throws {
        let program = try Program.installed()
        let first = try program.run("run")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("2 new items"))
        #expect(first.output.contains("1 new alert"))

        let alerts = try program.run("alerts", "--json").objects()
        #expect(alerts.count == 1)
        let alert = try #require(alerts.first)
        #expect(alert["subject"] as? String == "genai-use")
        #expect((alert["title"] as? String)?.contains("fair use") == true)

        let text = try #require(try digest(program, "txt"))
        #expect(text.contains("lexwatch assess 1 no-impact"))
        #expect(text.contains("Acceptable use of generative AI"))
        for form in ["html", "md", "json"] { #expect(try digest(program, form)?.contains("fair use") == true) }

        let answer = try program.run("assess", "1", "no-impact", "--note", "We do not train.", "--as", "counsel")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(try program.run("alerts", "--json").lines.isEmpty)

        let second = try program.run("run", "--all")
        #expect(second.output.contains("0 new items"))
        #expect(second.output.contains("0 new alerts"))
        let audit = try program.run("audit", "verify")
        #expect(audit.status == 0)
        let check = try program.run("check", "--offline")
        #expect(check.status == 0, "\(check.output)")
        let export = try program.run("audit", "export").output
        #expect(export.contains("We do not train.") && export.contains("\"actor\":\"counsel\""))
    }

    @Test("a digest that is only shown changes nothing")
    func dryRun() throws {
        let program = try Program.installed()
        try program.run("fetch")
        let shown = try program.run("digest", "--dry-run")
        #expect(shown.output.contains("lexwatch assess 1"), "\(shown.errors)")
        #expect(!FileManager.default.fileExists(atPath: "\(program.folder)/state/digests"))
        #expect(try program.run("run").output.contains("1 digest"))
    }

    @Test("what was new in one digest is open in the next, and not new again")
    func newOnce() throws {
        let program = try Program.installed()
        try program.run("run")
        let again = try program.run("digest", "--output", "-", "--form", "json")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any])
        let entries = try #require(json["entries"] as? [[String: Any]])
        let questions = try #require(entries.first?["questions"] as? [[String: Any]])
        #expect(questions.map { $0["isNew"] as? Bool } == [false])
    }

    @Test("a step of a followed matter asks its follower, though it says nothing of AI; other news does not")
    func followedWithoutTopic() throws {
        func entry(_ number: Int, _ title: String, _ text: String) -> String {
            "<item><guid>\(number)</guid><title>\(title)</title><link>https://court.example/\(number)</link>"
                + "<description>\(text)</description></item>"
        }
        func feed(_ entries: [String]) -> String {
            "<rss version=\"2.0\"><channel><title>C</title>\(entries.joined())</channel></rss>"
        }
        let ferry = entry(7, "Ferry timetable: hearing moved", "Docket No. 9:25-cv-00077.")
        let calendar = entry(6, "Court calendar", "Hearing rooms and times.")
        let program = try Program.installed(feed: feed([calendar]))
        #expect(try program.run("run").output.contains("0 new alerts"))
        let followed = try program.run("follow", "9:25-cv-00077", "--owner", "counsel")
        #expect(followed.status == 0, "\(followed.errors)")
        let other = entry(8, "Road works: hearing moved", "Docket No. 9:25-cv-00078.")
        try program.write(feed([other, ferry, calendar]), to: "court.xml")
        let run = try program.run("run", "--all")
        let alerts = try program.run("alerts", "--json").objects()
        #expect(alerts.compactMap { $0["title"] as? String } == ["Ferry timetable: hearing moved"], "\(run.output)")
    }

    @Test("an edited entry is a revision with a readable difference")
    func revision() throws {
        let program = try Program.installed()
        try program.run("fetch")
        #expect(try program.run("item", "1", "--revisions").output.contains("It has had no other text."))
        let edited = Program.rulings.replacingOccurrences(
            of: "infringes copyright", with: "does not infringe copyright")
        try program.write(edited, to: "court.xml")
        #expect(try program.run("fetch", "--all").output.contains("1 edited"))
        let shown = try program.run("item", "1", "--revisions").output.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        #expect(shown.contains("[-infringes -]") && shown.contains("{+does not infringe +}"), "\(shown)")
    }

    @Test("every text that an item had is shown whole, with the dates and the link that changed")
    func texts() throws {
        let words = (1...40).map { "clause\($0)" }.joined(separator: " ")
        let terms = Program.rulings.replacingOccurrences(of: "Case No. 3:24-cv-01234.", with: words)
        let program = try Program.installed(feed: terms)
        try program.run("fetch")
        let edited = terms.replacingOccurrences(of: "clause40", with: "clause41")
            .replacingOccurrences(of: "Mon, 02 Nov 2026 10", with: "Mon, 02 Nov 2026 11")
            .replacingOccurrences(of: "https://court.example/1<", with: "https://court.example/one<")
        try program.write(edited, to: "court.xml")
        try program.run("fetch", "--all")
        let shown = try program.run("item", "1", "--revisions").output.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let changes = [
            "link: [-https://court.example/1-] {+https://court.example/one+}",
            "published: [-2026-11-02T10:00:00Z-] {+2026-11-02T11:00:00Z+}",
        ]
        for part in [words] + changes { #expect(shown.contains(part), "\(shown)") }
        let item = try #require(try program.run("item", "1", "--json").objects().first)
        let revisions = try #require(item["revisions"] as? [[String: Any]])
        #expect(revisions.map { ($0["summary"] as? String)?.hasSuffix("clause40") } == [true, false])
        #expect(revisions.map { $0["changes"] as? [String] } == [[], changes])
    }

    @Test("a mark changes the status and is on record; a later mark undoes it")
    func marks() throws {
        let program = try Program.installed()
        try program.run("run")
        let marked = try program.run("mark", "genai-use", "needs-update", "--because", "1", "--note", "3.2 is wrong")
        #expect(marked.output.contains("needs-update"), "\(marked.errors)")
        try program.run("assess", "1", "needs-update", "--note", "see mark")
        try program.run("mark", "genai-use", "updated", "--note", "done")
        let policies = try program.run("policies", "--json").objects()
        #expect(policies.first?["status"] as? String == "current")
    }

    @Test("a row that was changed by hand is named")
    func tampering() throws {
        let program = try Program.installed()
        try program.run("run")
        try program.run("assess", "1", "no-impact", "--note", "No training here.")
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        shell.arguments = [
            "python3", "-c",
            """
            import sqlite3, sys
            c = sqlite3.connect(sys.argv[1])
            for (name,) in c.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                c.execute("DROP TRIGGER " + name)
            c.execute("UPDATE assessment SET note = 'Training here.'")
            c.commit()
            """,
            program.database,
        ]
        try shell.run()
        shell.waitUntilExit()
        let verdict = try program.run("audit", "verify")
        #expect(verdict.status == 1)
        #expect(verdict.output.contains("row 1 of 'assessment'"), "\(verdict.output)")
    }

    private func digest(_ program: Program, _ suffix: String) throws -> String? {
        let folder = "\(program.folder)/state/digests"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        guard let name = names.first(where: { $0.hasSuffix(".\(suffix)") && $0.contains("counsel") }) else {
            return nil
        }
        return try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }
}
