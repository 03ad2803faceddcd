/// Where the list of a page is that its own markup does not hold, and what is to be done then.
public struct HiddenList: Sendable, Equatable {
    /// What the page is, in one clause.
    public var what: String
    /// What to do.
    public var remedy: String

    /// An explanation from its parts.
    public init(what: String, remedy: String) {
        self.what = what
        self.remedy = remedy
    }

    /// What a page without a list of its own is; nil where nothing tells.
    ///
    /// - Parameters:
    ///   - bytes: The page as it was received.
    ///   - base: Its address.
    ///   - contentType: The value of HTTP's `Content-Type`.
    /// - Returns: The explanation.
    public static func find(in bytes: [UInt8], base: String, contentType: String? = nil) -> HiddenList? {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        if head.contains("<urlset") || head.contains("<sitemapindex") {
            return HiddenList(
                what: "this is a sitemap, which lists addresses without titles",
                remedy: "name the page for people that lists the decisions or notices")
        }
        guard let page = try? HTMLPage(bytes, base: base, contentType: contentType) else { return nil }
        let frames = frames(of: page)
        if let first = frames.first {
            let all = frames.count > 1 ? " (\(frames.count) in all)" : ""
            return HiddenList(
                what: "the page shows what stands in frames\(all), in which no list was found",
                remedy: "name the address of the frame with the list, such as \(PlainText.clean(first))")
        }
        for script in (page.document.select("//script") ?? []).prefix(200) {
            if let found = list(in: script) { return found }
        }
        let text =
            (page.document.select("//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
            ?? [])
            .reduce(0) { $0 + trimmed($1.text).utf8.count }
        guard text < 1000, page.document.select("//script")?.isEmpty == false else { return nil }
        return HiddenList(what: "a script makes this page: what the server sends holds no list", remedy: network)
    }

    /// The addresses of the frames of a page, in its order.
    ///
    /// - Parameters:
    ///   - bytes: The page as it was received.
    ///   - base: Its address.
    ///   - contentType: The value of HTTP's `Content-Type`.
    /// - Returns: Absolute addresses, each once.
    public static func frames(in bytes: [UInt8], base: String, contentType: String? = nil) -> [String] {
        (try? HTMLPage(bytes, base: base, contentType: contentType)).map(frames) ?? []
    }

    private static func frames(of page: HTMLPage) -> [String] {
        var seen: Set<String> = []
        return (page.document.select("//frame[@src] | //iframe[@src]") ?? []).prefix(50).compactMap { frame in
            page.address(frame["src"] ?? "").flatMap { seen.insert($0).inserted ? $0 : nil }
        }
    }

    private static func list(in script: MarkupNode) -> HiddenList? {
        let text = script.text
        if text.contains("<datastore") || text.contains("<recordset") {
            return HiddenList(
                what: "the list stands in a store of data that a script shows page by page, as Hanweb's sites do",
                remedy: "\(network); there it is often …/jpage/dataproxy.jsp")
        }
        let names = ["__NEXT_DATA__", "__NUXT__", "__INITIAL_STATE__", "__PRELOADED_STATE__", "__APOLLO_STATE__"]
        if let name = names.first(where: { text.contains($0) || script["id"] == $0 }) {
            return HiddenList(what: "the list stands in the data of a script (\(name))", remedy: network)
        }
        if script["type"] == "application/ld+json", text.contains("\"ItemList\"") {
            return HiddenList(what: "the list stands in data for search engines (JSON-LD, ItemList)", remedy: network)
        }
        guard text.contains("document.write"), text.contains("href=") else { return nil }
        return HiddenList(what: "a script writes the list into the page", remedy: network)
    }

    private static let network =
        "look in a browser's network tools for the address that the list comes from; JSON is watched with `format: json` "
        + "(docs/configuration.md), or ask the publisher for a feed"
}
