import Model
import Testing

@testable import Watch

/// What is an edit, a correction, and another edition.
extension DeciderTests {
    @Test("an entry comes back to an earlier text once, and is not edited each time that it swings after that")
    func ignoresSwings() {
        let first = entry("1", "Ruling A", summary: "due by 15 January")
        let second = entry("1", "Ruling A", summary: "due by 15 February")
        var item = known([second])[0]
        item.earlierHashes = Set([first, second].map { Identities.textHash($0.text) })
        #expect(kinds(decide([first], knowing: [item])) == ["revise 1"])
        item.cameBack = true
        #expect(kinds(decide([first], knowing: [item])) == [])
        #expect(kinds(decide([entry("1", "Ruling A", summary: "due by 1 March")], knowing: [item])) == ["revise 1"])
    }

    @Test("the text that an entry came from is taken once more where it stands for a day, and until then it is counted")
    func standing() {
        let (first, second) = (entry("1", "Ruling A", summary: "open"), entry("1", "Ruling A", summary: "closed"))
        let noon = Instant(secondsSince1970: 1_770_000_000)
        var item = known([second])[0]
        item.earlierHashes = Set([first, second].map { Identities.textHash($0.text) })
        item.cameBack = true
        func read(after seconds: Int64) -> Decisions {
            Decider.decide([first], Identities.of([first]), at: noon.adding(seconds: seconds), knowing: [item])
        }
        let mark = Identities.textHash(first.text)
        #expect(read(after: 0).versions == [VersionRead(item.id, mark: mark)] && read(after: 0).swinging == 1)
        for (readings, seconds, kinds) in [(1, 90_000, []), (2, 80_000, []), (2, 90_000, ["revise 1"])] {
            item.other = OtherVersion(mark: mark, since: noon, readings: readings)
            #expect(self.kinds(read(after: Int64(seconds))) == kinds)
        }
        #expect(decide([second], knowing: [item]).versions == [VersionRead(item.id, mark: nil)])
    }

    @Test("a slip is corrected back, and each new place of a site that moves again is taken over")
    func correctedBack() {
        let old = (1...4).map { (day: Int) in
            entry("\(day)", "Ruling \(day)", link: "https://b.example/\(day)", day: day)
        }
        var items = known(old)
        for index in items.indices {
            items[index].links = ["https://a.example/\(index + 1)", "https://b.example/\(index + 1)"]
        }
        items[2].days = [Instant(year: 2025, month: 3, day: 3), items[2].published].compactMap(\.self)
        var new = old
        for index in new.indices { new[index].text.link = "https://c.example/\(index + 1)" }
        #expect(kinds(decide(new, knowing: items)).count { $0.hasPrefix("revise") } == 4)
        var back = old
        back[2].text.published = Instant(year: 2025, month: 3, day: 3)
        #expect(kinds(decide(back, knowing: items)) == ["rename 3", "revise 3"])
    }

    @Test("a slip of the year is corrected in a document of one entry, and in most of one")
    func slipOfYear() {
        for count in [1, 4] {
            var old = (1...count).map { (day: Int) in
                entry("\(day)", "Ruling \(day)", day: day)
            }
            let new = old
            for index in 0..<max(1, count - 1) {
                old[index].text.published = Instant(year: 2027, month: 3, day: index + 1)
            }
            #expect(
                kinds(decide(new, knowing: known(old))).count { $0.hasPrefix("revise") } == max(1, count - 1))
        }
    }

    @Test("one new link on the same host is a correction, new ones for all have to stand")
    func samePlace() {
        let old = (1...4).map { (day: Int) in
            entry("\(day)", "Ruling \(day)", link: "https://c.example/old/\(day)", day: day)
        }
        var one = old
        one[0].text.link = "https://c.example/corrected.pdf"
        #expect(kinds(decide(one, knowing: known(old))) == ["rename 1", "revise 1"])
        let all = (1...4).map { (day: Int) in
            entry("\(day)", "Ruling \(day)", link: "https://c.example/en/\(day)", day: day)
        }
        let built = (1...4).map { (day: Int) in
            entry("\(day)", "Ruling \(day)", link: "https://c.example/v.php?p=\(day)", day: day)
        }
        #expect(kinds(decide(built, knowing: known(old))).count { $0.hasPrefix("revise") } == 4)
        let decisions = decide(all, knowing: known(old))
        #expect(!kinds(decisions).contains { $0.hasPrefix("revise") } && decisions.versions.count == 4)
        let noon = Instant(secondsSince1970: 1_770_000_000)
        let items = zip(known(old), decisions.versions).map { item, version in
            var item = item
            item.other = OtherVersion(mark: version.mark ?? "", since: noon, readings: 2)
            return item
        }
        let later = Decider.decide(all, Identities.of(all), at: noon.adding(days: 1), knowing: items)
        #expect(kinds(later).count { $0.hasPrefix("revise") } == 4)
    }

    @Test(
        "an edition of an undated list is new where its links have other letters, long numbers or one other number for all",
        arguments: [
            (["nov/ch1", "nov/ch2", "nov/ch3"], ["dec/ch1", "dec/ch2", "dec/ch3"]),
            (["doc/9f86", "doc/d081", "doc/884c"], ["doc/7d65", "doc/9a2f", "doc/eaa0"]),
            (
                ["id/JORFTEXT000052345120", "id/JORFTEXT000052345121", "id/JORFTEXT000052345122"],
                ["id/JORFTEXT000052345160", "id/JORFTEXT000052345161", "id/JORFTEXT000052345162"]
            ),
            (
                ["gaz?issue=a&part=1", "gaz?issue=a&part=2", "gaz?issue=a&part=3"],
                ["gaz?issue=b&part=1", "gaz?issue=b&part=2", "gaz?issue=b&part=3"]
            ),
            (
                ["gaz?part=1&month=Nov", "gaz?part=2&month=Nov", "gaz?part=3&month=Nov"],
                ["gaz?part=1&month=Dec", "gaz?part=2&month=Dec", "gaz?part=3&month=Dec"]
            ), (["45/page-1", "45/page-12", "45/page-46"], ["46/page-1", "46/page-45", "46/page-9"]),
            (["10/11/1", "10/11/2", "10/11/3"], ["11/12/1", "11/12/2", "11/12/3"]),
        ])
    func undatedEditions(old: [String], new: [String]) {
        let edition = { (links: [String], word: String) in
            links.enumerated().map {
                self.entry(nil, "Part \($0.offset)", link: "https://g.example/\($0.element)", summary: word)
            }
        }
        for word in ["", "fisheries"] {
            #expect(
                kinds(decide(edition(new, word), knowing: known(edition(old, ""))))
                    == (0..<3).map { "insert Part \($0)" })
        }
        // A relaunch keeps what entries tell at some length.
        let long = String(repeating: "The court ruled on the use of books. ", count: 6)
        if !old[0].contains("/page-"), !old[0].hasPrefix("10/") {
            #expect(
                kinds(decide(edition(new, long), knowing: known(edition(old, long)))).allSatisfy {
                    $0.hasPrefix("rename")
                })
        }
    }

    @Test(
        "other words of parameters are no edition where they are tokens, or not the same in all links",
        arguments: [
            ("t=9f2c", "t=77aa", "t=9f2c"), ("t=abcde", "t=fghij", "t=abcde"), ("t=aBc", "t=dEf", "t=aBc"),
            ("from=rss", "from=list", "from=top"),
        ])
    func undatedTokens(old: String, new: String, last: String) {
        let list = { (one: String, other: String) in
            (1...3).map { self.entry(nil, "Part \($0)", link: "https://g.example/\($0)?\($0 == 3 ? other : one)") }
        }
        let decisions = decide(list(new, new), knowing: known(list(old, last)))
        #expect(kinds(decisions).allSatisfy { $0.hasPrefix("rename") })
        #expect(decisions.freshParts.isEmpty)
    }

    @Test("parts of links that are others at each asking tell no edition, also where items came twice by them")
    func partsOfTheAsking() {
        let list = { (step: String, word: String) in
            (1...3).map {
                self.entry(nil, "Part \($0)", link: "https://g.example/\(step)/\($0)", summary: $0 == 2 ? word : "")
            }
        }
        #expect(decide(list("dec", ""), knowing: known(list("nov", ""))).freshParts == ["/1"])
        // Ids tell what links do not.
        let ids = { (step: String) in
            list(step, "").enumerated().map { entry in
                self.entry("\(step)-\(entry.offset)", entry.element.text.title, link: entry.element.text.link)
            }
        }
        #expect(decide(ids("dec"), knowing: known(ids("nov"))).freshParts.isEmpty)
        let twice = known(list("x9f", "") + list("b7k", ""))
        let new = list("q4d", "corrected")
        let decisions = Decider.decide(new, Identities.of(new), without: ["/1"], knowing: twice)
        #expect(kinds(decisions) == ["rename 4", "rename 5", "revise 5", "rename 6"])
        #expect(decisions.overlap == 3 && decisions.freshParts.isEmpty)
        let other = list("q4d", "").map { entry(nil, $0.text.title, link: $0.text.link.map { $0 + "0" }) }
        #expect(
            kinds(Decider.decide(other, Identities.of(other), without: ["/1"], knowing: known(list("x9f", ""))))
                .allSatisfy { $0.hasPrefix("insert") })
    }

    @Test(
        "an edition is the next one where the one before stood for much longer than it was not looked at",
        arguments: [
            ("nov", "dec", 72, 71, true), ("nov", "dec", 72, 48, false), ("nov", "dec", 2, 1, false),
            ("46", "48", 72, 71, false), ("46", "47", 2, 1, true), ("20261102", "20261109", 72, 71, true),
        ])
    func nextEdition(old: String, new: String, now: Int64, lastRead: Int64, isNext: Bool) {
        let list = { (step: String) in
            (1...3).map { self.entry(nil, "Part \($0)", link: "https://g.example/\(step)/\($0)") }
        }
        let start = Instant(secondsSince1970: 0)
        let entries = list(new)
        let decisions = Decider.decide(
            entries, Identities.of(entries), at: start.adding(seconds: now * 3600),
            lastRead: start.adding(seconds: lastRead * 3600), knowing: known(list(old)))
        #expect(decisions.intents.count == 3 && decisions.isNextEdition == isNext)
    }

    @Test("known entries that were edited prove nothing beside more news, and one that was not does")
    func editedBesideNews() {
        let old = (1...2).map { entry("\($0)", "Guidance \($0)", summary: "text") }
        let edited = old.map { entry($0.id, $0.text.title, summary: "corrected") }
        let news = (3...8).map { entry("\($0)", "Ruling \($0)") }
        let decisions = decide(Array(news[..<3]) + edited + news[3...], knowing: known(old))
        #expect(decisions.overlap == 0 && decisions.edited == 2)
        #expect(decide(news + [edited[0], old[1]], knowing: known(old)).overlap == 2)
        #expect(decide(Array(news[..<1]) + edited, knowing: known(old)).overlap == 2)
    }

    @Test("a corrected day or link arrives with the old words, once")
    func corrections() {
        let old = (1...4).map { (day: Int) in
            entry("\(day)", "Ruling \(day)", link: "https://c.example/\(day)", day: day)
        }
        var new = old
        new[0].text.published = Instant(year: 2026, month: 2, day: 1)
        new[1].text.link = "https://new.example/2"
        let decisions = decide(new, knowing: known(old))
        #expect(kinds(decisions) == ["rename 1", "revise 1", "rename 2", "revise 2"])
        let again = zip(known(old), new).map { item, entry in
            var item = item
            item.links = [item.link, entry.text.link, item.link].compactMap(\.self)
            item.days = [item.published, entry.text.published, item.published].compactMap(\.self)
            return item
        }
        #expect(!kinds(decide(new, knowing: again)).contains { $0.hasPrefix("revise") })
    }

    @Test(
        "days that all moved by as much are corrected with the zone, days of a build are not",
        arguments: [(3_600, 3_600, 4), (3_600, 7_200, 0), (3_000, 3_000, 0), (172_800, 172_800, 0)])
    func zones(first: Int, others: Int, revised: Int) {
        let old = (1...4).map { (day: Int) in entry("\(day)", "Ruling \(day)", day: day) }
        let new = old.enumerated().map { index, entry in
            var entry = entry
            entry.text.published = entry.text.published?.adding(seconds: Int64(index == 0 ? first : others))
            return entry
        }
        #expect(kinds(decide(new, knowing: known(old))).count { $0.hasPrefix("revise") } == revised)
    }

    @Test("each week's edition of an undated list is new, under links with other numbers")
    func editions() {
        func week(_ number: Int, _ text: String = "") -> [Entry] {
            (1...5).map {
                entry(nil, "Part \($0)", link: "https://g.example/2026/\(number)/part-\($0).pdf", summary: text)
            }
        }
        #expect(decide(week(47), knowing: known(week(46))).intents.count == 5)
        #expect(decide(week(47), knowing: known(week(45) + week(46))).isNextEdition)
        #expect(!decide(week(48), knowing: known(week(45) + week(46))).isNextEdition)
        let others = (1...4).map { entry(nil, "Ruling \($0)", link: "https://g.example/r/\($0)") }
        #expect(!decide(Array(week(47)[..<1]) + others, knowing: known(week(46))).isNextEdition)
        #expect(kinds(decide(week(47, "fees"), knowing: known(week(46, "acts")))).allSatisfy { $0.hasPrefix("insert") })
        func placed(_ first: Int) -> [Entry] {
            (1...5).map { entry(nil, "Act \($0)", link: "https://g.example/v?seq=\($0 + 40)&pos=\($0 + first)") }
        }
        #expect(kinds(decide(placed(2), knowing: known(placed(1)))).allSatisfy { $0.hasPrefix("rename") })
        let moved = (1...5).map { entry(nil, "Part \($0)", link: "https://g.example/acts/part-\($0)") }
        #expect(
            kinds(decide(moved, knowing: known(week(46)))).allSatisfy {
                $0.hasPrefix("rename") || $0.hasPrefix("revise")
            })
    }

    @Test("two editions of one day are two, told by their hours")
    func editionsOfADay() {
        func edition(_ hour: Int) -> [Entry] {
            (1...4).map { number in
                var entry = entry(
                    "\(hour)-\(number)", "List \(number)", link: "https://c.example/\(hour)/\(number)", day: 5)
                entry.text.published = entry.text.published?.adding(seconds: Int64(hour * 3_600))
                return entry
            }
        }
        #expect(decide(edition(14), knowing: known(edition(8))).intents.count == 4)
        #expect(kinds(decide(edition(14), knowing: known(edition(8)))).allSatisfy { $0.hasPrefix("insert") })
    }

    @Test("entries that differ only in what stands behind the summary are not one")
    func tellsWhole() {
        let entries = (1...3).map { number in
            var entry = entry(nil, "Orders", link: "https://c.example/orders", day: 2)
            entry.text.content = "Docket \(number): the court ruled."
            return entry
        }
        #expect(decide(entries, knowing: []).intents.count == 3)
        #expect(decide(entries, knowing: known(entries)).intents.isEmpty)
        #expect(decide(entries + entries, knowing: []).intents.count == 3)
    }
}
