import Testing

@testable import Watch

@Suite("A policy that is a page") struct HeadedTextTests {
    @Test(
        "has a line for each block, and its headings marked",
        arguments: [
            (
                "<h1>Rules</h1><h2 id='x'>3.2 Prompts</h2><p>See <b>C-1/26</b>.</p>",
                "## Rules\n\n## 3.2 Prompts\n\nSee C-1/26."
            ),
            ("<H2>4 <em>Labels</em></H2>text", "## 4 Labels\n\ntext"),
            ("<head><title>t</title></head><body><script>'<p>no'</script>yes</body>", "yes"),
            ("<style>h2 { }", ""), ("<p title='a>b'>x", "x"), ("a < b & c", "a < b & c"), ("<", "<"), ("", ""),
            ("<ul><li>one<li>two</ul>", "one\n\ntwo"), ("<h2>open", "## open"), ("<script", ""),
            ("<p title=\"it>goes on</p>", "goes on"),
        ])
    func lines(markup: String, text: String) {
        #expect(HeadedText.of(markup) == text)
    }
}
