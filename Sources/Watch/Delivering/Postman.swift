import Digests
import Foundation
import Model
import Store
import Transport

/// Takes digests along their ways out: each is attempted, and how the attempt ended is recorded before the next.
struct Postman {
    /// What became of the deliveries that were due.
    struct Round {
        /// Files that were written, by digest.
        var files: [Int64: [String]] = [:]
        /// What was not delivered, and why.
        var failures: [String] = []
    }

    let settings: Settings
    let store: Store
    let renderer: DigestRenderer
    let clock: Clock

    /// Seconds after which an attempt that never ended is made again.
    private static let attemptLasts: Int64 = 900
    private static let backoff = Backoff(first: 600, most: 86_400)

    /// Attempts everything that is due.
    func deliver() async throws -> Round {
        var round = Round()
        let due = try store.deliveriesDue(at: clock.now)
        let mailer = try Mail(settings)
        for delivery in due {
            try Task.checkCancellation()
            guard let stored = try store.digest(delivery.digest) else { continue }
            let digest = try Digest(json: stored.content)
            // A file is written again without harm, where a kill left it open whether it was.
            let lasts = delivery.channel == .directory ? 0 : Self.attemptLasts
            try store.beginAttempt(delivery.id, until: clock.now.adding(seconds: lasts))
            let end: End
            switch delivery.channel {
            case .directory: end = write(digest, delivery, &round)
            case .mail: end = await mail(digest, stored, delivery, mailer)
            case .webhook: end = await post(digest, delivery)
            }
            try record(end, of: delivery, &round)
        }
        if due.contains(where: { $0.channel == .directory }) {
            for path in Set(due.filter { $0.channel == .directory }.map(\.recipient)) {
                do {
                    try DigestFolder(path: path, renderer: renderer)
                        .renewIndex(organisation: settings.organisation, language: settings.language)
                } catch {
                    round.failures.append("\(path)/index.html: the list of digests was not renewed: \(error)")
                }
            }
        }
        return round
    }

    /// How an attempt ended.
    private enum End {
        case sent
        case later(String)
        case never(String)
        case uncertain(String)
    }

    private func record(_ end: End, of delivery: Delivery, _ round: inout Round) throws {
        let now = clock.now
        var generator = SystemRandomNumberGenerator()
        let wait = Self.backoff.seconds(afterFailures: delivery.attempts + 1, using: &generator)
        let next = now.adding(seconds: Int64(wait))
        switch end {
        case .sent: try store.endAttempt(delivery.id, .sent, at: now)
        case .later(let said): try store.endAttempt(delivery.id, .pending, said: said, at: now, next: next)
        case .never(let said): try store.endAttempt(delivery.id, .refused, said: said, at: now)
        case .uncertain(let said): try store.endAttempt(delivery.id, .uncertain, said: said, at: now, next: next)
        }
        switch end {
        case .sent: break
        case .later(let said): round.failures.append("\(delivery.recipient): \(said); tried again after \(next)")
        case .never(let said): round.failures.append("\(delivery.recipient): refused for good: \(said)")
        case .uncertain(let said):
            round.failures.append(
                "\(delivery.recipient): perhaps delivered: \(said); repeated with the same Message-ID")
        }
    }

    private func write(_ digest: Digest, _ delivery: Delivery, _ round: inout Round) -> End {
        do {
            let folder = DigestFolder(path: delivery.recipient, renderer: renderer)
            let day = settings.timeZone.day(of: digest.composed)
            round.files[delivery.digest, default: []] += try folder.write(digest, number: delivery.digest, day: day)
            return .sent
        } catch {
            return .later("\(error)")
        }
    }

    private func mail(_ digest: Digest, _ stored: StoredDigest, _ delivery: Delivery, _ mail: Mail?) async -> End {
        guard let mail else { return .later("neither delivery.smtp nor delivery.sendmail is configured") }
        guard let party = MailParty(name: digest.recipient.name, address: delivery.recipient) else {
            return .never("the address is none")
        }
        let earlier: [String]
        do {
            earlier = try store.messageIDs(to: stored.recipient).filter { $0 != delivery.messageID }
        } catch {
            return .later("\(error)")
        }
        let identity = MailIdentity(messageID: delivery.messageID, references: earlier, date: digest.composed)
        let bytes = MailComposer(mail.settings, renderer: renderer).message(for: digest, to: party, identity)
        let receipts = await mail.send(bytes, to: delivery.recipient)
        switch receipts.first?.result {
        case .accepted?: return .sent
        case .temporary(let failure)?: return .later(failure.description)
        case .permanent(let failure)?: return .never(failure.description)
        case .uncertain(let failure)?: return .uncertain(failure.description)
        case nil: return .later("the mailer gave no answer")
        }
    }

    private func post(_ digest: Digest, _ delivery: Delivery) async -> End {
        guard let hook = settings.delivery.webhooks.first(where: { $0.name == delivery.recipient }) else {
            return .never("the webhook is no longer configured")
        }
        do {
            let secret = try hook.secretFile.map(Secret.read)
            let service = WebhookMessage.Service(rawValue: hook.form == "json" ? "generic" : hook.form) ?? .generic
            let message = try WebhookMessage(digest, for: service, secret: secret, at: clock.now)
            let fetcher = Fetcher(try settings.fetch.policy(), clock: clock)
            let answer = await fetcher.post(
                to: message.query.isEmpty
                    ? hook.url : "\(hook.url)\(hook.url.contains("?") ? "&" : "?")\(message.query)",
                body: message.body, headers: message.headers.compactMap { RequestHeader($0.name, $0.value) })
            switch answer.outcome {
            case .accepted: return .sent
            case .temporary(let failure): return .later(failure.description)
            case .permanent(let failure): return .never(failure.description)
            case .uncertain(let failure): return .uncertain(failure.description)
            }
        } catch {
            return .later("\(error)")
        }
    }
}

/// The way that mail takes: a server or a command.
struct Mail {
    /// Who sends.
    let settings: MailSettings
    private let way: Way

    private enum Way {
        case server(Mailer)
        case command(SendmailCommand)
    }

    /// The way that a configuration describes; nil where it describes none.
    init?(_ settings: Settings) throws {
        let delivery = settings.delivery
        guard delivery.smtp != nil || delivery.sendmail != nil else { return nil }
        let sender = delivery.smtp?.from ?? delivery.operatorAddress ?? "lexwatch@localhost"
        guard let from = MailParty(sender) else {
            throw ConfigurationProblem(
                "delivery.smtp.from: '\(sender)' is no sender", place: settings.file,
                remedy: "write \"lexwatch <watch@example.org>\"")
        }
        self.settings = MailSettings(
            from: from, organisation: settings.organisation, unsubscribeAddress: delivery.operatorAddress)
        if let smtp = delivery.smtp {
            way = .server(Mailer(try smtp.server()))
        } else {
            guard let command = delivery.sendmail.flatMap(SendmailCommand.init) else {
                throw ConfigurationProblem(
                    "delivery.sendmail is no command", place: settings.file,
                    remedy: "write [/usr/sbin/sendmail, -i]: an absolute path and its arguments")
            }
            way = .command(command)
        }
    }

    /// Sends a message to one recipient.
    func send(_ content: [UInt8], to recipient: String) async -> [MailReceipt] {
        let message = MailMessage(from: settings.from.address, to: [recipient], content: content)
        switch way {
        case .server(let mailer): return await mailer.send(message)
        case .command(let command): return await command.send(message)
        }
    }
}

/// Secrets come from files, never from a command line.
enum Secret {
    /// Where a secret is: among the service's credentials where they have one of the file's name
    /// (systemd.exec(5), `LoadCredential`), else where the configuration says.
    static func path(of file: String) -> String {
        guard let folder = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] else { return file }
        let credential = "\(folder)/\((file as NSString).lastPathComponent)"
        return FileManager.default.fileExists(atPath: credential) ? credential : file
    }

    /// Where the services' units look for a secret.
    static func credstore(_ file: String) -> String {
        "/etc/credstore/lexwatch.\((file as NSString).lastPathComponent)"
    }

    /// The bytes of a secret without the line end.
    static func bytes(_ file: String) throws -> [UInt8] {
        let path = path(of: file)
        guard let data = FileManager.default.contents(atPath: path) else {
            let reason = access(path, R_OK) == 0 ? "it is no file" : String(cString: strerror(errno))
            throw PlainProblem(
                "the secret cannot be read: \(reason)", place: path,
                remedy: "lexwatch.yaml names it (password-file or secret-file): write it there, readable by lexwatch "
                    + "only, or for the services alone to \(credstore(file))",
                exitCode: .configuration)
        }
        var bytes = [UInt8](data)
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        return bytes
    }

    /// The text of a secret without the line end.
    static func read(_ file: String) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }
}
