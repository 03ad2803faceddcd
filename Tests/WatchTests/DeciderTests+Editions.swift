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
        let again = known(old).map { item in
            var item = item
            item.cameBack = true
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
