extension Schema {
    /// Items, every text that they ever had, and the index of their words.
    static let items =
        [
            """
            CREATE TABLE item (
                id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES source(id),
                key TEXT NOT NULL CHECK (key <> ''), link_key TEXT, title_key TEXT NOT NULL,
                text_hash TEXT NOT NULL, revision INTEGER NOT NULL CHECK (revision >= 1),
                title TEXT NOT NULL, link TEXT, language TEXT NOT NULL, published INTEGER,
                first_seen INTEGER NOT NULL, revised INTEGER NOT NULL,
                relevant INTEGER NOT NULL CHECK (relevant IN (0, 1)), instrument TEXT NOT NULL, stage TEXT NOT NULL,
                vocabulary TEXT NOT NULL,
                UNIQUE (source, key)
            ) STRICT
            """,
            "CREATE INDEX item_by_link ON item (source, link_key)",
            "CREATE INDEX item_by_title ON item (source, title_key)",
            "CREATE INDEX item_by_arrival ON item (source, first_seen)",
            "CREATE INDEX item_by_first_seen ON item (first_seen)",
            "CREATE INDEX item_relevant ON item (first_seen) WHERE relevant = 1",
            "CREATE INDEX item_without_topic ON item (revised) WHERE relevant = 0",
            """
            CREATE TABLE revision (
                item INTEGER NOT NULL REFERENCES item(id), number INTEGER NOT NULL CHECK (number >= 1),
                seen INTEGER NOT NULL, text_hash TEXT NOT NULL,
                title TEXT NOT NULL, summary TEXT NOT NULL, content TEXT NOT NULL, link TEXT,
                authors TEXT NOT NULL, categories TEXT NOT NULL, language TEXT NOT NULL,
                published INTEGER, updated INTEGER, stated TEXT NOT NULL, raw TEXT NOT NULL,
                UNIQUE (item, number)
            ) STRICT
            """,
            // Contentless: the words are in `revision`. Latin text is folded by the tokenizer, Chinese, Japanese and
            // Korean text comes as overlapping pairs of characters.
            """
            CREATE VIRTUAL TABLE item_search USING fts5(
                title, body, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2")
            """,
        ] + appendOnly("revision")
}
