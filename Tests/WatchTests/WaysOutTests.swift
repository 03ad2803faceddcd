import Foundation
import Model
import Store
import Testing

@testable import Watch

@Suite("A way out that is broken keeps nothing from the others") struct WaysOutTests {
    private static func installation(_ delivery: String) throws -> Installation {
        let place = try Installation(
            at: "2026-11-02",
            [
                "lexwatch.yaml": "organisation: Test AG\nfeeds: [sources.yaml]\ndelivery: {\(delivery)}\n",
                "register.yaml": "owners: [{id: counsel, name: Counsel, email: counsel@example.org}]\n",
            ])
        return place
    }

    private func files(_ report: RunReport) -> [String] { report.digests.flatMap(\.files) }

    @Test(
        "a mail server whose password is gone keeps back its mail only, and says so",
        arguments: ["", ", operator: ops@example.org"])
    func secret(operatorKey: String) async throws {
        let smtp = "{url: 'smtp://127.0.0.1:1', from: 'watch@example.org', username: a, password-file: /none/secret}"
        let place = try Self.installation("smtp: \(smtp)\(operatorKey)")
        let problem = await #expect(throws: BrokenRun.self) { try await place.run() }
        #expect(problem?.what.contains("the secret cannot be read") == true)
        let written = try FileManager.default.contentsOfDirectory(atPath: place.workspace.paths.digests)
        #expect(written.contains { $0.hasSuffix(".html") && $0.contains("counsel") }, "\(written)")
        #expect(try place.workspace.deliveries(state: .pending, limit: 9).map(\.channel) == ["mail"])
    }

    @Test("a notice to the operator that cannot be read is told each time, and digests are written")
    func notice() async throws {
        let place = try Self.installation("sendmail: [/bin/false], operator: ops@example.org")
        try await place.run()
        let store = try Store(at: place.workspace.paths.database)
        try store.commitNotice(
            OperatorNews(broken: [:], recovered: []), content: Array("{\"old\":1}".utf8), to: "ops@example.org",
            messageID: "1@x", at: place.workspace.clock.now)
        place.set("2026-11-09")
        let report = try await place.run()
        #expect(files(report).contains { $0.hasSuffix(".html") })
        #expect(report.undelivered.contains { $0.contains("ops@example.org: notice 1 cannot be read") })
        #expect(try store.noticesDue(at: place.workspace.clock.now).isEmpty)
        place.set("2026-11-10")
        #expect(try await place.run().undelivered.contains { $0.contains("notice 1 cannot be read") })
    }
}
