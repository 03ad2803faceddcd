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
        let workspace = Workspace(place.paths)
        let filter = AlertFilter(owner: owner, policy: policy, tool: tool, all: all)
        var table = Table([
            .init("alert", 5), .init("due", 10), .init("policy", 16), .init("development"), .init("law", 8),
        ])
        var count = 0
        func row(_ id: RowID<Alert>, _ due: Day, _ subject: String, _ title: String, _ law: String, _ answer: String?) {
            let answered = answer.map { "[\($0)] " } ?? ""
            table.row([id.description, due.description, subject, answered + title, law])
            count += 1
            // The first line is there before the rest is read.
            if count == 1 { Output.flush() }
        }
        if listing.json {
            return try workspace.alerts(filter, earlier: why) { alert in
                try Output.json(alert)
                count += 1
                if count == 1 { Output.flush() }
            }
        }
        if why {
            let zone = workspace.zone
            try workspace.alerts(filter, earlier: true) { alert in
                let law = alert.jurisdictions.map(\.code).joined(separator: " ")
                row(alert.id, alert.due, alert.subject, alert.title, law, alert.answer?.rawValue)
                printReasons(alert, zone.day)
            }
        } else {
            try workspace.alertLines(filter) { line in
                row(line.id, line.due, line.subject, line.title, line.law, line.answer?.rawValue)
            }
        }
        if count == 0 { Output.note("Nothing waits for an answer.") }
    }

    private func printReasons(_ alert: AlertView, _ day: (Instant) -> Day) {
        let lines = alert.reasons.map(ReasonText.line) + (alert.earlier ?? []).map { ReasonText.line($0, day) }
        for line in lines {
            Output.line(Output.wrapped(line, width: Terminal.output.width, indent: "       "))
        }
    }
}
