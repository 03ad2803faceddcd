import Model
import Testing

@testable import Watch

@Suite("Links with parts that change from fetch to fetch, under titles that many share") struct PassingPartTests {
    /// A window of a list, newest first: three titles, four entries a day.
    private func window(_ numbers: ClosedRange<Int>, _ link: (_ number: Int, _ place: Int) -> String) -> [Entry] {
        numbers.reversed().enumerated().map { place, number in
            let title = ["AI training order", "AI training judgment", "AI training notice"][number % 3]
            let published = Instant(year: 2026, month: 11, day: 1)?.adding(days: number / 4)
            return Entry(
                id: nil,
                text: ItemText(title: title, link: "https://c.example/" + link(number, place), published: published))
        }
    }

    private func known(_ entries: [Entry]) -> [KnownItem] {
        zip(Identities.of(entries), entries).enumerated().map { index, pair in
            KnownItem(
                id: RowID(Int64(index + 1)), identity: pair.0, textHash: Identities.textHash(pair.1.text),
                firstSeen: Instant(secondsSince1970: Int64(index)), published: pair.1.text.published,
                link: pair.1.text.link)
        }
    }

    /// The links of what is new, and the items that are known under other links.
    private func news(_ entries: [Entry], after old: [Entry]) -> (links: [String], renamed: [Int64]) {
        let decisions = Decider.decide(entries, Identities.of(entries), knowing: known(old))
        var (links, renamed): ([String], [Int64]) = ([], [])
        for intent in decisions.intents {
            switch intent {
            case .insert(_, let text, _): links.append(text.link ?? "")
            case .rename(let id, _): renamed.append(id.rawValue)
            case .revise: Issue.record("nothing was edited")
            }
        }
        return (links, renamed)
    }

    /// Link templates: `#` is the entry's number, `@` its place in the list, `*` a number of the fetch, `^` one of both.
    @Test(
        "are no part of what an item is",
        arguments: [
            "v/#?pos=*", "view.do?nttId=#&pageIndex=*", "v.asp?id=#&t=*", "detail?tx=x&cHash=^&uid=#",
            "v/#?back=%2Flist%3Fpage%3D*", "v.do?rowNum=@&seq=#", "T*/v/#", "v/#?pos=*&t=^", "v/#;jsessionid=A*?p=*",
        ])
    func passing(template: String) {
        let link = { (fetch: Int) in
            { (number: Int, place: Int) in
                template.replacing("#", with: "\(number)").replacing("@", with: "\(place + 1)")
                    .replacing("*", with: "\(fetch)").replacing("^", with: "\(number * 7919 % 1000)a\(fetch)")
            }
        }
        let (first, second) = (window(20...29, link(70)), window(23...32, link(71)))
        let (links, renamed) = news(second, after: first)
        #expect(links == second.prefix(3).compactMap(\.text.link))
        // The newest comes first: what was in place 1 to 7 is in place 4 to 10.
        #expect(renamed == Array(1...7))
    }

    @Test(
        "are none where the rest is a place, a name or not an entry's own, or where some entries keep theirs",
        arguments: [
            // before, after, how many are new
            ("v.do?rowNum=@&seq=#", 30, 10), ("court-@?no=#", 30, 10), ("docket/5?doc=#", 30, 10),
            ("docket/5?doc=#", 23, 3),
        ])
    func lasting(template: String, from start: Int, new: Int) {
        let link = { (number: Int, place: Int) in
            template.replacing("#", with: "\(number)").replacing(
                "court-@", with: "court-\("abcdefghij".dropFirst(place).prefix(1))"
            )
            .replacing("@", with: "\(place + 1)")
        }
        let day = Instant(year: 2026, month: 11, day: 30)
        let entries = { (first: Int) in
            (0..<10).map { place in
                Entry(
                    id: nil,
                    text: ItemText(
                        title: "Order", link: "https://c.example/" + link(first + 9 - place, place), published: day))
            }
        }
        let (links, renamed) = news(entries(start), after: entries(20))
        #expect(links.count == new)
        #expect(renamed.isEmpty)
    }

    @Test(
        "leave entries new that share title, day and words with items; links of very many parts are taken as they are",
        arguments: [(3, 3), (40, 10)])
    func many(parameters: Int, new: Int) {
        let more = (1...parameters).map { "a\($0)=1" }.joined(separator: "&")
        let link = { (fetch: Int) in { (number: Int, _: Int) in "v/\(number)?\(more)&pos=\(fetch)" } }
        let day = Instant(year: 2026, month: 11, day: 30)
        let entries = { (numbers: ClosedRange<Int>, fetch: Int) in
            self.window(numbers, link(fetch)).map { entry in
                Entry(id: nil, text: ItemText(title: "Order", link: entry.text.link, published: day))
            }
        }
        let (links, renamed) = news(entries(23...32, 71), after: entries(20...29, 70))
        #expect(links.count == new)
        #expect(renamed.count == 10 - new)
    }
}
