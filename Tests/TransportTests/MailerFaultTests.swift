import LoopbackServers
import Testing

@testable import Transport

/// Servers in use ask for TLS and a login before they say no.
@Suite("mail faults behind TLS and a login")
struct MailerFaultTests {
    private static let people = ["a@example.org", "b@example.org", "c@example.org"]

    /// Sends to three people through a server that behaves, and gives what became of each.
    private func send(
        _ mode: TLSFront.Mode, password: String = "sésame", _ change: (inout SMTPBehaviour) -> Void
    ) async throws -> (results: [MailResult], server: SMTPServer) {
        let folder = try TemporaryFolder()
        let certificates = try Certificates(in: folder.path)
        var behaviour = SMTPBehaviour()
        behaviour.login = ("watch", "sésame")
        change(&behaviour)
        let server = try SMTPServer(behaviour)
        defer { server.stop() }
        let front = try TLSFront(to: server.port, showing: certificates.good, mode: mode)
        var settings = try MailServer(
            url: "\(mode == .direct ? "smtps" : "smtp")://localhost:\(front.port)", username: "watch",
            password: Array(password.utf8))
        settings.certificateAuthorities = certificates.authority
        settings.replyTimeout = .seconds(1)
        settings.totalTimeout = .seconds(5)
        let message = MailMessage(
            from: "watch@example.org", to: Self.people, content: Array("Subject: x\r\n\r\nx\r\n".utf8))
        let receipts = await Mailer(settings).send(message)
        #expect(receipts.map(\.recipient) == Self.people)
        return (receipts.map(\.result), server)
    }

    @Test(
        "a greylisted recipient is for later, one that is refused is for never, the third gets the message",
        arguments: [TLSFront.Mode.direct, .startTLS])
    func recipients(mode: TLSFront.Mode) async throws {
        let (results, server) = try await send(mode) { behaviour in
            behaviour.recipient = { address in
                switch address {
                case "a@example.org": "451 4.7.1 greylisted, come again"
                case "b@example.org": "550 5.1.1 no such user"
                default: "250 ok"
                }
            }
        }
        #expect(
            results == [
                .temporary(MailFailure(.recipient, code: 451, "451 4.7.1 greylisted, come again")),
                .permanent(MailFailure(.recipient, code: 550, "550 5.1.1 no such user")), .accepted("250 taken"),
            ])
        #expect(server.messages.map(\.to) == [["c@example.org"]])
    }

    @Test(
        "a connection that drops after the message leaves it uncertain, and the others get theirs",
        arguments: [TLSFront.Mode.direct, .startTLS])
    func dropped(mode: TLSFront.Mode) async throws {
        let (results, server) = try await send(mode) { $0.ending = { $0 == 1 ? .drop : .reply("250 taken") } }
        guard case .uncertain(let failure)? = results.first else {
            Issue.record("\(results)")
            return
        }
        #expect(failure.stage == .message)
        #expect(results.dropFirst().allSatisfy { $0 == .accepted("250 taken") })
        #expect(server.messages.count == 3)
    }

    @Test("a connection that drops within the message is for later", arguments: [TLSFront.Mode.direct, .startTLS])
    func brokenOff(mode: TLSFront.Mode) async throws {
        let (results, server) = try await send(mode) { $0.dropsInMessage = true }
        for result in results {
            let failure = try #require(result.failure)
            #expect([.temporary(failure), .uncertain(failure)].contains(result))
        }
        #expect(server.messages.isEmpty)
    }

    @Test("a server that is too slow is for later, and asked once", arguments: [TLSFront.Mode.direct, .startTLS])
    func slow(mode: TLSFront.Mode) async throws {
        let (results, server) = try await send(mode) { $0.delay = 3000 }
        for result in results { #expect(result == .temporary(try #require(result.failure))) }
        #expect(server.connections == 1)
    }

    @Test(
        "a refused login is for later, whatever the server says, and its words hold no password",
        arguments: [TLSFront.Mode.direct, .startTLS])
    func login(mode: TLSFront.Mode) async throws {
        let (results, server) = try await send(mode, password: "wrong-word") { _ in }
        for result in results {
            let failure = try #require(result.failure)
            #expect(result == .temporary(failure))
            #expect(failure.stage == .login && failure.code == 535)
            #expect(!failure.detail.contains("wrong-word"))
        }
        #expect(server.messages.isEmpty)
    }
}
