import Model
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

    @Test("words that stand twice in a passage are told once")
    func proofOnce() {
        let twice = [0, 40].map { offset in
            Evidence(
                rule: "instrument: ruling", words: "held that", field: .title, offset: offset,
                context: "held that it is, and held that it was")
        }
        let lines = FindingsText.proof(twice, width: 120).map { $0.drop { $0 == " " } }
        #expect(
            lines == ["“held that” is instrument: ruling, in title: “held that it is, and held that it was”"])
    }

    @Test("words of one passage stand beside it, each with what it is taken for, and every word is told")
    func proof() {
        let passage = "a court on the training of models"
        func words(_ words: String, _ rule: String, in field: Evidence.Field = .title, _ context: String) -> Evidence {
            Evidence(rule: rule, words: words, field: field, offset: 0, context: context)
        }
        let lines = FindingsText.proof(
            [
                words("training", "training", passage), words("fined", "enforcement", in: .summary, "was fined"),
                words("court", "lawsuit", passage), words("elsewhere", "lost", "cut off"),
                words("Court of X", "source", in: .source, ""),
            ], width: 120
        ).map { $0.drop { $0 == " " } }
        #expect(
            lines == [
                "“training” is training, “court” is lawsuit, in title: “\(passage)”",
                "“fined” is enforcement, in summary: “was fined”", "“elsewhere” is lost, in title: “cut off”",
                "“Court of X” is source, in the source",
            ])
    }
}
