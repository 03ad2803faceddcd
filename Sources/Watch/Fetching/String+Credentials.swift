extension String {
    /// An address as it may be told: without the user and the password that can stand before its host.
    var withoutCredentials: String {
        guard let scheme = utf8.firstRange(of: Array("://".utf8)) else { return self }
        let rest = self[scheme.upperBound...]
        let authority = rest.utf8.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        guard let sign = authority.lastIndex(of: 0x40) else { return self }
        return String(self[..<scheme.upperBound] + rest[rest.utf8.index(after: sign)...])
    }
}
