import ArgumentParser
import Model
import Watch

/// `lexwatch deliveries`.
struct DeliveriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries", abstract: "List what was sent, what waits and what was refused, or try again.",
        subcommands: [List.self, Retry.self], defaultSubcommand: List.self)

    /// `lexwatch deliveries list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List deliveries, newest first.")

        @Option(help: "Only those in this state; uncertain ones may have arrived.")
        var state: Delivery.State?
        @Option(parsing: .unconditional, help: ArgumentHelp("How many at most; 0 for all.", valueName: "number"))
        var limit = 50
        @OptionGroup var place: PlaceOptions
        @OptionGroup var listing: ListingOptions

        func validate() throws {
            if limit < 0 { throw ValidationError("Write with --limit how many deliveries to list, or 0 for all.") }
        }

        func run() async throws {
            var table = Table([
                .init("no.", 5), .init("digest", 6), .init("way", 9), .init("state", 9), .init("tries", 5),
                .init("recipient", 20), .init("last answer"),
            ])
            let deliveries = try Workspace(place.paths).deliveries(state: state, limit: limit)
            for delivery in deliveries {
                if listing.json {
                    try Output.json(delivery)
                    continue
                }
                table.row([
                    delivery.id.description, String(delivery.digest), delivery.channel, delivery.state.rawValue,
                    String(delivery.attempts), delivery.recipient, delivery.lastError ?? "–",
                ])
            }
            if deliveries.isEmpty, !listing.json { Output.note("There is no such delivery.") }
        }
    }

    /// `lexwatch deliveries retry`.
    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry", abstract: "Have deliveries tried again with the next run.")

        @Argument(help: "The deliveries' numbers.") var deliveries: [RowID<Delivery>]
        @OptionGroup var place: PlaceOptions
        @OptionGroup var actor: ActorOptions

        func run() async throws {
            try Workspace(place.paths).retry(deliveries, actor: actor.name)
            for delivery in deliveries { Output.line("Delivery \(delivery) is tried again with the next run.") }
        }
    }
}
