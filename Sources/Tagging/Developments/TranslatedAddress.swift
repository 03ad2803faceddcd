/// The address of a page that its publisher has in several languages, which differ in one part of it: `…/ip_26_2311_en`,
/// `…/fr/news/12`, `…?id=12&lang=de`.
struct TranslatedAddress: Equatable {
    /// The address with `*` for the language.
    let page: String
    /// The language that the address names.
    let language: String

    /// Bytes of an address that are read at most.
    private static let longest = 1_000
    /// Words of a page's name from which on it is the page's own, where it has no number.
    private static let leastWords = 3
    /// Parts of a query that name a language.
    private static let keys: Set<String> = ["lang", "language", "locale", "lng", "hl", "l"]

    /// nil where the address names no language, or may be that of many pages.
    init?(_ link: String) {
        guard Self.mayName(link) else { return nil }
        let lower = link.lowercased()
        guard lower.utf8.count <= Self.longest, let start = lower.firstRange(of: "://")?.upperBound else { return nil }
        let address = lower[start...].prefix { $0 != "#" }
        let path = address.prefix { $0 != "?" }
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        var query = address.dropFirst(path.count + 1).split(separator: "&").map(String.init)
        let host = parts.removeFirst()
        guard
            let language = Self.taken(fromQuery: &query) ?? Self.taken(fromPath: &parts)
                ?? Self.taken(fromName: &parts),
            Self.isOwn(parts, query)
        else { return nil }
        self.language = language
        page = host + "/" + parts.joined(separator: "/") + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// Whether two letters stand by themselves behind the host, as the code of a language does; most addresses have none.
    private static func mayName(_ link: String) -> Bool {
        var (marks, letters) = (0, 0)
        for byte in link.utf8 {
            if Bytes.isAlphanumeric(byte) {
                letters = Bytes.isDigit(byte) ? longest : letters + 1
                continue
            }
            if letters == 2, marks > 2 { return true }
            letters = 0
            if byte == 0x2F || byte == 0x3F { marks += 1 }
        }
        return letters == 2 && marks > 2
    }

    private static func taken(fromQuery query: inout [String]) -> String? {
        for (index, pair) in query.enumerated() {
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, keys.contains(sides[0]), isLanguage(sides[1]) else { continue }
            query[index] = sides[0] + "=*"
            return sides[1]
        }
        return nil
    }

    private static func taken(fromPath parts: inout [String]) -> String? {
        guard let index = parts.firstIndex(where: isLanguage) else { return nil }
        defer { parts[index] = "*" }
        return parts[index]
    }

    /// Of `ip_26_2311_en.html` the language.
    private static func taken(fromName parts: inout [String]) -> String? {
        guard let last = parts.last(where: { !$0.isEmpty }), let place = parts.lastIndex(of: last) else { return nil }
        let name = last.prefix { $0 != "." }
        let ends = [name[...], last.dropFirst(name.count + 1).prefix { $0 != "." }]
        for (index, end) in ends.enumerated() {
            let word = index == 0 ? end.split(whereSeparator: { "_-".contains($0) }).last ?? "" : end
            guard word.startIndex > last.startIndex, isLanguage(String(word)) else { continue }
            parts[place] = String(last[..<word.startIndex]) + "*" + String(last[word.endIndex...])
            return String(word)
        }
        return nil
    }

    /// `en`, `de-ch` or `fr_be`.
    private static func isLanguage(_ part: String) -> Bool {
        let halves = part.split(whereSeparator: { "-_".contains($0) }).map(String.init)
        return (1...2).contains(halves.count) && halves.allSatisfy { $0.utf8.count == 2 }
            && halves[0].utf8.allSatisfy(Bytes.isLower) && LanguageCodes.contains(halves[0])
            && halves.joined().utf8.count == part.utf8.count - halves.count + 1
    }

    /// Whether what is left names one page, and not a list of pages.
    private static func isOwn(_ parts: [String], _ query: [String]) -> Bool {
        if query.contains(where: { $0.utf8.contains(where: Bytes.isDigit) }) { return true }
        guard let name = parts.last(where: { !$0.isEmpty && $0 != "*" }) else { return false }
        return name.utf8.contains(where: Bytes.isDigit)
            || name.split(whereSeparator: { "-_".contains($0) }).count >= leastWords
    }
}
