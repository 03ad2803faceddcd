import Foundation
import Model
import Testing

@testable import Tagging

/// Whole items, as sources publish them, read by the tables of the program and grouped in two orders.
@Suite("Which items are one development") struct DevelopmentCaseTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    /// A line of the table: items of one letter are one event.
    struct Case: Decodable, CustomTestStringConvertible {
        struct Item: Decodable {
            var event: String
            var source: String
            var authority: Source.Authority
            var language: String
            var day: String
            var title: String
            var summary: String?
            var link: String?
            var topics: [String]?
        }
        var name: String
        var items: [Item]
        /// Pairs `earlier → later` that are steps of one matter; where the list is empty, nothing follows anything.
        var steps: [String]?
        /// Why the reports are read in the given order only.
        var ordered: String?
        var testDescription: String { name }
    }

    static let cases: [Case] = {
        let file = folder.appendingPathComponent("Tests/TaggingTests/Fixtures/developments.json")
        return (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode([Case].self, from: $0) } ?? []
    }()

    @Test("the table is there") func table() { #expect(Self.cases.count >= 20) }

    @Test("each event is one development, in whichever order its reports arrive", arguments: cases)
    func events(_ line: Case) throws {
        let reports = try line.items.enumerated().map { try report($1, Int64($0)) }
        let forward = Array(line.items.indices)
        for order in line.ordered == nil ? [forward, forward.reversed()] : [forward] {
            var grouper = try Grouper(parties: GroupingTables.ofTheProgram().parties)
            var groups = [Int](repeating: 0, count: reports.count)
            var previous: [Int: Int] = [:]
            for index in order {
                switch grouper.place(reports[index], of: ItemText(title: line.items[index].title)) {
                case .new(let group, let before):
                    groups[index] = group
                    if let before { previous[group] = before }
                case .joins(let group, _): groups[index] = group
                }
            }
            for left in reports.indices {
                for right in reports.indices where right > left {
                    #expect(
                        (groups[left] == groups[right]) == (line.items[left].event == line.items[right].event),
                        "\(line.items[left].title) | \(line.items[right].title)")
                }
            }
            guard order.first == 0 else { continue }
            let events = Dictionary(zip(line.items.map(\.event), groups)) { first, _ in first }
            if line.steps?.isEmpty ?? false { #expect(previous.isEmpty, "\(line.name)") }
            for step in line.steps ?? [] {
                let ends = step.split(separator: ">").map { events[String($0)] }
                #expect(ends.count == 2 && previous[ends[1] ?? -1] == ends[0], "\(line.name): \(step)")
            }
        }
    }

    private func report(_ item: Case.Item, _ number: Int64) throws -> ItemReport {
        let published = try #require(Day(iso: item.day))
        let text = ItemText(
            title: item.title, summary: item.summary ?? "", link: item.link, language: Language(item.language),
            published: published.midnightUTC)
        var findings = reader.facts(
            of: FactInput(
                title: text.title, summary: text.summary, language: text.inItsLanguage.language, published: published,
                sourceName: item.source, authority: item.authority))
        findings.topics = (item.topics ?? []).map { TopicTag(topic: ID($0), evidence: [], rule: "") }
        return try ItemReport(
            item: RowID(number), source: ID(item.source), authority: item.authority, text: text, findings: findings,
            seen: published, tables: .ofTheProgram())
    }
}
