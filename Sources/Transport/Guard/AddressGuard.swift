/// Decides which addresses a connection may go to.
///
/// It is asked when a socket is about to be opened, after name resolution, so that no name and no redirect gets past.
struct AddressGuard: Sendable {
    /// The networks that may be reached although they are private.
    let allowed: [Network]

    /// Why the address is refused; nil where it may be reached.
    func refusal(of address: IPAddress) -> String? {
        guard !allowed.contains(where: { $0.contains(address) }) else { return nil }
        if let inner = Self.embedded(in: address) {
            return allowed.contains(where: { $0.contains(inner) })
                ? nil : Self.kind(of: inner) ?? Self.kind(of: address)
        }
        return Self.kind(of: address)
    }

    private static func kind(of address: IPAddress) -> String? {
        SpecialNetworks.all.first { $0.network.contains(address) }?.kind
    }

    /// The IPv4 address that an IPv6 address carries, as mapped, compatible, translated (NAT64) or 6to4 ones do.
    static func embedded(in address: IPAddress) -> IPAddress? {
        let bytes = address.bytes
        guard bytes.count == 16 else { return nil }
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == bytes[11], bytes[10] == 0xFF || bytes[10] == 0 {
            // ::1 and :: are addresses of their own.
            return bytes[12] == 0 && bytes[10] == 0 ? nil : IPAddress(bytes: Array(bytes[12...]))
        }
        let translated = bytes[..<12].elementsEqual([0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0])
        if translated { return IPAddress(bytes: Array(bytes[12...])) }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return IPAddress(bytes: Array(bytes[2..<6])) }
        return nil
    }
}

/// The blocks of the IANA special-purpose registries that no public source lives in.
enum SpecialNetworks {
    static let all: [(network: Network, kind: String)] = table.compactMap { text, kind in
        Network(text).map { ($0, kind) }
    }

    static let table: [(String, String)] = [
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "reserved"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("168.63.129.16/32", "cloud metadata"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("::/96", "reserved"),
        ("::ffff:0:0/96", "IPv4-mapped"),
        ("64:ff9b:1::/48", "translation"),
        ("100::/64", "discard"),
        ("2001::/32", "Teredo"),
        ("2001:db8::/32", "documentation"),
        ("3fff::/20", "documentation"),
        ("5f00::/16", "segment routing"),
        ("fc00::/7", "unique local"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    ]
}
