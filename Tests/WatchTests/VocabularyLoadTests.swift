import Model
import Testing

@testable import Watch

@Suite("When the vocabulary is read") struct VocabularyLoadTests {
    private func fetch(_ installation: Installation) async throws -> FetchReport {
        try await installation.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
    }

    private func configuration(vocabulary: String) -> String {
        "organisation: Test AG\nfeeds: [sources.yaml]\n\(vocabulary)"
    }

    @Test("a run that finds nothing new goes without; one that cannot read it loses nothing")
    func onDemand() async throws {
        let installation = try Installation(at: "2026-03-01")
        let first = Installation.Entry(id: "1", title: "One", text: "A ruling on training data", day: "2026-02-27")
        try installation.publish([first])
        #expect(try await fetch(installation).new == 1)

        try installation.write(configuration(vocabulary: "vocabulary: .\n"), to: "lexwatch.yaml")
        installation.set("2026-03-02")
        #expect(try await fetch(installation).new == 0)

        try installation.publish([first, .init(id: "2", title: "Two", text: "Another", day: "2026-03-02")])
        installation.set("2026-03-03")
        await #expect(throws: ConfigurationProblem.self) { _ = try await fetch(installation) }

        try installation.write(configuration(vocabulary: ""), to: "lexwatch.yaml")
        installation.set("2026-03-04")
        #expect(try await fetch(installation).new == 1)
    }
}
