import ArgumentParser
import Model
import Watch

/// `lexwatch report`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Report a period to management and auditors, or sign what was watched.",
        usage: """
            lexwatch report --period 2026-Q3 [--form html|markdown|json]
            lexwatch report --period 2026-Q3 --warrant
            lexwatch report --verify <statement>
            """)

    @Option(help: "2026, 2026-Q3, 2026-07, or two days with .. between.") var period: String?
    @Option(help: "The form of the report.") var form: ReportForm = .markdown
    @Flag(help: "Print the statement of having watched, signed with this installation's key.") var warrant = false
    @Option(help: ArgumentHelp("Say whether a statement is as it was signed.", valueName: "file"), completion: .file())
    var verify: String?
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard verify != nil || period != nil else {
            throw ValidationError("Name a period: --period 2026, 2026-Q3, 2026-07 or 2026-07-01..2026-09-30.")
        }
    }

    func run() async throws {
        let workspace = Workspace(place.paths)
        if let verify {
            let verdict = try workspace.verifyWarrant(verify)
            Output.line(Output.safe(verdict.text))
            if !verdict.isGenuine { throw ExitCode(ExitStatus.attention.rawValue) }
            return
        }
        let period = period ?? ""
        let text = try warrant ? workspace.warrant(period) : workspace.report(period, form: form)
        Output.bytes(Array(text.utf8))
    }
}
