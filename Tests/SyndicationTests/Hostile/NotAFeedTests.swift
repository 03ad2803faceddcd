import Syndication
import Testing

@Suite("What is not a feed is named")
struct NotAFeedTests {
    @Test(
        "documents that are no feed",
        arguments: [
            ("", NotAFeed.empty), (" \n\t ", .empty), ("just text", .notXML), ("%PDF-1.7", .binary),
            ("<html><head><title>Sign in</title></head></html>", .webPage(kind: .login, title: "Sign in")),
            ("<!DOCTYPE html><html><title>404 Not Found</title>", .webPage(kind: .error, title: "404 Not Found")),
            ("<html><title>系统维护中</title>", .webPage(kind: .error, title: "系统维护中")),
            ("<html><title>著作权的维护</title>", .webPage(kind: .other, title: "著作权的维护")),
            ("<HTML><TITLE>Document moved</TITLE>", .webPage(kind: .moved, title: "Document moved")),
            ("<html><title>Just a moment...</title>", .webPage(kind: .challenge, title: "Just a moment...")),
            ("<html><form><input type=\"password\"></form></html>", .webPage(kind: .login, title: nil)),
            ("<html><title>News &amp; &lt;b&gt;views</title>", .webPage(kind: .other, title: "News & <b>views")),
            (
                "<html><META HTTP-EQUIV='Refresh' CONTENT='0;URL=/feed.xml'><title>Court</title>",
                .webPage(kind: .moved, title: "Court, which leads to /feed.xml")
            ),
            (
                "<html><meta http-equiv=refresh content=\"0; url='https://a.example/?a=1&amp;b=2'\">",
                .webPage(kind: .moved, title: "which leads to https://a.example/?a=1&b=2")
            ),
            ("<html><meta http-equiv=\"refresh\" content=\"300\">", .webPage(kind: .moved, title: nil)),
            ("<html><meta http-equiv=\"content-type\" content=\"text/html\">", .webPage(kind: .other, title: nil)),
            ("<sitemap><url/></sitemap>", .unknownRoot("sitemap")), ("<opml><body/></opml>", .unknownRoot("opml")),
            ("{\"a\": 1}", .otherJSON), ("[1, 2]", .otherJSON),
            ("{\"a\": \n", .malformed(line: 2, reason: "the text ends too early")),
        ])
    func refuses(text: String, reason: NotAFeed) {
        #expect(throws: reason) { try feed(text) }
    }

    @Test(
        "each reason explains itself in one line",
        arguments: [
            NotAFeed.empty, .webPage(kind: .login, title: "x"), .webPage(kind: .error, title: nil),
            .webPage(kind: .moved, title: nil), .webPage(kind: .challenge, title: nil),
            .webPage(kind: .other, title: nil),
            .notXML, .malformed(line: 3, reason: "r"), .unknownRoot("x"), .otherJSON, .tooDeep(limit: 5),
            .tooLarge(limit: 5), .binary,
        ])
    func words(reason: NotAFeed) {
        #expect(reason.description.utf8.count > 15)
        #expect(!reason.description.contains("\n"))
    }

    @Test("words are exact where people will search for them")
    func exactWords() {
        #expect(NotAFeed.webPage(kind: .login, title: "Hi").description == "a login page came instead of a feed: Hi")
        #expect(NotAFeed.unknownRoot("opml").description == "the root element <opml> is not one of a feed")
    }

    @Test("a refusal as JSON")
    func json() {
        let report = InspectReport(error: "a \"quoted\"\n\u{1B}word\\")
        #expect(String(decoding: report.json, as: UTF8.self) == #"{"error":"a \"quoted\"\n\u001bword\\"}"#)
    }
}
