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

    @Test(
        "notices of rights, what blogs put below a text, and datelines are none of its words",
        arguments: [
            ("en", "A tax rises. © 2026 Example Media. All rights reserved.", "A tax rises. © 2026 Example Media. ."),
            ("en", "A tax rises. The post A tax appeared first on Copyright Blog.", "A tax rises. The post A tax "),
            ("en", "LONDON, March 12, 2026 (Reuters) - A tax rises.", "A tax rises."),
            ("en", "(AP) — A tax rises.", "A tax rises."), ("ko", "(서울=연합뉴스) 세율이 오른다.", "세율이 오른다."),
            ("ja", "【ワシントン共同】税率が上がる。", "税率が上がる。"),
            ("zh-Hans", "税率上调。版权所有 © 2026 未经许可不得转载。", "税率上调。 © 2026 。"),
            ("it", "Aumenta la tassa. Iscriviti alla newsletter.", "Aumenta la tassa. ."),
        ])
    func notices(language: String, text: String, expected: String) throws {
        #expect(try own(text, language) == expected)
    }

    @Test(
        "words of a sentence are no notice and no dateline",
        arguments: [
            ("en", "The court held that the words “all rights reserved” opt a site out of training."),
            ("en", "The song first appeared on a platform of the firm, long before anybody had made a model of it."),
            ("zh-Hans", "版权所有者起诉人工智能公司。"), ("en", "A judge ruled (Reuters reports) that training is fair."),
            ("en", "The suit of Thomson Reuters (Reuters below) was decided."),
        ])
    func noNotice(language: String, text: String) throws { #expect(try own(text, language) == text) }

    @Test(
        "the publisher's name behind a title is no word of it",
        arguments: [
            ("Tax rises | Law Gazette", "", "Tax rises"), ("Tax rises - Reuters", "", "Tax rises"),
            ("Tax rises – Example Copyright Office", "Example Copyright Office", "Tax rises"),
            ("Tax rises – Copyright Office", "Example Copyright Office", nil), ("Tax rises | Signed Act", "", nil),
            ("Law Gazette", "", nil), ("Gazette", "Gazette", nil), ("Reuters v. Ross - training", "", nil),
        ])
    func publisher(title: String, publisher: String, expected: String?) throws {
        let vocabulary = try Self.vocabulary.get()
        let labels = vocabulary.labels(in: vocabulary.read(NormalText([(.title, title)]), language: .english))
        #expect(OwnText.title(title, labels: labels.map(\.label), publisher: publisher) == expected)
    }

    @Test(
        "a title that the text repeats is told once",
        arguments: [
            ("The tax on books rises again", "The tax on books rises again. It is due.", "It is due."),
            ("The tax on books rises again", "The tax on books rises again", ""),
            ("The tax on books rises again", "The tax on books rises against all advice.", nil),
            ("The tax rises", "The tax rises. It is due.", nil),
        ])
    func repeated(title: String, summary: String, expected: String?) {
        #expect(OwnText.withoutTitle(summary, title) == expected)
    }

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
