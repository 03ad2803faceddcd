import Model
import Store
import Testing

@Suite("Digests and deliveries")
struct DigestTests {
    private func digest(
        _ scratch: Scratch, to recipient: String = "owner:ada", new alerts: [RowID<Alert>] = [],
        outgoing: [DigestCommit.Outgoing] = [], notices: [DigestCommit.Notice] = [],
        calendar: [CalendarEntry] = []
    ) -> DigestCommit {
        DigestCommit(
            recipient: recipient, at: scratch.at, from: scratch.at.adding(days: -7), to: scratch.at,
            content: Array(#"{"title":"摘要"}"#.utf8), newAlerts: alerts, notices: notices, outgoing: outgoing,
            calendar: calendar)
    }

    @Test("an alert is new in one digest of a recipient, and in one more each time that it is put again")
    func once() throws {
        let scratch = try Scratch()
        let id = try scratch.alert()
        func unshown(_ recipient: String) throws -> Set<RowID<Alert>> {
            try scratch.store.unshownAlerts(to: recipient, AlertQuery(owner: ID("ip-counsel")))
        }
        #expect(try unshown("owner:ada") == [id])
        _ = try scratch.commit(digest(scratch, new: [id]))
        #expect(try unshown("owner:ada").isEmpty)
        #expect(try unshown("unit:engineering") == [id])
        #expect(throws: AlreadyShown.self) { try scratch.commit(digest(scratch, new: [id])) }
        try scratch.store.assess([id], .noImpact, note: "", by: "ada", at: scratch.at)
        #expect(try unshown("unit:engineering").isEmpty)
        try scratch.store.reopen(
            [Reopening(alert: id, because: "appeal", reasons: [], due: Day(number: 1), rank: Rank(parts: []))],
            at: scratch.at)
        #expect(try unshown("owner:ada") == [id])
        _ = try scratch.commit(digest(scratch, new: [id]))
        #expect(try unshown("owner:ada").isEmpty)
    }

    @Test("a digest that cannot be stored whole leaves nothing behind")
    func whole() throws {
        let scratch = try Scratch()
        let id = try scratch.alert()
        let way = DigestCommit.Outgoing(.mail, to: "ada@example.org", messageID: "1@x")
        let entry = CalendarEntry(
            uid: "1@x", matter: "C-1/20", date: LegalDate(Day(number: 20_700), .effective), changed: scratch.at,
            item: try scratch.item("a date"))
        #expect(throws: StoreProblem.self) {
            try scratch.commit(digest(scratch, new: [id], outgoing: [way, way], calendar: [entry]))
        }
        #expect(try scratch.store.calendarEntries().isEmpty)
        #expect(try scratch.store.lastPeriod(of: "owner:ada", upTo: scratch.at) == nil)
        #expect(try scratch.store.deliveries().isEmpty)
        #expect(try scratch.store.unshownAlerts(to: "owner:ada", AlertQuery()) == [id])
    }

    @Test("a digest is read back with the head of the log that it bears witness to")
    func readBack() throws {
        let scratch = try Scratch()
        _ = try scratch.alert()
        let head = try #require(try scratch.store.auditHead()?.hash)
        let way = DigestCommit.Outgoing(.mail, to: "ada@example.org", messageID: "1@x")
        let id = try scratch.commit(digest(scratch, outgoing: [way]))
        let stored = try #require(try scratch.store.digest(id))
        #expect(stored.content == digest(scratch).content)
        #expect(stored.auditHead == head)
        let last = try #require(try scratch.store.lastPeriod(of: "owner:ada", upTo: stored.at))
        #expect(last == (stored.at, stored.to))
        #expect(try scratch.store.lastPeriod(of: "owner:ada", upTo: stored.at.adding(seconds: -1)) == nil)
        #expect(try scratch.store.lastPeriod(of: "owner:bob", upTo: stored.at) == nil)
        var second = way
        second.messageID = "2@x"
        let later = try scratch.commit(digest(scratch, outgoing: [second]))
        #expect(try scratch.store.messageIDs(to: "owner:ada", before: later + 1) == ["1@x", "2@x"])
        #expect(try scratch.store.messageIDs(to: "owner:ada", before: later + 1, limit: 1) == ["2@x"])
        #expect(try scratch.store.messageIDs(to: "owner:ada", before: later) == ["1@x"])
        #expect(try scratch.store.messageIDs(to: "owner:ada", before: id) == [])
    }

    @Test("what is told once is not told again")
    func notices() throws {
        let scratch = try Scratch()
        let notice = DigestCommit.Notice("near", "C-1/20 2026-08-02 30")
        _ = try scratch.commit(digest(scratch, notices: [notice]))
        #expect(try scratch.store.notices(to: "owner:ada", kind: "near") == [notice.key])
        #expect(try scratch.store.notices(to: "owner:ada", kind: "moved").isEmpty)
        #expect(try scratch.store.notices(to: "owner:bob", kind: "near").isEmpty)
    }

    @Test("a delivery goes from pending to sent, with the same Message-ID however often it is tried")
    func deliveries() throws {
        let scratch = try Scratch()
        let at = scratch.at
        _ = try scratch.commit(
            digest(scratch, outgoing: [.init(.mail, to: "ada@example.org", messageID: "1@x")]))
        let id = try #require(try scratch.store.deliveriesDue(at: at).first).id
        try scratch.store.beginAttempt(id, until: at.adding(seconds: 600))
        #expect(try scratch.store.deliveriesDue(at: at).isEmpty)
        let interrupted = try #require(try scratch.store.deliveriesDue(at: at.adding(seconds: 600)).first)
        #expect(interrupted.state == .uncertain)
        try scratch.store.beginAttempt(id, until: at.adding(seconds: 1200))
        try scratch.store.endAttempt(id, .pending, said: "451 later", at: at, next: at.adding(seconds: 60))
        let waiting = try #require(try scratch.store.deliveriesDue(at: at.adding(seconds: 60)).first)
        #expect(waiting.attempts == 2)
        #expect(waiting.lastError == "451 later")
        #expect(waiting.messageID == "1@x")
        try scratch.store.beginAttempt(id, until: at)
        try scratch.store.endAttempt(id, .sent, at: at.adding(seconds: 61))
        let sent = try #require(try scratch.store.deliveries(state: .sent).first)
        #expect(sent.sentAt == at.adding(seconds: 61))
        #expect(sent.lastError == nil)
        #expect(try scratch.store.auditHead()?.action == "sent")
        #expect(throws: NotThere.self) { try scratch.store.retry(id, by: "ada", at: at) }
    }

    @Test("a refused delivery is tried again only when a person says so")
    func refused() throws {
        let scratch = try Scratch()
        _ = try scratch.commit(
            digest(scratch, outgoing: [.init(.mail, to: "gone@example.org", messageID: "1@x")]))
        let id = try #require(try scratch.store.deliveries().first).id
        try scratch.store.endAttempt(id, .refused, said: "550 no such user", at: scratch.at)
        #expect(try scratch.store.deliveriesDue(at: scratch.at.adding(days: 9)).isEmpty)
        try scratch.store.retry(id, by: "ada", at: scratch.at)
        #expect(try scratch.store.deliveriesDue(at: scratch.at).map(\.id) == [id])
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("a calendar entry keeps its identity, and counts each time that it moves, is withdrawn or stated again")
    func calendar() throws {
        let scratch = try Scratch()
        let item = try scratch.item("a date")
        var entry = CalendarEntry(
            uid: "1@x", matter: "EU 2024/1689", date: LegalDate(Day(number: 20_700), .effective), changed: scratch.at,
            item: item)
        for _ in 0..<2 { _ = try scratch.commit(digest(scratch, calendar: [entry])) }
        #expect(try scratch.store.calendarEntries() == [entry])
        entry.date.date = Day(number: 20_900)
        entry.changed = scratch.at.adding(days: 1)
        _ = try scratch.commit(digest(scratch, calendar: [entry]))
        (entry.sequence, entry.former) = (1, [Day(number: 20_700)])
        #expect(try scratch.store.calendarEntries() == [entry])
        #expect(entry.movedFrom == Day(number: 20_700))
        for (isWithdrawn, sequence) in [(true, 2), (true, 2), (false, 3)] {
            entry.isWithdrawn = isWithdrawn
            _ = try scratch.commit(digest(scratch, calendar: [entry]))
            entry.sequence = sequence
            #expect(try scratch.store.calendarEntries() == [entry])
        }
    }
}
