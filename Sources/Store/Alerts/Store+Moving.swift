import GRDB
public import Model

extension Store {
    /// Hides open alerts until a day.
    ///
    /// - Parameters:
    ///   - alerts: The alerts.
    ///   - day: The day on which they are shown again; nil to show them now.
    ///   - note: Why.
    ///   - actor: Who says so.
    ///   - at: When.
    /// - Throws: `NotThere` where there is no such alert, `NotOpen` where one is answered; `StoreProblem`.
    public func snooze(
        _ alerts: [RowID<Alert>], until day: Day?, note: String = "", by actor: String, at: Instant
    ) throws {
        try write { db in
            for id in alerts {
                let before = try db.openAlert(id)
                try db.run("UPDATE alert SET snoozed_until = ? WHERE id = ?", [day, id])
                try db.audit(
                    "snooze", "alert \(id)", by: actor, at: at,
                    [
                        "before": .optional(before.snoozedUntil?.description),
                        "after": .optional(day?.description), "note": .string(note),
                    ], rows: [GuardedRow(.alert, id.rawValue)])
            }
        }
    }

    /// Has open alerts answered by somebody else.
    ///
    /// - Parameters:
    ///   - alerts: The alerts.
    ///   - owner: Who has to answer from now on.
    ///   - note: Why.
    ///   - action: `delegate` where a person passes it on, `escalate` where nobody answered, `orphan` where the register
    ///     lost the owner, the policy or the tool.
    ///   - actor: Who says so.
    ///   - at: When.
    /// - Throws: `NotThere` where there is no such alert, `NotOpen` where one is answered; `StoreProblem`.
    public func delegate(
        _ alerts: [RowID<Alert>], to owner: ID<Owner>, note: String = "", action: String = "delegate",
        by actor: String, at: Instant
    ) throws {
        try write { db in
            for id in alerts {
                let before = try db.openAlert(id)
                // Who is asked now has not put the question off.
                try db.run("UPDATE alert SET owner = ?, snoozed_until = NULL WHERE id = ?", [owner, id])
                try db.auditOwner(action, id, before.owner, owner, note, by: actor, at: at)
            }
        }
    }

    /// When alerts were passed on last, to whom they wait for now.
    ///
    /// - Parameter alerts: The alerts.
    /// - Returns: The moments, of those that ever were.
    /// - Throws: `StoreProblem`.
    public func passedOn(_ alerts: [RowID<Alert>]) throws -> [RowID<Alert>: Instant] {
        try passings(of: alerts).mapValues(\.at)
    }

    /// Has all open alerts of a policy or tool answered by its new owner.
    ///
    /// - Parameters:
    ///   - subject: The policy or tool.
    ///   - old: Who had to answer; anybody where nil.
    ///   - new: Who has to answer from now on.
    ///   - actor: Who says so.
    ///   - at: When.
    /// - Returns: The alerts that have a new owner.
    /// - Throws: `StoreProblem`.
    @discardableResult
    public func reassign(
        _ subject: Alert.Subject, from old: ID<Owner>?, to new: ID<Owner>, by actor: String, at: Instant
    ) throws -> [RowID<Alert>] {
        try write { db in
            let alerts = try db.map(
                """
                SELECT * FROM alert WHERE subject_kind = ? AND subject = ? AND state = 'open' AND owner <> ?3
                    AND (?4 IS NULL OR owner = ?4) ORDER BY id
                """, [subject.kind, subject.name, new, old]
            ) { try $0.alert() }
            for alert in alerts {
                // The new owner counts as asked, so that the question is not put a second time.
                try db.run("UPDATE OR IGNORE alert SET asked = ? WHERE id = ?", [new, alert.id])
                // Who is asked now has not put the question off.
                try db.run("UPDATE alert SET owner = ?, snoozed_until = NULL WHERE id = ?", [new, alert.id])
                try db.auditOwner("reassign", alert.id, alert.owner, new, "", by: actor, at: at)
            }
            return alerts.map(\.id)
        }
    }

    /// Has the alerts of a policy or tool follow it to its new name.
    ///
    /// - Parameters:
    ///   - old: The name until now.
    ///   - new: The name from now on.
    ///   - actor: Who says so.
    ///   - at: When.
    /// - Throws: `StoreProblem`.
    public func renameSubject(_ old: Alert.Subject, to new: Alert.Subject, by actor: String, at: Instant) throws {
        try write { db in
            let ids = try db.map(
                "SELECT id FROM alert WHERE subject_kind = ? AND subject = ? ORDER BY id", [old.kind, old.name]
            ) { try $0.value("id", Int64.self) }
            for id in ids {
                try db.run("UPDATE OR IGNORE alert SET subject = ? WHERE id = ?", [new.name, id])
            }
            guard !ids.isEmpty else { return }
            try db.audit(
                "rename", "\(old.kind) \(old.name)", by: actor, at: at, ["after": .string(new.name)],
                rows: ids.map { GuardedRow(.alert, $0) })
        }
    }

    /// Has the questions put to an owner, and what they follow, go by their new name.
    ///
    /// - Parameters:
    ///   - old: The name until now.
    ///   - new: The name from now on.
    ///   - actor: Who says so.
    ///   - at: When.
    /// - Throws: `StoreProblem`.
    public func renameOwner(_ old: ID<Owner>, to new: ID<Owner>, by actor: String, at: Instant) throws {
        try write { db in
            let alerts = try db.map("SELECT id FROM alert WHERE owner = ?1 OR asked = ?1 ORDER BY id", [old]) {
                GuardedRow(.alert, try $0.value("id", Int64.self))
            }
            // Who was asked under both names was asked twice already: the question keeps the name that it has.
            try db.run("UPDATE OR IGNORE alert SET asked = ?2 WHERE asked = ?1", [old, new])
            try db.run("UPDATE alert SET owner = ?2 WHERE owner = ?1", [old, new])
            let follows = try db.map("SELECT id FROM follow WHERE owner = ? ORDER BY id", [old]) {
                GuardedRow(.follow, try $0.value("id", Int64.self))
            }
            try db.run("UPDATE OR IGNORE follow SET owner = ?2 WHERE owner = ?1", [old, new])
            try db.run("DELETE FROM follow WHERE owner = ?", [old])
            guard !(alerts + follows).isEmpty else { return }
            try db.audit(
                "rename", "owner \(old)", by: actor, at: at, ["after": .string(new.rawValue)], rows: alerts + follows)
        }
    }
}

/// An alert that is to be moved is answered.
public struct NotOpen: Problem, Equatable {
    /// The alert.
    public let alert: RowID<Alert>
    /// One sentence that says what happened.
    public var what: String { "alert \(alert) is answered" }
    /// There is no place.
    public var place: String? { nil }
    /// What the person can do.
    public var remedy: String? { "See 'lexwatch alerts' for those that are open." }
    /// The input was wrong.
    public var exitCode: ExitStatus { .data }
}

extension Database {
    fileprivate func openAlert(_ id: RowID<Alert>) throws -> Alert {
        let alert = try alert(id)
        guard alert.state == .open else { throw NotOpen(alert: id) }
        return alert
    }

    fileprivate func auditOwner(
        _ action: String, _ id: RowID<Alert>, _ before: ID<Owner>, _ after: ID<Owner>, _ note: String,
        by actor: String, at: Instant
    ) throws {
        try audit(
            action, "alert \(id)", by: actor, at: at,
            ["before": .string(before.rawValue), "after": .string(after.rawValue), "note": .string(note)],
            rows: [GuardedRow(.alert, id.rawValue)])
    }
}
