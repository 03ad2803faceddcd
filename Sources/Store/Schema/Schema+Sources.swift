extension Schema {
    /// What is watched, each attempt to read it, and what was missed.
    static let sources = [
        """
        CREATE TABLE source (
            id TEXT PRIMARY KEY CHECK (id <> ''),
            publisher TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, format TEXT NOT NULL,
            scope TEXT NOT NULL, jurisdiction TEXT NOT NULL, authority TEXT NOT NULL, language TEXT NOT NULL,
            removed INTEGER,
            etag TEXT, last_modified TEXT, validators_at INTEGER, next_due INTEGER,
            failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0), failing_since INTEGER, last_success INTEGER,
            retired INTEGER, moved_to TEXT, moved_since INTEGER, reading TEXT NOT NULL DEFAULT '',
            wish TEXT CHECK (wish IS NULL OR json_valid(wish)),
            CHECK ((etag IS NULL AND last_modified IS NULL) = (validators_at IS NULL)),
            CHECK ((moved_to IS NULL) = (moved_since IS NULL))
        ) STRICT, WITHOUT ROWID
        """,
        // Words are compared one by one: SQLite makes a table of its own, for each row, of a list of more than two.
        """
        CREATE TABLE fetch (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES source(id), at INTEGER NOT NULL,
            milliseconds INTEGER NOT NULL, bytes INTEGER NOT NULL, status INTEGER,
            outcome TEXT NOT NULL CHECK (
                outcome = 'unchanged' OR outcome = 'read' OR outcome = 'failed' OR outcome = 'challenged'),
            seen INTEGER, new INTEGER, revised INTEGER,
            cause TEXT, detail TEXT, retry_after INTEGER,
            warnings TEXT NOT NULL DEFAULT '[]',
            CHECK ((outcome = 'read') = (seen IS NOT NULL AND new IS NOT NULL AND revised IS NOT NULL)),
            CHECK ((outcome IN ('failed', 'challenged')) = (cause IS NOT NULL AND detail IS NOT NULL))
        ) STRICT
        """,
        "CREATE INDEX fetch_by_source ON fetch (source)",
        "CREATE INDEX fetch_by_time ON fetch (source, at)",
        // Most attempts find nothing changed.
        "CREATE INDEX fetch_read ON fetch (source, at) WHERE outcome = 'read'",
        """
        CREATE TABLE gap (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES source(id),
            kind TEXT NOT NULL CHECK (kind IN ('window', 'outage')),
            began INTEGER NOT NULL, ended INTEGER, filled INTEGER, acknowledged INTEGER, detail TEXT NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0, next_try INTEGER,
            CHECK (ended IS NULL OR ended >= began),
            CHECK (next_try IS NULL OR (filled IS NULL AND acknowledged IS NULL))
        ) STRICT
        """,
        "CREATE INDEX gap_by_source ON gap (source, began)",
        "CREATE UNIQUE INDEX gap_one_outage ON gap (source) WHERE kind = 'outage' AND ended IS NULL",
        """
        CREATE TABLE hand_check (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES source(id), at INTEGER NOT NULL,
            actor TEXT NOT NULL CHECK (actor <> ''), note TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE host_pause (
            host TEXT PRIMARY KEY CHECK (host <> ''), until INTEGER NOT NULL, refusals INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX hand_check_by_source ON hand_check (source, at)",
        """
        CREATE TABLE operator_told (
            source TEXT PRIMARY KEY REFERENCES source(id), since INTEGER NOT NULL, at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE operator_notice (
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL, recipient TEXT NOT NULL CHECK (recipient <> ''),
            message_id TEXT NOT NULL UNIQUE CHECK (message_id <> ''), content TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'refused', 'uncertain')),
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), last_error TEXT, next_attempt INTEGER,
            sent_at INTEGER,
            CHECK ((state = 'sent') = (sent_at IS NOT NULL))
        ) STRICT
        """,
        "CREATE INDEX operator_notice_to_do ON operator_notice (next_attempt) WHERE state IN ('pending', 'uncertain')",
    ]
}
