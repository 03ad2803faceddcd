import Model
import Syndication
import Testing

/// Rows that differ in a class, below headings, or without a text in their link: all of them are found, each with its day.
@Suite("Forms of rows") struct RowFormTests {
    private func proposals(_ body: String) throws -> [SelectorProposal] {
        try SelectorProposal.all(
            in: Array("<html lang='en'><body>\(body)</body></html>".utf8), base: "https://a.example/",
            now: Instant(rfc3339: "2026-11-30T08:00:00Z"))
    }

    private func best(_ body: String) throws -> SelectorProposal { try #require(try proposals(body).first) }

    private static let titles = (1...9).map { "Court decides on matter number \($0)" }
    private static let days = (1...9).map { "2026-11-1\($0)" }

    @Test(
        "a class that not all rows of a list have selects none",
        arguments: [
            ["cat-list-row0", "cat-list-row1"], ["row1", "row2"], ["GridRow", "GridAlt"], ["bg1", "bg2"],
            ["odd", "even"],
            ["col-0", "col-1", "col-2"], ["color-a a", "color-b a"],
        ], ["<table>|tr|td|</table>", "<ul>|li|span|</ul>", "<div class='w'>|div|p|</div>"])
    func zebra(classes: [String], form: String) throws {
        let parts = form.split(separator: "|").map(String.init)
        let rows = (0..<9).map { index in
            let cell = parts[2]
            return "<\(parts[1]) class='\(classes[index % classes.count])'><\(cell)><a href='/v/\(index)'>"
                + "\(Self.titles[index])</a></\(cell)><\(cell)>\(Self.days[index])</\(cell)></\(parts[1])>"
        }
        let best = try best(parts[0] + rows.joined() + parts[3])
        #expect(best.preview.map(\.title) == Self.titles, "\(best.selectors)")
        #expect(best.preview.map { $0.published?.day.description } == Self.days)
    }

    @Test(
        "the first row and the newest ones are rows like the others, and heads, lines and numbers of pages are not",
        arguments: [
            { $0 == 0 ? "leading-0" : "item column-\($0 % 2 + 1)" }, { $0 == 0 ? "first" : $0 == 8 ? "last" : "mid" },
            { $0 < 3 ? "unread" : "old" }, { _ in "item" },
        ] as [@Sendable (Int) -> String])
    func odd(name: @Sendable (Int) -> String) throws {
        let rows = (0..<9).map {
            "<tr class='\(name($0))'><td><a href='/v/\($0)'>\(Self.titles[$0])</a></td><td>\(Self.days[$0])</td></tr>"
                + ($0 % 4 == 3 ? "<tr class='line'></tr>" : "")
        }
        let best = try best(
            "<table><tr class='head'><th>Title</th><th>Date</th></tr>\(rows.joined())"
                + "<tr class='pages'><td colspan='2'><b><a href='?p=2'>Page two</a></b></td></tr></table>")
        #expect(best.preview.map(\.title) == Self.titles, "\(best.selectors)")
    }

    @Test("rows with a cell for the head, as Joomla writes them, are all found")
    func joomla() throws {
        let rows = (0..<9).map {
            "<tr class='cat-list-row\($0 % 2)'><th class='list-title'><a href='/v/\($0)'>\(Self.titles[$0])</a></th>"
                + "<td class='list-date small'>\(Self.days[$0])</td></tr>"
        }
        let best = try best("<table class='category'><tbody>\(rows.joined())</tbody></table>")
        #expect(best.preview.map { $0.published?.day.description } == Self.days, "\(best.selectors)")
    }

    @Test("a class tells the link to a title from those beside it")
    func roles() throws {
        let rows = (0..<9).map {
            "<a class='t' href='/v/\($0)'>\(Self.titles[$0])</a> <i>\(Self.days[$0])</i> <a class='pdf' href='/p/\($0)'>Document</a><br>"
        }
        #expect(try best("<div class='l'>\(rows.joined())</div>").preview.map(\.title) == Self.titles)
    }

    @Test(
        "a day in the row goes before the month that heads its table, and the citation stands before the name",
        arguments: [
            ("# Nov", "[2026] FCA 140§", "November 2026"), ("Nov #", "[2026] FCA 140§", "November 2026"),
            ("#", "[2026] FCA 140§", "November 2026"), ("#/11", "C-14§/26", "November 2026"),
            ("11月#日", "[2026] FCA 140§", "2026年11月"),
        ])
    func monthHeadings(day: String, number: String, heading: String) throws {
        func rows(_ month: String) -> String {
            (0..<8).map { index in
                let cell = day.replacing("#", with: "\(28 - index)").replacing("Nov", with: month.prefix(3))
                    .replacing("11", with: month == "October" ? "10" : "11")
                let case_ = number.replacing("§", with: "\(index)\(month == "October" ? 1 : 2)")
                return "<tr><td>\(cell)</td><td>\(case_)</td><td>Smith v Machine Pty Ltd (No \(index))</td>"
                    + "<td><a href='/\(month)/\(index).html'>HTML</a> <a href='/\(month)/\(index).pdf'>PDF</a></td></tr>"
            }.joined()
        }
        let october = heading.replacing("November", with: "October").replacing("11", with: "10")
        let best = try best(
            "<h2>\(heading)</h2><table>\(rows("November"))</table><h2>\(october)</h2><table>\(rows("October"))</table>")
        let days = best.preview.map { $0.published?.day.description }
        #expect(
            days == (0..<8).map { "2026-11-\(28 - $0)" } + (0..<8).map { "2026-10-\(28 - $0)" }, "\(best.selectors)")
        let first = number.replacing("§", with: "02")
        #expect(best.preview.first?.title == "\(first): Smith v Machine Pty Ltd (No 0)")
    }

    @Test("numbers that only count the rows below a month are no days of it")
    func counted() throws {
        let rows = (1...8).map { "<tr><td>\($0)</td><td><a href='/v/\($0)'>\(Self.titles[$0 - 1])</a></td></tr>" }
        let best = try best("<h2>November 2026</h2><table>\(rows.joined())</table>")
        #expect(best.preview.allSatisfy { $0.published.map { $0.day.day == 1 } ?? true }, "\(best.selectors)")
    }

    @Test("the name of a case that is linked takes its number from the cell beside")
    func linkedName() throws {
        let rows = (1...8).map {
            "<tr><td>C-10\($0)/26</td><td><a href='/v/\($0)'>Smith v Machine \($0)</a></td><td>2026-11-1\($0)</td></tr>"
        }
        #expect(try best("<table>\(rows.joined())</table>").preview.first?.title == "C-101/26: Smith v Machine 1")
    }

    @Test(
        "links that are only a picture, or lie over their row, have the title of the row or their label",
        arguments: [
            "<table>|<tr><td>2026-11-1#</td><td>Court decides on matter number #</td><td><a href='/v/#'><img src='pdf.gif' alt='PDF'></a></td></tr>|</table>",
            "<table>|<tr><td>1#.11.2026<br>of the chamber</td><td>Court decides on matter number #</td><td><a href='/v/#'><img src='pdf.gif' alt=''></a></td></tr>|</table>",
            "<div class='cards'>|<div class='card'><p>1# November 2026</p><a class='stretched-link' href='/v/#' aria-label='Read'></a><h3>Court decides on matter number #</h3></div>|</div>",
            "<ul>|<li><a href='/v/#' aria-label='Court decides on matter number #'><img src='x.png'></a> <span>2026-11-1#</span></li>|</ul>",
            "<div>|<details><summary>Court decides on matter number #</summary><p>1#. 11. 2026</p><a href='/v/#'>Stáhnout</a></details>|</div>",
        ])
    func icons(form: String) throws {
        let parts = form.split(separator: "|", omittingEmptySubsequences: false)
        let rows = (1...9).map { parts[1].replacing("#", with: "\($0)") }
        let best = try best(parts[0] + rows.joined() + parts[2])
        #expect(best.preview.map(\.title) == Self.titles, "\(best.selectors)")
        #expect(best.preview.map { $0.published?.day.description } == Self.days, "\(best.selectors)")
        #expect(best.preview.last?.link == "https://a.example/v/9")
    }

    @Test(
        "a title that says its day is one where nothing else does, and a day behind a label is read",
        arguments: [
            "<div>|<details><summary>Court decides on matter number # (of 1#. 11. 2026)</summary><p><a href='/v/#'>Download</a></p></details>|</div>",
            "<dl>|<dt><a href='/v/#'>Court decides on matter number #</a></dt><dd>Court: Internet Court of Beijing, first chamber Decided: 2026-11-1# Cause: dispute over copyright and neighbouring rights</dd>|</dl>",
            "<dl>|<dt><a href='/v/#'>Court decides on matter number #</a></dt><dd>审理法院：北京互联网法院 裁判日期：2026-11-1# 案由：著作权权属、侵权纠纷</dd>|</dl>",
        ])
    func labels(form: String) throws {
        let parts = form.split(separator: "|", omittingEmptySubsequences: false)
        let rows = (1...9).map { parts[1].replacing("#", with: "\($0)") }
        let best = try best(parts[0] + rows.joined() + parts[2])
        #expect(
            best.preview.map { $0.title?.prefix(32) } == Self.titles.map { $0.prefix(32) }, "\(best.selectors)")
        #expect(best.preview.map { $0.published?.day.description } == Self.days, "\(best.selectors)")
    }

    @Test(
        "days without a year are told",
        arguments: ["[28/11]", "Press · 28 Nov"], ["<li>|</a> <b>|</b></li>", "<tr><td>|</a></td><td>|</td></tr>"])
    func yearless(day: String, form: String) throws {
        let parts = form.split(separator: "|")
        let rows = (1...8).map { "\(parts[0])<a href='/v/\($0)'>\(Self.titles[$0])\(parts[1])\(day)\(parts[2])" }
        let best = try best(form.hasPrefix("<tr>") ? "<table>\(rows.joined())</table>" : "<ul>\(rows.joined())</ul>")
        #expect(!best.isDated && best.reasons.contains { $0.contains("no year") }, "\(best.reasons)")
    }
}
