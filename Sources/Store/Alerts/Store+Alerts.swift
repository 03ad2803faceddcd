import GRDB
public import Model

/// An alert with what a listing shows beside it.
public struct AlertSummary: Sendable, Equatable {
    /// The alert.
    public var alert: Alert
    /// The development's item that is shown first.
    public var item: ItemSummary
    /// The last answer; nil where there is none. One to an earlier putting of the question stays the last one.
    public var answer: Assessment?
    /// How often the question was put, from 1.
    public var round: Int
}

extension Store {
    /// Gives the alerts of a query one by one, so that the first can be shown before the last is read.
    ///
    /// The body must not ask the store: it runs within a transaction of it.
    ///
    /// - Parameters:
    ///   - query: Which alerts are wanted.
    ///   - body: Takes an alert; false to stop.
    /// - Throws: `StoreProblem`, or what the body throws.
    public func forEachAlert(_ query: AlertQuery, _ body: (AlertSummary) throws -> Bool) throws {
        try read { db in
            let rows = try db.rows(of: query, alertColumns)
            while let row = try rows.next(), try body(db.alertSummary(row)) {}
        }
    }

    /// The alerts of a query.
    ///
    /// - Parameter query: Which alerts are wanted.
    /// - Returns: The alerts in the query's order.
    /// - Throws: `StoreProblem`.
    public func alerts(_ query: AlertQuery) throws -> [AlertSummary] {
        var alerts: [AlertSummary] = []
        try forEachAlert(query) {
            alerts.append($0)
            return true
        }
        return alerts
    }

    /// One alert.
    ///
    /// - Parameter id: The alert.
    /// - Returns: The alert; nil where there is none of that number.
    /// - Throws: `StoreProblem`.
    public func alert(_ id: RowID<Alert>) throws -> AlertSummary? {
        try alerts(AlertQuery(ids: [id])).first
    }

    /// How many alerts wait for an answer, and the earliest day on which one is due, by policy and tool.
    ///
    /// - Parameter day: Without those that are snoozed beyond this day; with them where nil.
    /// - Returns: The figures of each policy and tool that has any.
    /// - Throws: `StoreProblem`.
    public func openAlerts(awakeOn day: Day? = nil) throws -> [Alert.Subject: (count: Int, due: Day)] {
        try read { db in
            let pairs = try db.map(
                """
                SELECT subject_kind, subject, count(*) AS open, min(due) AS due FROM alert
                WHERE state = 'open' AND (?1 IS NULL OR snoozed_until IS NULL OR snoozed_until <= ?1)
                GROUP BY subject_kind, subject
                """, [day]
            ) { row in
                (try row.subject(), (count: try row.integer("open"), due: try row.day("due")))
            }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
    }
}

/// The columns from which an alert with its item and its last answer is read.
let alertColumns = """
    SELECT alert.*, \(ItemSummary.columns), assessment.answer, assessment.note AS answer_note,
        assessment.actor AS answer_actor, assessment.at AS answer_at
    FROM alert JOIN development ON development.id = alert.development JOIN item ON item.id = development.lead
        JOIN source ON source.id = item.source
        LEFT JOIN assessment ON assessment.id = (SELECT max(id) FROM assessment WHERE assessment.alert = alert.id)
    """

extension Database {
    /// The rows of a query, one by one in its order, with the columns given.
    func rows(of query: AlertQuery, _ columns: String) throws -> RowCursor {
        let (conditions, values) = query.conditions
        let sql = "\(columns) WHERE \(conditions) ORDER BY \(query.ordering) LIMIT ?"
        return try Row.fetchCursor(statement(sql, values + [query.limit.map { max(0, $0) } ?? -1]))
    }

    func alertSummary(_ row: Row) throws -> AlertSummary {
        let alert = try row.alert()
        var answer: Assessment?
        if let actor = try row.optionalText("answer_actor") {
            answer = Assessment(
                alert: alert.id, answer: try row.word("answer"), note: try row.text("answer_note"), actor: actor,
                at: try row.instant("answer_at"))
        }
        return AlertSummary(
            alert: alert, item: try ItemSummary(row, self), answer: answer, round: try row.integer("round"))
    }
}
