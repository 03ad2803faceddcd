extension Schema {
    /// What recipients were told, and the ways out.
    static let digests =
        [
            """
            CREATE TABLE digest (
                id INTEGER PRIMARY KEY, recipient TEXT NOT NULL CHECK (recipient <> ''), at INTEGER NOT NULL,
                began INTEGER NOT NULL, ended INTEGER NOT NULL CHECK (ended >= began), content TEXT NOT NULL,
                audit_head TEXT NOT NULL, narrowed TEXT
            ) STRICT
            """,
            "CREATE INDEX digest_by_recipient ON digest (recipient, id)",
            // The key is what makes an alert new in one digest only; a question put again is a new round.
            """
            CREATE TABLE shown (
                recipient TEXT NOT NULL, alert INTEGER NOT NULL REFERENCES alert(id), round INTEGER NOT NULL,
                digest INTEGER NOT NULL REFERENCES digest(id),
                PRIMARY KEY (recipient, alert, round)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX shown_by_digest ON shown (digest)",
            """
            CREATE TABLE notice (
                recipient TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
                digest INTEGER NOT NULL REFERENCES digest(id),
                PRIMARY KEY (recipient, kind, key)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE delivery (
                id INTEGER PRIMARY KEY, digest INTEGER NOT NULL REFERENCES digest(id),
                channel TEXT NOT NULL CHECK (channel IN ('directory', 'mail', 'webhook')),
                recipient TEXT NOT NULL CHECK (recipient <> ''), message_id TEXT NOT NULL CHECK (message_id <> ''),
                state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'refused', 'uncertain')),
                attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), last_error TEXT, next_attempt INTEGER,
                sent_at INTEGER,
                UNIQUE (digest, channel, recipient), CHECK ((state = 'sent') = (sent_at IS NOT NULL))
            ) STRICT
            """,
            "CREATE INDEX delivery_to_do ON delivery (next_attempt) WHERE state IN ('pending', 'uncertain')",
            """
            CREATE TABLE calendar_entry (
                uid TEXT PRIMARY KEY CHECK (uid <> ''), matter TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL,
                sequence INTEGER NOT NULL CHECK (sequence >= 0), changed INTEGER NOT NULL,
                item INTEGER NOT NULL REFERENCES item(id),
                former TEXT NOT NULL CHECK (json_valid(former)), withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
            ) STRICT, WITHOUT ROWID
            """,
        ] + appendOnly("digest") + appendOnly("shown")
}
