import GRDB
public import Model

/// An item that missed a topic by one operand, and what a person said of it.
public struct NearMissCase: Sendable, Equatable {
    /// The item.
    public var item: RowID<Item>
    /// What the item is called.
    public var title: String
    /// Its language.
    public var language: Language
    /// Who published it.
    public var publisher: String
    /// Where it is.
    public var link: String?
    /// What matched and what lacked.
    public var miss: NearMiss
}

/// The answers to near misses of one topic.
public struct NearMissTally: Sendable, Equatable {
    /// The topic.
    public var topic: ID<Topic>
    /// Items that the rules gave the topic, without those that a person gave it.
    public var tagged: Int
    /// Near misses that there are.
    public var misses: Int
    /// Those that a person said should have had the topic.
    public var yes: Int
    /// Those that a person said were rightly left out.
    public var no: Int
}

extension Store {
    /// A sample of near misses that nobody has answered.
    ///
    /// - Parameters:
    ///   - topic: The topic that they missed; any where nil.
    ///   - count: How many at most.
    ///   - seed: Another sample for another seed, the same for the same.
    /// - Returns: The sample.
    /// - Throws: `StoreProblem`.
    public func nearMisses(topic: ID<Topic>? = nil, count: Int, seed: Int) throws -> [NearMissCase] {
        try read { db in
            let cases = try db.rows(
                """
                SELECT \(NearMissCase.columns)
                WHERE (?1 IS NULL OR missed.value ->> 0 = ?1) AND \(NearMissCase.unanswered)
                ORDER BY ((near_miss.item * 31 + missed.key + ?2) * 2654435761) & 4294967295, near_miss.item
                LIMIT ?3
                """, [topic, seed & 0xFFFF, max(0, count)])
            return try cases.compactMap(db.nearMissCase)
        }
    }

    /// Items without any topic that missed one of some topics and that nobody has answered, each once, those with the
    /// most words first.
    ///
    /// - Parameters:
    ///   - topics: The topics.
    ///   - jurisdictions: Whose law the item has to speak of; anybody's where empty.
    ///   - since: First seen at this moment or later.
    ///   - limit: How many at most.
    /// - Returns: The items.
    /// - Throws: `StoreProblem`.
    public func missed(
        _ topics: [ID<Topic>], in jurisdictions: [Jurisdiction], since: Instant, limit: Int
    ) throws -> [NearMissCase] {
        try read { db in
            let cases = try db.rows(
                """
                SELECT max(json_array_length(missed.value, '$[2]')) AS words, \(NearMissCase.columns)
                WHERE item.first_seen >= ?1 AND item.relevant = 0 AND missed.value ->> 0 IN (SELECT value FROM json_each(?2))
                    AND (?3 = '[]' OR EXISTS (SELECT 1 FROM jurisdiction WHERE jurisdiction.item = item.id
                        AND jurisdiction.jurisdiction IN (SELECT value FROM json_each(?3))))
                    AND \(NearMissCase.unanswered)
                GROUP BY near_miss.item ORDER BY words DESC, near_miss.item DESC
                LIMIT ?4
                """, [since, SQLList(topics.map(\.rawValue)), SQLList(jurisdictions.map(\.code)), limit])
            return try cases.compactMap(db.nearMissCase)
        }
    }

    /// Records whether a near miss should have had the topic. A yes gives it the topic; a no takes away what a person gave
    /// it before, as the last word counts.
    ///
    /// - Parameters:
    ///   - item: The item.
    ///   - topic: The topic.
    ///   - belongs: Whether the item is about it.
    ///   - actor: Who says so.
    ///   - at: When.
    /// - Throws: `NotThere` where the item did not just miss the topic; `StoreProblem`.
    public func answerNearMiss(
        _ item: RowID<Item>, topic: ID<Topic>, belongs: Bool, by actor: String, at: Instant
    ) throws {
        try write { db in
            guard let miss = try db.nearMisses(of: item).first(where: { $0.topic == topic }) else {
                throw NotThere(noun: "near miss", name: "of \(topic) in item \(item)")
            }
            let row = try db.insert(
                """
                INSERT INTO near_miss_answer (item, topic, lacked, belongs, actor, at) VALUES (?, ?, ?, ?, ?, ?)
                """, [item, topic, miss.lacked, belongs, actor, at])
            try db.audit(
                "near-miss", "item \(item)", by: actor, at: at,
                ["topic": .string(topic.rawValue), "belongs": .bool(belongs)],
                rows: [GuardedRow(.nearMissAnswer, row)])
            let said = try db.first(
                "SELECT applies FROM label WHERE item = ? AND topic = ? ORDER BY id DESC LIMIT 1", [item, topic]
            )?.optional("applies", Bool.self)
            guard belongs ? said != true : said == true else { return }
            try db.record(TopicLabel(item: item, topic: topic, applies: belongs, actor: actor, at: at))
        }
    }

    /// How many near misses each topic has, and how they were answered; the last answer to each counts. Answers to what
    /// is no near miss any more, since the vocabulary was changed, are no sample of those that are.
    ///
    /// - Returns: The tallies by topic.
    /// - Throws: `StoreProblem`.
    public func nearMissTallies() throws -> [NearMissTally] {
        try read { db in
            try db.map(
                """
                WITH missed AS MATERIALIZED (SELECT item, value ->> 0 AS topic
                        FROM near_miss, json_each(near_miss.misses)),
                    last AS (SELECT item, topic, belongs, max(id) FROM near_miss_answer GROUP BY item, topic)
                SELECT missed.topic, count(*) AS misses,
                    (SELECT count(*) FROM topic_tag WHERE topic_tag.topic = missed.topic AND by_hand = 0) AS tagged,
                    count(*) FILTER (WHERE belongs = 1) AS yes,
                    count(*) FILTER (WHERE belongs = 0) AS no
                FROM missed LEFT JOIN last USING (item, topic) GROUP BY missed.topic ORDER BY missed.topic
                """
            ) {
                NearMissTally(
                    topic: try $0.name("topic"), tagged: try $0.integer("tagged"),
                    misses: try $0.integer("misses"), yes: try $0.integer("yes"), no: try $0.integer("no"))
            }
        }
    }
}

extension NearMissCase {
    /// The columns from which a case is read.
    fileprivate static let columns = """
        near_miss.item, item.title, item.link, item.language, source.publisher, missed.key AS position
            FROM near_miss, json_each(near_miss.misses) AS missed JOIN item ON item.id = near_miss.item
            JOIN source ON source.id = item.source
        """
    /// The condition that nobody said whether the item has the topic, neither here nor by a label that stands.
    fileprivate static let unanswered = """
        NOT EXISTS (SELECT 1 FROM near_miss_answer AS answer
            WHERE answer.item = near_miss.item AND answer.topic = missed.value ->> 0)
            AND (SELECT applies FROM label WHERE label.item = near_miss.item AND label.topic = missed.value ->> 0
                ORDER BY id DESC LIMIT 1) IS NULL
        """
}

extension Database {
    /// A case from a row with its columns.
    fileprivate func nearMissCase(_ row: Row) throws -> NearMissCase? {
        let item: RowID<Item> = try row.row("item")
        let misses = try nearMisses(of: item)
        let position = try row.integer("position")
        guard misses.indices.contains(position) else { return nil }
        return NearMissCase(
            item: item, title: try row.text("title"), language: Language(try row.text("language")),
            publisher: try row.text("publisher"), link: try row.optionalText("link"), miss: misses[position])
    }

    /// The topics that an item just missed.
    fileprivate func nearMisses(of item: RowID<Item>) throws -> [NearMiss] {
        let row = try first(
            "SELECT misses, detail FROM near_miss LEFT JOIN finding USING (item) WHERE item = ?", [item])
        guard let row, let text = try text(of: item) else { return [] }
        return try FindingsReader(try row.optionalText("detail"), of: text).nearMisses(try row.text("misses"))
    }
}
