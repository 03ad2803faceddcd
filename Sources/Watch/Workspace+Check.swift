import Foundation
import Model
import Store
import Transport

/// One thing that `check` looked at.
public struct CheckFinding: Encodable, Sendable {
    /// How it stands.
    public enum Level: String, Encodable, Sendable {
        case fine, doubtful, bad
    }
    /// How it stands.
    public var level: Level
    /// What was looked at, and how it is.
    public var what: String
    /// What to do.
    @OrNull public var remedy: String?
}

extension Workspace {
    /// Looks at everything that a run needs, and says what would fail.
    ///
    /// - Parameter isOffline: Whether to ask nothing of the network.
    /// - Returns: The findings, each as soon as it is known.
    public func check(isOffline: Bool) -> AsyncStream<CheckFinding> {
        AsyncStream { continuation in
            let task = Task {
                await Checkup(workspace: self) { continuation.yield($0) }.run(isOffline: isOffline)
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

/// The looks that `check` takes.
private struct Checkup: Sendable {
    let workspace: Workspace
    let tell: @Sendable (CheckFinding) -> Void

    func run(isOffline: Bool) async {
        checkClock()
        guard let settings = attempt("configuration \(workspace.paths.settingsFile)", { try workspace.settings() })
        else { return }
        let sources = attempt("sources", { try workspace.catalogue(settings) }) { "\($0.count) sources are defined" }
        let tagging = attempt("topics and vocabulary", { try TaggingTools(settings) }) {
            "\($0.topicIDs.count) topics and their vocabulary are understood"
        }
        if let tagging {
            attempt("register", { try workspace.register(settings, topics: tagging.topicIDs) }) {
                "the register has \($0.policies.count) policies, \($0.tools.count) tools and \($0.owners.count) owners"
            }
        }
        checkDatabase()
        checkSecrets(settings)
        checkTimers()
        if !isOffline {
            await checkMail(settings)
            await checkSources(settings, sources ?? [])
        }
    }

    private func checkClock() {
        // The program cannot have been built after today.
        let isPlausible = workspace.clock.now.day >= Day(number: 20_700)
        tell(
            CheckFinding(
                level: isPlausible ? .fine : .bad, what: "the clock says \(workspace.clock.now)",
                remedy: isPlausible ? nil : "Set the clock: dates of items and digests would be wrong."))
    }

    @discardableResult
    private func attempt<Value>(
        _ what: String, _ body: () throws -> Value, _ told: (Value) -> String? = { _ in nil }
    ) -> Value? {
        do {
            let value = try body()
            tell(CheckFinding(level: .fine, what: told(value) ?? "\(what) is understood"))
            return value
        } catch let problem as any Problem {
            let place = problem.place.map { "\($0): " } ?? ""
            tell(CheckFinding(level: .bad, what: "\(place)\(problem.what)", remedy: problem.remedy))
        } catch {
            tell(CheckFinding(level: .bad, what: "\(what): \(error)"))
        }
        return nil
    }

    private func checkDatabase() {
        let path = workspace.paths.database
        guard FileManager.default.fileExists(atPath: path) else {
            tell(
                CheckFinding(
                    level: .doubtful, what: "there is no database yet at \(path)", remedy: "`lexwatch run` creates it.")
            )
            return
        }
        attempt("the database", { try workspace.storeForReading().integrityFaults() }) { faults in
            faults.isEmpty ? "the database \(path) is whole" : nil
        }.map { faults in
            for fault in faults {
                tell(CheckFinding(level: .bad, what: "\(path): \(fault)", remedy: "Restore a backup of the database."))
            }
        }
        attempt("the audit log", { try workspace.verifyAudit(against: nil) }) {
            $0.isIntact ? "the audit log is intact" : nil
        }
        .map { report in
            if !report.isIntact {
                tell(CheckFinding(level: .bad, what: report.text, remedy: "Find out who changed it."))
            }
        }
        checkSpace((path as NSString).deletingLastPathComponent)
    }

    private func checkSpace(_ folder: String) {
        let values = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = values?[.systemFreeSize] as? NSNumber else { return }
        let megabytes = free.int64Value / 1_000_000
        tell(
            CheckFinding(
                level: megabytes < 100 ? .bad : megabytes < 1000 ? .doubtful : .fine,
                what: "\(megabytes) MB are free in \(folder)",
                remedy: megabytes < 1000 ? "Make room: a run needs some for the journal and the digests." : nil))
    }

    private func checkSecrets(_ settings: Settings) {
        let files = [settings.delivery.smtp?.passwordFile] + settings.delivery.webhooks.map(\.secretFile)
        for file in files.compactMap({ $0 }) {
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
                let mode = attributes[.posixPermissions] as? NSNumber
            else {
                tell(
                    CheckFinding(
                        level: .bad, what: "the secret \(file) cannot be read",
                        remedy: "Create it, or let the service's credentials provide it."))
                continue
            }
            let isOpen = mode.intValue & 0o007 != 0
            tell(
                CheckFinding(
                    level: isOpen ? .bad : .fine,
                    what: "the secret \(file) is \(isOpen ? "readable by everybody" : "there")",
                    remedy: isOpen ? "chmod 640 \(file)" : nil))
        }
    }

    private func checkTimers() {
        guard FileManager.default.fileExists(atPath: "/run/systemd/system") else { return }
        for timer in ["lexwatch.timer", "lexwatch-fetch.timer"] {
            let isEnabled = FileManager.default.fileExists(atPath: "/etc/systemd/system/timers.target.wants/\(timer)")
            tell(
                CheckFinding(
                    level: isEnabled ? .fine : .doubtful, what: "\(timer) is \(isEnabled ? "enabled" : "not enabled")",
                    remedy: isEnabled ? nil : "systemctl enable --now \(timer)"))
        }
    }

    private func checkMail(_ settings: Settings) async {
        guard let smtp = settings.delivery.smtp else { return }
        do {
            let failure = await Mailer(try smtp.server()).check()
            tell(
                CheckFinding(
                    level: failure == nil ? .fine : .bad,
                    what: failure.map { "the mail server \(smtp.url): \($0)" }
                        ?? "the mail server \(smtp.url) takes the login",
                    remedy: failure == nil ? nil : "Check delivery.smtp in \(settings.file)."))
        } catch {
            tell(CheckFinding(level: .bad, what: "the mail server \(smtp.url): \(error)"))
        }
    }

    private func checkSources(_ settings: Settings, _ sources: [Source]) async {
        guard let checks = try? workspace.checkSources([]) else { return }
        do {
            for try await check in checks where !check.isReadable {
                tell(
                    CheckFinding(
                        level: .doubtful, what: "the source \(check.source): \(check.lines.first ?? "cannot be read")",
                        remedy: "lexwatch sources check \(check.source)"))
            }
        } catch {
            tell(CheckFinding(level: .bad, what: "the sources: \(error)"))
        }
    }
}
