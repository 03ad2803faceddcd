/// What went wrong, told to a person: what happened, where, and what to do.
public protocol Problem: Error, Sendable, CustomStringConvertible {
    /// One sentence that says what happened.
    var what: String { get }
    /// The source, or the file and line; nil where there is none.
    var place: String? { get }
    /// What the person can do; nil where nothing can be advised.
    var remedy: String? { get }
    /// The exit code, as in sysexits(3).
    var exitCode: ExitStatus { get }
}

extension Problem {
    /// `place: what` and, on a line of its own, the remedy.
    public var description: String {
        let head = place.map { "\($0): \(what)" } ?? what
        return remedy.map { "\(head)\n  \($0)" } ?? head
    }
}

/// The exit codes of the command line, as in sysexits(3).
public enum ExitStatus: Int32, Sendable {
    /// All well.
    case ok = 0
    /// The work was done, but something needs attention.
    case attention = 1
    /// The command was used wrongly.
    case usage = 64
    /// The input was wrong, or names a thing that there is not.
    case data = 65
    /// An input file does not exist or cannot be read.
    case noInput = 66
    /// Something that is needed cannot be used now: an address, or a database of another version.
    case unavailable = 69
    /// A fault of lexwatch itself.
    case software = 70
    /// Something of the operating system failed.
    case system = 71
    /// An output file cannot be written.
    case cannotCreate = 73
    /// Reading or writing failed.
    case io = 74
    /// It may work later.
    case temporary = 75
    /// Something is not permitted.
    case noPermission = 77
    /// The configuration is wrong.
    case configuration = 78
}

/// A problem that needs no type of its own.
public struct PlainProblem: Problem, Equatable {
    /// One sentence that says what happened.
    public let what: String
    /// The source, or the file and line.
    public let place: String?
    /// What the person can do.
    public let remedy: String?
    /// The exit code.
    public let exitCode: ExitStatus

    /// A problem from its parts.
    public init(_ what: String, place: String? = nil, remedy: String? = nil, exitCode: ExitStatus) {
        self.what = what
        self.place = place
        self.remedy = remedy
        self.exitCode = exitCode
    }
}
