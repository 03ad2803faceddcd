import ArgumentParser
import Watch

/// `lexwatch backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the database to a file, consistent while the watch runs, and verify it.")

    @Argument(help: "The file to write.") var file: String
    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let text = try Workspace(place.paths).backup(to: file)
        Output.line(text)
    }
}
