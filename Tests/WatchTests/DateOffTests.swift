import Foundation
import Model
import Store
import Testing

@testable import Watch

@Suite("Dates that a later step moves by its title, or calls off") struct DateOffTests {
    private func place(at day: String, authority: String, law: String = "US") throws -> Installation {
        try Installation(
            at: day,
            [
                "sources.yaml":
                    "- {id: s, publisher: S, url: 'file:court.xml', jurisdiction: \(law), authority: \(authority), language: en}\n",
                "register.yaml": """
                owners: [{id: counsel, name: Counsel}]
                policies: [{id: gov, title: Governance, owner: counsel,
                    topics: [ai-governance, ai-inventorship, training-data, transparency-labelling, harmful-output]}]

                """,
            ])
    }

    private func entries(_ place: Installation) throws -> [CalendarEntry] {
        try place.workspace.storeForReading().calendarEntries()
    }

    private static let opened = Installation.Entry(
        id: "1", title: "Request for comments on AI inventorship guidance",
        text: "The USPTO seeks comments on AI inventorship guidance. Comments due January 15, 2027.", day: "2026-11-02")

    @Test(
        "a consultation whose title says that it moves has one line, earlier or later",
        arguments: [
            ("Extension of comment period: AI inventorship guidance", "February 15, 2027", "2027-02-15"),
            ("Reopening of comment period: AI inventorship guidance", "February 15, 2027", "2027-02-15"),
            ("AI inventorship guidance: comment period brought forward", "January 8, 2027", "2027-01-08"),
        ])
    func moved(title: String, written: String, day: String) async throws {
        let place = try place(at: "2026-11-03", authority: "regulator")
        try place.publish([Self.opened])
        try await place.run()
        place.set("2026-11-17")
        let later = Installation.Entry(id: "2", title: title, text: "Comments are due \(written).", day: "2026-11-16")
        try place.publish([later, Self.opened])
        try await place.run()
        let entries = try entries(place)
        #expect(entries.map(\.date.date.description) == [day], "\(entries)")
        #expect(entries.map { $0.former.map(\.description) } == [["2027-01-15"]])
    }

    @Test(
        "the deadline of a consultation that is withdrawn is cancelled in calendars, be it that the withdrawal names it",
        arguments: ["", " The consultation which was open until 15 January 2027 is closed."])
    func withdrawn(besides: String) async throws {
        let place = try place(at: "2026-11-03", authority: "regulator")
        try place.publish([Self.opened])
        try await place.run()
        #expect(try entries(place).map(\.isWithdrawn) == [false])
        place.set("2026-11-17")
        let later = Installation.Entry(
            id: "2", title: "Withdrawal of request for comments: AI inventorship guidance",
            text: "The USPTO withdraws its request for comments.\(besides)", day: "2026-11-16")
        try place.publish([later, Self.opened])
        try await place.run()
        #expect(try entries(place).map(\.isWithdrawn) == [true])
        #expect(try await !place.digestText(for: "counsel").contains("15 January 2027 ·"))
    }

    @Test("a law that a court enjoins before it begins leaves the calendar")
    func enjoined() async throws {
        let place = try place(at: "2026-11-03", authority: "court")
        let law = Installation.Entry(
            id: "1", title: "California SB 243 on AI companion chatbots takes effect January 1, 2027",
            text: "The California AI companion chatbot law SB 243 takes effect on January 1, 2027.", day: "2026-11-02")
        try place.publish([law])
        try await place.run()
        #expect(try entries(place).map(\.isWithdrawn) == [false])
        place.set("2026-11-17")
        let order = Installation.Entry(
            id: "2", title: "Judge enjoins California SB 243",
            text: "Preliminary injunction against SB 243, the AI companion chatbot law, which was to take effect on "
                + "January 1, 2027.", day: "2026-11-16")
        try place.publish([order, law])
        try await place.run()
        #expect(try entries(place).map(\.isWithdrawn) == [true])
    }
}
