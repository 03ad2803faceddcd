import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite("What a refused mail told is still to be told")
struct RefusedDigestTests {
    /// Commits a digest of the n-th week that goes by mail, and gives its delivery.
    private func mail(
        _ scratch: Scratch, week: Int, from: Int? = nil, new alerts: [RowID<Alert>] = [],
        _ notices: [DigestCommit.Notice] = []
    ) throws -> RowID<Delivery> {
        let (from, to) = (scratch.at.adding(days: 7 * (from ?? week - 1)), scratch.at.adding(days: 7 * week))
        _ = try scratch.commit(
            DigestCommit(
                recipient: "owner:ada", at: to, from: from, to: to, content: Array("{}".utf8), newAlerts: alerts,
                notices: notices, outgoing: [.init(.mail, to: "ada@example.org", messageID: "\(week)@x")]))
        return try #require(try scratch.store.deliveries(limit: 1).first).id
    }

    private func end(_ scratch: Scratch, _ delivery: RowID<Delivery>, _ state: Delivery.State) throws {
        try scratch.store.endAttempt(delivery, state, said: "550 no such user", at: scratch.at)
    }

    private let notice = DigestCommit.Notice("withdrawn", "1@x 1")

    @Test("once, by the digest that arrives")
    func again() throws {
        let scratch = try Scratch()
        let alert = try scratch.alert()
        func isUntold() throws -> Bool {
            let (alerts, notices) = (
                try scratch.store.unshownAlerts(to: "owner:ada", AlertQuery()),
                try scratch.store.notices(to: "owner:ada", kind: "withdrawn")
            )
            #expect(alerts.isEmpty == !notices.isEmpty)
            return notices.isEmpty
        }
        let first = try mail(scratch, week: 1, new: [alert], [notice])
        #expect(try !isUntold())
        try end(scratch, first, .refused)
        #expect(try isUntold())
        #expect(try scratch.store.notices(to: "owner:ada", kind: "withdrawn", isLost: true) == [notice.key])
        let second = try mail(scratch, week: 2, from: 0, new: [alert], [notice])
        #expect(try !isUntold())
        try end(scratch, second, .sent)
        #expect(try !isUntold())
        #expect(throws: AlreadyShown.self) { _ = try mail(scratch, week: 3, new: [alert]) }
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("and what arrived is not told again because a repetition was refused")
    func repetition() throws {
        let scratch = try Scratch()
        try end(scratch, mail(scratch, week: 1, [notice]), .sent)
        try end(scratch, mail(scratch, week: 2, [notice]), .refused)
        #expect(try scratch.store.notices(to: "owner:ada", kind: "withdrawn") == [notice.key])
    }

    @Test("the next digest begins where the earliest one did that was refused, also where a later one arrived before")
    func period() throws {
        let scratch = try Scratch()
        func next() throws -> Int64 {
            let last = try scratch.store.lastPeriod(of: "owner:ada", upTo: scratch.at.adding(days: 100))
            return try #require(last).to.seconds(since: scratch.at) / (7 * 86_400)
        }
        let first = try mail(scratch, week: 1)
        #expect(try next() == 1)
        let second = try mail(scratch, week: 2)
        try end(scratch, second, .sent)
        #expect(try next() == 2)
        try end(scratch, first, .refused)
        #expect(try next() == 0)
        let third = try mail(scratch, week: 3, from: 0)
        #expect(try next() == 3)
        try end(scratch, third, .refused)
        #expect(try next() == 0)
        try scratch.store.retry(third, by: "ops", at: scratch.at)
        #expect(try next() == 3)
    }

    @Test("what only repeats what an address refused is told as such")
    func onlyRepeats() throws {
        let scratch = try Scratch()
        let alert = try scratch.alert()
        func wasRefused(_ notices: [DigestCommit.Notice], at address: String?) throws -> Bool {
            try scratch.store.wasRefused([alert], notices, to: "owner:ada", at: address)
        }
        let first = try mail(scratch, week: 1, new: [alert], [notice])
        #expect(try !wasRefused([notice], at: "ada@example.org"))
        try end(scratch, first, .refused)
        #expect(try wasRefused([notice], at: "ada@example.org"))
        #expect(try !wasRefused([notice], at: "ada@example.net"))
        #expect(try !wasRefused([notice, .init("moved", "2@x")], at: "ada@example.org"))
    }

    @Test("mail goes to another address on record")
    func readdress() throws {
        let scratch = try Scratch()
        let delivery = try mail(scratch, week: 1)
        try scratch.store.readdress(delivery, to: "ada@example.net", at: scratch.at)
        #expect(try scratch.store.deliveries().map(\.recipient) == ["ada@example.net"])
        let line = try #require(try scratch.store.auditHead())
        #expect(line.action == "readdress" && line.detail.contains("ada@example.org"), "\(line.detail)")
    }

    @Test("a database of before goes on with what it had shown")
    func upgrade() throws {
        let scratch = try Scratch()
        let path = scratch.folder.path + "/old.sqlite"
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let raw = try DatabaseQueue(path: path, configuration: configuration)
        try Schema.migrator.migrate(raw, upTo: "1 the watch")
        try raw.write { try $0.execute(sql: "INSERT INTO shown VALUES ('owner:ada', 1, 1, 1)") }
        try Schema.migrator.disablingDeferredForeignKeyChecks().migrate(raw)
        let shown = try raw.read { try String.fetchOne($0, sql: "SELECT recipient FROM shown WHERE digest = 1") }
        #expect(shown == "owner:ada")
        #expect(throws: DatabaseError.self) { try raw.write { try $0.execute(sql: "DELETE FROM shown") } }
    }
}
