import Model
import Syndication
import Testing

@Suite("Paragraphs of markup") struct ParagraphTests {
    private static let markups = [
        "<p>a</p><p>b</p>", "a<br>b <b>c</b>", "<ul><li>a</li><li>b</li></ul>c",
        "<div class='related'>a<div>b</div>c</div>d",
        "<nav>a</nav>b<footer>c</footer>", "<p>&lt;a&gt; &amp; b</p>", "<aside>a", "a\u{3000}<p> b</p> ", "<p></p>",
    ]

    @Test("they are the text that the markup gives, in parts", arguments: markups)
    func areTheText(markup: String) {
        #expect(
            PlainText.paragraphs(of: markup).map(\.text).joined(separator: " ") == PlainText.from(markup: markup))
    }

    @Test(
        "what markup sets aside is told",
        arguments: [
            ("<p>a</p><aside><p>b</p></aside><p>c</p>", ["b"]),
            ("a<div class=\"related\">b<div>c</div>d</div>e", ["b", "c", "d"]),
            ("a<ul class='post-tags'><li>b</ul>c", ["b"]), ("a<div id=related-posts>b</div>", ["b"]),
            ("a<DIV CLASS='x Share-Buttons'>b</DIV>", ["b"]), ("a<nav>b</nav>", ["b"]),
            // Words that go on, inline elements, and what nothing ends.
            ("<article class='post tag-ai'>a</article>", []), ("a<span class='related'>b</span>", []),
            ("<div class='unrelated'>a</div>", []), ("a<footer>b", []), ("<div data-class='related'>a</div>", []),
            ("<div title='class related'>a</div>", []),
        ])
    func asides(markup: String, expected: [String]) {
        #expect(PlainText.paragraphs(of: markup).filter(\.isAside).map(\.text) == expected)
    }

    @Test("text without markup has none")
    func plain() { #expect(PlainText.paragraphs(of: "a & b").isEmpty) }
}
