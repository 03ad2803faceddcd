import ArgumentParser
import Model
import Watch

/// `lexwatch digest`.
struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest", abstract: "Write the digests now, whatever the schedule says, and deliver them.",
        discussion: """
            Exits with 1 if a digest could not be delivered.

            Who had a digest in this period gets another one only where there is something new: a question or a risk, \
            a date that moved or came near.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Option(help: ArgumentHelp("Only for this owner or unit.", valueName: "name")) var owner: String?
    @Option(help: ArgumentHelp("Only about this policy.", valueName: "name")) var policy: ID<Policy>?
    @Option(help: ArgumentHelp("Count as new what was seen since this day.", valueName: "day"), transform: Day.written)
    var since: Day?
    @Option(
        help: ArgumentHelp(
            "Write to this folder instead of the configured one, or to standard output for '-'.", valueName: "dir"))
    var output: String?
    @Option(help: "html, text, markdown or json: the form for standard output.") var form = "text"
    @Flag(help: "Write a digest to those, too, who had one in this period and to whom nothing is new.") var again =
        false
    @Option(
        help: ArgumentHelp(
            "Write lexwatch's own templates into this folder, as a beginning for yours, and do nothing else.",
            valueName: "dir")) var writeTemplates: String?
    @Flag(help: "Show what would be written, and change nothing.") var dryRun = false

    func validate() throws {
        guard ["html", "text", "markdown", "json"].contains(form) else {
            throw ValidationError("The form '\(form)' is not known: write html, text, markdown or json.")
        }
    }

    func run() async throws {
        if let folder = writeTemplates {
            for name in try Workspace(place.paths).writeTemplates(into: folder) { Output.line("\(folder)/\(name)") }
            return
        }
        let options = DigestOptions(
            recipient: owner, policy: policy, since: since, output: output == "-" ? nil : output,
            form: output == "-" || dryRun ? form : nil, isDryRun: dryRun || output == "-",
            repeats: again)
        let workspace = Workspace(place.paths)
        let report = try await Interruption.during { try await workspace.digest(options) }
        for digest in report.digests {
            if listing.json {
                try Output.json(digest)
            } else if let text = digest.text {
                Output.text(text)
            } else {
                Output.line("\(Output.safe(digest.recipient)): \(digest.headline)")
                for file in digest.files { Output.line("  \(file)") }
            }
        }
        if !report.unchanged.isEmpty {
            Output.note(Output.wrapped(RunText.unchanged(report.unchanged), width: Terminal.output.width))
        }
        if report.digests.isEmpty, report.unchanged.isEmpty {
            Output.note("Nobody is to get a digest: the register has no owner that matches.")
        }
        for delivery in report.undelivered { Output.note("not delivered: \(Output.safe(delivery))") }
        if !report.undelivered.isEmpty { throw ExitCode(ExitStatus.attention.rawValue) }
    }
}
