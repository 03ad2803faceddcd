import Foundation
import Model
import Store
import Testing

@testable import Watch

@Suite("Mail that is refused takes nothing from its reader") struct RefusedMailTests {
    private static func register(unit: String = "studio@example.org") -> String {
        """
        owners: [{id: counsel, name: Counsel, email: counsel@example.org}]
        units: [{id: studio, name: Studio, appetite: low, email: \(unit)}]
        policies:
          - {id: genai-use, title: GenAI, owner: counsel, units: [studio], topics: [training-data], jurisdictions: [US]}

        """
    }

    private static func suit(_ said: String = "") -> Installation.Entry {
        Installation.Entry(
            id: "suit", title: "Authors sue over training of generative AI",
            text: "A complaint was filed: copying books as training data for a large language model infringes "
                + "copyright. No. 9:25-cv-00077. \(said)", day: "2026-07-06")
    }

    /// A command in sendmail's place that does what a file says of an address, and notes what it took.
    private static func installation(_ files: [String: String] = [:]) throws -> Installation {
        let standard = ["register.yaml": register(), "refused": "", "later": "", "taken": ""]
        let place = try Installation(at: "2026-07-07", standard.merging(files) { $1 })
        try place.write(
            """
            organisation: Test AG
            timezone: Europe/Zurich
            feeds: [sources.yaml]
            delivery: {sendmail: [/bin/sh, \(place.folder)/sendmail], operator: ops@example.org}

            """, to: "lexwatch.yaml")
        try place.write(
            """
            for address; do :; done
            cat > /dev/null
            cd \(place.folder)
            grep -qxF "$address" refused && exit 67
            grep -qxF "$address" later && exit 75
            echo "$address" >> taken

            """, to: "sendmail")
        return place
    }

    private func taken(_ place: Installation) throws -> [String] {
        try String(contentsOfFile: "\(place.folder)/taken", encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// What the digest of a run says to somebody, in one line; nil where there is none.
    private func text(_ run: RunReport, _ recipient: String, _ form: String = "txt") throws -> String? {
        let files = run.digests.first { $0.recipient == recipient }?.files ?? []
        return try files.first { $0.hasSuffix(".\(form)") }.map { try String(contentsOfFile: $0, encoding: .utf8) }?
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("a unit hears of it with the next period, once, and not again at each run until then")
    func unit() async throws {
        let place = try Self.installation(["refused": "studio@example.org\n"])
        try place.publish([Self.suit()])
        let first = try await place.run()
        #expect(first.undelivered.contains { $0.contains("refused for good") }, "\(first.undelivered)")
        place.set("2026-07-08")
        #expect(try await place.run().unchanged.contains("Studio"))
        try place.write("", to: "refused")
        place.set("2026-07-14")
        let second = try await text(place.run(), "Studio")
        #expect(second?.contains("New · ") == true && second?.contains(Self.suit().title) == true, "\(second ?? "")")
        #expect(try taken(place).count { $0 == "studio@example.org" } == 1)
        place.set("2026-07-21")
        let third = try await text(place.run(), "Studio")
        #expect(third?.contains(Self.suit().title) == false, "\(third ?? "")")
    }

    @Test("a unit hears at once where the register gets another address for it")
    func address() async throws {
        let place = try Self.installation(["refused": "studio@example.org\n"])
        try place.publish([Self.suit()])
        try await place.run()
        try place.write(Self.register(unit: "new@example.org"), to: "register.yaml")
        place.set("2026-07-08")
        #expect(try await text(place.run(), "Studio")?.contains(Self.suit().title) == true)
        #expect(try taken(place).contains("new@example.org"))
    }

    @Test("what is tried again goes to the address of now, and is told by no other digest then")
    func retry() async throws {
        let place = try Self.installation(["refused": "studio@example.org\n"])
        try place.publish([Self.suit()])
        try await place.run()
        try place.write(Self.register(unit: "new@example.org"), to: "register.yaml")
        let refused = try place.workspace.deliveries(state: .refused, limit: 0).map(\.id)
        #expect(refused.count == 1)
        try place.workspace.retry(refused, actor: "ops")
        place.set("2026-07-08")
        #expect(try await place.run().unchanged.contains("Studio"))
        #expect(try taken(place).contains("new@example.org"))
        place.set("2026-07-14")
        #expect(try await text(place.run(), "Studio")?.contains(Self.suit().title) == false)
    }

    @Test("who names a day hears of all since, also of what arrived")
    func since() async throws {
        let place = try Self.installation()
        try place.publish([Self.suit()])
        try await place.run()
        place.set("2026-07-14")
        let options = DigestOptions(recipient: "studio", since: Day(iso: "2026-07-01"), form: "text", isDryRun: true)
        let text = try await place.workspace.digest(options).digests.compactMap(\.text).joined()
        #expect(text.contains(Self.suit().title), "\(text)")
    }

    @Test("an owner's question is new again, and a date that was cancelled is cancelled")
    func owner() async throws {
        let place = try Self.installation()
        try place.publish([Self.suit("The order takes effect on 1 June 2027.")])
        try await place.run()
        place.set("2026-07-14")
        try place.write("counsel@example.org\n", to: "refused")
        let further = Installation.Entry(
            id: "further", title: "Publishers sue over training of a music model",
            text: "A complaint was filed: copying songs as training data for generative AI. No. 9:26-cv-00099.",
            day: "2026-07-13")
        try place.publish([Self.suit("The day on which it takes effect is open."), further])
        let lost = try await text(place.run(), "Counsel", "ics")
        #expect(lost?.contains("STATUS:CANCELLED") == true)
        try place.write("", to: "refused")
        place.set("2026-07-21")
        let run = try await place.run()
        #expect(try text(run, "Counsel", "ics")?.contains("STATUS:CANCELLED") == true)
        let said = try #require(try text(run, "Counsel"))
        #expect(said.contains("1 June 2027") && said.contains("no longer stated"), "\(said)")
        #expect(run.digests.first { $0.recipient == "Counsel" } != nil)
        let store = try place.workspace.storeForReading()
        #expect(try store.unshownAlerts(to: "owner:counsel", AlertQuery()).isEmpty)
        place.set("2026-07-28")
        #expect(try await text(place.run(), "Counsel", "ics") == nil)
    }

    @Test("mail that waits is not sent to somebody who left the register")
    func leaver() async throws {
        let place = try Self.installation(["later": "studio@example.org\ncounsel@example.org\n"])
        try place.publish([Self.suit()])
        try await place.run()
        try place.write(Self.register().replacing(", email: studio@example.org", with: ""), to: "register.yaml")
        try place.write("", to: "later")
        place.set("2026-07-08")
        let run = try await place.run()
        #expect(run.undelivered.contains { $0.contains("studio@example.org: refused for good: the register") })
        #expect(try taken(place) == ["counsel@example.org", "ops@example.org"])
    }

    @Test("a mailbox that asks for weeks to come again counts as refused: a deputy is asked, and management is told")
    func later() async throws {
        let register = Self.register().replacing(
            "owners: [", with: "owners: [{id: deputy, name: Deputy, email: deputy@example.org}, "
        ).replacing("owner: counsel,", with: "owner: counsel, deputies: [deputy],")
        let place = try Self.installation(["later": "counsel@example.org\n", "register.yaml": register])
        try place.publish([Self.suit()])
        try await place.run()
        place.set("2026-07-10")
        #expect(try await place.run().escalated == 0)
        place.set("2026-07-14")
        let late = try await place.run()
        #expect(late.undelivered.contains { $0.contains("not taken in five days") }, "\(late.undelivered)")
        #expect(try place.workspace.storeForReading().refusedRecipients() == ["counsel@example.org"])
        place.set("2026-07-15")
        #expect(try await place.run().escalated == 1)
        #expect(try place.alerts().map(\.owner.rawValue) == ["deputy"])
    }

    @Test("a late question is not passed on to a deputy whose mail is refused")
    func unreachableDeputy() async throws {
        let register = Self.register().replacing(
            "owners: [",
            with: "owners: [{id: gone, name: Gone, email: gone@example.org}, {id: deputy, name: Deputy}, "
        ).replacing("owner: counsel,", with: "owner: counsel, deputies: [gone, deputy],")
        let place = try Self.installation(["refused": "gone@example.org\n", "register.yaml": register])
        try place.publish([Self.suit()])
        try await place.run()
        place.set("2026-09-01")
        #expect(try await place.run().escalated == 1)
        #expect(try place.alerts().map(\.owner.rawValue) == ["deputy"])
    }

    @Test("the operator is told of each digest that was refused, once, with what was said")
    func operatorMail() async throws {
        let place = try Self.installation(["refused": "studio@example.org\n"])
        try place.publish([Self.suit()])
        func told(_ day: String) async throws -> Int {
            place.set(day)
            try await place.run()
            return try taken(place).count { $0 == "ops@example.org" }
        }
        #expect(try await told("2026-07-07") == 1)
        #expect(try await told("2026-07-08") == 1)
        #expect(try await told("2026-07-14") == 2)
        try place.write("", to: "refused")
        #expect(try await told("2026-07-21") == 2)
    }
}
