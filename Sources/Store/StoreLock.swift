import Glibc
public import Model

/// The right to run on a database, held by one process at a time and given back when the process ends, however it does.
public final class StoreLock: Sendable {
    /// Another process runs on the database.
    public struct Held: Problem, Equatable {
        /// The lock's file.
        public let path: String
        /// The process that holds it; nil where it cannot be told.
        public let holder: Int32?

        /// One sentence that says what happened.
        public var what: String {
            holder.map { "another lexwatch (process \($0)) is running on this database" }
                ?? "another lexwatch is running on this database"
        }
        /// The lock's file.
        public var place: String? { path }
        /// What the person can do.
        public var remedy: String? {
            "Wait until it has ended" + (holder.map { ", or look what it does: ps -p \($0) -o pid,etime,args" } ?? ".")
        }
        /// It may work later.
        public var exitCode: ExitStatus { .temporary }
    }

    private let descriptor: Int32

    /// Takes the lock of a database.
    ///
    /// - Parameters:
    ///   - database: The database's path; the lock is a file beside it.
    ///   - timeout: How many seconds to wait for another process to end; 0 to try once.
    /// - Throws: `Held` where another process holds it for longer, `StoreProblem` where the file cannot be made.
    public init(database: String, timeout: Int = 0) throws {
        let path = database + ".lock"
        let new = openNew(path, rights: 0o644)
        descriptor = new >= 0 ? new : open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw StoreProblem.notWritable(path: path, detail: String(cString: strerror(errno)))
        }
        guard StoreLock.take(descriptor, timeout: timeout) else {
            throw Held(path: path, holder: StoreLock.holder(descriptor))
        }
        StoreLock.sign(descriptor)
    }

    /// Runs also where the initialiser threw.
    deinit { if descriptor >= 0 { close(descriptor) } }

    private static func take(_ descriptor: Int32, timeout: Int) -> Bool {
        for _ in 0...max(0, min(timeout, 86_400)) * 10 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            if timeout > 0 { usleep(100_000) }
        }
        return false
    }

    private static func holder(_ descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: bytes[..<count].prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }

    /// Leaves our number for whoever finds the lock taken; that it could not be written is no reason to stop.
    private static func sign(_ descriptor: Int32) {
        let bytes = Array("\(getpid())\n".utf8)
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, bytes, bytes.count, 0) }
    }
}
