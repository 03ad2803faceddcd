/// The words by which a language speaks of decisions without naming them.
struct DecisionGrammar: Sendable {
    /// What decisions of courts are called, and what others are, such as fines and notices, in lower case; where words are
    /// inflected, what they begin with.
    private let ofCourts: [[UInt8]]
    private let others: [[UInt8]]
    private let isInflected: Bool
    /// What words of a court end with where they are compounded.
    private let endings: [String]
    /// Whether whose a decision is stands before it.
    let isPossessed: Bool
    /// What leads to whose a decision is.
    let joints: Set<String>

    /// Letters that may follow the stem of an inflected word at most, in bytes.
    private static let longestEnding = 6

    private init(
        _ ofCourts: String, others: String, joints: String, endings: [String] = [], isInflected: Bool = false,
        isPossessed: Bool = false
    ) {
        func list(_ words: String) -> [[UInt8]] {
            words.split(separator: ";").map { Array($0.utf8) }.sorted { $0.count > $1.count }
        }
        (self.ofCourts, self.others) = (list(ofCourts), list(others))
        self.joints = Set(joints.split(separator: " ").map(String.init))
        self.endings = endings
        self.isInflected = isInflected
        self.isPossessed = isPossessed
    }

    /// How many bytes what a decision is called has that begins a text; nil where none does.
    func head(_ bytes: ArraySlice<UInt8>) -> Int? {
        let end = bytes.firstIndex { !Bytes.isAlphanumeric($0) && $0 < 0x80 } ?? bytes.endIndex
        let word = bytes[..<end]
        if !endings.isEmpty {
            let plain = String(ascii: word)
            if endings.contains(where: plain.hasSuffix) { return word.count }
        }
        for head in ofCourts + others where bytes.starts(with: head) {
            if head.contains(0x20) { return head.count }
            if head.count == word.count || isInflected && word.count <= head.count + Self.longestEnding {
                return word.count
            }
        }
        return nil
    }

    /// Whether a word is what a decision of a court is called.
    func isOfCourt(_ word: String) -> Bool {
        endings.contains(where: word.hasSuffix)
            || ofCourts.contains { head in
                isInflected ? word.utf8.starts(with: head) : word.utf8.elementsEqual(head)
            }
    }

    /// Whether a word may stand between a decision and what happened to it.
    func isFiller(_ word: String) -> Bool {
        Nearness.mayStandBetween(word) || Self.articles.contains(word) || Self.isContested(word)
    }

    /// Whether a word says that a decision is the one that was brought before a court, or of which instance.
    static func isContested(_ word: String) -> Bool { contested.contains(where: word.hasPrefix) }

    private static let contested = [
        "angefochten", "angegriffen", "vorinstanzlich", "erstinstanzlich", "landgerichtlich", "ergangen", "verhängt",
        "zitiert", "streitig", "attaqué", "entrepris", "déféré", "contesté", "litigieu", "querellé", "impugnad",
        "recurrid", "apelad", "combatid", "impugnat", "gravat", "appellat", "recorrid", "agravad", "bestreden",
        "aangevallen", "aangevochten", "zaskarżon", "napaden", "обжалуем", "оспариваем", "обжалованн", "принят",
        "первоначальн", "судебн", "millionaria", "milionári", "millonaria", "precedent", "anterior", "primo", "primer",
        "primeir", "prim", "pierwsz", "instanc", "instanz", "grado", "instância", "eerdere", "frühere", "nižš",
        "нижестоящ", "insgesamt", "beide", "ambas", "entrambe", "relativ", "both", "merit",
    ]

    static let articles: Set<String> = [
        "the", "a", "an", "its", "their", "his", "her", "this", "that", "all", "both", "der", "die", "das", "den",
        "dem",
        "des", "ein", "eine", "einen", "einer", "seine", "ihre", "le", "la", "les", "l", "un", "une", "sa", "son",
        "ses",
        "cette", "cet", "ce", "el", "los", "las", "una", "su", "sus", "dicha", "dicho", "esta", "este", "il", "lo",
        "gli",
        "i", "sua", "o", "os", "as", "um", "uma", "esta", "het", "een", "zijn", "haar",
    ]

    /// What makes a decision what something rests on or is aimed at.
    static let prepositions: Set<String> = [
        "against", "of", "from", "under", "in", "by", "with", "on", "after", "before", "to", "for", "over", "following",
        "gegen", "aus", "nach", "mit", "durch", "zu", "zum", "zur", "vom", "von", "im", "wegen", "per", "auf", "bei",
        "contre", "par", "dans", "de", "du", "des", "d", "après", "avec", "sur", "à", "au", "contra", "por", "en",
        "del",
        "con", "tras", "sobre", "al", "a", "contro", "da", "dal", "dalla", "nella", "nel", "della", "dello", "dell",
        "sulla", "alla", "su", "dopo", "pela", "pelo", "na", "no", "em", "com", "após", "tegen", "van", "door", "op",
        "met", "bij", "od", "przeciw", "przeciwko", "w", "ze", "z", "mocą", "o", "po", "proti", "v", "s", "против",
        "в", "по", "из", "с", "от", "на", "к", "о", "об",
    ]

    /// What tells in English whose a decision is, and of which instance, in small letters.
    static let attributes: Set<String> = [
        "lower", "district", "trial", "appeals", "appeal", "appellate", "circuit", "high", "supreme", "court", "courts",
        "judge", "jury", "board", "earlier", "prior", "previous", "original", "initial", "first-instance", "federal",
        "preliminary", "key", "major", "landmark", "million", "billion", "record", "summary", "default", "copyright",
        "patent", "privacy", "interim", "injunction", "contested", "impugned", "agency", "regulator", "commission",
        "examiner", "panel", "unfavorable", "infringement", "fraud", "state", "antitrust", "national", "data",
    ]

    /// The grammar of a language; nil where decisions are spoken of otherwise.
    static func of(_ language: String) -> DecisionGrammar? { all[language] }

    private static let all: [String: DecisionGrammar] = [
        "en": DecisionGrammar(
            "judgment;judgement;judgments;decision;decisions;ruling;rulings;verdict;order;orders;injunction;dismissal",
            others: "fine;fines;penalty;sanction;sanctions;refusal;rejection;penalty notice;enforcement notice;notice",
            joints: "of the", isPossessed: true),
        "de": DecisionGrammar(
            "urteil;urteils;urteile;entscheidung;entscheidungen;beschluss;beschlusses",
            others:
                "bescheid;bescheids;bescheides;bußgeld;bußgeldbescheid;geldbuße;verfügung;anordnung;untersagung;"
                + "untersagungsverfügung;sanktion",
            joints: "des der vom von in", endings: ["surteil", "sentscheidung"]),
        "fr": DecisionGrammar(
            "arrêt;arrêts;jugement;jugements;décision;décisions;ordonnance",
            others: "sanction;sanctions;amende;mise en demeure;refus;injonction", joints: "de du des la le l d à"),
        "es": DecisionGrammar(
            "sentencia;sentencias;fallo;auto;decisión;resolución;condena",
            others: "multa;multas;sanción;sanciones;orden", joints: "de del la el los las"),
        "it": DecisionGrammar(
            "sentenza;sentenze;ordinanza;decisione;pronuncia",
            others: "multa;multe;sanzione;sanzioni;provvedimento;diniego",
            joints: "di del della dello dell dei da dal dalla la il l"),
        "pt": DecisionGrammar(
            "sentença;acórdão;decisão;liminar", others: "multa;multas;sanção;condenação;despacho",
            joints: "de do da dos das a o"),
        "nl": DecisionGrammar(
            "arrest;vonnis;uitspraak;beschikking;beslissing", others: "boete;besluit;dwangsom;last onder dwangsom",
            joints: "van de het der"),
        "pl": DecisionGrammar(
            "wyrok;postanowieni;orzeczeni", others: "decyzj;kara;karę;grzywn", joints: "z w o sądu",
            isInflected: true),
        "cs": DecisionGrammar("rozsud;usnesení;rozhodnutí;nález", others: "pokut", joints: "v o", isInflected: true),
        "ru": DecisionGrammar(
            "решени;постановлени;определени;приговор", others: "штраф;предписани", joints: "и в о", isInflected: true),
        "ar": DecisionGrammar(
            "حكم;الحكم;قرار;القرار;حكما;قرارا", others: "غرامة;الغرامة", joints: "من"),
    ]
}
