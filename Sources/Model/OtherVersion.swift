/// Another version of an item than the one that it is stored with: its source gives it, and it is not taken over yet, as
/// it may come from another of two servers.
public struct OtherVersion: Sendable, Equatable {
    /// What tells it from other versions: a hash of its text, or the address or day that it has.
    public var mark: String
    /// When it was given first, without any other version since.
    public var since: Instant
    /// How many times in a row it was given.
    public var readings: Int

    /// A version from its parts.
    public init(mark: String, since: Instant, readings: Int) {
        self.mark = mark
        self.since = since
        self.readings = readings
    }
}

/// What a reading gave of an item that may have another version.
public struct VersionRead: Sendable, Equatable {
    /// The item.
    public var item: RowID<Item>
    /// What tells the version; nil where it is the one that is stored.
    public var mark: String?

    /// What was read, from its parts.
    public init(_ item: RowID<Item>, mark: String?) {
        self.item = item
        self.mark = mark
    }
}
