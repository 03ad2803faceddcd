import ArgumentParser
import Model
import Watch

/// `lexwatch item`.
struct ItemCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item", abstract: "Show one item: its text, and why it was tagged as it was.")

    @Argument(help: "The item's number.") var id: RowID<Item>
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Flag(help: "Show every text that the item ever had, whole, with the differences.") var revisions = false

    func run() async throws {
        let workspace = Workspace(place.paths)
        let detail = try workspace.item(id)
        if listing.json { return try Output.json(detail) }
        ItemText.print(detail, showsRevisions: revisions, in: workspace.zone)
    }
}
