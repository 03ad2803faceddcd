import Glibc

/// The proxies to go through, read as curl reads the environment.
///
/// A proxy may live at a private address: the operator set it. It resolves names by itself, out of sight of the
/// address guard; so through a proxy only an address written in figures, and `localhost`, can be refused here, and
/// which other hosts may be reached is for the proxy to say.
public struct ProxySettings: Sendable, Equatable {
    /// The proxy for `http:` addresses.
    public var http: String?
    /// The proxy for `https:` addresses.
    public var https: String?
    /// Hosts that are reached directly: names with the names below them, addresses, networks, or `*`.
    public var except: [String]

    /// No proxy at all.
    public static let none = ProxySettings()

    /// Settings from their parts.
    public init(http: String? = nil, https: String? = nil, except: [String] = []) {
        self.http = http
        self.https = https
        self.except = except
    }

    /// Settings from the variables `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`.
    ///
    /// `HTTP_PROXY` in capitals is not read, as a web server sets it from a request's header.
    public init(environment: (String) -> String?) {
        func value(_ names: String...) -> String? { names.lazy.compactMap(environment).first { !$0.isEmpty } }
        let every = value("all_proxy", "ALL_PROXY")
        http = value("http_proxy") ?? every
        https = value("https_proxy", "HTTPS_PROXY") ?? every
        except = Self.words(value("no_proxy", "NO_PROXY") ?? "")
    }

    /// Settings from the environment of this process.
    public static func fromProcess() -> ProxySettings {
        ProxySettings { name in getenv(name).map { String(cString: $0) } }
    }

    /// The host and port of a proxy, without the name and password that its address may hold.
    static func place(of proxy: String) -> String {
        let rest = proxy.split(separator: "://", maxSplits: 1).last ?? ""
        return PlainText.oneLine(String(rest.split(separator: "@").last ?? rest), limit: 100)
    }

    /// The proxy for an address; nil where it is reached directly.
    func proxy(for address: WebAddress) -> String? {
        let proxy = address.scheme == "https" ? https : http
        return proxy == nil || isExcepted(address.host) ? nil : proxy
    }

    private func isExcepted(_ host: String) -> Bool {
        let figures = IPAddress(host)
        return except.contains { entry in
            if entry == "*" { return true }
            if let figures { return Network(entry)?.contains(figures) ?? false }
            let name = entry.utf8.drop { $0 == UInt8(ascii: ".") }
            let bytes = Array(host.utf8)
            guard !name.isEmpty, bytes.count >= name.count, bytes.suffix(name.count).elementsEqual(name) else {
                return false
            }
            return bytes.count == name.count || bytes[bytes.count - name.count - 1] == UInt8(ascii: ".")
        }
    }

    private static func words(_ list: String) -> [String] {
        list.utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }
            .map { String(decoding: $0.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self) }
    }
}
