/// A link without what changes from one fetch to the next, so that the same page has the same link.
enum CanonicalLink {
    /// The link without scheme, `www.`, default port, tracking parameters and session tokens; the host in lower case,
    /// and what may be written with and without `%` in one way.
    ///
    /// - Parameter link: An absolute link.
    /// - Returns: The link as it identifies a page.
    static func of(_ link: String) -> String {
        var rest = Substring(link)
        if let scheme = rest.utf8.firstRange(of: Array("://".utf8)) { rest = rest[scheme.upperBound...] }
        // The host is no part of what is escaped so.
        let slash = rest.utf8.firstIndex(of: 0x2F) ?? rest.endIndex
        if rest[slash...].utf8.contains(where: { $0 == 0x25 || $0 > 0x7F }) {
            rest = rest[..<slash] + normalised(String(rest[slash...]))
        }
        var fragment = ""
        if let hash = rest.utf8.firstIndex(of: 0x23) {
            fragment = String(rest[hash...])
            rest = rest[..<hash]
        }
        var query = Substring()
        if let mark = rest.utf8.firstIndex(of: 0x3F) {
            query = rest[rest.utf8.index(after: mark)...]
            rest = rest[..<mark]
        }
        let kept = query.utf8.split(separator: 0x26).filter { !isNoise($0) }.map { String(Substring($0)) }
        return hostLowercased(withoutSession(rest)) + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + fragment
    }

    /// The address of a source as it identifies it: whatever its query says tells feeds of one server apart.
    static func ofSource(_ address: String) -> String {
        let rest = address.split(separator: "://", maxSplits: 1).last ?? ""
        return hostLowercased(rest.prefix { $0 != "#" })
    }

    /// The host of an absolute link.
    static func host(of link: String) -> String { String(of(link).prefix { $0 != "/" && $0 != ":" && $0 != "?" }) }

    /// Parameters that say how a reader came, or who the reader is, and never what is read.
    private static let noise: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "_ga", "_gl", "spm",
        "jsessionid", "phpsessid", "aspsessionid", "cfid", "cftoken", "_hsenc", "_hsmi", "mkt_tok", "vero_id",
        "wt.mc_id", "cmpid", "ref_src",
    ]

    /// Names of sessions that some software gives to what is read: a story, a sitting.
    private static let sessions: Set<String> = ["sessionid", "session_id", "sid", "scm"]
    /// Digits of a number that counts what is read, at most: a session's is longer, or has letters.
    private static let longestNumber = 10

    private static func isNoise(_ parameter: Substring.UTF8View) -> Bool {
        let name = String(Substring(parameter.prefix { $0 != 0x3D })).lowercased()
        if sessions.contains(name) {
            let value = parameter.dropFirst(name.utf8.count + 1)
            return !(1...longestNumber).contains(value.count) || !value.allSatisfy { (0x30...0x39).contains($0) }
        }
        return name.hasPrefix("utm_") || name.hasPrefix("pk_") || name.hasPrefix("mtm_") || noise.contains(name)
    }

    /// Escaped where it has to be, with capitals (RFC 3986, 6.2.2): `%7e` is `~`, `é` is `%C3%A9`.
    private static func normalised(_ link: String) -> String {
        let bytes = Array(link.utf8)
        var result: [UInt8] = []
        var index = 0
        func append(escaped byte: UInt8) {
            let digits = Array("0123456789ABCDEF".utf8)
            result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        while index < bytes.count {
            let digits = bytes[index...].dropFirst().prefix(2)
            if bytes[index] == 0x25, digits.count == 2, digits.allSatisfy(isHexadecimal),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                if isUnreserved(value) { result.append(value) } else { append(escaped: value) }
                index += 3
                continue
            }
            if bytes[index] > 0x7F { append(escaped: bytes[index]) } else { result.append(bytes[index]) }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    /// Servers write their session into the path: `/page;jsessionid=12AB`, `/(S(12ab))/page`.
    private static func withoutSession(_ path: Substring) -> Substring {
        if path.utf8.contains(0x28), let open = path.utf8.firstRange(of: Array("/(S(".utf8)),
            let close = path[open.upperBound...].utf8.firstRange(of: Array("))/".utf8))
        {
            return Substring("\(path[..<open.lowerBound])/\(path[close.upperBound...])")
        }
        guard let cut = path.utf8.firstIndex(of: 0x3B) else { return path }
        let name = path[path.utf8.index(after: cut)...].prefix { $0 != "=" }.lowercased()
        return name == "jsessionid" || name == "phpsessid" || name == "sid" ? path[..<cut] : path
    }

    private static func hostLowercased(_ rest: Substring) -> String {
        let slash = rest.utf8.firstIndex(of: 0x2F) ?? rest.endIndex
        var host = String(rest[..<slash]).lowercased()
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.utf8.count) }
        if host.hasPrefix("www.") { host.removeFirst(4) }
        var path = rest[slash...]
        while path.utf8.last == 0x2F { path.removeLast() }
        return host + path
    }
}

extension Collection where Element == UInt8 {
    /// Where some bytes stand first.
    func firstRange(of needle: [UInt8]) -> Range<Index>? {
        var start = startIndex
        while start != endIndex {
            if self[start...].starts(with: needle) {
                return start..<index(start, offsetBy: needle.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
