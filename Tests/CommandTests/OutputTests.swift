import Testing

@testable import lexwatch

@Suite("What a terminal shows") struct OutputTests {
    @Test("the further lines of an entry stand further in, and none is wider than the terminal")
    func entries() {
        let lines = Output.entry("20  due 2026-12-12  Regulation on 人工智能生成合成内容标识办法 and more", width: 30)
        #expect(
            lines == """
                  20  due 2026-12-12
                      Regulation on 人工智能生
                      成合成内容标识办法 and
                      more
                """)
    }
}
