import ArgumentParser
import Model
import Watch

/// `lexwatch policy`.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Show one policy, or test the draft of one.",
        subcommands: [Show.self, Test.self], defaultSubcommand: Show.self)

    /// `lexwatch policy show`.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show one policy: its status and why, its alerts, marks and authorities.")

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

    /// `lexwatch policy test`.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test", abstract: "Show what a draft of a policy would have told its owner.",
            discussion: "The draft is a YAML file with one policy, or with `policies:` as in register.yaml.")

        @Argument(help: "The file of the draft.", completion: .file()) var file: String
        @Option(
            help: ArgumentHelp(
                "Developments from this day on; all that are stored where none is named.", valueName: "day"),
            transform: Day.written)
        var since: Day?
        @OptionGroup var place: PlaceOptions
        @OptionGroup var listing: ListingOptions

        func run() async throws {
            var count = 0
            let workspace = Workspace(place.paths)
            let zone = workspace.zone
            try workspace.rehearse(file, since: since) { alert in
                count += 1
                if listing.json { return try Output.json(alert) }
                let width = Terminal.output.width
                Output.line(Output.wrapped("\(alert.seen)  \(alert.owner)  \(alert.title)", width: width))
                for reason in alert.reasons {
                    Output.line(
                        Output.wrapped(ReasonText.line(reason, zone.day), width: width, indent: "            "))
                }
            }
            if !listing.json {
                Output.note("\(RunText.count(count, "question"))\(since.map { " since \($0)" } ?? "").")
            }
        }
    }
}
