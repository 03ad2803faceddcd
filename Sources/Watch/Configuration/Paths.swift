import Foundation
import Model

/// Where configuration, state and lexwatch's own data are.
public struct Paths: Sendable, Equatable {
    /// The folder of `lexwatch.yaml` and `register.yaml`.
    public var configuration: String
    /// The database file.
    public var database: String
    /// The folder of the catalogue, the topics and the vocabulary; nil where none is found.
    public var data: String?

    /// The configuration's file.
    public var settingsFile: String { "\(configuration)/lexwatch.yaml" }

    /// The folder of digests, unless the configuration names one.
    public var digests: String { (database as NSString).deletingLastPathComponent + "/digests" }

    /// Finds the places: what the command line says, then the environment, then the system's or the user's folders
    /// (XDG Base Directory Specification 0.8).
    ///
    /// - Parameters:
    ///   - configuration: What `--config` says.
    ///   - database: What `--database` says.
    ///   - environment: The process's environment.
    ///   - executable: The path of the running program.
    /// - Returns: The places.
    public static func find(
        configuration: String?, database: String?, environment: [String: String], executable: String?
    ) -> Paths {
        let files = FileManager.default
        let home = environment["HOME"] ?? "/"
        func folder(_ variable: String, _ standard: String) -> String {
            guard let value = environment[variable], value.hasPrefix("/") else { return "\(home)/\(standard)/lexwatch" }
            return "\(value)/lexwatch"
        }
        let user = folder("XDG_CONFIG_HOME", ".config")
        let given = configuration ?? environment["LEXWATCH_CONFIG"]
        // What this user may not see is there all the same.
        let isInstalled =
            files.fileExists(atPath: "\(system)/lexwatch.yaml") || FileFault.isHidden("\(system)/lexwatch.yaml")
        let usesSystem =
            given == nil && !files.fileExists(atPath: "\(user)/lexwatch.yaml")
            && (isInstalled || getuid() == 0)
        let chosen = absolute(given ?? (usesSystem ? system : user))
        let state =
            environment["STATE_DIRECTORY"]?.split(separator: ":").first.map(String.init)
            ?? (usesSystem || chosen == system ? "/var/lib/lexwatch" : folder("XDG_STATE_HOME", ".local/state"))
        return Paths(
            configuration: chosen,
            database: absolute(database ?? environment["LEXWATCH_DATABASE"] ?? "\(state)/lexwatch.sqlite"),
            data: dataFolder(environment, executable))
    }

    private static let system = "/etc/lexwatch"

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    /// The first folder that holds `topics.yaml`: beside an installed program, of the system, or in a checkout.
    private static func dataFolder(_ environment: [String: String], _ executable: String?) -> String? {
        var candidates = environment["LEXWATCH_DATA"].map { [$0] } ?? []
        if let executable {
            var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
            candidates.append(folder.deletingLastPathComponent().appendingPathComponent("share/lexwatch").path)
            for _ in 0..<5 {
                candidates.append(folder.appendingPathComponent("Feeds").path)
                folder.deleteLastPathComponent()
            }
        }
        candidates.append("/usr/share/lexwatch")
        return candidates.first { FileManager.default.fileExists(atPath: "\($0)/topics.yaml") }
    }
}
