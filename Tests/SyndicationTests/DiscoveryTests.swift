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
}
