import Model

/// A feed or an entry in the making.
struct Draft {
    var id = Ranked<String>()
    var title = Ranked<String>()
    var link = Ranked<String>()
    var summary = Ranked<String>()
    var content = Ranked<String>()
    var published = Ranked<Instant>()
    var updated = Ranked<Instant>()
    var language: String?
    var authors: [String] = []
    var categories: [FeedCategory] = []
    var enclosures: [Enclosure] = []
    var source: FeedOrigin?
    var extensions: [FeedExtension] = []

    private static let mostParts = 256

    /// Changes it in place; it is too large to be taken out and put back for each field.
    mutating func apply(_ change: (inout Draft) -> Void) { change(&self) }

    mutating func add(author: String) {
        guard !author.isEmpty, authors.count < Self.mostParts, !authors.contains(author) else { return }
        authors.append(author)
    }

    mutating func add(_ category: FeedCategory) {
        guard !category.term.isEmpty, categories.count < Self.mostParts, !categories.contains(category) else { return }
        categories.append(category)
    }

    mutating func add(_ enclosure: Enclosure) {
        guard !enclosure.url.isEmpty, enclosures.count < Self.mostParts else { return }
        enclosures.append(enclosure)
    }

    mutating func add(_ element: FeedExtension) {
        guard !element.value.isEmpty || !element.attributes.isEmpty, extensions.count < Self.mostParts else { return }
        extensions.append(element)
    }

    /// The entry, of which nothing else is wanted any more.
    consuming func finish() -> FeedItem {
        var item = FeedItem()
        item.id = id.value
        item.title = title.value
        item.link = link.value
        item.summary = summary.value
        item.content = content.value
        item.published = published.value
        item.updated = updated.value
        item.authors = authors
        item.categories = categories
        item.enclosures = enclosures
        item.language = language
        item.source = source
        item.extensions = extensions
        return item
    }

    /// Puts the feed's own fields into it.
    func complete(_ feed: inout Feed) {
        feed.id = id.value
        feed.title = title.value
        feed.link = link.value
        feed.description = summary.value
        feed.language = language
        feed.published = published.value
        feed.updated = updated.value
        feed.authors = authors
        feed.categories = categories
        feed.extensions = extensions
    }
}
