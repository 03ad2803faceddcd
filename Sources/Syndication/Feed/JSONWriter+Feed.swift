import Model

extension JSONWriter {
    /// The keys and their order are those that `inspect` promises.
    mutating func write(_ feed: Feed) {
        open(0x7B)
        field("format", feed.format.rawValue)
        field("title", feed.title)
        field("link", feed.link)
        field("description", feed.description)
        field("language", feed.language)
        // Of a feed that names only the day of its publication, that is its last change, too.
        field("updated", feed.updated ?? feed.published)
        key("items")
        open(0x5B)
        for item in feed.items { write(item) }
        close(0x5D)
        field("warnings", feed.warnings.map { PlainText.clean($0.description) })
        close(0x7D)
    }

    private mutating func write(_ item: FeedItem) {
        open(0x7B)
        field("id", item.id)
        field("title", item.title)
        field("link", item.link)
        field("summary", item.summary)
        field("content", item.content)
        field("published", item.published)
        field("updated", item.updated)
        field("authors", item.authors)
        key("categories")
        open(0x5B)
        for category in item.categories { string(category.term) }
        close(0x5D)
        key("enclosures")
        open(0x5B)
        for enclosure in item.enclosures { write(enclosure) }
        close(0x5D)
        field("language", item.language)
        close(0x7D)
    }

    private mutating func write(_ enclosure: Enclosure) {
        open(0x7B)
        field("url", enclosure.url)
        field("type", enclosure.type)
        field("length", enclosure.length)
        close(0x7D)
    }
}
