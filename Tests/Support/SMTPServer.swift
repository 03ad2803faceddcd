import Foundation
import Synchronization

/// A message as the server took it over.
public struct ReceivedMessage: Sendable, Equatable {
    /// The envelope's sender.
    public let from: String
    /// The envelope's recipients.
    public let to: [String]
    /// The message, with dots unstuffed.
    public let content: String
}

/// How a mail server behaves; it takes everything unless told otherwise.
public struct SMTPBehaviour: Sendable {
    /// What happens when the message was sent.
    public enum Ending: Sendable {
        /// A reply, such as `250 taken`.
        case reply(String)
        /// The connection is closed without a reply; the message counts as taken.
        case drop
        /// No reply comes until the client goes away.
        case hang
    }

    /// The first line.
    public var greeting = "220 loopback ESMTP"
    /// Capabilities beside the name.
    public var capabilities: [String] = ["8BITMIME"]
    /// The user and password that are let in; nil to offer no login.
    public var login: (user: String, password: String)?
    /// The reply to a recipient.
    public var recipient: @Sendable (String) -> String = { _ in "250 ok" }
    /// The reply to a sender.
    public var sender = "250 ok"
    /// Whether the connection is closed in the middle of the message.
    public var dropsInMessage = false
    /// What happens when the message with this number (from 1) was sent.
    public var ending: @Sendable (Int) -> Ending = { _ in .reply("250 taken") }
    /// Milliseconds before every reply.
    public var delay = 0

    /// A server that takes everything.
    public init() {}
}

/// A small SMTP server on loopback that keeps what it was sent.
public final class SMTPServer: Sendable {
    private let listener: Listener
    private let behaviour: SMTPBehaviour
    private let state = Mutex(State())

    private struct State {
        var messages: [ReceivedMessage] = []
        var commands: [String] = []
        var connections = 0
        var isStopped = false
    }

    /// Starts a server.
    public init(_ behaviour: SMTPBehaviour = SMTPBehaviour()) throws {
        listener = try Listener()
        self.behaviour = behaviour
        Thread.detachNewThread { [self] in
            while let connection = listener.accept() {
                let session = SessionBox(session: SMTPSession(connection, server: self, behaviour: behaviour))
                Thread.detachNewThread { session.session.run() }
            }
        }
    }

    /// Handed to one thread, which alone uses it from then on.
    private struct SessionBox: @unchecked Sendable { let session: SMTPSession }

    /// The port.
    public var port: Int { listener.port }
    /// The address, in clear text.
    public var url: String { "smtp://127.0.0.1:\(port)" }
    /// The messages that were taken over.
    public var messages: [ReceivedMessage] { state.withLock { $0.messages } }
    /// The commands that were given, without what follows AUTH.
    public var commands: [String] { state.withLock { $0.commands } }
    /// How many connections were made.
    public var connections: Int { state.withLock { $0.connections } }

    /// Ends the server.
    public func stop() {
        state.withLock { $0.isStopped = true }
        listener.close()
    }

    var isStopped: Bool { state.withLock { $0.isStopped } }
    func noteConnection() { state.withLock { $0.connections += 1 } }
    func note(_ command: String) { state.withLock { $0.commands.append(command) } }
    /// Keeps a message and gives its number.
    func keep(_ message: ReceivedMessage) -> Int {
        state.withLock { state in
            state.messages.append(message)
            return state.messages.count
        }
    }
    /// Forgets a message that was refused after all.
    func forget(_ number: Int) { state.withLock { _ = $0.messages.remove(at: number - 1) } }
}
