/// Items that report the same legal event, grouped: what a person needs to hear once.
public struct Development: Sendable, Equatable {
    /// Why an item was taken into the group.
    public struct Membership: Sendable, Equatable, Codable {
        /// The item.
        public var item: RowID<Item>
        /// The citation, the matter's name and date, or the share of common shingles that joined it.
        public var because: String
        /// Its place in the group: the lowest is shown first, and of two items in one place the one that was stored
        /// first.
        public var place: Int
        /// A membership from its parts.
        public init(item: RowID<Item>, because: String, place: Int = 0) {
            self.item = item
            self.because = because
            self.place = place
        }
    }

    /// Its number.
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

    /// Whether one member is shown before another.
    public static func isShownBefore(_ left: Membership, _ right: Membership) -> Bool {
        (left.place, left.item) < (right.place, right.item)
    }
}
