extension Schema {
    /// Items that report the same event, the matters that they are steps of, and who follows these.
    static let developments = [
        """
        CREATE TABLE development (
            id INTEGER PRIMARY KEY, first_seen INTEGER NOT NULL, previous INTEGER REFERENCES development(id),
            lead INTEGER NOT NULL REFERENCES item(id), CHECK (previous <> id)
        ) STRICT
        """,
        "CREATE INDEX development_by_first_seen ON development (first_seen)",
        "CREATE INDEX development_by_previous ON development (previous) WHERE previous IS NOT NULL",
        """
        CREATE TABLE member (
            development INTEGER NOT NULL REFERENCES development(id), item INTEGER NOT NULL REFERENCES item(id),
            position INTEGER NOT NULL, because TEXT NOT NULL,
            PRIMARY KEY (development, item)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX member_by_item ON member (item)",
        // Developments that changed and that no owner's question was weighed for yet.
        "CREATE TABLE unweighed (development INTEGER PRIMARY KEY REFERENCES development(id)) STRICT",
        // Items with a topic that belong to no development yet, so that a run need not look through all items for them. No
        // trigger keeps it: for a statement with one SQLite writes down each page that it changes, to take it back.
        "CREATE TABLE ungrouped (item INTEGER PRIMARY KEY REFERENCES item(id)) STRICT",
        """
        CREATE TABLE matter (
            development INTEGER NOT NULL REFERENCES development(id), matter TEXT NOT NULL CHECK (matter <> ''),
            position INTEGER NOT NULL,
            PRIMARY KEY (development, matter)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX matter_by_name ON matter (matter, development)",
        """
        CREATE TABLE follow (
            id INTEGER PRIMARY KEY, matter TEXT NOT NULL CHECK (matter <> ''),
            owner TEXT NOT NULL CHECK (owner <> ''), note TEXT NOT NULL, since INTEGER NOT NULL,
            UNIQUE (matter, owner)
        ) STRICT
        """,
    ]
}
