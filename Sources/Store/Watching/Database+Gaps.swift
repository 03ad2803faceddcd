import GRDB
import Model

extension Database {
    /// Records a gap. An outage that lasts already stays as it is; a window that moved on once more before anybody
    /// acknowledged the last time makes that gap longer, so that one answer is enough.
    func open(_ gap: GapFound, of source: ID<Source>, at: Instant) throws {
        if gap.kind == .outage, gap.to == nil {
            let lasting = "SELECT count(*) FROM gap WHERE source = ? AND kind = 'outage' AND ended IS NULL"
            guard try count(lasting, [source]) == 0 else { return }
        }
        if gap.kind == .window, gap.filled == nil, try lengthen(gap, of: source, at: at) { return }
        let row = try insert(
            """
            INSERT INTO gap (id, source, kind, began, ended, filled, detail, tries, next_try)
            VALUES (\(Numbered.gap.next), ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                source, gap.kind.rawValue, gap.from, gap.to.map { max($0, gap.from) }, gap.filled, gap.detail,
                gap.kind == .window ? 1 : 0, gap.nextTry,
            ])
        try audit(
            "gap", "source \(source)", by: watchActor, at: at,
            [
                "kind": .string(gap.kind.rawValue), "detail": .string(gap.detail), "gap": .number(row),
                "from": .string(gap.from.description),
            ],
            rows: [GuardedRow(.gap, row)])
    }

    /// Makes the open gap of a source's window longer; false where there is none.
    private func lengthen(_ gap: GapFound, of source: ID<Source>, at: Instant) throws -> Bool {
        let open = try first(
            "SELECT id FROM gap WHERE source = ? AND kind = 'window' AND filled IS NULL AND acknowledged IS NULL",
            [source])
        guard let row: RowID<CoverageGap> = try open?.row("id") else { return false }
        let detail = "\(gap.detail); not for the first time"
        try run(
            "UPDATE gap SET ended = max(ended, coalesce(?, ended)), detail = ?, tries = 1, next_try = ? WHERE id = ?",
            [gap.to, detail, gap.nextTry, row])
        try audit(
            "gap-longer", "gap \(row)", by: watchActor, at: at, ["detail": .string(detail)],
            rows: [GuardedRow(.gap, row.rawValue)])
        return true
    }

    /// Records that a gap is over. A window that is filled after all fills the outages within it, too.
    func close(_ end: GapClosed) throws {
        try run(
            """
            UPDATE gap SET ended = coalesce(ended, max(?, began)), filled = CASE WHEN ? THEN coalesce(filled, ?)
                ELSE filled END, detail = coalesce(?, detail), tries = tries + (kind = 'window'), next_try = NULL
            WHERE id = ?
            """,
            [end.at, end.isFilled, end.at, end.detail, end.gap])
        try audit(
            end.isFilled ? "gap-filled" : "gap-ended", "gap \(end.gap)", by: watchActor, at: end.at,
            rows: [GuardedRow(.gap, end.gap.rawValue)])
        guard end.isFilled else { return }
        for outage in try outages(within: end.gap, "TRUE") {
            try close(GapClosed(outage, at: end.at, isFilled: true))
        }
    }

    /// The outages that ended unfilled within a window that moved on, as far as a condition holds.
    func outages(within gap: RowID<CoverageGap>, _ condition: String) throws -> [RowID<CoverageGap>] {
        try map(
            """
            SELECT outage.id FROM gap AS outage JOIN gap AS whole ON whole.id = ? AND whole.source = outage.source
            WHERE whole.kind = 'window' AND outage.kind = 'outage' AND outage.filled IS NULL
                AND outage.began >= whole.began AND outage.ended <= whole.ended AND \(condition)
            """, [gap]
        ) { try $0.row("id") }
    }

    /// Has the gaps of a source tried again, as if for the first time: it is read otherwise than before, such as from
    /// older pages whose address was not known.
    func tryGapsAgain(of source: ID<Source>, at: Instant) throws {
        let open = "source = ? AND kind = 'window' AND filled IS NULL AND acknowledged IS NULL"
        let gaps: [Int64] = try map("SELECT id FROM gap WHERE \(open) ORDER BY id", [source]) { try $0.value("id") }
        guard !gaps.isEmpty else { return }
        try run("UPDATE gap SET tries = 0, next_try = ? WHERE \(open)", [at, source])
        try audit(
            "gap-due", "source \(source)", by: watchActor, at: at,
            ["detail": .string("the source is read otherwise than before")], rows: gaps.map { GuardedRow(.gap, $0) })
    }

    /// Records that a gap could not be filled this time either.
    func note(_ gap: GapTried) throws {
        try run(
            "UPDATE gap SET tries = tries + 1, next_try = ?, detail = ? WHERE id = ? AND acknowledged IS NULL",
            [gap.nextTry, gap.detail, gap.gap])
        try audit(
            "gap-tried", "gap \(gap.gap)", by: watchActor, at: gap.at, ["detail": .string(gap.detail)],
            rows: [GuardedRow(.gap, gap.gap.rawValue)])
    }
}
