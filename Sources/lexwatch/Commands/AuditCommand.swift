import ArgumentParser
import Foundation
import Model
import Watch

/// `lexwatch audit`.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Verify or export the record of who did what, when and why.",
        subcommands: [Verify.self, Export.self], defaultSubcommand: Verify.self)

    /// `lexwatch audit verify`.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Check that no entry was changed, removed or reordered.")

        @OptionGroup var place: PlaceOptions
        @OptionGroup var listing: ListingOptions
        @Option(help: ArgumentHelp("A digest that was mailed: its footer must agree.", valueName: "message"))
        var against: String?

        func run() async throws {
            let verdict = try Workspace(place.paths).verifyAudit(against: against)
            if listing.json { try Output.json(verdict) } else { Output.line(verdict.text) }
            if !verdict.isIntact { throw ExitCode(ExitStatus.attention.rawValue) }
        }
    }

    /// `lexwatch audit export`.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Print the record as JSON Lines, or as CSV that is safe in a spreadsheet.")

        @OptionGroup var place: PlaceOptions
        @Option(help: ArgumentHelp("From this day.", valueName: "day"), transform: Day.written)
        var from: Day?
        @Option(help: ArgumentHelp("Up to and with this day.", valueName: "day"), transform: Day.written)
        var to: Day?
        @Flag(help: "Print CSV.") var csv = false

        func validate() throws {
            guard let from, let to, to < from else { return }
            throw ValidationError("\(to) is before \(from): name the earlier day after --from.")
        }

        func run() async throws {
            try Workspace(place.paths).exportAudit(from: from, to: to, asCSV: csv) { Output.line($0) }
        }
    }
}
