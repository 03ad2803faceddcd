import ArgumentParser
import Foundation
import Model
import Watch

/// `lexwatch sources`.
struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List the sources with their health, and look after them.",
        subcommands: [
            SourcesList.self, SourcesCheck.self, SourcesAdd.self, SourcesImport.self, SourcesExport.self,
            SourcesGaps.self,
            SourcesHandCheck.self, SourcesMoved.self,
        ], defaultSubcommand: SourcesList.self)
}

/// `lexwatch sources check`.
struct SourcesCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read sources now, store nothing, and explain what came.")

    @Argument(help: "Which; all where none is named.") var sources: [ID<Source>] = []
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions

    func run() async throws {
        var isAnyBad = false
        let workspace = Workspace(place.paths)
        let checks = try workspace.checkSources(sources)
        Output.noteFormerNames(among: sources, workspace)
        for try await check in checks {
            isAnyBad = isAnyBad || !check.isReadable
            if listing.json {
                try Output.json(check)
                continue
            }
            Output.line("\(check.source): \(check.isReadable ? "readable" : Terminal.output.red("not readable"))")
            for line in check.lines { Output.line(Output.entry(line, width: Terminal.output.width)) }
        }
        if isAnyBad { throw ExitCode(ExitStatus.attention.rawValue) }
    }
}

/// `lexwatch sources add`.
struct SourcesAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Find feeds at an address, or propose selectors, and show what they would yield.",
        discussion: "Prints a definition; with --save it is appended to a catalogue file.")

    @Argument(help: "The address of a feed or of any page.") var url: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Option(help: ArgumentHelp("Append the definition to this catalogue file.", valueName: "file")) var save: String?
    @Option(help: ArgumentHelp("Which of the proposals to take, from 1.", valueName: "number")) var choose = 1

    func run() async throws {
        if save != nil { Output.outlastReader() }
        let found = try await Workspace(place.paths).proposeSources(at: url, for: save)
        let proposals = found.proposals
        let width = Terminal.output.width
        for (index, proposal) in proposals.enumerated() {
            if listing.json {
                try Output.json(proposal)
                continue
            }
            Output.line("\(index + 1). \(Output.safe(proposal.url))")
            Output.line(Output.wrapped(proposal.reason, width: width, indent: "   "))
            for entry in proposal.preview { Output.line(Output.wrapped(entry, width: width, indent: "     ")) }
        }
        for reason in found.left { Output.note("Left out: \(reason)") }
        guard choose > 0, proposals.indices.contains(choose - 1) else {
            throw PlainProblem(
                "there is no proposal \(choose)", place: url, remedy: "Choose from 1 to \(proposals.count).",
                exitCode: .usage)
        }
        let definition = proposals[choose - 1].definition
        if !listing.json {
            Output.line()
            Output.line(definition)
        }
        guard let save else { return Output.note("Nothing is saved; add --save FILE to append the definition.") }
        let isListed = try Workspace(place.paths).appendDefinition(definition, to: save)
        Output.note("Appended to \(save)." + (isListed ? "" : " List it under feeds in lexwatch.yaml to have it read."))
    }
}

/// `lexwatch sources import`.
struct SourcesImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Turn an OPML file into catalogue definitions, on standard output.")

    @Argument(help: "The OPML file; '-' for standard input.") var file: String
    @Option(
        help: ArgumentHelp(
            "Whose law all of the sources are about; where it is missing, what their categories say, or INT.",
            valueName: "code"))
    var jurisdiction: String?
    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let list = try Workspace(place.paths).importOPML(file, jurisdiction: jurisdiction)
        Output.line(list.text)
        for reason in list.left { Output.note("Left out: \(reason)") }
        for (url, source) in list.watched { Output.note("Watched already: \(url), as \(source)") }
    }
}

/// `lexwatch sources export`.
struct SourcesExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the sources as OPML 2.0, on standard output.")

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let list = try Workspace(place.paths).exportOPML()
        Output.line(list.text)
        guard !list.left.isEmpty else { return }
        Output.note("Left out, as no feeds: \(list.left.map(\.rawValue).joined(separator: ", "))")
    }
}

/// `lexwatch sources gaps`.
struct SourcesGaps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps", abstract: "List the coverage gaps, or acknowledge one.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var actor: ActorOptions
    @Option(help: ArgumentHelp("Acknowledge this gap, and say why with --note.", valueName: "gap"))
    var acknowledge: RowID<CoverageGap>?
    @Option(help: "What was found, or why it does not matter: this goes on record.") var note = ""
    @Flag(help: "Filled and acknowledged ones, too.") var all = false

    func run() async throws {
        let workspace = Workspace(place.paths)
        if let acknowledge {
            let before = try workspace.acknowledgeGap(acknowledge, note: note, actor: actor.name)
            let known = before.map { " It was before, by \($0.actor) on \(workspace.zone.day(of: $0.at))." } ?? ""
            return Output.line(Output.safe("Gap \(acknowledge) is acknowledged by \(actor.name).\(known)"))
        }
        var table = Table([
            .init("gap", 5), .init("source", isWhole: true), .init("from", 16), .init("to", 16), .init("state", 12),
        ])
        let gaps = try workspace.gaps(all: all)
        let zone = workspace.zone
        for gap in gaps {
            if listing.json {
                try Output.json(gap)
                continue
            }
            table.row([
                gap.id.description, gap.source.rawValue, zone.minute(of: gap.from),
                gap.to.map(zone.minute) ?? "now", state(of: gap),
            ])
            for line in ["\(gap.kind.rawValue): \(gap.detail)"] + tries(gap, in: zone) + answer(gap) {
                Output.line(Terminal.output.faint(Output.wrapped(line, width: Terminal.output.width, indent: "    ")))
            }
        }
        guard gaps.isEmpty, !listing.json else { return }
        Output.note("There is no \(all ? "" : "open ")gap.")
        guard let (unasked, all) = try workspace.unaskedSources(), unasked > 0 else { return }
        Output.note("But not every source was asked yet: \(all - unasked) of \(all). See `lexwatch sources`.")
    }

    private func tries(_ gap: GapView, in zone: TimeZone) -> [String] {
        guard gap.tries > 0, gap.filled == nil else { return [] }
        let next = gap.nextTry.map { ", once more after \(zone.minute(of: $0))" } ?? ""
        return ["tried \(RunText.count(gap.tries, "time"))\(next)"]
    }

    private func answer(_ gap: GapView) -> [String] {
        guard let actor = gap.acknowledgedBy else { return [] }
        return ["acknowledged by \(actor)" + (gap.note.map { $0.isEmpty ? "" : ": \($0)" } ?? "")]
    }

    private func state(of gap: GapView) -> String {
        if gap.filled != nil { return "filled" }
        return gap.acknowledged == nil ? "open" : "acknowledged"
    }
}

/// `lexwatch sources hand-check`.
struct SourcesHandCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-check", abstract: "Record that a person looked at a source where no machine is let in.")

    @Argument(help: "The source's name.") var source: ID<Source>
    @Option(help: "What was found: this goes on record.") var note: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions

    func run() async throws {
        let workspace = Workspace(place.paths)
        let name = try workspace.handCheck(source, note: note, actor: actor.name)
        Output.noteFormerNames(among: [source], workspace)
        Output.line("\(name) was checked by hand by \(actor.name).")
    }
}
