import ArgumentParser
import Logging
import Model
import Watch

/// `lexwatch fetch`.
struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Read the sources that are due, and store, tag and group what is new.",
        discussion: "Exits with 1 if not one source could be read; with --strict, if any could not.")

    @Argument(help: "Only these sources, due or not.") var sources: [ID<Source>] = []
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var logs: LogOptions
    @Flag(help: "Exit with 1 if a source could not be read.") var strict = false
    @Flag(help: "Read sources that are not due yet, too, but for those whose servers asked to be left alone.")
    var all = false
    @Flag(help: "Ignore what servers said about changes, and read in full.") var full = false

    func run() async throws {
        let log = logs.log
        let progress = Progress()
        let (workspace, options) = (Workspace(place.paths), FetchOptions(only: sources, all: all, full: full))
        Output.noteFormerNames(among: sources, workspace)
        let report: FetchReport
        do {
            report = try await Interruption.during { try await workspace.fetch(options, progress: progress.fetched) }
        } catch let broken as BrokenRun {
            progress.finish()
            try Self.show(broken.fetching, json: listing.json, log)
            throw broken
        }
        progress.finish()
        try Self.show(report, json: listing.json, log)
        if report.isBlind || (strict && report.needsAttention) { throw ExitCode(ExitStatus.attention.rawValue) }
    }

    /// Tells what reading gave, in the form that was asked for.
    static func show(_ report: FetchReport, json: Bool, _ log: Logger?) throws {
        if let log { report.tell(log) }
        if json {
            for fetch in report.fetches { try Output.json(fetch) }
            for waiting in report.waiting { try Output.json(waiting) }
        } else if log == nil {
            RunText.printFetches(report)
        }
    }
}
