import GRDB
public import Model

extension Store {
    /// Citations and names of the matters about which anybody was asked, whether or not it was answered, and of their
    /// later steps: an appeal has a number of its own.
    ///
    /// - Returns: The matters, each once.
    /// - Throws: `StoreProblem`.
    public func askedMatters() throws -> [String] {
        try read { db in
            try db.map(
                """
                WITH RECURSIVE asked(id) AS (
                    SELECT development FROM alert
                    UNION SELECT development.id FROM development JOIN asked ON development.previous = asked.id)
                SELECT DISTINCT matter FROM matter WHERE development IN (SELECT id FROM asked) ORDER BY matter
                """
            ) { try $0.text("matter") }
        }
    }

    /// The steps before some developments in their matters.
    ///
    /// - Parameter developments: The developments.
    /// - Returns: For each that has any, those before it, the nearest first.
    /// - Throws: `StoreProblem`.
    public func earlierSteps(
        of developments: [RowID<Development>]
    ) throws -> [RowID<Development>: [RowID<Development>]] {
        try read { db in
            let steps = try db.map(
                """
                WITH RECURSIVE step(origin, id, depth) AS (
                    SELECT id, previous, 1 FROM development
                    WHERE id IN (SELECT value FROM json_each(?)) AND previous IS NOT NULL
                    UNION SELECT origin, previous, depth + 1 FROM step JOIN development USING (id)
                    WHERE previous IS NOT NULL)
                SELECT origin, id FROM step ORDER BY origin, depth
                """, [SQLList(developments)]
            ) { (try $0.row("origin") as RowID<Development>, try $0.row("id") as RowID<Development>) }
            return Dictionary(grouping: steps, by: \.0).mapValues { $0.map(\.1) }
        }
    }

    /// The steps of the matters of some alerts that came after what these ask about, and that the same policy or tool
    /// was not asked about by an alert of their own.
    ///
    /// - Parameter alerts: The alerts.
    /// - Returns: For each that has any, the later steps, the oldest first.
    /// - Throws: `StoreProblem`.
    public func laterSteps(of alerts: [RowID<Alert>]) throws -> [RowID<Alert>: [RowID<Development>]] {
        guard !alerts.isEmpty else { return [:] }
        return try read { db in
            let isOwn = """
                EXISTS (SELECT 1 FROM alert AS own WHERE own.development = development.id
                    AND own.subject_kind = alert.subject_kind AND own.subject = alert.subject)
                """
            let steps = try db.map(
                """
                WITH RECURSIVE step(alert, id) AS (
                    SELECT alert.id, development.id FROM alert JOIN development ON previous = alert.development
                    WHERE alert.id IN (SELECT value FROM json_each(?)) AND NOT \(isOwn)
                    UNION SELECT alert.id, development.id FROM step JOIN development ON previous = step.id
                        JOIN alert ON alert.id = step.alert WHERE NOT \(isOwn))
                SELECT alert, id FROM step ORDER BY alert, id
                """, [SQLList(alerts)]
            ) { (try $0.row("alert") as RowID<Alert>, try $0.row("id") as RowID<Development>) }
            return Dictionary(grouping: steps, by: \.0).mapValues { $0.map(\.1) }
        }
    }
}
