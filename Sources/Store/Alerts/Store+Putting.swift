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
            let puttings = try db.puttings(from: from, until: until).filter { $0.at >= from }
            let alerts = SQLList(Set(puttings.map(\.alert)))
            let summaries = Dictionary(
                try db.map("\(alertColumns) WHERE alert.id IN (SELECT value FROM json_each(?))", [alerts]) {
                    try db.alertSummary($0)
                }.map { ($0.alert.id, $0) }
            ) { first, _ in first }
            let answers = Dictionary(
                try db.map(
                    """
                    SELECT * FROM assessment WHERE alert IN (SELECT value FROM json_each(?)) AND at < ? ORDER BY id
                    """, [alerts, until]
                ) { (Putting.Round(alert: try $0.row("alert"), number: try $0.integer("round")), try $0.assessment()) }
            ) { $1 }
            return puttings.reversed().compactMap { put in
                summaries[put.alert].map {
                    PutQuestion(alert: $0, at: put.at, owner: put.owner, due: put.due, answer: answers[put.round])
                }
            }
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

    var alert: RowID<Alert> { round.alert }
}

extension Database {
    /// All puttings before a moment of the questions that were put in a period, in the order of the log: those before
    /// the period tell which round it was.
    fileprivate func puttings(from: Instant, until: Instant) throws -> [Putting] {
        var puttings: [Putting] = []
        var last: [RowID<Alert>: Int] = [:]
        let lines = try Row.fetchCursor(statement(puttingLines, [from, until]))
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
                        at: try line.instant("at"), owner: owner, due: try line.day("due")))
            case "extend":
                guard let index = last[alert] else { continue }
                puttings[index].due = min(puttings[index].due, try line.day("due"))
            default:
                guard let index = last[alert] else { continue }
                puttings[index].owner = try line.name("after")
            }
        }
        return puttings
    }
}

private let puttingLines = """
    SELECT action, at, CAST(substr(subject, 7) AS INTEGER) AS alert, json_extract(detail, '$.due') AS due,
        json_extract(detail, '$.owner') AS owner, json_extract(detail, '$.after') AS after
    FROM audit
    WHERE subject IN (
            SELECT subject FROM audit
            WHERE action IN ('raise', 'reopen') AND subject LIKE 'alert %' AND at >= ?1 AND at < ?2)
        AND action IN ('raise', 'reopen', 'extend', 'delegate', 'escalate', 'reassign', 'orphan') AND at < ?2
    ORDER BY number
    """
