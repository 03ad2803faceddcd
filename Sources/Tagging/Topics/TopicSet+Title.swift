import Model

extension TopicSet {
    /// Where the title stands, with the first sentence of the text where it does not say what the item is about: it names
    /// no subject, and has hardly a word that is not known.
    ///
    /// - Parameters:
    ///   - text: The item's text.
    ///   - places: The places of concepts, in order of their beginnings.
    /// - Returns: The folded bytes that count as title.
    func title(of text: NormalText, _ places: [Hit]) -> Range<Int> {
        guard let first = text.spans.first else { return 0..<0 }
        let title = first.range
        guard first.field == .title else {
            return title.lowerBound..<Ruler.endOfSentence(in: text.bytes, title)
        }
        let named = places.prefix { $0.start < title.upperBound }
        guard text.spans.count > 1, named.allSatisfy({ isFormal[Int($0.concept)] }),
            Ruler.isFormal(title, besides: named, in: text.bytes)
        else { return title }
        return title.lowerBound..<Ruler.endOfSentence(in: text.bytes, text.spans[1].range)
    }
}
