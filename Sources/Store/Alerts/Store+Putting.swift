import GRDB
public import Model

/// A question as it was put in a period, and what came of it by the period's end.
public struct PutQuestion: Sendable, Equatable {
    /// The alert as it stands now.
    public var alert: AlertSummary
    /// When it was put, or put again.
    public var at: Instant
    /// Who was asked last.
    public var owner: ID<Owner>
    /// The day by which an answer was suggested.
    public var due: Day
    /// The last answer to this putting; nil where there was none.
    public var answer: Assessment?
    /// Which time it was, from 1.
    public var round: Int
    /// What the policy, the tool or the matter was called then.
    public var subject: String
    /// What the development was called then.
    public var title: String
    /// Why it was asked then, each reason in a clause.
    public var reasons: [String]
}

extension Store {
    /// The questions that were put in a period, one line each time that they were, as they stood when it ended.
    ///
    /// What happened after the period changes nothing: the audit log tells when each was put, and whom it was passed on
    /// to.
    ///
    /// - Parameters:
    ///   - from: Put at this moment or later.
    ///   - until: Put, passed on and answered before this moment.
    /// - Returns: The questions, those that were put last first.
    /// - Throws: `StoreProblem`.
    public func questionsPut(from: Instant, until: Instant) throws -> [PutQuestion] {
        try read { db in
            let puttings = try db.puttings(putWithin, [from, until]).filter { $0.at >= from }
            return try db.questions(puttings, until: until)
        }
    }

    /// Each time that questions were put and answered, in the words of then.
    ///
    /// - Parameter alerts: Of these; of all that were put more than once where nil.
    /// - Returns: The questions by alert, those that were put last first.
    /// - Throws: `StoreProblem`.
    public func answeredRounds(of alerts: [RowID<Alert>]? = nil) throws -> [RowID<Alert>: [PutQuestion]] {
        try read { db in
            let end = Instant(secondsSince1970: .max)
            let puttings = try db.puttings(putAgain, [alerts.map { SQLList($0) }, end])
            let answered = try db.questions(puttings, until: end).filter { $0.answer != nil }
            return Dictionary(grouping: answered, by: \.alert.alert.id)
        }
    }
}

/// One time that a question was put.
private struct Putting {
    struct Round: Hashable {
        let alert: RowID<Alert>
        let number: Int
    }

    let round: Round
    let at: Instant
    var owner: ID<Owner>
    var due: Day
    /// The words of then; nil in the log of an older lexwatch.
    var (subject, title, reasons): (String?, String?, [String]?)

    var alert: RowID<Alert> { round.alert }
}

extension Database {
    /// What was put, with the answers before a moment, those that were put last first.
    fileprivate func questions(_ puttings: [Putting], until: Instant) throws -> [PutQuestion] {
        let alerts = SQLList(Set(puttings.map(\.alert)))
        let summaries = Dictionary(
            try map("\(alertColumns) WHERE alert.id IN (SELECT value FROM json_each(?))", [alerts]) {
                try alertSummary($0)
            }.map { ($0.alert.id, $0) }
        ) { first, _ in first }
        let answers = Dictionary(
            try map(
                """
                SELECT * FROM assessment WHERE alert IN (SELECT value FROM json_each(?)) AND at < ? ORDER BY id
                """, [alerts, until]
            ) { (Putting.Round(alert: try $0.row("alert"), number: try $0.integer("round")), try $0.assessment()) }
        ) { $1 }
        return puttings.reversed().compactMap { put in
            summaries[put.alert].map { now in
                PutQuestion(
                    alert: now, at: put.at, owner: put.owner, due: put.due, answer: answers[put.round],
                    round: put.round.number, subject: put.subject ?? now.alert.subject.name,
                    title: put.title ?? now.item.title,
                    reasons: put.reasons ?? now.alert.reasons.map { $0.clause() })
            }
        }
    }

    /// All puttings before a moment of some questions, in the order of the log: those before a period tell which round
    /// it was.
    fileprivate func puttings(_ subjects: String, _ values: [any SQLValue]) throws -> [Putting] {
        var puttings: [Putting] = []
        var last: [RowID<Alert>: Int] = [:]
        let lines = try Row.fetchCursor(statement(puttingLines(subjects), values))
        while let line = try lines.next() {
            let alert: RowID<Alert> = try line.row("alert")
            let before = last[alert].map { puttings[$0] }
            switch try line.text("action") {
            case "raise", "reopen":
                guard let owner = try line.optionalText("owner").map(ID<Owner>.init) ?? before?.owner else { continue }
                last[alert] = puttings.count
                puttings.append(
                    Putting(
                        round: .init(alert: alert, number: (before?.round.number ?? 0) + 1),
                        at: try line.instant("at"), owner: owner, due: try line.day("due"),
                        subject: try line.optionalText("named"), title: try line.optionalText("title"),
                        reasons: try line.reasons()))
            case "extend":
                guard let index = last[alert] else { continue }
                puttings[index].due = min(puttings[index].due, try line.day("due"))
                puttings[index].title = try line.optionalText("title") ?? puttings[index].title
                puttings[index].reasons = try line.reasons() ?? puttings[index].reasons
            default:
                guard let index = last[alert] else { continue }
                puttings[index].owner = try line.name("after")
            }
        }
        return puttings
    }
}

extension Row {
    /// The reasons that a line of the log keeps; nil where it keeps none.
    fileprivate func reasons() throws -> [String]? {
        try optionalText("reasons") == nil ? nil : strings("reasons")
    }
}

/// The questions that were put between two moments, and those of a list.
private let (putWithin, putAgain) = (
    """
    SELECT subject FROM audit WHERE action IN ('raise', 'reopen') AND subject LIKE 'alert %' AND at >= ?1 AND at < ?2
    """,
    """
    SELECT 'alert ' || id FROM alert WHERE CASE WHEN ?1 IS NULL THEN round > 1
        ELSE id IN (SELECT value FROM json_each(?1)) END
    """
)

private func puttingLines(_ subjects: String) -> String {
    """
    SELECT action, at, CAST(substr(subject, 7) AS INTEGER) AS alert, json_extract(detail, '$.due') AS due,
        json_extract(detail, '$.owner') AS owner, json_extract(detail, '$.after') AS after,
        coalesce(json_extract(detail, '$.policy'), json_extract(detail, '$.tool'), json_extract(detail, '$.matter'))
            AS named, json_extract(detail, '$.title') AS title, json_extract(detail, '$.reasons') AS reasons
    FROM audit
    WHERE subject IN (\(subjects))
        AND action IN ('raise', 'reopen', 'extend', 'delegate', 'escalate', 'reassign', 'orphan') AND at < ?2
    ORDER BY number
    """
}
