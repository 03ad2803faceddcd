import Model
import Store
import Transport

/// Gaps are filled from older pages: archives (RFC 5005), further pages, or the source's own backfill.
extension Angler {
    /// The most pages that are read to fill one gap.
    static let mostPages = 20
    /// The most entries that are held to fill one gap.
    private static let mostEntries = 20_000
    /// How often one gap is tried, with growing distance: some five days.
    private static let mostTries = 10

    /// How one more try to fill a gap ended.
    enum Refill {
        case filled(GapClosed)
        case open(GapTried)
    }

    /// Fills a gap as it is found: reads older pages until an entry is known.
    func fill(
        _ haul: inout Haul, _ document: Document, _ visit: inout Visit, _ prospect: Prospect
    ) async throws -> GapFound {
        let (pinned, edited) = (haul.decisions.pinned, haul.decisions.edited)
        let trail = try await readOlder(&haul, document, &visit, prospect) { !$0.isGap }
        let isFilled = !haul.isGap && trail.failure == nil
        let place =
            (pinned == 0 ? "" : " beside \(pinned) pinned") + (edited == 0 ? "" : " beside \(edited) edited since")
        let next = nextTry(after: trail, tries: 1, at: visit.at, prospect.source)
        let outcome =
            isFilled
            ? "; \(trail.pages.counted("older page", "older pages")) filled the gap"
            : ", so that some may have come and gone unseen\(trail.trouble(next))"
        return GapFound(
            .window, from: prospect.state.lastSuccess ?? visit.at, to: visit.at, filled: isFilled ? visit.at : nil,
            detail: "none of the \(document.entries.count - pinned - edited) entries\(place) was known\(outcome)",
            nextTry: next)
    }

    /// Tries once more to fill a gap: reads older pages until one holds an entry that was seen before the gap.
    func fill(
        _ gap: CoverageGap, _ haul: inout Haul, _ document: Document, _ visit: inout Visit, _ prospect: Prospect
    ) async throws -> Refill {
        let isFilled = { (haul: Haul) in haul.decisions.reach.map { $0 <= gap.from } ?? false }
        let trail = try await readOlder(&haul, document, &visit, prospect, until: isFilled)
        let tries = gap.tries + 1
        if isFilled(haul), trail.failure == nil {
            let detail = "at try \(tries), \(trail.pages.counted("older page", "older pages")) filled the gap"
            return .filled(GapClosed(gap.id, at: visit.at, isFilled: true, detail: detail))
        }
        let next = nextTry(after: trail, tries: tries, at: visit.at, prospect.source)
        let detail = "some entries may have come and gone unseen, after \(tries) tries\(trail.trouble(next))"
        return .open(GapTried(gap.id, at: visit.at, nextTry: next, detail: detail))
    }

    /// How the outage of a source ends that had never been read: nothing is known that its entries could meet. Their
    /// dates show that none was missed, or that it lasted no longer than between two fetches.
    func firstReading(
        _ document: Document, at now: Instant, ends outage: CoverageGap, of source: Source
    ) -> GapClosed {
        let isShort = now.seconds(since: outage.from) <= Int64(cadence.of(source).interval(nil))
        let isFilled = isShort || document.reaches(back: outage.from)
        let detail = "read for the first time: what it holds does not show what came and went before"
        return GapClosed(outage.id, at: now, isFilled: isFilled, detail: isFilled ? nil : detail)
    }

    /// Where reading older pages led.
    private struct Trail {
        var pages = 0
        /// Why a page could not be read; nil where there were no more, or enough.
        var failure: FetchFailure?

        func trouble(_ next: Instant?) -> String {
            guard let failure else { return "" }
            let hope = next == nil ? "is given up" : "will be tried again"
            return "; older page \(pages) could not be read and \(hope) (\(failure))"
        }
    }

    private func readOlder(
        _ haul: inout Haul, _ document: Document, _ visit: inout Visit, _ prospect: Prospect,
        until isEnough: (Haul) -> Bool
    ) async throws -> Trail {
        let source = prospect.source
        var trail = Trail()
        var older = document.older
        while !isEnough(haul), trail.pages < Self.mostPages, haul.entries.count < Self.mostEntries {
            let backfill = source.backfill?.replacing("{page}", with: String(trail.pages + 2))
            guard let address = older ?? backfill else { break }
            trail.pages += 1
            let next = await reader.visit(source, at: address, validators: nil, pass: visit.pass)
            visit.pass = next.pass ?? visit.pass
            trail.failure = next.failure
            guard case .document(let page) = next.outcome, !page.entries.isEmpty else { break }
            let before = haul.entries.count
            haul = try await sort(
                Identities.merged(haul.entries, page.entries), current: document.entries.count, prospect,
                without: haul.passing)
            if page.isTruncated {
                trail.failure = FetchFailure(.interrupted, "it could not be read to its end")
                break
            }
            // A server that ignores the page's number sends the same entries for ever.
            if !isEnough(haul), haul.entries.count == before { break }
            older = page.older
        }
        return trail
    }

    /// A page that could not be read may be the next time; pages that ended will not grow.
    private func nextTry(after trail: Trail, tries: Int, at: Instant, _ source: Source) -> Instant? {
        guard let failure = trail.failure, tries < Self.mostTries else { return nil }
        var generator = SystemRandomNumberGenerator()
        return cadence.of(source).retry(
            after: at, failures: tries, retryAfter: failure.retryAfter, using: &generator)
    }
}
