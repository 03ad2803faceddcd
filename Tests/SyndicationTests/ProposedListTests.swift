import Model
import Syndication
import Testing

/// Lists as authorities write them, and what is proposed for them.
@Suite("Proposed lists") struct ProposedListTests {
    private static let menu =
        "<nav><ul>" + (1...9).map { "<li><a href='/menu/\($0)'>Menu item \($0)</a></li>" }.joined() + "</ul></nav>"
    private static let footer =
        "<footer><ul>" + (1...8).map { "<li><a href='/foot/\($0)'>Legal notice \($0)</a></li>" }.joined()
        + "</ul><p>Last updated 30 November 2026</p></footer>"

    private func page(_ body: String) -> [UInt8] {
        Array("<html lang='en'><body>\(Self.menu)\(body)\(Self.footer)</body></html>".utf8)
    }

    /// The best proposal for a list, a row between strokes, in which `#` is a number from 2 on, and `§` stands for `#`.
    private func best(_ form: String) throws -> SelectorProposal {
        let parts = form.split(separator: "|", omittingEmptySubsequences: false)
        let rows = (2...8).map { parts[1].replacing("#", with: "\($0)").replacing("§", with: "#") }
        return try #require(
            try SelectorProposal.all(
                in: page(parts[0] + rows.joined() + parts[2]), base: "https://a.example/list/",
                now: Instant(rfc3339: "2026-11-30T08:00:00Z")
            ).first)
    }

    @Test(
        "where a link is only a number, the title says what it is of, too, and the head of a table is no item",
        arguments: [
            "<table><tr><th>Date</th><th>Case</th><th>Title</th><th>PDF</th></tr>|<tr><td>2026-11-1#</td><td><a href='/c/#'>C-10#/26</a></td><td>Court decides on training #</td><td><a href='/p/#.pdf'>PDF</a></td></tr>|</table>",
            "<table><tr><th>Opinion</th><th>Filed</th></tr>|<tr><td><a href='/c/#'>C-10#/26</a><br>Court decides on training #</td><td>2026-11-1#</td></tr>|</table>",
            "<ul>|<li><a href='/c/#'><b>C-10#/26</b><span>Court decides on training #</span><i>2026-11-1#</i></a></li>|</ul>",
        ])
    func numbers(form: String) throws {
        let best = try best(form)
        #expect(
            best.preview.map(\.title) == (2...8).map { "C-10\($0)/26: Court decides on training \($0)" },
            "\(best.selectors)")
        #expect(best.preview.map { $0.published?.day.description } == (2...8).map { "2026-11-1\($0)" })
        let reading = try PageDocument(
            page("<table><tr><th>Case</th></tr><tr><td><a href='/c/1'>C-1/26</a> A</td></tr></table>"),
            selectors: PageSelectors(item: "//body/table/tr[td]", title: ".", link: ".//a/@href"), base: "")
        #expect(reading.warnings.isEmpty)
    }

    @Test(
        "a badge, a category and a date in a link are no part of its title",
        arguments: [
            "<ul>|<li><a href='/v/#'><span>NEW</span><span>Press release</span>Court decides on training #<span>1# November 2026</span></a></li>|</ul>",
            "<ul>|<li><a href='/v/#'><small>1# November 2026</small> Court decides on training # <span>(opens a window)</span></a></li>|</ul>",
        ])
    func badges(form: String) throws {
        let best = try best(form)
        #expect(best.preview.map(\.title) == (2...8).map { "Court decides on training \($0)" }, "\(best.selectors)")
        #expect(best.preview.map { $0.published?.day.description } == (2...8).map { "2026-11-1\($0)" })
    }

    @Test("a title in which words are emphasised is not cut")
    func emphasis() throws {
        let best = try best("<ul>|<li><a href='/v/#'>Court <em>decides</em> on case #</a> 2026-11-1#</li>|</ul>")
        #expect(best.preview.first?.title == "Court decides on case 2", "\(best.selectors)")
    }

    @Test(
        "of several days that of publication counts, by the head of its column, its label or class, or as the one that was",
        arguments: [
            "<table><tr><th>公示日</th><th>締切日</th><th>件名</th></tr>|<tr><td>2026-11-1#</td><td>2026-12-2#</td><td><a href='/v/#'>AI事業者ガイドライン案に関する意見募集#</a></td></tr>|</table>",
            "<table><tr><th>Published</th><th>Comments close</th><th>Title</th></tr>|<tr><td>2026-11-1#</td><td>2026-12-2#</td><td><a href='/v/#'>Consultation on the training of models, part #</a></td></tr>|</table>",
            "<table><tr><th>Title</th><th>Deadline</th><th>Posted</th></tr>|<tr><td><a href='/v/#'>Consultation number #</a></td><td>2026-10-1#</td><td>2026-11-1#</td></tr>|</table>",
            "<table><tr><th>标题</th><th>截止日期</th><th>发布日期</th></tr>|<tr><td><a href='/v/#'>Consultation number #</a></td><td>2026-10-1#</td><td>2026-11-1#</td></tr>|</table>",
            "<table><tr><th>Titel</th><th>Fristende</th><th>Veröffentlicht</th></tr>|<tr><td><a href='/v/#'>Consultation number #</a></td><td>1#.10.2026</td><td>1#.11.2026</td></tr>|</table>",
            "<table>|<tr><td><a href='/v/#'>Consultation number #</a></td><td>2027-01-1#</td><td>2026-11-1#</td></tr>|</table>",
            "<ul>|<li><a href='/v/#'>Consultation number #</a> <i class='date-closing'>2026-12-0#</i> <i class='date-posted'>2026-11-1#</i></li>|</ul>",
            "<ul>|<li><a href='/v/#'>Consultation number #</a> <b>Closes:</b> <i>2026-10-0#</i> <b>Published:</b> <i>2026-11-1#</i></li>|</ul>",
        ])
    func publication(form: String) throws {
        let best = try best(form)
        #expect(
            best.preview.map { $0.published?.day.description } == (2...8).map { "2026-11-1\($0)" }, "\(best.selectors)")
    }

    @Test(
        "days in addresses, in parts of an element, and below the month that heads them are read",
        arguments: [
            "<ul>|<li><a href='../202611/t2026111#_5500#.html'>Notice on labels, number #</a></li>|</ul>",
            "<ul>|<li><em><b>1#</b>2026-11</em><a href='/x#.html'>Notice on labels, number #</a></li>|</ul>",
            "<ul>|<li><em>1#<b>2026-11</b></em><a href='/x#.html'>Notice on labels, number #</a></li>|</ul>",
            "<ul class='y'><li>November 2026<ul>|<li>1#.11. <a href='/x#.html'>Notice on labels, number #</a></li>|</ul></li></ul>",
            "<h3>2026</h3><ul>|<li><b>11-1#</b> <a href='/x#.html'>Notice on labels, number #</a></li>|</ul>",
            "<h3>2026年</h3><ul>|<li><b>11月1#日</b> <a href='/x#.html'>Notice on labels, number #</a></li>|</ul>",
            "<h3>Year 2026</h3><ul>|<li><b>Nov 1#</b> <a href='/x#.html'>Notice on labels, number #</a></li>|</ul>",
        ])
    func parts(form: String) throws {
        let best = try best(form)
        #expect(best.preview.map(\.title) == (2...8).map { "Notice on labels, number \($0)" }, "\(best.selectors)")
        #expect(
            best.preview.map { $0.published?.day.description } == (2...8).map { "2026-11-1\($0)" }, "\(best.selectors)")
    }

    @Test(
        "where nothing tells which figure is the month, it is the one that a whole list has, unless that is the first day of months",
        arguments: [("0#/11/2026", "2026-11-02"), ("11/0#/26", "2026-11-02"), ("0#/01/2026", "2026-02-01")])
    func months(written: String, first: String) throws {
        let best = try best("<ul>|<li><a href='/v/#'>Consultation number #</a> <i>\(written)</i></li>|</ul>")
        #expect(best.preview.first?.published?.day.description == first, "\(best.selectors)")
    }

    @Test(
        "links that only call scripts are found before menus, also where they are marks or whole rows",
        arguments: [
            (
                "<ul>|<li><a href='§' onclick='go(#);return false;'>제#호 인공지능 입법예고 안내</a> <i>2026.11.1#</i></li>|</ul>",
                nil
            ),
            ("<ul>|<li><a href='§none' onclick='go(#)'>제#호 인공지능 입법예고 안내</a> <i>2026.11.1#</i></li>|</ul>", nil),
            ("<ul>|<li><a onclick='go(#)'>제#호 인공지능 입법예고 안내</a> <i>2026.11.1#</i></li>|</ul>", nil),
            (
                "<table>|<tr onclick=\"location.href='/v/#'\"><td>#</td><td>제#호 인공지능 입법예고 안내</td><td>2026-11-1#</td></tr>|</table>",
                "https://a.example/v/2"
            ),
        ] as [(String, String?)])
    func scripts(form: String, link: String?) throws {
        let best = try best(form)
        #expect(best.preview.map(\.title) == (2...8).map { "제\($0)호 인공지능 입법예고 안내" }, "\(best.selectors)")
        #expect(best.preview.map { $0.published?.day.description } == (2...8).map { "2026-11-1\($0)" })
        #expect(best.preview.first?.link == link ?? "https://a.example/list/", "\(best.selectors)")
    }

    @Test(
        "a title that calls a script goes before an attachment, with the number that the script goes by",
        arguments: [
            ("<a href='§none' onclick=\"view('440#');return false;\">", "<a href='/f/#.hwp'><img alt='첨부'></a>"),
            ("<a href='§' onclick='view(440#, 1)'>", "<a href='/f/#.hwp'>첨부파일</a>"),
            ("<a href=\"javascript:view('1', '440#')\">", "<a href='/f/#.hwp'><img alt='첨부'></a>"),
            ("<a href='§' class='view' data-id='440#'>", "<a href='/f/#.hwp'>첨부파일</a>"),
        ])
    func attachments(title: String, attachment: String) throws {
        let best = try best(
            "<table>|<tr><td>90#</td><td>\(title)인공지능 저작권 안내 #</a></td><td>\(attachment)</td><td>2026.11.1#</td></tr>|</table>"
        )
        #expect(best.preview.map(\.title) == (2...8).map { "인공지능 저작권 안내 \($0)" }, "\(best.selectors)")
        #expect(best.preview.map { $0.published?.day.description } == (2...8).map { "2026-11-1\($0)" })
        #expect(best.preview.map(\.link) == (2...8).map { "https://a.example/list/#440\($0)" }, "\(best.selectors)")
    }

    @Test("titles that are no links keep the links beside them, also where these all say the same")
    func readMore() throws {
        let best = try best(
            "<ul>|<li onclick='track()'><b>Court decides on training #</b> <i>2026-11-1#</i> <a href='/v/#'>Read more</a></li>|</ul>"
        )
        #expect(best.preview.first?.link == "https://a.example/v/2", "\(best.selectors)")
    }

    @Test("the one date before a whole list is none of its members'")
    func sharedDate() throws {
        let list =
            "<table><tr><td>2026-11-11</td></tr></table><div>\(Self.menu.replacing("nav>", with: "section>"))</div>"
        let found = try SelectorProposal.all(in: page(list), base: "https://a.example/")
        #expect(found.allSatisfy { !$0.isDated }, "\(found.first?.selectors as Any)")
    }
}
