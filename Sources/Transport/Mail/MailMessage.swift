/// A message that is ready to be sent, with its envelope.
public struct MailMessage: Sendable, Equatable {
    /// The envelope's sender: an address alone.
    public var from: String
    /// The envelope's recipients: addresses alone.
    public var to: [String]
    /// The message as RFC 5322 has it.
    public var content: [UInt8]

    /// A message from its parts.
    public init(from: String, to: [String], content: [UInt8]) {
        self.from = from
        self.to = to
        self.content = content
    }

    /// Whether a text may stand in an envelope: `local@domain` without spaces, controls or angle brackets.
    public static func isEnvelopeAddress(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (3...320).contains(bytes.count), bytes.first != UInt8(ascii: "-"),
            bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }),
            let sign = bytes.lastIndex(of: UInt8(ascii: "@"))
        else { return false }
        return sign > 0 && sign < bytes.count - 1
    }

    /// The content with every line ended by CR LF, as SMTP demands: a bare one of them could smuggle in a message.
    var wireContent: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(content.count + content.count / 40)
        var last: UInt8 = 0
        for byte in content {
            if byte == 0x0A {
                if last == 0x0D { result.removeLast() }
                result += [0x0D, 0x0A]
            } else {
                if last == 0x0D { result.append(0x0A) }
                result.append(byte)
            }
            last = byte
        }
        if last == 0x0D { result.append(0x0A) }
        return result
    }
}

/// Why a message was not taken.
public struct MailFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// How far it came.
    public enum Stage: String, Sendable, CaseIterable {
        /// The envelope is malformed: nothing was asked of the server.
        case envelope
        /// No connection, or a server that greets with a refusal.
        case connect
        /// No trusted connection.
        case tls
        /// The login was refused.
        case login
        /// The sender was refused.
        case sender
        /// The recipient was refused.
        case recipient
        /// The message itself was refused, or the connection ended while it was sent.
        case message
        /// The sendmail command failed.
        case command

        /// Whether all recipients will fare the same.
        var concernsAll: Bool { self == .connect || self == .tls || self == .login || self == .command }
    }

    /// How far it came.
    public var stage: Stage
    /// The server's reply code, or the command's exit code; nil where there was none.
    public var code: Int?
    /// What happened, with the server's words; free of control characters.
    public var detail: String

    /// A failure from its parts.
    public init(_ stage: Stage, code: Int? = nil, _ detail: String) {
        self.stage = stage
        self.code = code
        self.detail = detail
    }

    /// `stage: detail`.
    public var description: String { "\(stage.rawValue): \(detail)" }
}

/// What became of a message to one recipient.
public enum MailResult: Sendable, Equatable {
    /// The server took it over, with its reply.
    case accepted(String)
    /// It was not taken, but may be later.
    case temporary(MailFailure)
    /// It was not taken and never will be.
    case permanent(MailFailure)
    /// The connection ended between the message and the reply: taken or not. A repeat needs the same Message-ID.
    case uncertain(MailFailure)

    /// Why it was not taken for certain; nil where it was.
    public var failure: MailFailure? {
        switch self {
        case .accepted: nil
        case .temporary(let failure), .permanent(let failure), .uncertain(let failure): failure
        }
    }
}

/// What became of a message to one recipient, with the recipient.
public struct MailReceipt: Sendable, Equatable {
    /// The recipient.
    public let recipient: String
    /// What became of it.
    public let result: MailResult

    /// A receipt from its parts.
    public init(_ recipient: String, _ result: MailResult) {
        self.recipient = recipient
        self.result = result
    }
}
