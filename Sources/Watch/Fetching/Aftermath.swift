import Model
import Store
import Transport

extension SourceState {
    /// What is remembered after an attempt that saw what the source holds.
    ///
    /// - Parameters:
    ///   - visit: The attempt.
    ///   - prospect: The source, and what was known of it.
    ///   - rhythm: The source's rhythm as it is known now.
    ///   - declared: Where the document says that it has moved to; it counts where no redirect says so.
    ///   - cadence: How often sources are asked.
    mutating func succeeded(
        _ visit: Visit, _ prospect: Prospect, rhythm: Cadence.Rhythm?, declared: String?, _ cadence: Cadence
    ) {
        validators = visit.answer.validators
        failures = 0
        failingSince = nil
        lastSuccess = visit.at
        retired = nil
        nextDue = cadence.of(prospect.source).next(
            after: visit.at, rhythm: rhythm, wish: wish, freshUntil: visit.answer.freshUntil,
            jitter: Double.random(in: 0...1))
        moved(to: visit.answer.movedTo ?? declared, at: visit.at)
    }

    /// Notes where the source has moved to for good; the moment is kept as long as it is the same place.
    private mutating func moved(to target: String?, at: Instant) {
        guard movedTo != target else { return }
        movedTo = target
        movedSince = at
    }

    /// What is remembered after an attempt that did not; validators stay, since nothing newer was stored.
    mutating func failed(_ failure: FetchFailure, at: Instant, _ prospect: Prospect, _ cadence: Cadence) {
        failures += 1
        failingSince = failingSince ?? at
        var generator = SystemRandomNumberGenerator()
        nextDue = cadence.of(prospect.source).retry(
            after: at, failures: failures, retryAfter: failure.retryAfter, using: &generator)
        if failure.cause == .gone { retired = retired ?? at }
    }
}

extension Catch {
    /// An attempt that did not see what the source holds.
    init(_ failure: FetchFailure, _ outcome: Fetch.Outcome, _ visit: Visit, _ prospect: Prospect, _ cadence: Cadence) {
        var state = prospect.state
        // Of a source that was left alone with its whole host nobody knows whether it fails.
        if failure.cause == .rateLimited, visit.answer.status == nil {
            state.nextDue = failure.retryAfter ?? state.nextDue
        } else {
            state.failed(failure, at: visit.at, prospect, cadence)
        }
        let outage = GapFound(
            .outage, from: state.lastSuccess ?? state.failingSince ?? visit.at, detail: prospect.outageDetail(failure))
        self.init(
            source: prospect.source,
            record: FetchRecord(
                fetch: Fetch(visit, prospect.source, outcome), state: state, gapsOpened: [outage]))
    }

    /// The same attempt, when what it brought could not be stored: what was known of the source before still holds. It is
    /// asked again soon where nothing could be stored at all, which is no fault of the source's.
    func unstored(_ error: any Error, _ prospect: Prospect, _ cadence: Cadence) -> Catch {
        guard record.fetch.outcome.failure == nil else { return self }
        let why = (error as? any Problem)?.what ?? "\(error)"
        let failure = FetchFailure(.notStored, "what was read could not be stored: \(why)")
        let at = record.fetch.at
        var state = prospect.state
        state.failed(failure, at: at, prospect, cadence)
        if (error as? StoreProblem)?.isOfAll == true { state.nextDue = at.adding(seconds: Int64(cadence.shortest)) }
        var fetch = record.fetch
        (fetch.outcome, fetch.warnings) = (.failed(failure), [])
        let outage = GapFound(
            .outage, from: state.lastSuccess ?? state.failingSince ?? at, detail: prospect.outageDetail(failure))
        return Catch(source: source, record: FetchRecord(fetch: fetch, state: state, gapsOpened: [outage]))
    }

    /// The same attempt, when the operator's own network was to blame: no source's record suffers.
    func blamingOwnNetwork(_ prospect: Prospect, _ cadence: Cadence) -> Catch {
        var blamed = self
        let detail = record.fetch.outcome.failure?.description ?? ""
        let failure = FetchFailure(.ownNetwork, "most hosts could not be reached (\(detail))")
        blamed.record.fetch.outcome = .failed(failure)
        blamed.record.gapsOpened = record.gapsOpened.map { gap in
            var gap = gap
            gap.detail = prospect.outageDetail(failure)
            return gap
        }
        blamed.record.state = prospect.state
        blamed.record.state.nextDue = record.fetch.at.adding(seconds: Int64(cadence.shortest))
        return blamed
    }
}

extension CoverageGap {
    /// What the detail of an outage begins with where the source was never read before.
    static let neverRead = "never read; "
}

extension Prospect {
    /// The figures of an outage that a failure begins.
    fileprivate func outageDetail(_ failure: FetchFailure) -> String {
        (state.lastSuccess == nil ? CoverageGap.neverRead : "") + failure.description
    }
}

extension Fetch {
    /// The record of an attempt.
    init(_ visit: Visit, _ source: Source, _ outcome: Outcome, warnings: [String] = []) {
        self.init(
            source: source.id, at: visit.at, milliseconds: visit.answer.milliseconds, bytes: visit.answer.bytes,
            status: visit.answer.status, outcome: outcome, warnings: Array(warnings.prefix(20)))
    }
}
