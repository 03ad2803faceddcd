import Foundation
import LoopbackServers
import Synchronization
import Testing

@Suite("Digests that are broken off") struct DeliveryKillTests {
    // Each attempt is on record before the next begins, so that one kill repeats one message at most: with so many
    // recipients that is less than one in fifty however the kills fall.
    private static let (kills, owners) = (4, 44)

    /// Some owners with a policy each, that one and the same ruling concerns.
    private func program(_ mail: SMTPServer) throws -> Program {
        let program = try Program.installed(
            extra: "delivery: {smtp: {url: '\(mail.url)', from: 'lexwatch <watch@example.org>', security: none}}\n")
        let people = (1...Self.owners).map { "  - {id: o\($0), name: Owner \($0), email: o\($0)@example.org}\n" }
        let policies = (1...Self.owners).map {
            "  - {id: p\($0), title: Policy \($0), owner: o\($0), topics: [training-data], jurisdictions: [US]}\n"
        }
        try program.write("owners:\n\(people.joined())policies:\n\(policies.joined())", to: "register.yaml")
        return program
    }

    /// A feed with one more ruling for each number.
    private func feed(_ count: Int) -> String {
        let items = (1...count).map { number in
            """
            <item><guid>\(number)</guid><title>Ruling \(number): training generative AI on books no. \(number)</title>
            <link>https://court.example/\(number)</link>
            <description>Copying books as training data for a large language model infringes copyright.
            Case No. 3:24-cv-\(10_000 + number).</description></item>
            """
        }
        return "<rss version=\"2.0\"><channel><title>T</title>\(items.joined())</channel></rss>"
    }

    @Test("killed at random points, every alert reaches its owner as new once, and what repeats has its Message-ID")
    func killing() throws {
        let mail = try SMTPServer()
        defer { mail.stop() }
        let program = try program(mail)
        try program.write(feed(1), to: "court.xml")
        let begun = Date()
        try program.run("run", "--all")
        let whole = Date().timeIntervalSince(begun)
        for number in 1...Self.kills {
            try program.write(feed(1 + number), to: "court.xml")
            let process = try program.start("run", "--all")
            Thread.sleep(forTimeInterval: Double.random(in: 0...whole))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        try program.run("run", "--all")
        let waiting = try ["pending", "uncertain"].flatMap {
            try program.run("deliveries", "--json", "--limit", "10000", "--state", $0).objects()
        }
        let numbers = waiting.compactMap { ($0["id"] as? Int).map(String.init) }
        if !numbers.isEmpty { try program.run(["deliveries", "retry"] + numbers) }
        try program.run("fetch")
        try expectDelivered(program, mail.messages)
    }

    private func expectDelivered(_ program: Program, _ messages: [ReceivedMessage]) throws {
        let alerts = try program.run("alerts", "--json").objects()
        #expect(alerts.count == Self.owners * (1 + Self.kills))
        let deliveries = try program.run("deliveries", "--json", "--limit", "10000").objects()
        #expect(deliveries.allSatisfy { $0["state"] as? String == "sent" })
        let sent = Set(
            deliveries.filter { $0["channel"] as? String == "mail" }.compactMap { $0["messageID"] as? String })
        let names = messages.compactMap(messageID)
        #expect(names.count == messages.count && Set(names) == sent)
        #expect(names.count - sent.count <= Self.kills, "a kill repeated more than the message in the air")
        let news = try newAlerts(in: "\(program.folder)/state/digests")
        for alert in alerts {
            let (id, owner) = (try #require(alert["id"] as? Int), try #require(alert["owner"] as? String))
            let times = news[owner, default: []].count { $0 == id }
            #expect(times == 1, "alert \(id) was new \(times) times to \(owner)")
        }
    }

    /// The alerts that digests show as new, by owner; each digest was mailed as well, as all deliveries are.
    private func newAlerts(in folder: String) throws -> [String: [Int]] {
        var news: [String: [Int]] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".json") {
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
            let digest = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let owner = (digest?["recipient"] as? [String: Any])?["id"] as? String
            for entry in digest?["entries"] as? [[String: Any]] ?? [] {
                let questions = (entry["questions"] as? [[String: Any]] ?? []).filter { $0["isNew"] as? Bool == true }
                news[owner ?? "", default: []] += questions.compactMap { $0["alert"] as? Int }
            }
        }
        return news
    }

    private func messageID(_ message: ReceivedMessage) -> String? {
        message.content.split(separator: "\n").first { $0.hasPrefix("Message-ID: <") }
            .map { String($0.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }) }
    }
}

@Suite("Mail servers that say no") struct DeliveryFaultTests {
    private func program(_ mail: SMTPServer) throws -> Program {
        try Program.installed(
            extra: "delivery: {smtp: {url: '\(mail.url)', from: 'lexwatch <watch@example.org>', security: none}}\n")
    }

    @Test("a recipient that is greylisted gets the digest once, with the Message-ID of the first attempt")
    func greylisting() throws {
        var behaviour = SMTPBehaviour()
        let attempts = Counter()
        behaviour.recipient = { _ in attempts.next() == 1 ? "451 4.7.1 come again" : "250 ok" }
        let mail = try SMTPServer(behaviour)
        defer { mail.stop() }
        let program = try program(mail)
        let first = try program.run("run", "--all")
        #expect(first.output.contains("tried again after"), "\(first.output) \(first.errors)")
        try program.run("fetch")
        #expect(mail.messages.isEmpty, "the next attempt waits")
        let waiting = try program.run("deliveries", "--json", "--state", "pending").objects()
        let delivery = try #require(waiting.first)
        try program.run("deliveries", "retry", "\(try #require(delivery["id"] as? Int))")
        for _ in 1...2 { try program.run("fetch") }
        #expect(mail.messages.count == 1)
        let name = try #require(delivery["messageID"] as? String)
        #expect(mail.messages.first?.content.contains("Message-ID: <\(name)>") == true)
    }

    @Test("where one of three is refused for good the others get their mail, and the summary for management names it")
    func refused() throws {
        var behaviour = SMTPBehaviour()
        behaviour.recipient = { $0.hasPrefix("b@") ? "550 5.1.1 no such user" : "250 ok" }
        let mail = try SMTPServer(behaviour)
        defer { mail.stop() }
        let program = try Program.installed(
            extra: """
                digest: {management: [c]}
                delivery: {smtp: {url: '\(mail.url)', from: 'lexwatch <watch@example.org>', security: none}}

                """)
        let owners = ["a", "b", "c"].map { "  - {id: \($0), name: Owner \($0), email: \($0)@example.org}\n" }
        try program.write("owners:\n\(owners.joined())", to: "register.yaml")
        let first = try program.run("run", "--all")
        #expect(first.output.contains("b@example.org: refused for good"), "\(first.output) \(first.errors)")
        #expect(mail.messages.flatMap(\.to).sorted() == ["a@example.org", "c@example.org", "c@example.org"])
        let summary = try program.run("digest", "--owner", "c", "--output", "-")
        #expect(summary.output.contains("Mail was refused for: Owner b <b@example.org>"), "\(summary.output)")
    }

    @Test("the questions of an owner whose address refuses mail for good pass to the first deputy who can be reached")
    func unreached() throws {
        var behaviour = SMTPBehaviour()
        behaviour.recipient = { $0.hasPrefix("c@") ? "250 ok" : "550 5.1.1 no such user" }
        let mail = try SMTPServer(behaviour)
        defer { mail.stop() }
        let program = try program(mail)
        let owners = ["a", "b", "c"].map { "  - {id: \($0), name: Owner \($0), email: \($0)@example.org}\n" }
        let policy = "{id: p, title: P, owner: a, deputies: [b, c], topics: [training-data], jurisdictions: [US]}"
        try program.write("owners:\n\(owners.joined())policies:\n  - \(policy)\n", to: "register.yaml")
        try program.run("run", "--all")
        let asked = try program.run("alerts", "--json").objects()
        #expect(!asked.isEmpty && asked.allSatisfy { $0["owner"] as? String == "a" })
        #expect(questions(to: "c@", in: mail.messages) == 0)
        try program.run("run", "--all")
        #expect(try program.run("alerts", "--json").objects().allSatisfy { $0["owner"] as? String == "c" })
        #expect(try program.run("audit", "export").output.contains("mail to a at a@example.org was refused"))
        #expect(questions(to: "c@", in: mail.messages) == 1)
    }

    /// How many messages ask somebody to answer.
    private func questions(to recipient: String, in messages: [ReceivedMessage]) -> Int {
        messages.count { message in
            message.to.contains { $0.hasPrefix(recipient) } && message.content.contains("lexwatch assess")
        }
    }

    @Test("a folder of digests that cannot be written keeps no mail from anybody, and is told")
    func folder() throws {
        let mail = try SMTPServer()
        defer { mail.stop() }
        let program = try program(mail)
        try program.write("no folder", to: "digests")
        let result = try program.run("run", "--output", "\(program.folder)/digests")
        #expect(result.status == 73, "\(result.errors)")
        #expect(result.errors.contains("check who may write there"))
        #expect(mail.messages.map(\.to) == [["counsel@example.org"]])
    }

    @Test("over TLS and a login with the password from a file, nothing that is said or stored holds the password")
    func secret() throws {
        var behaviour = SMTPBehaviour()
        behaviour.login = ("watch", "s3same-open")
        let mail = try SMTPServer(behaviour)
        defer { mail.stop() }
        let program = try Program.installed()
        let certificates = try Certificates(in: program.folder)
        for (password, mode) in [
            ("wrong-word", TLSFront.Mode.direct), ("s3same-open", .direct), ("s3same-open", .startTLS),
        ] {
            let front = try TLSFront(to: mail.port, showing: certificates.good, mode: mode)
            let url = "\(mode == .direct ? "smtps" : "smtp")://localhost:\(front.port)"
            let smtp =
                "{url: '\(url)', from: w@example.org, username: watch, password-file: secret, ca-file: \(certificates.authority)}"
            try program.write(
                "organisation: Test AG\nfeeds: [sources.yaml]\ndelivery: {smtp: \(smtp)}\n", to: "lexwatch.yaml")
            try program.write("\(password)\n", to: "secret")
            let run = try program.run("run", "--all")
            let again = try program.run("digest", "--again")
            #expect(mail.messages.isEmpty == (password == "wrong-word"), "\(run.output) \(run.errors)")
            let said =
                [run, again].map { $0.output + $0.errors }.joined()
                + (try program.run("audit", "export").output) + (try program.run("deliveries", "--json").output)
            if password == "wrong-word" { #expect(said.contains("login"), "\(said)") }
            #expect(!said.contains(password) && !said.contains("s3same"))
        }
    }

    @Test("an address without a way of mail is named by the check")
    func nobody() throws {
        let program = try Program.installed()
        #expect(try program.run("check", "--offline").unwrapped.contains("no mail is sent"))
    }
}

/// Counts from 1, on any thread.
private final class Counter: Sendable {
    private let count = Mutex(0)
    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
