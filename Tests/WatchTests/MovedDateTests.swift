import Foundation
import Model
import Store
import Testing

@testable import Watch

@Suite("Dates of a matter that moves on") struct MovedDateTests {
    private static func filed(_ said: String, _ day: String = "2026-07-06") -> Installation.Entry {
        Installation.Entry(
            id: "filed", title: "Authors sue over training of generative AI",
            text: "A complaint was filed: copying books as training data for a large language model infringes "
                + "copyright. No. 9:25-cv-00077. \(said)", day: day)
    }

    private static func ruling(_ said: String, _ day: String = "2026-08-03") -> Installation.Entry {
        Installation.Entry(
            id: "ruling", title: "Court holds that training generative AI on books is not fair use, No. 9:25-cv-00077",
            text: "The court granted summary judgment: copying books as training data for a large language model "
                + "infringes copyright. No. 9:25-cv-00077. \(said)", day: day)
    }

    private func calendar(_ place: Installation) throws -> [CalendarEntry] {
        try place.workspace.storeForReading().calendarEntries()
    }

    private func days(_ place: Installation) throws -> [String] { try calendar(place).map(\.date.date.description) }

    @Test("what a publisher says again with another day moved, and that it did is one line")
    func repeated() async throws {
        let place = try Installation(at: "2026-07-07")
        let filed = Self.filed("A hearing is scheduled for 1 September 2026.")
        try place.publish([filed])
        #expect(try await place.run().alerts == 1)
        let uid = try #require(try calendar(place).first).uid
        place.set("2026-08-04")
        try place.publish([filed, Self.ruling("A hearing is scheduled for 15 October 2026.")])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        #expect(Set(try place.alerts().map(\.development)).count == 2)
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("moved from 1 September 2026 to 15 October 2026"), "\(text)")
        try await place.run()
        let entries = try calendar(place)
        #expect(entries.map(\.uid) == [uid] && entries.map(\.sequence) == [1])
    }

    @Test(
        "two dates of one matter both stand, whichever is heard of first, unless a text says that one moved",
        arguments: [
            (
                "The interim order takes effect on 1 June 2027.",
                "A second order takes effect on 1 September 2027."
            ),
            (
                "Section 5 of it applies from 1 June 2027.",
                "Section 6 of it applies from 1 September 2027."
            ),
            ("The interim order takes effect on 1 September 2027.", "Another order takes effect on 1 June 2027."),
        ])
    func bothStand(first: String, second: String) async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.filed(first)])
        try await place.run()
        let told = try calendar(place)
        place.set("2026-08-04")
        try place.publish([Self.filed(first), Self.ruling(second)])
        try await place.run()
        let entries = try calendar(place)
        #expect(try days(place) == ["2027-06-01", "2027-09-01"])
        #expect(entries.allSatisfy { $0.sequence == 0 && $0.former.isEmpty } && told.allSatisfy(entries.contains))
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("1 June 2027") && text.contains("1 September 2027"), "\(text)")
        #expect(!text.contains("moved from"))
    }

    @Test("a primary report that comes later, and states a date more, leaves the entries that were told")
    func laterPrimary() async throws {
        let source = "publisher: P, jurisdiction: US, scope: topical"
        let place = try Installation(
            at: "2026-07-07",
            [
                "sources.yaml": """
                - {id: blog, url: 'file:court.xml', authority: commentary, \(source)}
                - {id: court, url: 'file:primary.xml', authority: court, \(source)}

                """,
                "primary.xml": "<feed xmlns='http://www.w3.org/2005/Atom'><title>Court</title></feed>",
            ])
        try place.publish([Self.ruling("The order takes effect on 1 September 2027.", "2026-07-06")])
        try await place.run()
        let told = try calendar(place)
        #expect(told.count == 1)
        try place.publish([
            Self.ruling("The order takes effect on 1 June 2027 for new cases, and on 1 September 2027 for others.")
        ])
        try FileManager.default.removeItem(atPath: "\(place.folder)/primary.xml")
        try FileManager.default.moveItem(atPath: "\(place.folder)/court.xml", toPath: "\(place.folder)/primary.xml")
        try place.publish([Self.ruling("The order takes effect on 1 September 2027.", "2026-07-06")])
        place.set("2026-07-14")
        try await place.run()
        #expect(try days(place) == ["2027-06-01", "2027-09-01"])
        #expect(try calendar(place).contains(told[0]))
    }

    @Test(
        "a date that was past when its move was heard of is told as moved, and moves in calendars",
        arguments: [
            [filed("The order takes effect on 1 March 2027.")],
            [
                filed("The order takes effect on 1 December 2026."),
                ruling("The effective date was postponed: the order takes effect on 1 March 2027.", "2026-12-05"),
            ],
        ])
    func heardOfLate(later: [Installation.Entry]) async throws {
        let place = try Installation(at: "2026-11-29")
        try place.publish([Self.filed("The order takes effect on 1 December 2026.")])
        try await place.run()
        let told = try #require(try calendar(place).first)
        place.set("2026-12-06")
        try place.publish(later)
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("moved from 1 December 2026 to 1 March 2027"), "\(text)")
        let written = try await place.run().digests.flatMap(\.files).filter { $0.hasSuffix(".ics") }
        let events = try String(contentsOfFile: #require(written.first), encoding: .utf8)
        #expect(events.contains("UID:\(told.uid)\r\n") && events.contains("SEQUENCE:1\r\n"), "\(events)")
        #expect(events.contains("DTSTART;VALUE=DATE:20270301\r\n"))
        #expect(try calendar(place).map(\.former) == [[told.date.date]])
    }

    @Test("a date stays where it moved to when the item that moved it is answered, and goes nowhere twice")
    func staysMoved() async throws {
        let place = try Installation(at: "2026-07-07")
        let filed = Self.filed("The order takes effect on 1 September 2026.")
        try place.publish([filed])
        try await place.run()
        let first = try #require(try place.alerts().first)
        _ = try place.workspace.assess([first.id], .needsUpdate, note: "see 3.2", actor: "counsel")
        place.set("2026-07-14")
        try place.publish([filed, Self.ruling("It takes effect on 15 October 2026 instead of 1 September 2026.")])
        try await place.run()
        #expect(try days(place) == ["2026-10-15"])
        for alert in try place.alerts() {
            _ = try place.workspace.assess([alert.id], .noImpact, note: "", actor: "counsel")
        }
        place.set("2026-07-21")
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("15 October 2026") && !text.contains("1 September 2026"), "\(text)")
        try await place.run()
        #expect(try calendar(place).map(\.sequence) == [1])
    }

    private static let opened = Installation.Entry(
        id: "opened", title: "NIST seeks comments on AI 800-2",
        text: "NIST seeks comments on its draft guidance on AI evaluations, comments due by January 15, 2027.",
        day: "2026-11-10")

    private static func extended(_ said: String) -> Installation.Entry {
        Installation.Entry(
            id: "extended", title: "NIST extends comment period on AI 800-2", text: said, day: "2026-11-29")
    }

    private func regulator(at day: String) throws -> Installation {
        try Installation(
            at: day,
            [
                "sources.yaml":
                    "- {id: nist, publisher: NIST, url: 'file:court.xml', jurisdiction: US, authority: regulator}\n",
                "register.yaml": """
                owners: [{id: counsel, name: Counsel}]
                policies: [{id: gov, title: Governance, owner: counsel, topics: [ai-governance]}]

                """,
            ])
    }

    @Test(
        "a consultation without a number that is extended has one line, old and new, and stays where it moved to",
        arguments: [
            "NIST extends the comment period on its draft guidance on AI from January 15, 2027 to February 16, 2027.",
            "NIST extends the comment period on its draft guidance on AI: comments are now due by February 16, 2027.",
        ], [true, false])
    func extended(said: String, isToldBefore: Bool) async throws {
        let place = try regulator(at: "2026-11-11")
        try place.publish([Self.opened])
        if isToldBefore {
            try await place.run()
        } else {
            _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        }
        let told = try calendar(place).first
        place.set("2026-11-30")
        try place.publish([Self.extended(said), Self.opened])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        let store = try Store(at: place.workspace.paths.database)
        #expect(try store.developments(since: Instant(secondsSince1970: 0)).last?.previous != nil)
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("moved from 15 January 2027 to 16 February 2027"), "\(text)")
        for day in ["2026-11-30", "2026-12-07", "2026-12-14"] {
            place.set(day)
            try await place.run()
            let entries = try calendar(place)
            #expect(entries.map(\.date.date.description) == ["2027-02-16"], "\(entries)")
            #expect(entries.map { $0.former.map(\.description) } == [["2027-01-15"]])
            if let told { #expect(entries.map(\.uid) == [told.uid]) }
            // What the first item asked stays open; that of the second is settled.
            for alert in try place.alerts() where alert.development.rawValue > 1 {
                _ = try place.workspace.assess([alert.id], .noImpact, note: "", actor: "counsel")
            }
        }
    }

    @Test("a move that several language versions tell is shown once")
    func once() throws {
        let (from, to) = (try #require(Day(iso: "2026-08-02")), try #require(Day(iso: "2027-12-02")))
        func move(_ item: Int64, to day: Day) -> MovedDateView {
            MovedDateView(
                kind: .effective, from: from, to: day, authority: "EU 2024/1689", words: [], item: RowID(item))
        }
        let later = try #require(Day(iso: "2028-08-02"))
        let found = MovedDates.distinct([move(1, to: to), move(2, to: to), move(3, to: later), move(4, to: to)])
        #expect(found.map(\.item) == [RowID(1), RowID(3)])
    }
}
