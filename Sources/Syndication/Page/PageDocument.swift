public import Model

/// What a web page, or an API's answer, holds by a source's definition.
public struct PageDocument: Sendable, Equatable {
    /// The page's title, as plain text.
    public var title: String?
    /// The items, in the page's order. Facts that an API states are among their extensions.
    public var items: [FeedItem] = []
    /// The address of the next page.
    public var next: String?
    /// What was wrong although the page could be read: first what was lost by it.
    public var warnings: [FeedWarning] = []
    /// The facts of a definition whose paths lead nowhere in any item: the API names them otherwise, or leaves out what it
    /// does not know.
    public var absentFacts: [AbsentFact] = []
    /// Whether the page could not be read to its end: what it holds counts, and what the server says of it does not.
    public var isTruncated = false

    init() {}

    /// Reads a page with selectors.
    ///
    /// - Parameters:
    ///   - bytes: The page as it was received.
    ///   - selectors: Where its items are.
    ///   - base: The page's address.
    ///   - contentType: The value of HTTP's `Content-Type`.
    ///   - language: The source's language, which tells the encoding where nothing else does.
    ///   - dates: Reads dates; knows the source's own time zone.
    /// - Throws: Why there are no items.
    public init(
        _ bytes: [UInt8], selectors: PageSelectors, base: String, contentType: String? = nil, language: String? = nil,
        dates: DateReader = DateReader()
    ) throws(PageProblem) {
        let page = try HTMLPage(
            bytes, base: base, encoding: selectors.encoding, contentType: contentType, language: language)
        var reader = PageItemReader(page: page, selectors: selectors, dates: dates)
        self = try reader.read()
    }
}
