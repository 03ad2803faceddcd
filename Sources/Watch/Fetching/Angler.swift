import Model
import Store
import Syndication
import Tagging
import Transport

/// Asks one source, compares what it holds with what is known, and fills gaps: everything but the storing.
struct Angler: Sendable {
    let reader: SourceReader
    let store: Store
    let workers: Workers
    /// What tagging needs, read when it is asked for first.
    let tagging: @Sendable () throws -> TaggingTools
    /// How often a source is asked.
    let cadence: Cadence

    /// Asks the source.
    ///
    /// - Parameters:
    ///   - prospect: The source and what is known of it.
    ///   - full: Whether to ignore what the server said about changes.
    /// - Returns: What it brought, ready to be stored.
    func cast(at prospect: Prospect, full: Bool) async -> Catch {
        // A 304 would not say where the older pages are, nor whether they changed, nor what it is that stands unchanged.
        let isUnconditional =
            full || prospect.gap != nil || prospect.givesOtherVersion || prospect.source.format.pages > 1
        let validators = isUnconditional ? nil : prospect.state.validators
        var visit = await reader.visit(prospect.source, validators: validators)
        switch visit.outcome {
        case .unchanged: return unchanged(visit, prospect)
        case .failed(let failure): return Catch(failure, .failed(failure), visit, prospect, cadence)
        case .challenged(let failure): return Catch(failure, .challenged(failure), visit, prospect, cadence)
        case .document(let document):
            let whole = await reader.furtherPages(of: document, prospect.source, &visit.pass)
            return await read(whole, visit, prospect)
        }
    }

    private func unchanged(_ visit: Visit, _ prospect: Prospect) -> Catch {
        var state = prospect.state
        // What did not change says still what it said of its own address.
        state.succeeded(visit, prospect, rhythm: prospect.rhythm, declared: state.movedTo, cadence)
        // A 304 may come without validators: the ones that it confirmed stay.
        state.validators = prospect.state.validators
        let fetch = Fetch(visit, prospect.source, .unchanged)
        let closed = prospect.outage.map { [GapClosed($0.id, at: visit.at, isFilled: true)] } ?? []
        return Catch(
            source: prospect.source,
            record: FetchRecord(fetch: fetch, state: state, gapsClosed: closed))
    }

    private func read(_ document: Document, _ visit: Visit, _ prospect: Prospect) async -> Catch {
        do {
            return try await compare(document, visit, prospect)
        } catch {
            let failure = FetchFailure(.internal, "what was read could not be compared with what is stored: \(error)")
            return Catch(failure, .failed(failure), visit, prospect, cadence)
        }
    }

    private func compare(_ document: Document, _ visit: Visit, _ prospect: Prospect) async throws -> Catch {
        var haul = try await sort(document.entries, current: document.entries.count, prospect)
        var visit = visit
        if !haul.decisions.freshParts.isEmpty {
            let passing = await passing(haul.decisions.freshParts, document, &visit, prospect.source)
            if !passing.isEmpty {
                haul = try await sort(document.entries, current: document.entries.count, prospect, without: passing)
            }
        }
        var gaps: [GapFound] = []
        let isGap = haul.isGap && !visit.answer.isDelta && !document.isComplete
        var closed: [GapClosed] = []
        var tried: GapTried?
        if isGap {
            gaps = [try await fill(&haul, document, &visit, prospect)]
        } else if let open = prospect.gap {
            switch try await fill(open, &haul, document, &visit, prospect) {
            case .filled(let end): closed.append(end)
            case .open(let gap): tried = gap
            }
        }
        if let outage = prospect.outage {
            // An empty document shows nothing of what came and went meanwhile.
            let showsAll = !isGap && !(document.entries.isEmpty && haul.hadItems)
            closed.append(
                prospect.state.lastSuccess == nil
                    ? firstReading(document, at: visit.at, ends: outage, of: prospect.source)
                    : GapClosed(outage.id, at: visit.at, isFilled: showsAll || gaps.first?.filled != nil))
        }
        var state = prospect.state
        let rhythm = Cadence.Rhythm(
            dates: document.entries.compactMap(\.text.dated), window: document.entries.count,
            seen: prospect.rhythm?.itemsPerWeek, isGap: isGap, known: prospect.rhythm?.moments ?? [],
            last: prospect.state.lastSuccess, now: visit.at)
        state.wish = document.wish
        state.succeeded(visit, prospect, rhythm: rhythm, declared: document.movedTo, cadence)
        // A 304 would stand for entries that never arrived.
        let unbelieved = try await doubt(haul, visit, prospect)
        if document.isTruncated || unbelieved != nil { state.validators = nil }
        let filled = gaps.filter { $0.filled != nil }.map(\.detail) + closed.compactMap(\.detail)
        let outcome = Fetch.Outcome.read(seen: document.entries.count, new: 0, revised: 0)
        let isEmptied = document.entries.isEmpty && haul.hadItems && !visit.answer.isDelta
        let emptied = isEmptied ? ["it holds no entry any more, and did before"] : []
        let absences = try await absences(in: document, prospect.source, hadItems: haul.hadItems)
        let fetch = Fetch(
            visit, prospect.source, outcome,
            warnings: emptied + [unbelieved].compactMap(\.self) + absences + document.warnings + haul.warnings + filled)
        return Catch(
            source: prospect.source,
            record: FetchRecord(
                fetch: fetch, versions: haul.decisions.versions, state: state, gapsOpened: gaps, gapsClosed: closed,
                gapTried: tried),
            decisions: haul.decisions.intents,
            gap: gaps.first.flatMap { $0.filled == nil ? $0.detail : nil } ?? tried?.detail, pass: visit.pass)
    }

    /// What is to be told of facts that no entry has. An API may leave out what it does not know: later that is a fault
    /// only where items had it before.
    private func absences(in document: Document, _ source: Source, hadItems: Bool) async throws -> [String] {
        let absent = document.absentFacts
        guard hadItems, !absent.isEmpty else { return absent.map(\.doubt) }
        let store = store
        let stated = try await workers.run { try store.stated(absent.map(\.kind), in: source.id) }
        return absent.filter { stated.contains($0.kind) }.map(\.loss)
    }

    /// Tags what is new or edited, so that it can be stored.
    ///
    /// - Throws: A problem with the topics or the vocabulary.
    func tagged(_ brought: Catch) throws -> Catch {
        guard !brought.decisions.isEmpty else { return brought }
        var tagged = brought
        let (source, tools, seen) = (brought.source, try tagging(), brought.record.fetch.at)
        tagged.decisions = []
        tagged.record.vocabulary = tools.version
        var intents: [ItemIntent] = []
        intents.reserveCapacity(brought.decisions.count)
        for decision in brought.decisions {
            switch decision {
            case .insert(let identity, let text, let hash):
                let findings = tools.findings(in: text, from: source, seen: seen)
                intents.append(.insert(identity, text, textHash: hash, findings))
            case .revise(let id, let text, let hash, let identity, let former):
                let findings = tools.findings(in: text, from: source, seen: seen)
                guard try isOther(text, findings, than: id) else {
                    intents.append(.revise(id, text, textHash: hash, findings))
                    continue
                }
                intents.removeAll { $0.renames(id) }
                intents += [.rename(id, former), .insert(identity, text, textHash: hash, findings)]
            case .rename(let id, let identity): intents.append(.rename(id, identity))
            }
        }
        tagged.record.intents = intents
        tagged.record.makeRows()
        return tagged
    }

    /// Whether what stands in an item's place is another publication: the item stays then, to be read, asked about and
    /// answered.
    private func isOther(_ text: ItemText, _ findings: Findings, than item: RowID<Item>) throws -> Bool {
        guard let known = try store.foundItems([item]).first else { return false }
        return Succession.isOther((text, findings), than: (known.item.text, known.findings))
    }

    /// Compares entries with what is known of the source.
    func sort(
        _ entries: [Entry], current: Int, _ prospect: Prospect, without passing: Set<String> = []
    ) async throws -> Haul {
        let (store, now, source, lastRead) = (store, reader.clock.now, prospect.source, prospect.state.lastSuccess)
        return try await workers.run {
            let identities = Identities.of(entries)
            // Entries with neither id nor link may be known by their words alone.
            let weak = zip(entries, identities).filter { $0.id == nil && $0.text.link == nil && $1.link == nil }
            let known = try store.known(
                in: source.id, matching: identities, textHashes: weak.map { Identities.textHash($0.0.text) })
            var decisions = Decider.decide(
                entries, identities, current: current, at: now, lastRead: lastRead, without: passing,
                knowing: known.items)
            if let standing = decisions.standing, try standing.isOvertaken(in: source.id, store) {
                decisions.pinned = standing.items.count
                decisions.overlap = 0
            }
            return Haul(entries: entries, decisions: decisions, hadItems: known.hasItems, passing: passing)
        }
    }
}

/// The entries of a source and what they mean.
struct Haul: Sendable {
    var entries: [Entry]
    var decisions: Decisions
    /// Whether anything was known of the source before.
    var hadItems: Bool
    /// Parts of the links that are others at each asking.
    var passing: Set<String> = []

    /// Whether the window moved past everything that was known.
    var isGap: Bool { hadItems && decisions.overlap == 0 && !entries.isEmpty && !decisions.isNextEdition }

    private func swings(_ count: Int) -> String {
        "\(count.counted("entry swings", "entries swing")) between texts that it had before, as where two servers answer in "
            + "turn; the other text is taken over once it stands for a day"
    }

    /// What the operator should know besides.
    var warnings: [String] {
        let scheme =
            "most of its entries have other ids than before; its items are told by their words, links and titles"
        let places = "its ids name other entries at each reading; its items are told by their links and titles"
        let tokens =
            "parts of its links are others at each asking; its items are told by the rest of them and by their titles"
        let shared = decisions.sharedIDs
        return (decisions.schemeChanged ? [scheme] : []) + (decisions.idsArePlaces ? [places] : [])
            + (passing.isEmpty ? [] : [tokens])
            + (decisions.swinging > 0 ? [swings(decisions.swinging)] : [])
            + (shared > 0
                ? ["\(shared) entries share their ids with others; they are told by their links and titles"] : [])
    }
}

extension Decisions.Standing {
    /// What is gone of what came after an item, from which on that item only stands there: one or two may be withdrawn.
    private static let fewestGone = 3

    /// Whether what came after them is gone, so that they do not show that nothing was missed.
    fileprivate func isOvertaken(in source: ID<Source>, _ store: Store) throws -> Bool {
        for (item, isNewestFirst) in [(above, false), (among, true), (among, false), (below, true)] {
            guard let item else { continue }
            let gone = try store.successors(of: item, in: source, isNewestFirst: isNewestFirst, but: items)
            if gone < Self.fewestGone { return false }
        }
        return true
    }
}

extension ItemIntent {
    fileprivate func renames(_ item: RowID<Item>) -> Bool {
        if case .rename(item, _) = self { true } else { false }
    }
}
