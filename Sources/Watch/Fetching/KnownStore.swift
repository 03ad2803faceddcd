import Foundation
import Model
import Store

/// A database that this run has to itself, and what it knows of the sources' rhythms.
struct KnownStore: Sendable {
    let lock: StoreLock
    let store: Store
    let rhythms: [ID<Source>: SourceRhythm]

    /// Takes a database, which is created where it is missing.
    ///
    /// - Parameters:
    ///   - path: The database.
    ///   - timeout: Seconds that another run is waited for.
    ///   - patience: Seconds that another program is waited for that writes to it.
    /// - Throws: A ``Model/Problem`` where another run holds it, or it cannot be opened.
    init(_ path: String, timeout: Int, patience: Double) throws {
        try self.init(path, timeout: timeout, .create, patience)
    }

    /// Takes a database while the definitions are still read, which changes nothing in it; nil where it is missing, older
    /// or held by another run: then there is time to tell once the definitions are known to be right.
    init?(ahead path: String, patience: Double) {
        guard FileManager.default.fileExists(atPath: path),
            let ground = try? KnownStore(path, timeout: 0, .current, patience)
        else { return nil }
        self = ground
    }

    private init(_ path: String, timeout: Int, _ access: Store.Access, _ patience: Double) throws {
        lock = try StoreLock(database: path, timeout: timeout)
        store = try Store(at: path, access: access, patience: patience)
        rhythms = try store.rhythms(withDates: true)
    }
}
