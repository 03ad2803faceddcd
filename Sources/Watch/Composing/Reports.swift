import Digests
import Model
import Store

/// Tells developments as digests show them; what one recipient's digest needed is kept for the next one's.
final class Reports {
    /// Developments that are kept at most, so that a large register does not fill the memory.
    private static let most = 1000
    /// Items of one development whose texts are told at most.
    private static let mostMembers = 6

    private let store: Store
    private let sources: [ID<Source>: Source]
    private var developments: [RowID<Development>: Development] = [:]
    private var items: [RowID<Item>: FoundItem] = [:]
    private var told: [Telling: ReportedDevelopment] = [:]

    private struct Telling: Hashable {
        let development: RowID<Development>
        let language: String
    }

    init(store: Store, sources: [Source]) {
        self.store = store
        self.sources = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Reads everything that some developments need, in few questions to the store.
    func read(_ ids: some Sequence<RowID<Development>>) throws {
        let wanted = Set(ids)
        var missing = wanted.subtracting(developments.keys)
        if developments.count + missing.count > Self.most {
            (developments, items, told) = ([:], [:], [:])
            missing = wanted
        }
        guard !missing.isEmpty else { return }
        let found = try store.developments(missing.sorted())
        for development in found { developments[development.id] = development }
        let shown = found.flatMap { $0.members.prefix(Self.mostMembers).map(\.item) }
        let dated = try store.datedItems(of: found.map(\.id))
        let members = Set(shown + dated).subtracting(items.keys)
        for item in try store.foundItems(members.sorted()) { items[item.item.id] = item }
    }

    /// The items of a development whose texts are told, the one that is shown first.
    func members(of id: RowID<Development>) -> [FoundItem] {
        developments[id]?.members.prefix(Self.mostMembers).compactMap { items[$0.item] } ?? []
    }

    /// All items of a development that state a date, however many report it.
    func dated(of id: RowID<Development>) -> [FoundItem] { known(of: id).filter { !$0.findings.dates.isEmpty } }

    /// The items of a development whose texts are told, or that state a date or that nothing takes place on one.
    func known(of id: RowID<Development>) -> [FoundItem] {
        developments[id]?.members.compactMap { items[$0.item] } ?? []
    }

    /// All items of a development.
    func items(of id: RowID<Development>) -> Set<RowID<Item>> {
        Set(developments[id]?.members.map(\.item) ?? [])
    }

    /// The matter's citations and names.
    func matters(of id: RowID<Development>) -> [String] { developments[id]?.matters ?? [] }

    /// Whether a development follows another.
    func hasStepBefore(_ id: RowID<Development>) -> Bool { developments[id]?.previous != nil }

    /// Who publishes a source.
    func publisher(of source: ID<Source>) -> String { sources[source]?.publisher ?? source.rawValue }

    /// A development for a reader of some language; nil where nothing of it is stored.
    func report(_ id: RowID<Development>, in language: Language) -> ReportedDevelopment? {
        let telling = Telling(development: id, language: language.primary)
        if let known = told[telling] { return known }
        let report = tell(id, in: language)
        told[telling] = report
        return report
    }

    private func tell(_ id: RowID<Development>, in language: Language) -> ReportedDevelopment? {
        let members = members(of: id)
        guard let lead = members.first else { return nil }
        let (text, findings) = (lead.item.text, lead.findings)
        let translated = members.dropFirst().first { $0.item.text.language.primary == language.primary }
        let isForeign = text.language.primary != language.primary
        let others = members.dropFirst()
        let further = (developments[id]?.members.count ?? members.count) - 1 - others.count
        let day = lead.item.text.dated?.day ?? lead.item.firstSeen.day
        return ReportedDevelopment(
            id: id, title: text.title, language: text.language,
            headline: isForeign ? translated?.item.text.title : nil, publisher: publisher(of: lead.item.source),
            authority: lead.authority, jurisdictions: findings.jurisdictions.map(\.value),
            instrument: findings.instrument.value, stage: findings.stage.value,
            citations: findings.citations.map(\.value), published: text.published,
            effective: findings.dates.map(\.value).filter { $0.kind == .effective }.map(\.date).min {
                abs($0.number - day.number) < abs($1.number - day.number)
            },
            firstSeen: lead.item.firstSeen, link: text.link,
            excerpt: Excerpt.of(text.summary.isEmpty ? text.content : text.summary),
            others: others.map { other in
                OtherReport(
                    publisher: publisher(of: other.item.source), title: other.item.text.title,
                    language: other.item.text.language, link: other.item.text.link)
            }, further: further > 0 ? further : nil)
    }
}
