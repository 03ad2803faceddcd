extension Schema {
    /// Questions to owners, their answers, and what people set on policies and tools.
    static let alerts =
        [
            """
            CREATE TABLE alert (
                id INTEGER PRIMARY KEY, subject_kind TEXT NOT NULL CHECK (subject_kind IN ('policy', 'tool', 'matter')),
                subject TEXT NOT NULL CHECK (subject <> ''), development INTEGER NOT NULL REFERENCES development(id),
                asked TEXT NOT NULL CHECK (asked <> ''), owner TEXT NOT NULL CHECK (owner <> ''),
                reasons TEXT NOT NULL CHECK (json_valid(reasons)), raised INTEGER NOT NULL, due TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('open', 'assessed')), snoozed_until TEXT, reopened INTEGER,
                round INTEGER NOT NULL CHECK (round >= 1), rank TEXT NOT NULL CHECK (json_valid(rank)),
                rank_total INTEGER NOT NULL,
                UNIQUE (development, subject_kind, subject, asked),
                CHECK ((round > 1) = (reopened IS NOT NULL))
            ) STRICT
            """,
            "CREATE INDEX alert_open ON alert (owner, rank_total) WHERE state = 'open'",
            "CREATE INDEX alert_by_subject ON alert (subject_kind, subject, state)",
            "CREATE INDEX alert_by_raised ON alert (raised)",
            // For the listing, which begins before all is read, and for the counts of each policy and tool.
            "CREATE INDEX alert_due ON alert (due, rank_total DESC, id) WHERE state = 'open'",
            "CREATE INDEX alert_waiting ON alert (subject_kind, subject, snoozed_until, due) WHERE state = 'open'",
            // Few are answered when many are open: what was asked of them is looked for at every run.
            "CREATE INDEX alert_assessed ON alert (development) WHERE state = 'assessed'",
            """
            CREATE TABLE assessment (
                id INTEGER PRIMARY KEY, alert INTEGER NOT NULL REFERENCES alert(id), round INTEGER NOT NULL,
                answer TEXT NOT NULL CHECK (answer IN ('no-impact', 'needs-update')), note TEXT NOT NULL,
                actor TEXT NOT NULL CHECK (actor <> ''), at INTEGER NOT NULL, latest INTEGER NOT NULL REFERENCES item(id),
                edits INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX assessment_by_alert ON assessment (alert, id)",
            "CREATE INDEX assessment_by_time ON assessment (at)",
            """
            CREATE TABLE mark (
                id INTEGER PRIMARY KEY, policy TEXT NOT NULL CHECK (policy <> ''),
                kind TEXT NOT NULL CHECK (kind IN ('needs-update', 'reviewed', 'updated')), because TEXT,
                note TEXT NOT NULL, actor TEXT NOT NULL CHECK (actor <> ''), at INTEGER NOT NULL, due TEXT
            ) STRICT
            """,
            "CREATE INDEX mark_by_policy ON mark (policy, id)",
            """
            CREATE TABLE reclassification (
                id INTEGER PRIMARY KEY, tool TEXT NOT NULL CHECK (tool <> ''), before TEXT NOT NULL, after TEXT NOT NULL,
                because TEXT, note TEXT NOT NULL, actor TEXT NOT NULL CHECK (actor <> ''), at INTEGER NOT NULL,
                CHECK (before <> after)
            ) STRICT
            """,
            "CREATE INDEX reclassification_by_tool ON reclassification (tool, id)",
        ] + appendOnly("assessment") + appendOnly("mark") + appendOnly("reclassification")
}
