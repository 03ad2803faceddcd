import GRDB
import Model
import Testing

@testable import Store

@Suite("The audit log")
struct AuditTests {
    /// A database in which people have done a bit of everything.
    private func busy() throws -> Scratch {
        let scratch = try Scratch()
        let alert = try scratch.alert()
        let at = scratch.at
        try scratch.store.assess([alert], .noImpact, note: "not ours", by: "ada", at: at)
        try scratch.store.mark(PolicyMark(policy: ID("genai-use"), kind: .reviewed, note: "read", actor: "ada", at: at))
        try scratch.store.reclassify(
            Reclassification(tool: ID("copilot"), before: .pending, after: .approved, actor: "ada", at: at))
        try scratch.store.label([TopicLabel(item: RowID(1), topic: ID("x"), applies: true, actor: "ada", at: at)])
        try scratch.store.follow(Follow(matter: "C-1/20", owner: ID("ada"), since: at), by: "ada")
        try scratch.store.handCheck(HandCheck(source: ID("court"), at: at, actor: "ada", note: "nothing new"))
        _ = try scratch.commit(
            DigestCommit(recipient: "owner:ada", at: at, from: at, to: at, content: Array("{}".utf8)))
        try scratch.attempt("court", opened: [GapFound(.window, from: at, detail: "none overlaps")])
        return scratch
    }

    @Test("what people and the watch did is there in its order, and intact")
    func intact() throws {
        let scratch = try busy()
        var actions: [String] = []
        try scratch.store.forEachAuditEntry {
            actions.append($0.action)
            return true
        }
        #expect(
            actions == [
                "sources", "raise", "assess", "mark", "reclassify", "label", "follow", "hand-check", "digest", "gap",
            ])
        let verdict = try scratch.store.verifyAudit()
        #expect(verdict.isIntact)
        #expect(verdict.entries == 10)
        #expect(verdict.head?.hash == (try scratch.store.auditHead()?.hash))
    }

    @Test("a line is chained by the hash that anybody can compute")
    func chain() throws {
        let store = try Scratch().store
        try store.note("test", "nothing", detail: ["b": "2", "a": "1\n"], by: "ada", at: Instant(secondsSince1970: 0))
        let entry = try #require(try store.auditHead())
        #expect(entry.detail == #"{"a":"1\n","b":"2"}"#)
        // printf '64:0…0,1:1,20:1970-01-01T00:00:00Z,3:ada,4:test,7:nothing,19:{"a":"1\\n","b":"2"},' | sha256sum
        let bytes = "64:\(AuditChain.origin),1:1,20:1970-01-01T00:00:00Z,3:ada,4:test,7:nothing,19:\(entry.detail),"
        #expect(entry.hash == SHA256.hexadecimal(of: Array(bytes.utf8)))
    }

    @Test(
        "the schema refuses to change, remove, replace or insert a line, and to change what people said",
        arguments: [
            "UPDATE audit SET actor = 'eve' WHERE number = 3", "DELETE FROM audit WHERE number = 10",
            "INSERT OR REPLACE INTO audit SELECT number, at, 'eve', action, subject, detail, hash FROM audit WHERE number = 3",
            "INSERT INTO audit SELECT 20, at, actor, action, subject, detail, hash FROM audit WHERE number = 3",
            "UPDATE assessment SET answer = 'needs-update'", "DELETE FROM assessment", "UPDATE mark SET actor = 'eve'",
            "DELETE FROM mark", "DELETE FROM revision", "UPDATE revision SET title = ''",
            "UPDATE label SET applies = 0",
            "DELETE FROM hand_check", "UPDATE digest SET content = ''", "DELETE FROM reclassification",
        ])
    func refuses(sql: String) throws {
        let scratch = try busy()
        #expect(throws: DatabaseError.self) { try scratch.byHand(sql) }
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test(
        "what was done to the log by hand is named",
        arguments: [
            (["UPDATE audit SET actor = 'eve' WHERE number = 3"], AuditFault.changed(3)),
            (["UPDATE audit SET at = at + 1 WHERE number = 1"], .changed(1)),
            (["UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE number = 4"], .changed(4)),
            (["UPDATE audit SET detail = '{}' WHERE number = 10"], .changed(10)),
            (["DELETE FROM audit WHERE number = 4"], .removed(4)),
            (["DELETE FROM audit WHERE number = 1"], .removed(1)),
            (
                [
                    "DELETE FROM audit WHERE number = 4", "UPDATE audit SET number = -number WHERE number > 4",
                    "UPDATE audit SET number = -number - 1 WHERE number < 0",
                ], .removed(4)
            ),
            (
                [
                    "UPDATE audit SET number = 99 WHERE number = 4", "UPDATE audit SET number = 4 WHERE number = 7",
                    "UPDATE audit SET number = 7 WHERE number = 99",
                ], .reordered(4, wasAt: 7)
            ),
        ])
    func tampered(statements: [String], fault: AuditFault) throws {
        let scratch = try busy()
        try scratch.byHand(
            "DROP TRIGGER audit_refuses_update", "DROP TRIGGER audit_refuses_delete",
            "PRAGMA ignore_check_constraints = ON")
        for statement in statements {
            try scratch.byHand("PRAGMA ignore_check_constraints = ON; " + statement)
        }
        #expect(try scratch.store.verifyAudit().fault == fault)
    }

    @Test(
        "a row that was changed, removed or added by hand is named although the log is intact",
        arguments: [
            ("assessment", "UPDATE assessment SET answer = 'needs-update'", RowFault.Kind.changed, 3 as Int64?),
            ("mark", "UPDATE mark SET note = 'reaD'", .changed, 4),
            ("mark", "DELETE FROM mark", .removed, 4),
            ("alert", "UPDATE alert SET state = 'open'", .changed, 3),
            ("reclassification", "UPDATE reclassification SET after = 'restricted'", .changed, 5),
            ("label", "DELETE FROM label", .removed, 6),
            ("follow", "INSERT INTO follow VALUES (9, 'C-2/20', 'eve', '', 0)", .added, nil),
            ("hand_check", "UPDATE hand_check SET at = at - 86400", .changed, 8),
            ("digest", "UPDATE digest SET content = '[]'", .changed, 9),
            ("gap", "UPDATE gap SET acknowledged = 1", .changed, 10),
        ])
    func rows(table: String, statement: String, kind: RowFault.Kind, entry: Int64?) throws {
        let scratch = try busy()
        if ["assessment", "mark", "reclassification", "label", "hand_check", "digest"].contains(table) {
            try scratch.byHand("DROP TRIGGER \(table)_refuses_update", "DROP TRIGGER \(table)_refuses_delete")
        }
        try scratch.byHand(statement)
        let verdict = try scratch.store.verifyAudit()
        #expect(verdict.fault == nil)
        let id: Int64 = kind == .added ? 9 : 1
        #expect(verdict.rows == [RowFault(table: table, id: id, kind: kind, entry: entry)])
    }

    @Test("that the last lines were removed is seen against a head that somebody else holds")
    func cutOff() throws {
        let scratch = try busy()
        let head = try #require(try scratch.store.verifyAudit().head)
        #expect(try scratch.store.verifyAudit(against: head).isIntact)
        try scratch.store.note("more", "later", by: "ada", at: scratch.at)
        #expect(try scratch.store.verifyAudit(against: head).isIntact)
        try scratch.byHand("DROP TRIGGER audit_refuses_delete", "DELETE FROM audit WHERE number > 9")
        #expect(try scratch.store.verifyAudit().fault == nil)
        #expect(try scratch.store.verifyAudit(against: head).fault == .cutOff(last: 9, witnessed: 10))
        try scratch.store.note("forged", "instead", by: "ada", at: scratch.at)
        #expect(try scratch.store.verifyAudit(against: head).fault == .rewritten(10))
    }

    @Test("an unfollowed matter leaves no fault behind")
    func unfollow() throws {
        let scratch = try busy()
        try scratch.store.unfollow("C-1/20", owner: ID("ada"), by: "ada", at: scratch.at)
        #expect(try scratch.store.follows().isEmpty)
        #expect(try scratch.store.verifyAudit().isIntact)
        #expect(throws: NotThere.self) {
            try scratch.store.unfollow("C-1/20", owner: ID("ada"), by: "ada", at: scratch.at)
        }
    }

    @Test("lines of a period are given")
    func period() throws {
        let store = try Scratch().store
        for second in 0..<5 {
            try store.note("n\(second)", "s", by: "ada", at: Instant(secondsSince1970: Int64(second)))
        }
        var actions: [String] = []
        try store.forEachAuditEntry(from: Instant(secondsSince1970: 1), to: Instant(secondsSince1970: 3)) {
            actions.append($0.action)
            return true
        }
        #expect(actions == ["n1", "n2"])
    }
}
