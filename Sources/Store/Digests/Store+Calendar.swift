import GRDB
public import Model

/// A date with legal effect that items state.
public struct StatedDate: Sendable, Equatable {
    /// The date and what happens on it.
    public var date: LegalDate
    /// The item that states it.
    public var item: RowID<Item>
    /// The development that the item belongs to; nil where it belongs to none.
    public var development: RowID<Development>?
    /// The words that prove it.
    public var evidence: [Evidence]
}

/// A legal date as recipients have it in their calendars.
public struct CalendarEntry: Sendable, Equatable {
    /// What tells it from other entries for ever.
    public var uid: String
    /// The matter.
    public var matter: String
    /// The day and what happens on it.
    public var date: LegalDate
    /// 0 at first, one more each time that it moves (RFC 5545, 3.8.7.4).
    public var sequence: Int
    /// When it last changed.
    public var changed: Instant
    /// The item that states it.
    public var item: RowID<Item>
    /// The day on which it stood before it moved last; nil where it never moved.
    public var movedFrom: Day?

    /// An entry from its parts.
    public init(
        uid: String, matter: String, date: LegalDate, sequence: Int = 0, changed: Instant, item: RowID<Item>,
        movedFrom: Day? = nil
    ) {
        self.uid = uid
        self.matter = matter
        self.date = date
        self.sequence = sequence
        self.changed = changed
        self.item = item
        self.movedFrom = movedFrom
    }
}

extension Store {
    /// Dates that relevant items state, the earliest first.
    ///
    /// - Parameters:
    ///   - from: On this day or later.
    ///   - to: On this day or earlier; to the end where nil.
    /// - Returns: The dates.
    /// - Throws: `StoreProblem`.
    public func legalDates(from: Day, to: Day? = nil) throws -> [StatedDate] {
        try read { db in
            try db.map(
                """
                SELECT legal_date.*, member.development FROM legal_date JOIN item ON item.id = legal_date.item
                    LEFT JOIN member ON member.item = legal_date.item
                WHERE day >= ?1 AND (?2 IS NULL OR day <= ?2) AND item.relevant = 1
                ORDER BY day, legal_date.item, legal_date.position
                """, [from, to]
            ) { try $0.statedDate() }
        }
    }

    /// Dates that the items of a matter's developments state, in the order in which we saw the items.
    ///
    /// - Parameter matter: The citation or name.
    /// - Returns: The dates.
    /// - Throws: `StoreProblem`.
    public func legalDates(of matter: String) throws -> [StatedDate] {
        try read { db in
            try db.map(
                """
                SELECT legal_date.*, member.development FROM matter JOIN member USING (development)
                    JOIN legal_date USING (item)
                WHERE matter.matter = ? ORDER BY legal_date.item, legal_date.position
                """, [matter]
            ) { try $0.statedDate() }
        }
    }

    /// The calendar entries on or after a day, the earliest first.
    ///
    /// - Parameter day: The day.
    /// - Returns: The entries.
    /// - Throws: `StoreProblem`.
    public func calendarEntries(from day: Day) throws -> [CalendarEntry] {
        try read { db in
            try db.map("SELECT * FROM calendar_entry WHERE day >= ? ORDER BY day, uid", [day]) { row in
                CalendarEntry(
                    uid: try row.text("uid"), matter: try row.text("matter"),
                    date: LegalDate(try row.day("day"), try row.word("kind")), sequence: try row.integer("sequence"),
                    changed: try row.instant("changed"), item: try row.row("item"),
                    movedFrom: try row.optionalDay("moved_from"))
            }
        }
    }
}

extension Database {
    /// Stores calendar entries; one that is known and has another day moves, with the next number.
    func set(_ entries: [CalendarEntry]) throws {
        for entry in entries {
            try run(
                """
                INSERT INTO calendar_entry (uid, matter, kind, day, sequence, changed, item)
                VALUES (?, ?, ?, ?, 0, ?, ?)
                ON CONFLICT DO UPDATE SET day = excluded.day, item = excluded.item, changed = excluded.changed,
                    sequence = sequence + 1, moved_from = day
                WHERE day <> excluded.day
                """,
                [entry.uid, entry.matter, entry.date.kind.rawValue, entry.date.date, entry.changed, entry.item])
        }
    }
}

extension Row {
    fileprivate func statedDate() throws -> StatedDate {
        StatedDate(
            date: LegalDate(try day("day"), try word("kind")), item: try row("item"),
            development: try optionalRow("development"), evidence: try list("evidence"))
    }
}
