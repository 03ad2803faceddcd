import LoopbackServers
import Synchronization
import Testing

@Suite("Mail to the operator") struct OperatorMailTests {
    private static let items = "<rss version='2.0'><channel><title>T</title><item><guid>1</guid></item></channel></rss>"

    private func program(_ server: HTTPServer, _ mail: SMTPServer) throws -> Program {
        let program = try Program.installed(
            extra: """
                fetch: {allow-private: [127.0.0.0/8], timeout: 30s}
                delivery:
                  operator: ops@example.org
                  smtp: {url: '\(mail.url)', from: 'lexwatch <watch@example.org>', security: none}

                """)
        try program.write(
            """
            - {id: court, title: The court, publisher: A court, url: '\(server.url("/feed"))', jurisdiction: US, authority: court, scope: topical}
            - {id: other, publisher: B, url: 'file:court.xml', jurisdiction: US, authority: court, scope: topical}

            """, to: "sources.yaml")
        return program
    }

    @Test("a source that breaks is told once, after two failures, and once again when it recovers")
    func breakAndRecovery() throws {
        let status = Mutex(500)
        let server = try HTTPServer { _ in HTTPReply(status: status.withLock { $0 }, body: Self.items) }
        let mail = try SMTPServer()
        defer {
            server.stop()
            mail.stop()
        }
        let program = try program(server, mail)
        try program.run("fetch", "--all")
        #expect(mail.messages.isEmpty)
        for _ in 1...3 { try program.run("fetch", "--all") }
        #expect(mail.messages.count == 1)
        let broken = try #require(mail.messages.first)
        #expect(broken.to == ["ops@example.org"])
        #expect(broken.content.contains("court"))
        #expect(!broken.content.contains("other"))
        status.withLock { $0 = 200 }
        for _ in 1...2 { try program.run("fetch", "--all") }
        #expect(mail.messages.count == 2)
        #expect(mail.messages.last?.content.contains("The court") == true)
    }

    @Test("a recovery of what was never told is not told either")
    func untold() throws {
        let count = Mutex(0)
        let server = try HTTPServer { _ in
            HTTPReply(
                status: count.withLock {
                    $0 += 1; return $0 == 1
                } ? 500 : 200, body: Self.items)
        }
        let mail = try SMTPServer()
        defer {
            server.stop()
            mail.stop()
        }
        let program = try program(server, mail)
        for _ in 1...3 { try program.run("fetch", "--all") }
        #expect(mail.messages.isEmpty)
    }

    @Test("a source that is gone for good is told at once, and asked no more")
    func gone() throws {
        let server = try HTTPServer { _ in HTTPReply(status: 410, body: "") }
        let mail = try SMTPServer()
        defer {
            server.stop()
            mail.stop()
        }
        let program = try program(server, mail)
        for _ in 1...2 { try program.run("fetch") }
        #expect(mail.messages.count == 1)
        #expect(mail.messages.first?.content.contains("retired") == true)
        #expect(server.requests.count == 1)
        let health = try program.run("sources", "--json").objects().first
        #expect(health?["health"] as? String == "retired")
    }

    @Test("a mail server that asks to come again is reported, and the change is not told twice")
    func temporary() throws {
        let server = try HTTPServer { _ in HTTPReply(status: 500, body: "") }
        var behaviour = SMTPBehaviour()
        behaviour.recipient = { _ in "451 later" }
        let mail = try SMTPServer(behaviour)
        defer {
            server.stop()
            mail.stop()
        }
        let program = try program(server, mail)
        try program.run("fetch", "--all")
        let second = try program.run("fetch", "--all")
        #expect(second.output.contains("not delivered: ops@example.org"), "\(second.output) \(second.errors)")
        let attempts = mail.connections
        try program.run("fetch", "--all")
        #expect(mail.connections == attempts, "the next attempt waits")
    }
}
