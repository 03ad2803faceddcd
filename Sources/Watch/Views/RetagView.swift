public import Model

/// What tagging anew changes in an item's topics.
public struct RetagView: Encodable, Sendable {
    /// The item.
    public var item: RowID<Item>
    /// What it is called.
    public var title: String
    /// Topics that it has from now on.
    public var gained: [ID<Topic>]
    /// Topics that it had.
    public var lost: [ID<Topic>]

    /// The same in one line.
    public var line: String {
        let topics = gained.map { "+\($0)" } + lost.map { "-\($0)" }
        return "item \(item)  \(topics.joined(separator: " "))  \(title)"
    }
}
