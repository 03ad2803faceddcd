import Foundation
public import Model
import Register
import Store

/// A coverage gap as listings show it.
public struct GapView: Encodable, Sendable {
    /// The gap's number.
    public var id: RowID<CoverageGap>
    /// The source's name.
    public var source: ID<Source>
    /// `window` or `outage`.
    public var kind: CoverageGap.Kind
    /// Whether nothing ever saw what the source holds.
    public var neverRead: Bool
    /// The last moment at which we had everything.
    public var from: Instant
    /// The moment from which we have everything again.
    @OrNull public var to: Instant?
    /// When archives or paging gave what was missing.
    @OrNull public var filled: Instant?
    /// When a person acknowledged it.
    @OrNull public var acknowledged: Instant?
    /// Who did.
    @OrNull public var acknowledgedBy: String?
    /// What they make of it.
    @OrNull public var note: String?
    /// The figures.
    public var detail: String
    /// How often it was tried to fill it.
    public var tries: Int
    /// From when on it is tried again; nil where that is of no use.
    @OrNull public var nextTry: Instant?
}

extension Workspace {
    /// The sources that the configuration defines, in its order; the id of each is its own.
    func catalogue(_ settings: Settings) throws -> [Source] {
        let sources = try sources(in: settings.feeds)
        guard !sources.isEmpty else {
            throw ConfigurationProblem(
                "there is no source to watch", place: settings.file, remedy: "list catalogue files under `feeds:`")
        }
        return sources
    }

    /// The sources that catalogue files define, in their order; the id of each is its own.
    func sources(in files: [String]) throws -> [Source] {
        var places: [ID<Source>: String] = [:]
        var sources: [Source] = []
        for file in files {
            let isOPML = OPMLCatalogue.isOPML(file)
            for source in isOPML ? try OPMLCatalogue.sources(in: file) : try CatalogueFile.sources(in: file) {
                if let other = places.updateValue(file, forKey: source.id) {
                    throw ConfigurationProblem(
                        "the source '\(source.id)' is defined twice",
                        place: isOPML ? file : CatalogueFile.place(of: source.id, in: file),
                        remedy: "it is also in \(other): give one of them another id")
                }
                sources.append(source)
            }
        }
        for source in sources {
            for alias in source.aliases {
                guard let other = places.updateValue(places[source.id] ?? "", forKey: alias) else { continue }
                throw ConfigurationProblem(
                    "the alias '\(alias)' of the source '\(source.id)' is the name of another source",
                    place: places[source.id] ?? other,
                    remedy: "an alias is a name that nothing has any more: take it out of one of them")
            }
        }
        return sources
    }

    /// What sources are called now that are named so, or were before; a name that none has or had is refused.
    func presentNames(of names: [ID<Source>], among sources: [Source]) throws -> [ID<Source>] {
        try names.map { name in
            if let source = sources.first(where: { $0.names.contains(name) }) { return source.id }
            let guess =
                RegisterValidation.nearest(to: name.rawValue, among: sources.map(\.id.rawValue)).map {
                    "Did you mean '\($0)'? "
                } ?? ""
            throw PlainProblem(
                "there is no source '\(name)'", remedy: guess + "`lexwatch sources` lists them.", exitCode: .data)
        }
    }

    /// Which of some names sources had before, and what they are called now.
    ///
    /// - Parameter names: The names.
    /// - Returns: Pairs of them; none where the configuration cannot be read.
    public func formerNames(among names: [ID<Source>]) -> [(former: ID<Source>, present: ID<Source>)] {
        guard !names.isEmpty, let sources = try? catalogue(settings()) else { return [] }
        return names.compactMap { name in
            sources.first { $0.aliases.contains(name) }.map { (name, $0.id) }
        }
    }

    /// The name under which a source is on record that is called so now, or was before: until it is read under a new one,
    /// that is the former.
    func recordedName(of name: ID<Source>, in store: Store) throws -> ID<Source> {
        guard let source = (try? catalogue(settings()))?.first(where: { $0.names.contains(name) }) else { return name }
        let recorded = Set(try store.sourceStates().keys).subtracting(try store.removedSources().keys)
        return source.names.first(where: recorded.contains) ?? name
    }

    /// The sources with their health, those in trouble first.
    ///
    /// - Parameter names: Only these; all where none is named.
    /// - Returns: The sources.
    /// - Throws: A ``Model/Problem`` where configuration or database are wrong, or there is no such source.
    public func sources(_ names: [ID<Source>] = []) throws -> [SourceView] {
        let all = try catalogue(settings())
        let wanted = try presentNames(of: names, among: all)
        let sources = names.isEmpty ? all : all.filter { wanted.contains($0.id) }
        guard FileManager.default.fileExists(atPath: paths.database) else {
            return sources.map { SourceView($0, SourceHistory()) }
        }
        let store = try storeForReading()
        let states = try store.sourceStates()
        let rhythms = try store.rhythms(withDates: true)
        let fetches = try store.lastFetches()
        let readings = try store.lastReadings()
        let checks = try store.lastHandChecks()
        let gaps = Dictionary(grouping: try store.gaps(), by: \.source)
        return sources.map { source in
            let history = SourceHistory(
                state: states[source.id], rhythm: rhythms[source.id], last: fetches[source.id],
                warnings: readings[source.id]?.warnings ?? [],
                handCheck: source.names.compactMap { checks[$0] }.max { $0.at < $1.at },
                gaps: gaps[source.id]?.count ?? 0, now: clock.now)
            return SourceView(source, history)
        }.enumerated().sorted { ($0.element.health.order, $0.offset) < ($1.element.health.order, $1.offset) }.map(
            \.element)
    }

    /// Coverage gaps, the oldest first; those of sources that were never read after all others, of which more is known.
    ///
    /// - Parameter all: Filled and acknowledged ones, too.
    /// - Returns: The gaps.
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func gaps(all: Bool) throws -> [GapView] {
        let store = try storeForReading()
        let states = try store.sourceStates()
        let known = all ? try store.acknowledgements() : [:]
        let views = try store.gaps(openOnly: !all).map { gap in
            GapView(
                id: gap.id, source: gap.source, kind: gap.kind,
                neverRead: states[gap.source]?.lastSuccess == nil, from: gap.from, to: gap.to, filled: gap.filled,
                acknowledged: gap.acknowledged, acknowledgedBy: known[gap.id]?.actor, note: known[gap.id]?.note,
                detail: gap.detail, tries: gap.tries, nextTry: gap.nextTry)
        }
        return views.filter { !$0.neverRead } + views.filter(\.neverRead)
    }

    /// How many of the sources were never asked, of which nothing can be a gap yet; nil where the configuration cannot
    /// be read.
    public func unaskedSources() throws -> (unasked: Int, all: Int)? {
        guard let sources = try? catalogue(settings()) else { return nil }
        let asked = try storeForReading().lastFetches()
        return (sources.count { asked[$0.id] == nil }, sources.count)
    }

    /// Records that a person knows of a gap.
    ///
    /// - Returns: Who had said so before, and when; nil where nobody had.
    /// - Throws: A ``Model/Problem`` where there is no such gap, or the note is empty.
    @discardableResult
    public func acknowledgeGap(
        _ gap: RowID<CoverageGap>, note: String, actor: String
    ) throws -> (actor: String, at: Instant)? {
        let store = try storeForAnswers()
        let before = try store.acknowledgements()[gap]
        try store.acknowledge(gap, note: note, by: actor, at: clock.now)
        return before.map { ($0.actor, $0.at) }
    }

    /// Records that a person looked at a source.
    ///
    /// - Returns: What the source is called on record.
    /// - Throws: A ``Model/Problem`` where there is no such source, or the note is empty.
    @discardableResult
    public func handCheck(_ source: ID<Source>, note: String, actor: String) throws -> ID<Source> {
        let store = try storeForAnswers()
        let name = try recordedName(of: source, in: store)
        try store.handCheck(HandCheck(source: name, at: clock.now, actor: actor, note: note))
        return name
    }
}

/// What happened to a source so far.
struct SourceHistory {
    var state: SourceState?
    var rhythm: SourceRhythm?
    var last: Fetch?
    var warnings: [String] = []
    var handCheck: HandCheck?
    var gaps = 0
    var now = Instant(secondsSince1970: 0)

    /// New entries a week, in the first days by the dates of the entries; nil where too little is known.
    var itemsPerWeek: Double? {
        guard let rhythm else { return nil }
        let dated = { Cadence.Rhythm(dates: rhythm.dated, window: rhythm.dated.count, seen: nil, isGap: false) }
        return rhythm.itemsPerWeek(at: now) ?? dated()?.itemsPerWeek
    }

    /// Days after which an entry has left the window; nil where none ever does, or too little is known.
    var windowDays: Double? {
        guard let window = rhythm?.window, let itemsPerWeek, itemsPerWeek > 0 else { return nil }
        return (Double(window) / itemsPerWeek * 70).rounded() / 10
    }

    /// Why the source is not read; nil where it is. One that is gone for good has not come back because it cannot be
    /// reached at all the next time.
    var cause: String? {
        let failure = last?.outcome.failure
        guard let retired = state?.retired, failure?.cause != .gone else { return failure?.description }
        return "gone: retired for good on \(retired.day)" + (failure.map { "; at the last attempt \($0)" } ?? "")
    }

    /// An abnormal silence; nil where there is none.
    var silence: Silence? {
        guard state?.failures == 0, let rhythm, !rhythm.isEmpty else { return nil }
        return Silence.abnormal(rhythm, now: now)
    }

    /// What is missing before a silence could be told; nil where enough is known, or the source cannot be read.
    var silenceLacks: String? {
        guard state?.failures == 0, let rhythm, !rhythm.isEmpty else { return nil }
        return Silence.missing(rhythm)
    }

    /// What is to be said of a source that holds no entry; nil where it holds some, or cannot be read.
    var emptiness: String? {
        guard state?.failures == 0, let rhythm, rhythm.isEmpty else { return nil }
        return rhythm.lastHeld.map { "it holds no entry any more; on \($0.day) it did" }
            ?? "it holds no entry, and never did"
    }

    var health: SourceView.Health {
        guard let state else { return .never }
        if state.retired != nil { return .retired }
        if state.failures > 0, case .challenged? = last?.outcome { return .challenged }
        if state.failures > 0 { return .failing }
        if state.lastSuccess == nil { return .never }
        if emptiness != nil { return .empty }
        return silence == nil ? .ok : .silent
    }
}

extension SourceView {
    init(_ source: Source, _ history: SourceHistory) {
        var state = history.state
        // The definition says so already, and the next fetch goes there.
        if state?.movedTo == source.url {
            state?.movedTo = nil
            state?.movedSince = nil
        }
        self.init(
            id: source.id, title: source.title, publisher: source.publisher, jurisdiction: source.jurisdiction,
            authority: source.authority, url: source.url, format: source.format.word, scope: source.scope,
            unverified: source.isUnverified, health: history.health, lastAttempt: history.last?.at,
            lastSuccess: state?.lastSuccess,
            failures: state?.failures ?? 0, failingSince: state?.failingSince,
            cause: history.cause,
            itemsPerWeek: history.itemsPerWeek, window: history.rhythm?.window, windowDays: history.windowDays,
            nextDue: state?.retired == nil ? state?.nextDue : nil, gaps: history.gaps,
            silence: history.silence?.figures, silenceLacks: history.silenceLacks,
            emptiness: history.emptiness, warnings: history.warnings,
            handCheck: history.handCheck.map(HandCheckView.init), movedTo: state?.movedTo,
            movedSince: state?.movedSince, shouldMove: state?.isMoveStable(at: history.now) ?? false,
            terms: source.terms)
    }
}

extension SourceState {
    /// Seconds for which permanent redirects must lead to one place before it is taken for the source's own.
    private static let settlingTime: Int64 = 3 * 86_400

    /// Whether every read for some days was redirected for good to the same place.
    func isMoveStable(at now: Instant) -> Bool {
        guard let movedSince, movedTo != nil else { return false }
        return movedSince.adding(seconds: Self.settlingTime) <= now
    }
}

extension SourceView.Health {
    /// Trouble first.
    fileprivate var order: Int {
        switch self {
        case .retired: 0
        case .failing: 1
        case .challenged: 2
        case .empty: 3
        case .silent: 4
        case .never: 5
        case .ok: 6
        }
    }
}
