import Foundation

/// One connection to the mail server.
final class SMTPSession {
    private let connection: Connection
    private let server: SMTPServer
    private let behaviour: SMTPBehaviour
    private var from = ""
    private var to: [String] = []

    init(_ connection: Connection, server: SMTPServer, behaviour: SMTPBehaviour) {
        self.connection = connection
        self.server = server
        self.behaviour = behaviour
    }

    func run() {
        server.noteConnection()
        guard reply(behaviour.greeting) else { return }
        while let line = connection.line(), obey(line) {}
        connection.close()
    }

    private func reply(_ text: String) -> Bool {
        if behaviour.delay > 0, connection.waitForEnd(milliseconds: behaviour.delay) { return false }
        return connection.send(Array("\(text)\r\n".utf8))
    }

    /// Obeys a command; false where the connection is at its end.
    private func obey(_ line: String) -> Bool {
        let upper = line.uppercased()
        server.note(upper.hasPrefix("AUTH") ? "AUTH" : line)
        if upper.hasPrefix("EHLO") { return reply(capabilities) }
        if upper.hasPrefix("AUTH PLAIN") { return authenticate(line) }
        if upper.hasPrefix("MAIL FROM:") {
            (from, to) = (address(in: line), [])
            return reply(behaviour.sender)
        }
        if upper.hasPrefix("RCPT TO:") {
            let text = behaviour.recipient(address(in: line))
            if text.hasPrefix("2") { to.append(address(in: line)) }
            return reply(text)
        }
        switch upper {
        case "DATA": return reply("354 go on") && takeMessage()
        case "QUIT":
            _ = reply("221 bye")
            return false
        default: return reply("250 ok")
        }
    }

    private var capabilities: String {
        let all = ["loopback"] + behaviour.capabilities + (behaviour.login == nil ? [] : ["AUTH PLAIN"])
        return all.enumerated().map { "250\($0.offset == all.count - 1 ? " " : "-")\($0.element)" }
            .joined(separator: "\r\n")
    }

    private func authenticate(_ line: String) -> Bool {
        var token = line.split(separator: " ").dropFirst(2).first.map(String.init)
        if token == nil {
            guard reply("334 ") else { return false }
            token = connection.line()
        }
        let parts = token.flatMap { Data(base64Encoded: $0) }?.split(separator: 0, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let isRight = parts?.count == 3 && parts?[1] == behaviour.login?.user && parts?[2] == behaviour.login?.password
        return reply(isRight ? "235 welcome" : "535 5.7.8 wrong user or password")
    }

    private func takeMessage() -> Bool {
        var lines: [String] = []
        while true {
            // A message that breaks off before its end is none (RFC 5321, section 4.1.1.4).
            guard let line = connection.line() else { return false }
            if line == "." { break }
            lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
            if behaviour.dropsInMessage { return false }
        }
        let number = server.keep(ReceivedMessage(from: from, to: to, content: lines.joined(separator: "\n")))
        switch behaviour.ending(number) {
        case .drop: return false
        case .hang:
            while !server.isStopped, !connection.waitForEnd(milliseconds: 50) {}
            return false
        case .reply(let text):
            if !text.hasPrefix("2") { server.forget(number) }
            return reply(text)
        }
    }

    private func address(in line: String) -> String {
        String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }
}
