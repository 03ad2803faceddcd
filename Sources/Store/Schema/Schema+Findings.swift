extension Schema {
    /// What the texts of items gave, with the words that proved it, and what people say of it.
    static let findings =
        [
            // All that a text gave, with the words that proved it, and the topics that it just missed. What is asked
            // for is in the tables below, too.
            "CREATE TABLE finding (item INTEGER PRIMARY KEY REFERENCES item(id), detail TEXT NOT NULL) STRICT",
            "CREATE TABLE near_miss (item INTEGER PRIMARY KEY REFERENCES item(id), misses TEXT NOT NULL) STRICT",
            """
            CREATE TABLE topic_tag (
                item INTEGER NOT NULL REFERENCES item(id), topic TEXT NOT NULL, position INTEGER NOT NULL,
                by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
                PRIMARY KEY (item, topic)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX topic_tag_by_topic ON topic_tag (topic, item)",
            list("jurisdiction", "jurisdiction TEXT NOT NULL"),
            "CREATE INDEX jurisdiction_by_code ON jurisdiction (jurisdiction, item)",
            list("citation", "citation TEXT NOT NULL"),
            "CREATE INDEX citation_by_text ON citation (citation, item)",
            list("treatment", "authority TEXT NOT NULL, kind TEXT NOT NULL"),
            "CREATE INDEX treatment_by_authority ON treatment (authority, item)",
            list("matter_name", "name TEXT NOT NULL"),
            "CREATE INDEX matter_name_by_name ON matter_name (name, item)",
            // What the text of a development's item gave until it was edited: what was answered then is weighed against it.
            """
            CREATE TABLE former_finding (
                id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES item(id), revision INTEGER NOT NULL,
                replaced INTEGER NOT NULL, instrument TEXT NOT NULL, stage TEXT NOT NULL, detail TEXT,
                UNIQUE (item, revision)
            ) STRICT
            """,
            """
            CREATE TABLE label (
                id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES item(id), topic TEXT NOT NULL,
                applies INTEGER CHECK (applies IN (0, 1)), -- NULL: what was said is taken back
                actor TEXT NOT NULL CHECK (actor <> ''), at INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX label_by_item ON label (item, topic, id)",
            """
            CREATE TABLE near_miss_answer (
                id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES item(id), topic TEXT NOT NULL,
                lacked TEXT NOT NULL, belongs INTEGER NOT NULL CHECK (belongs IN (0, 1)),
                actor TEXT NOT NULL CHECK (actor <> ''), at INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX near_miss_answer_by_item ON near_miss_answer (item, topic, id)",
        ] + appendOnly("label") + appendOnly("near_miss_answer")

    /// A table that holds a list of an item in its order.
    private static func list(_ table: String, _ columns: String) -> String {
        """
        CREATE TABLE \(table) (
            item INTEGER NOT NULL REFERENCES item(id), position INTEGER NOT NULL, \(columns),
            PRIMARY KEY (item, position)
        ) STRICT, WITHOUT ROWID
        """
    }
}
