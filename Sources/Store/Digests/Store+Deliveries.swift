import GRDB
public import Model

extension Store {
    /// Deliveries that may be attempted now. An `uncertain` one may have arrived: its attempt did not come to an end.
    ///
    /// - Parameters:
    ///   - at: The moment.
    ///   - limit: How many at most.
    /// - Returns: The deliveries, the oldest first.
    /// - Throws: `StoreProblem`.
    public func deliveriesDue(at: Instant, limit: Int = 1000) throws -> [Delivery] {
        try read { try $0.due(in: .delivery, at: at, limit: limit) { try $0.delivery() } }
    }

    /// Deliveries, the newest first.
    ///
    /// - Parameters:
    ///   - state: Where they stand; anywhere where nil.
    ///   - digest: Of this digest only; of any where nil.
    ///   - limit: How many at most.
    /// - Returns: The deliveries.
    /// - Throws: `StoreProblem`.
    public func deliveries(state: Delivery.State? = nil, digest: Int64? = nil, limit: Int = 100) throws -> [Delivery] {
        try read { db in
            try db.map(
                """
                SELECT * FROM delivery WHERE (?1 IS NULL OR state = ?1) AND (?2 IS NULL OR digest = ?2)
                ORDER BY id DESC LIMIT ?3
                """, [state?.rawValue, digest, limit]
            ) { try $0.delivery() }
        }
    }

    /// Addresses that refused for good the last mail that was settled.
    ///
    /// - Returns: The addresses.
    /// - Throws: `StoreProblem`.
    public func refusedRecipients() throws -> [String] {
        try read { db in
            try db.map(
                """
                SELECT recipient, state, max(id) FROM delivery
                WHERE channel = 'mail' AND state IN ('sent', 'refused') GROUP BY recipient HAVING state = 'refused'
                ORDER BY recipient
                """
            ) { try $0.text("recipient") }
        }
    }

    /// Refused mail and webhooks that the operator was not told of.
    ///
    /// - Returns: The deliveries, the oldest first.
    /// - Throws: `StoreProblem`.
    public func refusedUntold() throws -> [Delivery] {
        try read { db in
            try db.map("SELECT * FROM delivery WHERE state = 'refused' AND operator_told IS NULL ORDER BY id") {
                try $0.delivery()
            }
        }
    }

    /// Records that an attempt begins: should it never end, the delivery is found `uncertain`.
    ///
    /// - Parameters:
    ///   - delivery: The delivery.
    ///   - until: Not tried again before this moment, should the attempt never end.
    /// - Throws: `StoreProblem`.
    public func beginAttempt(_ delivery: RowID<Delivery>, until: Instant) throws {
        // Should a power cut take this back, the delivery is attempted again all the same.
        try writeAtOnce { try $0.beginAttempt(in: .delivery, delivery.rawValue, until: until) }
    }

    /// Records how an attempt ended.
    ///
    /// - Parameters:
    ///   - delivery: The delivery.
    ///   - state: Where it stands now.
    ///   - said: What the other side said, in one line.
    ///   - at: When.
    ///   - next: Not tried again before this moment.
    /// - Throws: `NotThere` where there is no such delivery; `StoreProblem`.
    public func endAttempt(
        _ delivery: RowID<Delivery>, _ state: Delivery.State, said: String? = nil, at: Instant, next: Instant? = nil
    ) throws {
        // Every moment until this is on record, a kill would have the message sent again.
        try writeAtOnce { db in
            guard let before = try db.delivery(delivery) else {
                throw NotThere(noun: "delivery", name: delivery.description)
            }
            try db.endAttempt(in: .delivery, delivery.rawValue, state, said: said, at: at, next: next)
            guard state == .sent || state == .refused else { return }
            try db.audit(
                state == .sent ? "sent" : "refused", "delivery \(delivery)", by: watchActor, at: at,
                [
                    "digest": .number(before.digest), "channel": .string(before.channel.rawValue),
                    "recipient": .string(before.recipient), "message-id": .string(before.messageID),
                    "attempts": .number(Int64(before.attempts)), "said": .optional(said),
                ])
        }
    }

    /// Has a mail go to another address than it was to: the one that its reader has now.
    ///
    /// - Parameters:
    ///   - delivery: The delivery.
    ///   - address: The address.
    ///   - at: When.
    /// - Throws: `NotThere` where there is no such delivery; `StoreProblem`.
    public func readdress(_ delivery: RowID<Delivery>, to address: String, at: Instant) throws {
        try write { db in
            guard let before = try db.delivery(delivery) else {
                throw NotThere(noun: "delivery", name: delivery.description)
            }
            try db.run("UPDATE delivery SET recipient = ? WHERE id = ?", [address, delivery])
            try db.audit(
                "readdress", "delivery \(delivery)", by: watchActor, at: at,
                ["before": .string(before.recipient), "after": .string(address)])
        }
    }

    /// Has a delivery attempted again that was refused or waits, with the same Message-ID and the patience of a new one.
    ///
    /// - Parameters:
    ///   - delivery: The delivery.
    ///   - actor: Who says so.
    ///   - at: From when.
    /// - Throws: `NotThere` where there is no such delivery, or it was sent; `StoreProblem`.
    public func retry(_ delivery: RowID<Delivery>, by actor: String, at: Instant) throws {
        try write { db in
            guard let before = try db.delivery(delivery), before.state != .sent else {
                throw NotThere(noun: "delivery that is not sent,", name: delivery.description)
            }
            let state = before.state == .refused ? Delivery.State.pending : before.state
            try db.run(
                "UPDATE delivery SET state = ?, next_attempt = ?, attempts = 0, operator_told = NULL WHERE id = ?",
                [state.rawValue, at, delivery])
            try db.audit(
                "retry", "delivery \(delivery)", by: actor, at: at, ["before": .string(before.state.rawValue)])
        }
    }
}

extension Database {
    fileprivate func delivery(_ id: RowID<Delivery>) throws -> Delivery? {
        try first("SELECT * FROM delivery WHERE id = ?", [id])?.delivery()
    }
}

extension Row {
    fileprivate func delivery() throws -> Delivery {
        Delivery(
            id: try row("id"), digest: try value("digest"), channel: try word("channel"),
            recipient: try text("recipient"), messageID: try text("message_id"), state: try word("state"),
            attempts: try integer("attempts"), lastError: try optionalText("last_error"),
            nextAttempt: try optionalInstant("next_attempt"), sentAt: try optionalInstant("sent_at"))
    }
}
