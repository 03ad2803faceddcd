import ArgumentParser
import Model
import Watch

/// `lexwatch tools`.
struct ToolsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tools", abstract: "List the AI tools by risk class, or reclassify one.",
        subcommands: [List.self, Reclassify.self], defaultSubcommand: List.self)

    /// `lexwatch tools list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the AI tools.")

        @OptionGroup var place: PlaceOptions
        @OptionGroup var listing: ListingOptions
        @Flag(help: "Print the list for staff: what may be used with what data.") var forStaff = false
        @Option(help: "html, markdown or csv: the form of the list for staff; markdown if none is named.")
        var form: String?

        func validate() throws {
            guard let form else { return }
            guard forStaff else { throw ValidationError("--form is of the list for staff: add --for-staff.") }
            guard ["html", "markdown", "csv"].contains(form) else {
                throw ValidationError("The form '\(form)' is not known: write html, markdown or csv.")
            }
        }

        func run() async throws {
            let workspace = Workspace(place.paths)
            if forStaff { return Output.text(try workspace.staffList(form: form ?? "markdown")) }
            var table = Table([
                .init("tool", 18), .init("class", 10), .init("open", 4), .init("until", 10), .init("vendor", 14),
                .init("name"),
            ])
            for tool in try workspace.tools() {
                if listing.json {
                    try Output.json(tool)
                    continue
                }
                table.row([
                    tool.id.rawValue, tool.riskClass.rawValue, String(tool.openAlerts),
                    tool.contractUntil?.description ?? "–", tool.vendor ?? "–", tool.name,
                ])
            }
        }
    }

    /// `lexwatch tools reclassify`.
    struct Reclassify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reclassify", abstract: "Put a tool into another risk class, on record.")

        @Argument(help: "The tool's name.") var tool: ID<AITool>
        @Argument(help: "approved, restricted, prohibited or pending.") var riskClass: AITool.RiskClass
        @Option(help: ArgumentHelp("The alert, item or address that gave cause.", valueName: "alert|item|url"))
        var because: String?
        @Option(help: "Why: this goes on record.") var note = ""
        @OptionGroup var place: PlaceOptions
        @OptionGroup var actor: ActorOptions

        func run() async throws {
            let before = try Workspace(place.paths).reclassify(
                tool, riskClass, because: because, note: note, actor: actor.name)
            Output.line("\(tool) was \(before.rawValue) and is now \(riskClass.rawValue), by \(actor.name).")
        }
    }
}
