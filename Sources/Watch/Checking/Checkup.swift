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

/// The looks that `check` takes, each with what to do about what it finds.
struct Checkup: Sendable {
    let workspace: Workspace
    let tell: @Sendable (CheckFinding) -> Void

    func run(isOffline: Bool) async {
        checkClock()
        guard let settings = attempt("configuration \(workspace.paths.settingsFile)", { try workspace.settings() })
        else { return }
        let sources = attempt("sources", { try workspace.catalogue(settings) }) { "\($0.count) sources are defined" }
        let tagging = attempt("topics and vocabulary", { try TaggingTools(settings) }) {
            "\($0.topicIDs.count) topics (\(settings.topics)) and their vocabulary (\(settings.vocabulary)) are understood"
        }
        checkDefinitions(settings, sources ?? [])
        if let tagging {
            checkVocabulary(settings, tagging)
            attempt("register", { try workspace.register(settings, topics: tagging.topicIDs, sources: sources) }) {
                "the register has \($0.policies.count) policies, \($0.tools.count) tools and \($0.owners.count) owners"
            }.map { checkReaders(settings, $0) }
        }
        if let templates = settings.delivery.templates {
            attempt("the templates in \(templates)", settings.delivery.renderer)
        }
        checkPermissions(settings)
        checkSecrets(settings)
        checkSendmail(settings)
        checkStateFolder()
        checkDatabase()
        checkUnits()
        checkLastFetch(settings)
        checkGaps(sources ?? [])
        checkFollows()
        checkTrust(settings)
        checkProxy()
        if !isOffline {
            checkNames(sources ?? [])
            await checkMail(settings)
            await checkSources(settings, sources ?? [])
        }
    }

    /// Tells what may be mistakes in the vocabulary, and what it lacks beside lexwatch's own.
    private func checkVocabulary(_ settings: Settings, _ tools: TaggingTools) {
        for doubt in tools.doubts { tell(.doubtful, doubt.what, doubt.remedy) }
        guard let own = workspace.paths.data.map({ "\($0)/vocabulary" }), own != settings.vocabulary else { return }
        let files = FileManager.default
        let names = ["", "facts/"].flatMap { folder in
            ((try? files.contentsOfDirectory(atPath: "\(own)/\(folder)")) ?? []).sorted().map { folder + $0 }
        }
        for name in names where name.hasSuffix(".txt") || name.hasSuffix(".csv") {
            guard !files.fileExists(atPath: "\(settings.vocabulary)/\(name)") else { continue }
            tell(
                .doubtful, "\(settings.vocabulary): there is no \(name), as lexwatch's own vocabulary has it",
                "copy \(own)/\(name), unless you do without")
        }
    }

    @discardableResult
    func attempt<Value>(
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

    /// Looks something up in the database, and tells where that fails: not to have looked is no news. What keeps the
    /// database from being opened is told by its own check.
    func look<Value>(_ what: String, _ body: (Store) throws -> Value) -> Value? {
        guard let store = try? workspace.storeForReading() else { return nil }
        do {
            return try body(store)
        } catch let problem as any Problem {
            tell(.bad, "\(what) could not be looked up: \(problem.what)", problem.remedy)
        } catch {
            tell(.bad, "\(what) could not be looked up: \(error)")
        }
        return nil
    }

    func checkDatabase() {
        let path = workspace.paths.database
        guard FileManager.default.fileExists(atPath: path) else {
            tell(
                CheckFinding(
                    level: .doubtful, what: "there is no database yet at \(path)", remedy: "`lexwatch run` creates it.")
            )
            return
        }
        if case .older? = problemOfDatabase {
            return tell(
                .doubtful, "\(path): \(StoreProblem.older(path: path).what)", StoreProblem.older(path: path).remedy)
        }
        attempt("the database", { try workspace.storeForReading().integrityFaults() }) { faults in
            faults.isEmpty ? "the database \(path) is whole" : nil
        }.map { faults in
            for fault in faults {
                tell(
                    CheckFinding(
                        level: .bad, what: "\(path): \(fault)",
                        remedy: "Restore a backup: lexwatch restore BACKUP --database \(path)"))
            }
        }
        attempt("the audit log", { try workspace.verifyAudit(against: nil) }) {
            $0.isIntact ? "the audit log is intact" : nil
        }
        .map { report in
            if !report.isIntact {
                tell(
                    CheckFinding(
                        level: .bad, what: report.text,
                        remedy:
                            "Somebody changed the database by hand. Keep a copy of it, compare it with your backups, and find out who did."
                    ))
            }
        }
    }

    /// Why the database cannot be opened for reading; nil where it can.
    private var problemOfDatabase: StoreProblem? {
        do {
            _ = try workspace.storeForReading()
            return nil
        } catch { return error as? StoreProblem }
    }

    /// Tells that something is well, or what is wrong with it and what to do.
    func tell(_ level: CheckFinding.Level, _ what: String, _ remedy: String? = nil) {
        tell(CheckFinding(level: level, what: what, remedy: remedy))
    }
}
