/// Sends mail over SMTP, in a thread of its own; the connection is kept between messages.
///
/// Each recipient gets a transfer of its own: libcurl gives up a transfer when one of several recipients is refused, or
/// goes on without telling which, and the reply to the message is one for all. So every recipient has exactly one
/// outcome.
public final class Mailer: Sendable {
    private let server: MailServer
    private let worker = Worker()
    private let session: MailSession

    /// A mailer for a server; nothing is connected yet.
    public init(_ server: MailServer) {
        self.server = server
        session = MailSession(server)
    }

    deinit {
        // Taking leave of the server may wait for its reply.
        let session = session
        worker.begin { session.close() }
    }

    /// Sends a message to each of its recipients.
    ///
    /// - Parameter message: The message.
    /// - Returns: One receipt for each recipient, in order.
    public func send(_ message: MailMessage) async -> [MailReceipt] {
        let content = message.wireContent
        var receipts: [MailReceipt] = []
        for recipient in message.to {
            // What concerns all recipients is not tried again for each.
            if case .temporary(let failure)? = receipts.last?.result, failure.stage.concernsAll {
                receipts.append(MailReceipt(recipient, .temporary(failure)))
                continue
            }
            let envelope = Envelope(from: message.from, to: recipient)
            receipts.append(MailReceipt(recipient, await send(content, in: envelope)))
        }
        return receipts
    }

    private func send(_ content: [UInt8], in envelope: Envelope) async -> MailResult {
        guard MailMessage.isEnvelopeAddress(envelope.from), MailMessage.isEnvelopeAddress(envelope.to) else {
            return .permanent(MailFailure(.envelope, "sender or recipient is no mail address"))
        }
        let session = session
        return await worker.run { session.send(content, in: envelope) }
    }

    /// Connects, secures the connection and logs in, without sending anything.
    ///
    /// - Returns: Why mail would fail; nil where it would not.
    public func check() async -> MailFailure? {
        let session = session
        return await worker.run { session.check() }.failure
    }
}

/// Sender and recipient of one transfer.
struct Envelope: Sendable {
    let from: String
    let to: String
}
