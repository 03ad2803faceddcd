import ArgumentParser
import Model
import Watch

/// `lexwatch sources list`.
struct SourcesList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the sources, those in trouble first.",
        discussion: """
            fails: failures in a row. week: new entries a week. span: days after which an entry has left the window, \
            at that rate. due: hours until it is read next. gaps: open ones.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions

    func run() async throws {
        var table = Table([
            .init("source"), .init("health", 10), .init("success", 10), .init("fails", 5), .init("week", 5),
            .init("span", 5), .init("due", 5), .init("gaps", 4),
        ])
        let workspace = Workspace(place.paths)
        let zone = workspace.zone
        for source in try workspace.sources() {
            if listing.json {
                try Output.json(source)
                continue
            }
            table.row([
                source.id.rawValue, source.health.rawValue,
                source.lastSuccess.map(zone.day)?.description ?? "never", String(source.failures),
                number(source.itemsPerWeek), number(source.windowDays), due(source, now: workspace.clock.now),
                String(source.gaps),
            ])
            if let note = note(source) {
                Output.line(Terminal.output.faint(Output.wrapped(note, width: Terminal.output.width, indent: "    ")))
            }
        }
    }

    /// One digit behind the point, as long as that says anything.
    private func number(_ value: Double?) -> String {
        guard let value else { return "-" }
        return value >= 10 ? String(Int(min(value, 99_999))) : String(Double(Int(value * 10)) / 10)
    }

    private func due(_ source: SourceView, now: Instant) -> String {
        if source.health == .retired { return "never" }
        guard let next = source.nextDue, next > now else { return "now" }
        return number(Double(next.seconds(since: now)) / 3600) + "h"
    }

    /// What a person should know or do.
    private func note(_ source: SourceView) -> String? {
        if let cause = source.cause { return cause }
        if let said = source.emptiness ?? source.silence { return said }
        if let moved = source.movedTo {
            return source.shouldMove
                ? "moved for good to \(moved): take it over with `lexwatch sources moved --accept \(source.id)`"
                : "redirected to \(moved)"
        }
        return source.unverified && source.lastSuccess == nil ? "nobody has confirmed the address yet" : nil
    }
}
