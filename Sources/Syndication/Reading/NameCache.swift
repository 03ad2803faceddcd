/// Remembers what names mean; a document uses few of them, many times.
struct NameCache {
    private var slots = [(name: XMLName, element: Element, vocabulary: Vocabulary, isVoid: Bool)?](
        repeating: nil, count: 256)

    /// The meaning of a name.
    subscript(name: XMLName) -> (Element, Vocabulary) {
        mutating get {
            let slot = Int((UInt(bitPattern: name.local) >> 3) & 255)
            if let known = slots[slot], known.name == name { return (known.element, known.vocabulary) }
            let vocabulary = Vocabulary.of(uri: string(name.uri), prefix: string(name.prefix))
            let local = string(name.local) ?? ""
            let element = Element.of(vocabulary, local: local.lowercased())
            slots[slot] = (name, element, vocabulary, FeedReader.void.contains(local))
            return (element, vocabulary)
        }
    }

    /// Whether a name is that of an HTML element without an end tag.
    mutating func isVoid(_ name: XMLName) -> Bool {
        _ = self[name]
        return slots[Int((UInt(bitPattern: name.local) >> 3) & 255)]?.isVoid ?? false
    }
}
