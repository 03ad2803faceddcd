import Model
import Testing

@Suite("Columns of text") struct DisplayWidthTests {
    @Test(
        "two for full squares and emoji, none for marks, one for everything else",
        arguments: [
            ("plain", 5), ("", 0), ("é", 1), ("e\u{301}", 1), ("人工智能", 8), ("ＡＩ", 4), ("ｱｲ", 2), ("한국", 4), ("「」", 4),
            ("🤖", 2), ("🚫", 2), ("☺", 1), ("™", 1), ("a\u{200B}b", 2), ("ﷺ", 1), ("𠀀", 2), ("か\u{3099}", 2),
            ("は\u{309A}", 2),
            ("가\u{302E}", 2), ("字\u{302A}", 2), ("ゎゖ゛", 6),
        ])
    func columns(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }
}
