import CCurl

/// One connection to a mail server and what is said on it.
///
/// `@unchecked`: only the mailer's worker touches it, one job after the other.
final class MailSession: @unchecked Sendable {
    private let server: MailServer
    private var handle: EasyHandle?

    init(_ server: MailServer) { self.server = server }

    /// Sends a message to one recipient.
    func send(_ content: [UInt8], in envelope: Envelope) -> MailResult {
        perform(Dialogue(content: content)) { handle throws(OptionRefused) in
            try handle.set(CURLOPT_MAIL_FROM, "<\(envelope.from)>")
            try handle.set(CURLOPT_MAIL_RCPT, lines: ["<\(envelope.to)>"])
            // The size is not told, so that libcurl asks for the end: from then on the message may count as sent.
            try handle.set(CURLOPT_UPLOAD, 1)
        }
    }

    /// Connects and logs in, and does nothing.
    func check() -> MailResult {
        perform(Dialogue(content: [])) { handle throws(OptionRefused) in
            try handle.set(CURLOPT_NOBODY, 1)
            try handle.set(CURLOPT_CUSTOMREQUEST, "NOOP")
        }
    }

    /// Takes leave of the server.
    func close() { handle = nil }

    private func perform(_ dialogue: Dialogue, _ prepare: (EasyHandle) throws(OptionRefused) -> Void) -> MailResult {
        guard let handle = handle ?? EasyHandle() else {
            return .temporary(MailFailure(.connect, "libcurl gives no handle"))
        }
        self.handle = handle
        do throws(OptionRefused) {
            handle.reset()
            try handle.configure(for: server, dialogue: dialogue)
            try prepare(handle)
        } catch {
            return .temporary(MailFailure(.connect, error.text))
        }
        let code = withExtendedLifetime(dialogue) { curl_easy_perform(handle.pointer) }
        let result = MailJudge(dialogue: dialogue, complaint: handle.complaint).result(of: code)
        // After any failure the next message begins with a connection of its own.
        if result.failure != nil { self.handle = nil }
        return result
    }
}

extension EasyHandle {
    fileprivate func configure(for server: MailServer, dialogue: Dialogue) throws(OptionRefused) {
        try listen()
        try set(CURLOPT_URL, server.url)
        try set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NETRC, lw_netrc_ignored)
        try set(CURLOPT_USE_SSL, server.security == .none ? lw_use_no_tls : lw_use_tls_only)
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = server.certificateAuthorities { try set(CURLOPT_CAINFO, file) }
        try setBounds(server)
        try setLogin(server)
        try setCallbacks(Unmanaged.passUnretained(dialogue).toOpaque())
    }

    private func setBounds(_ server: MailServer) throws(OptionRefused) {
        try set(CURLOPT_NOSIGNAL, 1)
        try check(CURLOPT_NOSIGNAL, lw_leave_resolver_behind(pointer))
        try set(CURLOPT_CONNECTTIMEOUT_MS, server.connectTimeout.boundedMilliseconds)
        try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, server.replyTimeout.boundedSeconds)
        try set(CURLOPT_TIMEOUT_MS, server.totalTimeout.boundedMilliseconds)
    }

    private func setLogin(_ server: MailServer) throws(OptionRefused) {
        guard let username = server.username else { return }
        try set(CURLOPT_USERNAME, username)
        let code = (server.password + [0]).withUnsafeBytes { bytes in
            lw_setopt_string(pointer, CURLOPT_PASSWORD, bytes.bindMemory(to: CChar.self).baseAddress)
        }
        try check(CURLOPT_PASSWORD, code)
    }

    private func setCallbacks(_ dialogue: UnsafeMutableRawPointer) throws(OptionRefused) {
        try check(CURLOPT_READFUNCTION, lw_setopt_read(pointer, giveContent))
        try set(CURLOPT_READDATA, pointer: dialogue)
        try set(CURLOPT_WRITEFUNCTION, write: ignore)
        // What is said on the connection is followed line by line; nothing of it is kept but the last reply.
        try set(CURLOPT_VERBOSE, 1)
        try check(CURLOPT_DEBUGFUNCTION, lw_setopt_debug(pointer, follow))
        try set(CURLOPT_DEBUGDATA, pointer: dialogue)
    }
}

private func dialogue(_ pointer: UnsafeMutableRawPointer?) -> Dialogue? {
    pointer.map { Unmanaged<Dialogue>.fromOpaque($0).takeUnretainedValue() }
}

private let giveContent: curl_read_callback = { buffer, size, count, context in
    guard let dialogue = dialogue(context), let buffer else { return 0 }
    return dialogue.give(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
}

private let ignore: curl_write_callback = { _, size, count, _ in size * count }

private let follow: curl_debug_callback = { _, kind, text, count, context in
    guard let dialogue = dialogue(context) else { return 0 }
    let line = UnsafeRawBufferPointer(start: text, count: count)
    switch kind {
    case CURLINFO_HEADER_OUT: dialogue.said(line)
    case CURLINFO_HEADER_IN: dialogue.heard(line)
    default: break
    }
    return 0
}
