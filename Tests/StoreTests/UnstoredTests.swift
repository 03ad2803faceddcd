import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite("What cannot be stored")
struct UnstoredTests {
    private func record(_ name: String, _ scratch: Scratch, size: Int = 10) -> FetchRecord {
        let text = ItemText(title: name, summary: String(repeating: "word ", count: size))
        let identity = ItemIdentity(key: name, link: nil, titleKey: name)
        return FetchRecord(
            fetch: Fetch(source: ID(name), at: scratch.at, outcome: .read(seen: 1, new: 1, revised: 0)),
            intents: [.insert(identity, text, textHash: name, Findings())], state: SourceState(), vocabulary: "1")
    }

    private func problems(_ results: [Result<Recorded, any Error>]) -> [StoreProblem?] {
        results.map { result in
            guard case .failure(let error) = result else { return nil }
            return error as? StoreProblem
        }
    }

    private func scratch(_ names: String...) throws -> Scratch {
        let scratch = try Scratch()
        try scratch.store.syncSources(names.map { source($0) }, at: scratch.at)
        return scratch
    }

    @Test("a full disk keeps out what is large, and what is small is stored; with room all is")
    func full() throws {
        let scratch = try scratch("large", "small")
        func limit(_ pages: Int) throws {
            try scratch.store.pool.writeWithoutTransaction { db in
                let now = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                try db.execute(sql: "PRAGMA max_page_count = \(now + pages)")
            }
        }
        let records = [record("large", scratch, size: 100_000), record("small", scratch)]
        try limit(8)
        #expect(problems(scratch.store.record(records)) == [.full(path: scratch.store.path), nil])
        #expect(try scratch.store.lastFetches().keys.map(\.rawValue) == ["small"])
        try limit(10_000)
        #expect(problems(scratch.store.record([records[0]])) == [nil])
        #expect(try scratch.store.verifyAudit().isIntact)
    }

    @Test("a database that is held is waited for once, and takes everything afterwards")
    func busy() throws {
        let scratch = try scratch("a", "b", "c")
        let store = try Store(at: scratch.path, access: .write, patience: 0.1)
        let records = ["a", "b", "c"].map { record($0, scratch) }
        let other = try DatabaseQueue(path: scratch.path)
        var held: [StoreProblem?] = []
        try other.inDatabase { db in
            try db.inTransaction(.immediate) {
                held = problems(store.record(records))
                return .rollback
            }
        }
        #expect(held == Array(repeating: .busy(path: store.path), count: 3))
        #expect(held.allSatisfy { $0?.isOfAll == true && $0?.isBusy == true })
        #expect(problems(store.record(records)) == [nil, nil, nil])
    }

    @Test("what the database refuses of one source keeps nothing of the others out")
    func refused() throws {
        let scratch = try scratch("bad", "good")
        try scratch.byHand(
            "CREATE TRIGGER t BEFORE INSERT ON item WHEN NEW.title = 'bad' BEGIN SELECT RAISE(ABORT, 'no'); END")
        let told = problems(scratch.store.record(["bad", "good"].map { record($0, scratch) }))
        #expect(told == [.refused(path: scratch.store.path, detail: "no"), nil])
        #expect(told[0]?.isOfAll == false)
    }
}
