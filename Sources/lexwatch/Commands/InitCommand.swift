import ArgumentParser
import Watch

/// `lexwatch init`.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a configuration and an example register that run at once.",
        discussion: "Adds what is missing and never overwrites a file that is there.")

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let steps = try Workspace(place.paths).initialise()
        for step in steps { Output.line("\(step.isNew ? "written " : "kept    ")  \(step.file)") }
        Output.line()
        Output.line("Next:")
        Output.line("  lexwatch check      # what would fail")
        Output.line("  lexwatch run        # fetch, tag and write the first digests")
        Output.line("  lexwatch alerts     # what waits for an answer")
    }
}
