import CCurl
import Glibc

extension EasyHandle {
    /// Sets everything that a hop needs; whatever libcurl refuses to set ends the hop before it begins.
    func configure(for transfer: Transfer, proxy: String?) throws(OptionRefused) {
        reset()
        try listen()
        try set(CURLOPT_URL, transfer.address.text)
        try setGuards(transfer, proxy: proxy)
        try setBounds(transfer)
        try setRequest(transfer)
        try setCookies(transfer.cookies)
        try setCredentials(transfer.credentials)
        try setCallbacks(Unmanaged.passUnretained(transfer).toOpaque())
    }

    private func setGuards(_ transfer: Transfer, proxy: String?) throws(OptionRefused) {
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_FOLLOWLOCATION, 0)
        // The proxy is chosen by ProxySettings, so that the guard knows of it: the environment is not read again.
        try set(CURLOPT_PROXY, proxy ?? "")
        try set(CURLOPT_NOPROXY, "")
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_NETRC, lw_netrc_ignored)
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = transfer.policy.certificateAuthorities { try set(CURLOPT_CAINFO, file) }
        try check(CURLOPT_OPENSOCKETFUNCTION, lw_setopt_open(pointer, openSocket))
        try set(CURLOPT_OPENSOCKETDATA, pointer: Unmanaged.passUnretained(transfer).toOpaque())
    }

    private func setBounds(_ transfer: Transfer) throws(OptionRefused) {
        let policy = transfer.policy
        try set(CURLOPT_NOSIGNAL, 1)
        try check(CURLOPT_NOSIGNAL, lw_leave_resolver_behind(pointer))
        try set(CURLOPT_CONNECTTIMEOUT_MS, min(policy.connectTimeout.boundedMilliseconds, max(1, transfer.remaining)))
        try set(CURLOPT_TIMEOUT_MS, max(1, transfer.remaining))
        try set(CURLOPT_LOW_SPEED_LIMIT, max(1, policy.stallBytesPerSecond))
        try set(CURLOPT_LOW_SPEED_TIME, policy.stallTimeout.boundedSeconds)
    }

    private func setRequest(_ transfer: Transfer) throws(OptionRefused) {
        let exchange = transfer.ticket.exchange
        try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        // Empty means: whatever libcurl can unpack. Where it is not set, the body comes as it was sent.
        if !transfer.wantsPlain { try set(CURLOPT_ACCEPT_ENCODING, "") }
        let coding = transfer.wantsPlain ? ["Accept-Encoding: identity"] : []
        try set(CURLOPT_USERAGENT, transfer.policy.userAgent)
        try set(CURLOPT_HTTPHEADER, lines: exchange.headers + coding)
        guard case .post(let body) = exchange.body else { return }
        try set(CURLOPT_POST, 1)
        try set(CURLOPT_POSTFIELDSIZE_LARGE, bytes: body.count)
        let code = body.withUnsafeBytes { bytes in
            // libcurl copies the bytes at once.
            lw_setopt_pointer(pointer, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
        }
        try check(CURLOPT_COPYPOSTFIELDS, code)
    }

    /// Cookies live as long as the exchange: some servers send whoever brings none round in a circle.
    private func setCookies(_ cookies: [String]) throws(OptionRefused) {
        try set(CURLOPT_COOKIEFILE, "")
        // The handle may still hold those of another exchange.
        try set(CURLOPT_COOKIELIST, "ALL")
        for cookie in cookies { try set(CURLOPT_COOKIELIST, cookie) }
    }

    private func setCredentials(_ credentials: WebAddress.Credentials?) throws(OptionRefused) {
        guard let credentials else { return }
        try set(CURLOPT_USERNAME, credentials.user)
        try set(CURLOPT_PASSWORD, credentials.password)
    }

    private func setCallbacks(_ transfer: UnsafeMutableRawPointer) throws(OptionRefused) {
        try set(CURLOPT_WRITEFUNCTION, write: takeBody)
        try set(CURLOPT_WRITEDATA, pointer: transfer)
        try set(CURLOPT_HEADERFUNCTION, write: takeHeader)
        try set(CURLOPT_HEADERDATA, pointer: transfer)
        try set(CURLOPT_NOPROGRESS, 0)
        try check(CURLOPT_XFERINFOFUNCTION, lw_setopt_progress(pointer, checkProgress))
        try set(CURLOPT_XFERINFODATA, pointer: transfer)
        try check(CURLOPT_DEBUGFUNCTION, lw_setopt_debug(pointer, takeRaw))
        try set(CURLOPT_DEBUGDATA, pointer: transfer)
        try set(CURLOPT_PRIVATE, pointer: transfer)
    }
}

private func transfer(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
    pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private func bytes(_ pointer: UnsafeMutablePointer<CChar>?, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
        start: pointer.map { UnsafePointer(UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self)) }, count: count)
}

private let takeBody: curl_write_callback = { piece, size, count, context in
    let piece = bytes(piece, size * count)
    return transfer(context)?.intake.take(body: piece) == true ? piece.count : 0
}

private let takeHeader: curl_write_callback = { line, size, count, context in
    let line = bytes(line, size * count)
    guard let transfer = transfer(context), transfer.intake.take(header: line) else { return 0 }
    return transfer.watchRawBytes() ? line.count : 0
}

private let checkProgress: curl_xferinfo_callback = { context, announced, received, _, _ in
    guard let transfer = transfer(context) else { return 1 }
    return transfer.intake.check(received: Int(received), announced: Int(announced)) ? 0 : 1
}

private let takeRaw: curl_debug_callback = { _, kind, piece, count, context in
    if kind == CURLINFO_DATA_IN { transfer(context)?.intake.take(raw: bytes(piece, count)) }
    return 0
}

private let openSocket: curl_opensocket_callback = { context, _, address in
    guard let transfer = transfer(context), let address else { return CURL_SOCKET_BAD }
    guard transfer.mayConnect(to: lw_address(address)) else { return CURL_SOCKET_BAD }
    let (family, kind) = (address.pointee.family, address.pointee.socktype)
    return socket(family, kind | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
}
