import GRDB
public import Model

/// A legal date as recipients have it in their calendars.
public struct CalendarEntry: Sendable, Equatable {
    /// What tells it from other entries for ever.
    public var uid: String
    /// The matter.
    public var matter: String
    /// The day and what happens on it.
    public var date: LegalDate
    /// 0 at first, one more each time that it moves, is withdrawn or stated again (RFC 5545, 3.8.7.4).
    public var sequence: Int
    /// When it last changed.
    public var changed: Instant
    /// The item that states it.
    public var item: RowID<Item>
    /// The days on which it stood before, the last one last.
    public var former: [Day]
    /// Whether the item states it no more.
    public var isWithdrawn: Bool
    /// The day on which it stood before it moved last; nil where it never moved.
    public var movedFrom: Day? { former.last }

    /// An entry from its parts.
    public init(
        uid: String, matter: String, date: LegalDate, sequence: Int = 0, changed: Instant, item: RowID<Item>,
        former: [Day] = [], isWithdrawn: Bool = false
    ) {
        self.uid = uid
        self.matter = matter
        self.date = date
        self.sequence = sequence
        self.changed = changed
        self.item = item
        self.former = former
        self.isWithdrawn = isWithdrawn
    }
}

extension Store {
    /// The calendar entries of all days, the earliest first: one that is past can move yet.
    ///
    /// - Returns: The entries.
    /// - Throws: `StoreProblem`.
    public func calendarEntries() throws -> [CalendarEntry] {
        try read { db in
            try db.map("SELECT * FROM calendar_entry ORDER BY day, uid") { row in
                CalendarEntry(
                    uid: try row.text("uid"), matter: try row.text("matter"),
                    date: LegalDate(try row.day("day"), try row.word("kind")), sequence: try row.integer("sequence"),
                    changed: try row.instant("changed"), item: try row.row("item"),
                    former: try row.days("former"), isWithdrawn: try row.bool("withdrawn"))
            }
        }
    }
}

extension Database {
    /// Stores calendar entries; one that is known and has another day, is withdrawn or stated again changes, with the next
    /// number.
    func set(_ entries: [CalendarEntry]) throws {
        for entry in entries {
            try run(
                """
                INSERT INTO calendar_entry (uid, matter, kind, day, sequence, changed, item, former, withdrawn)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET day = excluded.day, item = excluded.item, changed = excluded.changed,
                    sequence = sequence + 1, withdrawn = excluded.withdrawn,
                    former = CASE WHEN day = excluded.day THEN former ELSE json_insert(former, '$[#]', day) END
                WHERE day <> excluded.day OR withdrawn <> excluded.withdrawn
                """,
                [
                    entry.uid, entry.matter, entry.date.kind.rawValue, entry.date.date, entry.sequence, entry.changed,
                    entry.item, JSONText.of(entry.former.map(\.description)), entry.isWithdrawn,
                ])
        }
    }
}
