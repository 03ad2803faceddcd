import Model
import Testing

@testable import Tagging

/// Facts read by the tables that the program comes with.
@Suite("Facts by the tables of the program")
struct FactReaderTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    private func facts(_ title: String, _ language: String = "en") -> Findings {
        reader.facts(of: FactInput(title: title, language: Language(language)))
    }

    @Test(
        "what was done to an authority is heard; cues that conflict are unclear",
        arguments: [
            ("en", "The Court of Appeal set aside [2023] EWHC 12 (Ch)", "annulled"),
            ("en", "Congress repealed H.R. 2794", "repealed"), ("en", "The panel stayed No. 23-5233", "stayed"),
            ("en", "The regulation amends Directive 2001/29/EC", "amended"),
            ("en", "The judge distinguished [2025] EWHC 2863 (Ch)", "distinguished"),
            ("zh-Hans", "撤销（2023）京0491民初11279号判决", "annulled"),
            ("de", "Das OLG hat das Urteil 310 O 227/23 aufgehoben", "annulled"),
            ("fr", "La cour annule la décision n° 23-12.345", "annulled"),
            ("fr", "Le règlement (UE) 2024/1689 est suspendu", "stayed"),
            ("es", "El Tribunal confirma la STS 123/2024", "applied"),
            ("pt", "O tribunal anulou a decisão C-250/25", "annulled"),
            ("nl", "Hof vernietigt ECLI:NL:RBAMS:2024:1234", "annulled"),
            ("ru", "Суд отменил решение по делу А40-200471/23", "annulled"),
            ("ja", "最高裁は令和6年（ネ）第10006号を取り消した", "annulled"),
            ("ko", "대법원은 2022나89524 판결을 파기했다", "annulled"),
            ("en", "Reports differ: 598 U.S. 508 overruled, amended", "unclear"),
        ])
    func treatment(language: String, text: String, expected: String) throws {
        #expect(facts(text, language).treatments.map(\.value.kind.rawValue) == [expected])
    }

    @Test(
        "jurisdiction, instrument and stage of plain reports",
        arguments: [
            ("en", "Governor Newsom signs Senate Bill 53 into law in California", "US", "legislation"),
            ("en", "Federal Trade Commission fines maker of an AI detector", "US", "enforcement"),
            ("de", "LG München I: Urteil gegen Anbieter eines Sprachmodells", "DE", "ruling"),
            ("fr", "La CNIL publie ses recommandations sur l'IA", "FR", "guidance"),
            ("it", "Garante privacy: sanzione per un chatbot", "IT", "enforcement"),
            ("zh-Hans", "国家互联网信息办公室就人工智能办法公开征求意见", "CN", "consultation"),
            ("ja", "知的財産高等裁判所、AIを発明者とする出願で判決", "JP", "ruling"),
        ])
    func classified(language: String, text: String, jurisdiction: String, instrument: String) throws {
        let found = facts(text, language)
        #expect(found.jurisdictions.map(\.value.code) == [jurisdiction])
        #expect(found.instrument.value.rawValue == instrument)
    }

    @Test(
        "a party's name tells no law where the publisher states a citation, or is a court",
        arguments: [
            ([StatedFact(kind: "citation", value: "[2025] EWHC 2863 (Ch)", origin: "tna:identifier")], nil),
            ([], Source.Authority.court),
        ] as [([StatedFact], Source.Authority?)])
    func partyNames(stated: [StatedFact], authority: Source.Authority?) {
        let found = reader.facts(
            of: FactInput(
                title: "Getty Images (US) Inc and others v Stability AI Limited", sourceName: "High Court",
                sourceJurisdiction: Jurisdiction("GB"), authority: authority, stated: stated))
        #expect(found.jurisdictions.map(\.value.code) == ["GB"])
    }

    @Test(
        "what a court announces of a case is no ruling yet",
        arguments: [
            ("Notice of hearing: Case C-102/26", "On the training of artificial intelligence."),
            ("New case: C-103/26, Acme v Talkbot", "On the training of artificial intelligence."),
            ("Case C-250/25 Like Company v Google: hearing", "Hearing on AI training on 12 January 2027."),
            ("Beta v Talkbot: judgment to be delivered on 14 January 2027", "On the training of AI."),
        ])
    func announced(title: String, summary: String) {
        let found = reader.facts(
            of: FactInput(title: title, summary: summary, sourceName: "Court of Justice", authority: .court))
        #expect(found.instrument.value == .filing)
        #expect(found.stage.value == .pending)
    }

    @Test(
        "the member state whose authority applies the Union's law is told beside it",
        arguments: [
            ("Blog", "Bundesgerichtshof refers press summaries to the Court of Justice (C-901/26)", ["DE", "EU"]),
            ("HmbBfDI", "Diskussionspapier: Sprachmodelle und DSGVO", ["EU", "DE"]),
            ("AEPD", "Criterios sobre el RGPD y la transcripción de reuniones", ["EU", "ES"]),
            ("Law360", "What the GDPR asks of those who train models", ["EU"]),
            ("ICO", "What the GDPR asks of those who train models", ["EU"]),
            ("Euronews", "Denmark is the first to designate AI Act authorities", ["DK"]),
            ("Euronews", "Denmark applies the GDPR to chatbots", ["DK", "EU"]),
            ("Law360", "Bundestag debates the AI Act", ["DE"]),
            ("Law360", "Bundestag passes the law that carries out Directive (EU) 2024/2853", ["DE", "EU"]),
        ])
    func memberState(source: String, title: String, expected: [String]) {
        let input = FactInput(
            title: title, language: Language(source == "HmbBfDI" ? "de" : source == "AEPD" ? "es" : "en"),
            sourceName: source)
        #expect(Set(reader.facts(of: input).jurisdictions.map(\.value.code)) == Set(expected))
    }

    @Test(
        "a suit is under the law of its claimant's home, or of the maker of AI that is sued, not of the reader's",
        arguments: [
            ("zh-Hans", "迪士尼与环球影业联合起诉Midjourney", "US"), ("zh-Hans", "Anthropic与作家达成和解", "US"),
            ("ja", "読売新聞、米パープレキシティを提訴", "JP"), ("ja", "米ディズニー、中国ミニマックスを提訴", "US"),
            ("de", "Disney verklagt Midjourney", "US"), ("pt", "Folha processa OpenAI", "BR"),
            ("en", "Yomiuri Shimbun sues US startup Perplexity", "JP"),
            ("zh-Hans", "插画师起诉小红书", "CN"), ("en", "Canadian publishers sue OpenAI", "CA"),
        ])
    func parties(language: String, title: String, expected: String) throws {
        #expect(facts(title, language).jurisdictions.map(\.value.code) == [expected])
    }

    @Test(
        "where a firm or an app comes from is no law, unless no other country is named",
        arguments: [
            ("en", "Canberra bans Chinese AI app from government devices", ["AU"]),
            ("en", "Australia bans a Chinese company's chatbot", ["AU"]),
            ("en", "Chinese AI app under scrutiny", ["CN"]),
            ("es", "Italia multa a una empresa china de IA", ["IT"]),
            ("pt", "Itália bloqueia aplicação chinesa de IA", ["IT"]),
            ("ko", "독일, 미국 기업의 AI 학습 조사", ["DE"]), ("ja", "日本、米企業のAIを調査", ["JP"]),
            ("en", "Australia and China agree on AI rules", ["AU", "CN"]),
        ])
    func homes(language: String, title: String, expected: [String]) throws {
        #expect(facts(title, language).jurisdictions.map(\.value.code) == expected)
    }

    @Test(
        "FCA is the regulator only beside what is Britain's or a regulator's, and courts by their numbers",
        arguments: [
            ("Acme v Commissioner of Patents [2024] FCA 123", "", ["AU"]),
            ("Judge cites [2022] FCA 1", "In the FCA, practitioners must disclose that they used AI.", ["AU"]),
            ("Privacy Commissioner v. Facebook, 2024 FCA 140", "The FCA allowed the appeal.", ["CA"]),
            ("The FCA sets out its approach to AI", "Firms in the United Kingdom must manage it.", ["GB"]),
            ("The FCA on AI", "Banks in London have to answer to the FCA.", ["GB"]),
            ("FCA says what it expects of chatbots", "", ["GB"]),
            ("FCA fines a robo-adviser", "It had trained a model on customers.", ["GB"]),
            ("Relator sues over AI billing under the FCA", "The U.S. Department of Justice joins.", ["US"]),
        ])
    func bodyOfManyNames(title: String, summary: String, expected: [String]) throws {
        let input = FactInput(title: title, summary: summary, language: Language("en"))
        #expect(reader.facts(of: input).jurisdictions.map(\.value.code) == expected)
    }

    @Test(
        "a body or an act of which several countries have one is that of the country beside it",
        arguments: [
            ("en", "Japan's House of Representatives passes AI bill", "JP"), ("en", "Senate passes AI bill", "US"),
            ("en", "Brazilian Senate approves AI bill", "BR"), ("en", "Kenya Copyright Office drafts AI rules", "KE"),
            ("en", "Ghana's Data Protection Commission warns on AI", "GH"), ("en", "Korean AI Act in force", "KR"),
            ("en", "House of Lords debates AI", "GB"), ("en", "Canadian House of Commons studies AI", "CA"),
            ("en", "Senate bill targets Chinese AI", "US"), ("en", "Irish DPC fines TikTok", "IE"),
            ("de", "Verwaltungsgericht Wien urteilt zu KI", "AT"), ("de", "Schweizer Bundesrat zu KI", "CH"),
            ("de", "Österreich: Bundesverwaltungsgericht zu KI", "AT"),
            ("de", "Landgericht München verurteilt US-Firma", "DE"), ("de", "BGH entscheidet über US-Anbieter", "DE"),
            ("fr", "Le Conseil d'État belge et l'IA", "BE"), ("fr", "Belgique: la Cour de cassation et l'IA", "BE"),
            ("fr", "La CNIL sanctionne une entreprise américaine", "FR"),
            ("es", "Corte Suprema de Chile falla sobre IA", "CL"), ("es", "Senado de México aprueba ley de IA", "MX"),
            ("nl", "De Belgische Raad van State over AI", "BE"), ("nl", "Raad van State over AI", "NL"),
            ("zh-Hans", "韩国教育部发布人工智能教科书政策", "KR"), ("zh-Hans", "日本众议院通过人工智能法案", "JP"),
            ("zh-Hans", "美国司法部对人工智能芯片走私案提起诉讼", "US"), ("zh-Hans", "教育部规范人工智能", "CN"),
            ("ja", "韓国の最高裁、AI著作権で判断", "KR"), ("ja", "最高裁、AI発明者を認めず", "JP"),
            ("ko", "일본 국회, AI법 통과", "JP"), ("ko", "대법원, AI 발명자 불인정", "KR"),
        ])
    func countries(language: String, title: String, expected: String) throws {
        #expect(facts(title, language).jurisdictions.map(\.value.code) == [expected])
    }

    @Test(
        "a case is named by its parties in short, and what was brought against somebody is no party",
        arguments: [
            ("de", "Bundestag beschließt Gesetz gegen KI-Deepfakes", []), ("de", "Protest gegen KI-Training", []),
            ("en", "Bartz et al v. Anthropic PBC, 3:24-cv-05417", ["bartz v anthropic"]),
            ("en", "Getty Images (US) Inc & Ors v Stability AI Ltd", ["getty images v stability ai"]),
            ("en", "Acme AI Limited (Appellant) v Comptroller General (Respondent)", ["acme ai v comptroller general"]),
            ("de", "Urteil vom 11.11.2025 (GEMA gegen OpenAI)", ["gema v openai"]),
            ("de", "GEMA erhebt Klage gegen OpenAI", ["gema v openai"]), ("de", "Sammelklage gegen Meta", []),
            ("en", "Disney and Universal sue Midjourney over characters", ["disney universal v midjourney"]),
            ("en", "Music Publishers Sue Anthropic", []), ("en", "Authors sue Apple", []),
            ("en", "Yomiuri Shimbun sues US startup Perplexity", []),
            ("en", "Disney files lawsuit against Midjourney", ["disney v midjourney"]),
            ("en", "Disney sued Midjourney in June", ["disney v midjourney"]),
            ("en", "OpenAI sued over training data", []),
            ("de", "GEMA reicht Klage gegen OpenAI ein", ["gema v openai"]),
            ("de", "GEMA verklagt OpenAI", ["gema v openai"]), ("en", "Parents sue OpenAI over teen's death", []),
            ("es", "El Recurso contra OpenAI", []), ("fr", "Plainte c. Clearview", []),
            ("en", "Case C-250/25 Harbour Press v Google: hearing", ["harbour press v google"]),
            ("en", "New case: C-103/26, Acme v Talkbot", ["acme v talkbot"]),
            ("en", "Cases C-250/25 and C-251/25 Acme v Talkbot", ["acme v talkbot"]),
            ("en", "[2025] EWHC 2863 (Ch) Getty Images v Stability AI", ["getty images v stability ai"]),
            ("en", "No. 23-5233 Thaler v. Perlmutter", ["thaler v perlmutter"]),
            ("en", "Acme v. Talkbot No. 25-2153", ["acme v talkbot"]), ("en", "Judgment in C-250/25 v Google", []),
            ("en", "Strike 3 Holdings v. Meta", ["strike 3 v meta"]),
            ("en", "Should Kadrey v. Meta be reversed on appeal?", ["kadrey v meta"]),
            ("en", "CJEU: Harbour Press v Google", ["harbour press v google"]),
        ])
    func caseNames(language: String, title: String, expected: [String]) throws {
        #expect(facts(title, language).matterNames.map(\.value) == expected)
    }

    @Test(
        "where no law is named it is the source's; the language tells where nothing is known of the source",
        arguments: [
            ("GB", Source.Authority?.some(.commentary), ["GB"]), ("AT", .legislator, ["AT"]),
            ("DE", .regulator, ["DE"]),
            ("INT", .commentary, []), ("INT", .regulator, ["INT"]), (nil, nil, ["US"]),
        ])
    func prior(source: String?, authority: Source.Authority?, expected: [String]) {
        let input = FactInput(
            title: "Final rule on machine learning published", sourceName: "The Digest",
            sourceJurisdiction: source.flatMap { Jurisdiction($0) }, authority: authority)
        #expect(reader.facts(of: input).jurisdictions.map(\.value.code) == expected)
    }

    @Test("an authority speaks of its own law, wherever a product comes from")
    func ownLaw() {
        let input = FactInput(
            title: "DeepSeekに関する情報提供", summary: "中国に所在するサーバに保存される", language: Language("ja"),
            sourceName: "個人情報保護委員会")
        #expect(reader.facts(of: input).jurisdictions.map(\.value.code) == ["JP"])
    }

    @Test("one name of a source means in each language what it means there, in whichever order items come")
    func sourceName() {
        func law(_ language: String, _ title: String) -> [String] {
            let input = FactInput(title: title, language: Language(language), sourceName: "EPA")
            return reader.facts(of: input).jurisdictions.map(\.value.code)
        }
        for _ in 0..<2 {
            #expect(law("de", "Neue Leitlinien zu künstlicher Intelligenz") == ["INT"])
            #expect(law("en", "New guidelines on artificial intelligence") == ["US"])
        }
    }

    @Test(
        "what was dropped, demanded or said has come to no stage",
        arguments: [
            ("en", "AI Liability Directive to be withdrawn"), ("en", "Governor vetoes bill on artificial intelligence"),
            ("ja", "新聞協会、生成AIの記事利用に抗議"), ("zh-Hans", "出版界发布倡议：用作品训练须先取得授权"),
            ("ko", "신문협회, 학습 데이터 공개 촉구"), ("de", "Petition fordert Kennzeichnung von KI-Bildern"),
        ])
    func noStage(language: String, title: String) throws {
        #expect(facts(title, language).stage.value == Stage.none)
    }

    @Test(
        "a phrase with a star within is found around other words of its sentence, and in no other sentence",
        arguments: [
            ("Das Gericht weist die Klage der Verlage zurück", true),
            ("Das Gericht weist darauf hin; die Akte ging zurück", false),
            ("Die Sache geht zurück, das Gericht weist nichts", false),
        ])
    func parted(text: String, isRuling: Bool) throws {
        let evidence = facts(text, "de").instrument.evidence.map(\.words)
        #expect(evidence.contains { $0.hasPrefix("weist") && $0.hasSuffix("zurück") } == isRuling)
    }

    @Test("the last word behind a star may be a stem")
    func openTail() {
        let found = facts("Кассационная жалоба принята, заседание в марте", "ru").instrument
        #expect(found.value == .filing && found.evidence.map(\.words).contains("Кассационная жалоба"), "\(found)")
    }

    @Test(
        "whose law a number is of does not depend on the language around it",
        arguments: [
            ("Getty v. Stability, 598 U.S. 508", "US", Instrument.ruling), ("S.J.Res. 34", "US", .legislation),
            ("2024:DHC:1234", "IN", .ruling), ("BGE 150 III 123", "CH", .ruling), ("G 1/23", "INT", .ruling),
            ("2024가합12345", "KR", .ruling),
        ])
    func citedLaw(text: String, law: String, instrument: Instrument) {
        for language in ["de", "en"] {
            let found = facts("AI: \(text)", language)
            #expect(found.jurisdictions.map(\.value.code) == [law])
            #expect(found.instrument.value == instrument)
        }
    }

    @Test("a report on a firm of Sweden or on a conference in San Francisco is about no bill")
    func firmsAreNoBills() {
        for title in ["Ericsson AB 2024 annual report", "SF 2025 AI copyright training conference"] {
            let found = facts(title)
            #expect(found.citations.isEmpty)
            #expect(found.instrument.value != .legislation)
        }
    }

    @Test("the first part of a German file number of Hesse makes no Canadian citation")
    func hesse() throws {
        #expect(!facts("Beschluss, Az. 2-06 O 271/25", "de").jurisdictions.map(\.value.code).contains("CA"))
    }

    @Test(
        "against whom it went is told by the words of the first field that has any; what may mean either decides nothing",
        arguments: [
            ("Court: AI training was infringement", "The claim of fair use is fair use no more.", "en", .against),
            ("Judge finds AI training is fair use", "", "en", .favour),
            ("Judge: AI training is not fair use", "", "en", .against),
            ("Appeal dismissed in AI case", "", "en", .unclear),
            ("Part is fair use, part was infringement", "", "en", .unclear),
            ("Court rules on AI trained on works protected by copyright", "", "en", .unclear),
            ("Judge dismisses AI firm's lawsuit against a state law", "", "en", .unclear),
            ("Judge dismisses claims that a chatbot infringes copyright", "", "en", .unclear),
            ("Court sends back whether training is fair use", "", "en", .unclear),
            ("法院：AI训练不构成合理使用", "", "zh", .against), ("法院：AI训练构成合理使用", "", "zh", .favour),
            ("法院驳回原告诉讼请求", "", "zh", .unclear),
            ("Gericht: Klage gegen KI-Anbieter ist zulässig", "", "de", .unclear),
            ("Le tribunal déboute une société d'IA", "", "fr", .unclear),
            ("Ruling on AI images", "The model does not infringe the photographer's rights.", "en", .favour),
            ("法院：AI生成图片构成侵权", "", "zh", .against), ("法院：AI生成图片不构成侵权", "", "zh", .favour),
            ("Gericht: Chatbot verletzt Urheberrecht", "", "de", .against),
            ("Gericht: KI-Training verletzt keine Urheberrechte", "", "de", .favour),
            ("La CNIL condamne une société d'IA", "", "fr", .against),
            ("생성형 AI, 저작권 침해에 해당하지 않는다", "", "ko", .favour),
            ("AI画像は著作権侵害に当たらない", "", "ja", .favour),
            ("Getty v Stability", "The model weights are not an infringing copy.", "en", .unclear),
            ("Authors ask the court whether the firm should be held liable", "", "en", .unclear),
            ("Gericht: Anbieter hat das Urheberrecht nicht verletzt", "", "de", .unclear),
            ("The claim of secondary infringement fails, the marks were infringed", "", "en", .unclear),
        ] as [(String, String, String, Outcome)])
    func outcomes(title: String, summary: String, language: String, outcome: Outcome) {
        let found = reader.outcome(of: FactInput(title: title, summary: summary, language: Language(language)))
        #expect(found.value == outcome, "\(found.evidence.map(\.words))")
        #expect(outcome == .unclear || !found.evidence.isEmpty)
    }
}
