extension FeedReader {
    /// Takes an element of the feed or of an entry; most begin to gather text.
    mutating func field(
        _ element: Element, _ vocabulary: Vocabulary, _ name: XMLName, _ attributes: XMLAttributes, _ role: Role
    ) -> Role {
        if role == .item, item == nil { return .skip }
        switch element {
        case .other: return role == .feed ? .outside : .skip
        case .image, .textInput: return .skip
        case .link:
            if takeLink(vocabulary, attributes) { return .skip }
        case .enclosure:
            takeEnclosure(attributes)
            return .skip
        case .mediaGroup: return role == .feed ? .skip : .media
        case .mediaContent:
            return role == .feed ? .skip : .media
        case .category:
            if takeCategory(vocabulary, attributes) { return role }
        case .archive, .complete:
            if element == .archive { paging.isArchive = true } else { paging.isComplete = true }
            return .skip
        case .movedTo where vocabulary == .rss || vocabulary == .itunes:
            if role != .feed { return .skip }
        default: break
        }
        if role == .media, !Self.ofMedia.contains(element) { return .skip }
        begin(element, vocabulary, name, attributes, isNested: role == .media)
        return .skip
    }

    private static let ofMedia: Set<Element> = [.mediaTitle, .mediaSummary, .category, .keywords]

    private mutating func begin(
        _ element: Element, _ vocabulary: Vocabulary, _ name: XMLName, _ attributes: XMLAttributes, isNested: Bool
    ) {
        var new = Capture(element: element, vocabulary: vocabulary, depth: depth, place: place, isNested: isNested)
        if new.keepsMarkup {
            new.kind = kind(attributes, vocabulary, isTitle: element == .title)
            if element == .body, vocabulary == .xhtml { new.kind = .xhtml }
            new.isMarkup = new.kind == .xhtml
        }
        switch element {
        case .guid:
            new.isPermalink = (attributes["ispermalink"].map { trimmed($0).lowercased() } ?? "true") == "true"
        case .link: (new.scheme, new.name) = (attributes["rel"], attributes["type"])
        case .category, .subject, .keywords: new.scheme = attributes["scheme"] ?? attributes["domain"]
        case .source: new.address = attributes["url"].map { resolve($0) }
        case .foreign: note(name, attributes, in: &new)
        default: if vocabulary == .dcterms || element == .about { note(name, attributes, in: &new) }
        }
        if element == .encoded, attributes["src"] != nil, new.kind != .xhtml { new.kind = .unspecified }
        capture = new
        buffer.removeAll(keepingCapacity: true)
        blank = 0
        isCut = false
    }

    /// What a text construct says of itself (RFC 4287, 3.1; Atom 0.3 has modes). Only content has media types, and what has
    /// no slash is none.
    private func kind(_ attributes: XMLAttributes, _ vocabulary: Vocabulary, isTitle: Bool) -> Capture.Kind {
        guard attributes.count > 0 else { return vocabulary == .atom ? .text : .unspecified }
        let type = (attributes["type"] ?? "").lowercased()
        let mode = (attributes["mode"] ?? "").lowercased()
        if mode == "base64" { return .base64 }
        switch type {
        case "": return vocabulary == .atom && mode.isEmpty ? .text : .unspecified
        case "text", "plain", "text/plain": return .text
        case "html", "text/html": return .html
        case "xhtml", "application/xhtml+xml": return mode == "escaped" ? .html : .xhtml
        case "xml": return .xhtml
        default:
            if type.hasSuffix("+xml") || type.hasSuffix("/xml") { return mode == "escaped" ? .html : .xhtml }
            if type.hasPrefix("text/") || vocabulary != .atom { return .html }
            return isTitle || !type.utf8.contains(0x2F) ? .text : .base64
        }
    }

    /// Keeps the name and attributes of an element that is kept as it is.
    private func note(_ name: XMLName, _ attributes: XMLAttributes, in capture: inout Capture) {
        let local = string(name.local) ?? ""
        let usual = Self.usualPrefixes[string(name.uri)?.lowercased() ?? ""]
        capture.extensionName = (usual ?? string(name.prefix)).map { $0 + ":" + local } ?? local
        for index in 0..<min(attributes.count, 32) {
            capture.attributes[attributes.name(at: index)] = PlainText.clean(attributes.value(at: index))
        }
    }

    private static let usualPrefixes = [
        "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
        "https://caselaw.nationalarchives.gov.uk": "tna", "http://caselaw.nationalarchives.gov.uk": "tna",
        "http://prismstandard.org/namespaces/basic/2.0/": "prism",
        "http://prismstandard.org/namespaces/1.2/basic/": "prism",
        "http://data.europa.eu/eli/ontology#": "eli",
    ]
}
