import Model
import Testing

@testable import Watch

@Suite("What reading a source again means") struct DeciderTests {
    /// Entries as a source would give them.
    func entry(
        _ id: String?, _ title: String, link: String? = nil, summary: String = "", day: Int? = nil
    ) -> Entry {
        let published = day.flatMap { Instant(year: 2026, month: 3, day: $0) }
        return Entry(id: id, text: ItemText(title: title, summary: summary, link: link, published: published))
    }

    /// What the store would know after it had stored these entries.
    func known(_ entries: [Entry]) -> [KnownItem] {
        zip(Identities.of(entries), entries).enumerated().map { index, pair in
            KnownItem(
                id: RowID(Int64(index + 1)), identity: pair.0, textHash: Identities.textHash(pair.1.text),
                firstSeen: Instant(secondsSince1970: Int64(index)), published: pair.1.text.published,
                link: pair.1.text.link)
        }
    }

    func decide(_ entries: [Entry], knowing known: [KnownItem]) -> Decisions {
        Decider.decide(entries, Identities.of(entries), knowing: known)
    }

    func kinds(_ decisions: Decisions) -> [String] {
        decisions.intents.map {
            switch $0 {
            case .insert(_, let text, _): "insert \(text.title)"
            case .revise(let id, _, _, _, _): "revise \(id)"
            case .rename(let id, _): "rename \(id)"
            }
        }
    }

    @Test("thousands of entries that are all alike get new ids, and it ends", .timeLimit(.minutes(1)))
    func manyAlike() {
        let numbers = 0..<20_000
        let old = known(numbers.map { entry("a\($0)", "Ruling") })
        let decisions = decide(numbers.map { entry("b\($0)", "Ruling") }, knowing: old)
        #expect(decisions.overlap == numbers.count)
        #expect(kinds(decisions) == numbers.map { "rename \($0 + 1)" })
    }

    @Test("an entry that nobody knows is inserted, a known one is not")
    func insertsOnlyNew() {
        let old = [entry("1", "Ruling A"), entry("2", "Ruling B")]
        let decisions = decide(old + [entry("3", "Ruling C")], knowing: known(old))
        #expect(kinds(decisions) == ["insert Ruling C"])
        #expect(decisions.overlap == 2)
    }

    @Test(
        "known entries that are pinned above a window of news do not show that nothing was missed",
        arguments: [
            // days of the pinned, days of the others, how many of the others are known, overlap
            ([1, 2], [20, 19, 18], 0, 0), ([1, 2], [20, 19, 18], 1, 3),
            // Oldest first, or in no order: who is known above says what it always says.
            ([1, 2], [18, 19, 20], 0, 2), ([1, 2], [20, 18, 19], 0, 2), ([1, 19], [20, 19, 18], 0, 2),
            ([1, 2], [20, 19], 0, 2), ([], [20, 19, 18], 0, 0),
        ])
    func pinned(pinned: [Int], others: [Int], known count: Int, overlap: Int) {
        let above = pinned.map { entry("p\($0)", "Notice \($0)", day: $0) }
        let below = others.map { entry("\($0)", "Ruling \($0)", day: $0) }
        let decisions = decide(above + below, knowing: known(above + below.suffix(count)))
        #expect(decisions.overlap == overlap)
        #expect(decisions.intents.count == below.count - count)
    }

    @Test("an edited text is a revision of the same item")
    func revises() {
        let decisions = decide(
            [entry("1", "Ruling A", summary: "corrected")], knowing: known([entry("1", "Ruling A", summary: "first")]))
        #expect(kinds(decisions) == ["revise 1"])
    }

    @Test("an older page brings what is missing, and edits nothing")
    func olderPagesEditNothing() {
        let known = known([entry("1", "Ruling A", summary: "corrected")])
        let entries = [entry("2", "Ruling B"), entry("1", "Ruling A", summary: "first"), entry("0", "Ruling Z")]
        let decisions = Decider.decide(entries, Identities.of(entries), current: 1, knowing: known)
        #expect(kinds(decisions) == ["insert Ruling B", "insert Ruling Z"])
        #expect(decisions.overlap == 1)
    }

    @Test(
        "a number may name a session or what is read",
        arguments: [
            ("sid=105", "sid=106", false), ("sid=9f2c04", "sid=77aa01", true), ("session_id=7", "session_id=8", false),
            ("sid=17645139482210", "sid=17645139482255", true), ("PHPSESSID=12", "PHPSESSID=13", true),
        ])
    func sessions(one: String, other: String, isSame: Bool) {
        let links = [one, other].map { CanonicalLink.of("https://c.example/view.php?\($0)") }
        #expect((links[0] == links[1]) == isSame)
    }

    @Test(
        "numbers that begin anew each week or day are others' numbers",
        arguments: [("1001", 8, true), ("1001", 7, false), ("1", 2, true), ("1", 1, false)])
    func numbersAnew(id: String, day: Int, isNew: Bool) {
        let old = [
            entry(id, "Decree on fees", link: "https://c.example/a", day: 1), entry("x", "Other", link: nil, day: 1),
        ]
        let new = [entry(id, "Order on data", link: "https://c.example/b", day: day), old[1]]
        #expect(kinds(decide(new, knowing: known(old))).contains("insert Order on data") == isNew)
    }

    @Test("a known entry among news is where the list is by last change, and is said to stand among it")
    func standingAmong() {
        let old = [entry("9", "Guidance", day: 1)]
        let news = (20...27).map { (day: Int) in entry("\(day)", "Ruling \(day)", day: day) }
        let decisions = decide(Array(news[..<4]) + old + news[4...], knowing: known(old))
        #expect(decisions.standing?.among?.id == RowID(1))
    }

    @Test("a date that the publisher stamps anew at each build is no edit")
    func ignoresNewStamps() {
        let decisions = decide([entry("1", "A", day: 9)], knowing: known([entry("1", "A", day: 2)]))
        #expect(!kinds(decisions).contains("revise 1"))
    }

    @Test(
        "tracking parameters and session tokens in a link do not make a new item",
        arguments: [
            "https://court.example/r/1?utm_source=rss", "https://court.example/r/1;jsessionid=9F2",
            "http://www.court.example/r/1/", "https://COURT.example:443/r/1?fbclid=x&utm_medium=m",
            "https://court.example/(S(k2v5s045))/r/1", "https://court.example/%72/1",
        ])
    func ignoresTokens(link: String) {
        let old = known([entry(nil, "Ruling", link: "https://court.example/r/1", day: 1)])
        let decisions = decide([entry(nil, "Ruling", link: link, day: 1)], knowing: old)
        #expect(kinds(decisions) == [])
        #expect(decisions.overlap == 1)
    }

    @Test(
        "what a link writes with and without escapes is one link, and what escapes keep apart is two",
        arguments: [
            ("https://c.example/判/1", "https://c.example/%e5%88%a4/1", true),
            ("https://c.example/x~y", "https://c.example/x%7Ey", true),
            ("https://bücher.example/1", "https://BÜCHER.example/1", true),
            ("https://c.example/a%2Fb", "https://c.example/a/b", false),
            ("https://c.example/100%", "https://c.example/100%25", false),
        ])
    func escapes(one: String, other: String, isSame: Bool) {
        #expect((CanonicalLink.of(one) == CanonicalLink.of(other)) == isSame)
    }

    @Test("parameters that say what is read tell entries apart")
    func keepsMeaningfulParameters() {
        let old = known([entry(nil, "Ruling", link: "https://court.example/r?id=1")])
        #expect(
            kinds(decide([entry(nil, "Ruling", link: "https://court.example/r?id=2", day: 3)], knowing: old))
                == ["insert Ruling"])
    }

    @Test("one id for all entries does not make them one item")
    func survivesOneIdForAll() {
        let entries = (1...4).map { entry("same", "Ruling \($0)", link: "https://court.example/r/\($0)") }
        let decisions = decide(entries, knowing: [])
        #expect(decisions.intents.count == 4 && decisions.sharedIDs == 4)
        #expect(decide(entries, knowing: known(entries)).intents.isEmpty)
    }

    @Test("one id for whatever is the only entry does not make it one item; edits of either stay its own")
    func doubtsLoneID() {
        let first = entry("same", "Ruling 1", link: "https://court.example/r/1")
        let second = entry("same", "Ruling 2", link: "https://court.example/r/2")
        let known = known([first])
        let decisions = decide([second], knowing: known)
        #expect(kinds(decisions) == ["insert Ruling 2"])
        guard case .insert(let identity, _, let hash) = decisions.intents[0] else { return }
        let added = KnownItem(
            id: RowID(2), identity: identity, textHash: hash, firstSeen: known[0].firstSeen, link: second.text.link)
        let both = known + [added]
        #expect(decide([first], knowing: both).intents.isEmpty)
        #expect(decide([second], knowing: both).intents.isEmpty)
        let edited = entry("same", "Ruling 2", link: "https://court.example/r/2", summary: "corrected")
        #expect(kinds(decide([edited], knowing: both)) == ["revise 2"])
        #expect(
            kinds(decide([entry("same", "Ruling 1 (corrected)", link: "https://court.example/r/1")], knowing: known))
                == ["rename 1", "revise 1"])
    }

    @Test("an entry whose id a translation shares from now on stays its item, also where it is edited meanwhile")
    func translated() {
        let old = [
            entry("g3", "Ruling 3", link: "https://c.example/en/3", day: 3),
            entry("g2", "Ruling 2", link: "https://c.example/en/2", day: 2),
        ]
        let new = [
            entry("g3", "Arrêt 3", link: "https://c.example/fr/3", day: 3),
            entry("g3", "Ruling 3", link: "https://c.example/en/3", summary: "Headnote", day: 3), old[1],
        ]
        #expect(kinds(decide(new, knowing: known(old))) == ["insert Arrêt 3", "rename 1", "revise 1"])
    }

    @Test("an entry of an older page that a newer one holds, too, is one item with the newer text")
    func mergesPages() {
        let newer = [
            entry("1", "Ruling A", summary: "corrected"), entry(nil, "B", link: "https://c.example/b?utm_source=x"),
        ]
        let older = [entry("1", "Ruling A"), entry(nil, "B", link: "https://c.example/b"), entry("2", "Ruling C")]
        let merged = Identities.merged(newer, older)
        #expect(merged.map(\.text.title) == ["Ruling A", "B", "Ruling C"])
        #expect(merged.first?.text.summary == "corrected")
        // An id for all proves nothing.
        let same = [entry("same", "D"), entry("same", "E")]
        #expect(Identities.merged(same, [entry("same", "F"), entry("same", "G")]).count == 4)
    }

    @Test(
        "a counter in an element of the publisher's own is no edit, a fact is",
        arguments: [
            ("stats:views", "stats:views", "12", false), ("deadline", "deadline", "2026-12-24", true),
            ("content-hash", "tna:contenthash", "12", true), ("cfr-part", "cfr-part", "42", true),
        ])
    func countersAreNoEdits(kind: String, origin: String, value: String, isEdit: Bool) {
        var before = ItemText(title: "Rule")
        var after = before
        before.stated = [StatedFact(kind: kind, value: "1", origin: origin)]
        after.stated = [StatedFact(kind: kind, value: value, origin: origin)]
        #expect((Identities.textHash(before) != Identities.textHash(after)) == isEdit)
        #expect(WordDifference.of(before, after).contains("{+\(value)+}"))
    }

    @Test("a new id at each fetch does not make a new item")
    func survivesNewIds() {
        let old = (1...5).map { (n: Int) in entry("a\(n)", "Ruling \(n)", link: "https://court.example/r/\(n)", day: n)
        }
        let new = (1...5).map { (n: Int) in entry("b\(n)", "Ruling \(n)", link: "https://court.example/r/\(n)", day: n)
        }
        let decisions = decide(new, knowing: known(old))
        #expect(kinds(decisions) == (1...5).map { "rename \($0)" })
        #expect(decisions.overlap == 5)
    }

    @Test("an entry that is edited where all have new ids is the same item")
    func survivesNewIdsWithEdit() {
        let entries = { (scheme: String, edited: Int) in
            (1...5).map { (n: Int) in
                self.entry(
                    "\(scheme)\(n)", "Ruling \(n)", link: "https://court.example/r/\(n)",
                    summary: n == edited ? "corrected" : "text", day: n)
            }
        }
        let decisions = decide(entries("b", 3), knowing: known(entries("a", 0)))
        #expect(kinds(decisions).filter { !$0.hasPrefix("rename") } == ["revise 3"])
    }

    @Test(
        "where all have new ids, an entry with another title is the item that alone has its link, and no other",
        arguments: [
            (5, "r/3", 3, ["revise 3"]), (5, "r/9", 3, ["insert Ruling 3 (corrected)"]),
            (5, "r/3", 20, ["insert Ruling 3 (corrected)"]), (3, "r/3", 3, ["insert Ruling 3 (corrected)"]),
        ])
    func editedTitle(count: Int, link: String, day: Int, expected: [String]) {
        let entries = { (scheme: String) in
            (1...count).map { (n: Int) in
                self.entry(
                    "\(scheme)\(n)", "Ruling \(n)", link: "https://court.example/r/\(n)", summary: "text", day: n)
            }
        }
        var new = entries("b")
        new[2] = entry(
            "b3", "Ruling 3 (corrected)", link: "https://court.example/\(link)", summary: "text", day: day)
        var old = known(entries("a"))
        old[2].published = Instant(year: 2026, month: 3, day: 3)
        let decisions = decide(new, knowing: old)
        #expect(kinds(decisions).filter { !$0.hasPrefix("rename") } == expected)
        #expect(decisions.schemeChanged == (count == 5))
    }

    @Test("where links last, an entry with a new link is new, whatever its title")
    func lastingLinks() {
        let entries = { (scheme: String, last: Int) in
            ([1, 2, 3, 4, last]).map { (n: Int) in
                self.entry(
                    "\(scheme)\(n)", n > 4 ? "Judgment" : "Ruling \(n)", link: "https://court.example/r/\(n)",
                    summary: "text \(n)", day: min(n, 5))
            }
        }
        let decisions = decide(entries("b", 6), knowing: known(entries("a", 5)))
        #expect(kinds(decisions).filter { !$0.hasPrefix("rename") } == ["insert Judgment"])
    }

    @Test("an entry that is edited where all have new tokens in their links is the item that alone has its title")
    func survivesNewLinksWithEdit() {
        let entries = { (token: String, edited: Int) in
            (1...5).map { (n: Int) in
                self.entry(
                    nil, "Ruling \(n)", link: "https://court.example/r/\(n)?t=\(token)",
                    summary: n == edited ? "corrected" : "text", day: n)
            }
        }
        let decisions = decide(entries("b", 3), knowing: known(entries("a", 0)))
        #expect(kinds(decisions).filter { !$0.hasPrefix("rename") } == ["revise 3"])
        let other = known(entries("a", 0) + [entry(nil, "Ruling 3", link: "https://court.example/r/6", day: 3)])
        #expect(kinds(decide(entries("b", 3), knowing: other)).contains("insert Ruling 3"))
    }

    @Test(
        "entries that have only their words stay the same where all dates are new; a lone notice that comes again is new"
    )
    func redated() {
        let entries = { (day: Int, count: Int) in
            (1...count).map { (n: Int) in self.entry(nil, "Notice \(n)", summary: "Text \(n)", day: day + n) }
        }
        #expect(kinds(decide(entries(10, 4), knowing: known(entries(0, 4)))) == (1...4).map { "rename \($0)" })
        #expect(kinds(decide(entries(10, 1), knowing: known(entries(0, 1)))) == ["insert Notice 1"])
    }

    @Test("a scheme of ids that changes together with edited texts still leaves the items the same")
    func survivesNewScheme() {
        let old = (1...4).map { (n: Int) in entry("http://c.example/?p=\(n)", "Ruling \(n)", summary: "x", day: n) }
        let new = (1...4).map { (n: Int) in entry("urn:r:\(n)", "Ruling \(n)", summary: "longer text", day: n) }
        let decisions = decide(new + [entry("urn:r:5", "Ruling 5", day: 5)], knowing: known(old))
        #expect(decisions.schemeChanged)
        #expect(decisions.intents.count == 9)
        #expect(kinds(decisions).contains("insert Ruling 5"))
    }

    @Test("two filings in one docket on one day are two items, though title, link and day agree")
    func keepsDocketEntriesApart() {
        let docket = "https://ecf.court.example/DktRpt.pl?42"
        let old = known([entry("f1", "1:26-cv-00042 A v. B", link: docket, summary: "Motion", day: 2)])
        let decisions = decide(
            [entry("f2", "1:26-cv-00042 A v. B", link: docket, summary: "Order", day: 2)], knowing: old)
        #expect(kinds(decisions) == ["insert 1:26-cv-00042 A v. B"])
        #expect(decisions.overlap == 0)
    }

    @Test("the same entry twice in one document is one item")
    func collapsesRepeats() {
        #expect(decide([entry("1", "A"), entry("1", "A")], knowing: []).intents.count == 1)
    }

    @Test("an entry without id and link is known again by its title and day when its text is edited")
    func knowsWeakEntries() {
        let old = known([entry(nil, "Notice 7", summary: "draft", day: 3)])
        let decisions = decide([entry(nil, "Notice 7", summary: "final", day: 3)], knowing: old)
        #expect(kinds(decisions) == ["rename 1", "revise 1"])
    }

    @Test("what was announced without a link is known again when its document is there, by a title that nothing shares")
    func announced() {
        let link = "https://court.example/26-1.pdf"
        let old = [entry(nil, "Ruling A", summary: "Ruling A, forthcoming", day: 5)]
        let new = entry(link, "Ruling A", link: link, summary: "Ruling A, PDF", day: 5)
        #expect(kinds(decide([new], knowing: known(old))) == ["rename 1", "revise 1"])
        let twin = entry(link + "?2", "Ruling A", link: link + "?2", summary: "Ruling A, annex", day: 5)
        #expect(kinds(decide([new, twin], knowing: known(old))) == ["insert Ruling A", "insert Ruling A"])
        let other = entry(link, "Ruling A", link: link, summary: "Ruling A, PDF", day: 6)
        #expect(kinds(decide([other], knowing: known(old))) == ["insert Ruling A"])
    }

    @Test("titles that differ only in marks of another script are different titles")
    func keepsScriptsApart() {
        let old = known([entry(nil, "公告一", day: 3)])
        #expect(kinds(decide([entry(nil, "公告二", day: 3)], knowing: old)) == ["insert 公告二"])
    }

    @Test(
        "a number that begins anew each year is another item, a corrected entry is not",
        arguments: [
            ("1", "/2026/1", "Order 1", 400, "insert Order 1"), ("1", "/2026/1", "Order 1", 8, "insert Order 1"),
            ("1001", "/2026/1", "Order 1", 6, "revise 1"),
            // What counts a day's entries is given again sooner.
            ("1", "/2026/1", "Order 1", 6, "insert Order 1"), ("1", "/2025/1", "Order 1", 400, "revise 1"),
            ("1", "/2026/1", "Notice 1", 400, "revise 1"),
            // Addresses are made once.
            ("urn:n:1", "/2026/1", "Order 1", 30, "revise 1"), ("urn:n:1", "/2026/1", "Order 1", 400, "insert Order 1"),
        ])
    func reusedID(id: String, link: String, title: String, days: Int, expected: String) {
        func entry(_ id: String, _ title: String, _ link: String, after days: Int) -> Entry {
            let published = Instant(secondsSince1970: 1_740_000_000).adding(days: days)
            // The day stands in the key of the title, too.
            let text = ItemText(
                title: title, summary: "\(days)", link: "https://c.example\(link)", published: published)
            return Entry(id: id, text: text)
        }
        let old = [entry(id, "Notice 1", "/2025/1", after: 0), entry("2", "Notice 2", "/2025/2", after: 0)]
        var known = known(old)
        for index in known.indices { known[index].published = old[index].text.published }
        let new = [entry(id, title, link, after: days), old[1]]
        let decisions = decide(new, knowing: known)
        #expect(kinds(decisions).last == expected)
        guard case .insert(let identity, _, let hash) = decisions.intents.last else { return }
        let added = KnownItem(
            id: RowID(3), identity: identity, textHash: hash, firstSeen: known[0].firstSeen,
            published: new[0].text.published, link: new[0].text.link)
        let both = known + [added]
        #expect(decide(new, knowing: both).intents.isEmpty)
        #expect(decide(old, knowing: both).intents.isEmpty)
    }
}
