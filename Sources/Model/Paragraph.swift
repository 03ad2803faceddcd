/// One paragraph of an item's text, as its markup sets it.
public struct Paragraph: Sendable, Equatable {
    /// Its plain text, which is not empty.
    public var text: String
    /// Whether the markup says that it stands beside the item's own text: navigation, tags, related links, a footer.
    public var isAside: Bool
    /// Whether it is an entry of a list.
    public var isEntry: Bool

    /// A paragraph from its parts.
    public init(_ text: String, isAside: Bool = false, isEntry: Bool = false) {
        self.text = text
        self.isAside = isAside
        self.isEntry = isEntry
    }
}
