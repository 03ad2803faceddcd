import Digests
import Model
import Store

/// Tells what was read until now, and what was not; most recipients' periods begin at the same moment.
final class CoverageTeller {
    /// Seconds from which on a source that can be read again is named.
    private static let longOutage: Int64 = 86_400

    private let store: Store
    private let defined: [ID<Source>: Source]
    private let now: Instant
    /// The latest moment from which on sources are looked at: in less than the rhythm's time not all are due.
    private let latest: Instant
    private var told: [Instant: DigestCoverage] = [:]
    private lazy var rhythms = Result { try store.rhythms(withDates: true) }

    init(_ context: DigestContext) {
        store = context.store
        defined = Dictionary(context.sources.map { ($0.id, $0) }) { first, _ in first }
        now = context.now
        latest = now.adding(days: -context.settings.digest.every.days)
    }

    /// The coverage of a period that ends now, and at least of the rhythm's time.
    func coverage(from begin: Instant) throws -> DigestCoverage {
        let from = min(begin, latest)
        if let known = told[from] { return known }
        let coverage = try tell(from)
        told[from] = coverage
        return coverage
    }

    private func tell(_ from: Instant) throws -> DigestCoverage {
        let to = now.adding(seconds: 1)
        let all = try store.coverage(from: from, to: to)
        let rows = all.filter { defined[$0.source] != nil }
        let rhythms = try rhythms.get()
        let troubled = rows.compactMap { row in trouble(row, defined[row.source], rhythms[row.source]) }
        // An outage that lasts is told as the source's trouble; what a source missed that is defined no more, or goes by
        // another name now, is missed all the same.
        let gaps = try store.gaps().filter { $0.kind == .window || $0.to != nil || defined[$0.source] == nil }
        let left = try store.removedSources()
        let listed = Set(gaps.map(\.id))
        let outages = try store.gaps(from: from, to: to).filter { !listed.contains($0.id) }.compactMap(outage)
        return DigestCoverage(
            sources: defined.count, read: rows.count { $0.successes > 0 },
            items: rows.reduce(0) { $0 + $1.newItems }, troubled: troubled + outages,
            gaps: gaps.map { gap in
                ReportedGap(
                    title: defined[gap.source]?.title ?? left[gap.source]?.title ?? gap.source.rawValue,
                    from: gap.from, to: gap.to ?? left[gap.source]?.removed, kind: gap.kind)
            },
            removed: all.filter { $0.removed.map { $0 >= from && $0 < to } ?? false }.map(\.title),
            added: try store.sourcesAdded(from: from, to: to).compactMap { defined[$0]?.title })
    }

    /// An outage of the period that is over, and that nobody acknowledged.
    private func outage(_ gap: CoverageGap) -> TroubledSource? {
        guard gap.kind == .outage, gap.acknowledged == nil, let end = gap.to,
            end.seconds(since: gap.from) >= Self.longOutage, let source = defined[gap.source]
        else { return nil }
        let failure = gap.failure
        return TroubledSource(
            id: source.id.rawValue, title: source.title, trouble: .interrupted, since: gap.from, until: end,
            cause: failure?.cause, detail: failure?.detail ?? gap.detail)
    }

    private func trouble(_ row: SourceCoverage, _ source: Source?, _ rhythm: SourceRhythm?) -> TroubledSource? {
        func told(_ trouble: TroubledSource.Trouble, since: Instant?, _ detail: String = "") -> TroubledSource {
            TroubledSource(
                id: row.source.rawValue, title: source?.title ?? row.title, trouble: trouble, since: since,
                cause: row.failure?.cause, detail: detail.isEmpty ? row.failure?.detail ?? "" : detail,
                handChecked: row.handChecked, alternative: source?.alternative)
        }
        if row.isChallenged { return told(.challenged, since: row.failingSince) }
        if row.isNeverRead { return told(.neverRead, since: row.failingSince) }
        if row.failingSince != nil { return told(.failing, since: row.failingSince) }
        if row.successes == 0 {
            return told(.notAsked, since: row.lastSuccessBefore)
        }
        if let rhythm, rhythm.isEmpty { return told(.empty, since: rhythm.lastHeld) }
        if let silence = rhythm.flatMap({ Silence.abnormal($0, now: now) }) {
            var source = told(.silent, since: silence.since, silence.figures)
            source.silence = SilenceFigures(
                days: silence.days, longestBefore: silence.longestBefore, daysBefore: silence.daysBefore)
            return source
        }
        return nil
    }
}

extension CoverageGap {
    /// Why an outage began, as its detail says it.
    fileprivate var failure: FetchFailure? {
        let said = detail.hasPrefix(Self.neverRead) ? detail.dropFirst(Self.neverRead.count) : detail[...]
        let parts = said.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let cause = FetchFailure.Cause(rawValue: String(parts[0])) else { return nil }
        return FetchFailure(cause, String(parts[1].drop { $0 == " " }))
    }
}
