import Foundation
import Testing

@Suite("Two people, two processes") struct TwoPeopleTests {
    @Test("who answer the same alert at the same time: one wins, the other is told by whom, and both are on record")
    func race() async throws {
        let program = try Program.installed()
        try program.run("run")
        let number = try #require(try program.run("alerts", "--json").objects().first?["id"] as? Int)
        let results = try await withThrowingTaskGroup(of: (String, Program.Result).self) { group in
            for (actor, answer) in [("ada", "no-impact"), ("bob", "needs-update")] {
                group.addTask {
                    (actor, try program.run("assess", "\(number)", answer, "--note", "by \(actor)", "--as", actor))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let winner = try #require(results.first { $0.1.status == 0 })
        let loser = try #require(results.first { $0.1.status != 0 })
        #expect(loser.1.status == 65, "\(loser.1.errors)")
        #expect(loser.1.errors.contains(winner.0) && loser.1.errors.contains("answered"), "\(loser.1.errors)")

        let alert = try #require(try program.run("alerts", "--all", "--json").objects().first)
        #expect(alert["answeredBy"] as? String == winner.0)
        #expect(alert["note"] as? String == "by \(winner.0)")
        let log = try program.run("audit", "export").lines
        #expect(log.filter { $0.contains("\"action\":\"assess\"") && $0.contains("by \(winner.0)") }.count == 1)
        #expect(log.filter { $0.contains("\"action\":\"assess-refused\"") && $0.contains("by \(loser.0)") }.count == 1)
        #expect(try program.run("audit", "verify").status == 0)
    }
}
