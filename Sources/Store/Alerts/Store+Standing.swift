import GRDB
public import Model

extension Store {
    /// The questions that waited for an answer at a moment that is past, and the days by which one was suggested then.
    ///
    /// A question that was put again later had an earlier round then: the audit log tells which, and its day. Whether
    /// one was snoozed then is not looked at: it was unanswered all the same.
    ///
    /// - Parameter moment: The moment.
    /// - Returns: The suggested days, by policy and tool as they are called now.
    /// - Throws: `StoreProblem`.
    public func questionsOpen(at moment: Instant) throws -> [Alert.Subject: [Day]] {
        try read { db in
            let lines = try db.map(standingQuery, [moment]) { row in
                let name = try row.text("subject")
                let subject: Alert.Subject =
                    try row.text("subject_kind") == "tool" ? .tool(ID(name)) : .policy(ID(name))
                return (subject, try row.day("due"))
            }
            return Dictionary(grouping: lines, by: \.0).mapValues { $0.map(\.1).sorted() }
        }
    }
}

private let standingQuery = """
    WITH moved AS (
        SELECT alert.id,
            (SELECT count(*) FROM audit WHERE action = 'reopen' AND subject = 'alert ' || alert.id AND at < ?1) + 1 AS round,
            (SELECT json_extract(detail, '$.due') FROM audit
                WHERE action IN ('raise', 'reopen', 'extend') AND subject = 'alert ' || alert.id AND at < ?1
                ORDER BY number DESC LIMIT 1) AS due
        FROM alert WHERE raised < ?1 AND reopened >= ?1)
    SELECT alert.subject_kind, alert.subject, coalesce(moved.due, alert.due) AS due
    FROM alert LEFT JOIN moved ON moved.id = alert.id
    WHERE alert.raised < ?1 AND NOT EXISTS (
        SELECT 1 FROM assessment WHERE assessment.alert = alert.id
            AND assessment.round = coalesce(moved.round, alert.round) AND assessment.at < ?1)
    """
