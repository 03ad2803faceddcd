import Foundation
public import Model

/// One installation: its configuration, its database and the time. Both faces of the program speak to this.
public struct Workspace: Sendable {
    /// Where everything is.
    public let paths: Paths
    /// The time.
    public let clock: Clock
    /// Seconds that another program is waited for that writes to the database.
    var patience = 10.0

    /// An installation at some places.
    public init(_ paths: Paths, clock: Clock = .system) {
        self.paths = paths
        self.clock = clock
    }

    /// What `lexwatch.yaml` says; it may name a file that is still to be written, where that is expected.
    func settings(expecting file: String? = nil) throws -> Settings {
        if FileFault.isHidden(paths.settingsFile) { throw Self.forbidden(paths.settingsFile) }
        guard FileManager.default.fileExists(atPath: paths.settingsFile) else {
            throw ConfigurationProblem(
                "there is no configuration", place: paths.settingsFile,
                remedy: "write one with `lexwatch init`, or name its folder with --config")
        }
        return try Settings.load(paths.settingsFile, data: paths.data, expecting: file)
    }
}

extension Workspace {
    /// That the rights of this user do not reach to a file of the configuration.
    static func forbidden(_ file: String) -> PlainProblem {
        PlainProblem(
            "the file cannot be read: \(FileFault.reading(file))", place: file,
            remedy: "run as a user who may read it, such as: sudo -u lexwatch lexwatch …", exitCode: .noPermission)
    }

    /// Before this day nobody can have had the program, so that a clock is wrong that says so: 2026-01-01.
    private static let firstDay = Day(number: 20_454)

    /// What is wrong with a clock that lost its time, as one does whose battery is empty; nil where it may be right.
    var deadClock: PlainProblem? {
        guard clock.now.day < Self.firstDay else { return nil }
        return PlainProblem(
            "the clock says \(clock.now), and dates of items and digests would be wrong", place: "clock",
            remedy: "set it, and keep it right: timedatectl set-ntp true", exitCode: .system)
    }

    /// Refuses to put a wrong day on record.
    func refuseDeadClock() throws {
        if let deadClock { throw deadClock }
    }
}

extension Clock {
    /// The system's clock.
    public static let system = Clock { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970.rounded(.down))) }
}
