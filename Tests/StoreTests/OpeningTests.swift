import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite("Opening a database")
struct OpeningTests {
    @Test("an empty file and a missing one become a database that is set to lose nothing")
    func creates() throws {
        let scratch = try Scratch()
        #expect(try scratch.store.integrityFaults(thoroughly: true).isEmpty)
        let settings = try scratch.store.write { db in
            ["journal_mode", "synchronous", "foreign_keys"].map { try? String.fetchOne(db, sql: "PRAGMA \($0)") }
        }
        #expect(settings == ["wal", "2", "1"])
        let empty = scratch.folder.appendingPathComponent("empty").path
        try Data().write(to: URL(fileURLWithPath: empty))
        #expect(try Store(at: empty).sourceStates().isEmpty)
    }

    @Test("a new database, what is beside it and a copy of it are for their owner alone")
    func isPrivate() throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("a")], at: scratch.at)
        let copy = scratch.folder.appendingPathComponent("copy").path
        try scratch.store.backUp(to: copy)
        for file in [scratch.path, scratch.path + "-wal", copy] {
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600, "\(file)")
        }
    }

    @Test("a folder is told as one")
    func folder() throws {
        let path = try Scratch().folder.path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        for access in [Store.Access.create, .readOnly] {
            #expect(throws: StoreProblem.folder(path: path)) { try Store(at: path, access: access) }
        }
    }

    @Test("every table is strict, so that no column holds a value of another type")
    func strict() throws {
        let scratch = try Scratch()
        let loose = try scratch.store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
                        AND name NOT IN ('grdb_migrations', 'sqlite_schema')
                    """)
        }
        #expect(loose.isEmpty)
    }

    @Test("a missing database is not created by who only reads")
    func missing() throws {
        let scratch = try Scratch()
        let path = scratch.folder.appendingPathComponent("none").path
        for access in [Store.Access.readOnly, .write, .current] {
            #expect(throws: StoreProblem.missing(path: path)) { try Store(at: path, access: access) }
        }
        #expect(!fileExists(path))
    }

    @Test("a database of a newer version is refused and left as it is")
    func newer() throws {
        let scratch = try Scratch()
        try scratch.byHand("INSERT INTO grdb_migrations VALUES ('99 the future')")
        #expect(throws: StoreProblem.newer(path: scratch.path, migrations: ["99 the future"])) {
            try Store(at: scratch.path)
        }
    }

    @Test("a database of an older version is kept beside the one that is brought up to date")
    func older() throws {
        let scratch = try Scratch()
        try scratch.item("kept")
        var migrator = Schema.migrator
        let present = try #require(migrator.migrations.last)
        migrator.registerMigration("more") { try $0.execute(sql: "CREATE TABLE more (id INTEGER) STRICT") }
        let path = scratch.path
        let newer = migrator
        for access in [Store.Access.readOnly, .current] {
            #expect(throws: StoreProblem.older(path: path)) { try Store(at: path, access: access, migrator: newer) }
        }
        let store = try Store(at: path, access: .write, migrator: newer)
        #expect(try store.items(ItemQuery()).count == 1)
        #expect(try Store(at: "\(path).after-\(present)", access: .readOnly).items(ItemQuery()).count == 1)
    }

    @Test("what is no database, or a damaged one, is named with the way to recover")
    func damaged() throws {
        let scratch = try Scratch()
        let path = scratch.folder.appendingPathComponent("text").path
        try Data(repeating: 0x41, count: 10_000).write(to: URL(fileURLWithPath: path))
        let problem = #expect(throws: StoreProblem.self) { try Store(at: path) }
        guard case .damaged = problem else { return #expect(Bool(false), "not told: \(String(describing: problem))") }
        #expect(problem?.remedy?.contains("sqlite3 \(path) .recover") == true)
        #expect(problem?.exitCode == .data)
    }

    @Test("a folder that is not there is told as such")
    func noFolder() throws {
        let problem = #expect(throws: StoreProblem.self) { try Store(at: "/nonexistent/folder/db") }
        #expect(problem?.exitCode == .noPermission)
    }

    @Test("who only reads cannot write")
    func readOnly() throws {
        let scratch = try Scratch()
        let reader = try Store(at: scratch.path, access: .readOnly)
        let problem = #expect(throws: StoreProblem.self) { try reader.setValue("x", of: "key") }
        #expect(problem?.exitCode == .noPermission)
        #expect(try reader.value(of: "key") == nil)
    }

    @Test("a copy is whole, and made while others write")
    func backup() throws {
        let scratch = try Scratch()
        let item = try scratch.item("机密 copied")
        let copy = scratch.folder.appendingPathComponent("copy of it.sqlite").path
        try scratch.store.backUp(to: copy)
        try scratch.item("later")
        let store = try Store(at: copy, access: .readOnly)
        #expect(try store.items(ItemQuery(text: SearchQuery("机密"))).map(\.id) == [item])
        #expect(try store.items(ItemQuery()).count == 1)
        #expect(try store.integrityFaults(thoroughly: true).isEmpty)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(!left.contains { $0.hasSuffix(".part") })
    }

    @Test("a single value is kept, changed and forgotten")
    func values() throws {
        let store = try Scratch().store
        #expect(try store.value(of: "a") == nil)
        try store.setValue("1", of: "a")
        try store.setValue("2", of: "a")
        #expect(try store.value(of: "a") == "2")
        try store.setValue(nil, of: "a")
        #expect(try store.value(of: "a") == nil)
    }
}

@Suite("The lock")
struct LockTests {
    @Test("one holds it, the other is told which process that is")
    func excludes() throws {
        let scratch = try Scratch()
        var lock: StoreLock? = try StoreLock(database: scratch.path)
        let held = #expect(throws: StoreLock.Held.self) { try StoreLock(database: scratch.path) }
        #expect(held?.holder == getpid())
        #expect(held?.what.contains("process \(getpid())") == true)
        #expect(held?.exitCode == .temporary)
        withExtendedLifetime(lock) {}
        lock = nil
        #expect(throws: Never.self) { try StoreLock(database: scratch.path) }
    }

    @Test("it is waited for")
    func waits() async throws {
        let scratch = try Scratch()
        let path = scratch.path
        let lock = try StoreLock(database: path)
        let other = Task.detached { try StoreLock(database: path, timeout: 300) }
        try await Task.sleep(for: .milliseconds(200))
        withExtendedLifetime(lock) {}
        _ = consume lock
        _ = try await other.value
        // The folder goes with the last use.
        withExtendedLifetime(scratch) {}
    }
}
