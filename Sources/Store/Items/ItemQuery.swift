public import Model

/// Which items are wanted, newest first sight first.
public struct ItemQuery: Sendable, Equatable {
    /// What the text has to say; anything where nil.
    public var text: SearchQuery?
    /// The topic that it has to be about.
    public var topic: ID<Topic>?
    /// The source that it has to come from.
    public var source: ID<Source>?
    /// Whose law it has to speak of.
    public var jurisdiction: Jurisdiction?
    /// A citation that it has to state, in any spelling.
    public var citation: String?
    /// First seen at this moment or later.
    public var since: Instant?
    /// First seen before this moment.
    public var until: Instant?
    /// Whether it has to be about any topic.
    public var relevantOnly: Bool
    /// How many at most; all where nil.
    public var limit: Int?

    /// A query from its parts; everything where nothing is given.
    public init(
        text: SearchQuery? = nil, topic: ID<Topic>? = nil, source: ID<Source>? = nil,
        jurisdiction: Jurisdiction? = nil, citation: String? = nil, since: Instant? = nil, until: Instant? = nil,
        relevantOnly: Bool = false, limit: Int? = nil
    ) {
        self.text = text
        self.topic = topic
        self.source = source
        self.jurisdiction = jurisdiction
        self.citation = citation
        self.since = since
        self.until = until
        self.relevantOnly = relevantOnly
        self.limit = limit
    }
}

extension ItemQuery {
    /// The query's conditions and the values that they name.
    var conditions: (sql: String, values: [any SQLValue]) {
        var sql: [String] = []
        var values: [any SQLValue] = []
        func add(_ condition: String, _ value: (any SQLValue)?) {
            guard let value else { return }
            sql.append(condition)
            values.append(value)
        }
        add("item.id IN (SELECT rowid FROM item_search WHERE item_search MATCH ?)", text?.match)
        add("item.id IN (SELECT item FROM topic_tag WHERE topic = ?)", topic)
        add("item.source = ?", source)
        add("item.id IN (SELECT item FROM jurisdiction WHERE jurisdiction = ?)", jurisdiction)
        add(
            "item.id IN (SELECT item FROM citation WHERE citation IN (SELECT value FROM json_each(?)))",
            citation.map { SQLList(Citation.spellings(of: $0)) })
        add("item.first_seen >= ?", since)
        add("item.first_seen < ?", until)
        if relevantOnly { sql.append("item.relevant = 1") }
        return (sql.isEmpty ? "1" : sql.joined(separator: " AND "), values)
    }
}
