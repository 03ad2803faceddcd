import GRDB
import Model

extension Database {
    /// Records a gap; an outage that lasts already stays as it is.
    func open(_ gap: GapFound, of source: ID<Source>) throws {
        if gap.kind == .outage, gap.to == nil {
            let lasting = "SELECT count(*) FROM gap WHERE source = ? AND kind = 'outage' AND ended IS NULL"
            guard try count(lasting, [source]) == 0 else { return }
        }
        let row = try insert(
            "INSERT INTO gap (source, kind, began, ended, filled, detail) VALUES (?, ?, ?, ?, ?, ?)",
            [source, gap.kind.rawValue, gap.from, gap.to.map { max($0, gap.from) }, gap.filled, gap.detail])
        try audit(
            "gap", "source \(source)", by: watchActor, at: gap.to ?? gap.from,
            ["kind": .string(gap.kind.rawValue), "detail": .string(gap.detail), "gap": .number(row)],
            rows: [GuardedRow(.gap, row)])
    }

    /// Records that a gap is over.
    func close(_ end: GapClosed) throws {
        try run(
            """
            UPDATE gap SET ended = coalesce(ended, max(?, began)), filled = CASE WHEN ? THEN coalesce(filled, ?)
                ELSE filled END WHERE id = ?
            """,
            [end.at, end.isFilled, end.at, end.gap])
        try audit(
            end.isFilled ? "gap-filled" : "gap-ended", "gap \(end.gap)", by: watchActor, at: end.at,
            rows: [GuardedRow(.gap, end.gap.rawValue)])
    }
}
