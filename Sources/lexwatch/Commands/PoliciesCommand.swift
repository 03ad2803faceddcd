import ArgumentParser
import Model
import Watch

/// `lexwatch policies`.
struct PoliciesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policies", abstract: "List the policies with their status, the most pressing first.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Option(help: ArgumentHelp("Only of this owner.", valueName: "name")) var owner: ID<Owner>?

    func run() async throws {
        var table = Table([
            .init("policy", 18), .init("status", 12), .init("open", 4), .init("due", 10), .init("owner", 10),
            .init("title"),
        ])
        for policy in try Workspace(place.paths).policies(of: owner) {
            if listing.json {
                try Output.json(policy)
                continue
            }
            table.row([
                policy.id.rawValue, policy.status.rawValue, String(policy.openAlerts),
                policy.due?.description ?? "–", policy.owner.rawValue, policy.title,
            ])
        }
    }
}
