import Model
import Testing
import Watch

@Suite("Texts that are explained") struct ExplainedTextTests {
    @Test(
        "have their first line as their title, and the next where the end of a line breaks a word",
        arguments: [
            ("Court decides\nThe text.\nMore.", "Court decides", "\nThe text.\nMore."),
            ("\r\nCourt decides\r\nThe text.", "\r\nCourt decides", "\r\nThe text."),
            (
                "Court on arti-\nficial intelli-\ngence\nThe text.", "Court on arti-\nficial intelli-\ngence",
                "\nThe text."
            ),
            ("Court decides -\nThe text.", "Court decides -", "\nThe text."), ("Court on arti-", "Court on arti-", ""),
            ("", "", ""),
        ])
    func parts(words: String, title: String, summary: String) {
        let text = ExplainedText(words, language: .english, scope: .general)
        #expect(text.title == title && text.summary == summary)
    }
}
