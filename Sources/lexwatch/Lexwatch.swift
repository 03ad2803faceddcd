import ArgumentParser
import Foundation
import Model
import Watch

/// The command line.
@main
struct Lexwatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexwatch",
        abstract: "Watches law on AI and intellectual property, and asks policy owners what it means for them.",
        discussion: """
            Start with `lexwatch init`, then `lexwatch run`. Everything that the watch decides says why, and what \
            could not be read is reported as a gap.

            Exit codes: 0 all well; 1 the work was done but something needs attention; 64 to 78 as in sysexits(3).
            """,
        version: Version.current,
        groupedSubcommands: [
            CommandGroup(
                name: "The watch",
                subcommands: [
                    InitCommand.self, RunCommand.self, FetchCommand.self, DigestCommand.self, DeliveriesCommand.self,
                    ServeCommand.self,
                ]),
            CommandGroup(
                name: "What happened",
                subcommands: [
                    ItemsCommand.self, ItemCommand.self, AlertsCommand.self, AlertCommand.self, MatterCommand.self,
                ]),
            CommandGroup(
                name: "What it means for you",
                subcommands: [
                    AssessCommand.self, LabelCommand.self, SnoozeCommand.self, DelegateCommand.self,
                    PoliciesCommand.self,
                    PolicyCommand.self, RegisterCommand.self, MarkCommand.self, ToolsCommand.self,
                    FollowCommand.self, UnfollowCommand.self,
                ]),
            CommandGroup(
                name: "Sources, topics and tools of the trade",
                subcommands: [SourcesCommand.self, TopicsCommand.self, InspectCommand.self, TagCommand.self]),
            CommandGroup(
                name: "Trust",
                subcommands: [
                    AuditCommand.self, ReportCommand.self, CheckCommand.self, BackupCommand.self, RestoreCommand.self,
                    ReportFailureCommand.self,
                ]),
        ])

    static func main() async {
        SpareMemory.share()
        // A reader that goes away must not kill the program in the middle of a write.
        signal(SIGPIPE, SIG_IGN)
        // Who started us may ignore the end of children, which is inherited; that of ours is waited for.
        signal(SIGCHLD, SIG_DFL)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            finish(.ok)
        } catch let problem as any Problem {
            Output.note("lexwatch: \(problem)")
            finish(problem.exitCode)
        } catch  where exitCode(for: error) == .failure && !(error is ExitCode) {
            // ArgumentParser would end with 1, which says that the work was done.
            Output.note("lexwatch: \(Output.safe("\(error)"))\n  This is a fault of lexwatch itself: please report it.")
            finish(.software)
        } catch {
            Output.flush()
            let code = exitCode(for: error)
            let text = UsageText.wrapped(fullMessage(for: error), width: Terminal.output.width)
            if !text.isEmpty { code.isSuccess ? Output.text(text) : Output.note(text) }
            if !code.isSuccess, let hint = UsageText.hint(on: CommandLine.arguments) { Output.note(hint) }
            Output.flush()
            Foundation.exit(code.rawValue)
        }
    }

    private static func finish(_ status: ExitStatus) -> Never {
        Output.flush()
        Foundation.exit(status.rawValue)
    }
}
