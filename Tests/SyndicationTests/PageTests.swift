import Model
import Syndication
import Testing

@Suite("Pages")
struct PageTests {
    private static let list = """
        <html><head><title>Notices</title><base href="/news/"></head><body><ul id="list">
        <li><a href="a.htm">First notice of the year</a> <span class="day">2024-03-05</span></li>
        <li><a href="/b.htm">Second notice of the year</a> <span class="day">2024-03-04</span></li>
        <li><a href="https://other.example/c">Third notice of the year</a> <span class="day">soon</span></li>
        </ul><a rel="next" href="?page=2">more</a></body></html>
        """
    private static let selectors = PageSelectors(
        item: "//ul[@id='list']/li", title: ".//a", link: ".//a/@href", date: ".//span", next: "//a[@rel='next']")

    @Test("selectors find items, links are resolved against the page's base, an unreadable date is a warning")
    func items() throws {
        let page = try PageDocument(Array(Self.list.utf8), selectors: Self.selectors, base: "https://a.example/x/y")
        #expect(
            page.items.map(\.link) == [
                "https://a.example/news/a.htm", "https://a.example/b.htm", "https://other.example/c",
            ])
        #expect(page.items.map { $0.published?.day.description } == ["2024-03-05", "2024-03-04", nil])
        #expect(page.items.first?.title == "First notice of the year")
        #expect(page.next == "https://a.example/news/?page=2")
        #expect(page.warnings.map(\.what) == ["item 3: 'date' cannot be read"])
    }

    @Test(
        "what matches nothing, and what is no XPath, is named",
        arguments: [
            (
                PageSelectors(item: "//ol/li", title: "a", link: "a"),
                PageProblem.layoutChanged(name: "item", expression: "//ol/li", kind: .other, title: "Notices")
            ),
            (
                PageSelectors(item: "//li", title: ".//b", link: ".//a"),
                .layoutChanged(name: "title", expression: ".//b", kind: .other, title: "Notices")
            ),
            (
                PageSelectors(item: "//li", title: ".//a", link: ".//a", date: ".//i"),
                .layoutChanged(name: "date", expression: ".//i", kind: .other, title: "Notices")
            ),
            (PageSelectors(item: "//li[", title: "a", link: "a"), .badSelector(name: "item", expression: "//li[")),
        ])
    func problems(selectors: PageSelectors, problem: PageProblem) {
        #expect(throws: problem) {
            try PageDocument(Array(Self.list.utf8), selectors: selectors, base: "https://a.example/")
        }
    }

    @Test("a selector that takes too many steps is told from one that is wrong")
    func costly() {
        let page = Array("<ul>\(String(repeating: "<li><a href='/1'>Notice</a></li>", count: 400))</ul>".utf8)
        let costly = "//li[count(//*[count(//*[count(//*) > 0]) > 0]) > 0]"
        #expect(throws: PageProblem.costlySelector(name: "item", expression: costly)) {
            try PageDocument(
                page, selectors: PageSelectors(item: costly, title: "a", link: "a"), base: "https://a.example/")
        }
    }

    @Test("a base that is longer than addresses are is none, as it would be part of each")
    func longBase() throws {
        let base = "https://b.example/" + String(repeating: "a", count: 5000) + "/"
        let page = "<base href='\(base)'><ul><li><a href='1'>One</a></li></ul>"
        let read = try PageDocument(
            Array(page.utf8), selectors: PageSelectors(item: "//li", title: ".//a", link: ".//a/@href"),
            base: "https://a.example/list/")
        #expect(read.items.map(\.link) == ["https://a.example/list/1"])
    }

    private static let board = """
        <html lang="ko"><head><title>공지</title></head><body><ul class="board">\((1...6).map {
            "<li><a href='javascript:view(\($0))'>개인정보위 공지 \($0)호 생성형 인공지능 안내서</a><span>2026.08.0\($0).</span></li>"
        }.joined())</ul></body></html>
        """

    @Test(
        "a list whose links are scripts is read by titles and dates, and says what can be done; without dates it is none"
    )
    func scripts() throws {
        var selectors = PageSelectors(item: "//li", title: ".//a", link: ".//a/@href", date: ".//span")
        let board = Array(Self.board.utf8)
        let page = try PageDocument(board, selectors: selectors, base: "https://a.example/")
        #expect(page.items.count == 6 && page.items.allSatisfy { $0.link == nil && $0.published != nil })
        #expect(page.warnings.count == 1 && page.warnings[0].what.contains("are scripts"), "\(page.warnings)")
        selectors.date = nil
        #expect(throws: PageProblem.scriptedLinks(expression: ".//a/@href")) {
            try PageDocument(board, selectors: selectors, base: "https://a.example/")
        }
        selectors.link = "concat('/view?id=', substring-before(substring-after(.//a/@href, '('), ')'))"
        let made = try PageDocument(board, selectors: selectors, base: "https://a.example/")
        #expect(made.items.first?.link == "https://a.example/view?id=1")
    }

    @Test("links that lead nowhere are scripts, too, and the number that these go by can make an address")
    func linksToNowhere() throws {
        let rows = (1...6).map {
            "<tr data-no='90\($0)'><td><a href='#none' onclick=\"view('1', '440\($0)')\" data-id='440\($0)'>공지 \($0)호</a>"
                + "<a href='/f/\($0).hwp'></a></td><td>2026.08.0\($0)</td></tr>"
        }
        let board = Array("<table>\(rows.joined())</table>".utf8)
        var selectors = PageSelectors(item: "//tr", title: ".//a", link: ".//a/@href")
        #expect(throws: PageProblem.scriptedLinks(expression: ".//a/@href")) {
            try PageDocument(board, selectors: selectors, base: "https://a.example/")
        }
        for argument in [
            "substring-before(substring-after(substring-after(.//a/@onclick, ','), \"'\"), \"'\")", ".//a/@data-id",
        ] {
            selectors.link = "concat('/view?id=', \(argument))"
            let made = try PageDocument(board, selectors: selectors, base: "https://a.example/")
            #expect(made.items.map(\.link) == (1...6).map { "https://a.example/view?id=440\($0)" })
        }
    }

    @Test("a list whose links are scripts is proposed with the page's own address for each")
    func proposesScripts() throws {
        let proposal = try #require(
            SelectorProposal.all(in: Array(Self.board.utf8), base: "https://a.example/").first)
        #expect(proposal.selectors.link == "/" && proposal.isDated && proposal.preview.count == 6)
        #expect(proposal.reasons.contains { $0.contains("scripts") })
    }

    @Test("a row without a title does not hide that all others lost their links")
    func lostLinks() {
        let rows = (1...8).map { "<tr><td><a onclick='go(\($0))'>Ruling number \($0)</a></td></tr>" }.joined()
        let table = "<html><title>Rulings</title><table><tr><th></th></tr>\(rows)</table></html>"
        let selectors = PageSelectors(item: "//tr", title: ".//a", link: ".//a/@href")
        let problem = PageProblem.layoutChanged(
            name: "link", expression: ".//a/@href", kind: .other, title: "Rulings")
        #expect(throws: problem) {
            try PageDocument(Array(table.utf8), selectors: selectors, base: "https://a.example/")
        }
    }

    @Test(
        "a page whose entries leave elements open is read to its end, and one without end says that it is not",
        arguments: [(600, false), (5_000, true)])
    func nesting(entries: Int, isTruncated: Bool) throws {
        let rows = (1...entries).map { "<div class='r'><a href='/r/\($0)'>Ruling \($0)</a>" }.joined()
        let page = try PageDocument(
            Array("<html><body>\(rows)</body></html>".utf8),
            selectors: PageSelectors(item: "//div[@class='r']", title: "a", link: "a/@href"),
            base: "https://a.example/")
        #expect(page.isTruncated == isTruncated)
        #expect(isTruncated ? page.items.count < entries : page.items.count == entries)
        #expect(page.warnings.first?.what.contains("nested too deeply") ?? false == isTruncated)
    }

    @Test(
        "Chinese pages are read in the encoding that meta, header or definition names",
        arguments: [
            ("<meta charset=gb2312>", nil, nil), ("", "text/html; charset=GBK", nil), ("", nil, "gbk"),
            ("<meta charset=utf-8>", nil, "gb18030"),
        ] as [(String, String?, String?)])
    func chinese(meta: String, contentType: String?, encoding: String?) throws {
        // 国家通知 in GBK.
        let bytes =
            Array("<html><head>\(meta)</head><body><ul><li><a href='/1'>".utf8) + [
                0xB9, 0xFA, 0xBC, 0xD2, 0xCD, 0xA8, 0xD6, 0xAA,
            ]
            + Array("</a></li></ul></body></html>".utf8)
        let page = try PageDocument(
            bytes, selectors: PageSelectors(item: "//li", title: ".//a", link: ".//a", encoding: encoding),
            base: "https://a.example/", contentType: contentType)
        #expect(page.items.map(\.title) == ["国家通知"])
    }

    @Test("UTF-8 stays UTF-8, whatever encoding the page's meta names, where HTTP says so")
    func headerWins() throws {
        let text = "<html><head><meta charset=gbk></head><body><ul><li><a href='/1'>通知</a></li></ul></body></html>"
        let page = try PageDocument(
            Array(text.utf8), selectors: PageSelectors(item: "//li", title: ".//a", link: ".//a"),
            base: "https://a.example/", contentType: "text/html; charset=utf-8")
        #expect(page.items.map(\.title) == ["通知"])
    }

    @Test(
        "a date pattern decides how digits are read, and cuts no number in two",
        arguments: [
            ("dd/MM/yyyy", "05/03/2024", "2024-03-05"), ("MM/dd/yyyy", "03/05/2024", "2024-03-05"),
            ("yyMMdd", "No. 240305", "2024-03-05"), ("yyyy/M/d", "2024/11/25", "2024-11-25"),
            ("yyyy/M/d", "2024/3/5", "2024-03-05"), ("d.M.yyyy", "15.10.2024", "2024-10-15"),
            ("ddyyyy-MM", "052024-03", "2024-03-05"), ("yyyyMMdd", "t20240305_1.htm", "2024-03-05"),
            ("dd.MM.yy", "05.03.2024", nil), ("d.M.yyyy", "115.10.2024", nil), ("yyyyMMdd", "1202403051", nil),
            (String(repeating: "y", count: 19), "9999999999999999999", nil),
        ] as [(String, String, String?)])
    func pattern(pattern: String, date: String, day: String?) {
        // Where no date at all can be read, the page is refused.
        let page = try? PageDocument(
            Array("<p><a href='/1'>One</a><i>\(date)</i></p>".utf8),
            selectors: PageSelectors(item: "//p", title: "a", link: "a/@href", date: "i", datePattern: pattern),
            base: "https://a.example/")
        #expect(page?.items.first?.published?.day.description == day)
    }

    @Test("an entry without a link is kept where it has a date, and the head of a table is none")
    func withoutLink() throws {
        let table = """
            <table><tr><td>Title</td><td>Date</td></tr><tr><td>Ruling to come</td><td>2024-03-06</td></tr>
            <tr><td><a href="/1">Ruling</a></td><td>2024-03-05</td></tr></table>
            """
        let selectors = PageSelectors(item: "//tr", title: "td[1]", link: "td[1]/a/@href", date: "td[2]")
        let page = try PageDocument(Array(table.utf8), selectors: selectors, base: "https://a.example/")
        #expect(page.items.map(\.title) == ["Ruling to come", "Ruling"])
        #expect(page.items.map(\.link) == [nil, "https://a.example/1"])
        #expect(page.warnings.contains { $0.what == "item 2: 'link' cannot be read" })
    }

    @Test("selectors are proposed from repeated links with dates, with what they yield")
    func proposal() throws {
        let proposals = try SelectorProposal.all(in: Array(Self.list.utf8), base: "https://a.example/")
        let best = try #require(proposals.first)
        #expect(
            best.preview.map(\.title) == [
                "First notice of the year", "Second notice of the year", "Third notice of the year",
            ])
        #expect(best.preview.first?.published?.day.description == "2024-03-05")
        #expect(best.reasons.contains("2 with a date"))
    }

    @Test("a list without a name is told from a menu by what is around it; a cut title is read in full")
    func besideMenu() throws {
        let page = """
            <html lang='fr'><body><div class='menu'><ul><li><a href='/'>Accueil</a></li><li><a href='/b'>Presse</a></li>
            <li><a href='/c'>Contact</a></li></ul></div><div class='avis'><ul>
            <li><a href='/1' title='Premier avis de la commission'>Premier avis…</a><i>05/03/2025</i></li>
            <li><a href='/2'>Deuxième avis</a><i>04/03/2025</i></li>
            <li><a href='/3'>Troisième avis</a><i>03/02/2025</i></li></ul></div></body></html>
            """
        let best = try #require(try SelectorProposal.all(in: Array(page.utf8), base: "https://a.example/").first)
        #expect(
            best.preview.map(\.title) == ["Premier avis de la commission", "Deuxième avis", "Troisième avis"])
        #expect(best.preview.first?.published?.day.description == "2025-03-05")
        #expect(best.language == "fr")
    }

    /// Lists as authorities write them, a row between strokes: `#` is a number, `@` its date, `%` the same with slashes.
    @Test(
        "dates and titles are found wherever a list has them",
        arguments: [
            "<table>|<tr><td>#</td><td><a href='/d/#'>Ruling number #</a></td><td>@</td></tr>|</table>",
            "<dl>|<dt>@</dt><dd><a href='/d/#'>Ruling number #</a></dd>|</dl>",
            "<dl>|<dt><a href='/d/#'>Ruling number #</a></dt><dd>Published @. Text</dd>|</dl>",
            "<table>|<tr class='a'><td>@</td><td>C-#</td></tr><tr class='b'><td><a href='/d/#'>Ruling number #</a></td></tr>|</table>",
            "<ul>|<li data-date='@'><a href='/d/#'>Ruling number #</a></li>|</ul>",
            "|<div class='e'><meta itemprop='datePublished' content='@'><a href='/d/#'>Ruling number #</a></div>|",
            "<ul>|<li><span title='@'>some days ago</span><a href='/d/#'>Ruling number #</a></li>|</ul>",
            "<ul>|<li><a href='/%/ruling-#'>Ruling number #</a></li>|</ul>",
            "|<div class='n'><h3>Ruling number #</h3><p>@</p><a href='/d/#'>Read more</a></div>|",
            "|<a class='card' href='/d/#'><span>@</span><h3>Ruling number #</h3><p>Text</p></a>|",
            "<table>|<tr><td>@</td><td>Ruling number #</td><td><a href='/d/#'>Text</a></td></tr>|</table>",
            "|<div class='n'><a href='/news'>News</a><h3><a href='/d/#'>Ruling number #</a></h3><p>@</p></div>|",
            "<ul>|<li class='n'><a href='/news'>News</a> <a href='/d/#'>Ruling number #</a> <i>@</i></li>|</ul>",
            "|<h3>@</h3><ul><li><a href='/d/#'>Ruling number #</a></li></ul>|",
            "<ul>|<li class='x'><b>1#</b><i>2026-05</i><a href='/d/#'>Ruling number #</a></li>|</ul>",
            "<div class='n'>|@ <a href='/d/#'>Ruling number #</a><br>|</div>",
            "<table>|<tr><td>#/2026</td><td><a href='/d/#'>Ruling number #</a></td><td>@</td><td><a href='/f/#'>Text</a></td></tr>|</table>",
        ])
    func proposals(form: String) throws {
        try propose(form, day: "2026-05-1#")
        try propose(form.replacing("'@'", with: "'2026-05-1#'"), day: "1# May 2026")
    }

    private func propose(_ form: String, day: String) throws {
        let parts = form.split(separator: "|", omittingEmptySubsequences: false)
        let rows = (2...5).map { number in
            parts[1].replacing("@", with: day).replacing("%", with: "2026/05/1#").replacing("#", with: "\(number)")
        }
        let menu = ["/", "/about", "/contact"].map { "<li><a href='\($0)'>Page at \($0)</a></li>" }.joined()
        let list = "<div class='menu'><ul>\(menu)</ul></div>" + parts[0] + rows.joined() + parts[2]
        let page = "<html><head><title>T</title></head><body>\(list)</body></html>"
        let best = try #require(try SelectorProposal.all(in: Array(page.utf8), base: "https://a.example/").first)
        #expect(best.preview.map(\.title) == (2...5).map { "Ruling number \($0)" }, "\(best.selectors)")
        #expect(Set(best.preview.map(\.link)).count == 4, "\(best.selectors)")
        #expect(
            best.preview.map { $0.published?.day.description } == (2...5).map { "2026-05-1\($0)" }, "\(best.selectors)")
    }

    @Test("the order of day and month is what the whole list shows")
    func order() throws {
        let rows = ["12/05/2026", "13/05/2026", "04/06/2026", "05/06/2026"].enumerated().map { number, day in
            "<tr><td>\(number)/2026</td><td><a href='/d/\(number)'>Ruling number \(number)</a></td><td>\(day)</td></tr>"
        }
        let page = "<html lang='en'><body><table>\(rows.joined())</table><a rel='next' href='?p=2'>2</a></body></html>"
        let best = try #require(try SelectorProposal.all(in: Array(page.utf8), base: "https://a.example/").first)
        let days = best.preview.map { $0.published?.day.description }
        #expect(days == ["2026-05-12", "2026-05-13", "2026-06-04", "2026-06-05"])
        #expect(best.selectors.datePattern == "d/M/yyyy")
        #expect(best.selectors.next == "//*[@rel='next']/@href")
    }

    @Test("a date that stands for several rows is that of each")
    func spanned() throws {
        let rows = (1...3).map { day in
            """
            <tr><td rowspan='2'>2026-05-1\(day)</td><td><a href='/a\(day)'>Ruling A\(day)</a></td></tr>
            <tr><td><a href='/b\(day)'>Ruling B\(day)</a></td></tr>
            """
        }
        let single = "<tr><td>2026-05-20</td><td><a href='/c'>Ruling C</a></td></tr>"
        let page = "<html><body><table>\(rows.joined())\(single)</table></body></html>"
        let best = try #require(try SelectorProposal.all(in: Array(page.utf8), base: "https://a.example/").first)
        let days = best.preview.map { $0.published?.day.description ?? "" }
        #expect(days.map { $0.suffix(2) } == ["11", "11", "12", "12", "13", "13", "20"], "\(best.selectors)")
    }

    @Test("a page that repeats nothing gets no proposal")
    func noProposal() throws {
        #expect(try SelectorProposal.all(in: Array("<p>Nothing here</p>".utf8), base: "https://a.example/").isEmpty)
    }

    @Test(
        "robots.txt: the longest rule decides, for the group that names the agent",
        arguments: [
            ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true),
            ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false),
            ("User-agent: *\nDisallow: /\n\nUser-agent: lexwatch\nDisallow: /x", "/y", true),
            ("User-agent: *\nDisallow:", "/y", true), ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false),
            ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true), ("User-agent: other\nDisallow: /", "/a", true),
            ("User-agent: *\r\nDisallow: /%7Ea", "/~a/b", false), ("", "/a", true),
            ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true), ("User-agent: *\nDisallow: /", "/robots.txt", true),
            ("User-agent: a\nUser-agent: Lexwatch/1 # us\nDisallow: /q", "/q", false),
        ])
    func robots(text: String, path: String, allowed: Bool) {
        #expect(RobotsRules(Array(text.utf8)).allows(path, agent: "lexwatch") == allowed)
    }

    @Test("robots.txt may ask for a pause")
    func delay() {
        let rules = RobotsRules(Array("User-agent: *\nCrawl-delay: 2.5".utf8))
        #expect(rules.crawlDelay(agent: "lexwatch") == 3)
    }
}
