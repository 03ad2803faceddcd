import CCurl

/// An http or https address, taken apart by the library that will connect to it, so that nobody reads it differently.
struct WebAddress: Equatable, Sendable {
    /// Why a text is no address that may be fetched.
    enum Refusal: Error, Equatable {
        case malformed
        case scheme(String)
        /// A host in letters that libcurl cannot translate into those of the name system.
        case international(String)
    }

    /// `http` or `https`.
    let scheme: String
    /// The host in lower case, without the brackets of an IPv6 address and without a final dot.
    let host: String
    /// The port, from the scheme where the address has none.
    let port: Int
    /// The whole address without credentials and fragment.
    let text: String
    /// User and password of the address, decoded; nil where it has none.
    let credentials: Credentials?

    struct Credentials: Equatable, Sendable {
        let user: String
        let password: String
    }

    /// Reads an address.
    init(_ address: String) throws(Refusal) {
        guard !address.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }), address.utf8.count <= 8000,
            let parts = curl_url()
        else { throw .malformed }
        defer { curl_url_cleanup(parts) }
        let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE | CURLU_ALLOW_SPACE)
        guard curl_url_set(parts, CURLUPART_URL, address, flags) == CURLUE_OK,
            let scheme = Self.part(CURLUPART_SCHEME, of: parts)
        else { throw Self.strangeScheme(of: address).map(Refusal.scheme) ?? .malformed }
        guard scheme == "http" || scheme == "https" else { throw .scheme(PlainText.oneLine(scheme, limit: 20)) }
        try Self.translateHost(of: parts)
        guard let rawHost = Self.part(CURLUPART_HOST, of: parts), let host = Self.plain(rawHost),
            let port = Self.part(CURLUPART_PORT, of: parts, flags: UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) })
        else { throw .malformed }
        self.scheme = scheme
        self.host = host
        self.port = port
        credentials = Self.credentials(of: parts)
        for bare in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT] {
            guard curl_url_set(parts, bare, nil, 0) == CURLUE_OK else { throw .malformed }
        }
        guard let text = Self.part(CURLUPART_URL, of: parts) else { throw .malformed }
        self.text = text
    }

    /// The host, and the port where it is not the scheme's own.
    var authority: String { port == (scheme == "https" ? 443 : 80) ? host : "\(host):\(port)" }

    /// Whether credentials given for one may be shown to the other.
    func sharesOrigin(with other: WebAddress) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }

    /// The scheme of what is an address of another kind, such as `javascript:` or `mailto:`; nil where it is none.
    private static func strangeScheme(of text: String) -> String? {
        let letters = text.utf8.prefix { (97...122).contains($0 | 0x20) }
        let scheme = String(decoding: letters, as: UTF8.self).lowercased()
        let isScheme = (2...20).contains(letters.count) && text.utf8.dropFirst(letters.count).first == UInt8(ascii: ":")
        return isScheme && scheme != "http" && scheme != "https" ? scheme : nil
    }

    /// `gericht.münchen` becomes `gericht.xn--mnchen-3ya`, so that connections, guards and pauses know it by one name.
    private static func translateHost(of parts: OpaquePointer) throws(Refusal) {
        guard let host = part(CURLUPART_HOST, of: parts), host.utf8.contains(where: { $0 > 0x7F }) else { return }
        var text: UnsafeMutablePointer<CChar>?
        guard lw_ascii_host(parts, &text) == CURLUE_OK, let text else {
            throw .international(PlainText.oneLine(host, limit: 100))
        }
        defer { curl_free(text) }
        guard String(cString: text).utf8.allSatisfy({ $0 < 0x80 }),
            curl_url_set(parts, CURLUPART_HOST, text, 0) == CURLUE_OK
        else { throw .international(PlainText.oneLine(host, limit: 100)) }
    }

    private static func credentials(of parts: OpaquePointer) -> Credentials? {
        guard let user = part(CURLUPART_USER, of: parts, flags: UInt32(CURLU_URLDECODE)) else { return nil }
        return Credentials(
            user: user, password: part(CURLUPART_PASSWORD, of: parts, flags: UInt32(CURLU_URLDECODE)) ?? "")
    }

    private static func plain(_ host: String) -> String? {
        var bytes = host.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }[...]
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") { bytes = bytes.dropFirst().dropLast() }
        if bytes.last == UInt8(ascii: ".") { bytes = bytes.dropLast() }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    private static func part(_ part: CURLUPart, of parts: OpaquePointer, flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
