import Model
import Testing

@testable import Watch

/// What a source is known for after some readings, as the store would keep it.
private struct Shelf {
    var known: [KnownItem] = []
    var titles: [String] = []

    /// Reads a document; says the titles of what is new, and of what the items were that are edited.
    mutating func read(_ entries: [Entry]) -> (new: [String], edited: [String], decisions: Decisions) {
        let decisions = Decider.decide(entries, Identities.of(entries), knowing: known)
        var (new, edited): ([String], [String]) = ([], [])
        for intent in decisions.intents {
            switch intent {
            case .insert(let identity, let text, let hash):
                new.append(text.title)
                titles.append(text.title)
                known.append(
                    KnownItem(
                        id: RowID(Int64(titles.count)), identity: identity, textHash: hash,
                        firstSeen: Instant(secondsSince1970: Int64(titles.count)), published: text.published,
                        link: text.link))
            case .revise(let id, let text, let hash, _, _):
                let index = Int(id.rawValue) - 1
                edited.append(titles[index])
                known[index].textHash = hash
                known[index].published = text.published
                known[index].link = text.link
            case .rename(let id, let identity): known[Int(id.rawValue) - 1].identity = identity
            }
        }
        return (new, edited, decisions)
    }
}

private func entry(_ id: String?, _ title: String, link: String? = nil, summary: String = "", day: Int? = nil) -> Entry
{
    let published = day.flatMap { Instant(year: 2026, month: 3, day: 1)?.adding(days: $0) }
    return Entry(id: id, text: ItemText(title: title, summary: summary, link: link, published: published))
}

@Suite("Items whose ids, links and titles are read again and again") struct RepeatedReadingTests {
    /// Entries that say the same, with ids and links of their own.
    private func alike(_ numbers: [Int], _ title: String, day: Int? = nil, summary: String = "") -> [Entry] {
        numbers.map { entry("j-\($0)", title, link: "https://court.example/\($0)", summary: summary, day: day) }
    }

    /// A window over numbered rulings, newest first, whose ids count places from 1.
    private func places(_ numbers: ClosedRange<Int>, linked: Bool = true, dated: Bool = true) -> [Entry] {
        numbers.reversed().enumerated().map { place, number in
            entry(
                "\(place + 1)", "Ruling \(number)", link: linked ? "https://court.example/\(number)" : nil,
                summary: "Text \(number)", day: dated ? number : nil)
        }
    }

    private static let windows: [([Int], [Int], Int?, String)] = [
        // A docket of one day; a list without days, of which one or all are new; one with a standing description.
        ([3, 2, 1], [4, 3, 2], 1, ""), ([3, 2, 1], [4, 3, 2], nil, ""), ([3, 2, 1], [6, 5, 4], nil, ""),
        ([1], [2], nil, "The Court has published a judgment."), ([3, 2, 1], [6, 5, 4], 1, ""),
    ]

    @Test("an entry with its own id and link is new, though its words and title were there before", arguments: windows)
    func standingTitles(old: [Int], new: [Int], day: Int?, summary: String) {
        var shelf = Shelf()
        _ = shelf.read(alike(old, "Judgment", day: day, summary: summary))
        let reading = shelf.read(alike(new, "Judgment", day: day, summary: summary))
        #expect(reading.new.count == Set(new).subtracting(old).count)
        #expect(reading.edited.isEmpty)
        #expect(reading.decisions.overlap == Set(new).intersection(old).count)
    }

    @Test("an entry that is new among known ones is new, though one that is gone had its title, words and day")
    func rolledOut() {
        var shelf = Shelf()
        let others = [entry("b", "Notice B", day: 1), entry("c", "Notice C", day: 1)]
        _ = shelf.read(alike([1], "Order", day: 1) + others)
        #expect(shelf.read(alike([2], "Order", day: 1) + others).new == ["Order"])
    }

    @Test(
        "new links for all entries make no new items, whether days tell them apart or not",
        arguments: [(true, 5), (false, 5), (true, 2), (false, 2), (true, 1)])
    func newLinks(dated: Bool, count: Int) {
        var shelf = Shelf()
        let entries = { (token: String) in
            (1...count).map { (n: Int) in
                entry(nil, "Ruling \(n)", link: "https://court.example/\(n)?t=\(token)", day: dated ? n : nil)
            }
        }
        _ = shelf.read(entries("9f2c04"))
        let reading = shelf.read(entries("77aa01"))
        #expect(reading.new.isEmpty && reading.decisions.overlap == count)
    }

    @Test("several entries of one title are not taken for a window that changed its ids")
    func noScheme() {
        var shelf = Shelf()
        let orders = { (numbers: [Int]) in
            numbers.map { entry("j-\($0)", "Order", link: "https://court.example/\($0)", summary: "No. \($0)", day: 1) }
        }
        _ = shelf.read(orders([3, 2, 1]))
        #expect(shelf.read(orders([6, 5, 4, 3, 2])).new.count == 3)
    }

    @Test(
        "ids that count places do not make old items of new entries",
        arguments: [(10, true, true), (10, true, false), (10, false, true), (10, false, false), (2, true, true)])
    func countedPlaces(count: Int, linked: Bool, dated: Bool) {
        var shelf = Shelf()
        let window = { (last: Int) in places((last - count + 1)...last, linked: linked, dated: dated) }
        _ = shelf.read(window(10))
        for last in [11, 12, 12, 13] {
            let isKnown = shelf.titles.contains("Ruling \(last)")
            let reading = shelf.read(window(last))
            #expect(reading.new == (isKnown ? [] : ["Ruling \(last)"]))
            #expect(reading.edited.isEmpty)
            #expect(reading.decisions.idsArePlaces)
        }
        #expect(shelf.titles.count == count + 3)
        // All ids are free for what comes after an outage.
        let later = shelf.read(window(40))
        #expect(later.new.count == count && later.edited.isEmpty && later.decisions.overlap == 0)
        #expect(shelf.read(window(41)).new == ["Ruling 41"])
    }

    @Test("ids that count places are seen through, too, where all entries are others at once")
    func countedPlacesAfterOutage() {
        var shelf = Shelf()
        _ = shelf.read(places(1...10))
        let reading = shelf.read(places(21...30))
        #expect(reading.new.count == 10 && reading.edited.isEmpty && reading.decisions.overlap == 0)
    }

    @Test(
        "ids that count places are seen through without days or links, too, where all else is another at once",
        arguments: [(true, ""), (true, "100"), (false, "")], ["none", "updated", "published"])
    func countedPlacesAnew(form: (isLinked: Bool, start: String), day kind: String) {
        var shelf = Shelf()
        for day in 0..<4 {
            let entries = (1...3).map { place in
                let name = "\(["Mueller", "Rossi", "Novak", "Jensen"][day]) \(place)"
                var entry = entry(
                    "\(form.start)\(place)", "Decision in the matter of \(name) on copyright",
                    link: form.isLinked ? "https://court.example/\(name.replacing(" ", with: "-"))" : nil)
                // As Atom has it, where it says no more than that the feed was built.
                let moment = Instant(year: 2026, month: 3, day: 1 + day)
                if kind == "updated" { entry.text.updated = moment }
                if kind == "published" { entry.text.published = moment }
                return entry
            }
            let reading = shelf.read(entries)
            #expect(reading.new.count == 3 && reading.edited.isEmpty)
            #expect(shelf.read(entries).new.isEmpty)
        }
    }

    @Test("some titles that are edited under short ids stay those of their items")
    func editedTitles() {
        let entries = { (word: String, count: Int) in
            (1...5).map { entry("\($0)", $0 <= count ? "\(word) \($0)" : "Ruling \($0)", summary: "Text \($0)") }
        }
        var shelf = Shelf()
        _ = shelf.read(entries("Ruling", 5))
        let reading = shelf.read(entries("Judgment", 2))
        #expect(reading.new.isEmpty && reading.edited == ["Ruling 1", "Ruling 2"])
    }

    @Test("an entry is edited, not new, where ids count places and its link or its title with the day is the same")
    func editedPlaces() {
        for linked in [true, false] {
            var shelf = Shelf()
            _ = shelf.read(places(1...10, linked: linked))
            var next = places(2...11, linked: linked)
            next[4].text.summary = "corrected"
            let reading = shelf.read(next)
            #expect(reading.new == ["Ruling 11"] && reading.edited == ["Ruling 7"])
            next[4].text.summary = "corrected again"
            #expect(shelf.read(next).edited == ["Ruling 7"])
        }
    }

    @Test("ids that are kept count, whatever links and titles become")
    func keptIDs() {
        var shelf = Shelf()
        let entries = { (place: String, word: String) in
            (1...5).map { (n: Int) in
                entry("urn:r:\(n)", "\(word) \(n)", link: "https://court.example/\(place)/\(n)", day: n)
            }
        }
        _ = shelf.read(entries("en", "Ruling"))
        let reading = shelf.read(entries("fr", "Arrêt"))
        #expect(reading.new.isEmpty && reading.edited.count == 5 && !reading.decisions.idsArePlaces)
    }
}
