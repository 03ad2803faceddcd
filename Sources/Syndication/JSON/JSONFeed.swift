import Model

/// Reads JSON Feed 1.0 and 1.1.
struct JSONFeed {
    private let base: String
    private let dates: DateReader
    private var warnings: [FeedWarning] = []

    init(base: String, dates: DateReader) {
        self.base = base
        self.dates = dates
    }

    /// The feed that a document holds.
    ///
    /// - Parameter document: Any JSON.
    /// - Returns: The feed; nil where the document is no JSON Feed.
    mutating func feed(_ document: JSONValue) -> Feed? {
        let version = document["version"]?.string ?? ""
        let items = document["items"].flatMap(Self.list)
        let isDeclared = version.utf8Range(of: "jsonfeed.org") != nil
        guard isDeclared || (items != nil && document["title"] != nil) || (items ?? []).contains(where: Self.isItem)
        else { return nil }
        var draft = Draft()
        draft.title.offer(title(document["title"]), rank: 0)
        draft.link.offer(address(document["home_page_url"]), rank: 0)
        draft.summary.offer(document["description"]?.string.map(FeedReader.escaped), rank: 0)
        draft.language = plain(document["language"])
        addAuthors(of: document, to: &draft)
        var feed = Feed(format: .jsonFeed)
        draft.complete(&feed)
        feed.paging.own = address(document["feed_url"])
        feed.paging.next = address(document["next_url"])
        let most = FeedReader.Bounds().items
        feed.items = (items ?? []).prefix(most).compactMap { value in
            guard case .object = value else { return nil }
            return item(value)
        }
        let others = (items ?? []).prefix(most).count - feed.items.count
        if others > 0 { warnings.append(FeedWarning("\(others) of the items are no objects")) }
        // An empty list is one of nothing; without any the entries are somewhere else, or were lost.
        if items == nil {
            feed.isTruncated = true
            warnings.append(FeedWarning("it has no list of items, which every JSON Feed has"))
        }
        if let count = items?.count, count > most {
            warnings.append(FeedWarning("only the first \(most) entries were read"))
        }
        feed.warnings = warnings
        return feed
    }

    /// Whether an object has a field that only JSON Feed names so, in a document that does not say what it is.
    private static func isItem(_ value: JSONValue) -> Bool {
        ["content_html", "content_text", "date_published", "external_url"].contains { value[$0] != nil }
    }

    /// The entries; a single one may stand alone, as converters from XML write it.
    private static func list(_ value: JSONValue) -> [JSONValue]? {
        let isEntry = isItem(value) || ["id", "url", "title"].contains { value[$0]?.text != nil }
        return isEntry ? [value] : value.members
    }

    private mutating func item(_ value: JSONValue) -> FeedItem {
        var draft = Draft()
        draft.id.offer(value["id"]?.text.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }, rank: 0)
        draft.link.offer(address(value["url"]), rank: 0)
        draft.link.offer(address(value["external_url"]), rank: 1)
        draft.id.offer(draft.link.value, rank: 1)
        draft.title.offer(title(value["title"]), rank: 0)
        draft.summary.offer(value["summary"]?.string.map(FeedReader.escaped), rank: 0)
        draft.content.offer(value["content_html"]?.string, rank: 0)
        draft.content.offer(value["content_text"]?.string.map(FeedReader.escaped), rank: 1)
        draft.published.offer(date(value["date_published"]), rank: 0)
        draft.updated.offer(date(value["date_modified"]), rank: 0)
        draft.language = plain(value["language"])
        addAuthors(of: value, to: &draft)
        for tag in value["tags"]?.listed ?? [] { draft.add(FeedCategory(term: plain(tag) ?? "")) }
        for attachment in value["attachments"]?.listed ?? [] { add(attachment, to: &draft) }
        return draft.finish()
    }

    private func add(_ attachment: JSONValue, to draft: inout Draft) {
        guard let url = address(attachment["url"]) else { return }
        let type = attachment["mime_type"]?.string.map(PlainText.clean)
        draft.add(Enclosure(url: url, type: type, length: attachment["size_in_bytes"]?.text.flatMap { Int($0) }))
    }

    /// 1.1 has a list of authors, 1.0 a single one.
    private func addAuthors(of value: JSONValue, to draft: inout Draft) {
        for author in (value["authors"]?.elements ?? []) + [value["author"]].compactMap(\.self) {
            draft.add(author: plain(author["name"]) ?? plain(author) ?? address(author["url"]) ?? "")
        }
    }

    /// Titles are plain text, in which angle brackets are none of tags.
    private func title(_ value: JSONValue?) -> String? {
        guard let text = value?.text.map(TitleMarkup.withoutTags).map(PlainText.from(markup:)), !text.isEmpty else {
            return nil
        }
        return text
    }

    private func plain(_ value: JSONValue?) -> String? {
        guard let text = value?.text.map(PlainText.from(markup:)), !text.isEmpty else { return nil }
        return text
    }

    private func address(_ value: JSONValue?) -> String? {
        guard let text = value?.string.map({ Link.resolve($0, against: base) }), !text.isEmpty else { return nil }
        return text
    }

    private mutating func date(_ value: JSONValue?) -> Instant? {
        // A number counts seconds or milliseconds.
        guard let text = value?.text.map(trimmed), !text.isEmpty else { return nil }
        if let instant = dates.instant(text) { return instant }
        if warnings.count < FeedReader.Bounds().warnings {
            warnings.append(FeedWarning("the date \"\(PlainText.clean(String(text.prefix(80))))\" cannot be read"))
        }
        return nil
    }
}
