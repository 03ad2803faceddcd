extension FeedReader {
    /// Takes a start tag outside any text that is being gathered.
    ///
    /// - Returns: What the element is to those directly in it.
    mutating func enter(
        _ element: Element, _ vocabulary: Vocabulary, _ name: XMLName, _ attributes: XMLAttributes
    ) -> Role {
        let role = roles.last ?? .outside
        switch element {
        case .rss, .rdfRoot, .feed, .channel:
            guard role == .outside || role == .feed else { return .skip }
            enterFeed(element, name, attributes)
            return .feed
        case .item:
            guard role != .skip, role != .media else { return .skip }
            if role == .item || role == .within, item != nil, attributes.count == 0 { return .within }
            beginItem(vocabulary)
            takeItemAttributes(attributes)
            return .item
        default: break
        }
        switch role {
        case .outside: return .outside
        case .skip: return .skip
        case .within:
            guard element != .other else { return .skip }
            beginItem(vocabulary)
            roles[roles.count - 1] = .item
            return field(element, vocabulary, name, attributes, .item)
        case .feed, .item, .media: return field(element, vocabulary, name, attributes, role)
        }
    }

    private mutating func enterFeed(_ element: Element, _ name: XMLName, _ attributes: XMLAttributes) {
        if let language = attributes["lang"], feed.language == nil, !language.isEmpty { feed.language = tag(language) }
        if element == .channel { offerChannelAttributes(attributes) }
        if element == .channel, format == .rss10, string(name.uri)?.utf8Range(of: "/rdf/simple/0.9") != nil {
            format = .rss09x
        }
        guard format == nil || (element == .feed && format == .rss09x) else { return }
        let version = attributes["version"] ?? ""
        let namespace = string(name.uri)?.lowercased() ?? ""
        switch element {
        case .rss:
            (dialect, format) = (.rss, version.hasPrefix("0.9") ? .rss09x : .rss20)
        case .rdfRoot: (dialect, format) = (.rdf, .rss10)
        case .feed:
            let isOld = ["0.1", "0.2", "0.3"].contains(version) || Self.oldAtom.contains(namespace)
            (dialect, format) = (.atom, isOld ? .atom03 : .atom10)
        default: (dialect, format) = (.rss, .rss09x)
        }
    }

    private static let oldAtom: Set<String> = [
        "http://purl.org/atom/ns#", "http://example.com/newformat#", "http://example.com/necho",
        "http://purl.org/echo/", "uri/of/echo/namespace#", "http://purl.org/pie/",
    ]

    private mutating func beginItem(_ vocabulary: Vocabulary) {
        endItem()
        if format == nil {
            (dialect, format) = vocabulary == .atom ? (.atom, .atom10) : (.rss, .rss20)
        }
        var draft = Draft()
        draft.language = language.map(tag)
        item = draft
    }

    private mutating func takeItemAttributes(_ attributes: XMLAttributes) {
        let about = attributes["about"].map(trimmed)
        if let about, !about.isEmpty {
            item?.id.offer(about, rank: 1)
            if Link.isWeb(about) { item?.link.offer(about, rank: 8) }
        }
        offerChannelAttributes(attributes)
    }

    /// CDF, the ancestor of RSS, says the address and the date in attributes.
    private mutating func offerChannelAttributes(_ attributes: XMLAttributes) {
        guard attributes.count > 0 else { return }
        if let address = attributes["href"] { offerLink(address, rank: 4) }
        if let changed = attributes["lastmod"], let instant = dates.instant(trimmed(changed)) {
            update { $0.updated.offer(instant, rank: 3) }
        }
    }

    mutating func endItem() {
        guard var draft = item.take(), !isFull else { return }
        if draft.link.value == nil, dialect == .atom, let id = draft.id.value { draft.link.offer(id, rank: 9) }
        items.append(draft.finish())
    }

    /// Changes the entry that is being read, or the feed outside entries.
    @inline(__always)
    mutating func update(_ change: (inout Draft) -> Void) {
        if item == nil { change(&feed) } else { item?.apply(change) }
    }

    /// A language tag with hyphens.
    func tag(_ language: String) -> String {
        let clean = PlainText.clean(language)
        return clean.utf8.contains(0x5F) ? String(clean.map { $0 == "_" ? "-" : $0 }) : clean
    }
}
