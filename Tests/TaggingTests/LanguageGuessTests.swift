import Model
import Testing

@testable import Tagging

@Suite("Languages told by script and small words")
struct LanguageGuessTests {
    private func guess(_ text: String, declared: String? = nil) -> String? {
        LanguageGuess.language(of: [text], declared: declared.map { Language($0) })?.rawValue
    }

    @Test(
        "a text of which nobody tells the language is recognised",
        arguments: [
            ("The court of appeal has dismissed the claim", "en"), ("法院判决被告停止侵权并赔偿损失", "zh-Hans"),
            ("法院判決被告應賠償損害，並公開道歉", "zh-Hant"), ("東京地裁は請求を棄却した", "ja"), ("법원은 원고의 청구를 기각했다", "ko"),
            ("Суд отклонил иск издательства", "ru"), ("رفضت المحكمة الدعوى", "ar"),
            ("Das Gericht hat die Klage mit Urteil vom Freitag abgewiesen", "de"),
            ("La cour rejette les demandes du syndicat et des auteurs", "fr"),
            ("El tribunal desestima la demanda de los autores por falta de pruebas", "es"),
            ("Il giudice rigetta la domanda degli autori per difetto di prova della copia", "it"),
            ("O tribunal rejeita a ação dos autores por falta de provas, não do dano", "pt"),
            ("De rechter wijst het verzoek van de uitgevers af en dat is niet nieuw", "nl"),
            ("Sąd oddalił powództwo, ponieważ nie jest jasne, że doszło do naruszenia przez pozwanego", "pl"),
            ("Soud zamítl žalobu, protože se neprokázalo, že je dílo podle zákona chráněno", "cs"),
            ("OpenAI、ChatGPTを提訴された", "ja"), ("OpenAI发布GPT-5", "zh-Hans"),
        ])
    func undeclared(text: String, expected: String) { #expect(guess(text) == expected) }

    @Test(
        "a declared language gives way only to another script, or where the text has hardly one of its small words",
        arguments: [
            ("Kommission nimmt Leitlinien zu Systemen an, Leitlinien zu Artikel 6 der Verordnung", "en", "de"),
            ("Bußgeld gegen Betreiber von KI-Gesichtserkennung", "en", "de"),
            ("La CNIL sanctionne un éditeur d’IA", "en", "fr"), ("La CNIL sanctionne un éditeur d’IA", "de", "fr"),
            ("Sanzione del Garante a un chatbot IA: dati trattati senza base giuridica", "en", "it"),
            ("Kara za trenowanie AI na danych osobowych", "en", "pl"),
            ("Rechter verbiedt AI-training met nieuwsartikelen zonder licentie", "en", "nl"),
            ("Multa por deepfake con IA", "en", "es"), ("Le Monde, La Stampa sign AI deals", "en", "en"),
            ("Los Angeles, El Paso ban AI cameras", "en", "en"), ("Rio de Janeiro court fines X", "en", "en"),
            ("Court: Müller v. OpenAI dismissed", "en", "en"), ("Dupré et al v. Suno", "en", "en"),
            (
                "Leitfaden zum Einsatz in der Kanzlei: was das Berufsrecht in Fragen nach der Schulung verlangt", "en",
                "de"
            ),
            ("Vier modellen noemden in ruim de helft van de gevallen over en weer een partij op", "en", "nl"),
            ("The court was told of the claim for damages and the reply", "it", "en"),
            ("CEOs met regulators", "en", "en"), ("Was in an opinion: der Fall", "en", "en"),
            ("Proyecto de ley de algoritmos: debate", "es", "es"),
            ("Resolução de 3 de março: algoritmos", "pt", "pt"), ("Projet de loi de régulation", "fr", "fr"),
            ("KI in Kliniken in Bayern: Leitlinien", "de", "de"), ("Boete: camera's in winkels in Utrecht", "nl", "nl"),
            ("法院判决被告停止侵权", "en", "zh-Hans"), ("The court of appeal has dismissed it", "zh-Hans", "en"),
            ("Das Gericht hat die Klage mit Urteil vom Freitag abgewiesen", "en", "de"),
            ("Getty Images v Stability AI", "de", "de"), ("法院判決", "zh-HK", "zh-HK"),
            ("AI Act: Leitlinien der Kommission", "de", "de"), ("The Verge über KI", "de", "de"),
            ("人工知能基本計画を閣議決定", "ja", "ja"), ("東京地裁判決", "ja", "ja"),
            ("Суд вирішив: штучний інтелект не може бути автором", "uk", "uk"),
            ("Съдът реши: изкуственият интелект не е автор", "bg", "bg"), ("Суд: вештачка интелигенција", "sr", "sr"),
            ("Sud: veštačka inteligencija i autorsko pravo", "sr-Latn", "sr-Latn"),
            ("دادگاه: هوش مصنوعی پدیدآورنده نیست", "fa", "fa"), ("عدالت نے مصنوعی ذہانت پر فیصلہ دیا", "ur", "ur"),
            ("The court of appeal has dismissed it", "uk", "en"), ("法院判决被告停止侵权", "uk", "zh-Hans"),
            ("人工智能著作人查明案宣判，管制办法核准", "en", "zh-Hans"), ("人工智慧著作權管制辦法核准", "en", "zh-Hant"),
            ("北京互联网法院认定人工智能生成图片构成作品，判令被告赔礼道歉并赔偿原告经济损失五百元", "ja", "zh-Hans"),
            ("最高裁判所開廷期日情報　第三小法廷、令和6年(受)第1046号、著作権侵害差止請求事件。弁論期日", "ja", "ja"),
        ])
    func declared(text: String, language: String, expected: String) {
        #expect(guess(text, declared: language) == expected)
    }

    @Test(
        "characters that both Chinese scripts have tell neither, their partners do",
        arguments: [
            ("查制准著只系台表布", nil), ("製準隻錶臺佈", "zh-Hant"), ("个与国会权责", "zh-Hans"),
            ("個與國會權責", "zh-Hant"),
        ])
    func scripts(characters: String, expected: String?) {
        // One character of the other script decides where these decide nothing.
        #expect(guess(characters) == expected ?? "zh-Hans")
        #expect(guess(characters + "權") == (expected == nil ? "zh-Hant" : expected))
    }

    @Test("a text without letters tells nothing")
    func nothing() {
        #expect(guess("2025-11-04") == nil)
        #expect(guess("2025-11-04", declared: "fr") == "fr")
    }

    private static let vocabulary = Result {
        try Vocabulary(files: try TaggingPropertyTests.files(), facts: try .ofTheProgram())
    }

    private func told(_ text: String, _ declared: String) throws -> String? {
        try LanguageGuess.language(of: [text], declared: Language(declared), by: Self.vocabulary.get())?.rawValue
    }

    @Test(
        "a short title in another language than its source's is told by what the vocabulary knows",
        arguments: [
            ("Gericht untersagt KI-Training mit Nutzerdaten", "de"), ("Bußgeld wegen KI-Gesichtserkennung", "de"),
            ("Rechter verbiedt AI-training met nieuwsartikelen", "nl"),
            ("Sospesa la sanzione del Garante a OpenAI", "it"),
            ("Multa millonaria: inteligencia artificial entrenada con datos personales", "es"),
            ("Amende contre un éditeur d’intelligence artificielle", "fr"),
            ("Kara dla dostawcy sztucznej inteligencji", "pl"),
            ("ANPD multa empresa por treinamento com dados pessoais", "pt"),
            ("Court sanctions lawyer, regulator fines company", "en"),
        ])
    func byVocabulary(title: String, language: String) throws {
        for declared in ["en", "de", "nl", "pl"] {
            #expect(try told(title, declared) == language, "declared \(declared)")
        }
    }

    @Test(
        "names of another language make no title another's",
        arguments: [
            "Garante fines Replika maker Luka", "Bundesgerichtshof, GEMA: OpenAI appeal dismissed",
            "CNIL sanctions Clearview AI",
            "Le Monde, La Stampa sign AI licences", "Conseil d’État annuls AI decree", "Bundestag passes AI bill",
            "Productivity Commission interim report: should Australia have a TDM exception?",
            "Tribunal rules AI image no work",
            "KI-Verordnung", "AEPD fines deepfake maker",
        ])
    func names(title: String) throws { #expect(try told(title, "en") == "en") }

    @Test(
        "a declared language stays where its words stand around a name in another script",
        arguments: [
            (
                "Authority issues draft on anthropomorphic AI (人工智能拟人化互动服务管理暂行办法). Comments are due by 25 January",
                "en", "en"
            ),
            ("国家网信办发布《人工智能拟人化互动服务管理暂行办法》，the Measures of the CAC", "en", "zh-Hans"),
            ("OpenAI发布GPT-5", "en", "zh-Hans"),
        ])
    func cited(text: String, declared: String, expected: String) {
        #expect(guess(text, declared: declared) == expected)
    }
}
