import ArgumentParser
import Model
import Watch

/// `lexwatch alert`.
struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "Show one alert: why it was raised, and what was answered before to the like.")

    @Argument(help: "The alert's number.") var id: RowID<Alert>
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions

    func run() async throws {
        let workspace = Workspace(place.paths)
        let alert = try workspace.alert(id)
        let zone = workspace.zone
        if listing.json { return try Output.json(alert) }
        let terminal = Terminal.output
        let width = min(terminal.width, 100)
        Output.line(terminal.bold(Output.wrapped(alert.title, width: width)))
        Output.line(Output.wrapped("\(alert.publisher), item \(alert.item)", width: width))
        if let link = alert.link { Output.line(Output.safe(link)) }
        let asked = "alert \(alert.id): \(alert.subjectKind) \(alert.subject), owner \(alert.owner)"
        Output.line(Output.wrapped("\(asked), \(standing(alert, zone.day))", width: width))
        for answer in alert.replaced ?? [] {
            Output.line(Output.entry(ReasonText.replaced(answer, zone.day), width: width))
        }
        Output.line("\nWhy")
        for reason in alert.reasons { Output.line(Output.entry(ReasonText.line(reason, zone.day), width: width)) }
        for label in alert.labels ?? [] { Output.line(Output.entry(ReasonText.line(label, zone.day), width: width)) }
        Output.line(Output.entry(ReasonText.line(alert.rank), width: width))
        if let before = alert.before { Output.line(Output.entry(ReasonText.line(before, zone.day), width: width)) }
        if let later = alert.later, !later.isEmpty {
            Output.line("\nLater in this matter")
            for step in later { Output.line(Output.entry(ReasonText.line(step, zone.day), width: width)) }
        }
        if let rounds = alert.rounds, !rounds.isEmpty {
            Output.line("\nWhat was asked and answered")
            for round in rounds { Output.line(Output.entry(ReasonText.line(round, zone.day), width: width)) }
        }
        if let earlier = alert.earlier, !earlier.isEmpty {
            Output.line("\nWhat was said before")
            for answer in earlier { Output.line(Output.entry(ReasonText.line(answer, zone.day), width: width)) }
        }
        if alert.state == .open {
            Output.line("\nTo answer: lexwatch assess \(alert.id) no-impact|needs-update --note \"…\"")
        }
    }

    private func standing(_ alert: AlertView, _ day: (Instant) -> Day) -> String {
        guard let answer = alert.answer else {
            let until = alert.snoozedUntil.map { ", hidden until \($0)" } ?? ""
            return "open, due \(alert.due)\(until)"
        }
        let note = alert.note.flatMap { $0.isEmpty ? nil : ": \($0)" } ?? ", without a note"
        let answered = alert.answeredAt.map { " on \(day($0))" } ?? ""
        return "answered \(answer.rawValue)\(alert.answeredBy.map { " by \($0)" } ?? "")\(answered)\(note)"
    }
}
