import GRDB
import Model

extension Database {
    /// Records a gap. An outage that lasts already stays as it is; a window that moved on once more before anybody
    /// acknowledged the last time makes that gap longer, so that one answer is enough.
    func open(_ gap: GapFound, of source: ID<Source>) throws {
        if gap.kind == .outage, gap.to == nil {
            let lasting = "SELECT count(*) FROM gap WHERE source = ? AND kind = 'outage' AND ended IS NULL"
            guard try count(lasting, [source]) == 0 else { return }
        }
        if gap.kind == .window, gap.filled == nil, try lengthen(gap, of: source) { return }
        let row = try insert(
            "INSERT INTO gap (source, kind, began, ended, filled, detail) VALUES (?, ?, ?, ?, ?, ?)",
            [source, gap.kind.rawValue, gap.from, gap.to.map { max($0, gap.from) }, gap.filled, gap.detail])
        try audit(
            "gap", "source \(source)", by: watchActor, at: gap.to ?? gap.from,
            ["kind": .string(gap.kind.rawValue), "detail": .string(gap.detail), "gap": .number(row)],
            rows: [GuardedRow(.gap, row)])
    }

    /// Makes the open gap of a source's window longer; false where there is none.
    private func lengthen(_ gap: GapFound, of source: ID<Source>) throws -> Bool {
        let open = try first(
            "SELECT id FROM gap WHERE source = ? AND kind = 'window' AND filled IS NULL AND acknowledged IS NULL",
            [source])
        guard let row: RowID<CoverageGap> = try open?.row("id") else { return false }
        let detail = "\(gap.detail); not for the first time"
        try run(
            "UPDATE gap SET ended = max(ended, coalesce(?, ended)), detail = ? WHERE id = ?", [gap.to, detail, row])
        try audit(
            "gap-longer", "gap \(row)", by: watchActor, at: gap.to ?? gap.from, ["detail": .string(detail)],
            rows: [GuardedRow(.gap, row.rawValue)])
        return true
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
