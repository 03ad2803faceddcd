import Model
import Store

/// The legal dates that recipients have in their calendars, together with those of the digests that are being composed:
/// which entry a statement is of, and whether it moves one.
///
/// A date moves where the text says so, where the item that states it was edited, or where its publisher says the same
/// of another day. Any other day is another date: both stand.
final class DateBook {
    private let store: Store
    private let organisation: String
    private let now: Instant
    private let today: Day
    private var entries: [String: CalendarEntry] = [:]
    private var byMatter: [String: Set<String>] = [:]
    private var byItem: [RowID<Item>: Set<String>] = [:]
    /// By the names of the items that stated them first, where their matters have none.
    private var byOrigin: [Substring: Set<String>] = [:]

    init(_ store: Store, organisation: String, now: Instant, today: Day) throws {
        self.store = store
        self.organisation = Self.hash(organisation)
        self.now = now
        self.today = today
        for entry in try store.calendarEntries() { set(entry) }
    }

    /// An entry by its name.
    subscript(uid: String) -> CalendarEntry? { entries[uid] }

    /// The entry to which a later item moved the date that a statement is of; nil where none did.
    func successor(of statement: DateStatement) -> CalendarEntry? {
        let item = statement.found.item
        return thread(statement).first { entry in
            entry.date != statement.date && entry.former.contains(statement.date.date)
                && (entry.item > item.id
                    || (entry.item < item.id && Self.origin(of: entry) == Self.name(of: item)[...]))
        }
    }

    /// The entry of a statement, moved to its day, or made.
    func enter(_ statement: DateStatement) throws -> CalendarEntry {
        let known = known(statement)
        let same = known.filter { $0.date == statement.date }
        let left = thread(statement).first { entry in
            entry.date.date == statement.movedFrom && entry.item <= statement.found.item.id
        }
        if let left { return move(left, statement) }
        if let entry = same.first(where: { $0.movedFrom == statement.movedFrom }) ?? same.first { return stated(entry) }
        if let entry = try edited(statement, known) ?? repeated(statement, known) { return move(entry, statement) }
        return add(statement)
    }

    /// The entries that some items stated last.
    func entries(of items: some Sequence<RowID<Item>>) -> [CalendarEntry] {
        let items = Set(items)
        let names = Set(items.flatMap { byItem[$0] ?? [] })
        return names.sorted().compactMap { entries[$0] }.filter { items.contains($0.item) }
    }

    /// An entry whose day no text states any more.
    func withdraw(_ entry: CalendarEntry) -> CalendarEntry { changed(entry, isWithdrawn: true) }

    /// An entry whose day is stated, again where it was withdrawn.
    private func stated(_ entry: CalendarEntry) -> CalendarEntry { changed(entry, isWithdrawn: false) }

    private func changed(_ entry: CalendarEntry, isWithdrawn: Bool) -> CalendarEntry {
        guard entry.isWithdrawn != isWithdrawn else { return entry }
        var entry = entry
        entry.isWithdrawn = isWithdrawn
        entry.sequence += 1
        entry.changed = now
        set(entry)
        return entry
    }

    /// The entries of the statement's kind that its matter has, or that its development's items state.
    private func known(_ statement: DateStatement) -> [CalendarEntry] {
        let matters = statement.company.matter.map(Citation.spellings) ?? []
        var names = Set(matters.flatMap { byMatter[$0] ?? [] })
        for item in statement.company.items { names.formUnion(byItem[item] ?? []) }
        return names.sorted().compactMap { entries[$0] }.filter { $0.date.kind == statement.date.kind }
    }

    /// The same, and the entries that the statement's item or a step before stated first: a matter without a name is known
    /// by these alone.
    private func thread(_ statement: DateStatement) -> [CalendarEntry] {
        let items = statement.company.earlier.map(\.item) + [statement.found.item]
        let names = items.reduce(into: Set<String>()) { $0.formUnion(byOrigin[Self.name(of: $1)[...]] ?? []) }
        let further = names.sorted().compactMap { entries[$0] }.filter { $0.date.kind == statement.date.kind }
        let known = known(statement)
        let uids = Set(known.map(\.uid))
        return known + further.filter { !uids.contains($0.uid) }
    }

    /// The entry whose day the item stated until it was edited: of several, in the order of their days.
    private func edited(_ statement: DateStatement, _ known: [CalendarEntry]) -> CalendarEntry? {
        let (item, company) = (statement.found.item.id, statement.company)
        let left = known.filter { $0.item == item && !company.dates.contains($0.date) }.sorted(by: Self.isEarlier)
        guard !left.isEmpty else { return nil }
        let taken = Set(known.map(\.date))
        let own: Set<LegalDate> = Set(statement.found.findings.dates.map(\.value))
        let coming = own.subtracting(taken).filter { $0.kind == statement.date.kind && $0.date >= today }
        let fresh = coming.sorted { $0.date < $1.date }
        guard left.count == fresh.count else { return nil }
        return fresh.firstIndex(of: statement.date).map { left[$0] }
    }

    private static func isEarlier(_ left: CalendarEntry, _ right: CalendarEntry) -> Bool {
        left.date.date < right.date.date
    }

    /// The entry of which an earlier item of the same source said the same, while its day lay ahead.
    private func repeated(_ statement: DateStatement, _ known: [CalendarEntry]) throws -> CalendarEntry? {
        let own: Set<LegalDate> = Set(statement.found.findings.dates.map(\.value))
        let earlier = known.filter { entry in
            entry.item < statement.found.item.id && entry.date.date >= statement.seen && !own.contains(entry.date)
        }
        guard !earlier.isEmpty, let frame = statement.found.frame(of: statement.date) else { return nil }
        let items = try store.foundItems(earlier.map(\.item))
        return earlier.first { entry in
            items.contains { found in
                found.item.id == entry.item && found.item.source == statement.found.item.source
                    && found.frame(of: entry.date) == frame
            }
        }
    }

    private func move(_ entry: CalendarEntry, _ statement: DateStatement) -> CalendarEntry {
        var moved = entry
        moved.former.append(entry.date.date)
        moved.date = statement.date
        moved.isWithdrawn = false
        moved.sequence += 1
        moved.changed = now
        moved.item = statement.found.item.id
        set(moved)
        return moved
    }

    /// Named by the matter, or the source and its name of the item, and the day that was told first, so that it is the same
    /// whoever hears of it first; and by the organisation, so that two never overwrite each other's (RFC 5545, 3.8.4.7).
    private func add(_ statement: DateStatement) -> CalendarEntry {
        let item = statement.found.item
        let own = Self.name(of: statement.origin)
        let day = statement.movedFrom ?? statement.date.date
        let name = "\(statement.company.matter ?? own)/\(statement.date.kind.rawValue)/\(day)"
        let plain = "\(name)@\(organisation)"
        let entry = CalendarEntry(
            uid: entries[plain] == nil ? plain : "\(name)/\(own)@\(organisation)",
            matter: statement.company.matter ?? statement.found.item.text.title, date: statement.date, changed: now,
            item: item.id, former: statement.movedFrom.map { [$0] } ?? [])
        set(entry)
        return entry
    }

    private static func name(of item: Item) -> String {
        "\(itemMark)\(hash("\(item.source)\u{0}\(item.identity.key)"))"
    }

    /// The name of the item that stated an entry first; nil where the entry goes by its matter's.
    private static func origin(of entry: CalendarEntry) -> Substring? {
        entry.uid.hasPrefix(itemMark) ? entry.uid.prefix { $0 != "/" } : nil
    }

    private static let itemMark = "item-"

    private static func hash(_ text: String) -> String {
        String(SHA256.hexadecimal(of: Array(text.utf8)).prefix(16))
    }

    private func set(_ entry: CalendarEntry) {
        entries[entry.uid] = entry
        byMatter[entry.matter, default: []].insert(entry.uid)
        byItem[entry.item, default: []].insert(entry.uid)
        if let origin = Self.origin(of: entry) { byOrigin[origin, default: []].insert(entry.uid) }
    }
}
