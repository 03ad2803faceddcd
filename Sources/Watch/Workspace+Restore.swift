import Foundation
import Model
import Store

extension Workspace {
    /// Puts a backup in the database's place, after proving it; the database that was there is put aside.
    ///
    /// - Parameters:
    ///   - file: The backup.
    ///   - actor: Who restores it.
    /// - Returns: Sentences for a person.
    /// - Throws: A ``Model/Problem`` where the backup is damaged or a watch is running; nothing is changed then.
    public func restore(from file: String, actor: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: file) else {
            throw PlainProblem("there is no such backup", place: file, exitCode: .noInput)
        }
        let database = paths.database
        try createFolder((database as NSString).deletingLastPathComponent)
        let locks = [try StoreLock(database: database + ".serve"), try StoreLock(database: database)]
        defer { withExtendedLifetime(locks) {} }
        let draft = "\(database).\(ProcessInfo.processInfo.processIdentifier).restoring"
        defer { Self.remove(draft) }
        try copy(file, to: draft)
        let stamp = clock.now.description.filter { $0 != ":" && $0 != "-" }
        let aside = FileManager.default.fileExists(atPath: database) ? "\(database).before-restore-\(stamp)" : nil
        let told = try prepare(draft, of: file, by: actor, replacing: database, aside: aside)
        if let aside { try putAside(database, as: aside) }
        try put(draft, at: database)
        return told + (aside.map { ["Put aside: \($0)"] } ?? []) + ["It is the database now: \(database)"]
    }

    /// Proves the copy of a backup, has it say what it takes the place of, and closes it.
    private func prepare(
        _ draft: String, of file: String, by actor: String, replacing database: String, aside: String?
    ) throws -> [String] {
        let (store, verdict) = try prove(draft, of: file)
        let former = try FormerDatabase(database, beside: store)
        try store.note(
            Restoring(
                backup: verdict.head, putAside: former.head, file: aside.map { ($0 as NSString).lastPathComponent },
                numbers: former.numbers),
            by: actor, at: clock.now)
        let next = Numbered.allCases.compactMap { table in former.numbers[table].map { "\(table) \($0 + 1)" } }
        return [
            "\(file) is whole; its audit log has \(verdict.entries) entries, none changed, removed or reordered."
        ] + former.told(zone) + [
            "Numbers that were given are not given again: next are \(next.joined(separator: ", "))."
        ]
    }

    private func prove(_ draft: String, of file: String) throws -> (Store, AuditVerdict) {
        let store: Store
        do {
            // A backup of an older version is brought up to date here, so that it is proven as it will be used.
            store = try Store(at: draft, access: .write)
        } catch let problem as StoreProblem {
            throw PlainProblem(
                "the backup cannot be used: \(problem.what)", place: file,
                remedy: "name an older backup; nothing was changed", exitCode: problem.exitCode)
        }
        let faults = try store.integrityFaults(thoroughly: true)
        let verdict = try store.verifyAudit()
        let all = faults + [verdict.fault?.description].compactMap { $0 } + verdict.rows.map(\.description)
        guard all.isEmpty else {
            throw PlainProblem(
                "the backup is damaged: \(all.prefix(3).joined(separator: "; "))", place: file,
                remedy: "name an older backup; nothing was changed", exitCode: .data)
        }
        return (store, verdict)
    }

    /// Moves the database away with what belongs to it.
    private func putAside(_ database: String, as aside: String) throws {
        for part in Self.parts where FileManager.default.fileExists(atPath: database + part) {
            guard rename(database + part, aside + part) == 0 else {
                throw PlainProblem(
                    "the database cannot be put aside: \(String(cString: strerror(errno)))", place: database + part,
                    remedy: "check who may write to the folder", exitCode: .cannotCreate)
            }
        }
    }

    private func put(_ draft: String, at database: String) throws {
        let descriptor = open(draft, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0, rename(draft, database) == 0 else {
            throw PlainProblem(
                "the database cannot be put in its place: \(String(cString: strerror(errno)))", place: database,
                remedy: "the earlier one is beside it, named .before-restore-…", exitCode: .io)
        }
    }

    private func copy(_ file: String, to draft: String) throws {
        do {
            Store.makePrivate(draft)
            let (source, target) = (
                try FileHandle(forReadingFrom: URL(fileURLWithPath: file)),
                try FileHandle(forWritingTo: URL(fileURLWithPath: draft))
            )
            while let piece = try source.read(upToCount: 1 << 20), !piece.isEmpty {
                try target.write(contentsOf: piece)
            }
            try target.close()
        } catch {
            throw PlainProblem(
                "the backup cannot be copied: \(error.localizedDescription)", place: draft,
                remedy: "make room, and check who may write to the folder", exitCode: .cannotCreate)
        }
    }

    private static let parts = ["", "-wal", "-shm"]

    private static func remove(_ draft: String) {
        for part in parts { unlink(draft + part) }
    }
}

extension Workspace {
    /// The settings, with everything that they lead to proven to be readable.
    func provenSettings() throws -> Settings {
        let settings = try settings()
        let sources = try catalogue(settings)
        let tagging = try TaggingTools(settings)
        _ = try register(settings, topics: tagging.topicIDs, sources: sources)
        return settings
    }

    /// Ends with the way to recover where the database is damaged, before anything is built upon it.
    func refuseDamage() throws {
        guard FileManager.default.fileExists(atPath: paths.database) else { return }
        let faults: [String]
        do {
            faults = try storeForReading().integrityFaults()
        } catch StoreProblem.older {
            return
        }
        guard let first = faults.first else { return }
        throw StoreProblem.damaged(path: paths.database, detail: first)
    }
}
