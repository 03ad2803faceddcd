import Syndication
import Testing

@Suite("Plain text out of markup")
struct PlainTextTests {
    @Test(
        "markup becomes text",
        arguments: [
            ("", ""), ("plain", "plain"), ("<p>a</p><p>b</p>", "a b"), ("a<b>b</b>c", "abc"), ("a<br/>b", "a b"),
            ("<script>x</script>a", "a"), ("<STYLE>x</STYLE>a", "a"), ("a<!-- x > y -->b", "ab"),
            ("<a href='x>y'>l</a>", "l"),
            ("a < b", "a < b"), ("a <b", "a <b"), ("1<2", "1<2"), ("<", "<"), ("<>", "<>"), ("a</", "a</"),
            ("&lt;b&gt;", "<b>"), ("&amp;lt;", "&lt;"), ("&nbsp;a&nbsp;", "a"), ("AT&T", "AT&T"), ("&copy 1", "© 1"),
            ("?a=1&copy=2", "?a=1&copy=2"), ("&#65;&#x42;&#x43", "ABC"), ("&#146;", "’"), ("&#0;", "\u{FFFD}"),
            ("&#xD800;", "\u{FFFD}"), ("&#99999999999;", "\u{FFFD}"), ("&nosuch;", "&nosuch;"), ("&;", "&;"),
            ("&#;", "&#;"),
            ("&NotEqualTilde;", "\u{2242}\u{338}"), ("<![CDATA[x", "x"),
            ("<table><tr><td>a<td>b</table>", "a b"),
        ])
    func reads(markup: String, text: String) { #expect(PlainText.from(markup: markup) == text) }

    @Test(
        "nothing is left that steers a terminal or turns text around",
        arguments: [
            ("a\u{1B}[31mb", "a[31mb"), ("a\u{0}b", "ab"), ("a\r\nb", "a b"), ("a\u{202E}b\u{202C}", "ab"),
            ("\u{2066}a\u{2069}", "a"), ("a\u{9B}31mb", "a31mb"), ("a\u{FEFF}b", "ab"), ("a\u{E0041}b", "ab"),
            ("a\u{7F}b", "ab"), ("a\u{2028}b", "a b"), ("a\u{3000}b", "a b"), ("e\u{301}", "e\u{301}"), ("👩‍⚖️", "👩‍⚖️"),
        ])
    func cleans(raw: String, text: String) {
        #expect(PlainText.clean(raw) == text)
        #expect(PlainText.from(markup: raw) == text)
    }

    @Test("white space collapses", arguments: [(" a \t b\n\nc ", "a b c"), ("\n", ""), ("a\u{A0}\u{A0}b", "a b")])
    func spaces(raw: String, text: String) { #expect(PlainText.clean(raw) == text) }
}
