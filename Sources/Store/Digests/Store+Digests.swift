import GRDB
public import Model

extension Store {
    /// Stores digests, what they show for the first time, their calendar entries and their ways out, in one transaction,
    /// so that the disk is waited for once: either the recipients were told, or everything is new the next time.
    ///
    /// - Parameter digests: The digests.
    /// - Returns: Their numbers, in order.
    /// - Throws: `AlreadyShown` where an alert was new in an earlier digest of its recipient; `StoreProblem`. None of the
    ///   digests is stored then.
    public func commitDigests(_ digests: [DigestCommit]) throws -> [Int64] {
        try write { db in try digests.map { try db.commit($0) } }
    }

    /// Open alerts that were never shown to a recipient as new but in mail that was refused, or were put again since.
    ///
    /// - Parameters:
    ///   - recipient: The recipient.
    ///   - query: Which of them.
    /// - Returns: The alerts' numbers; the query's order and limit do not matter.
    /// - Throws: `StoreProblem`.
    public func unshownAlerts(to recipient: String, _ query: AlertQuery) throws -> Set<RowID<Alert>> {
        try read { db in
            let (conditions, values) = query.conditions
            let ids = try db.map(
                """
                SELECT alert.id FROM alert WHERE alert.state = 'open' AND \(conditions) AND NOT EXISTS (
                    SELECT 1 FROM shown WHERE shown.recipient = ? AND shown.alert = alert.id
                        AND shown.round = alert.round AND NOT \(isRefused("shown.digest")))
                """, values + [recipient]
            ) { RowID<Alert>(try $0.value("id")) }
            return Set(ids)
        }
    }

    /// What a recipient was told once already: what mail told that was refused is still to be told.
    ///
    /// - Parameters:
    ///   - recipient: The recipient.
    ///   - kind: What kind of thing.
    ///   - isLost: Whether what refused mail told is wanted instead.
    /// - Returns: The keys.
    /// - Throws: `StoreProblem`.
    public func notices(to recipient: String, kind: String, isLost: Bool = false) throws -> Set<String> {
        try read { db in
            Set(
                try db.map(
                    "SELECT key FROM notice WHERE recipient = ? AND kind = ? AND \(isRefused("notice.digest")) = ?",
                    [recipient, kind, isLost]
                ) { try $0.text("key") })
        }
    }

    /// A digest by its number.
    ///
    /// - Parameter id: The number.
    /// - Returns: The digest; nil where there is none.
    /// - Throws: `StoreProblem`.
    public func digest(_ id: Int64) throws -> StoredDigest? {
        try read { try $0.first("SELECT * FROM digest WHERE id = ?", [id])?.digest() }
    }

    /// The name under which a recipient was written to last, so that a new name begins no new series.
    ///
    /// - Parameters:
    ///   - name: The present name.
    ///   - earlier: Names that the recipient had before.
    /// - Returns: The name; the present one where there was no digest yet.
    /// - Throws: `StoreProblem`.
    public func recipient(_ name: String, earlier: [String]) throws -> String {
        guard !earlier.isEmpty else { return name }
        return try read { db in
            try db.first(
                """
                SELECT recipient FROM digest WHERE recipient IN (SELECT value FROM json_each(?))
                ORDER BY id DESC LIMIT 1
                """, [SQLList([name] + earlier)])?.text("recipient")
        } ?? name
    }

    /// When the last digest of a recipient was composed that tells all of its period, and the moment from which the next
    /// one goes on: the end of the last one, or the beginning of an earlier one whose mail was refused.
    ///
    /// - Parameters:
    ///   - recipient: The recipient.
    ///   - now: Composed at this moment or before: a clock that was ahead wrote the others.
    /// - Returns: Both moments; nil where there was no such digest yet.
    /// - Throws: `StoreProblem`.
    public func lastPeriod(of recipient: String, upTo now: Instant) throws -> (composed: Instant, to: Instant)? {
        try read { db in
            let last = try db.first(
                """
                SELECT at, ended FROM digest WHERE recipient = ? AND at <= ? AND narrowed IS NULL
                ORDER BY id DESC LIMIT 1
                """, [recipient, now])
            guard let last else { return nil }
            // What a later digest that was not refused tells, too, is not lost.
            let lost = try db.first(
                """
                SELECT min(began) AS began FROM digest WHERE recipient = ?1 AND at <= ?2 AND narrowed IS NULL
                    AND \(isRefused("digest.id")) AND NOT EXISTS (
                        SELECT 1 FROM digest AS later WHERE later.recipient = ?1 AND later.id > digest.id
                            AND later.at <= ?2 AND later.narrowed IS NULL AND later.began <= digest.began
                            AND NOT \(isRefused("later.id")))
                """, [recipient, now])
            let (end, beginning) = (try last.instant("ended"), try lost?.optionalInstant("began"))
            return (try last.instant("at"), beginning.map { min($0, end) } ?? end)
        }
    }

    /// Whether all that a digest would tell once was told by one whose mail the reader's address refused: it waits for
    /// the next period then, or for another address.
    ///
    /// - Parameters:
    ///   - alerts: The alerts that it would show as new.
    ///   - notices: What else it would tell once.
    ///   - recipient: The recipient.
    ///   - address: The reader's address; nil where there is none.
    /// - Returns: Whether it would say only what was refused.
    /// - Throws: `StoreProblem`.
    public func wasRefused(
        _ alerts: [RowID<Alert>], _ notices: [DigestCommit.Notice], to recipient: String, at address: String?
    ) throws -> Bool {
        try read { db in
            let last = try db.first(
                """
                SELECT delivery.recipient, state FROM delivery JOIN digest ON digest.id = delivery.digest
                WHERE digest.recipient = ? AND channel = 'mail' ORDER BY delivery.id DESC LIMIT 1
                """, [recipient])
            guard let last, try last.text("state") == Delivery.State.refused.rawValue,
                try last.text("recipient") == address
            else { return false }
            let shown = """
                SELECT count(*) FROM shown JOIN alert ON alert.id = shown.alert AND alert.round = shown.round
                WHERE shown.recipient = ? AND alert.id = ?
                """
            let noticed = "SELECT count(*) FROM notice WHERE recipient = ? AND kind = ? AND key = ?"
            return try alerts.allSatisfy { try db.count(shown, [recipient, $0]) > 0 }
                && notices.allSatisfy { try db.count(noticed, [recipient, $0.kind, $0.key]) > 0 }
        }
    }

    /// The Message-IDs of mails with earlier digests for a recipient, the oldest first, for `References`.
    ///
    /// - Parameters:
    ///   - recipient: The recipient.
    ///   - digest: Only of digests before this one, so that a message that is repeated later is the same.
    ///   - limit: How many at most, the newest ones.
    /// - Returns: The Message-IDs without angle brackets.
    /// - Throws: `StoreProblem`.
    public func messageIDs(to recipient: String, before digest: Int64, limit: Int = 10) throws -> [String] {
        try read { db in
            try db.map(
                """
                SELECT message_id FROM delivery JOIN digest ON digest.id = delivery.digest
                WHERE digest.recipient = ? AND digest.id < ? AND channel = 'mail' GROUP BY message_id
                ORDER BY min(delivery.id) DESC LIMIT ?
                """, [recipient, digest, limit]
            ) { try $0.text("message_id") }.reversed()
        }
    }
}

/// In SQL, whether the mail of a digest was refused for good: its reader does not have what it told.
private func isRefused(_ digest: String) -> String {
    """
    EXISTS (SELECT 1 FROM delivery WHERE delivery.digest = \(digest) AND delivery.channel = 'mail'
        AND delivery.state = 'refused')
    """
}

extension Database {
    fileprivate func commit(_ digest: DigestCommit) throws -> Int64 {
        let head = try auditHead()?.hash ?? AuditChain.origin
        let id = try insert(
            """
            INSERT INTO digest (id, recipient, at, began, ended, content, audit_head, narrowed)
            VALUES (\(Numbered.digest.next), ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                digest.recipient, digest.at, min(digest.from, digest.to), digest.to,
                String(decoding: digest.content, as: UTF8.self), head, digest.narrowed,
            ])
        for alert in digest.newAlerts { try show(alert, to: digest.recipient, in: id) }
        for notice in digest.notices {
            try run(
                """
                INSERT INTO notice (recipient, kind, key, digest) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET digest = excluded.digest WHERE \(isRefused("notice.digest"))
                """, [digest.recipient, notice.kind, notice.key, id])
        }
        for way in digest.outgoing {
            try run(
                """
                INSERT INTO delivery (id, digest, channel, recipient, message_id, state, next_attempt)
                VALUES (\(Numbered.delivery.next), ?, ?, ?, ?, 'pending', ?)
                """, [id, way.channel.rawValue, way.recipient, way.messageID, digest.at])
        }
        try set(digest.calendar)
        try audit(
            "digest", "digest \(id)", by: watchActor, at: digest.at,
            [
                "recipient": .string(digest.recipient), "new": .number(Int64(digest.newAlerts.count)),
                "from": .string(digest.from.description), "to": .string(digest.to.description),
                "narrowed": .optional(digest.narrowed),
            ], rows: [GuardedRow(.digest, id)])
        return id
    }

    private func show(_ alert: RowID<Alert>, to recipient: String, in digest: Int64) throws {
        guard let round = try first("SELECT round FROM alert WHERE id = ?", [alert])?.integer("round") else {
            throw NotThere(noun: "alert", name: alert.description)
        }
        let shown = """
            SELECT count(*) FROM shown WHERE recipient = ? AND alert = ? AND round = ? AND NOT \(isRefused("shown.digest"))
            """
        guard try count(shown, [recipient, alert, round]) == 0 else {
            throw AlreadyShown(recipient: recipient, alert: alert)
        }
        try run(
            "INSERT INTO shown (recipient, alert, round, digest) VALUES (?, ?, ?, ?)",
            [recipient, alert, round, digest])
    }
}

extension Row {
    fileprivate func digest() throws -> StoredDigest {
        StoredDigest(
            id: try value("id"), recipient: try text("recipient"), at: try instant("at"), from: try instant("began"),
            to: try instant("ended"), content: Array(try text("content").utf8), auditHead: try text("audit_head"))
    }
}
