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
        func tell(_ text: String, indent: String = "") {
            Output.line(Output.wrapped(text, width: width, indent: indent))
        }
        Output.line(terminal.bold(Output.wrapped(alert.title, width: width)))
        tell("\(alert.publisher), item \(alert.item)")
        if let link = alert.link { Output.line(link) }
        tell(
            "alert \(alert.id): \(alert.subjectKind) \(alert.subject), owner \(alert.owner), \(standing(alert, zone.day))"
        )
        Output.line("\nWhy")
        for reason in alert.reasons { tell(ReasonText.line(reason), indent: "  ") }
        if let earlier = alert.earlier, !earlier.isEmpty {
            Output.line("\nWhat was said before")
            for answer in earlier { tell(ReasonText.line(answer, zone.day), indent: "  ") }
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
        let note = alert.note.flatMap { $0.isEmpty ? nil : ": \($0)" } ?? ""
        let answered = alert.answeredAt.map { " on \(day($0))" } ?? ""
        return "answered \(answer.rawValue)\(alert.answeredBy.map { " by \($0)" } ?? "")\(answered)\(note)"
    }
}
