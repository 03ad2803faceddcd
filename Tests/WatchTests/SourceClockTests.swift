import Model
import Syndication
import Testing

@testable import Watch

@Suite("The clock of a source") struct SourceClockTests {
    private func source(_ jurisdiction: String, _ zone: String?) throws -> Source {
        Source(
            id: ID("s"), publisher: "P", url: "https://s.example/",
            jurisdiction: try #require(Jurisdiction(jurisdiction)),
            authority: .court, timeZone: zone)
    }

    @Test(
        "a day without a time is the day that was written, east of Greenwich too",
        arguments: [
            // Midnight of the 21st in Beijing, Berlin, and Berlin in summer.
            ("CN", nil, "2026-11-20T16:00:00Z", "2026-11-21T00:00:00Z"),
            ("DE", nil, "2026-11-20T23:00:00Z", "2026-11-21T00:00:00Z"),
            ("DE", nil, "2026-07-20T22:00:00Z", "2026-07-21T00:00:00Z"),
            ("US", "Asia/Tokyo", "2026-11-20T15:00:00Z", "2026-11-21T00:00:00Z"),
            // Half past nine in Beijing; midnight in New York, which is the same day in Greenwich; no clock.
            ("CN", nil, "2026-11-21T01:30:00Z", "2026-11-21T01:30:00Z"),
            ("US", "America/New_York", "2026-11-21T05:00:00Z", "2026-11-21T05:00:00Z"),
            ("US", nil, "2026-11-20T16:00:00Z", "2026-11-20T16:00:00Z"),
        ] as [(String, String?, String, String)])
    func wholeDays(jurisdiction: String, zone: String?, read: String, kept: String) throws {
        let moment = try #require(Instant(rfc3339: read))
        var item = FeedItem()
        item.published = moment
        let entries = EntryReader.entries(of: [item], from: try source(jurisdiction, zone))
        #expect(entries.map { $0.text.published?.description } == [kept])
    }

    @Test("a time without a zone is by the clock of the source's country, where that has one")
    func localTime() throws {
        let moments = try [("CN", nil), ("US", nil), ("US", "America/Chicago")].map { code, zone in
            Document.dates(of: try source(code, zone)).instant("2026-11-21 09:30")?.description
        }
        #expect(moments == ["2026-11-21T01:30:00Z", "2026-11-21T09:30:00Z", "2026-11-21T15:30:00Z"])
    }
}
