import ArgumentParser
import Model
import Watch

/// `lexwatch items`.
struct ItemsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items", abstract: "List items, newest first, or search them.",
        discussion: """
            A query finds all of its words, in any language: "exact phrase", either OR other, NOT this, begin*.
            """)

    @Argument(help: "What to search for.") var query: [String] = []
    @OptionGroup var place: PlaceOptions
    @OptionGroup var listing: ListingOptions
    @Option(help: ArgumentHelp("Only with this topic.", valueName: "name")) var topic: ID<Topic>?
    @Option(help: ArgumentHelp("Only from this source.", valueName: "name")) var source: ID<Source>?
    @Option(help: ArgumentHelp("Only on this law.", valueName: "code"), transform: Jurisdiction.written)
    var jurisdiction: Jurisdiction?
    @Option(
        help: ArgumentHelp("Only first seen on this day or later.", valueName: "YYYY-MM-DD"), transform: Day.written)
    var since: Day?
    @Flag(help: "Only items with a topic.") var relevant = false
    @Option(parsing: .unconditional, help: ArgumentHelp("How many at most; 0 for all.", valueName: "number"))
    var limit = 50

    func validate() throws {
        if limit < 0 { throw ValidationError("Write with --limit how many items to list, or 0 for all.") }
        guard query.count > 2, query[0] == "label", RowID<Item>(argument: query[1]) != nil,
            query.dropFirst(2).allSatisfy({ TopicChange($0) != nil })
        else { return }
        throw ValidationError("To label an item: lexwatch \(query.joined(separator: " "))")
    }

    func run() async throws {
        let filter = ItemFilter(
            query: query.joined(separator: " "), topic: topic, source: source, jurisdiction: jurisdiction,
            since: since, isRelevantOnly: relevant, limit: limit)
        let isWide = Terminal.output.width >= 110
        let topics = isWide ? [Table.Column("topics", 28)] : []
        var table = Table(
            [
                .init("item", 6), .init("seen", 10), .init("published", 10), .init("source", 16),
                .init("title", wraps: true),
            ] + topics)
        var count = 0
        let workspace = Workspace(place.paths)
        let zone = workspace.zone
        Output.noteFormerNames(among: [source].compactMap(\.self), workspace)
        try workspace.items(filter) { item in
            count += 1
            if listing.json { return try Output.json(item) }
            let cells = [
                item.id.description, zone.day(of: item.firstSeen).description,
                item.published.map(zone.day)?.description ?? "–", item.source.rawValue, item.title,
            ]
            table.row(cells + (isWide ? [item.topics.map(\.rawValue).joined(separator: " ")] : []))
        }
        if count == 0 { Output.note("No item matches.") }
        if limit > 0, count == limit { Output.note("The first \(limit); --limit 0 shows all.") }
    }
}
