/// A subscription of an OPML file.
public struct OPMLOutline: Sendable, Hashable {
    /// The feed's address.
    public var xmlURL: String
    /// The address of the page that the feed belongs to.
    public var htmlURL: String?
    /// What it is called.
    public var title: String
    /// `rss` for feeds of any format.
    public var type: String?
    /// The language that the file gives.
    public var language: String?
    /// The folders that it lies in, and its `category` attribute, each a path from the top.
    public var categories: [[String]]

    /// A subscription from its parts.
    public init(
        xmlURL: String, htmlURL: String? = nil, title: String, type: String? = nil, language: String? = nil,
        categories: [[String]] = []
    ) {
        self.xmlURL = xmlURL
        self.htmlURL = htmlURL
        self.title = title
        self.type = type
        self.language = language
        self.categories = categories
    }
}
