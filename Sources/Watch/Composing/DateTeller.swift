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

    /// A date as it is told: the statement of where it stands now, and whom all that state it concern.
    private struct Line {
        var statement: DateStatement
        var subjects: Set<String> = []
    }

    /// The dates that the developments of some alerts state, or the steps that came after these, the earliest first.
    func dates(
        _ alerts: [AlertSummary], _ steps: [RowID<Alert>: [RowID<Development>]], language: Language, key: String
    ) throws -> Told {
        let book = try context.memory.calendar()
        var lines: [String: Line] = [:]
        var off: Set<OwnDate> = []
        for statement in try statements(alerts, steps, off: &off) {
            let entry: CalendarEntry
            if let successor = book.successor(of: statement) {
                entry = successor
            } else if statement.date.date >= context.today {
                entry = try book.enter(statement)
            } else {
                continue
            }
            var line = lines[entry.uid] ?? Line(statement: statement)
            if statement.date == entry.date { line.statement = statement }
            line.subjects.formUnion(statement.subjects)
            lines[entry.uid] = line
        }
        var told = Told()
        let near = try context.store.notices(to: key, kind: "near")
        let moved = try context.store.notices(to: key, kind: "moved")
        for (uid, line) in lines {
            guard let entry = book[uid], entry.date.date >= context.today else { continue }
            var date = UpcomingDate(entry, line.statement.found, subjects: line.subjects.sorted())
            move(&date, from: entry.movedFrom, moved, &told)
            approach(&date, near, &told)
            told.calendar.append(entry)
            told.dates.append(date)
        }
        try withdraw(alerts, told: Set(lines.keys), off: off, key: key, from: book, into: &told)
        told.dates.sort { ($0.day, $0.uid) < ($1.day, $1.uid) }
        told.calendar.sort { $0.uid < $1.uid }
        return told
    }

    /// A move is told to every reader once, whoever's digest stored it first.
    private func move(_ date: inout UpcomingDate, from old: Day?, _ moved: Set<String>, _ told: inout Told) {
        let key = "\(date.uid) \(date.day)"
        guard let old, !moved.contains(key) else { return }
        (date.notice, date.movedFrom) = (.moved, old)
        told.notices.append(.init("moved", key))
    }

    /// A date that its item states no more, nor any other, or on which a later one says that nothing takes place, is told
    /// to every reader once: it must leave their calendars.
    private func withdraw(
        _ alerts: [AlertSummary], told lines: Set<String>, off: Set<OwnDate>, key: String, from book: DateBook,
        into told: inout Told
    ) throws {
        var subjects: [RowID<Item>: Set<String>] = [:]
        for alert in alerts.map(\.alert) {
            let title = context.register.title(of: alert.subject)
            for item in reports.items(of: alert.development) { subjects[item, default: []].insert(title) }
        }
        let left = book.entries(of: subjects.keys).filter { !lines.contains($0.uid) && $0.date.date >= context.today }
        guard !left.isEmpty else { return }
        let known = try context.store.notices(to: key, kind: "withdrawn")
        let items = try context.store.foundItems(Set(left.map(\.item)).sorted())
        let found = Dictionary(items.map { ($0.item.id, $0) }) { first, _ in first }
        for entry in left {
            guard let item = found[entry.item],
                off.contains(OwnDate(item: entry.item, date: entry.date))
                    || !item.findings.dates.contains(where: { $0.value == entry.date })
            else { continue }
            let entry = book.withdraw(entry)
            let name = "\(entry.uid) \(entry.sequence)"
            guard !known.contains(name) else { continue }
            var date = UpcomingDate(entry, item, subjects: subjects[entry.item, default: []].sorted())
            date.notice = .cancelled
            told.dates.append(date)
            told.calendar.append(entry)
            told.notices.append(.init("withdrawn", name))
        }
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

    /// What the developments of some alerts state, but for what they or later ones say to have moved away or to be off: what
    /// moves a date first, then the older before the newer, and of one development the item that is shown first last.
    private func statements(
        _ alerts: [AlertSummary], _ steps: [RowID<Alert>: [RowID<Development>]], off: inout Set<OwnDate>
    ) throws -> [DateStatement] {
        var subjects: [RowID<Development>: [String]] = [:]
        for alert in alerts.map(\.alert) {
            // Who was told of a date hears that it moved, whatever the step that moves it is about.
            for development in [alert.development] + (steps[alert.id] ?? []) {
                subjects[development, default: []].append(context.register.title(of: alert.subject))
            }
        }
        let moves = MovedDates(store: context.store)
        var gone: Set<String> = []
        var newestFirst: [DateStatement] = []
        for (development, subjects) in subjects.sorted(by: { $0.key > $1.key }) {
            let found = try statements(of: development, subjects)
            gone.formUnion(found.flatMap(\.replaced))
            off.formUnion(try moves.takenOff(by: reports.known(of: development), in: development))
            newestFirst += found.filter { statement in
                (statement.movedFrom != nil || gone.isDisjoint(with: statement.stated))
                    && !off.contains(OwnDate(item: statement.found.item.id, date: statement.date))
            }
        }
        let ordered = newestFirst.reversed()
        return ordered.filter { $0.movedFrom != nil } + ordered.filter { $0.movedFrom == nil }
    }

    private func statements(of development: RowID<Development>, _ subjects: [String]) throws -> [DateStatement] {
        let moves = MovedDates(store: context.store)
        let members = reports.dated(of: development)
        let matter = reports.matters(of: development).first
        var earlier: [FoundItem] = []
        if let first = members.first, reports.hasStepBefore(development),
            matter == nil || members.contains(where: { $0.findings.dates.contains(where: \.hasMoved) })
        {
            earlier = try moves.earlier(than: first.item.id, in: development).dropFirst().flatMap(\.self)
        }
        let company = DateStatement.Company(
            matter: matter, items: reports.items(of: development),
            dates: Set(members.flatMap { $0.findings.dates.map(\.value) }), earlier: earlier)
        return try members.flatMap { found -> [DateStatement] in
            let seen = context.day(of: found.item.firstSeen)
            let moved = try moves.moves(in: found.findings, of: found.item.id, in: development, seen: seen)
            return found.findings.dates.map { date in
                DateStatement(
                    date: date.value, found: found, company: company,
                    movedFrom: moved.first { $0.to == date.value.date && $0.kind == date.value.kind }?.from,
                    seen: seen, subjects: subjects)
            }
        }
    }
}

extension UpcomingDate {
    fileprivate init(_ entry: CalendarEntry, _ found: FoundItem, subjects: [String]) {
        self.init(
            uid: entry.uid, sequence: entry.sequence, day: entry.date.date, kind: entry.date.kind,
            stage: found.findings.stage.value, matter: entry.matter, title: found.item.text.title,
            language: found.item.text.language, subjects: subjects,
            jurisdictions: found.findings.jurisdictions.map(\.value), link: found.item.text.link,
            changed: entry.changed)
    }
}
