extension FeedReader {
    /// Takes a link whose address is in an attribute; false where it can only be in the text.
    mutating func takeLink(_ vocabulary: Vocabulary, _ attributes: XMLAttributes) -> Bool {
        guard attributes.count > 0, let address = attributes["href"] ?? attributes["url"] ?? attributes["uri"] else {
            return false
        }
        let relation = relation(attributes["rel"])
        let type = attributes["type"] ?? "text/html"
        switch relation ?? "alternate" {
        case "", "alternate":
            let isPage = type == "text/html" || Self.isPage(type)
            // An empty reference means the document that the base names (RFC 3986, 4.4).
            let address = address.isEmpty && dialect == .atom ? base : address
            offerAlternate(address, isPage: isPage, isNamed: relation == "alternate")
        case "enclosure": takeEnclosure(attributes)
        case let other: takeRelation(other, resolve(address))
        }
        return true
    }

    /// Whether a type is that of a page, whatever its case and parameters.
    private static func isPage(_ type: String) -> Bool {
        let plain = trimmed(type.split(separator: ";", maxSplits: 1).first ?? "").lowercased()
        return plain == "text/html" || plain == "application/xhtml+xml"
    }

    /// Takes a link whose address is its text.
    mutating func takeWrittenLink(_ current: Capture, _ address: String) {
        switch relation(current.scheme) ?? "" {
        case "", "alternate":
            offerLink(address, rank: dialect == .atom ? 3 : 1, tie: dialect == .rdf ? .firstWins : .lastWins)
        case "enclosure": add(address, type: current.name, length: nil)
        case "self":
            takeRelation("self", resolve(address))
            // An entry of RSS may name no other.
            if dialect != .atom { offerLink(address, rank: 7) }
        case let other where dialect == .atom: takeRelation(other, resolve(address))
        default: offerLink(address, rank: 1, tie: .lastWins)
        }
    }

    private func relation(_ written: String?) -> String? {
        guard let relation = written.map({ trimmed($0).lowercased() }) else { return nil }
        return relation.hasPrefix(Self.registry) ? String(relation.dropFirst(Self.registry.utf8.count)) : relation
    }

    private static let registry = "http://www.iana.org/assignments/relation/"

    /// In Atom the first alternate counts that is a page, else the first of all; one without a relation is an alternate
    /// (RFC 4287, 4.2.7.2). Elsewhere one that says so comes level with the format's own link, but only where that is
    /// there.
    private mutating func offerAlternate(_ address: String, isPage: Bool, isNamed: Bool) {
        if dialect == .atom {
            let isFirst = item == nil ? feed.link.value == nil : item?.link.value == nil
            offerLink(address, rank: isPage ? 0 : isFirst ? 1 : 5)
        } else if !isPage {
            offerLink(address, rank: 6)
        } else if isNamed, !(item?.link ?? feed.link).wants(rank: 1) {
            offerLink(address, rank: 1, tie: .lastWins)
        } else {
            offerLink(address, rank: isNamed ? 2 : 4)
        }
    }

    private mutating func takeRelation(_ relation: String, _ address: String) {
        guard item == nil else { return }
        switch relation {
        case "self": if paging.own == nil { paging.own = address }
        case "next": if paging.next == nil { paging.next = address }
        case "prev-archive": if paging.previousArchive == nil { paging.previousArchive = address }
        case "current": if paging.current == nil { paging.current = address }
        default: break
        }
    }

    /// Offers an address to the entry or the feed.
    mutating func offerLink(_ address: String, rank: Int, tie: Ranked<String>.Tie = .firstWins) {
        let resolved = resolve(address)
        guard !resolved.isEmpty else { return }
        update { $0.link.offer(resolved, rank: rank, tie: tie) }
    }

    mutating func takeEnclosure(_ attributes: XMLAttributes) {
        guard let address = attributes["url"] ?? attributes["href"] ?? attributes["resource"] else { return }
        let length = attributes["length"] ?? attributes["filesize"]
        add(address, type: attributes["type"], length: length)
    }

    private mutating func add(_ address: String, type: String?, length: String?) {
        let type = type.map(PlainText.clean).flatMap { $0.isEmpty ? nil : $0 }
        let length = length.flatMap { Int(trimmed($0)) }.flatMap { $0 >= 0 ? $0 : nil }
        let enclosure = Enclosure(url: resolve(address), type: type, length: length)
        if item != nil { update { $0.add(enclosure) } }
    }

    /// Takes a category that is told by attributes; false where it can only be in the text.
    mutating func takeCategory(_ vocabulary: Vocabulary, _ attributes: XMLAttributes) -> Bool {
        guard attributes.count > 0, let term = attributes["term"] ?? (vocabulary == .itunes ? attributes["text"] : nil)
        else { return false }
        let scheme = attributes["scheme"] ?? attributes["domain"]
        let label = attributes["label"].map(PlainText.clean)
        update { $0.add(FeedCategory(term: PlainText.clean(term), scheme: scheme, label: label)) }
        return true
    }
}
