import Foundation
public import Model
import Store
import Tagging

/// One step of a matter.
public struct MatterView: Encodable, Sendable {
    /// The development's number; nil for an item that met no topic, and so makes none.
    @OrNull public var development: RowID<Development>?
    /// The step before.
    @OrNull public var previous: RowID<Development>?
    /// When the item that is shown was published; nil where that is not stated.
    @OrNull public var published: Instant?
    /// When we saw it first.
    public var firstSeen: Instant
    /// How far the matter had come.
    public var stage: Stage
    /// What kind of legal thing was reported.
    public var instrument: Instrument
    /// The source of the item that is shown.
    public var source: ID<Source>
    /// The item that is shown.
    public var item: RowID<Item>
    /// What that item is called.
    public var title: String
    /// Where it is.
    @OrNull public var link: String?
    /// How many items report it.
    public var items: Int
    /// The items that report it, the one that is shown first.
    public var members: [Member]
    /// Whether an item only mentions the matter, and the development is about another one.
    public var isMention: Bool
    /// What a development that only mentions the matter is about; nil where that has neither number nor name.
    @OrNull public var about: String?
    /// Dates that its items say have moved.
    public var moved: [MovedDateView]
    /// What its items say was done to the matter: `annulled`, say.
    public var treatments: [Treatment.Kind]

    /// An item of the development.
    public struct Member: Encodable, Sendable {
        /// The item.
        public var item: RowID<Item>
        /// Its source.
        public var source: ID<Source>
    }
}

/// What became of the wish to follow a matter.
public struct FollowAnswer: Sendable {
    /// The matter as it is followed.
    public var matter: String
    /// Whether the owner followed it before.
    public var wasFollowed: Bool
    /// How many developments and lone items are stored about it.
    public var steps: Int
    /// Whether it is the name of a case, which is met in longer forms and shorter ones, too.
    public var isName: Bool
}

extension Workspace {
    /// Acts that are called so, and citations and names of matters that hold some words, for who wrote another form of
    /// them.
    ///
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func matters(like words: String) throws -> [String] {
        let named = try TaggingTools.groupingTables(in: settings().vocabulary).acts.keys(named: words)
        let stored = try storeForReading().matters(holding: words, limit: 5)
        return Array((named + stored.filter { !named.contains($0) }).prefix(5))
    }

    /// A case or act over time, the oldest step first, by the days of publication, else of the last change, as of feeds
    /// that give no other; also items that state it and make no development.
    ///
    /// - Parameter citation: A citation as people write it, or a name.
    /// - Returns: The steps.
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func matter(_ citation: String) throws -> [MatterView] {
        let (store, zone) = (try storeForReading(), zone)
        let matter = try matterName(citation)
        var steps = try store.thread(of: matter)
        // Every development only cites an act, so that none is told from the others by that.
        if steps.allSatisfy(\.isMention) { for index in steps.indices { steps[index].isMention = false } }
        // What follows a step is one, whatever number it goes by.
        let earlier = try store.earlierSteps(of: steps.filter(\.isMention).map(\.development.id))
        let own = Set(steps.filter { !$0.isMention }.map(\.development.id))
        for index in steps.indices where !own.isDisjoint(with: earlier[steps[index].development.id] ?? []) {
            steps[index].isMention = false
        }
        let developed = try steps.compactMap { step in
            try step.items.first.map {
                try view(of: step.items, $0, step.development, isMention: step.isMention, matter, store, zone)
            }
        }
        let lone = try store.loneItems(of: matter).map {
            try view(of: [$0], $0, nil, isMention: false, matter, store, zone)
        }
        return (developed + lone).sorted { ($0.moment, $0.view.item) < ($1.moment, $1.view.item) }.map(\.view)
    }

    /// What is shown of a step, and the moment by which it is ordered: that of the item that is shown.
    private func view(
        of items: [ItemSummary], _ lead: ItemSummary, _ development: Development?, isMention: Bool, _ matter: String,
        _ store: Store, _ zone: TimeZone
    ) throws -> (view: MatterView, moment: Instant) {
        let found = try store.foundItems(items.map(\.id))
        let moves = MovedDates(store: store)
        let matters = Citation.spellings(of: matter)
        let treated = found.flatMap(\.findings.treatments).map(\.value).filter { matters.contains($0.authority) }
        let view = MatterView(
            development: development?.id, previous: development?.previous, published: lead.published,
            firstSeen: development?.firstSeen ?? lead.firstSeen, stage: lead.stage, instrument: lead.instrument,
            source: lead.source, item: lead.id, title: lead.title, link: lead.link, items: items.count,
            members: items.map { MatterView.Member(item: $0.id, source: $0.source) },
            isMention: isMention, about: isMention ? development?.matters.first : nil,
            moved: MovedDates.distinct(
                try found.flatMap {
                    try moves.moves(
                        in: $0.findings, of: $0.item.id, in: development?.id, seen: zone.day(of: $0.item.firstSeen))
                }), treatments: Set(treated.map(\.kind)).sorted { $0.rawValue < $1.rawValue })
        return (view, found.first { $0.item.id == lead.id }?.moment ?? view.firstSeen)
    }

    /// Makes each step of a matter an alert for an owner.
    ///
    /// - Returns: The matter as it is followed, and what is known of it.
    /// - Throws: A ``Model/Problem`` where the register has no such owner, or no item can be known by such words.
    public func follow(_ citation: String, owner: ID<Owner>, note: String, actor: String) throws -> FollowAnswer {
        let owner = try register().owner(owner).id
        let matter = try matterName(citation)
        let store = try storeForAnswers()
        let steps = try store.thread(of: matter).count + store.loneItems(of: matter).count
        guard try steps > 0 || knownMatter(citation) != nil else {
            let like = try matters(like: citation)
            throw PlainProblem(
                "'\(citation)' is neither the number nor the name of a case or act: no item could ever meet it",
                remedy: like.isEmpty
                    ? "write a number as in C-250/25, 3:24-cv-01234 or EU 2024/1689, or a name as in A v. B, 《…办法》 or KR AI Basic Act"
                    : "perhaps you mean: \(like.joined(separator: ", "))",
                exitCode: .data)
        }
        let wasFollowed = try store.follow(
            Follow(matter: matter, owner: owner, note: note, since: clock.now), by: actor)
        return FollowAnswer(
            matter: matter, wasFollowed: wasFollowed, steps: steps, isName: CaseName.isName(matter))
    }

    /// Stops making each step of a matter an alert.
    ///
    /// - Returns: The matter that was followed.
    /// - Throws: A ``Model/Problem`` where the owner did not follow it.
    public func unfollow(_ citation: String, owner: ID<Owner>, actor: String) throws -> String {
        let matter = try matterName(citation)
        // Who left the register can still be taken off.
        let owner = try register().owners.first { $0.id == owner || $0.aliases.contains(owner) }?.id ?? owner
        let store = try storeForAnswers()
        let followed = try store.follows().filter { $0.owner == owner }.map(\.matter)
        let isFollowed = followed.contains(matter)
        let kept = isFollowed ? matter : followed.first { Self.plain($0) == Self.plain(matter) } ?? matter
        try store.unfollow(kept, owner: owner, by: actor, at: clock.now)
        return kept
    }

    /// A matter without its stops and spaces, by which people write it: `HR5388` is `H.R. 5388`.
    private static func plain(_ matter: String) -> String {
        String(matter.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// A citation as people write it, the name of a case, or that of an act of the vocabulary, as matters are kept; other
    /// words stay as they are.
    private func matterName(_ citation: String) throws -> String { try knownMatter(citation) ?? citation }

    /// The same; nil for words by which no item is known.
    private func knownMatter(_ citation: String) throws -> String? {
        try TaggingTools.matter(citation) ?? MatterName.numbered(citation)
            ?? TaggingTools.groupingTables(in: settings().vocabulary).acts.key(of: citation)
    }
}
