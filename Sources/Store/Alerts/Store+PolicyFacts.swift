import GRDB
public import Model

/// That a question was passed on to whom it waits for now.
public struct Passing: Sendable, Equatable {
    /// `delegate`, `escalate`, `reassign` or `orphan`, as the audit log has it.
    public var action: String
    /// Who did it.
    public var actor: String
    /// When.
    public var at: Instant
}

/// An open question that is put off.
public struct PutOffQuestion: Sendable, Equatable {
    /// The question.
    public var alert: RowID<Alert>
    /// What it is about.
    public var subject: Alert.Subject
    /// The day on which it is shown again.
    public var until: Day
    /// Who put it off.
    public var actor: String
}

extension Store {
    /// The answers that say that a policy needs an update, each the last one to its question.
    ///
    /// - Parameter moment: Given before this moment; until now where nil.
    /// - Returns: The answers by policy, as it is called now, the first one first.
    /// - Throws: `StoreProblem`.
    public func updatesAsked(before moment: Instant? = nil) throws -> [ID<Policy>: [Assessment]] {
        try read { db in
            let answers = try db.map(
                """
                SELECT alert.subject, assessment.* FROM assessment JOIN alert ON alert.id = assessment.alert
                WHERE alert.subject_kind = 'policy' AND answer = 'needs-update' AND (?1 IS NULL OR at < ?1)
                    AND assessment.id = (SELECT max(last.id) FROM assessment AS last
                        WHERE last.alert = assessment.alert AND (?1 IS NULL OR last.at < ?1))
                ORDER BY assessment.id
                """, [moment]
            ) { (try $0.name("subject") as ID<Policy>, try $0.assessment()) }
            return Dictionary(grouping: answers, by: \.0).mapValues { $0.map(\.1) }
        }
    }

    /// Open questions that are put off beyond a day, in order of their numbers.
    ///
    /// - Parameter day: The day.
    /// - Returns: The questions.
    /// - Throws: `StoreProblem`.
    public func putOff(beyond day: Day) throws -> [PutOffQuestion] {
        try read { db in
            try db.map(
                """
                SELECT id, subject_kind, subject, snoozed_until,
                    (SELECT actor FROM audit WHERE audit.subject = 'alert ' || alert.id AND action = 'snooze'
                        ORDER BY number DESC LIMIT 1) AS actor
                FROM alert WHERE state = 'open' AND snoozed_until > ? ORDER BY id
                """, [day]
            ) { row in
                PutOffQuestion(
                    alert: try row.row("id"), subject: try row.subject(), until: try row.day("snoozed_until"),
                    actor: try row.optionalText("actor") ?? "")
            }
        }
    }

    /// How alerts were passed on last, to whom they wait for now.
    ///
    /// - Parameter alerts: The alerts.
    /// - Returns: What happened, of those that ever were.
    /// - Throws: `StoreProblem`.
    public func passings(of alerts: [RowID<Alert>]) throws -> [RowID<Alert>: Passing] {
        guard !alerts.isEmpty else { return [:] }
        return try read { db in
            let passings = try db.map(
                """
                SELECT CAST(substr(subject, 7) AS INTEGER) AS alert, action, actor, at, max(number) FROM audit
                WHERE subject IN (SELECT 'alert ' || value FROM json_each(?))
                    AND action IN ('delegate', 'escalate', 'reassign', 'orphan')
                    AND json_extract(detail, '$.after') <> json_extract(detail, '$.before')
                GROUP BY subject
                """, [SQLList(alerts)]
            ) { row in
                (
                    try row.row("alert") as RowID<Alert>,
                    Passing(action: try row.text("action"), actor: try row.text("actor"), at: try row.instant("at"))
                )
            }
            return Dictionary(uniqueKeysWithValues: passings)
        }
    }
}
