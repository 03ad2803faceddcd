public import Model

/// An item with everything that is known of it.
public struct ItemRecord: Sendable, Equatable {
    /// The item with its newest text.
    public var item: Item
    /// Who publishes the source.
    public var publisher: String
    /// The kind of body that publishes it.
    public var authority: Source.Authority
    /// Tags and facts with the words that made them.
    public var findings: Findings
    /// The version of the vocabulary that made them.
    public var vocabulary: String
    /// The developments that it belongs to, and why.
    public var memberships: [DevelopmentMembership]
    /// The alerts that these raised.
    public var alerts: [RowID<Alert>]
    /// All texts that it ever had, the first one first.
    public var revisions: [Revision]
}

/// That an item belongs to a development, and why.
public struct DevelopmentMembership: Sendable, Equatable {
    /// The development.
    public var development: RowID<Development>
    /// The citation, the matter's name or the share of common words that joined it.
    public var because: String
}

/// An item with its newest text and what it gave: what tagging and grouping work on.
public struct FoundItem: Sendable, Equatable {
    /// The item.
    public var item: Item
    /// The kind of body that publishes its source.
    public var authority: Source.Authority
    /// Tags and facts with the words that made them.
    public var findings: Findings

    /// An item from its parts.
    public init(item: Item, authority: Source.Authority, findings: Findings) {
        self.item = item
        self.authority = authority
        self.findings = findings
    }
}
