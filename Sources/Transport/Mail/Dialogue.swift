/// How far a talk with a mail server has come; used by one thread at a time.
final class Dialogue {
    private let content: [UInt8]
    private var given = 0
    /// How far it came.
    private(set) var stage = MailFailure.Stage.connect
    /// Whether the whole message was handed over, so that only its reply is missing.
    private(set) var isWhole = false
    private var isLeaving = false
    /// The code of the last reply to the last command; nil where it has not come.
    private(set) var code: Int?
    /// The words of that reply.
    private(set) var words = ""

    init(content: [UInt8]) { self.content = content }

    /// Copies the next piece of the message; 0 at its end.
    func give(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        stage = .message
        let piece = content[given..<min(content.count, given + buffer.count)]
        buffer.copyBytes(from: piece)
        given += piece.count
        if piece.isEmpty {
            isWhole = true
            forget()
        }
        return piece.count
    }

    /// Takes note of a command of ours. What follows AUTH may be a secret that looks like a command.
    func said(_ line: UnsafeRawBufferPointer) {
        func begins(_ verb: String) -> Bool { line.prefix(verb.utf8.count).elementsEqual(verb.utf8) }
        // libcurl takes leave before it returns; the reply that counts is the one before.
        isLeaving = isLeaving || begins("QUIT\r\n")
        guard !isLeaving else { return }
        forget()
        if begins("MAIL FROM:") {
            stage = .sender
        } else if begins("RCPT TO:") {
            stage = .recipient
        } else if begins("AUTH ") {
            stage = .login
        } else if stage != .login {
            if begins("STARTTLS") { stage = .tls }
            if begins("DATA\r\n") { stage = .message }
        }
    }

    /// Takes note of a line of a reply.
    func heard(_ line: UnsafeRawBufferPointer) {
        guard !isLeaving else { return }
        let text = String(decoding: line.prefix(1000), as: UTF8.self)
        code = Digits.number(String(decoding: line.prefix(3), as: UTF8.self)) ?? code
        guard words.utf8.count < 400 else { return }
        words += words.isEmpty ? PlainText.oneLine(text) : " / \(PlainText.oneLine(text))"
    }

    private func forget() {
        code = nil
        words = ""
    }
}
