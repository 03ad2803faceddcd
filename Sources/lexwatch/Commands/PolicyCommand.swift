import ArgumentParser
import Model
import Watch

/// `lexwatch policy`.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Show one policy: its status and why, its alerts, marks and authorities.")

    @Argument(help: "The policy's name.") var id: ID<Policy>
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Flag(help: "Show every rule of the status with its facts.") var why = false
    @Flag(help: "Show every authority that it relies on, with its latest development.") var reliance = false

    func run() async throws {
        let detail = try Workspace(place.paths).policy(id)
        if listing.json { return try Output.json(detail) }
        PolicyText.print(detail, showsRules: why, showsReliance: reliance)
    }
}
