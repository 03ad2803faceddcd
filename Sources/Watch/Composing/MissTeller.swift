import Digests
import Model
import Store

/// Tells an owner of the few items that all but met a topic of their policies.
struct MissTeller {
    /// Items that are told at most: an owner wants few.
    private static let most = 3

    let context: DigestContext

    /// Items without any topic, first seen in the period, that missed one of the owner's, in one of its policies'
    /// jurisdictions; those with the most words first.
    func misses(for owner: Owner, since: Instant, language: Language) throws -> [MissedItem] {
        let policies = context.register.policies.filter { $0.owner == owner.id }
        let topics = Set(policies.flatMap { $0.topics + $0.sections.flatMap(\.topics) })
        guard !topics.isEmpty else { return [] }
        let laws = policies.contains { $0.jurisdictions.isEmpty } ? [] : Set(policies.flatMap(\.jurisdictions))
        return try context.store.missed(topics.sorted(), in: laws.sorted(), since: since, limit: Self.most).map {
            found in
            MissedItem(
                item: found.item, title: found.title, language: found.language, publisher: found.publisher,
                link: found.link,
                topic: context.topics[found.miss.topic]?.title(in: language) ?? found.miss.topic.rawValue,
                lacked: found.miss.told)
        }
    }
}
