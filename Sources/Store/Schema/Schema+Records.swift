extension Schema {
    /// Single values, such as the register as it was last loaded.
    static let records =
        [
            "CREATE TABLE meta (key TEXT PRIMARY KEY CHECK (key <> ''), value TEXT NOT NULL) STRICT, WITHOUT ROWID"
        ] + appendOnly("hand_check")

    /// The audit log: each line holds the hash of the one before, none is changed, deleted or put between.
    static let audit =
        [
            """
            CREATE TABLE audit (
                number INTEGER PRIMARY KEY CHECK (number >= 1), at INTEGER NOT NULL,
                actor TEXT NOT NULL CHECK (actor <> ''), action TEXT NOT NULL CHECK (action <> ''),
                subject TEXT NOT NULL, detail TEXT NOT NULL CHECK (json_valid(detail)),
                hash TEXT NOT NULL CHECK (length(hash) = 64)
            ) STRICT
            """,
            "CREATE INDEX audit_by_subject ON audit (subject)",
            "CREATE INDEX audit_putting ON audit (at) WHERE action IN ('raise', 'reopen')",
            """
            CREATE TRIGGER audit_is_appended_to BEFORE INSERT ON audit
            WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM audit)
            BEGIN SELECT RAISE(ABORT, 'a line of the audit log follows the last one'); END
            """,
        ] + appendOnly("audit")
}
