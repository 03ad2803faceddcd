import GRDB
public import Model

extension Store {
    /// Puts questions to owners, in one transaction. A question about the same development, policy or tool that the
    /// same owner was asked before is not put twice, whoever answers it by now.
    ///
    /// - Parameters:
    ///   - alerts: The questions.
    ///   - at: When they are put.
    /// - Returns: For each question what became of it.
    /// - Throws: `StoreProblem`.
    public func raise(_ alerts: [NewAlert], at: Instant) throws -> [Raised] {
        try write { db in try alerts.map { try db.raise($0, at: at) } }
    }

    /// Puts the questions that developments raise, new ones and answered ones again, and records that they have been put:
    /// a run that is killed asks nothing twice.
    ///
    /// - Parameters:
    ///   - developments: All that were weighed.
    ///   - alerts: The questions that they raise.
    ///   - reopenings: Answered questions that are put again.
    ///   - at: When.
    /// - Returns: For each question what became of it.
    /// - Throws: `NotThere` where there is no such alert; `StoreProblem`.
    public func weigh(
        _ developments: [RowID<Development>], raising alerts: [NewAlert] = [], reopening reopenings: [Reopening] = [],
        at: Instant
    ) throws -> [Raised] {
        let body = { (db: Database) in
            let raised = try alerts.map { try db.raise($0, at: at) }
            for reopening in reopenings { try db.reopen(reopening, at: at) }
            try db.run(
                "DELETE FROM unweighed WHERE development IN (SELECT value FROM json_each(?))", [SQLList(developments)])
            return raised
        }
        // That nothing was asked can be found out again.
        return alerts.isEmpty && reopenings.isEmpty ? try writeAtOnce(body) : try write(body)
    }

    /// Puts answered questions again because their developments moved on; those that are open get the new reasons.
    ///
    /// - Parameters:
    ///   - reopenings: Which questions, and why.
    ///   - at: When.
    /// - Throws: `NotThere` where there is no such alert; `StoreProblem`.
    public func reopen(_ reopenings: [Reopening], at: Instant) throws {
        try write { db in for reopening in reopenings { try db.reopen(reopening, at: at) } }
    }

    /// The questions that were put about developments, whoever was asked and however they stand.
    ///
    /// - Parameter developments: The developments.
    /// - Returns: The alerts, in order of their numbers.
    /// - Throws: `StoreProblem`.
    public func alerts(about developments: [RowID<Development>]) throws -> [Alert] {
        try read { db in
            try db.map(
                """
                SELECT * FROM alert WHERE development IN (SELECT value FROM json_each(?)) ORDER BY id
                """, [SQLList(developments)]
            ) { try $0.alert() }
        }
    }
}

extension Database {
    fileprivate func raise(_ alert: NewAlert, at: Instant) throws -> Raised {
        let key: [any SQLValue] = [alert.development, alert.subject.kind, alert.subject.name, alert.owner]
        // All rows, as a statement is over only at its end.
        let new = try rows(
            """
            INSERT INTO alert (id, development, subject_kind, subject, asked, owner, reasons, raised, due, state, round,
                rank, rank_total) VALUES (\(Numbered.alert.next), ?, ?, ?, ?, ?, ?, ?, ?, 'open', 1, ?, ?)
            ON CONFLICT (development, subject_kind, subject, asked) DO NOTHING RETURNING *
            """,
            key + [
                alert.owner, StoredJSON.text(alert.reasons), at, alert.due, StoredJSON.text(alert.rank),
                alert.rank.total,
            ]
        ).first
        guard let new else { return .known(try knownAlert(key)) }
        let id: Int64 = try new.value("id")
        try audit(
            "raise", "alert \(id)", by: watchActor, at: at,
            [
                alert.subject.kind: .string(alert.subject.name), "owner": .string(alert.owner.rawValue),
                "development": .number(alert.development.rawValue), "due": .string(alert.due.description),
            ].merging(try words(of: alert.development, alert.reasons)) { first, _ in first },
            rows: [GuardedRow(.alert, id, stored: new)])
        return .new(RowID(id))
    }

    /// What is asked, in the words of now: an edit may change the title, and what moves on the reasons.
    private func words(
        of development: RowID<Development>, _ reasons: [AlertReason]
    ) throws -> [String: JSONValue] {
        let lead = try first(
            """
            SELECT item.title FROM development JOIN item ON item.id = development.lead WHERE development.id = ?
            """, [development])
        return [
            "title": .optional(try lead?.text("title")), "reasons": .list(reasons.map { .string($0.clause()) }),
        ]
    }

    /// The question about a development that an owner was asked before of a policy, a tool or a matter.
    private func knownAlert(_ key: [any SQLValue]) throws -> RowID<Alert> {
        let row = try first(
            "SELECT id FROM alert WHERE development = ? AND subject_kind = ? AND subject = ? AND asked = ?", key)
        guard let row else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        return try row.row("id")
    }

    fileprivate func reopen(_ reopening: Reopening, at: Instant) throws {
        let before = try alert(reopening.alert)
        let heir = before.state == .assessed && reopening.owner != before.owner ? reopening.owner : nil
        if let heir {
            // Who answers now counts as asked, so that the question is not put a second time.
            try run("UPDATE OR IGNORE alert SET asked = ?1 WHERE id = ?2", [heir, reopening.alert])
            try run("UPDATE alert SET owner = ?1 WHERE id = ?2", [heir, reopening.alert])
        }
        try run(
            """
            UPDATE alert SET reasons = ?1, due = CASE WHEN state = 'open' AND ?7 THEN min(due, ?2) ELSE ?2 END,
                rank = ?3, rank_total = ?4, state = 'open', snoozed_until = NULL,
                reopened = CASE WHEN state = 'assessed' THEN ?5 ELSE reopened END,
                round = CASE WHEN state = 'assessed' THEN round + 1 ELSE round END
            WHERE id = ?6
            """,
            [
                StoredJSON.text(reopening.reasons), reopening.due, StoredJSON.text(reopening.rank),
                reopening.rank.total, at, reopening.alert, reopening.keepsNearerDue,
            ])
        try audit(
            before.state == .assessed ? "reopen" : "extend", "alert \(reopening.alert)", by: watchActor, at: at,
            [
                "because": .string(reopening.because), "due": .string(reopening.due.description),
                before.subject.kind: .string(before.subject.name),
            ].merging(heir.map { ["owner": .string($0.rawValue)] } ?? [:]) { first, _ in first }
                .merging(try words(of: before.development, reopening.reasons)) { first, _ in first },
            rows: [GuardedRow(.alert, reopening.alert.rawValue)])
    }

    /// An alert that somebody named.
    func alert(_ id: RowID<Alert>) throws -> Alert {
        guard let row = try first("SELECT * FROM alert WHERE id = ?", [id]) else {
            throw NotThere(noun: "alert", name: id.description)
        }
        return try row.alert()
    }
}

extension Row {
    /// An alert from a row of `alert`.
    func alert() throws -> Alert {
        Alert(
            id: try row("id"), subject: try subject(),
            development: try row("development"), owner: try self.name("owner"),
            reasons: try StoredJSON.reasons(try text("reasons")),
            raised: try instant("raised"), due: try day("due"), state: try word("state"),
            snoozedUntil: try optionalDay("snoozed_until"), reopened: try optionalInstant("reopened"),
            rank: try StoredJSON.rank(try text("rank")))
    }

    /// The policy, the tool or the matter of an alert.
    func subject() throws -> Alert.Subject {
        Alert.Subject(kind: try text("subject_kind"), name: try text("subject"))
    }
}
