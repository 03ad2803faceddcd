import Model
import Testing

@testable import Watch

@Suite("What moves on after a question was put") struct MovingOnTests {
    private static let ruled = Installation.Entry(
        id: "ruled", title: "Halvorsen v. Brightmind AI, Inc., No. 9:25-cv-00077",
        text: "The court granted summary judgment: copying books as training data for a large language model infringes "
            + "copyright. A hearing is set for 7 December 2026.", day: "2026-06-01")
    private static let moved = Installation.Entry(
        id: "moved", title: ruled.title, text: "The hearing is moved from 7 December 2026 to 8 March 2027.",
        day: "2026-06-15")
    private static let stayed = Installation.Entry(
        id: "stayed", title: "Halvorsen v. Brightmind AI, Inc., No. 26-5512",
        text: "The judgment in No. 9:25-cv-00077 was stayed.", day: "2026-06-20")

    private static func draft(_ text: String, title: String = "Rules on training data of generative AI")
        -> Installation.Entry
    {
        Installation.Entry(
            id: "draft", title: title,
            text: "Developers of generative AI must publish summaries of copyrighted works in their training data. "
                + text, day: "2026-06-01")
    }

    @Test("a date that is taken back is told as that, and no longer as moved there") func takenBack() async throws {
        let place = try Installation(at: "2026-06-02")
        let first = Self.draft("Comments are due by 30 September 2026.")
        for (day, entry) in [
            ("2026-06-02", first),
            ("2026-06-09", Self.draft("The deadline for comments is extended to 30 November 2026.")),
            ("2026-06-16", first),
        ] {
            place.set(day)
            try place.publish([entry])
            try await place.run()
        }
        let clauses = try #require(try place.alerts().first).reasons.flatMap(\.remarks)
        #expect(clauses.contains("deadline moved, 2026-11-30 → 2026-09-30"), "\(clauses)")
        #expect(!clauses.contains("deadline moved, 2026-09-30 → 2026-11-30"), "\(clauses)")
        place.set("2026-06-23")
        try await place.run()
        #expect(try place.alerts().first?.reasons.flatMap(\.remarks) == clauses)
        // What moves there once more is told once.
        try place.publish([Self.draft("More time: comments are now due by 30 November 2026.")])
        try await place.run()
        let again = try #require(try place.alerts().first).reasons.flatMap(\.remarks)
        #expect(again.filter { $0.hasPrefix("deadline") } == ["deadline moved, 2026-09-30 → 2026-11-30"], "\(again)")
    }

    @Test(
        "an answered question is put again when its item is edited into something else, and says why and what was said",
        arguments: [
            (
                draft("Comments are due by 30 September 2026."), draft("Comments are due by 15 July 2026."),
                "deadline moved, 2026-09-30 → 2026-07-15", "deadline: moved from 30 September 2026 to 15 July 2026"
            ),
            (
                draft("Comments are due by 30 September 2026.", title: "Draft rules on training data of generative AI"),
                draft("The rules were adopted and take effect on 1 September 2026."),
                "it was proposed and is now adopted", "proposed → adopted"
            ),
            (
                ruled,
                Installation.Entry(
                    id: "ruled", title: ruled.title,
                    text: ruled.text + " The judgment in No. 9:25-cv-00077 was overruled.",
                    day: "2026-06-01"),
                "9:25-cv-00077 was overruled", "9:25-cv-00077: “was overruled”"
            ),
            (
                ruled,
                Installation.Entry(
                    id: "ruled", title: ruled.title,
                    text:
                        "WITHDRAWN. The order on copying books as training data for a large language model is replaced: "
                        + "the claim of copyright infringement was dismissed. A hearing is set for 7 December 2026.",
                    day: "2026-06-01"),
                "the decision went another way than was said", "the decision went another way"
            ),
        ])
    func edited(before: Installation.Entry, after: Installation.Entry, clause: String, told: String) async throws {
        let place = try Installation(at: "2026-06-02")
        try place.publish([before])
        #expect(try await place.run().alerts == 1)
        let alert = try #require(try place.alerts().first)
        _ = try place.workspace.assess([alert.id], .noImpact, note: "we do not train", actor: "counsel")
        place.set("2026-06-20")
        try place.publish([after])
        #expect(try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }.revised == 1)
        let again = try #require(try place.alerts().first)
        #expect(again.id == alert.id && again.reasons.flatMap(\.remarks).contains(clause), "\(again.reasons)")
        #expect(try place.workspace.alert(alert.id).before?.note == "we do not train")
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("Asked again") && text.contains(told), "\(text)")
        #expect(text.contains("Answered before: 2 June 2026: No impact — “we do not train” (counsel)"), "\(text)")
        #expect(try await place.run().reopened == 0)
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
    }

    @Test(
        "an edit that says the same, or less of it, puts nothing again",
        arguments: [ruled.text + " See below.", "The court"])
    func sameEdit(text: String) async throws {
        let place = try Installation(at: "2026-06-02")
        try place.publish([Self.ruled])
        try await place.run()
        _ = try place.workspace.assess([RowID(1)], .noImpact, note: "", actor: "counsel")
        place.set("2026-06-20")
        try place.publish([
            Installation.Entry(id: "ruled", title: Self.ruled.title, text: text, day: Self.ruled.day)
        ])
        #expect(try await place.run().reopened == 0)
    }

    @Test("an open question about an item that is edited tells so, and ranks by what the item says now")
    func editedWhileOpen() async throws {
        let place = try Installation(at: "2026-06-02")
        try place.publish([Self.draft("Comments are due by 30 July 2026.")])
        try await place.run()
        place.set("2026-06-20")
        try place.publish([Self.draft("Comments are due by 15 August 2026.")])
        #expect(try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }.revised == 1)
        let alert = try #require(try place.alerts().first)
        #expect(alert.rank.parts.contains { $0.name == "deadline on 2026-08-15" }, "\(alert.rank)")
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("Moved on") && text.contains("moved from 30 July 2026 to 15 August 2026"), "\(text)")
        try await place.run()
        #expect(try await !place.digestText(for: "counsel").contains("Moved on"))
    }

    @Test("a step that nobody was asked about does not hide the next one from whoever answered the step before it")
    func acrossUnaskedStep() async throws {
        let place = try Installation(at: "2026-06-02")
        try place.publish([Self.ruled])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        _ = try place.workspace.assess([alert.id], .needsUpdate, note: "Rewrite 3.2.", actor: "counsel")
        place.set("2026-06-16")
        try place.publish([Self.moved, Self.ruled])
        #expect(try await place.run().reopened == 0)
        place.set("2026-06-21")
        try place.publish([Self.stayed, Self.moved, Self.ruled])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        let again = try #require(try place.alerts().first)
        #expect(again.id == alert.id && again.reasons.flatMap(\.remarks).contains("9:25-cv-00077 was stayed"))
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("Later in this matter") && text.contains("https://court.example/stayed"), "\(text)")
        #expect(text.contains("Answered before") && text.contains("Rewrite 3.2."), "\(text)")
    }

    @Test(
        "later steps of a case join the open question, whatever their topic, in the alert and once as news in the digest"
    )
    func whileOpen() async throws {
        let place = try Installation(at: "2026-06-02")
        try place.publish([Self.ruled])
        try await place.run()
        place.set("2026-06-21")
        let aside = Installation.Entry(
            id: "aside", title: "A week in court", text: "Much was said. In passing: No. 7:20-cv-00001.",
            day: "2026-06-19")
        try place.publish([Self.stayed, aside, Self.ruled])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        #expect(try place.alerts().count == 1)
        let alert = try #require(try place.alerts().first)
        let shown = try place.workspace.alert(alert.id)
        #expect(shown.later?.map(\.title) == [Self.stayed.title])
        #expect(shown.reasons.flatMap(\.remarks).contains("9:25-cv-00077 was stayed"), "\(shown.reasons)")
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("Moved on") && text.contains("https://court.example/stayed"), "\(text)")
        #expect(!text.contains("A week in court"))
        try await place.run()
        let later = try await place.digestText(for: "counsel")
        #expect(later.contains("Still open") && later.contains("https://court.example/stayed"), "\(later)")
    }

    @Test("steps that are read in the same run as the first of their case are taken up with it")
    func sameRun() async throws {
        let place = try Installation(at: "2026-06-21")
        try place.publish([Self.stayed, Self.ruled])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        #expect(try place.workspace.alert(alert.id).later?.map(\.title) == [Self.stayed.title])
    }

    @Test(
        "a date that a later step moves is told as moved to whoever was told of it, open or answered `needs-update`",
        arguments: [true, false])
    func movedDate(isAnswered: Bool) async throws {
        let place = try Installation(at: "2026-06-02")
        try place.publish([Self.ruled])
        try await place.run()
        if isAnswered { _ = try place.workspace.assess([RowID(1)], .needsUpdate, note: "", actor: "counsel") }
        place.set("2026-06-16")
        try place.publish([Self.moved, Self.ruled])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("moved from 7 December 2026 to 8 March 2027"), "\(text)")
        try await place.run()
        place.set("2026-12-01")
        let later = try await place.digestText(for: "counsel")
        #expect(later.contains("8 March 2027") && !later.contains("7 December 2026: "), "\(later)")
    }
}
