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
}
