import GRDB
public import Model

extension Store {
    /// The sources that the operator was told are broken.
    ///
    /// - Returns: Since when each is, as it was told.
    /// - Throws: `StoreProblem`.
    public func toldAsBroken() throws -> [ID<Source>: Instant] {
        try read { db in
            let pairs = try db.map("SELECT source, since FROM operator_told") { row in
                (ID<Source>(try row.text("source")), try row.instant("since"))
            }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
    }

    /// Commits a notice together with what it tells, so that each change is told once.
    ///
    /// - Parameters:
    ///   - news: What changed.
    ///   - content: What the notice says; nil where there is nothing to say.
    ///   - recipient: The operator's address.
    ///   - messageID: The message's name.
    ///   - at: When.
    /// - Throws: `StoreProblem`.
    public func commitNotice(
        _ news: OperatorNews, content: [UInt8]?, to recipient: String, messageID: String, at: Instant
    ) throws {
        try write { db in
            for (source, since) in news.broken {
                try db.run(
                    "INSERT INTO operator_told (source, since, at) VALUES (?, ?, ?) ON CONFLICT (source) DO NOTHING",
                    [source, since, at])
            }
            for source in news.recovered + news.forgotten {
                try db.run("DELETE FROM operator_told WHERE source = ?", [source])
            }
            for delivery in news.refused {
                try db.run("UPDATE delivery SET operator_told = ? WHERE id = ?", [at, delivery.id])
            }
            guard let content else { return }
            try db.run(
                """
                INSERT INTO operator_notice (at, recipient, message_id, content, state, next_attempt)
                VALUES (?, ?, ?, ?, 'pending', ?)
                """, [at, recipient, messageID, String(decoding: content, as: UTF8.self), at])
        }
    }

    /// Notices that may be attempted now.
    ///
    /// - Parameter at: The moment.
    /// - Returns: The notices, the oldest first.
    /// - Throws: `StoreProblem`.
    public func noticesDue(at: Instant) throws -> [OperatorMail] {
        try read { db in
            try db.due(in: .notice, at: at, limit: 100) { row in
                OperatorMail(
                    id: try row.value("id"), at: try row.instant("at"), recipient: try row.text("recipient"),
                    messageID: try row.text("message_id"), content: Array(try row.text("content").utf8),
                    attempts: try row.integer("attempts"))
            }
        }
    }

    /// Records that an attempt begins: should it never end, the notice is found `uncertain` and repeated.
    ///
    /// - Parameters:
    ///   - notice: The notice.
    ///   - until: Not tried again before this moment, should the attempt never end.
    /// - Throws: `StoreProblem`.
    public func beginNotice(_ notice: Int64, until: Instant) throws {
        // Should a power cut take this back, the notice is attempted again all the same.
        try writeAtOnce { try $0.beginAttempt(in: .notice, notice, until: until) }
    }

    /// Records how an attempt ended.
    ///
    /// - Parameters:
    ///   - notice: The notice.
    ///   - state: Where it stands now.
    ///   - said: What the other side said, in one line.
    ///   - at: When.
    ///   - next: Not tried again before this moment.
    /// - Throws: `StoreProblem`.
    public func endNotice(
        _ notice: Int64, _ state: Delivery.State, said: String? = nil, at: Instant, next: Instant? = nil
    ) throws {
        // Every moment until this is on record, a kill would have the message sent again.
        try writeAtOnce { try $0.endAttempt(in: .notice, notice, state, said: said, at: at, next: next) }
    }
}
