import ArgumentParser
import Foundation
import Model
import Watch

/// `lexwatch topics`.
struct TopicsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "List the topics, explain how a text is tagged, score the tagging, tag anew.",
        subcommands: [
            List.self, Explain.self, TopicsEvaluate.self, TopicsSuggest.self, TopicsRetag.self, TopicsNearMisses.self,
        ],
        defaultSubcommand: List.self)

    /// `lexwatch topics list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the topics.")

        @OptionGroup var place: PlaceOptions
        @OptionGroup var listing: ListingOptions

        func run() async throws {
            var table = Table([.init("topic", 26), .init("title")])
            for topic in try Workspace(place.paths).topics() {
                if listing.json {
                    try Output.json(topic)
                } else {
                    table.row([topic.id.rawValue, topic.title])
                }
            }
        }
    }

    /// `lexwatch topics explain`.
    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: "Show how a text is tagged, and what each topic lacked.",
            discussion: """
                Reads standard input where the text is '-'. The first line is the title, unless --title has it; what \
                follows is the summary.
                """)

        @Argument(help: "The text.") var text: [String] = []
        @OptionGroup var place: PlaceOptions
        @OptionGroup var listing: ListingOptions
        @Option(help: "The title; the text is the summary then.") var title: String?
        @Option(help: ArgumentHelp("Explain this stored item, as one of its source.", valueName: "item"))
        var item: RowID<Item>?
        @Option(help: "The text's language.") var language = "en"
        @Option(help: "topical or general: the scope of the source that it would come from.") var scope = "general"

        func validate() throws {
            guard Source.Scope(rawValue: scope) != nil else {
                throw ValidationError("The scope '\(scope)' is not known: write topical or general.")
            }
            guard ExplainedText.isLanguage(language) else {
                throw ValidationError("The language '\(language)' is not known: write a code such as de or zh-Hans.")
            }
            guard (item != nil) != (!text.isEmpty || title != nil) else {
                throw ValidationError("Write a text, or name a stored item with --item.")
            }
        }

        func run() async throws {
            let workspace = Workspace(place.paths)
            let explanation = try item.map { try workspace.explain($0) } ?? workspace.explain(explained)
            if listing.json { return try Output.json(explanation) }
            FindingsText.print(explanation.findings, width: min(Terminal.output.width, 100))
            Output.line()
            for line in explanation.lines {
                let width = Terminal.output.width
                Output.line(
                    line.isHeading ? Output.wrapped(line.text, width: width) : Output.entry(line.text, width: width))
            }
        }

        private var explained: ExplainedText {
            let words = text == ["-"] ? Self.standardInput : text.joined(separator: " ")
            let (language, scope) = (Language(language), Source.Scope(rawValue: scope) ?? .general)
            return title.map { ExplainedText(title: $0, summary: words, language: language, scope: scope) }
                ?? ExplainedText(words, language: language, scope: scope)
        }

        private static var standardInput: String {
            String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        }
    }
}

/// `lexwatch topics retag`.
struct TopicsRetag: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retag", abstract: "Apply the present vocabulary to stored items, or show what would change.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var actor: ActorOptions
    @Flag(help: "Show what would change, and change nothing.") var dryRun = false

    func run() async throws {
        if !dryRun { Output.outlastReader() }
        let report = try Workspace(place.paths).retag(isDryRun: dryRun, actor: actor.name) { change in
            if listing.json { try Output.json(change) } else { Output.line(Output.safe(change.line)) }
        }
        for alerts in report.ungrounded {
            if listing.json { try Output.json(alerts) } else { Output.line(Output.safe(alerts.line)) }
        }
        if listing.json { return }
        let changes = report.changed
        if changes == 0 {
            Output.line(dryRun ? "No item would be tagged differently." : "No item is tagged differently.")
        } else {
            Output.line(
                "\(RunText.count(changes, "item")) "
                    + "\(dryRun ? "would be" : changes == 1 ? "is" : "are") tagged differently.")
        }
        if !report.ungrounded.isEmpty { Output.line("Alerts stay open until their owners answer.") }
    }
}

/// `lexwatch topics evaluate`.
struct TopicsEvaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Score the tagging on labelled items (JSON Lines).")

    @Argument(help: "The labelled items.") var file: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions

    func run() async throws {
        let evaluation = try Workspace(place.paths).evaluate(file)
        if listing.json { try Output.json(evaluation) } else { Output.line(evaluation.table) }
    }
}

/// `lexwatch topics suggest`.
struct TopicsSuggest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Propose terms and exceptions that labelled items speak for.",
        discussion: """
            Without a file, the items of the database that people labelled and the near misses that they answered \
            speak. To accept a proposal, write it where it says, see what changes with `topics retag --dry-run`, and \
            apply it with `topics retag`.
            """)

    @Argument(help: "The labelled items.") var file: String?
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions

    func run() async throws {
        let proposals = try Workspace(place.paths).suggest(file)
        for proposal in proposals {
            if listing.json {
                try Output.json(proposal)
                continue
            }
            let width = Terminal.output.width
            Output.line(
                Output.wrapped(
                    "\(proposal.topic): \(proposal.kind) “\(proposal.words)” (\(proposal.support) items speak for it; "
                        + "\(cost(of: proposal)))", width: width))
            Output.line(
                Output.wrapped("to accept: in \(proposal.file) \(proposal.toAccept)", width: width, indent: "    "))
        }
        if proposals.isEmpty, !listing.json {
            Output.note("Nothing is proposed: a proposal needs two items at least that speak for it.")
        }
    }

    /// What accepting a proposal would do to the items that it is not for.
    private func cost(of proposal: SuggestionView) -> String {
        proposal.kind == "exception"
            ? "of \(RunText.count(proposal.compared, "item")) tagged rightly it would touch \(proposal.against)"
            : "of \(RunText.count(proposal.compared, "item")) without the topic \(proposal.against) hold it, too"
    }
}
