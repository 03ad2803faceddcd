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
    /// Those of the categories that are folders, which name subjects as often as anything else.
    public var folders: Set<[String]>

    /// A subscription from its parts; the first of its categories is its folder, unless folders are given.
    public init(
        xmlURL: String, htmlURL: String? = nil, title: String, type: String? = nil, language: String? = nil,
        categories: [[String]] = [], folders: Set<[String]>? = nil
    ) {
        self.xmlURL = xmlURL
        self.htmlURL = htmlURL
        self.title = title
        self.type = type
        self.language = language
        self.categories = categories
        self.folders = folders ?? Set(categories.prefix(1))
    }
}
