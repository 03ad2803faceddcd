import GRDB
public import Model

extension Store {
    /// Gives the alerts of a query line by line: much cheaper than whole alerts, whose reasons are long.
    ///
    /// - Parameters:
    ///   - query: Which alerts are wanted.
    ///   - body: Takes a line.
    /// - Throws: `StoreProblem`, or what the body throws.
    public func forEachAlertLine(_ query: AlertQuery, _ body: (AlertLine) throws -> Void) throws {
        try read { db in
            let rows = try db.rows(of: query, lineColumns)
            while let row = try rows.next() {
                try body(
                    AlertLine(
                        id: row.row("id"), due: row.day("due"), subject: row.text("subject"),
                        title: row.text("title"), law: row.optionalText("law") ?? "",
                        rank: row.integer("rank_total"),
                        answer: row.optionalText("answer") == nil ? nil : row.word("answer")))
            }
        }
    }
}

private let lineColumns = """
    SELECT alert.id, alert.due, alert.subject, alert.rank_total, item.title,
        (SELECT group_concat(jurisdiction, ' ') FROM (
            SELECT jurisdiction FROM jurisdiction WHERE jurisdiction.item = item.id ORDER BY position)) AS law,
        CASE WHEN alert.state = 'assessed' THEN
            (SELECT answer FROM assessment WHERE assessment.alert = alert.id ORDER BY id DESC LIMIT 1) END AS answer
    FROM alert JOIN development ON development.id = alert.development JOIN item ON item.id = development.lead
    """
