import Foundation
import Model
import Store
import Testing

@testable import Watch

@Suite("Dates of many reports, and dates that no report states any more") struct WithdrawnDateTests {
    private static func act(_ said: String, id: String = "act") -> Installation.Entry {
        Installation.Entry(
            id: id, title: "Authors sue over training of generative AI",
            text: "A complaint was filed: copying books as training data for a large language model infringes "
                + "copyright. No. 9:25-cv-00077. \(said)", day: "2026-07-06")
    }

    private func entries(_ place: Installation) throws -> [CalendarEntry] {
        try place.workspace.storeForReading().calendarEntries()
    }

    @Test(
        "a date that was told and is withdrawn is told once, cancelled in calendars, and stands again when it is stated"
    )
    func withdrawn() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.act("The order takes effect on 1 June 2027.")])
        try await place.run()
        let told = try #require(try entries(place).first)
        place.set("2026-07-14")
        try place.publish([Self.act("The day on which it takes effect is open.")])
        let run = try await place.run()
        let files = run.digests.flatMap(\.files)
        let text = try String(contentsOfFile: #require(files.first { $0.hasSuffix(".txt") }), encoding: .utf8)
        #expect(text.contains("1 June 2027") && text.contains("no longer stated"), "\(text)")
        let events = try String(contentsOfFile: #require(files.first { $0.hasSuffix(".ics") }), encoding: .utf8)
        for line in ["UID:\(told.uid)", "SEQUENCE:1", "STATUS:CANCELLED"] {
            #expect(events.contains("\(line)\r\n"), "\(events)")
        }
        place.set("2026-07-21")
        try await place.run()
        let options = DigestOptions(recipient: "counsel", form: "json", isDryRun: true)
        let later = try await place.workspace.digest(options).digests.compactMap(\.text).joined()
        let object = try JSONSerialization.jsonObject(with: Data(later.utf8)) as? [String: Any]
        #expect((object?["dates"] as? [Any])?.isEmpty == true, "\(later)")
        #expect(try entries(place).map(\.sequence) == [1])
        place.set("2026-07-28")
        try place.publish([Self.act("It was said again: the order takes effect on 1 June 2027.")])
        #expect(try await place.run().digests.flatMap(\.files).contains { $0.hasSuffix(".ics") })
        let again = try #require(try entries(place).first)
        #expect((again.uid, again.sequence, again.isWithdrawn) == (told.uid, 2, false))
    }

    @Test(
        "a date of a matter without a name is called the same in every database of an organisation, and in no other's")
    func named() async throws {
        let other = Installation.Entry(id: "other", title: "Court calendar", text: "Hours.", day: "2026-07-01")
        let act = Installation.Entry.trainingDataAct
        var names: [String] = []
        for (organisation, held) in [("A", [act]), ("A", [other]), ("B", [act])] {
            let place = try Installation(
                at: "2026-07-07", ["lexwatch.yaml": "organisation: \(organisation)\nfeeds: [sources.yaml]\n"])
            try place.publish(held)
            try await place.run()
            place.set("2026-07-14")
            try place.publish([act] + held.filter { $0.id != act.id })
            try await place.run()
            names += try entries(place).map(\.uid)
        }
        #expect(names.count == 3 && names[0] == names[1] && names[0] != names[2], "\(names)")
    }

    @Test("a date that only the ninth report of a development states is told")
    func ninthReport() async throws {
        let names = (1...9).map { "s\($0)" }
        let sources = names.map {
            "- {id: \($0), publisher: \($0), url: 'file:\($0).xml', jurisdiction: US, authority: commentary, scope: topical}\n"
        }
        let place = try Installation(at: "2026-07-07", ["sources.yaml": sources.joined()])
        for name in names {
            try place.publish([Self.act(name == "s9" ? "The order takes effect on 1 June 2027." : "", id: name)])
            let file = "\(place.folder)/court.xml"
            try FileManager.default.moveItem(atPath: file, toPath: "\(place.folder)/\(name).xml")
        }
        try await place.run()
        #expect(Set(try place.alerts().map(\.development)).count == 1)
        #expect(try await place.digestText(for: "counsel").contains("1 June 2027"))
    }
}
