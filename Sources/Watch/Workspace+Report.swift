import Digests
import Foundation
import Model
import Register
import Store

/// In which form a report is wanted.
public enum ReportForm: String, Sendable, CaseIterable {
    /// A page, Markdown, or one JSON object.
    case html, markdown, json
}

extension Workspace {
    /// What the watch did in a period, for management and auditors.
    ///
    /// - Parameters:
    ///   - period: The period: `2026`, `2026-Q3`, `2026-07`, a day, or two days with `..` between.
    ///   - form: The form.
    /// - Returns: The report's text.
    /// - Throws: A ``Model/Problem`` where the period, configuration, register or database are wrong.
    public func report(_ period: String, form: ReportForm) throws -> String {
        let report = try report(named(period))
        switch form {
        case .html: return report.html
        case .markdown: return report.markdown
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
        }
    }

    /// The period that a person named.
    func named(_ period: String) throws -> ReportPeriod {
        guard let named = ReportPeriod(period) else {
            throw PlainProblem(
                "'\(period)' is no period",
                remedy: "write 2026, 2026-Q3, 2026-07, or two days as in 2026-07-01..2026-09-30", exitCode: .usage)
        }
        return named
    }

    func report(_ period: ReportPeriod) throws -> ManagementReport {
        let settings = try settings()
        let register = try register()
        let store = try storeForReading()
        let span = (
            from: settings.timeZone.start(of: period.first),
            to: settings.timeZone.start(of: period.last.adding(days: 1))
        )
        var figures = ManagementReport.Figures()
        let writer = ReportWriter(
            store: store, register: register, zone: settings.timeZone, from: span.from, to: span.to)
        try writer.watch(into: &figures)
        try writer.developments(into: &figures)
        try writer.people(into: &figures)
        figures.standing = min(period.last, today(in: settings.timeZone))
        try stand(register, asOf: figures.standing, store, settings.timeZone, into: &figures)
        figures.contracts = contracts(register, near: figures.standing)
        figures.unanswered = try unanswered(
            register, asOf: figures.standing, putBefore: span.to, store, settings.timeZone)
        figures.vocabulary = try TaggingTools(settings).version
        figures.auditHead = try store.auditHead().map { "\($0.number):\($0.hash)" } ?? ""
        figures.topicTitles = Dictionary(
            try TopicsFile(settings.topics).titles.map { ($0.id.rawValue, $0.title(in: .english)) }
        ) { first, _ in first }
        let put = try store.questionsPut(from: span.from, until: span.to)
        figures.questions = put.map { question in
            var line = ManagementReport.QuestionLine(question, in: settings.timeZone)
            line.owner = register.presentName(of: line.owner)
            return line
        }
        return ManagementReport(
            organisation: settings.organisation, period: period, made: clock.now, figures: figures,
            alerts: put.map { .init(raised: $0.at, answered: $0.answer?.at) })
    }

    /// Where the policies stand on a day: which are overdue, which need an update, and whose review has run out.
    private func stand(
        _ register: PolicyRegister, asOf day: Day, _ store: Store, _ zone: TimeZone,
        into figures: inout ManagementReport.Figures
    ) throws {
        let isPast = day < today(in: zone)
        let ledger =
            try isPast
            ? PolicyLedger(store, register, asOf: day, zone: zone)
            : PolicyLedger(store, register, today: day, zone: zone)
        for policy in register.policies {
            let (view, standing) = (try ledger.view(of: policy), try ledger.standing(of: policy))
            if view.status == .overdue {
                figures.overdue.append(.init(policy.id.rawValue, view.openAlerts, evidence: [view.why]))
            }
            if let needed = standing.needed {
                let promise = needed.due.map { ", promised for \($0)" } ?? ""
                figures.updates.append(
                    "\(policy.id) needs an update, as \(needed.actor) said on \(needed.day)\(promise).")
            }
            if standing.reviewIsOut {
                figures.reviews.append(
                    standing.reviewDue.map { "The review of \(policy.id) was due on \($0) and is not on record." }
                        ?? "\(policy.id) has a review interval and was never reviewed.")
            }
        }
    }

    /// Tools whose contract has ended, or ends soon.
    private func contracts(_ register: PolicyRegister, near day: Day) -> [String] {
        register.tools.compactMap { tool in
            guard let until = tool.contractUntil, until <= day.adding(days: OwnerDigestComposer.contractDays) else {
                return nil
            }
            return "The contract for \(tool.id) \(until < day ? "ended" : "ends") on \(until)."
        }
    }

    private func unanswered(
        _ register: PolicyRegister, asOf day: Day, putBefore end: Instant, _ store: Store, _ zone: TimeZone
    ) throws -> [RowID<Alert>] {
        let late = try store.alerts(AlertQuery(state: .open, dueBy: day, order: .due)).map(\.alert)
            .filter { ($0.reopened ?? $0.raised) < end }
        let asked = try store.passedOn(late.map(\.id)).mapValues(zone.day)
        return late.filter { alert in
            let deputies = register.deputies(for: alert.subject)
            return EscalationRules.step(for: alert, deputies: deputies, asked: asked[alert.id], today: day) == .report
        }.map(\.id)
    }
}

/// Reads the figures of a period.
private struct ReportWriter {
    let store: Store
    let register: PolicyRegister
    let zone: TimeZone
    let from: Instant
    let to: Instant

    /// Developments that are named as evidence of one count at most.
    private static let mostEvidence = 8

    func watch(into figures: inout ManagementReport.Figures) throws {
        figures.sources = try store.coverage(from: from, to: to).map { source in
            ManagementReport.SourceLine(
                source: source.source, publisher: source.publisher, attempts: source.attempts,
                successes: source.successes, items: source.newItems,
                lastRead: source.lastSuccess ?? source.lastSuccessBefore, trouble: trouble(source))
        }
        figures.gaps = try store.gaps(from: from, to: to).map { gap in
            let end = gap.to.map { "to \($0)" } ?? "and lasts"
            let state =
                gap.filled.map { "filled on \(zone.day(of: $0))" } ?? gap.acknowledged.map {
                    "acknowledged on \(zone.day(of: $0))"
                }
                ?? "open"
            return "Gap \(gap.id) of \(gap.source), from \(gap.from) \(end), \(state): \(gap.detail)"
        }
    }

    private func trouble(_ source: SourceCoverage) -> String? {
        if source.attempts == 0 {
            return source.handChecked.map { "not asked; seen by a person on \(zone.day(of: $0))" } ?? "not asked"
        }
        guard let failure = source.failure else { return nil }
        let since = source.failingSince.map { " since \(zone.day(of: $0))" } ?? ""
        return "\(source.isChallenged ? "challenged" : "failing")\(since): \(failure.detail)"
    }

    func developments(into figures: inout ManagementReport.Figures) throws {
        var topics: [String: [String]] = [:]
        var places: [String: [String]] = [:]
        for development in try store.developments(since: from, until: to) {
            figures.seen += 1
            let items = try store.items(of: development.id)
            let found = Set(items.flatMap(\.topics))
            if !found.isEmpty { figures.developments += 1 }
            for topic in found { topics[topic.rawValue, default: []].append("development \(development.id)") }
            for place in Set(items.flatMap(\.jurisdictions)) {
                places[place.code, default: []].append("development \(development.id)")
            }
        }
        func counts(_ found: [String: [String]]) -> [ManagementReport.Count] {
            found.map { .init($0.key, $0.value.count, evidence: Array($0.value.prefix(Self.mostEvidence))) }
        }
        figures.topics = counts(topics)
        figures.jurisdictions = counts(places)
    }

    func people(into figures: inout ManagementReport.Figures) throws {
        figures.marks = try store.marks(since: from, until: to).map { mark in
            "\(mark.policy) was marked \(mark.kind.rawValue) by \(mark.actor) on \(zone.day(of: mark.at))"
                + told(mark.because, mark.note)
        }
        figures.reclassified = try store.reclassifications().filter { $0.at >= from && $0.at < to }.map { change in
            "\(change.tool) was \(change.before.rawValue) and is \(change.after.rawValue) since \(zone.day(of: change.at)), by "
                + change.actor + told(change.because, change.note)
        }
        figures.unreached = try store.deliveries(state: .refused, limit: 10_000).compactMap { delivery in
            guard let digest = try store.digest(delivery.digest), digest.at >= from, digest.at < to else { return nil }
            let why = delivery.lastError ?? "refused"
            return "\(delivery.recipient) could not be reached by \(delivery.channel.rawValue): \(why)"
        }
    }

    private func told(_ because: String?, _ note: String) -> String {
        (because.map { ", because of \($0)" } ?? "") + (note.isEmpty ? "" : ": \(note)")
    }
}

extension ManagementReport.QuestionLine {
    fileprivate init(_ put: PutQuestion, in zone: TimeZone) {
        let (alert, answer) = (put.alert.alert, put.answer)
        self.init(
            alert: alert.id, about: "\(alert.subject.kind) \(put.subject)", development: put.title,
            reasons: put.reasons, owner: put.owner, put: put.at, putOn: zone.day(of: put.at), due: put.due,
            answer: answer.map { $0.answer.rawValue + ($0.note.isEmpty ? "" : ": \($0.note)") },
            answeredBy: answer?.actor, answeredAt: answer?.at,
            answeredOn: answer.map { zone.day(of: $0.at) })
    }
}
