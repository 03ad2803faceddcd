import Digests
import Model
import Store

/// Tells the dates with legal effect that concern a reader: the table, the calendar, and what moved or comes near.
struct DateTeller {
    /// Distances in days at which a date that approaches is told.
    static let distances = [30, 7, 1]

    /// What is told, and what has to be stored so that it is told once.
    struct Told {
        var dates: [UpcomingDate] = []
        var notices: [DigestCommit.Notice] = []
        var calendar: [CalendarEntry] = []
    }

    let context: DigestContext
    private var reports: Reports { context.reports }

    /// The dates that the developments of some alerts state, the earliest first.
    func dates(_ alerts: [AlertSummary], language: Language, key: String) throws -> Told {
        var told = Told()
        let known = try context.memory.calendar()
        let near = try context.store.notices(to: key, kind: "near")
        let moved = try context.store.notices(to: key, kind: "moved")
        let developments = Dictionary(grouping: alerts, by: \.alert.development)
        // The later development of a matter says where its dates stand now.
        var gone: Set<String> = []
        for (development, group) in developments.sorted(by: { $0.key > $1.key }) {
            let statements = try statements(of: development)
            gone.formUnion(statements.flatMap(\.replaced))
            for found in statements where gone.isDisjoint(with: found.stated) {
                guard !told.dates.contains(where: { $0.uid == found.uid }) else { continue }
                let before = known[found.uid]
                var date = found.upcoming(
                    group.map { context.register.title(of: $0.alert.subject) }, before, context.now)
                told.calendar.append(found.calendarEntry(context.now))
                move(&date, before, found.movedFrom, moved, &told)
                approach(&date, near, &told)
                told.dates.append(date)
            }
        }
        told.dates.sort { ($0.day, $0.uid) < ($1.day, $1.uid) }
        return told
    }

    /// A move is told to every reader once, whoever's digest stored it first.
    private func move(
        _ date: inout UpcomingDate, _ before: CalendarEntry?, _ stated: Day?, _ moved: Set<String>, _ told: inout Told
    ) {
        let known = before.flatMap { $0.date.date == date.day ? $0.movedFrom : $0.date.date }
        let old = known ?? stated
        let key = "\(date.uid) \(date.day)"
        guard let old, !moved.contains(key) else { return }
        (date.notice, date.movedFrom) = (.moved, old)
        told.notices.append(.init("moved", key))
    }

    /// A date comes near once at each distance; a digest that is late tells the nearest distance only.
    private func approach(_ date: inout UpcomingDate, _ near: Set<String>, _ told: inout Told) {
        let left = date.day.number - context.today.number
        guard date.notice == .listed, let distance = Self.distances.last(where: { left <= $0 }) else { return }
        let key = "\(date.uid) \(date.day) \(distance)"
        guard !near.contains(key) else { return }
        date.notice = .approaching
        date.daysLeft = left
        told.notices.append(.init("near", key))
    }

    /// The coming dates that a development's items state, each once.
    private func statements(of development: RowID<Development>) throws -> [Statement] {
        let moves = MovedDates(store: context.store)
        let matter = reports.matters(of: development).first
        var seen: Set<LegalDate> = []
        var counts: [LegalDate.Kind: Int] = [:]
        return try reports.members(of: development).flatMap { found -> [Statement] in
            let moved = try moves.moves(
                in: found.findings, of: found.item.id, seen: context.day(of: found.item.firstSeen))
            return found.findings.dates.map(\.value).compactMap { date in
                guard seen.insert(date).inserted else { return nil }
                // Past ones count, too: a date must not take over the name of one that went by.
                counts[date.kind, default: 0] += 1
                guard date.date >= context.today else { return nil }
                let base = matter ?? "development-\(development)"
                let uid = "\(base)/\(date.kind.rawValue)/\(counts[date.kind] ?? 1)"
                return Statement(
                    uid: uid, matter: matter ?? found.item.text.title, date: date, found: found,
                    movedFrom: moved.first { $0.to == date.date && $0.kind == date.kind }?.from)
            }
        }
    }
}

/// A date with legal effect that an item states.
private struct Statement {
    var uid: String
    var matter: String
    var date: LegalDate
    var found: FoundItem
    /// The day on which it stood before, where the item or one before it states that.
    var movedFrom: Day?

    /// What is stated: the date of each authority that the item cites.
    var stated: Set<String> { keys(of: date.date) }
    /// What is stated no longer.
    var replaced: Set<String> { movedFrom.map(keys) ?? [] }

    private func keys(of day: Day) -> Set<String> {
        Set(found.findings.citations.map { "\($0.value) \(date.kind.rawValue) \(day)" })
    }

    func upcoming(_ subjects: [String], _ before: CalendarEntry?, _ now: Instant) -> UpcomingDate {
        let hasMoved = before.map { $0.date.date != date.date } ?? false
        return UpcomingDate(
            uid: uid, sequence: (before?.sequence ?? 0) + (hasMoved ? 1 : 0), day: date.date, kind: date.kind,
            matter: matter, title: found.item.text.title, language: found.item.text.language,
            subjects: Array(Set(subjects)).sorted(), jurisdictions: found.findings.jurisdictions.map(\.value),
            link: found.item.text.link, changed: hasMoved ? now : before?.changed ?? now)
    }

    func calendarEntry(_ now: Instant) -> CalendarEntry {
        CalendarEntry(uid: uid, matter: matter, date: date, changed: now, item: found.item.id)
    }
}
