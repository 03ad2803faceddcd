extension Link {
    /// An address with a parameter of its query set, in place of one of that name.
    static func asking(_ address: String, _ name: String, _ value: String) -> String {
        let (name, value) = (escaped(name), escaped(value))
        let whole = address.prefix { $0 != "#" }
        let path = whole.prefix { $0 != "?" }
        let others = whole.dropFirst(path.count + 1).split(separator: "&").filter {
            $0 != name && !$0.hasPrefix("\(name)=")
        }
        return "\(path)?" + (others.map(String.init) + ["\(name)=\(value)"]).joined(separator: "&")
    }

    /// Whether a text may lead somewhere, rather than be a number or a token to ask with.
    static func mayBeAddress(_ text: String) -> Bool {
        if text.utf8.contains(where: { $0 == 0x2F || $0 == 0x3F }) { return true }
        let ending = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false).dropFirst().last ?? []
        return (2...5).contains(ending.count) && ending.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    }

    /// Escaped but for what is unreserved (RFC 3986, 2.3).
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(
            decoding: text.utf8.flatMap { byte -> [UInt8] in
                isAlphanumeric(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
                    ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }, as: UTF8.self)
    }
}
