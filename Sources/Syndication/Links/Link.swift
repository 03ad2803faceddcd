/// Addresses as feeds write them: with white space around, without a scheme, relative to something.
enum Link {
    /// An address against a base (RFC 3986, 5.2); without a base it stays as it is.
    static func resolve(_ reference: String, against base: String) -> String {
        let address = withTwoSlashes(cleaned(reference))
        guard !base.isEmpty, !address.isEmpty else { return address }
        guard scheme(of: address) == nil else { return resolveWithoutHost(address, against: base) }
        let base = Parts(base)
        if base.scheme != nil, base.authority == nil, !base.path.hasPrefix("/") { return address }
        return base.resolving(Parts(address)).description
    }

    /// `http:///example.org/` has a slash too many, as no address of the web is without a host.
    private static func withTwoSlashes(_ address: String) -> String {
        guard isWeb(address), address.utf8Range(of: ":///") != nil,
            let colon = address.utf8.firstIndex(of: 0x3A),
            address[colon...].utf8.starts(with: ":///".utf8)
        else { return address }
        return address[...colon] + "//" + address[colon...].drop { $0 == ":" || $0 == "/" }
    }

    /// An address of the base's own scheme without a host is relative to it (RFC 3986, 5.2.2, as older parsers do).
    private static func resolveWithoutHost(_ address: String, against base: String) -> String {
        let (parts, base) = (Parts(address), Parts(base))
        guard isWeb(address), parts.authority == nil, let scheme = base.scheme, base.authority != nil,
            parts.scheme.map({ $0.lowercased() == scheme.lowercased() }) ?? false
        else { return address }
        return base.resolving(parts).description
    }

    /// The scheme in lower case; nil where there is none.
    static func scheme(of address: String) -> String? {
        guard let first = address.utf8.first, lowercased(first) >= 0x61, lowercased(first) <= 0x7A else { return nil }
        for (offset, byte) in address.utf8.enumerated() {
            if byte == 0x3A { return String(decoding: address.utf8.prefix(offset).map(lowercased), as: UTF8.self) }
            guard isAlphanumeric(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E else { return nil }
        }
        return nil
    }

    /// Whether an address is absolute and of the web.
    static func isWeb(_ address: String) -> Bool {
        let scheme = scheme(of: address)
        return scheme == "http" || scheme == "https"
    }

    /// Whether it calls a script instead of leading to an address.
    static func isScript(_ reference: String) -> Bool { scheme(of: cleaned(reference)) == "javascript" }

    /// With each `&amp;` as the ampersand that it means: a link that was escaped twice.
    static func withPlainAmpersands(_ address: String) -> String {
        var copy = address
        guard copy.withUTF8({ ByteScan($0).index(of: 0x26, from: 0) < $0.count }), address.utf8Range(of: "&amp;") != nil
        else { return address }
        return address.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
    }

    /// Without white space at its ends or line breaks inside, which no address has; the first of several.
    static func cleaned(_ reference: String) -> String {
        var copy = reference
        if copy.withUTF8({ bytes in bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F } }) { return reference }
        let address = trimmedOfAllSpace(reference)
        if let second = address.utf8Range(of: " http://") ?? address.utf8Range(of: " https://"), isWeb(address) {
            return cleaned(String(address[..<second.lowerBound]))
        }
        guard address.utf8.contains(where: { $0 < 0x20 }) else { return address }
        return String(decoding: address.utf8.filter { $0 >= 0x20 }, as: UTF8.self)
    }
}

extension Link {
    /// The parts of an address.
    private struct Parts: CustomStringConvertible {
        var scheme: Substring?
        var authority: Substring?
        var path: Substring
        var query: Substring?
        var fragment: Substring?

        init(_ address: String) {
            var rest = address[...]
            if let scheme = Link.scheme(of: address) {
                self.scheme = rest.prefix(scheme.utf8.count)
                rest = rest.dropFirst(scheme.utf8.count + 1)
            }
            if let mark = rest.utf8.firstIndex(of: 0x23) {
                fragment = rest[rest.index(after: mark)...]
                rest = rest[..<mark]
            }
            if let mark = rest.utf8.firstIndex(of: 0x3F) {
                query = rest[rest.index(after: mark)...]
                rest = rest[..<mark]
            }
            if rest.utf8.starts(with: "//".utf8) {
                rest = rest.dropFirst(2)
                let end = rest.utf8.firstIndex(of: 0x2F) ?? rest.endIndex
                authority = rest[..<end]
                rest = rest[end...]
            }
            path = rest
        }

        func resolving(_ reference: Parts) -> Parts {
            var result = reference
            result.scheme = scheme
            guard reference.authority == nil else { return result }
            result.authority = authority
            if reference.path.isEmpty {
                result.path = path
                if reference.query == nil { result.query = query }
            } else if !reference.path.utf8.starts(with: "/".utf8) {
                result.path = merged(with: reference.path)
            }
            result.path = Self.withoutDots(result.path)
            return result
        }

        private func merged(with relative: Substring) -> Substring {
            guard let slash = path.utf8.lastIndex(of: 0x2F) else {
                return authority != nil ? "/" + relative : relative
            }
            return path[...slash] + relative
        }

        private static func withoutDots(_ path: Substring) -> Substring {
            guard path.utf8.contains(0x2E) else { return path }
            var kept: [Substring] = []
            let isRooted = path.utf8.first == 0x2F
            let segments = path.split(separator: "/", omittingEmptySubsequences: false)
            for (index, segment) in segments.enumerated() {
                switch segment {
                case ".": break
                case "..": if kept.count > (isRooted ? 1 : 0) { kept.removeLast() }
                default: kept.append(segment)
                }
                if index == segments.count - 1, segment == "." || segment == ".." { kept.append("") }
            }
            return Substring(kept.joined(separator: "/"))
        }

        var description: String {
            var text = ""
            if let scheme { text += scheme + ":" }
            if let authority { text += "//" + authority }
            text += path
            if let query { text += "?" + query }
            if let fragment { text += "#" + fragment }
            return text
        }
    }
}
