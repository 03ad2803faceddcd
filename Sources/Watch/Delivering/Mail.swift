import Digests
import Transport

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
            from: from, organisation: settings.organisation, unsubscribeAddress: delivery.operatorAddress,
            unsubscribeURL: delivery.unsubscribeURL)
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
    ///
    /// - Returns: What became of it; nil where nobody says.
    func send(_ content: [UInt8], to recipient: String) async -> MailResult? {
        let message = MailMessage(from: settings.from.address, to: [recipient], content: content)
        let receipts =
            switch way {
            case .server(let mailer): await mailer.send(message)
            case .command(let command): await command.send(message)
            }
        return receipts.first?.result
    }
}
