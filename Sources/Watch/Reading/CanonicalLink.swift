/// A link without what changes from one fetch to the next, so that the same page has the same link.
enum CanonicalLink {
    /// The link without scheme, `www.`, default port, tracking parameters and session tokens; the host in lower case.
    ///
    /// - Parameters:
    ///   - link: An absolute link.
    ///   - keepsFragment: Whether the part after `#` tells entries apart.
    /// - Returns: The link as it identifies a page.
    static func of(_ link: String, keepsFragment: Bool = true) -> String {
        var rest = Substring(link)
        if let scheme = rest.utf8.firstRange(of: Array("://".utf8)) { rest = rest[scheme.upperBound...] }
        var fragment = ""
        if let hash = rest.utf8.firstIndex(of: 0x23) {
            if keepsFragment { fragment = String(rest[hash...]) }
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

    /// Parameters that say how a reader came, or who the reader is, and never what is read.
    private static let noise: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "_ga", "_gl", "spm", "scm",
        "jsessionid", "phpsessid", "aspsessionid", "sessionid", "session_id", "sid", "cfid", "cftoken", "_hsenc",
        "_hsmi", "mkt_tok", "vero_id", "wt.mc_id", "cmpid", "ref_src",
    ]

    private static func isNoise(_ parameter: Substring.UTF8View) -> Bool {
        let name = String(Substring(parameter.prefix { $0 != 0x3D })).lowercased()
        return name.hasPrefix("utm_") || name.hasPrefix("pk_") || name.hasPrefix("mtm_") || noise.contains(name)
    }

    /// Servlets write their session into the path: `/page;jsessionid=12AB`.
    private static func withoutSession(_ path: Substring) -> Substring {
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
