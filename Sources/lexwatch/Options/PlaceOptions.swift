import ArgumentParser
import Foundation
import Watch

/// Where configuration and database are: the same options for every command.
struct PlaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of lexwatch.yaml and register.yaml.", valueName: "dir"))
    var config: String?

    @Option(help: ArgumentHelp("The database.", valueName: "file"))
    var database: String?

    /// The places that the options, the environment and the system give.
    var paths: Paths {
        Paths.find(
            configuration: config, database: database, environment: ProcessInfo.processInfo.environment,
            executable: Bundle.main.executablePath)
    }
}

/// How a listing is printed.
struct ListingOptions: ParsableArguments {
    @Flag(help: "Print JSON Lines with stable keys.")
    var json = false
}

/// Who acts.
struct ActorOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: ArgumentHelp("Who acts; else the login name.", valueName: "name"))
    var actor: String?

    /// The name that goes on record.
    var name: String { actor ?? Self.loginName }

    private static var loginName: String {
        // Who works as the service's user through sudo is still themselves.
        if let name = ProcessInfo.processInfo.environment["SUDO_USER"], !name.isEmpty { return name }
        if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
        return "uid \(getuid())"
    }
}
