import CLibXML2

/// Remembers what names mean; a document uses few of them, many times.
struct NameCache {
    private var slots = [(name: XMLName, element: Element, vocabulary: Vocabulary, isVoid: Bool)?](
        repeating: nil, count: 256)
    /// The vocabularies of the namespaces met so far; few, and asked for with each new name.
    private var vocabularies: [(prefix: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?, meaning: Vocabulary)] =
        []

    /// The meaning of a name.
    subscript(name: XMLName) -> (Element, Vocabulary) {
        mutating get {
            let slot = Int((UInt(bitPattern: name.local) >> 3) & 255)
            if let known = slots[slot], known.name == name { return (known.element, known.vocabulary) }
            let local = string(name.local) ?? ""
            let lowercased = local.lowercased()
            let vocabulary = vocabulary(of: name, local: lowercased)
            let element = Element.of(vocabulary, local: lowercased)
            slots[slot] = (name, element, vocabulary, FeedReader.void.contains(local))
            return (element, vocabulary)
        }
    }

    private mutating func vocabulary(of name: XMLName, local: String) -> Vocabulary {
        if let known = vocabularies.firstIndex(where: { $0.prefix == name.prefix && $0.uri == name.uri }) {
            let meaning = vocabularies[known].meaning
            guard let own = Self.ofFeed[local], isWithoutPrefix(name), isModule(meaning, local) else { return meaning }
            vocabularies[known].meaning = own
            return own
        }
        var meaning = Vocabulary.of(uri: string(name.uri), prefix: string(name.prefix))
        if let own = Self.ofFeed[local], isWithoutPrefix(name), isModule(meaning, local) { meaning = own }
        if vocabularies.count < 16 { vocabularies.append((name.prefix, name.uri, meaning)) }
        return meaning
    }

    /// Elements around entries, which no module has: where they have no prefix, a module's namespace is the feed's own
    /// by mistake, and all names in it without a prefix are those of the feed.
    private static let ofFeed: [String: Vocabulary] = [
        "rss": .rss, "rdf": .rss, "channel": .rss, "item": .rss, "feed": .atom, "entry": .atom,
    ]

    private func isModule(_ meaning: Vocabulary, _ local: String) -> Bool {
        switch meaning {
        case .rss, .atom, .foreign: false
        case .rdf: local != "rdf"
        default: true
        }
    }

    private func isWithoutPrefix(_ name: XMLName) -> Bool { string(name.prefix)?.isEmpty ?? true }

    /// Whether a name is that of an HTML element without an end tag.
    mutating func isVoid(_ name: XMLName) -> Bool {
        _ = self[name]
        return slots[Int((UInt(bitPattern: name.local) >> 3) & 255)]?.isVoid ?? false
    }
}
