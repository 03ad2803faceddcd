import Foundation
public import Model
import Store
import Transport

/// What came of reading a source without storing anything.
public struct SourceCheck: Encodable, Sendable {
    /// The source's name.
    public var source: ID<Source>
    /// Whether it could be read.
    public var isReadable: Bool
    /// Why it could not be; null where it could, or was not asked.
    @OrNull public var cause: FetchFailure.Cause?
    /// What happened then, with the figures.
    @OrNull public var detail: String?
    /// The address that answered last.
    @OrNull public var url: String?
    /// The HTTP status.
    @OrNull public var status: Int?
    /// Bytes as received.
    public var bytes = 0
    /// How long it took.
    public var milliseconds = 0
    /// Entries in the document; null where there is none.
    @OrNull public var entries: Int?
    /// Entries without a date that can be read.
    @OrNull public var undated: Int?
    /// What the oldest entry is dated.
    @OrNull public var oldest: Instant?
    /// What the newest entry is dated.
    @OrNull public var newest: Instant?
    /// Where older entries are.
    @OrNull public var older: String?
    /// What was wrong with the document although it could be read.
    public var warnings: [String] = []
    /// Where permanent redirects lead.
    @OrNull public var movedTo: String?
    /// Sentences for a person.
    public var lines: [String]

    init(source: ID<Source>, isReadable: Bool, lines: [String]) {
        self.source = source
        self.isReadable = isReadable
        self.lines = lines
    }
}

extension Workspace {
    /// Reads sources now, stores nothing, and explains what came.
    ///
    /// - Parameter names: Which; all where none is named, but for those whose servers asked to be left alone.
    /// - Returns: One check a source, each as soon as it is known; those of sources that are named in their order.
    /// - Throws: A ``Model/Problem`` where the configuration is wrong or there is no such source.
    public func checkSources(_ names: [ID<Source>]) throws -> AsyncThrowingStream<SourceCheck, any Error> {
        let settings = try settings()
        let all = try catalogue(settings)
        let names = try presentNames(of: names, among: all)
        let chosen = names.isEmpty ? all : names.compactMap { name in all.first { $0.id == name } }
        let history = names.isEmpty ? [:] : try history(of: chosen)
        let store = FileManager.default.fileExists(atPath: paths.database) ? try storeForReading() : nil
        let fetcher = Fetcher(try settings.fetch.policy(), clock: clock, pauses: try store?.hostPauses() ?? [])
        let waiting = names.isEmpty ? try store?.leftAlone(all, fetcher, at: clock.now) ?? [:] : [:]
        let reader = SourceReader(fetcher: fetcher, robots: RobotsBook(fetcher), clock: clock)
        let rhythms = names.isEmpty ? [:] : try store?.rhythms(withDates: true) ?? [:]
        let cadence = Cadence(every: settings.fetch.every, shortest: settings.fetch.shortest)
        return AsyncThrowingStream { continuation in
            let task = Task {
                await withTaskGroup(of: SourceCheck.self) { group in
                    for source in chosen {
                        if let left = waiting[source.id] {
                            let line = "not asked: \(left.sentence(command: "sources check"))"
                            continuation.yield(SourceCheck(source: source.id, isReadable: false, lines: [line]))
                            continue
                        }
                        group.addTask {
                            var visit = await reader.visit(source, validators: nil)
                            if case .document(let document) = visit.outcome {
                                visit.outcome = .document(
                                    await reader.furtherPages(of: document, source, &visit.pass))
                            }
                            var check = SourceCheck(source, visit)
                            check.lines += history[source.id] ?? []
                            let rhythm = Cadence.Rhythm(visit, knowing: rhythms[source.id])
                            check.lines += [cadence.of(source).explanation(of: rhythm)].compactMap(\.self)
                            return check
                        }
                    }
                    var early: [ID<Source>: SourceCheck] = [:]
                    var rest = chosen.map(\.id)[...]
                    for await check in group {
                        guard !names.isEmpty else {
                            continuation.yield(check)
                            continue
                        }
                        early[check.source] = check
                        while let next = rest.first, let check = early.removeValue(forKey: next) {
                            continuation.yield(check)
                            rest.removeFirst()
                        }
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

extension Workspace {
    /// Checks by hand that are told, the newest.
    private static let mostHandChecks = 3

    /// What is on record of sources, in sentences.
    private func history(of sources: [Source]) throws -> [ID<Source>: [String]] {
        guard FileManager.default.fileExists(atPath: paths.database) else { return [:] }
        let store = try storeForReading()
        let names = Dictionary(sources.map { ($0.id, $0.names) }) { first, _ in first }
        var history: [ID<Source>: [String]] = [:]
        for view in try self.sources(sources.map(\.id)) {
            let gaps = try store.gaps(of: view.id).map { "gap \($0.id) since \(zone.day(of: $0.from)): \($0.detail)" }
            let fetches = try store.fetches(of: view.id, limit: 5).map { "\($0.at) \($0.sentence)" }
            // What was said of a source under a former name stays under that.
            let checks = try (names[view.id] ?? []).flatMap(store.handChecks).sorted { $0.at < $1.at }
                .suffix(Self.mostHandChecks).map { "\($0.at) \($0.actor) looked by hand: \($0.note)" }
            history[view.id] = [view.record] + gaps + checks + fetches
        }
        return history
    }
}

extension Cadence.Rhythm {
    /// The rhythm by what came now and what is on record; nil where nothing is.
    fileprivate init?(_ visit: Visit, knowing known: SourceRhythm?) {
        guard let known, let rhythm = Self(known, at: visit.at) else { return nil }
        self = rhythm
        guard case .document(let document) = visit.outcome,
            let now = Self(
                dates: document.entries.compactMap(\.text.dated), window: document.entries.count,
                seen: rhythm.itemsPerWeek, isGap: false, known: rhythm.moments, now: visit.at)
        else { return }
        self = now
    }
}

extension SourceView {
    /// Its health and rhythm in one line.
    fileprivate var record: String {
        var parts = ["on record: \(health.rawValue)", "last success \(lastSuccess?.description ?? "never")"]
        if failures > 0, let failingSince {
            parts.append("\(failures.counted("failure", "failures")) in a row since \(failingSince)")
        }
        if let window { parts.append("a window of \(window.counted("entry", "entries"))") }
        if let itemsPerWeek { parts.append("\((itemsPerWeek * 10).rounded() / 10) new ones a week") }
        if let windowDays { parts.append("an entry stays for about \(windowDays) days") }
        if let said = emptiness ?? silence ?? silenceLacks { parts.append(said) }
        if health == .retired {
            parts.append("asked by its name only")
        } else if let nextDue {
            parts.append("next due \(nextDue)")
        }
        return parts.joined(separator: ", ")
    }
}

extension Fetch {
    /// How it ended, in one line.
    fileprivate var sentence: String {
        switch outcome {
        case .unchanged: "unchanged"
        case .read(let seen, let new, let revised):
            "read: \(seen.counted("entry", "entries")), \(new) new, \(revised) edited"
        case .failed(let failure): "failed: \(failure)"
        case .challenged(let failure): "challenged: \(failure)"
        }
    }
}

extension SourceCheck {
    init(_ source: Source, _ visit: Visit) {
        var lines = ["\(visit.answer.finalURL.isEmpty ? source.url : visit.answer.finalURL)"]
        if let status = visit.answer.status {
            lines.append("status \(status), \(visit.answer.bytes) bytes in \(visit.answer.milliseconds) ms")
        }
        switch visit.outcome {
        case .unchanged: lines.append("the server says that nothing changed")
        case .failed(let failure):
            lines.insert(failure.description, at: 0)
            if failure.cause == .webPage {
                lines.append("its feed, or selectors for the page itself: lexwatch sources add \(source.url)")
            }
        case .challenged(let failure):
            lines.insert("a bot wall answered: \(failure.detail)", at: 0)
            if let alternative = source.alternative { lines.append("the official way round: \(alternative)") }
            lines.append("after looking by hand: lexwatch sources hand-check \(source.id) --note …")
        case .document(let document): lines += Self.lines(document)
        }
        if let moved = visit.answer.movedTo { lines.append("moved for good; in its definition, write: url: \(moved)") }
        if let terms = source.terms { lines.append("terms: \(terms)") }
        self.init(source: source.id, isReadable: visit.failure == nil, lines: lines)
        (cause, detail) = (visit.failure?.cause, visit.failure?.detail)
        (status, bytes, milliseconds) = (visit.answer.status, visit.answer.bytes, visit.answer.milliseconds)
        url = visit.answer.finalURL.isEmpty ? source.url : visit.answer.finalURL
        movedTo = visit.answer.movedTo
        guard case .document(let document) = visit.outcome else { return }
        let dates = document.entries.compactMap(\.text.dated)
        (entries, undated) = (document.entries.count, document.entries.count - dates.count)
        (oldest, newest) = (dates.min(), dates.max())
        (older, warnings) = (document.older, Self.warnings(of: document))
    }

    private static func lines(_ document: Document) -> [String] {
        let dates = document.entries.compactMap(\.text.dated).sorted()
        var lines = [document.entries.count.counted("entry", "entries")]
        if document.entries.isEmpty { lines.append("warning: nothing shows that it is still published") }
        if let first = dates.first, let last = dates.last { lines[0] += ", dated \(first.day) to \(last.day)" }
        let undated = document.entries.count - dates.count
        if undated > 0 { lines.append("\(undated.counted("entry", "entries")) without a date that can be read") }
        lines += document.entries.prefix(3).map { "· \($0.text.title)" }
        if let older = document.older { lines.append("older entries: \(older)") }
        lines += warnings(of: document).prefix(5).map { "warning: \($0)" }
        return lines
    }

    /// The check looks at the answer alone, as if it were the first.
    private static func warnings(of document: Document) -> [String] {
        document.absentFacts.map(\.doubt) + document.warnings
    }
}
