public import Model
import Store

/// One step of a matter.
public struct MatterView: Encodable, Sendable {
    /// The development's number.
    public var development: RowID<Development>
    /// The step before.
    @OrNull public var previous: RowID<Development>?
    /// When we saw it first.
    public var firstSeen: Instant
    /// How far the matter had come.
    public var stage: Stage
    /// What kind of legal thing was reported.
    public var instrument: Instrument
    /// The source of the item that is shown.
    public var source: ID<Source>
    /// What that item is called.
    public var title: String
    /// Where it is.
    @OrNull public var link: String?
    /// How many items report it.
    public var items: Int
}

extension Workspace {
    /// A case or act over time, the oldest step first.
    ///
    /// - Parameter citation: A citation as people write it, or a name.
    /// - Returns: The steps.
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func matter(_ citation: String) throws -> [MatterView] {
        try storeForReading().thread(of: TaggingTools.normalised(citation)).compactMap { step in
            guard let lead = step.items.first else { return nil }
            return MatterView(
                development: step.development.id, previous: step.development.previous,
                firstSeen: step.development.firstSeen, stage: lead.stage, instrument: lead.instrument,
                source: lead.source, title: lead.title, link: lead.link, items: step.items.count)
        }
    }

    /// Makes each step of a matter an alert for an owner.
    ///
    /// - Returns: The matter as it is followed.
    /// - Throws: A ``Model/Problem`` where the register has no such owner.
    public func follow(_ citation: String, owner: ID<Owner>, note: String, actor: String) throws -> String {
        let owner = try register().owner(owner).id
        let matter = TaggingTools.normalised(citation)
        try storeForAnswers().follow(Follow(matter: matter, owner: owner, note: note, since: clock.now), by: actor)
        return matter
    }

    /// Stops making each step of a matter an alert.
    ///
    /// - Returns: The matter that was followed.
    /// - Throws: A ``Model/Problem`` where the owner did not follow it.
    public func unfollow(_ citation: String, owner: ID<Owner>, actor: String) throws -> String {
        let matter = TaggingTools.normalised(citation)
        // Who left the register can still be taken off.
        let owner = try register().owners.first { $0.id == owner || $0.aliases.contains(owner) }?.id ?? owner
        try storeForAnswers().unfollow(matter, owner: owner, by: actor, at: clock.now)
        return matter
    }
}
