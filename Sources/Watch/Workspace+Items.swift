import Foundation
public import Model
import Store

/// Which items are wanted.
public struct ItemFilter: Sendable {
    /// What to search for; everything where empty.
    public var query: String
    /// Only with this topic.
    public var topic: ID<Topic>?
    /// Only from this source.
    public var source: ID<Source>?
    /// Only on this law.
    public var jurisdiction: Jurisdiction?
    /// Only first seen on this day or later.
    public var since: Day?
    /// Only with a topic.
    public var isRelevantOnly: Bool
    /// How many at most; 0 for all.
    public var limit: Int

    /// A filter from its parts.
    public init(
        query: String = "", topic: ID<Topic>? = nil, source: ID<Source>? = nil, jurisdiction: Jurisdiction? = nil,
        since: Day? = nil, isRelevantOnly: Bool = false, limit: Int = 0
    ) {
        self.query = query
        self.topic = topic
        self.source = source
        self.jurisdiction = jurisdiction
        self.since = since
        self.isRelevantOnly = isRelevantOnly
        self.limit = limit
    }
}

extension Workspace {
    /// The database, for looking only.
    func storeForReading() throws -> Store {
        try requireFolder()
        return try Store(at: paths.database, access: .readOnly)
    }

    /// The database, for what a person says.
    func storeForAnswers() throws -> Store {
        try requireFolder()
        return try Store(at: paths.database, access: .write)
    }

    /// Tells that the configuration's folder is not there, where the database is not, either: who mistyped the one looks
    /// in vain for the other.
    private func requireFolder() throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: paths.database), !files.fileExists(atPath: paths.configuration),
            !FileFault.isHidden(paths.configuration)
        else { return }
        throw ConfigurationProblem(
            "there is no such folder", place: paths.configuration,
            remedy: "name the folder of lexwatch.yaml with --config, or write one with `lexwatch init`")
    }

    /// Gives items one by one, newest first sight first, as soon as each is known.
    ///
    /// - Throws: A ``Model/Problem`` where the query or the database is wrong, or where nothing matches and nothing is known
    ///   that has the name of the source, topic or jurisdiction.
    public func items(_ filter: ItemFilter, each: (ItemView) throws -> Void) throws {
        let text = filter.query.isEmpty ? nil : try SearchQuery(filter.query)
        let store = try storeForReading()
        var filter = filter
        filter.source = try filter.source.map { try recordedName(of: $0, in: store) }
        let query = ItemQuery(
            text: text, topic: filter.topic, source: filter.source, jurisdiction: filter.jurisdiction,
            since: filter.since.map(zone.start), relevantOnly: filter.isRelevantOnly,
            limit: filter.limit > 0 ? filter.limit : nil)
        var isAny = false
        try store.forEachItem(query) { summary in
            isAny = true
            try each(ItemView(summary))
            return true
        }
        if !isAny { try requireNames(of: filter, in: store) }
    }

    /// Refuses a filter that names a source, a topic or a jurisdiction that there is not, which would read as if nothing
    /// had happened there.
    private func requireNames(of filter: ItemFilter, in store: Store) throws {
        if let source = filter.source, try store.items(ItemQuery(source: source, limit: 1)).isEmpty {
            let defined = (try? catalogue(settings()).map(\.id)) ?? []
            let known = Set(try store.sourceStates().keys).union(defined)
            guard known.contains(source) else {
                throw Self.unknown("source", source.rawValue, among: known.map(\.rawValue))
            }
        }
        if let topic = filter.topic, try store.items(ItemQuery(topic: topic, limit: 1)).isEmpty {
            try requireTopic(topic, among: taggingTools().topics.map(\.id))
        }
        if let law = filter.jurisdiction, law != .eu, law != .international,
            !Locale.Region.isoRegions.contains(where: { $0.identifier == law.code })
        {
            throw PlainProblem(
                "there is no jurisdiction '\(law)'",
                remedy: "Write a code of ISO 3166-1 such as GB or CN, or EU, or INT.", exitCode: .data)
        }
    }

    /// One item with everything that is known of it.
    ///
    /// - Throws: A ``Model/Problem`` where there is none of that number.
    public func item(_ id: RowID<Item>) throws -> ItemDetail {
        let store = try storeForReading()
        let record = try record(of: id, in: store)
        let moved = try MovedDates(store: store).moves(
            in: record.findings, of: id, in: record.memberships.first?.development,
            seen: zone.day(of: record.item.firstSeen))
        let labels = try store.labels(of: [id]).compactMap(LabelView.init)
        return ItemDetail(record, moved: moved, labels: labels)
    }

    /// What is stored of an item.
    ///
    /// - Throws: A ``Model/Problem`` where there is none of that number.
    func record(of id: RowID<Item>, in store: Store? = nil) throws -> ItemRecord {
        if let record = try (store ?? storeForReading()).item(id) { return record }
        throw PlainProblem(
            "there is no item \(id)", remedy: "`lexwatch items` lists the items with their numbers",
            exitCode: .data)
    }
}

extension ItemView {
    init(_ summary: ItemSummary) {
        self.init(
            id: summary.id, source: summary.source, title: summary.title, link: summary.link,
            language: summary.language, published: summary.published, firstSeen: summary.firstSeen,
            revision: summary.revision, topics: summary.topics, jurisdictions: summary.jurisdictions,
            instrument: summary.instrument, stage: summary.stage, citations: summary.citations)
    }

    init(_ item: Item, _ findings: Findings) {
        self.init(
            id: item.id, source: item.source, title: item.text.title, link: item.text.link,
            language: item.text.language, published: item.text.published, firstSeen: item.firstSeen,
            revision: item.revision, topics: findings.topics.map(\.topic),
            jurisdictions: findings.jurisdictions.map(\.value), instrument: findings.instrument.value,
            stage: findings.stage.value, citations: findings.citations.map(\.value))
    }
}

extension ItemDetail {
    init(_ record: ItemRecord, moved: [MovedDateView], labels: [LabelView]) {
        let texts = record.revisions
        let revisions = texts.enumerated().map { index, revision in
            let text = revision.text
            let before = index == 0 ? nil : texts[index - 1].text
            return RevisionView(
                number: revision.number, seen: revision.seen, title: text.title, summary: text.summary,
                content: text.content, link: text.link, published: text.published, updated: text.updated,
                difference: before.map { WordDifference.of($0, text) },
                changes: before.map { WordDifference.besideWords($0, text) } ?? [])
        }
        self.init(
            item: ItemView(record.item, record.findings), publisher: record.publisher,
            summary: record.item.text.summary, content: record.item.text.content, stated: record.item.text.stated,
            findings: record.findings, labels: labels, moved: moved,
            development: record.memberships.first?.development, because: record.memberships.first?.because,
            alerts: record.alerts, revisions: revisions)
    }
}
