import ArgumentParser
import Model
import Watch

/// `lexwatch alerts`.
struct AlertsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "List alerts that wait for an answer, the most pressing first.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Option(help: ArgumentHelp("Only of this owner.", valueName: "name")) var owner: ID<Owner>?
    @Option(help: ArgumentHelp("Only about this policy.", valueName: "name")) var policy: ID<Policy>?
    @Option(help: ArgumentHelp("Only about this tool.", valueName: "name")) var tool: ID<AITool>?
    @Flag(help: "Answered and snoozed ones, too.") var all = false
    @Flag(help: "Show the reasons with their words, and what was answered before to the like.") var why = false

    func run() async throws {
        var table = Table([
            .init("alert", 5), .init("due", 10), .init("policy", 16), .init("development"), .init("law", 8),
        ])
        var count = 0
        let filter = AlertFilter(owner: owner, policy: policy, tool: tool, all: all)
        try Workspace(place.paths).alerts(filter, earlier: why) { alert in
            count += 1
            if listing.json { return try Output.json(alert) }
            let law = alert.jurisdictions.map(\.code).joined(separator: " ")
            let answer = alert.answer.map { "[\($0.rawValue)] " } ?? ""
            table.row([alert.id.description, alert.due.description, alert.subject, answer + alert.title, law])
            if why { printReasons(alert) }
            // The first line is there before the rest is read.
            if count == 1 { Output.flush() }
        }
        if count == 0, !listing.json { Output.note("Nothing waits for an answer.") }
    }

    private func printReasons(_ alert: AlertView) {
        for reason in alert.reasons {
            Output.line(
                Output.wrapped(ReasonText.line(reason), width: Terminal.output.width, indent: "       "))
        }
        for earlier in alert.earlier ?? [] {
            Output.line(
                Output.wrapped(ReasonText.line(earlier), width: Terminal.output.width, indent: "       "))
        }
    }
}
