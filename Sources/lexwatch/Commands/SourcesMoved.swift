import ArgumentParser
import Model
import Watch

/// `lexwatch sources moved`.
struct SourcesMoved: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moved", abstract: "List sources that moved for good, or take a new address over.",
        discussion: """
            A source is listed once permanent redirects led to the same place for three days. With --accept its new \
            address is written into the file that defines it; all else in the file stays as it is.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Option(help: ArgumentHelp("Write this source's new address into its definition.", valueName: "source"))
    var accept: ID<Source>?

    func run() async throws {
        let workspace = Workspace(place.paths)
        if let accept {
            let move = try workspace.acceptMove(of: accept)
            return Output.line("\(move.place): \(move.source) is now read at \(Output.safe(move.to))")
        }
        let moves = try workspace.moves()
        for move in moves {
            if listing.json {
                try Output.json(move)
                continue
            }
            Output.line("\(move.place): \(move.source)")
            Output.line("  - url: \(Output.safe(move.from))")
            Output.line("  + url: \(Output.safe(move.to))")
        }
        if moves.isEmpty, !listing.json { Output.note("No source has moved for good.") }
    }
}
