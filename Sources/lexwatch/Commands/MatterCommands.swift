import ArgumentParser
import Model
import Watch

/// `lexwatch matter`.
struct MatterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matter", abstract: "Show a case or act over time, by its citation or name.")

    @Argument(help: "A citation such as C-250/25 or \"EU 2024/1689\".") var citation: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Flag(help: "List every section of a policy that relies on it, directly or through another authority.")
    var reach = false

    /// Items of a step that are named.
    private static let mostMembers = 6

    func validate() throws {
        if citation.allSatisfy(\.isWhitespace) { throw ValidationError("Write a citation or the name of a case.") }
    }

    func run() async throws {
        let workspace = Workspace(place.paths)
        if reach {
            let reached = try workspace.reach(of: citation)
            for reach in reached { try tell(reach) }
            if reached.isEmpty { Output.note("No policy relies on \(citation).") }
            return
        }
        var table = Table([.init("dev.", 6), .init("day", 10), .init("stage", 9), .init("source", 20), .init("title")])
        let steps = try workspace.matter(citation)
        let zone = workspace.zone
        for step in steps {
            if listing.json {
                try Output.json(step)
                continue
            }
            table.row([
                step.development?.description ?? "–", zone.day(of: step.published ?? step.firstSeen).description,
                step.stage.rawValue, step.source.rawValue, step.title,
            ])
            let mention = "it only mentions the matter" + (step.about.map { ", and is about \($0)" } ?? "")
            let notes =
                (step.isMention ? [mention] : [])
                + step.treatments.map {
                    "the matter is \($0 == .unclear ? "treated, how is unclear" : $0.rawValue)"
                }
            let items = step.members.prefix(Self.mostMembers).map { "\($0.item) (\($0.source))" }
            let more = step.items > items.count ? " and \(step.items - items.count) more" : ""
            let told = step.items > 1 ? ["items \(items.joined(separator: ", "))\(more)"] : []
            let lone = step.development == nil ? ["item \(step.item) met no topic, and is in no development"] : []
            for note in told + notes + step.moved.map(\.line) + lone {
                Output.line(Output.wrapped(note, width: Terminal.output.width, indent: "       "))
            }
        }
        guard steps.isEmpty else { return }
        Output.note("Nothing is stored about \(citation).\(try Self.others(like: citation, workspace))")
    }

    /// What may have been meant by a name that nothing bears.
    static func others(like citation: String, _ workspace: Workspace) throws -> String {
        let matters = try workspace.matters(like: citation).map(Output.safe)
        return matters.isEmpty
            ? " `lexwatch items` searches the texts." : " Perhaps you mean: \(matters.joined(separator: ", "))"
    }

    private func tell(_ reach: ReachView) throws {
        if listing.json { return try Output.json(reach) }
        let place = reach.section.map { ", section \($0)\(reach.title.map { " \($0)" } ?? "")" } ?? ""
        let path = reach.path.reversed().joined(separator: ", which cites ")
        Output.line(
            Output.wrapped("\(reach.policy)\(place): relies on \(path)", width: Terminal.output.width))
    }
}

/// `lexwatch follow`.
struct FollowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow", abstract: "Make each step of a matter an alert for an owner.")

    @Argument(help: "A citation or name.") var citation: String
    @Option(help: ArgumentHelp("Whose alerts.", valueName: "owner")) var owner: ID<Owner>
    @Option(help: "Why: shown with each alert; the one before stays where there is none.") var note = ""
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions

    func run() async throws {
        let workspace = Workspace(place.paths)
        let answer = try workspace.follow(citation, owner: owner, note: note, actor: actor.name)
        let repeated = note.isEmpty ? " already" : " already, with this note from now on"
        Output.line("\(owner) follows \(answer.matter)\(answer.wasFollowed ? repeated : "").")
        let met = answer.isName ? "whose parties' names begin so" : "that cites it"
        Output.line("Each item \(met) is a step; \(answer.steps) stored so far.")
        guard answer.steps == 0 else { return }
        Output.note("Nothing is stored about it yet.\(try MatterCommand.others(like: citation, workspace))")
    }
}

/// `lexwatch unfollow`.
struct UnfollowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unfollow", abstract: "Stop making each step of a matter an alert.")

    @Argument(help: "A citation or name.") var citation: String
    @Option(help: ArgumentHelp("Whose alerts.", valueName: "owner")) var owner: ID<Owner>
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions

    func run() async throws {
        let matter = try Workspace(place.paths).unfollow(citation, owner: owner, actor: actor.name)
        Output.line("\(owner) no longer follows \(matter).")
    }
}
