import ArgumentParser
import Watch

/// `lexwatch restore`.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the database's place, after proving it.",
        discussion: """
            The copy is looked through and its audit log verified first; a backup that fails changes nothing. The \
            database that was there is put aside, never overwritten. What persons did since the backup is listed; \
            the audit log of what is restored says so, and numbers that mail and files name are not given again.
            """)

    @Argument(help: "The backup to restore.") var file: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions

    func run() async throws {
        for line in try Workspace(place.paths).restore(from: file, actor: actor.name) { Output.line(Output.safe(line)) }
    }
}
