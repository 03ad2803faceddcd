public import Model

/// One item as listings show it.
public struct ItemView: Encodable, Sendable {
    /// The item's number.
    public var id: RowID<Item>
    /// The source's name.
    public var source: ID<Source>
    /// What the item is called.
    public var title: String
    /// Where it is.
    @OrNull public var link: String?
    /// The language that it is written in.
    public var language: Language
    /// When the publisher says that it was published.
    @OrNull public var published: Instant?
    /// When we saw it first.
    public var firstSeen: Instant
    /// Which text of the item this is, from 1.
    public var revision: Int
    /// The topics that it is about.
    public var topics: [ID<Topic>]
    /// Whose law it speaks of.
    public var jurisdictions: [Jurisdiction]
    /// What kind of legal thing it reports.
    public var instrument: Instrument
    /// How far the legal thing has come.
    public var stage: Stage
    /// The citations that it states.
    public var citations: [String]
}

/// One item with everything that is known of it.
public struct ItemDetail: Encodable, Sendable {
    /// What listings show.
    public var item: ItemView
    /// The source's publisher.
    public var publisher: String
    /// The short text.
    public var summary: String
    /// The full text where the source gives one.
    public var content: String
    /// What the publisher states as data.
    public var stated: [StatedFact]
    /// Tags and facts with the words that made them, and what was just missed.
    public var findings: Findings
    /// What people said of its topics, the last word on each.
    public var labels: [LabelView]
    /// Dates that the item says have moved, with the days on which they stood before.
    public var moved: [MovedDateView]
    /// The development that the item belongs to.
    @OrNull public var development: RowID<Development>?
    /// Why it belongs there.
    @OrNull public var because: String?
    /// The alerts that the development raised.
    public var alerts: [RowID<Alert>]
    /// All texts that it ever had, the first one first.
    public var revisions: [RevisionView]
}

/// One text of an item.
public struct RevisionView: Encodable, Sendable {
    /// From 1.
    public var number: Int
    /// When we saw it first.
    public var seen: Instant
    /// What the item was called.
    public var title: String
    /// The short text, whole.
    public var summary: String
    /// The full text where the source gave one, whole.
    public var content: String
    /// Where it was.
    @OrNull public var link: String?
    /// When the publisher said that it was published.
    @OrNull public var published: Instant?
    /// When the publisher said that it was changed.
    @OrNull public var updated: Instant?
    /// What changed against the text before, word by word: `[-gone-]` and `{+new+}`; nil for the first.
    @OrNull public var difference: String?
    /// What else changed: link, dates, language, authors and categories, each as it was and as it is.
    public var changes: [String]
}
