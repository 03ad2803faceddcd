import GRDB
import Model
import Testing

@testable import Store

@Suite("Recording a fetch")
struct RecordingTests {
    @Test("what came to be watched is told, without what the watch began with")
    func added() throws {
        let scratch = try Scratch()
        for (day, names) in [(0, ["a", "b"]), (2, ["a", "b", "c"]), (4, ["a"]), (6, ["a", "b", "d"])] {
            try scratch.store.syncSources(names.map { source($0) }, at: scratch.at.adding(days: day))
        }
        for (from, to, told) in [(0, 9, ["b", "c", "d"]), (0, 1, []), (2, 3, ["c"]), (3, 6, []), (6, 7, ["b", "d"])] {
            let added = try scratch.store.sourcesAdded(
                from: scratch.at.adding(days: from), to: scratch.at.adding(days: to))
            #expect(added.map(\.rawValue) == told, "\(from) to \(to)")
        }
    }

    @Test(
        "a publisher's wish is kept as it was read",
        arguments: [nil, ReadingWish(every: 3600), ReadingWish(restHours: [0, 1], restDays: [7])])
    func wish(wish: ReadingWish?) throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("court")], at: scratch.at)
        let fetch = Fetch(source: ID("court"), at: scratch.at, outcome: .unchanged)
        _ = try scratch.store.record(FetchRecord(fetch: fetch, state: SourceState(wish: wish)))
        #expect(try scratch.store.sourceStates()[ID("court")]?.wish == wish)
    }

    private let text = ItemText(
        title: "Title \"quoted\"", summary: "摘要", content: "line\none", link: "https://court.example/1",
        authors: ["A", "B\u{1}"], categories: ["c"], language: .simplifiedChinese,
        published: Instant(secondsSince1970: 1), updated: Instant(secondsSince1970: 2),
        stated: [StatedFact(kind: "effective", value: "2026-08-02", origin: "tna:date")], raw: "<p>raw</p>")

    private var full: Findings {
        var all = findings(topics: ["b-topic", "a-topic"])
        all.jurisdictions = [Proven(.eu, [evidence("EU")]), Proven(.international, [])]
        all.instrument = Proven(.ruling, [evidence("ruling")])
        all.citations = [Proven("C-250/25", [evidence("C‑250/25")]), Proven("EU 2024/1689", [])]
        all.dates = [Proven(LegalDate(Day(number: 20_000), .deadline), [evidence("by 4 October")])]
        all.treatments = [Proven(Treatment(authority: "C-1/20", kind: .overruled), [evidence("overruled")])]
        all.matterNames = [Proven("Like Company", [])]
        all.datesOff = [Proven(LegalDate(Day(number: 20_100), .hearing), [])]
        all.nearMisses = [NearMiss(topic: ID("c-topic"), evidence: [evidence("x")], lacked: "law")]
        return all
    }

    private func record(_ intents: [ItemIntent], state: SourceState = SourceState(), at: Instant) -> FetchRecord {
        FetchRecord(
            fetch: Fetch(
                source: ID("court"), at: at, milliseconds: 12, bytes: 345, status: 200,
                outcome: .read(seen: 3, new: 99, revised: 99), warnings: ["odd date"]),
            intents: intents, state: state, vocabulary: "v1")
    }

    @Test(
        "an item is read back as it was stored, with everything that its text gave, wherever its rows were made",
        arguments: [false, true])
    func roundTrip(isMadeBefore: Bool) throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("court")], at: scratch.at)
        let identity = ItemIdentity(key: "k", link: "l", titleKey: "t")
        var record = record([.insert(identity, text, textHash: "h", full)], at: scratch.at)
        if isMadeBefore { record.makeRows() }
        let recorded = try scratch.store.record(record)
        let id = try #require(recorded.inserted.first)
        let stored = try #require(try scratch.store.item(id))
        #expect(stored.item.text == text)
        #expect(stored.item.identity == identity)
        #expect(stored.findings == full)
        #expect(stored.vocabulary == "v1")
        #expect(stored.revisions == [Revision(number: 1, seen: scratch.at, text: text)])
        #expect(try scratch.store.foundItems(recorded.inserted).map(\.findings) == [full])
        let fetch = try #require(try scratch.store.fetches(of: ID("court")).first)
        #expect(fetch.outcome == .read(seen: 3, new: 1, revised: 0))
        #expect(fetch.warnings == ["odd date"])
    }

    @Test("validators come back with the items' transaction, or not at all")
    func together() throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("court")], at: scratch.at)
        var state = SourceState()
        state.validators = Validators(etag: "\"1\"", lastModified: nil, obtained: scratch.at)
        state.nextDue = scratch.at.adding(days: 1)
        state.movedTo = "https://new.example/"
        state.movedSince = scratch.at
        _ = try scratch.store.record(record([], state: state, at: scratch.at))
        #expect(try scratch.store.sourceStates()[ID("court")] == state)

        var later = state
        later.validators = Validators(etag: "\"2\"", lastModified: nil, obtained: scratch.at)
        let good = ItemIntent.insert(ItemIdentity(key: "k", link: nil, titleKey: ""), text, textHash: "h", Findings())
        let bad = ItemIntent.insert(ItemIdentity(key: "", link: nil, titleKey: ""), text, textHash: "h", Findings())
        #expect(throws: StoreProblem.self) {
            try scratch.store.record(record([good, bad], state: later, at: scratch.at))
        }
        #expect(try scratch.store.sourceStates()[ID("court")] == state)
        #expect(try scratch.store.items(ItemQuery()).isEmpty)
        #expect(try scratch.store.fetches(of: ID("court")).count == 1)
    }

    @Test("of several attempts stored at once, one that cannot be stored takes no other with it")
    func batch() throws {
        let scratch = try Scratch()
        try scratch.store.syncSources([source("court")], at: scratch.at)
        let good = record(
            [.insert(ItemIdentity(key: "k", link: nil, titleKey: ""), text, textHash: "h", full)], at: scratch.at)
        var bad = good
        bad.fetch.source = ID("unknown")
        let results = scratch.store.record([good, bad, record([], at: scratch.at)])
        #expect(results.map { (try? $0.get()) != nil } == [true, false, true])
        #expect(try scratch.store.items(ItemQuery()).count == 1)
    }

    @Test("an edit keeps the text before, and a text that returns is known")
    func edits() throws {
        let scratch = try Scratch()
        let id = try scratch.item("first", key: "k")
        var edited = text
        edited.title = "second"
        let recorded = try scratch.store.record(
            record([.revise(id, edited, textHash: "2", full)], at: scratch.at.adding(days: 1)))
        #expect(recorded.revised == [id])
        let stored = try #require(try scratch.store.item(id))
        #expect(stored.revisions.map(\.text.title) == ["first", "second"])
        #expect(stored.item.firstSeen == scratch.at)
        #expect(stored.item.revised == scratch.at.adding(days: 1))
        #expect(stored.findings == full)
        let identity = ItemIdentity(key: "k", link: nil, titleKey: "")
        let known = try scratch.store.known(in: ID("court"), matching: [identity]).items
        #expect(known.map(\.textHash) == ["2"])
        #expect(known.first?.earlierHashes == ["first", "2"])
    }

    @Test("an entry that is known after all is an edit, or nothing, and never a second item")
    func again() throws {
        let scratch = try Scratch()
        let id = try scratch.item("same", key: "k")
        #expect(try scratch.item("same", key: "k") == RowID(0))
        let identity = ItemIdentity(key: "k", link: nil, titleKey: "")
        let recorded = try scratch.store.record(
            record([.insert(identity, text, textHash: "other", full)], at: scratch.at))
        #expect(recorded.inserted.isEmpty)
        #expect(recorded.revised == [id])
        #expect(try scratch.store.items(ItemQuery()).map(\.revision) == [2])
    }

    @Test("an item keeps its number under a new identity; one that is taken stays with its item")
    func renames() throws {
        let scratch = try Scratch()
        let first = try scratch.item("one", key: "k1")
        let second = try scratch.item("two", key: "k2")
        _ = try scratch.store.record(
            record(
                [
                    .rename(first, ItemIdentity(key: "k3", link: "l3", titleKey: "t3")),
                    .rename(second, ItemIdentity(key: "k3", link: nil, titleKey: "")),
                ], at: scratch.at))
        let identities = ["k1", "k2", "k3"].map { ItemIdentity(key: $0, link: nil, titleKey: "-") }
        #expect(
            try scratch.store.known(in: ID("court"), matching: identities).items.map(\.identity.key) == ["k3", "k2"])
    }

    @Test(
        "known items are found by key, link or title",
        arguments: [
            (ItemIdentity(key: "one", link: nil, titleKey: "-"), 1),
            (ItemIdentity(key: "-", link: nil, titleKey: "two"), 1),
            (ItemIdentity(key: "-", link: nil, titleKey: "-"), 0),
            (ItemIdentity(key: "-", link: "l", titleKey: "-"), 1),
        ])
    func known(identity: ItemIdentity, count: Int) throws {
        let scratch = try Scratch()
        #expect(try scratch.store.known(in: ID("court"), matching: [identity]).hasItems == false)
        let first = try scratch.item("one")
        try scratch.item("two")
        try scratch.item("one", in: "other")
        _ = try scratch.store.record(
            record([.rename(first, ItemIdentity(key: "one", link: "l", titleKey: "one"))], at: scratch.at))
        let known = try scratch.store.known(in: ID("court"), matching: [identity])
        #expect(known.items.count == count)
        #expect(known.hasItems)
    }

    @Test("a NUL does not end a text")
    func nul() throws {
        let scratch = try Scratch()
        let id = try scratch.item("before\u{0}after")
        #expect(try scratch.store.item(id)?.item.text.title == "before\u{FFFD}after")
    }

    @Test("a removed source keeps its rows and is flagged; another address forgets what the old one said")
    func sources() throws {
        let scratch = try Scratch()
        try scratch.item("kept")
        var state = SourceState(retired: scratch.at)
        state.validators = Validators(etag: "e", lastModified: nil, obtained: scratch.at)
        _ = try scratch.store.record(record([], state: state, at: scratch.at))
        let change = try scratch.store.syncSources([source("new")], at: scratch.at)
        #expect(change.added == [ID("new")])
        #expect(change.removed == [ID("court")])
        #expect(try scratch.store.items(ItemQuery()).count == 1)
        #expect(try scratch.look("SELECT removed FROM source WHERE id = 'court'") != nil)
        try scratch.store.syncSources([source("new"), source("court")], at: scratch.at)
        #expect(try scratch.store.sourceStates()[ID("court")]?.validators?.etag == "e")
        try scratch.store.syncSources([source("court", url: "https://court.example/other")], at: scratch.at)
        #expect(try scratch.store.sourceStates()[ID("court")] == SourceState())
    }

    @Test("a source that was renamed keeps its items, gaps and validators, and none is added or removed")
    func renamedSource() throws {
        let scratch = try Scratch()
        try scratch.item("kept")
        var state = SourceState()
        state.validators = Validators(etag: "e", lastModified: nil, obtained: scratch.at)
        _ = try scratch.store.record(record([], state: state, at: scratch.at))
        var renamed = source("tribunal")
        renamed.aliases = [ID("unknown"), ID("court")]
        let change = try scratch.store.syncSources([renamed], at: scratch.at)
        #expect(change.added.isEmpty && change.removed.isEmpty)
        #expect(try scratch.store.items(ItemQuery(source: ID("tribunal"))).count == 1)
        #expect(try scratch.store.sourceStates()[ID("tribunal")] == state)
        #expect(try scratch.look("SELECT id FROM source WHERE id = 'court'") == nil)
        #expect(
            try scratch.look("SELECT json_extract(detail, '$.renamed.court') FROM audit ORDER BY number DESC LIMIT 1")
                == "tribunal")
        let again = try scratch.store.syncSources([renamed], at: scratch.at)
        #expect(again.added.isEmpty && again.removed.isEmpty)
    }

    @Test("whatever part of a definition changes, its row follows; validators go where what is read changes")
    func definitions() throws {
        let scratch = try Scratch()
        try scratch.item("kept")
        var state = SourceState()
        state.validators = Validators(etag: "e", lastModified: nil, obtained: scratch.at)
        _ = try scratch.store.record(record([], state: state, at: scratch.at))
        var changed = source("court")
        changed.publisher = "The Court"
        try scratch.store.syncSources([changed], at: scratch.at)
        #expect(try scratch.look("SELECT publisher FROM source WHERE id = 'court'") == "The Court")
        #expect(try scratch.store.sourceStates()[ID("court")] == state)
        changed.timeZone = "Asia/Tokyo"
        try scratch.store.syncSources([changed], at: scratch.at)
        #expect(try scratch.look("SELECT reading FROM source WHERE id = 'court'") == changed.reading)
        #expect(try scratch.store.sourceStates()[ID("court")]?.validators == nil)
    }
}
