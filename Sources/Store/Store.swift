import GRDB
import Glibc
import Model

/// The database: everything that happened, and the only place where SQL is known.
///
/// One connection writes, several read beside it; each public function is one transaction. All functions block
/// their thread.
public final class Store: Sendable {
    /// How a database is opened.
    public enum Access: Sendable {
        /// Created where it is missing, brought up to date where it is older.
        case create
        /// Brought up to date where it is older; an error where it is missing.
        case write
        /// An error where it is missing or older: nothing changes but by what is written afterwards.
        case current
        /// Never changed; an error where it is missing or older.
        case readOnly
    }

    /// The database's path.
    public let path: String
    let pool: DatabasePool

    /// Opens a database.
    ///
    /// - Parameters:
    ///   - path: The file; its folder has to be there.
    ///   - access: What may be done with it.
    ///   - patience: Seconds that another program is waited for that writes to it.
    /// - Throws: `StoreProblem` where it is missing, newer, damaged or may not be written.
    public convenience init(at path: String, access: Access = .create, patience: Double = 10) throws {
        try self.init(at: path, access: access, patience: patience, migrator: Schema.migrator)
    }

    init(at path: String, access: Access, patience: Double = 10, migrator: DatabaseMigrator) throws {
        if access != .create, !fileExists(path) { throw StoreProblem.missing(path: path) }
        if isFolder(path) { throw StoreProblem.folder(path: path) }
        if access == .create { Store.makePrivate(path) }
        self.path = path
        self.pool = try translating(path) {
            try DatabasePool(path: path, configuration: Store.configuration(access, patience))
        }
        if access != .readOnly {
            try translating(path) { try pool.writeWithoutTransaction { try $0.execute(sql: Store.writing) } }
        }
        try translating(path) { try Store.prepare(pool, path: path, access: access, migrator: migrator) }
    }

    /// How the connection that writes is set. A pool makes it NORMAL, by which a power cut can take back what was
    /// committed. A run stores some megabytes in each transaction: with a smaller cache it would write pages before their
    /// time and read them again, and with a smaller log it would wait for the disk at every other transaction.
    private static let writing = """
        PRAGMA synchronous = FULL; PRAGMA cache_size = -4000; PRAGMA wal_autocheckpoint = 4000
        """

    private static func configuration(_ access: Access, _ patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .readOnly
        configuration.busyMode = .timeout(patience)
        configuration.maximumReaderCount = 4
        configuration.label = "lexwatch"
        return configuration
    }

    private static func prepare(
        _ pool: DatabasePool, path: String, access: Access, migrator: DatabaseMigrator
    ) throws {
        let applied = try pool.read { try migrator.appliedIdentifiers($0) }
        let unknown = applied.subtracting(migrator.migrations)
        guard unknown.isEmpty else { throw StoreProblem.newer(path: path, migrations: unknown.sorted()) }
        guard applied.count < migrator.migrations.count else { return }
        guard access == .create || access == .write else { throw StoreProblem.older(path: path) }
        if let last = migrator.migrations.last(where: applied.contains) {
            try backUp(path, to: "\(path).after-\(last)")
        }
        try migrator.migrate(pool)
    }

    /// Reads in one transaction that sees one state of the database.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try translating(path) { try pool.read(body) }
    }

    /// Writes in one transaction without waiting for the disk: a process that is killed afterwards loses nothing of it,
    /// only a power cut can take it back. For what would rather be done twice than lost.
    func writeAtOnce<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try translating(path) {
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = NORMAL")
                defer { try? db.execute(sql: "PRAGMA synchronous = FULL") }
                var value: Value?
                try db.inTransaction(.immediate) {
                    value = try body(db)
                    return .commit
                }
                guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
                return value
            }
        }
    }

    /// Writes in one transaction: all of it or nothing.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try translating(path) { try pool.write(body) }
    }
}

/// Runs the body, and says what an error of SQLite means for the database at the path.
func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw StoreProblem(error, path: path)
    }
}

extension Store {
    /// Makes an empty file that only its owner may read, where there is none yet: notes and answers will be in it.
    /// SQLite gives the files beside it the same rights.
    public static func makePrivate(_ path: String) {
        let descriptor = openNew(path, rights: 0o600)
        if descriptor >= 0 { close(descriptor) }
    }
}

/// Makes a file and opens it. What root makes belongs to the owner of the folder, who is to go on with it.
///
/// - Parameters:
///   - path: The file's path.
///   - rights: Who may do what with it.
/// - Returns: Its descriptor; negative where it is there already, or cannot be made.
func openNew(_ path: String, rights: mode_t) -> Int32 {
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, rights)
    let folder = path.utf8.lastIndex(of: 0x2F).map { String(path[...$0]) } ?? "."
    var status = stat()
    if descriptor >= 0, geteuid() == 0, stat(folder, &status) == 0 {
        _ = fchown(descriptor, status.st_uid, status.st_gid)
    }
    return descriptor
}

/// Whether there is a folder at the path.
private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Whether there is a file at the path.
func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }
