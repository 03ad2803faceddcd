import Model
import Testing

@testable import Watch

@Suite("Vendors' terms of tools that are renamed") struct TermsTests {
    private static let tool =
        "owners: [{id: counsel, name: Counsel}]\ntools: [{id: t1, name: Acme Writer, owner: counsel, terms: [court]}]\n"

    private func terms(_ retention: String) -> Installation.Entry {
        .init(
            id: "terms", title: "Terms",
            text:
                "We will not use your prompts to train our models. We retain logs for \(retention). You own the output.",
            day: "2026-07-06")
    }

    @Test(
        "are compared with what they said under the old name",
        arguments: [tool, tool.replacing("id: t1", with: "id: writer, aliases: [t1]")])
    func renamed(register: String) async throws {
        let place = try Installation(at: "2026-07-07", ["register.yaml": Self.tool])
        try place.publish([terms("30 days")])
        try await place.run()
        try place.write(register, to: "register.yaml")
        place.set("2026-07-14")
        try place.publish([terms("365 days")])
        #expect(try await place.run().alerts == 1)
        let reasons = try place.alerts().flatMap(\.reasons)
        #expect(reasons.contains { $0.kind == .terms && $0.value == "retention" }, "\(reasons)")
    }

    @Test(
        "are compared with what they said while their source had its former name, by whichever name a tool has it",
        arguments: ["court", "acme-terms"])
    func renamedSource(name: String) async throws {
        let place = try Installation(at: "2026-07-07", ["register.yaml": Self.tool])
        try place.publish([terms("30 days")])
        try await place.run()
        try place.write(
            "- {id: acme-terms, aliases: [court], publisher: A court, url: 'file:court.xml', jurisdiction: US, "
                + "authority: court, scope: topical}\n", to: "sources.yaml")
        try place.write(Self.tool.replacing("[court]", with: "[\(name)]"), to: "register.yaml")
        #expect(try place.workspace.checkRegister().isUsable)
        place.set("2026-07-14")
        try place.publish([terms("365 days")])
        #expect(try await place.run().alerts == 1)
        let reasons = try place.alerts().flatMap(\.reasons)
        #expect(reasons.contains { $0.kind == .terms && $0.value == "retention" }, "\(reasons)")
        place.set("2026-07-15")
        #expect(try await place.run().alerts == 0)
    }

    @Test("a clause that changes while a question is open is told at once, and once")
    func whileOpen() async throws {
        let place = try Installation(at: "2026-07-07", ["register.yaml": Self.tool])
        try place.publish([terms("30 days")])
        #expect(try await place.run().digests.count == 1)
        place.set("2026-07-09")
        try place.publish([terms("365 days")])
        #expect(try await place.run().digests.count == 1)
        place.set("2026-07-10")
        #expect(try await place.run().digests.isEmpty)
    }

    @Test("a clause that changes while an older question is overdue is due by its own day")
    func ownDay() async throws {
        let place = try Installation(at: "2026-07-07", ["register.yaml": Self.tool])
        try place.publish([terms("30 days")])
        try await place.run()
        let first = try #require(try place.alerts().first?.due)
        place.set("2026-09-01")
        try place.publish([terms("365 days")])
        try await place.run()
        let due = try #require(try place.alerts().first?.due)
        #expect(due.description > "2026-09-01" && due > first)
    }
}
