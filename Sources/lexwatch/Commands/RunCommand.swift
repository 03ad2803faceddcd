import ArgumentParser
import Model
import Watch

/// `lexwatch run`.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Fetch, tag, group, alert, write digests and deliver them: what the timer runs.",
        discussion: "Exits with 1 if sources were asked and not one could be read; with --strict, if any could not.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var logs: LogOptions
    @Flag(help: "Exit with 1 if a source could not be read or a delivery failed.") var strict = false
    @Flag(help: "Read sources that are not due yet, too, but for those whose servers asked to be left alone.")
    var all = false
    @Option(help: ArgumentHelp("Write digests to this folder.", valueName: "dir")) var output: String?

    func run() async throws {
        let log = logs.log
        let progress = Progress()
        let (workspace, options) = (Workspace(place.paths), RunOptions(fetchesAll: all, output: output))
        let report: RunReport
        do {
            report = try await Interruption.during { try await workspace.run(options, progress: progress.fetched) }
        } catch let broken as BrokenRun {
            progress.finish()
            try FetchCommand.show(broken.fetching, json: listing.json, log)
            throw broken
        }
        progress.finish()
        if let log { report.tell(log) }
        if listing.json { try Output.json(report) } else if log == nil { RunText.print(report) }
        if report.fetching.isBlind || (strict && report.needsAttention) {
            throw ExitCode(ExitStatus.attention.rawValue)
        }
    }
}
