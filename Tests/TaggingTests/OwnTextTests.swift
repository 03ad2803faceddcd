import Model
import Testing

@testable import Tagging

/// What stands beside an item's own words, by the labels of the program.
@Suite("An item's own words") struct OwnTextTests {
    private static let vocabulary = Result { Vocabulary(facts: try .ofTheProgram()) }

    private func own(_ text: String, _ language: String, _ paragraphs: [Paragraph] = []) throws -> String {
        let vocabulary = try Self.vocabulary.get()
        let reading = vocabulary.read(NormalText([(.summary, text)]), language: Language(language))
        let labels = vocabulary.labels(in: reading).map(\.label)
        return OwnText.of(text, labels: labels, paragraphs: paragraphs) ?? text
    }

    @Test(
        "tags and links behind a label are no words of the item",
        arguments: [
            ("en", "A caller was fined. Related: AI and data protection guidance.", "A caller was fined. "),
            ("en", "An opinion. Topics: Artificial intelligence; Cookies; BCR.", "An opinion. "),
            ("en", "Topics: Artificial intelligence; Cookies; BCR.", ""),
            ("en", "Related: AI guidance. The fine is due.", " The fine is due."),
            ("de", "Die Steuer steigt. Lesen Sie auch: KI-Verordnung in Kraft", "Die Steuer steigt. "),
            ("fr", "La taxe augmente. Lire aussi : l’IA devant le juge", "La taxe augmente. "),
            ("es", "Sube el impuesto. Véase también: guía de IA", "Sube el impuesto. "),
            ("it", "Aumenta la tassa. Leggi anche: IA e diritto d’autore", "Aumenta la tassa. "),
            ("pt", "Sobe o imposto. Leia também: IA e direitos autorais", "Sobe o imposto. "),
            ("nl", "De belasting stijgt. Lees ook: AI en auteursrecht", "De belasting stijgt. "),
            ("pl", "Podatek rośnie. Czytaj też: AI a prawo autorskie", "Podatek rośnie. "),
            ("ru", "Налог растет. Читайте также: ИИ и авторское право", "Налог растет. "),
            ("zh-Hans", "税率上调。相关阅读：生成式人工智能服务管理办法", "税率上调。"),
            ("ja", "税率が上がる。関連記事：生成AIと著作権", "税率が上がる。"),
            ("ko", "세율이 오른다. 관련기사 생성형 AI와 저작권", "세율이 오른다. "),
        ])
    func labels(language: String, text: String, expected: String) throws {
        #expect(try own(text, language) == expected)
    }

    @Test(
        "what only looks like a label cuts nothing",
        arguments: [
            "Topics: this decision concerns the training of models on books, and what fair use allows.",
            "The ruling on related topics: training and fair use.", "See also the AI Act, which binds from August.",
            "Related parties must disclose training data.", "The court read also the guidance on AI.",
        ])
    func prose(text: String) throws { #expect(try own(text, "en") == text) }

    @Test("where markup tells paragraphs a label reaches to the end of its own, or of the list behind it")
    func paragraphs() throws {
        let paragraphs = [
            Paragraph("Notice."), Paragraph("Tags: AI, training data"),
            Paragraph("The court held that training is fair."),
            Paragraph("Related"), Paragraph("AI Act guidance", isEntry: true),
            Paragraph("Suit over lyrics", isEntry: true),
            Paragraph("Share this", isAside: true), Paragraph("An appeal lies."),
        ]
        let text = paragraphs.map(\.text).joined(separator: " ")
        let own = try own(text, "en", paragraphs).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(own == "Notice. The court held that training is fair. An appeal lies.")
    }

    @Test(
        "the item's own number counts where markup sets it aside, other numbers there do not",
        arguments: [
            ("en", "Case No. 3:24-cv-05417", true), ("de", "Aktenzeichen: 5 U 104/24", true),
            ("zh", "案号：（2026）京0491民初9988号", true), ("en", "Ruling in Case No. 3:24-cv-05417 appealed", false),
            ("en", "Judgment in C-250/25", false), ("en", "Related: Case No. 3:24-cv-05417", false),
        ])
    func ownNumber(language: String, aside: String, counts: Bool) throws {
        let paragraphs = [Paragraph("Notice."), Paragraph(aside, isAside: true)]
        let own = try own("Notice. \(aside)", language, paragraphs)
        #expect(own.contains(aside) == counts, "\(own)")
    }
}
