import ArgumentParser
import Foundation
import Model
import Watch

/// `lexwatch sources list`.
struct SourcesList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the sources, those in trouble first.",
        discussion: """
            fails: failures in a row. week: new entries a week. span: days after which an entry has left the window, \
            at that rate. due: hours or minutes until it is read next. gaps: open ones, outages included.
            """)

    @Argument(help: "Only these.") var sources: [ID<Source>] = []
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions

    func run() async throws {
        var table = Table([
            .init("source", isWhole: true), .init("health", 10), .init("success", 10), .init("fails", 5),
            .init("week", 5),
            .init("span", 5), .init("due", 5), .init("gaps", 4),
        ])
        let workspace = Workspace(place.paths)
        let zone = workspace.zone
        let views = try workspace.sources(sources)
        Output.noteFormerNames(among: sources, workspace)
        for source in views {
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
            for note in notes(source, in: zone) {
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
        let seconds = next.seconds(since: now)
        return seconds < 3600 ? "\((seconds + 59) / 60)m" : number(Double(seconds) / 3600) + "h"
    }

    /// What a person should know or do.
    private func notes(_ source: SourceView, in zone: TimeZone) -> [String] {
        var notes = [note(source)].compactMap(\.self)
        if let warning = source.warnings.first, source.cause == nil {
            let more = source.warnings.count - 1
            notes.append("warning: \(warning)" + (more > 0 ? " (and \(more) more)" : ""))
        }
        if let check = source.handCheck {
            notes.append("\(check.actor) looked by hand on \(zone.day(of: check.at)): \(check.note)")
        }
        return notes
    }

    private func note(_ source: SourceView) -> String? {
        let moved = source.movedTo.map { target in
            source.shouldMove
                ? "moved for good to \(target): take it over with `lexwatch sources moved --accept \(source.id)`"
                : "redirected to \(target)"
        }
        // Behind an address that fails, the new one may still be read.
        if let cause = source.cause { return cause + (source.shouldMove ? moved.map { "; it \($0)" } ?? "" : "") }
        if let said = source.emptiness ?? source.silence ?? moved { return said }
        return source.unverified && source.lastSuccess == nil ? "nobody has confirmed the address yet" : nil
    }
}
