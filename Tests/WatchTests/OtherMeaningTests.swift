import Model
import Testing

@testable import Tagging
@testable import Watch

/// What has the words of a topic and is none, by the words and topics that the program comes with.
@Suite("What only sounds like law on AI") struct OtherMeaningTests {
    private static let tools = Result {
        try TaggingTools(topics: "\(Installation.data)/topics.yaml", vocabulary: "\(Installation.data)/vocabulary")
    }

    private func topics(_ title: String, _ summary: String, _ language: String) throws -> [String] {
        let place = try Installation(at: "2026-07-01")
        let source = try #require(try place.workspace.catalogue(place.workspace.settings()).first)
        let text = ItemText(title: title, summary: summary, language: Language(language))
        return try Self.tools.get().findings(in: text, from: source).topics.map(\.topic.rawValue).sorted()
    }

    @Test(
        "votes are no voices",
        arguments: [
            ("en", "AI bill passes on a voice vote"), ("fr", "Loi IA adoptée par 120 voix"),
            ("es", "Ley de inteligencia artificial aprobada por 120 votos; voz y voto"),
            ("it", "Legge sull’intelligenza artificiale approvata con 120 voti; la voce dell’opposizione"),
            ("nl", "AI-wet aangenomen met algemene stemmen"),
            ("pl", "Sejm uchwalił ustawę o sztucznej inteligencji większością głosów"),
            ("pl", "Głośna ustawa o sztucznej inteligencji przyjęta"),
            ("cs", "Sněmovna schválila zákon o AI 120 hlasy"),
            ("ru", "Госдума 400 голосами приняла закон об искусственном интеллекте"),
        ])
    func votes(language: String, title: String) throws {
        #expect(try topics(title, "", language) == ["ai-governance"])
    }

    @Test(
        "voices are heard where a law is about them",
        arguments: [
            ("fr", "Loi sur l’IA : la voix des comédiens protégée contre le clonage"),
            ("pl", "Ustawa o AI chroni głos aktora przed klonowaniem"), ("cs", "Zákon o AI chrání hlas herce"),
        ])
    func voices(language: String, title: String) throws {
        #expect(try topics(title, "", language).contains("deepfakes-likeness"))
    }

    @Test(
        "the bird flu, verbs, prepositions and pilots are no AI",
        arguments: [
            ("ko", "조류인플루엔자(AI) 방역 위반 농장에 과태료", "AI 방역 수칙 위반 농장에 과태료를 부과했다."),
            ("ja", "高病原性鳥インフルエンザ（AI）対策指針の改正", "AI発生農場への移動制限の指針を改正した。"),
            ("zh-Hans", "农业农村部发布禽流感（AI）防控条例修订", "AI疫情处置条例。"),
            ("fr", "« J’AI VU MES PHOTOS VOLÉES » : LE TRIBUNAL CONDAMNE POUR CONTREFAÇON", "Droits d’auteur."),
            ("it", "AI SENSI DELL’ART. 70 L. AUT.: LA CASSAZIONE SUL DIRITTO DI CITAZIONE", ""),
            ("it", "Danni AI consumatori: il tribunale condanna la piattaforma", "Diffamazione."),
        ])
    func others(language: String, title: String, summary: String) throws {
        #expect(try topics(title, summary, language).isEmpty)
    }

    @Test(
        "posts for lawyers and their moves are no law",
        arguments: [
            ("en", "Senior Counsel, Generative AI", "Lead copyright litigation over training data. Apply now."),
            ("en", "Partner moves: AI litigation partner joins firm", "She represented authors in Bartz v. Anthropic."),
            ("es", "Oferta de empleo: abogado especialista en IA", "Asesorarás sobre el Reglamento de IA."),
            ("ja", "【採用】AI・知財法務（弁護士）", "AI事業者ガイドラインに関する助言業務。"),
            ("ko", "[채용] AI 법무 담당 변호사 모집", "인공지능기본법, 개인정보 보호 자문. 지원 마감 3월 31일"),
            ("zh-Hans", "招聘：AI合规法务（北京）", "岗位职责：算法备案。应聘截止3月31日。"),
        ])
    func posts(language: String, title: String, summary: String) throws {
        #expect(try topics(title, summary, language).isEmpty)
    }

    @Test(
        "what a maker says of a product is no statement on the law that it keeps",
        arguments: [
            ("en", "OpenAI releases GPT-6", "It complies with the EU AI Act, the company says."),
            ("en", "Acme launches AI Act compliance tool", "It checks high-risk obligations. Book a demo."),
            ("de", "Aleph Alpha stellt neues Sprachmodell vor", "Es ist DSGVO-konform und erfüllt die KI-Verordnung."),
            ("fr", "Mistral lance un nouveau modèle", "Conforme au RGPD et au règlement IA."),
            ("ja", "NTT、新LLMを発表", "AI事業者ガイドラインに準拠。"),
        ])
    func products(language: String, title: String, summary: String) throws {
        #expect(try topics(title, summary, language).isEmpty)
    }

    @Test("what an authority publishes on keeping a law is law")
    func authority() throws {
        let title = "European Commission launches guidelines on the AI Act"
        #expect(try topics(title, "A provider complies with the AI Act if …", "en").contains("ai-governance"))
    }
}
