import ArgumentParser
import Model
import Watch

/// `lexwatch register`.
struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Look through the register of owners, units, policies and tools.",
        subcommands: [Check.self], defaultSubcommand: Check.self)

    /// `lexwatch register check`.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Say every mistake with file and line, and what changed since the last run."
        )

        @OptionGroup var place: PlaceOptions
        @OptionGroup var listing: ListingOptions

        func run() async throws {
            let report = try Workspace(place.paths).checkRegister()
            if listing.json { try Output.json(report) } else { print(report) }
            if !report.isUsable { throw ExitCode(ExitStatus.configuration.rawValue) }
        }

        private func print(_ report: RegisterCheckReport) {
            let width = Terminal.output.width
            for finding in report.findings {
                let mark = finding.isError ? Terminal.output.red("bad ") : "hint"
                Output.line("\(mark)  \(Output.safe(finding.place ?? "register.yaml"))")
                Output.line(Output.wrapped(finding.what, width: width, indent: "        "))
                if let remedy = finding.remedy { Output.line(Output.wrapped(remedy, width: width, indent: "        ")) }
            }
            if report.findings.isEmpty { Output.line("ok    nothing is wrong in the register") }
            for change in report.changes {
                Output.line(Output.wrapped("new since the last run: \(change)", width: width, indent: "      "))
            }
        }
    }
}
