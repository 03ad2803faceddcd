import CCurl

/// Takes the address of a mail server apart.
enum MailAddressBar {
    /// Scheme, host and port; the port is nil where the address has none.
    static func parts(of url: String) throws(MailServer.Mistake) -> (scheme: String, host: String, port: Int?) {
        let mistake = MailServer.Mistake.address(PlainText.oneLine(url, limit: 100))
        guard !url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }), let parts = curl_url() else { throw mistake }
        defer { curl_url_cleanup(parts) }
        guard curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK, let scheme = part(CURLUPART_SCHEME, of: parts),
            scheme == "smtp" || scheme == "smtps", let host = part(CURLUPART_HOST, of: parts), !host.isEmpty
        else { throw mistake }
        guard part(CURLUPART_USER, of: parts) == nil, part(CURLUPART_PASSWORD, of: parts) == nil else {
            throw .credentialsInAddress
        }
        let rest = [CURLUPART_PATH, CURLUPART_QUERY, CURLUPART_FRAGMENT].compactMap { part($0, of: parts) }
        guard rest.allSatisfy({ $0 == "/" }) else { throw mistake }
        let bare = host.utf8.first == UInt8(ascii: "[") ? String(host.dropFirst().dropLast()) : host
        return (scheme, bare.lowercased(), part(CURLUPART_PORT, of: parts).flatMap { Int($0) })
    }

    private static func part(_ part: CURLUPart, of parts: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
