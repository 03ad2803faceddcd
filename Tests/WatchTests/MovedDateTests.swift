import Model
import Testing

@testable import Watch

@Suite("Dates of a matter that moves on") struct MovedDateTests {
    private static let filed = Installation.Entry(
        id: "filed", title: "Authors sue over training of generative AI",
        text: "A complaint was filed: copying books as training data for a large language model infringes copyright. "
            + "No. 9:25-cv-00077. A hearing is scheduled for 1 September 2026.", day: "2026-07-06")
    private static let ruling = Installation.Entry(
        id: "ruling", title: "Court holds that training generative AI on books is not fair use, No. 9:25-cv-00077",
        text: "The court granted summary judgment: copying books as training data for a large language model infringes "
            + "copyright. No. 9:25-cv-00077. A hearing is scheduled for 15 October 2026.", day: "2026-08-03")

    @Test("of two developments of one matter the later says the day, and that it moved is one line")
    func laterWins() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.filed])
        #expect(try await place.run().alerts == 1)
        place.set("2026-08-04")
        try place.publish([Self.filed, Self.ruling])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        #expect(Set(try place.alerts().map(\.development)).count == 2)
        let options = DigestOptions(recipient: "counsel", form: "text", isDryRun: true)
        let text = try await place.workspace.digest(options).digests.compactMap(\.text).joined()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("moved from 1 September 2026 to 15 October 2026"), "\(text)")
    }
}
