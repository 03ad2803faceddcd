import Model
import Testing

@testable import Watch

@Suite("What reports say that join an answered development") struct FurtherReportTests {
    private static let sources = """
        - {id: news, publisher: News, url: 'file:news.xml', jurisdiction: US, authority: commentary, scope: topical}
        - {id: court, publisher: A court, url: 'file:court.xml', jurisdiction: US, authority: court, scope: topical}
        - {id: blog, publisher: A blog, url: 'file:blog.xml', jurisdiction: US, authority: commentary, scope: topical}

        """

    private static let title = "Halvorsen v. Brightmind AI, Inc., No. 9:25-cv-00077"
    private static let held =
        "The court granted summary judgment: copying books as training data for a large language model infringes "
        + "copyright."

    private func feed(_ text: String, day: String) -> String {
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><entry><id>urn:\(day)</id><title>\(Self.title)</title>"
            + "<updated>\(day)T09:00:00Z</updated><summary>\(text)</summary></entry></feed>"
    }

    @Test(
        "an authority's new date or other outcome puts the question again and says what; a further report does not",
        arguments: [
            ("court", held + " A hearing is set for 8 March 2027.", "it now states: hearing on 2027-03-08"),
            (
                "court",
                "The court granted summary judgment: copying books as training data for a large language model is fair use.",
                "the decision went another way than was said"
            ),
            ("court", held + " Judge Halloway wrote the opinion of forty pages.", nil),
            ("blog", held + " A hearing is set for 8 March 2027.", nil),
        ])
    func joined(source: String, text: String, clause: String?) async throws {
        let place = try Installation(at: "2026-06-02", ["sources.yaml": Self.sources])
        let empty = "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title></feed>"
        for name in ["court", "blog"] { try place.write(empty, to: "\(name).xml") }
        try place.write(feed(Self.held, day: "2026-06-01"), to: "news.xml")
        #expect(try await place.run().alerts == 1)
        let alert = try #require(try place.alerts().first)
        _ = try place.workspace.assess([alert.id], .noImpact, note: "we do not train", actor: "counsel")
        place.set("2026-06-04")
        try place.write(feed(text, day: "2026-06-03"), to: "\(source).xml")
        let report = try await place.run()
        #expect(report.alerts == 0 && report.reopened == (clause == nil ? 0 : 1))
        let again = try place.alerts().first
        #expect(again?.id == clause.map { _ in alert.id })
        if let clause {
            #expect(again?.reasons.flatMap(\.remarks).contains(clause) ?? false, "\(again?.reasons ?? [])")
        }
        #expect(try await place.run().reopened == 0)
    }
}
