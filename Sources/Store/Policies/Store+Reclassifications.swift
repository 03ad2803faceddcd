import GRDB
public import Model

/// That a person gave a tool another class.
public struct Reclassification: Sendable, Equatable {
    /// The tool.
    public var tool: ID<AITool>
    /// Its class until then.
    public var before: AITool.RiskClass
    /// Its class from then on.
    public var after: AITool.RiskClass
    /// The alert, item or address that gave cause; nil where there was none.
    public var because: String?
    /// The note.
    public var note: String
    /// Who said so.
    public var actor: String
    /// When.
    public var at: Instant

    /// A reclassification from its parts.
    public init(
        tool: ID<AITool>, before: AITool.RiskClass, after: AITool.RiskClass, because: String? = nil,
        note: String = "", actor: String, at: Instant
    ) {
        self.tool = tool
        self.before = before
        self.after = after
        self.because = because
        self.note = note
        self.actor = actor
        self.at = at
    }
}

/// That a tool's class changed, by a person's word or in the register's file.
public enum ToolClassChange: Sendable, Equatable {
    /// A person gave the tool another class.
    case person(ID<AITool>, AITool.RiskClass)
    /// The file gave it another class, or lost it: from then on what the file says counts.
    case file(ID<AITool>)
}

extension Store {
    /// How the classes of tools changed, by persons and in the register's file, in the order of the audit log.
    ///
    /// - Returns: The changes, under the names of then.
    /// - Throws: `StoreProblem`.
    public func toolClassChanges() throws -> [ToolClassChange] {
        try read { db in
            // A range, as LIKE would not use the index.
            try db.map(
                """
                SELECT action, substr(subject, 6) AS tool, json_extract(detail, '$.after') AS after FROM audit
                WHERE subject >= 'tool ' AND subject < 'tool!' AND (action = 'reclassify'
                    OR action = 'register' AND json_extract(detail, '$.what') IN ('class', 'removed'))
                ORDER BY number
                """
            ) { row in
                let tool: ID<AITool> = try row.name("tool")
                return try row.text("action") == "register" ? .file(tool) : .person(tool, try row.word("after"))
            }
        }
    }

    /// Records that a person gave a tool another class.
    ///
    /// - Parameter change: What changed; the same class before and after is refused by the schema.
    /// - Throws: `StoreProblem`.
    public func reclassify(_ change: Reclassification) throws {
        try write { db in
            let id = try db.insert(
                """
                INSERT INTO reclassification (tool, before, after, because, note, actor, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    change.tool, change.before.rawValue, change.after.rawValue, change.because, change.note,
                    change.actor, change.at,
                ])
            try db.audit(
                "reclassify", "tool \(change.tool)", by: change.actor, at: change.at,
                [
                    "before": .string(change.before.rawValue), "after": .string(change.after.rawValue),
                    "because": .optional(change.because), "note": .string(change.note),
                ], rows: [GuardedRow(.reclassification, id)])
        }
    }

    /// How the classes of tools changed, the first change first.
    ///
    /// - Parameter tool: The tool; all tools where nil.
    /// - Returns: The changes.
    /// - Throws: `StoreProblem`.
    public func reclassifications(of tool: ID<AITool>? = nil) throws -> [Reclassification] {
        try read { db in
            try db.map("SELECT * FROM reclassification WHERE ?1 IS NULL OR tool = ?1 ORDER BY id", [tool]) {
                Reclassification(
                    tool: try $0.name("tool"), before: try $0.word("before"), after: try $0.word("after"),
                    because: try $0.optionalText("because"), note: try $0.text("note"), actor: try $0.text("actor"),
                    at: try $0.instant("at"))
            }
        }
    }
}
