import ArgumentParser
import Model
import Watch

/// `lexwatch label`.
struct LabelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Say which topics an item has or lacks, or print the labelled items.",
        usage: """
            lexwatch label <item> +<topic> -<topic> …
            lexwatch label <item> --back <topic>
            lexwatch label --export
            """,
        discussion: "The last word on a topic counts, also when the rules change; with --back the rules decide again. "
            + "Exported lines are read by `topics evaluate` and `topics suggest`.")

    @Argument(parsing: .allUnrecognized, help: "The item's number, then topics with + or -.") var words: [String] = []
    @Option(help: ArgumentHelp("Take back what was said of this topic.", valueName: "topic")) var back: [ID<Topic>] = []
    @Flag(help: "Print the labelled items as JSON Lines.") var export = false
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions

    /// The words without the `--` that may stand before them.
    private var said: [String] { words.filter { $0 != "--" } }

    func validate() throws {
        let words = said
        if let option = words.first(where: { $0.hasPrefix("--") }) {
            throw ValidationError(unknownOption: option, usual: "--back and --export")
        }
        guard !export else { return }
        guard let item = words.first, RowID<Item>(argument: item) != nil, words.count > 1 || !back.isEmpty,
            words.dropFirst().allSatisfy({ TopicChange($0) != nil })
        else { throw ValidationError("Write the item's number, then topics: lexwatch label 12 +privacy -deepfakes") }
        var seen: Set<ID<Topic>> = []
        if let twice = changes.first(where: { !seen.insert($0.topic).inserted }) {
            throw ValidationError("The topic '\(twice.topic)' stands twice: write it once, with + or - or --back.")
        }
    }

    private var changes: [TopicChange] {
        said.dropFirst().compactMap(TopicChange.init(_:)) + back.map { TopicChange($0, applies: nil) }
    }

    func run() async throws {
        let workspace = Workspace(place.paths)
        if export { return try workspace.exportLabels { Output.line($0) } }
        guard let item = said.first.flatMap(RowID<Item>.init(argument:)) else { return }
        try workspace.label(item, changes, actor: actor.name)
        for change in changes {
            let what =
                change.applies.map { "is \($0 ? "about" : "not about") \(change.topic)" }
                ?? "is about \(change.topic) or not as the rules say"
            Output.line("Item \(item) \(what), by \(actor.name).")
        }
    }
}

/// `lexwatch topics near-misses`.
struct TopicsNearMisses: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "near-misses", abstract: "Show items that just missed a topic, and learn from your yes or no.",
        discussion: """
            Answer with --yes or --no and an item of the sample; --estimate shows what the answers say of each \
            topic's recall. An item that is answered yes has the topic from then on, until it is answered no.
            """)

    @Option(help: ArgumentHelp("Only of this topic.", valueName: "name")) var topic: ID<Topic>?
    @Option(parsing: .unconditional, help: ArgumentHelp("How many at most; 0 for all.", valueName: "number"))
    var count = 10
    @Option(help: ArgumentHelp("This item should have had the topic.", valueName: "item")) var yes: RowID<Item>?
    @Option(help: ArgumentHelp("This item was rightly left out.", valueName: "item")) var no: RowID<Item>?
    @Flag(help: "Estimate the recall of each topic from the answers.") var estimate = false
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var actor: ActorOptions

    func validate() throws {
        if count < 0 { throw ValidationError("Write with --count how many near misses to show, or 0 for all.") }
        if yes != nil || no != nil, topic == nil { throw ValidationError("Name the topic with --topic.") }
        if yes != nil, no != nil { throw ValidationError("Answer either --yes or --no.") }
    }

    func run() async throws {
        let workspace = Workspace(place.paths)
        if let topic, let item = yes ?? no {
            try workspace.answerNearMiss(item, topic, belongs: yes != nil, actor: actor.name)
            Output.line("Item \(item): \(yes != nil ? "should have had" : "rightly lacks") \(topic).")
        } else if estimate {
            try printEstimates(workspace.nearMissEstimates(of: topic))
        } else {
            try printSample(workspace.nearMisses(of: topic, count: count))
        }
    }

    private func printSample(_ misses: [NearMissView]) throws {
        for miss in misses {
            if listing.json {
                try Output.json(miss)
                continue
            }
            let width = Terminal.output.width
            Output.line(Output.wrapped("\(miss.item)  \(miss.topic)  \(miss.title)", width: width, hanging: "       "))
            Output.line(Output.wrapped("lacked \(miss.lacked)", width: width, indent: "       "))
            let words = miss.words.map { "“\($0)”" }.joined(separator: ", ")
            if !words.isEmpty { Output.line(Output.wrapped("had \(words)", width: width, indent: "       ")) }
        }
        if misses.isEmpty, !listing.json { Output.note("No near miss waits for an answer.") }
    }

    private func printEstimates(_ estimates: [NearMissEstimate]) throws {
        var table = Table([
            .init("topic", 26), .init("tagged", 6), .init("missed", 6), .init("yes", 4), .init("no", 4),
            .init("recall (19 of 20 times)"),
        ])
        for line in estimates {
            if listing.json {
                try Output.json(line)
                continue
            }
            let bounds = line.interval.map { " (\(percent($0[0])) to \(percent($0[1])))" } ?? ""
            table.row([
                line.topic.rawValue, String(line.tagged), String(line.misses), String(line.yes), String(line.no),
                line.recall.map { percent($0) + bounds } ?? "–",
            ])
        }
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
