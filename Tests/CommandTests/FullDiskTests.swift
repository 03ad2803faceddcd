import Foundation
import LoopbackServers
import Testing

@Suite("A disk that is full") struct FullDiskTests {
    @Test(
        "a run that finds no space says so and ends; the next one with space completes, and nothing is lost",
        arguments: [16, 64, 128, 256])
    func fullDisk(kilobytes: Int) throws {
        let program = try Program.installed()
        let refused = try program.run(["run"], kilobytes: kilobytes)
        #expect(refused.status == 74)
        #expect(refused.errors.contains("df"))
        #expect(try program.run("run").status == 0)
        let whole = try Program.installed()
        #expect(try whole.run("run").status == 0)
        #expect(try program.run("alerts", "--json").lines.count == whole.run("alerts", "--json").lines.count)
        #expect(try program.run("items", "--json").lines.count == whole.run("items", "--json").lines.count)
        #expect(try program.run("audit", "verify").status == 0)
        #expect(try program.run("check", "--offline").status == 0)
    }

    @Test("a disk that fills up ends a run before any digest; the source has failed, and the operator is told once")
    func fillsUp() throws {
        let mail = try SMTPServer()
        defer { mail.stop() }
        let program = try Program.installed(
            extra: """
                delivery:
                  operator: ops@example.org
                  smtp: {url: '\(mail.url)', from: 'lexwatch <watch@example.org>', security: none}

                """)
        #expect(try program.run("run").status == 0)
        let before = mail.messages.count
        let news = (10...109).map { number in
            "<item><guid>\(number)</guid><title>Court rules on training generative AI, No. \(number)</title>"
                + "<description>\(String(repeating: "copyright \(number) ", count: 500))</description></item>"
        }
        try program.write(
            Program.rulings.replacing("</channel>", with: news.joined() + "</channel>"), to: "court.xml")
        let size = try FileManager.default.attributesOfItem(atPath: program.database)[.size] as? Int ?? 0
        for words in [["run", "--all"], ["fetch", "--all"]] {
            let refused = try program.run(words, kilobytes: size / 1024 + 64)
            #expect(refused.status == 74 && refused.errors.contains("df"), "\(refused.errors)")
            #expect(refused.unwrapped.contains("0 of 1 source read"), "\(refused.output)")
            #expect(refused.unwrapped.contains("not-stored: what was read could not be stored"), "\(refused.output)")
        }
        // The service manager would have the operator told of the same failure.
        let failure = try program.run(
            ["report-failure", "lexwatch.service"],
            environment: ["MONITOR_SERVICE_RESULT": "exit-code", "MONITOR_EXIT_STATUS": "74"])
        #expect(failure.status == 0 && failure.errors.contains("told the operator itself"), "\(failure.errors)")
        let told = mail.messages.dropFirst(before)
        #expect(told.map(\.to) == [["ops@example.org"]])
        #expect(told.first?.content.contains("cannot store what it reads") == true)
        let source = try #require(try program.run("sources", "list", "--json").objects().first)
        #expect(source["health"] as? String == "failing" && source["failures"] as? Int == 2)
        #expect((source["cause"] as? String)?.hasPrefix("not-stored") == true && source["gaps"] as? Int == 1)
        #expect(try program.run("run", "--all").status == 0)
        #expect(try program.run("items", "--json", "--limit", "0").lines.count == 102)
        #expect(try program.run("sources", "gaps").lines.count <= 1)
    }
}
