import Foundation
public import Model

/// One installation: its configuration, its database and the time. Both faces of the program speak to this.
public struct Workspace: Sendable {
    /// Where everything is.
    public let paths: Paths
    /// The time.
    public let clock: Clock

    /// An installation at some places.
    public init(_ paths: Paths, clock: Clock = .system) {
        self.paths = paths
        self.clock = clock
    }

    /// What `lexwatch.yaml` says.
    func settings() throws -> Settings {
        guard FileManager.default.fileExists(atPath: paths.settingsFile) else {
            throw ConfigurationProblem(
                "there is no configuration", place: paths.settingsFile,
                remedy: "write one with `lexwatch init`, or name its folder with --config")
        }
        return try Settings.load(paths.settingsFile, data: paths.data)
    }
}

extension Clock {
    /// The system's clock.
    public static let system = Clock { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970.rounded(.down))) }
}
