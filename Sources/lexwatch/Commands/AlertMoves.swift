import ArgumentParser
import Model
import Watch

/// `lexwatch snooze`.
struct SnoozeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snooze", abstract: "Hide open alerts until a day; they stay open, and on record.",
        discussion: """
            Until that day listings leave them out, digests tell in a line who put them off, and no deputy is asked. Their \
            policies are overdue all the same where the day for the answer is past.
            """)

    @Argument(help: "The alerts' numbers.") var alerts: [RowID<Alert>]
    @Option(help: ArgumentHelp("The day on which they are shown again.", valueName: "day"), transform: Day.written)
    var until: Day
    @Option(help: "Why: this goes on record.") var note = ""
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions

    func run() async throws {
        let warnings = try Workspace(place.paths).snooze(alerts, until: until, note: note, actor: actor.name)
        for alert in alerts { Output.line("Alert \(alert) is hidden until \(until), by \(actor.name).") }
        for warning in warnings { Output.note("Warning: \(warning).") }
    }
}

/// `lexwatch delegate`.
struct DelegateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delegate", abstract: "Have open alerts answered by somebody else.")

    @Argument(help: "The alerts' numbers.") var alerts: [RowID<Alert>]
    @Option(help: ArgumentHelp("Who is to answer.", valueName: "owner")) var to: ID<Owner>
    @Option(help: "Why: this goes on record.") var note = ""
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions

    func run() async throws {
        try Workspace(place.paths).delegate(alerts, to: to, note: note, actor: actor.name)
        for alert in alerts { Output.line("Alert \(alert) is passed to \(to), by \(actor.name).") }
    }
}
