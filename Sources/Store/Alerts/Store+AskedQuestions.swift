import GRDB
public import Model

/// A question that was put, and what was known of its development when it was answered; while it is open, when it was put.
public struct AskedQuestion: Sendable, Equatable {
    /// The question.
    public var alert: RowID<Alert>
    /// The development that it asks about.
    public var development: RowID<Development>
    /// The policy or the tool.
    public var subject: Alert.Subject
    /// Whether it was answered.
    public var isAnswered: Bool
    /// What was known.
    public var until: KnownUntil
}

/// Up to where the items of a development, and of the steps after it, were known when it was answered or asked about.
///
/// Numbers rather than moments: a run stores with its own moment, which can be before an answer that came meanwhile.
public struct KnownUntil: Sendable, Hashable {
    /// The newest item.
    public var item: RowID<Item>
    /// The newest edit of any item.
    public var edit: Int64

    /// Both limits.
    public init(item: RowID<Item>, edit: Int64) {
        self.item = item
        self.edit = edit
    }
}

extension Store {
    /// The questions that were put about developments and are answered or open.
    ///
    /// - Parameter developments: The developments.
    /// - Returns: The questions, in order of their numbers.
    /// - Throws: `StoreProblem`.
    public func askedQuestions(about developments: [RowID<Development>]) throws -> [AskedQuestion] {
        try read { db in
            // Many were put at one moment.
            var moments: [Instant: KnownUntil] = [:]
            return try db.map(
                """
                SELECT alert.id, alert.development, subject_kind, subject, state, coalesce(reopened, raised) AS put,
                    assessment.latest, assessment.edits
                FROM alert LEFT JOIN assessment ON state = 'assessed'
                    AND assessment.id = (SELECT max(id) FROM assessment WHERE assessment.alert = alert.id)
                WHERE alert.development IN (SELECT value FROM json_each(?)) AND (state = 'open' OR latest IS NOT NULL)
                ORDER BY alert.id
                """, [SQLList(developments)]
            ) { row in
                let isAnswered = try row.text("state") == "assessed"
                let until: KnownUntil
                if isAnswered {
                    until = KnownUntil(item: try row.row("latest"), edit: try row.value("edits"))
                } else {
                    let put = try row.instant("put")
                    until = try moments[put] ?? db.knownUntil(put)
                    moments[put] = until
                }
                return AskedQuestion(
                    alert: try row.row("id"), development: try row.row("development"), subject: try row.subject(),
                    isAnswered: isAnswered, until: until)
            }
        }
    }
}

extension Database {
    /// Up to where items and their edits were known at a moment.
    fileprivate func knownUntil(_ moment: Instant) throws -> KnownUntil {
        KnownUntil(
            item: RowID(Int64(try count("SELECT coalesce(max(id), 0) FROM item WHERE first_seen <= ?", [moment]))),
            edit: Int64(try count("SELECT coalesce(max(id), 0) FROM former_finding WHERE replaced <= ?", [moment])))
    }
}
