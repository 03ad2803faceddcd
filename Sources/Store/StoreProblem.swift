import GRDB
import Glibc
public import Model

/// What can be wrong with the database as a whole.
public enum StoreProblem: Problem, Equatable {
    /// There is no database at the path.
    case missing(path: String)
    /// A folder stands at the path.
    case folder(path: String)
    /// The database was written by a newer version, which knows migrations that this one does not.
    case newer(path: String, migrations: [String])
    /// The database was written by an older version, and may not be changed now.
    case older(path: String)
    /// The file is no database, or a damaged one.
    case damaged(path: String, detail: String)
    /// Another process held the database longer than we wait.
    case busy(path: String)
    /// The disk is full.
    case full(path: String)
    /// The file or its folder may not be written.
    case notWritable(path: String, detail: String)
    /// The database takes other things, but not what was to be stored.
    case refused(path: String, detail: String)
    /// Reading or writing failed in another way.
    case failed(path: String, detail: String)

    /// One sentence that says what happened.
    public var what: String {
        switch self {
        case .missing: "there is no database yet"
        case .folder: "this is a folder, and no database"
        case .newer(_, let migrations):
            "the database was written by a newer lexwatch (it has \(migrations.joined(separator: ", ")))"
        case .older:
            "the database was written by an older lexwatch, or making it was broken off; it has to be brought up to date"
        case .damaged(_, let detail): "the database is damaged: \(detail)"
        case .busy: "another process is writing to the database, and went on for longer than we wait"
        case .full: "the disk is full, and what was to be stored is not"
        case .notWritable(_, let detail): "the database cannot be written: \(detail)"
        case .refused(_, let detail): "the database refused what was to be stored: \(detail)"
        case .failed(_, let detail): "the database failed: \(detail)"
        }
    }

    /// The database's path.
    public var place: String? {
        switch self {
        case .missing(let path), .folder(let path), .newer(let path, _), .older(let path), .damaged(let path, _),
            .busy(let path),
            .full(let path), .notWritable(let path, _), .refused(let path, _), .failed(let path, _):
            path
        }
    }

    /// What the person can do.
    public var remedy: String? {
        switch self {
        case .missing: "Run 'lexwatch run' to create it, or name another with --database."
        case .folder(let path): "Name the file in it, such as \(shellQuoted(path + "/lexwatch.sqlite"))."
        case .newer: "Use the newer lexwatch, or another database with --database. Nothing was changed."
        case .older: "The next 'lexwatch run' or 'lexwatch fetch' does that, and keeps a copy of what was there."
        case .damaged(let path, _): Self.recovery(of: path)
        case .busy: "Try again when it has ended."
        case .full: "Free some space, and run the command again."
        case .notWritable:
            "Check the owner and the permissions of the file and its folder, and whether the disk is mounted read-only; "
                + "reading needs the right to write there, too."
        case .refused: "This is a fault of lexwatch; please report it. 'lexwatch check' proves what is stored."
        case .failed:
            "Look at the disk's free space and health ('df', 'dmesg') and run the command again: what was stored before "
                + "stands, and 'lexwatch check' proves it."
        }
    }

    /// The exit code.
    public var exitCode: ExitStatus {
        switch self {
        case .missing: .noInput
        case .folder: .usage
        case .newer, .older: .unavailable
        case .damaged: .data
        case .busy: .temporary
        case .full, .failed: .io
        case .refused: .software
        case .notWritable: .noPermission
        }
    }

    /// Whether the database takes nothing at all for now; otherwise it is the one thing that it does not take.
    public var isOfAll: Bool {
        if case .refused = self { false } else { true }
    }

    /// Whether waiting may help.
    public var isBusy: Bool {
        if case .busy = self { true } else { false }
    }

    private static func recovery(of path: String) -> String {
        let file = shellQuoted(path)
        return """
            Restore the newest backup: lexwatch restore BACKUP --database \(file)
              Without one, save what can be read: sqlite3 \(file) .recover | sqlite3 \(shellQuoted(path + ".recovered"))
            """
    }
}

extension StoreProblem {
    /// The problem behind an error of SQLite.
    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, detail: detail)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: self = .refused(path: path, detail: detail)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .notWritable(path: path, detail: folderFault(of: path) ?? detail)
        default: self = .failed(path: path, detail: detail)
        }
    }
}

/// Why nothing can be written beside the file at a path, in the system's words; nil where it can.
private func folderFault(of path: String) -> String? {
    let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? "."
    return access(folder.isEmpty ? "/" : String(folder), W_OK) == 0 ? nil : String(cString: strerror(errno))
}

/// The text as one word of a POSIX shell.
func shellQuoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x2D...0x39).contains(byte) || byte == 0x5F
    }
    if isPlain && !text.isEmpty { return text }
    var quoted = "'"
    for scalar in text.unicodeScalars {
        if scalar == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
}
