import Syndication
import Testing

@Suite("Discovery")
struct DiscoveryTests {
    @Test("declared feeds come before linked ones, and those before customary paths; each address once")
    func order() {
        let page = """
            <html><head><link rel="stylesheet" type="text/css" href="/s.css">
            <link rel="Alternate" type="application/atom+xml" title="News" href="/news.atom">
            <link rel="alternate" hreflang="de" href="/de/"></head>
            <body><a href="/press/feed/">All</a> <a href="/about">About</a> <a href="/news.atom">again</a>
            <a href="/x?y=1">RSS</a></body></html>
            """
        let found = FeedCandidate.all(in: Array(page.utf8), base: "https://a.example/start")
        #expect(
            found.prefix(3).map(\.url) == [
                "https://a.example/news.atom", "https://a.example/press/feed/", "https://a.example/x?y=1",
            ])
        #expect(found.prefix(4).map(\.reason) == [.declared, .linked, .linked, .customary])
        #expect(found.first?.title == "News")
        #expect(found.contains { $0.url == "https://a.example/feed.json" })
    }

    @Test(
        "links that look like feeds",
        arguments: [
            "<a href='/x/rss.xml'>x</a>", "<a href='/x.atom?y=1'>x</a>", "<a href='/feeds/all'>x</a>",
            "<a href='/?feed=rss2'>x</a>", "<a href='/abc'>RSS feed</a>", "<a href='/abc'>Atom</a>",
            "<link rel='alternate' type='application/feed+json' href='/f'>",
            "<link rel='ALTERNATE' type='Application/RSS+XML; charset=utf-8' href='/f'>", "<link rel='feed' href='/f'>",
        ])
    func alike(element: String) {
        let found = FeedCandidate.all(
            in: Array("<html><body>\(element)</body></html>".utf8), base: "https://a.example/")
        #expect(found.first?.reason != .customary, "\(found)")
    }

    @Test(
        "links that do not",
        arguments: [
            "<a href='/feedback'>Feedback</a>", "<a href='javascript:rss()'>RSS</a>",
            "<a href='mailto:rss@a.example'>RSS</a>",
            "<link rel='stylesheet' href='/rss.css'>", "<link rel='alternate' hreflang='fr' href='/fr/'>",
        ])
    func unlike(element: String) {
        let found = FeedCandidate.all(
            in: Array("<html><body>\(element)</body></html>".utf8), base: "https://a.example/")
        #expect(found.allSatisfy { $0.reason == .customary }, "\(found)")
    }

    @Test("the page's own base counts, and what is no page still has customary paths")
    func bases() {
        let page = "<html><head><base href='https://b.example/x/'></head><body><a href='feed/'>x</a></body></html>"
        #expect(
            FeedCandidate.all(in: Array(page.utf8), base: "https://a.example/").first?.url
                == "https://b.example/x/feed/")
        let none = FeedCandidate.all(in: [0, 1, 2], base: "https://a.example/deep/page")
        #expect(none.first?.url == "https://a.example/feed")
    }

    @Test("a page about feeds leads to documents of XML that no name tells")
    func index() {
        let page = Array("<html><body><a href='/news.xml'>News</a><a href='/about.html'>About</a></body></html>".utf8)
        #expect(
            FeedCandidate.listed(in: page, base: "https://a.example/rss").map(\.url) == ["https://a.example/news.xml"])
    }

    @Test(
        "a page whose list stands elsewhere is told as what it is",
        arguments: [
            ("<html><frameset><frame src='/menu'><frame src='/list'></frameset></html>", "frames (2 in all)"),
            ("<html><body><iframe src='/list'></iframe></body></html>", "frames"),
            ("<?xml version='1.0'?><urlset><url><loc>https://a.example/</loc></url></urlset>", "a sitemap"),
            (
                "<html><body><script type='text/xml'><datastore><recordset></recordset></datastore></script></body></html>",
                "store of data"
            ),
            (
                "<html><body><script id='__NEXT_DATA__' type='application/json'>{}</script></body></html>",
                "data of a script (__NEXT_DATA__)"
            ),
            ("<html><body><script>window.__INITIAL_STATE__={}</script></body></html>", "(__INITIAL_STATE__)"),
            (
                "<html><head><script type='application/ld+json'>{\"@type\":\"ItemList\"}</script></head></html>",
                "JSON-LD"
            ),
            (
                "<html><body><script>document.write(\"<a href='/1'>One</a>\")</script></body></html>", "script writes"
            ),
            ("<html><body><div id='app'></div><script src='/app.js'></script></body></html>", "a script makes"),
            ("<html><body><p>Welcome</p></body></html>", nil),
        ] as [(String, String?)])
    func hidden(page: String, words: String?) {
        let found = HiddenList.find(in: Array(page.utf8), base: "https://a.example/")
        #expect(words.map { found?.what.contains($0) == true } ?? (found == nil), "\(String(describing: found))")
    }
}
