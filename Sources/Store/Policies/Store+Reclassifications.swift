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

extension Store {
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
