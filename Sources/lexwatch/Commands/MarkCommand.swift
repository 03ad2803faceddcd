import ArgumentParser
import Model
import Watch

/// `lexwatch mark`.
struct MarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark", abstract: "Set a policy's status: needs-update, reviewed or updated.",
        discussion: "A mark is undone by another mark and never deleted.")

    @Argument(help: "The policy's name.") var policy: ID<Policy>
    @Argument(help: "The status.") var kind: PolicyMark.Kind
    @Option(help: ArgumentHelp("The alert, item or address that gave cause.", valueName: "alert|item|url"))
    var because: String?
    @Option(help: "Why: this goes on record.") var note = ""
    @Option(help: ArgumentHelp("By when the update is promised.", valueName: "day"), transform: Day.written)
    var due: Day?
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions

    func run() async throws {
        let view = try Workspace(place.paths).mark(
            policy, kind, because: because, note: note, due: due, actor: actor.name)
        Output.line(
            "\(view.id) is marked \(kind.rawValue) by \(actor.name). Its status is now \(view.status.rawValue):")
        Output.line(Output.wrapped(view.why, width: Terminal.output.width, indent: "  "))
    }
}
