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
    @Flag(help: "Those of the highest rank first, instead of those due first.") var byRank = false
    @Flag(help: "Show the reasons with their words, and what was answered before to the like.") var why = false

    func validate() throws {
        guard policy == nil || tool == nil else {
            throw ValidationError("Name a policy or a tool: an alert is about one of them.")
        }
    }

    func run() async throws {
        let workspace = Workspace(place.paths)
        let filter = AlertFilter(owner: owner, policy: policy, tool: tool, all: all, isByRank: byRank)
        var table = Table([
            .init("alert", 5), .init("due", 10), .init("rank", 4), .init("policy", 16), .init("development"),
            .init("law", 8),
        ])
        var count = 0
        func row(_ line: AlertLine) {
            let answered = line.answer.map { "[\($0.rawValue)] " } ?? ""
            table.row([
                line.id.description, line.due.description, String(line.rank), line.subject, answered + line.title,
                line.law,
            ])
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
                row(
                    AlertLine(
                        id: alert.id, due: alert.due, subject: alert.subject, title: alert.title,
                        law: alert.jurisdictions.map(\.code).joined(separator: " "), rank: alert.rank.total,
                        answer: alert.answer))
                printReasons(alert, zone.day)
            }
        } else {
            try workspace.alertLines(filter, each: row)
        }
        if count == 0 { Output.note("Nothing waits for an answer.") }
    }

    private func printReasons(_ alert: AlertView, _ day: (Instant) -> Day) {
        let lines =
            alert.reasons.map { ReasonText.line($0, day) } + [ReasonText.line(alert.rank)]
            + (alert.rounds ?? []).map { ReasonText.line($0, day) }
            + (alert.earlier ?? []).map { ReasonText.line($0, day) }
        for line in lines {
            Output.line(Output.wrapped(line, width: Terminal.output.width, indent: "       "))
        }
    }
}
