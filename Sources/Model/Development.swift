/// Items that report the same legal event, grouped: what a person needs to hear once.
public struct Development: Sendable, Equatable {
    /// Why an item was taken into the group.
    public struct Membership: Sendable, Equatable, Codable {
        /// The item.
        public var item: RowID<Item>
        /// The citation, the matter's name and date, or the share of common shingles that joined it.
        public var because: String
        /// A membership from its parts.
        public init(item: RowID<Item>, because: String) {
            self.item = item
            self.because = because
        }
    }

    /// Its name, or its row.
    public var id: RowID<Development>
    /// Its items, the one that is shown first: a primary source before commentary.
    public var members: [Membership]
    /// The first seen.
    public var firstSeen: Instant
    /// Citations and names by which the matter is followed.
    public var matters: [String]
    /// The step before in the same matter.
    public var previous: RowID<Development>?

    /// A development from its parts.
    public init(
        id: RowID<Development>, members: [Membership], firstSeen: Instant, matters: [String],
        previous: RowID<Development>? = nil
    ) {
        self.id = id
        self.members = members
        self.firstSeen = firstSeen
        self.matters = matters
        self.previous = previous
    }
}
