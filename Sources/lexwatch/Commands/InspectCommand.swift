import ArgumentParser
import Foundation
import Model
import Watch

/// `lexwatch inspect`.
struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Parse a feed from a file or an address, and show what was read.",
        discussion: """
            With --files-from one JSON object is printed for each file, in the order of the list; for one that cannot be \
            read it has the error.
            """)

    @Argument(help: "The files or addresses; '-' for standard input.") var documents: [String] = []
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Option(help: ArgumentHelp("Read the names of files from this list, one a line.", valueName: "list"))
    var filesFrom: String?

    func validate() throws {
        guard !documents.isEmpty || filesFrom != nil else {
            throw ValidationError("Name a file or an address, or a list with --files-from.")
        }
    }

    func run() async throws {
        let inspector = Inspector(place.paths)
        if let filesFrom {
            for file in try Inspector.list(filesFrom) {
                Output.bytes(await inspector.report(on: file).json)
                Output.line()
            }
        }
        var worst = ExitStatus.ok
        for document in documents {
            let report = await inspector.report(on: document)
            if worst == .ok { worst = report.status }
            if listing.json {
                Output.bytes(report.json)
                Output.line()
            } else if let error = report.error {
                Output.note(Output.safe("\(document): \(report.status == .data ? "not a feed: " : "")\(error)"))
            } else {
                for line in report.lines {
                    Output.line(Output.wrapped(line, width: Terminal.output.width))
                }
            }
        }
        if worst != .ok { throw ExitCode(worst.rawValue) }
    }
}
