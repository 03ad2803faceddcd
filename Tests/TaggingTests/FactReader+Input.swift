import Foundation
import Model

@testable import Tagging

extension FactReader {
    /// A reader by the tables that the program comes with.
    static func ofTheProgram() throws -> FactReader { try program.get() }

    // They are read once, not for each case of each test.
    private static let program = Result { FactReader(tables: try .ofTheProgram()) }

    /// The facts of an item whose text is read for them alone.
    func facts(of input: FactInput) -> Findings {
        let fields: [(Evidence.Field, String)] = [
            (.title, input.title), (.summary, input.summary), (.content, input.content),
        ]
        var findings = Findings()
        let reading = reading(fields, input.language)
        let title = reading.text.spans.first { $0.field == .title }?.range
        fill(&findings, of: input, in: reading, title: title ?? 0..<0)
        return findings
    }
}

extension FactTables {
    /// The tables that the program comes with.
    static func ofTheProgram() throws -> FactTables {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Feeds/vocabulary/facts")
        return try FactTables(
            files: ["authorities", "cues", "law", "places"].map { name in
                let file = folder.appendingPathComponent("\(name).csv")
                return (name: "\(name).csv", text: try String(contentsOf: file, encoding: .utf8))
            })
    }
}

extension GroupingTables {
    /// Those of the program, read from its own files.
    static func ofTheProgram() throws -> GroupingTables { try program.get() }

    private static let program = Result {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Feeds/vocabulary")
        func text(_ file: String) throws -> String {
            try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        }
        return try GroupingTables(
            acts: KnownActs(file: "acts.csv", text: text("acts.csv")),
            regions: Regions(file: "regions.csv", text: text("regions.csv")),
            papers: KnownPapers(file: "papers.csv", text: text("papers.csv")),
            steps: StepWords(file: "steps.csv", text: text("steps.csv")),
            parties: KnownParties(file: "parties.csv", text: text("parties.csv")))
    }
}

extension KnownActs {
    /// Those of the program.
    static func ofTheProgram() throws -> KnownActs { try GroupingTables.ofTheProgram().acts }
}
