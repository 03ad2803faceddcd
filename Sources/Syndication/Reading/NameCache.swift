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
            let vocabulary = vocabulary(of: name)
            let local = string(name.local) ?? ""
            let element = Element.of(vocabulary, local: local.lowercased())
            slots[slot] = (name, element, vocabulary, FeedReader.void.contains(local))
            return (element, vocabulary)
        }
    }

    private mutating func vocabulary(of name: XMLName) -> Vocabulary {
        if let known = vocabularies.first(where: { $0.prefix == name.prefix && $0.uri == name.uri }) {
            return known.meaning
        }
        let meaning = Vocabulary.of(uri: string(name.uri), prefix: string(name.prefix))
        if vocabularies.count < 16 { vocabularies.append((name.prefix, name.uri, meaning)) }
        return meaning
    }

    /// Whether a name is that of an HTML element without an end tag.
    mutating func isVoid(_ name: XMLName) -> Bool {
        _ = self[name]
        return slots[Int((UInt(bitPattern: name.local) >> 3) & 255)]?.isVoid ?? false
    }
}
