import ArgumentParser
import Foundation
import Model
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
    var name: String { Self.trimmed(actor ?? Self.loginName) }

    func validate() throws {
        guard let actor else { return }
        if Self.isBlank(actor) { throw ValidationError("--as names nobody: write who acts after it.") }
        if Self.acts(actor) { throw ValidationError("The name after --as has characters in it that cannot be seen.") }
    }

    /// Whether nothing of a name can be seen.
    private static func isBlank(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }

    /// Whether a name, once it is shown, would do something to a terminal or to the order of a line.
    private static func acts(_ name: String) -> Bool {
        trimmed(name).unicodeScalars.contains { Plain.isHidden($0) || ($0 != " " && Plain.isBlank($0)) }
    }

    private static func trimmed(_ name: String) -> String { name.trimmingCharacters(in: .whitespaces) }

    private static var loginName: String {
        // Who works as the service's user through sudo is still themselves.
        if let name = ProcessInfo.processInfo.environment["SUDO_USER"], !isBlank(name), !acts(name) {
            return name
        }
        if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
        return "uid \(getuid())"
    }
}
