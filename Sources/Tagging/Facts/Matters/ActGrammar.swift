/// The words by which a language describes acts and decisions that it gives no name: what they are called, and what leads
/// to their date, number or article.
struct ActGrammar: Sendable {
    /// What acts and decisions are called, in lower case; where words are inflected or compounded, what they begin or end
    /// with.
    let heads: Set<String>
    let isInflected: Bool
    let isCompounded: Bool
    /// Which of them courts make: what is done to those by words for upholding is told, too.
    let decisions: Set<String>
    /// Whether dates may begin with their month.
    let isMonthFirst: Bool
    /// What leads from what an act is called to what it is about, in languages that name acts so.
    let subjects: [[UInt8]]
    /// What may stand before what an act is called and belongs to it.
    let attributes: [String]
    /// What begins a provision, behind which its number stands.
    let provisions: Set<String>
    /// Whether the act follows the number of a provision without a word between: `§ 44b UrhG`.
    let isActBare: Bool
    /// What stands between a provision and its act.
    let genitives: Set<String>
    /// What begins the name of an act in capitals.
    let titles: Set<String>
    /// What stands before a date.
    let dateJoints: [[UInt8]]

    /// Letters that may follow the stem of an inflected word at most, in bytes.
    private static let longestEnding = 8

    private init(
        _ heads: String, decisions: String, provisions: String, genitives: String, dates: [String],
        attributes: [String] = [], subjects: [String] = [], titles: String = "", isInflected: Bool = false,
        isCompounded: Bool = false,
        isActBare: Bool = false, isMonthFirst: Bool = false
    ) {
        self.decisions = Self.words(decisions)
        self.heads = Self.words(heads).union(self.decisions)
        self.attributes = attributes
        self.titles = Self.words(titles)
        self.isMonthFirst = isMonthFirst
        self.subjects = subjects.map { Array($0.utf8) }
        self.provisions = Self.words(provisions)
        self.genitives = Self.words(genitives)
        dateJoints = dates.map { Array($0.utf8) }
        self.isInflected = isInflected
        self.isCompounded = isCompounded
        self.isActBare = isActBare
    }

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

    /// Whether a word in lower case is what an act or a decision is called.
    func isHead(_ word: String) -> Bool { isOne(of: heads, word) }

    /// Whether a word in lower case is what a decision of a court is called.
    func isDecision(_ word: String) -> Bool { isOne(of: decisions, word) }

    private func isOne(of heads: Set<String>, _ word: String) -> Bool {
        if heads.contains(word) { return true }
        if isInflected {
            return heads.contains { word.hasPrefix($0) && word.utf8.count <= $0.utf8.count + Self.longestEnding }
        }
        return isCompounded && heads.contains { $0.utf8.count > 4 && word.hasSuffix($0) }
    }

    /// The name of an act of one word, without its ending: `Urheberrechtsgesetzes`, `Patentverordnung`; nil for other
    /// words, and for what such acts are called by what they do to others.
    func name(_ word: String) -> String? {
        guard isCompounded else { return nil }
        for ending in Self.compounds where word.lowercased().hasSuffix(ending.word) {
            let part = word.lowercased().dropLast(ending.word.count)
            guard part.count >= 4, !Self.generalParts.contains(where: part.hasSuffix),
                !Self.generalWords.contains(String(part))
            else { return nil }
            return String(word.dropLast(ending.cut))
        }
        return nil
    }

    /// What names of German acts end with, and how much of that is the genitive's.
    private static let compounds = [
        ("gesetz", 0), ("gesetzes", 2), ("gesetzbuch", 0), ("gesetzbuches", 2), ("gesetzbuchs", 1), ("verordnung", 0),
    ].map { (word: $0, cut: $1) }
    private static let generalParts = [
        "änderungs", "umsetzungs", "durchführungs", "ausführungs", "einführungs", "begleit", "artikel", "zustimmungs",
        "mantel", "ermächtigungs",
    ]
    private static let generalWords: Set<String> = [
        "rechts", "bundes", "landes", "notstands", "grund", "datenschutz-grund", "stamm", "reform", "delegierte",
    ]

    /// The grammar of a language; nil where acts are described otherwise.
    static func of(_ language: String) -> ActGrammar? { all[language] }

    private static let all: [String: ActGrammar] = [
        "en": ActGrammar(
            """
            directive regulation resolution decree circular notification act law direction determination guidance notice \
            memorandum rule instruction guidelines policy
            """,
            decisions: "order orders decision judgment ruling precedent",
            provisions: "section sections article articles rule regulation s. ss. § §§", genitives: "of the",
            dates: ["of ", "dated ", "published on ", "issued on ", "published ", "issued ", "on "], isMonthFirst: true),
        "de": ActGrammar(
            """
            gesetz gesetzes verordnung bescheid bescheids bescheides erlass erlasses \
            verfügung anordnung richtlinie satzung leitlinien orientierungshilfe rundschreiben rundschreibens gesetzbuch gesetzbuchs gesetzbuches
            """,
            decisions: "urteil urteils beschluss beschlusses entscheidung stellungnahme",
            provisions: "§ §§ art. artikel artikels", genitives: "des der dem den", dates: ["vom ", "v. "],
            subjects: [" über ", " gegen ", " zum ", " zur ", " betreffend "],
            isCompounded: true, isActBare: true),
        "fr": ActGrammar(
            """
            arrêté arrêtés décret décrets loi règlement délibération circulaire directive instruction \
            code recommandation lignes
            """,
            decisions: "arrêt jugement ordonnance décision solution jurisprudence affaire",
            provisions: "article articles alinéa l'article", genitives: "de la du des l d",
            dates: ["du ", "en date du ", "rendu le ", "rendue le ", "pris le ", "prise le ", "dégagée le ", "le "],
            titles: "loi code règlement"),
        "it": ActGrammar(
            """
            decreto decreti legge provvedimento delibera deliberazione determinazione regolamento \
            direttiva circolare codice linee
            """,
            decisions: "sentenza ordinanza caso",
            provisions: "articolo articoli art. artt. comma", genitives: "del della dello dell di dei delle",
            dates: ["del ", "in data ", "depositata il ", "emessa il ", ""], titles: "legge codice regolamento"),
        "es": ActGrammar(
            """
            orden decreto ley resolución acuerdo circular instrucción disposición acordada código reglamento providencia decisión \
            directiva directrices guía lineamientos
            """,
            decisions: "sentencia auto doctrina caso",
            provisions: "artículo artículos art. arts. apartado numeral numerales inciso",
            genitives: "de la del los las el",
            dates: ["de ", "del ", "de fecha ", "dictada el "], titles: "ley código reglamento estatuto"),
        "pt": ActGrammar(
            """
            portaria decreto lei resolução despacho instrução código deliberação circular decisão regulamento \
            diretiva diretriz provimento diretrizes guia
            """,
            decisions: "acórdão sentença caso",
            provisions: "artigo artigos art. arts.", genitives: "da do das dos de", dates: ["de ", "do dia "],
            titles: "lei código regulamento estatuto marco"),
        "nl": ActGrammar(
            """
            besluit wetboek bevel regeling verordening richtlijn circulaire beleidsregel richtsnoeren beleidsregels leidraad \
            ministeriële
            """,
            decisions: "arrest uitspraak vonnis beschikking",
            provisions: "artikel artikelen art.", genitives: "van de het der", dates: ["van ", "d.d. "],
            titles: "wetboek"),
        "pl": ActGrammar(
            "kodeks rozporządzeni zarządzeni uchwał ustaw decyzj dyrektyw obwieszczeni wytyczn",
            decisions: "wyrok postanowieni",
            provisions: "art. § ust. artykuł artykułu", genitives: "z w", dates: ["z dnia ", "z "],
            subjects: [" o ", " - "], isInflected: true,
            isActBare: true),
        "cs": ActGrammar(
            "vyhlášk nařízení zákon rozhodnutí směrnic",
            decisions: "rozsud nález usnesení",
            provisions: "§ čl. článek odst.", genitives: "z", dates: ["ze dne ", "z "], subjects: [" o "],
            isInflected: true,
            isActBare: true),
        "ru": ActGrammar(
            """
            приказ распоряжени указ закон положени инструкци письм директив \
            указани рекомендаци руководств
            """,
            decisions: "постановлени решени определени приговор",
            provisions: "пункт пункта пункты статью статья статьи статьей часть части абзац ст. п. ч.", genitives: "к",
            dates: ["от "], attributes: ["федеральн", "конституционн"], isInflected: true, isActBare: true),
        "ar": ActGrammar(
            "القانون القرار التعميم المرسوم قانون قرار تعميم مرسوم بالقانون للقانون الدليل دليل الضوابط اللائحة لائحة",
            decisions: "القضية الدعوى الحكم",
            provisions: "المادة المادتين المواد", genitives: "من",
            dates: ["بتاريخ ", "الصادر في ", "الصادرة في ", "الصادر بتاريخ ", "الصادرة بتاريخ "]),
    ]
}
