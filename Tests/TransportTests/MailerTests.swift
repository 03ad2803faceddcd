import LoopbackServers
import Model
import Testing

@testable import Transport

@Suite("mail over real sockets")
struct MailerTests {
    private func message(to recipients: String..., content: String = "Subject: x\r\n\r\nhello\r\n") -> MailMessage {
        MailMessage(from: "watch@example.org", to: recipients, content: Array(content.utf8))
    }

    private func mailer(_ server: SMTPServer, replyTimeout: Duration = .seconds(5)) throws -> Mailer {
        var settings = try MailServer(url: server.url, security: MailServer.Security.none)
        settings.replyTimeout = replyTimeout
        settings.totalTimeout = .seconds(5)
        return Mailer(settings)
    }

    @Test("each recipient gets the message once, dots and line ends intact, on one connection")
    func sends() async throws {
        let server = try SMTPServer()
        defer { server.stop() }
        let content = "Subject: x\n\n.leading dot\r\n..two\nhidden\r.\rend"
        let receipts = try await mailer(server).send(message(to: "a@example.org", "b@example.org", content: content))
        #expect(receipts == ["a@example.org", "b@example.org"].map { MailReceipt($0, .accepted("250 taken")) })
        #expect(server.messages.map(\.to) == [["a@example.org"], ["b@example.org"]])
        #expect(server.messages.allSatisfy { $0.from == "watch@example.org" })
        #expect(server.messages.allSatisfy { $0.content == "Subject: x\n\n.leading dot\n..two\nhidden\n.\nend" })
        #expect(server.connections == 1)
    }

    @Test("one of three recipients is refused for good, one for now, the third gets the message")
    func partial() async throws {
        var behaviour = SMTPBehaviour()
        behaviour.recipient = { address in
            switch address {
            case "gone@example.org": "550 5.1.1 no such user"
            case "grey@example.org": "451 4.7.1 greylisted"
            default: "250 ok"
            }
        }
        let server = try SMTPServer(behaviour)
        defer { server.stop() }
        let receipts = try await mailer(server).send(
            message(to: "gone@example.org", "grey@example.org", "here@example.org"))
        #expect(
            receipts.map(\.result) == [
                .permanent(MailFailure(.recipient, code: 550, "550 5.1.1 no such user")),
                .temporary(MailFailure(.recipient, code: 451, "451 4.7.1 greylisted")),
                .accepted("250 taken"),
            ])
        #expect(server.messages.map(\.to) == [["here@example.org"]])
    }

    @Test(
        "a refusal of sender or message is told by its code",
        arguments: [
            ("550 no", "250 ok", MailFailure.Stage.sender, true), ("451 later", "250 ok", .sender, false),
            ("530 log in first", "250 ok", .sender, false), ("250 ok", "554 spam", .message, true),
            ("250 ok", "452 full", .message, false),
        ])
    func refusals(sender: String, ending: String, stage: MailFailure.Stage, isForGood: Bool) async throws {
        var behaviour = SMTPBehaviour()
        behaviour.sender = sender
        behaviour.ending = { _ in .reply(ending) }
        let server = try SMTPServer(behaviour)
        defer { server.stop() }
        let result = try #require(try await mailer(server).send(message(to: "a@example.org")).first?.result)
        let failure = try #require(result.failure)
        #expect(failure.stage == stage)
        #expect(result == (isForGood ? .permanent(failure) : .temporary(failure)))
        #expect(server.messages.isEmpty)
    }

    @Test("a connection that ends between message and reply leaves the outcome uncertain")
    func uncertain() async throws {
        for ending in [SMTPBehaviour.Ending.drop, .hang] {
            var behaviour = SMTPBehaviour()
            behaviour.ending = { _ in ending }
            let server = try SMTPServer(behaviour)
            defer { server.stop() }
            let receipts = try await mailer(server, replyTimeout: .seconds(1)).send(message(to: "a@example.org"))
            guard case .uncertain(let failure)? = receipts.first?.result else {
                Issue.record("\(receipts)")
                continue
            }
            #expect(failure.detail.hasPrefix("no reply after the message was sent"))
        }
    }

    @Test("a slow server, a refusing greeting and a missing server are for later, and asked once for all recipients")
    func later() async throws {
        var slow = SMTPBehaviour()
        slow.delay = 3000
        var closed = SMTPBehaviour()
        closed.greeting = "554 no service"
        for behaviour in [slow, closed] {
            let server = try SMTPServer(behaviour)
            let receipts = try await mailer(server, replyTimeout: .seconds(1)).send(
                message(to: "a@example.org", "b@example.org"))
            server.stop()
            #expect(receipts.map(\.result.failure?.stage) == [.connect, .connect])
            #expect(server.connections == 1)
        }
        let server = try SMTPServer()
        server.stop()
        let receipts = try await mailer(server).send(message(to: "a@example.org"))
        #expect(receipts.first?.result.failure?.stage == .connect)
    }

    @Test("login works, and a refused one is for later, without the password in the words")
    func login() async throws {
        var behaviour = SMTPBehaviour()
        behaviour.login = ("watch", "sésame")
        let server = try SMTPServer(behaviour)
        defer { server.stop() }
        func mailer(_ password: String) throws -> Mailer {
            Mailer(
                try MailServer(
                    url: server.url, security: MailServer.Security.none, username: "watch",
                    password: Array(password.utf8)))
        }
        #expect(try await mailer("sésame").check() == nil)
        let refusal = try await mailer("wrong-word").check()
        #expect(refusal?.stage == .login)
        #expect(refusal?.code == 535)
        #expect(refusal?.detail.contains("wrong-word") == false)
        let receipts = try await mailer("wrong-word").send(message(to: "a@example.org"))
        #expect(receipts.first?.result == refusal.map { .temporary($0) })
        #expect(server.messages.isEmpty)
        #expect(server.commands.contains("NOOP"))
    }

    @Test("an envelope that could smuggle in a command never reaches the server")
    func hostileEnvelope() async throws {
        let server = try SMTPServer()
        defer { server.stop() }
        let hostile = ["a@example.org>\r\nRCPT TO:<b@example.org", "a b@example.org", "", "-x@example.org", "a@"]
        let receipts = try await mailer(server).send(
            MailMessage(from: "watch@example.org", to: hostile, content: Array("x".utf8)))
        #expect(receipts.allSatisfy { $0.result.failure?.stage == .envelope })
        #expect(server.connections == 0)
    }

    @Test("STARTTLS and smtps send only over a connection that is trusted")
    func tls() async throws {
        let folder = try TemporaryFolder()
        let certificates = try Certificates(in: folder.path)
        let server = try SMTPServer()
        defer { server.stop() }
        for (mode, scheme) in [(TLSFront.Mode.startTLS, "smtp"), (.direct, "smtps")] {
            let good = try TLSFront(to: server.port, showing: certificates.good, mode: mode)
            var settings = try MailServer(url: "\(scheme)://localhost:\(good.port)")
            settings.certificateAuthorities = certificates.authority
            #expect(await Mailer(settings).send(message(to: "a@example.org")).first?.result == .accepted("250 taken"))
            for certificate in [certificates.expired, certificates.otherHost, certificates.selfSigned] {
                let bad = try TLSFront(to: server.port, showing: certificate, mode: mode)
                var settings = try MailServer(url: "\(scheme)://localhost:\(bad.port)")
                settings.certificateAuthorities = certificates.authority
                #expect(await Mailer(settings).send(message(to: "a@example.org")).first?.result.failure?.stage == .tls)
            }
        }
        #expect(server.messages.count == 2)
    }

    @Test("a server without STARTTLS gets nothing, where TLS is asked for")
    func noDowngrade() async throws {
        let server = try SMTPServer()
        defer { server.stop() }
        let receipts = await Mailer(try MailServer(url: server.url)).send(message(to: "a@example.org"))
        #expect(receipts.first?.result.failure?.stage == .tls)
        #expect(!server.commands.contains { $0.hasPrefix("MAIL") })
    }

    @Test(
        "a server's definition is read, or what is wrong with it is named",
        arguments: [
            ("smtps://mail.example.org", 465), ("smtp://mail.example.org", 587), ("smtp://[::1]:2525", 2525),
        ])
    func definitions(url: String, port: Int) throws {
        #expect(try MailServer(url: url).port == port)
    }

    @Test("what is no mail server is refused with a reason")
    func mistakes() {
        for url in ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://a b", "smtp://h/path"] {
            #expect(throws: MailServer.Mistake.self) { try MailServer(url: url) }
        }
        #expect(throws: MailServer.Mistake.credentialsInAddress) { try MailServer(url: "smtp://u:p@example.org") }
        #expect(throws: MailServer.Mistake.credentials) { try MailServer(url: "smtp://h", username: "u") }
        #expect(throws: MailServer.Mistake.contradiction) {
            try MailServer(url: "smtps://h", security: MailServer.Security.none)
        }
        #expect(throws: MailServer.Mistake.passwordWithoutTLS) {
            try MailServer(url: "smtp://h", security: MailServer.Security.none, username: "u", password: [1])
        }
    }
}
