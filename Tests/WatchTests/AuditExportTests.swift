import Model
import Testing

@testable import Watch

@Suite("The exported audit log") struct AuditExportTests {
    private static let ruling = Installation.Entry(
        id: "ruling", title: "Appeals court affirms: training generative AI on books is not fair use",
        text: "The court affirmed: copying books as training data for a large language model infringes copyright. "
            + "No. 3:24-cv-01234.", day: "2026-07-06")

    @Test(
        "the name of whoever answered is no formula in a spreadsheet",
        arguments: [("=1+1", "\"'=1+1\""), ("\u{A0}=1+1", "\"'\u{A0}=1+1\""), ("＝1+1", "\"'＝1+1\"")])
    func formulas(actor: String, cell: String) async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.ruling])
        _ = try await place.run()
        let alert = try #require(try place.alerts().first)
        _ = try place.workspace.assess([alert.id], .noImpact, note: "", actor: actor)

        var lines: [String] = []
        try place.workspace.exportAudit(from: nil, to: nil, asCSV: true) { lines.append($0) }
        #expect(lines.first == #""number","at","actor","action","subject","detail","hash""#)
        #expect(lines.contains { $0.contains(",\(cell),") })
    }
}
