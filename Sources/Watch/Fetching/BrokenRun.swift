public import Model

/// What ended a run after it had read sources, beside what reading them gave, which is told all the same.
public struct BrokenRun: Problem {
    /// What ended it.
    public let problem: any Problem
    /// What reading the sources gave.
    public let fetching: FetchReport

    /// One sentence that says what happened.
    public var what: String { problem.what }
    /// Where.
    public var place: String? { problem.place }
    /// What the person can do.
    public var remedy: String? { problem.remedy }
    /// The exit code.
    public var exitCode: ExitStatus { problem.exitCode }

    /// Does what comes after the reading, and keeps what that gave where it ends.
    static func keeping<Value>(_ fetching: FetchReport, _ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch let broken as BrokenRun {
            throw broken
        } catch let problem as any Problem {
            throw BrokenRun(problem: problem, fetching: fetching)
        }
    }
}
