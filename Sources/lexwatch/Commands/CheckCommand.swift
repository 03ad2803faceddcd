import ArgumentParser
import Model
import Watch

/// `lexwatch check`.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what would fail: configuration, database, sources, mail.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Flag(help: "Ask nothing of the network.") var offline = false

    private static let indent = "      "

    func run() async throws {
        var isAnyBad = false
        for await finding in Workspace(place.paths).check(isOffline: offline) {
            isAnyBad = isAnyBad || finding.level == .bad
            if listing.json {
                try Output.json(finding)
                continue
            }
            let mark =
                finding.level == .bad ? Terminal.output.red("bad ") : finding.level == .doubtful ? "hint" : "ok  "
            let width = Terminal.output.width
            // The mark may have a colour, which takes no room.
            let what = Output.wrapped(finding.what, width: width, indent: Self.indent)
            Output.line("\(mark)  \(what.dropFirst(Self.indent.count))")
            if let remedy = finding.remedy { Output.line(Output.wrapped(remedy, width: width, indent: "        ")) }
        }
        if isAnyBad { throw ExitCode(ExitStatus.attention.rawValue) }
    }
}
