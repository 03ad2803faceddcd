import GRDB
public import Model

extension Store {
    /// The questions that waited for an answer at a moment that is past, and the days by which one was suggested then.
    ///
    /// The audit log tells how often each had been put by then, and the earliest day since it was put last. Whether one
    /// was snoozed then is not looked at: it was unanswered all the same.
    ///
    /// - Parameter moment: The moment.
    /// - Returns: The suggested days, by policy and tool as they are called now.
    /// - Throws: `StoreProblem`.
    public func questionsOpen(at moment: Instant) throws -> [Alert.Subject: [Day]] {
        try read { db in
            let lines = try db.map(standingQuery, [moment]) { row in
                (try row.subject(), try row.day("due"))
            }
            return Dictionary(grouping: lines, by: \.0).mapValues { $0.map(\.1).sorted() }
        }
    }
}

private let standingQuery = """
    WITH put AS (
        SELECT subject, count(*) AS round, max(number) AS last FROM audit
        WHERE action IN ('raise', 'reopen') AND at < ?1 GROUP BY subject),
    asked AS (
        SELECT audit.subject, put.round, min(json_extract(audit.detail, '$.due')) AS due
        FROM audit JOIN put ON put.subject = audit.subject AND audit.number >= put.last
        WHERE audit.action IN ('raise', 'reopen', 'extend') AND audit.at < ?1 GROUP BY audit.subject)
    SELECT alert.subject_kind, alert.subject, asked.due FROM asked JOIN alert ON asked.subject = 'alert ' || alert.id
    WHERE NOT EXISTS (
        SELECT 1 FROM assessment WHERE assessment.alert = alert.id AND assessment.round = asked.round
            AND assessment.at < ?1)
    """
