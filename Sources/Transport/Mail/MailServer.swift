/// The server that takes our mail.
public struct MailServer: Sendable, Equatable {
    /// How the connection is protected.
    public enum Security: String, Sendable, CaseIterable {
        /// TLS from the first byte, as `smtps://` has it.
        case tls
        /// TLS after STARTTLS, without which nothing is sent.
        case startTLS = "starttls"
        /// None: for a relay on the same host or in a trusted network.
        case none
    }

    /// What is wrong with a server's definition.
    public enum Mistake: Error, Sendable, Equatable, CustomStringConvertible {
        /// Not `smtp://host[:port]` or `smtps://host[:port]`.
        case address(String)
        /// User or password in the address, which would end up in logs.
        case credentialsInAddress
        /// A user without a password, or a NUL in either.
        case credentials
        /// A password is not sent in clear text to another host.
        case passwordWithoutTLS
        /// `smtps://` with a security other than TLS.
        case contradiction

        /// What to write instead, in a sentence.
        public var description: String {
            switch self {
            case .address(let text): "\(text) is no mail server; write smtps://HOST or smtp://HOST:PORT"
            case .credentialsInAddress: "the mail server's address holds a user or password; give them by themselves"
            case .credentials: "user and password go together, and neither may hold a NUL"
            case .passwordWithoutTLS: "a password is not sent without TLS to another host; use smtps:// or STARTTLS"
            case .contradiction: "smtps:// is TLS by itself; leave the security away, or write smtp://"
            }
        }
    }

    /// The host's name or address.
    public let host: String
    /// The port.
    public let port: Int
    /// How the connection is protected.
    public let security: Security
    /// The user; nil where none is to log in.
    public let username: String?
    /// The password's bytes; never logged.
    let password: [UInt8]
    /// A PEM file of certificate authorities to trust instead of the system's.
    public var certificateAuthorities: String?
    /// How long a connection may take.
    public var connectTimeout = Duration.seconds(15)
    /// How long the server may take for one reply.
    public var replyTimeout = Duration.seconds(60)
    /// How long one message to one recipient may take.
    public var totalTimeout = Duration.seconds(180)

    /// A server by its address.
    ///
    /// - Parameters:
    ///   - url: `smtps://HOST[:PORT]`, or `smtp://HOST[:PORT]` for STARTTLS.
    ///   - security: To override what the scheme says; `none` sends in clear text.
    ///   - username: The user; nil where none is to log in.
    ///   - password: The password's bytes.
    /// - Throws: What is wrong with it.
    public init(url: String, security: Security? = nil, username: String? = nil, password: [UInt8] = [])
        throws(Mistake)
    {
        let (scheme, host, port) = try MailAddressBar.parts(of: url)
        guard scheme == "smtp" || security == nil || security == .tls else { throw .contradiction }
        self.security = security ?? (scheme == "smtps" ? .tls : .startTLS)
        guard (username == nil) == password.isEmpty, !password.contains(0), !(username ?? "").utf8.contains(0) else {
            throw .credentials
        }
        let isLoopback = host == "localhost" || IPAddress(host).map(Self.isLoopback) ?? false
        guard self.security != .none || username == nil || isLoopback else { throw .passwordWithoutTLS }
        self.host = host
        self.port = port ?? (self.security == .tls ? 465 : self.security == .startTLS ? 587 : 25)
        self.username = username
        self.password = password
    }

    private static func isLoopback(_ address: IPAddress) -> Bool {
        ["127.0.0.0/8", "::1/128"].contains { Network($0)?.contains(address) ?? false }
    }

    /// The address for libcurl.
    var url: String {
        let host = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return "\(security == .tls ? "smtps" : "smtp")://\(host):\(port)"
    }
}
