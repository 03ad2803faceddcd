import Model
import Testing

@Suite("Text that a form shows and never obeys") struct EscapingTests {
    @Test(
        "HTML is escaped scalar by scalar",
        arguments: [
            ("<script>'\"&", "&lt;script&gt;&#39;&quot;&amp;"), ("\"\u{301}", "&quot;\u{301}"),
            ("<\u{338}", "&lt;\u{338}"), ("漢字", "漢字"),
        ])
    func html(text: String, escaped: String) {
        #expect(Escaping.markup(text).unicodeScalars.elementsEqual(escaped.unicodeScalars))
    }

    @Test(
        "Markdown is escaped, also where a text begins like a list or a link",
        arguments: [
            ("[a](b)", "\\[a\\](b)"), ("a|b", "a\\|b"), ("*b* _i_ `c` ~s~", "\\*b\\* \\_i\\_ \\`c\\` \\~s\\~"),
            ("&lt;", "\\&lt;"), ("\\", "\\\\"), ("# x", "\\# x"), ("|\u{301}", "\\|\u{301}"), ("- x", "\\- x"),
            ("12. x", "12\\. x"), ("2026-06-01", "2026-06-01"), ("https://a.example", "https\\://a.example"),
        ])
    func markdown(text: String, escaped: String) {
        #expect(Escaping.markdown(text).unicodeScalars.elementsEqual(escaped.unicodeScalars))
    }

    @Test(
        "a line has no break, no control and no override in it",
        arguments: [("a\r\nb\u{2028}c\u{B}d", "a b c d"), ("a\u{202E}b\u{1B}[31m", "ab [31m"), ("  a  b ", "a b")])
    func line(text: String, plain: String) {
        #expect(Plain.line(text).unicodeScalars.elementsEqual(plain.unicodeScalars))
    }
}
