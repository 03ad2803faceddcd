import GRDB
public import Model

/// What a listing shows of an item.
public struct ItemSummary: Sendable, Equatable {
    /// The item.
    public var id: RowID<Item>
    /// The source that it belongs to.
    public var source: ID<Source>
    /// Who publishes the source.
    public var publisher: String
    /// The kind of body that publishes it.
    public var authority: Source.Authority
    /// What the item is called.
    public var title: String
    /// Where it is.
    public var link: String?
    /// The language that it is written in.
    public var language: Language
    /// When the publisher says that it was published.
    public var published: Instant?
    /// When we saw it first.
    public var firstSeen: Instant
    /// When its text last changed.
    public var revised: Instant
    /// 1 for the text as first seen, one more for every edit.
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

extension ItemSummary {
    /// The columns from which a summary is read.
    static let columns = """
        item.id AS item_id, item.source AS item_source, source.publisher AS item_publisher,
        source.authority AS item_authority, item.title AS item_title, item.link AS item_link,
        item.language AS item_language, item.published AS item_published, item.first_seen AS item_first_seen,
        item.revised AS item_revised, item.revision AS item_revision, item.instrument AS item_instrument,
        item.stage AS item_stage
        """

    /// A summary from such a row, with the lists that are rows of their own.
    init(_ row: Row, _ db: Database) throws {
        id = try row.row("item_id")
        source = try row.name("item_source")
        publisher = try row.text("item_publisher")
        authority = try row.word("item_authority")
        title = try row.text("item_title")
        link = try row.optionalText("item_link")
        language = Language(try row.text("item_language"))
        published = try row.optionalInstant("item_published")
        firstSeen = try row.instant("item_first_seen")
        revised = try row.instant("item_revised")
        revision = try row.integer("item_revision")
        instrument = try row.word("item_instrument")
        stage = try row.word("item_stage")
        topics = try db.map("SELECT topic FROM topic_tag WHERE item = ? ORDER BY position", [id]) {
            try $0.name("topic")
        }
        jurisdictions = try db.map("SELECT jurisdiction FROM jurisdiction WHERE item = ? ORDER BY position", [id]) {
            try $0.jurisdiction("jurisdiction")
        }
        citations = try db.map("SELECT citation FROM citation WHERE item = ? ORDER BY position", [id]) {
            try $0.text("citation")
        }
    }
}
