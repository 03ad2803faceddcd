/// Sends mail by handing it to a local command, such as sendmail or msmtp; no shell takes part.
///
/// The command is called once for each recipient, as `COMMAND… -f FROM -- RECIPIENT`, so that its exit code speaks of one.
public struct SendmailCommand: Sendable, Equatable {
    /// The program's absolute path and its first arguments, such as `["/usr/sbin/sendmail", "-i"]`.
    public let arguments: [String]
    /// How long one call may take.
    public var timeout = Duration.seconds(60)

    /// A command; nil where it is no absolute path, or where an argument holds a NUL.
    public init?(_ arguments: [String]) {
        guard arguments.first?.utf8.first == UInt8(ascii: "/"), !arguments.contains(where: { $0.utf8.contains(0) })
        else {
            return nil
        }
        self.arguments = arguments
    }

    /// Hands a message over for each of its recipients.
    ///
    /// - Parameter message: The message.
    /// - Returns: One receipt for each recipient, in order.
    public func send(_ message: MailMessage) async -> [MailReceipt] {
        let worker = Worker()
        var receipts: [MailReceipt] = []
        for recipient in message.to {
            guard MailMessage.isEnvelopeAddress(message.from), MailMessage.isEnvelopeAddress(recipient) else {
                let failure = MailFailure(.envelope, "sender or recipient is no mail address")
                receipts.append(MailReceipt(recipient, .permanent(failure)))
                continue
            }
            let (arguments, limit) = (arguments + ["-f", message.from, "--", recipient], timeout.boundedMilliseconds)
            let ending = await worker.run {
                ChildProcess.run(arguments, input: message.content, milliseconds: limit)
            }
            receipts.append(MailReceipt(recipient, Self.result(of: ending)))
        }
        return receipts
    }

    /// What the end of the command means, by sysexits(3).
    static func result(of ending: ChildProcess.Ending) -> MailResult {
        switch ending {
        case .exited(0, let words): .accepted(words)
        case .exited(let code, let words) where [exitOfBadData, exitOfNoUser, exitOfNoHost].contains(code):
            .permanent(MailFailure(.command, code: Int(code), "the command exits with \(code): \(words)"))
        case .exited(let code, let words):
            .temporary(MailFailure(.command, code: Int(code), "the command exits with \(code): \(words)"))
        case .notStarted(let words): .temporary(MailFailure(.command, "the command does not start: \(words)"))
        case .killed(let signal): .uncertain(MailFailure(.command, "the command was ended by signal \(signal)"))
        case .late(let milliseconds):
            .uncertain(MailFailure(.command, "the command did not end within \(PlainText.time(milliseconds))"))
        }
    }

    private static let exitOfBadData: Int32 = 65
    private static let exitOfNoUser: Int32 = 67
    private static let exitOfNoHost: Int32 = 68
}
