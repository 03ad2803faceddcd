extension Schema {
    /// A question that a refused mail showed as new is shown as new once more, so that one reader can have it in several
    /// digests, of which one arrived.
    static let refusals =
        [
            """
            CREATE TABLE shown_again (
                recipient TEXT NOT NULL, alert INTEGER NOT NULL REFERENCES alert(id), round INTEGER NOT NULL,
                digest INTEGER NOT NULL REFERENCES digest(id),
                PRIMARY KEY (recipient, alert, round, digest)
            ) STRICT, WITHOUT ROWID
            """,
            "INSERT INTO shown_again SELECT recipient, alert, round, digest FROM shown",
            "DROP TABLE shown",
            "ALTER TABLE shown_again RENAME TO shown",
            "CREATE INDEX shown_by_digest ON shown (digest)",
            // When the operator was told that it was refused.
            "ALTER TABLE delivery ADD COLUMN operator_told INTEGER",
            "UPDATE delivery SET operator_told = 0 WHERE state = 'refused'",
            "CREATE INDEX delivery_untold ON delivery (id) WHERE state = 'refused' AND operator_told IS NULL",
            "CREATE INDEX delivery_refused ON delivery (digest) WHERE channel = 'mail' AND state = 'refused'",
        ] + appendOnly("shown")
}
