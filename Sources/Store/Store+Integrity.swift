import GRDB
import Glibc
import Model

extension Store {
    /// Writes a copy of the database as it is now, while others go on writing.
    ///
    /// The copy is made beside the target, checked, and put in its place only then.
    ///
    /// - Parameter target: The copy's path; a file that is there is replaced.
    /// - Throws: `StoreProblem` where it cannot be written.
    public func backUp(to target: String) throws {
        try Store.backUp(path, to: target)
    }

    /// Looks through the whole database.
    ///
    /// - Parameter thoroughly: Whether indexes are compared with their tables too, which takes several times longer.
    /// - Returns: What is wrong, in SQLite's words; empty where nothing is.
    /// - Throws: `StoreProblem` where it is too damaged to be looked through.
    public func integrityFaults(thoroughly: Bool = false) throws -> [String] {
        try read { db in
            let faults = try String.fetchAll(db, sql: "PRAGMA \(thoroughly ? "integrity_check" : "quick_check")")
            let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(10).map { row in
                "a row of \(row[0] as String) names a row of \(row[2] as String) that is not there"
            }
            return faults.filter { $0 != "ok" } + strays
        }
    }

    static func backUp(_ path: String, to target: String) throws {
        let draft = "\(target).\(getpid()).part"
        unlink(draft)
        Self.makePrivate(draft)
        defer { unlink(draft) }
        try translating(path) { try copy(path, to: draft) }
        guard synchronise(draft), rename(draft, target) == 0 else {
            throw StoreProblem.notWritable(path: target, detail: String(cString: strerror(errno)))
        }
    }

    private static func copy(_ path: String, to draft: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let source = try DatabaseQueue(path: path, configuration: configuration)
        try source.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
        let copied = try DatabaseQueue(path: draft, configuration: configuration)
        let faults = try copied.read { try String.fetchAll($0, sql: "PRAGMA quick_check") }
        guard faults == ["ok"] else {
            throw StoreProblem.damaged(path: path, detail: faults.first ?? "its copy cannot be checked")
        }
    }

    /// Brings a file from the system's memory to the disk.
    private static func synchronise(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
