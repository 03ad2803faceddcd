/// A feed that a page may have, and why it is thought to.
public struct FeedCandidate: Sendable, Hashable {
    /// How sure it is, the surest first.
    public enum Reason: String, Sendable, Hashable, CaseIterable, Comparable {
        /// The page declares it in its head.
        case declared
        /// The page links to it, and the link looks like a feed's.
        case linked
        /// Many sites have a feed at this path.
        case customary

        /// The surest first.
        public static func < (left: Self, right: Self) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// Where it is.
    public var url: String
    /// What the page calls it.
    public var title: String?
    /// The media type that the page gives.
    public var type: String?
    /// Why it is thought to be a feed.
    public var reason: Reason

    /// The feeds that a page may have, the surest first, each address once.
    ///
    /// - Parameters:
    ///   - bytes: The page as it was received.
    ///   - base: Its address.
    ///   - contentType: The value of HTTP's `Content-Type`.
    /// - Returns: Candidates to try in this order; only customary ones where the page cannot be read.
    public static func all(in bytes: [UInt8], base: String, contentType: String? = nil) -> [FeedCandidate] {
        var found: [FeedCandidate] = []
        if let page = try? HTMLPage(bytes, base: base, contentType: contentType) {
            found = declared(page) + linked(page)
        }
        found += customary.map { FeedCandidate(url: Link.resolve($0, against: base), reason: .customary) }
        var seen: Set<String> = []
        return found.filter { Link.isWeb($0.url) && seen.insert($0.url).inserted }
    }

    /// The feeds that a page about feeds leads to: there any link to an XML document may be one.
    ///
    /// - Parameters:
    ///   - bytes: The page as it was received.
    ///   - base: Its address.
    ///   - contentType: The value of HTTP's `Content-Type`.
    /// - Returns: Candidates to try, each address once.
    public static func listed(in bytes: [UInt8], base: String, contentType: String? = nil) -> [FeedCandidate] {
        guard let page = try? HTMLPage(bytes, base: base, contentType: contentType) else { return [] }
        var seen: Set<String> = [base]
        return (declared(page) + linked(page, onIndex: true)).filter { seen.insert($0.url).inserted }
    }

    private static func declared(_ page: HTMLPage) -> [FeedCandidate] {
        (page.document.select("//link[@href]") ?? []).prefix(500).compactMap { link in
            let relations = (link["rel"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
            let type = (link["type"] ?? "").lowercased().prefix { $0 != ";" }
            guard relations.contains("alternate") || relations.contains("feed"), !relations.contains("stylesheet"),
                types.contains(trimmed(String(type))) || relations.contains("feed"),
                let url = page.address(link["href"] ?? "")
            else { return nil }
            return FeedCandidate(
                url: url, title: link["title"].map(PlainText.clean), type: String(type), reason: .declared)
        }
    }

    private static func linked(_ page: HTMLPage, onIndex: Bool = false) -> [FeedCandidate] {
        (page.document.select("//a[@href]") ?? []).prefix(5000).compactMap { link in
            guard let url = page.address(link["href"] ?? ""),
                looksLikeFeed(url) || speaksOfFeed(link.text) || (onIndex && isXML(url))
            else { return nil }
            let title = PlainText.clean(link.text)
            return FeedCandidate(url: url, title: title.isEmpty ? nil : title, reason: .linked)
        }
    }

    private static func speaksOfFeed(_ text: String) -> Bool {
        let words = text.utf8.count < 60 ? text.lowercased().split { !$0.isLetter } : []
        return words.contains("rss") || words.contains("atom") || words.contains("rssfeed")
    }

    private static func isXML(_ url: String) -> Bool {
        url.prefix { $0 != "?" && $0 != "#" }.lowercased().hasSuffix(".xml")
    }

    private static func looksLikeFeed(_ url: String) -> Bool {
        let address = url.lowercased()
        let path = address.prefix { $0 != "?" && $0 != "#" }
        let segments = path.split(separator: "/").dropFirst(2)
        let last = segments.last ?? ""
        if [".rss", ".atom", ".rdf", "feed.xml", "rss.xml", "atom.xml", "feed.json"].contains(where: last.hasSuffix) {
            return true
        }
        return segments.contains { ["feed", "feeds", "rss", "atom"].contains($0) }
            || ["feed=rss", "feed=atom", "format=rss", "format=atom", "type=rss"].contains {
                address.utf8Range(of: $0) != nil
            }
    }

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/rss+xml",
        "application/json", "application/xml", "text/xml", "application/rss", "application/atom",
    ]
    private static let customary = [
        "/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/rss", "/feed.json", "/feed/",
    ]
}
