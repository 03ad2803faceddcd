import Digests
import Model
import Store

/// Tells developments as digests show them.
struct Reports {
    private let items: [RowID<Item>: FoundItem]
    private let sources: [ID<Source>: Source]
    private let developments: [RowID<Development>: Development]

    /// Reads everything that some developments need, in few questions to the store.
    init(_ ids: [RowID<Development>], store: Store, sources: [Source]) throws {
        self.sources = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
        var developments: [RowID<Development>: Development] = [:]
        for id in Set(ids) { developments[id] = try store.development(id) }
        self.developments = developments
        let members = developments.values.flatMap { $0.members.prefix(6).map(\.item) }
        items = Dictionary(try store.foundItems(Array(Set(members)).sorted()).map { ($0.item.id, $0) }) { first, _ in
            first
        }
    }

    /// The items of a development, the one that is shown first.
    func members(of id: RowID<Development>) -> [FoundItem] {
        developments[id]?.members.compactMap { items[$0.item] } ?? []
    }

    /// The matter's citations and names.
    func matters(of id: RowID<Development>) -> [String] { developments[id]?.matters ?? [] }

    /// Who publishes a source.
    func publisher(of source: ID<Source>) -> String { sources[source]?.publisher ?? source.rawValue }

    /// A development for a reader of some language; nil where nothing of it is stored.
    func report(_ id: RowID<Development>, in language: Language) -> ReportedDevelopment? {
        let members = members(of: id)
        guard let lead = members.first else { return nil }
        let (text, findings) = (lead.item.text, lead.findings)
        let translated = members.dropFirst().first { $0.item.text.language.primary == language.primary }
        let isForeign = text.language.primary != language.primary
        let day = lead.item.text.published?.day ?? lead.item.firstSeen.day
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
            others: members.dropFirst().prefix(5).map { other in
                OtherReport(
                    publisher: publisher(of: other.item.source), title: other.item.text.title,
                    language: other.item.text.language, link: other.item.text.link)
            })
    }
}
