import Digests
import Foundation
import Model
import Transport

/// What the service manager says of a unit that failed (systemd.exec(5), `MONITOR_…`).
public struct UnitFailure: Sendable, Equatable {
    /// The unit.
    public var unit: String
    /// How it ended: `exit-code`, `timeout`, `watchdog`, `signal` …
    public var result: String?
    /// The exit status or the signal.
    public var status: String?

    /// A failure, with what the environment says of it.
    public init(unit: String, environment: [String: String]) {
        self.unit = String(decoding: unit.utf8.filter { $0 > 0x20 && $0 < 0x7F }.prefix(255), as: UTF8.self)
        result = environment["MONITOR_SERVICE_RESULT"]
        status = environment["MONITOR_EXIT_STATUS"]
    }

    /// What a person is told.
    func text(host: String, at: Instant) -> String {
        let meaning = status.flatMap { Int32($0) }.flatMap { ExitStatus(rawValue: $0) }.map { " (\($0.meaning))" } ?? ""
        let ending = result.map { "It ended with: \($0)\(status.map { ", status \($0)" } ?? "")\(meaning)." }
        return """
            \(unit) failed on \(host) at \(at). Until it works again, the watch may be blind; what it could not read \
            is reported as a gap by the first digest after that.

            \(ending ?? "")

            See what happened, and what to do:

              systemctl status \(unit)
              journalctl -u \(unit) -n 50
              sudo -u lexwatch lexwatch check

            You get this mail once a day as long as it goes on.

            """
    }
}

extension ExitStatus {
    /// What it means, for a person.
    var meaning: String {
        switch self {
        case .ok: "all well"
        case .attention: "the work was done, but something needs attention"
        case .usage: "the command was used wrongly"
        case .data: "the database or another input is wrong, or a name is of nothing that there is"
        case .noInput: "a file is missing"
        case .unavailable: "an address cannot be read, or the database is of another version"
        case .software: "a fault of lexwatch itself"
        case .system: "something of the operating system failed"
        case .cannotCreate: "a file could not be written"
        case .io: "reading or writing failed, as on a full disk"
        case .temporary: "another run held the database"
        case .noPermission: "something is not permitted"
        case .configuration: "the configuration is wrong"
        }
    }
}

extension Workspace {
    /// Mails the operator that a unit failed; the same failure once a day, and none of which its run told.
    ///
    /// - Parameter failure: What failed.
    /// - Returns: A sentence for the log.
    /// - Throws: A ``Model/Problem`` where the configuration is wrong or the mail is not taken.
    public func report(_ failure: UnitFailure) async throws -> String {
        let settings = try settings()
        guard let address = settings.delivery.operatorAddress, let party = MailParty(address: address),
            let mail = try Mail(settings)
        else {
            return "\(failure.unit) failed, and nobody is told: delivery.operator and a way for mail are not configured"
        }
        if let status = failure.status, StopStamp(database: paths.database, status).holds(at: clock.now) {
            return "\(failure.unit) failed; the run told the operator itself"
        }
        let told = FailureStamp(database: paths.database)
        guard !told.holds(failure, at: clock.now) else { return "\(failure.unit) failed again; the operator knows" }
        let host = ProcessInfo.processInfo.hostName
        let result = await mail.send(
            "\(failure.unit) failed on \(host)", failure.text(host: host, at: clock.now), to: party, at: clock.now)
        guard case .accepted? = result else {
            throw PlainProblem(
                "the operator could not be told that \(failure.unit) failed: \(result?.failure?.description ?? "no answer")",
                remedy: "lexwatch check", exitCode: .temporary)
        }
        told.set(failure, at: clock.now)
        return "\(failure.unit) failed; the operator was told"
    }
}

extension Workspace {
    /// Does a run, and mails the operator where it ends because nothing can be stored; the same once a day. Nothing of
    /// that mail is stored first, as there may be no room.
    func tellingOfStop<Value>(_ run: () async throws -> Value) async throws -> Value {
        do { return try await run() } catch let problem as any Problem {
            let isHeld = problem is BrokenRun && problem.exitCode == .temporary
            if [.io, .cannotCreate].contains(problem.exitCode) || isHeld { await tell(of: problem) }
            throw problem
        }
    }

    private func tell(of problem: any Problem) async {
        guard let settings = try? settings(), let address = settings.delivery.operatorAddress,
            let party = MailParty(address: address), let mail = try? Mail(settings)
        else { return }
        let told = StopStamp(database: paths.database, "\(problem.exitCode.rawValue)")
        guard !told.holds(at: clock.now) else { return }
        let host = ProcessInfo.processInfo.hostName
        let result = await mail.send(
            "lexwatch cannot store what it reads on \(host)", Self.stop(by: problem, host: host, at: clock.now),
            to: party, at: clock.now)
        if case .accepted? = result { told.set(at: clock.now) }
    }

    /// What a person is told of a run that ended because nothing could be stored.
    private static func stop(by problem: any Problem, host: String, at: Instant) -> String {
        """
        The run on \(host) at \(at) ended before its work was done, and until it can store again the watch is blind. \
        Digests that were not written are written then, and what could not be read is reported in them.

        \(Plain.line(problem.description))

        See how it stands:

          df -h
          sudo -u lexwatch lexwatch check

        You get this mail once a day as long as it goes on.

        """
    }
}

extension Mail {
    /// Sends the operator a text that is kept nowhere.
    fileprivate func send(_ subject: String, _ text: String, to party: MailParty, at: Instant) async -> MailResult? {
        let name = MessageID.make(
            digest: "failure \(subject) \(at)", recipient: party.address, organisation: settings.organisation,
            domain: settings.from.domain)
        let message = MailComposer(settings).message(
            subject: subject, text: text, to: party, MailIdentity(messageID: name, date: at))
        return await send(message, to: party.address)
    }
}

/// When the operator was last told that nothing can be stored: the day of a file without a byte, for which a full disk
/// has room.
private struct StopStamp {
    private let path: String

    /// The stamp for runs that end with a status, which is the same for whoever starts them.
    init(database: String, _ status: String) { path = "\(database).stop-\(status)" }

    func holds(at now: Instant) -> Bool {
        let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        guard let date else { return false }
        return (0..<86_400).contains(now.seconds(since: Instant(secondsSince1970: Int64(date.timeIntervalSince1970))))
    }

    func set(at now: Instant) {
        let date = Date(timeIntervalSince1970: Double(now.secondsSince1970))
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        try? FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    }
}

/// What the operator was last told of a failing unit. That it cannot be kept is no reason not to tell.
struct FailureStamp {
    private let path: String

    init(database: String) { path = "\(database).failure" }

    /// Whether the operator was told of the same failure within a day.
    func holds(_ failure: UnitFailure, at now: Instant) -> Bool {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return false }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 3, let at = Instant(rfc3339: words[0]) else { return false }
        return words[1] == failure.unit && words[2] == Self.ending(failure)
            && (0..<86_400).contains(now.seconds(since: at))
    }

    /// Keeps that the operator was told.
    func set(_ failure: UnitFailure, at now: Instant) {
        try? "\(now) \(failure.unit) \(Self.ending(failure))\n".write(toFile: path, atomically: true, encoding: .utf8)
    }

    private static func ending(_ failure: UnitFailure) -> String {
        let text = "\(failure.result ?? "-")/\(failure.status ?? "-")"
        return String(decoding: text.utf8.filter { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
    }
}
