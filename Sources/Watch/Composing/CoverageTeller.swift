import Digests
import Model
import Store

/// Tells what was read in a period, and what was not.
struct CoverageTeller {
    let store: Store
    let sources: [Source]

    /// The coverage of a period.
    func coverage(from: Instant, to: Instant) throws -> DigestCoverage {
        let defined = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
        let all = try store.coverage(from: from, to: to.adding(seconds: 1))
        let rows = all.filter { defined[$0.source] != nil }
        let rhythms = try store.rhythms(withDates: true)
        let troubled = rows.compactMap { row in
            trouble(row, defined[row.source], rhythms[row.source], now: to)
        }
        let gaps = try store.gaps().filter { $0.kind == .window && defined[$0.source] != nil }
        return DigestCoverage(
            sources: defined.count, read: rows.count { $0.successes > 0 },
            items: rows.reduce(0) { $0 + $1.newItems }, troubled: troubled,
            gaps: gaps.map { gap in
                ReportedGap(
                    title: defined[gap.source]?.title ?? gap.source.rawValue, from: gap.from, to: gap.to, kind: gap.kind
                )
            },
            removed: all.filter { $0.removed.map { $0 >= from && $0 <= to } ?? false }.map(\.title))
    }

    private func trouble(
        _ row: SourceCoverage, _ source: Source?, _ rhythm: SourceRhythm?, now: Instant
    ) -> TroubledSource? {
        func told(_ trouble: TroubledSource.Trouble, since: Instant?, _ detail: String = "") -> TroubledSource {
            TroubledSource(
                id: row.source.rawValue, title: source?.title ?? row.title, trouble: trouble, since: since,
                cause: row.failure?.cause, detail: detail.isEmpty ? row.failure?.detail ?? "" : detail,
                handChecked: row.handChecked, alternative: source?.alternative)
        }
        if row.isChallenged { return told(.challenged, since: row.failingSince) }
        if row.isNeverRead { return told(.neverRead, since: nil) }
        if row.failingSince != nil { return told(.failing, since: row.failingSince) }
        if row.successes == 0 {
            return told(.failing, since: row.lastSuccessBefore, "no attempt was made in this period")
        }
        if let silence = rhythm.flatMap({ Silence.abnormal($0, now: now) }) {
            return told(.silent, since: silence.since, silence.figures)
        }
        return nil
    }
}
