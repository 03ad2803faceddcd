import Model

/// Whether words of a treatment that stand near the name of an authority can speak of it. A number is cited where it
/// matters; names stand everywhere.
struct Nearness {
    let text: FactText
    let language: Language

    /// Whether only words that may stand between a cue and its object do.
    ///
    /// - Parameters:
    ///   - authority: An authority before or after the cue, and not over it.
    ///   - cue: Where the cue stands.
    /// - Returns: Whether the cue can speak of the authority.
    func isNear(_ authority: NamedAuthority, _ cue: Range<Int>) -> Bool {
        let isBefore = authority.range.upperBound <= cue.lowerBound
        let gap =
            isBefore ? authority.range.upperBound..<cue.lowerBound : cue.upperBound..<authority.range.lowerBound
        switch authority.kind {
        // A docket at the head of a Japanese paper is its own.
        case .citation: return !(isBefore && language.primary == "ja" && text.text(gap).contains("事件 "))
        case .numberedAct: return !isBefore || !words(gap).contains(where: Self.conjunctions.contains)
        case .parties: return words(gap).allSatisfy(Self.fillers.contains)
        case .knownAct: return words(gap).allSatisfy { Self.fillers.contains($0) || Self.ofActs.contains($0) }
        case .described, .decision: return isDescribed(gap, isBefore: isBefore)
        case .titled:
            return words(gap).allSatisfy { Self.fillers.contains($0) || Self.ofDescribed.contains($0) }
        case .plainAct: return words(gap).allSatisfy(Self.ofClauses.contains)
        case .act: return isBefore ? isSubject(withoutNotes(gap)) : isObject(withoutNotes(gap))
        }
    }

    /// Whether authorities that stand side by side are of one list.
    func areListed(_ left: NamedAuthority, _ right: NamedAuthority) -> Bool {
        let isNamed = [left, right].contains { $0.kind == .act || $0.kind == .parties }
        guard isNamed, left.range.upperBound < right.range.lowerBound else {
            return !isNamed || left.range.upperBound == right.range.lowerBound
        }
        return Self.joints.contains(text.text(left.range.upperBound..<right.range.lowerBound))
    }

    /// What stands between the names of a list. A Chinese comma, which is folded to one without a space, parts clauses.
    private static let joints: Set<String> = [
        "、", "和", "及", "以及", "与", "與", "或", "並", "并", "や", "と", "及び", "並びに", "および", "와", "과", "와 ", "과 ", " 및 ", ", ",
        " and ",
        ", and ", " & ", " und ", " et ", " e ", " y ", " en ", " i ", " a ", " и ", " و",
    ]

    /// Whether between what describes an act and a cue there is only what may stand there; before a cue that is also what
    /// the act is about: `ordonnance du 3 mars 2023 relative aux … est abrogée`.
    private func isDescribed(_ gap: Range<Int>, isBefore: Bool) -> Bool {
        if isBefore, text.lower[gap].contains(0x3A) { return false }
        let words = words(gap)
        if words.allSatisfy({ Self.mayStandBetween($0) || DecisionGrammar.isContested($0) }) { return true }
        if isBehindAside(gap) || isBefore && isPublication(gap) { return true }
        if !isBefore { return isApproval(gap) || isPossessor(gap) }
        guard gap.count <= Self.longestSubject, !text.lower[gap].contains(0x2C) else { return false }
        let first = words.prefix(2).joined(separator: " ")
        return Self.subjects.contains { first == $0 || first.hasPrefix($0 + " ") }
    }

    /// Whether only what stands between commas parts an act and a cue: `l'arrêté du 3 mai 2019, pris par …, est annulé`.
    private func isBehindAside(_ gap: Range<Int>) -> Bool {
        guard gap.count <= Self.longestSubject, text.lower[gap].first == 0x2C,
            let last = text.lower[gap].lastIndex(of: 0x2C), last > gap.lowerBound
        else { return false }
        return words(last..<gap.upperBound).allSatisfy { Self.fillers.contains($0) || Self.ofDescribed.contains($0) }
    }

    /// Whether only where an act was published parts it and a cue: `… in der Fassung der Bekanntmachung vom …, wird`.
    private func isPublication(_ gap: Range<Int>) -> Bool {
        text.lower[gap].starts(with: " in der fassung ".utf8) && !text.endsSentence(in: gap)
    }

    /// Whether only words that join the acts of a list stand between two.
    func isJoint(_ gap: Range<Int>) -> Bool {
        words(gap).allSatisfy {
            Self.fillers.contains($0) || Self.ofDescribed.contains($0) || Self.wideJoints.contains($0)
        }
    }

    private static let wideJoints: Set<String> = [
        "sowie", "und", "así", "como", "nonché", "ainsi", "que", "oraz", "также", "а", "bem", "alsmede", "b", "c",
        "and",
    ]

    /// Whether only whose it is stands between: `set aside the Minister's decision of …`.
    private func isPossessor(_ gap: Range<Int>) -> Bool {
        language.primary == "en" && gap.count <= Self.longestPossessor
            && text.lower[gap].suffix(3).elementsEqual("'s ".utf8)
            && !words(gap).contains(where: Self.prepositions.contains)
    }

    private static let prepositions: Set<String> = [
        "against", "under", "from", "by", "with", "over", "on", "in", "for", "after", "to", "and", "appeal",
    ]

    /// Bytes of who made a decision.
    private static let longestPossessor = 48

    /// Whether a verb says that something happens to what stands before it: `est modifié`, `is amended`.
    func isPredicate(_ range: Range<Int>) -> Bool { words(range).contains(where: Self.auxiliaries.contains) }

    private static let auxiliaries: Set<String> = [
        "is", "are", "est", "sont", "è", "sono", "wird", "werden", "queda", "quedan", "fica", "ficam", "se", "é", "são",
        "wordt", "worden", "jest", "są", "zostaje", "zostają", "was", "were", "been", "wurde", "wurden", "été", "fue",
        "fueron", "foi", "foram", "stato", "stata", "werd", "został", "została", "был", "была", "были", "было",
    ]

    /// Whether one act is the one by which a regulation was made that serves another.
    func isApproved(_ act: Range<Int>, by other: Range<Int>) -> Bool {
        act.upperBound <= other.lowerBound && isApproval(act.upperBound..<other.lowerBound)
    }

    private func isApproval(_ gap: Range<Int>) -> Bool {
        guard gap.count <= Self.longestSubject, !text.endsSentence(in: gap) else { return false }
        return words(gap).suffix(4).contains { word in Self.approvals.contains(where: word.hasPrefix) }
    }

    /// What says that one act was made by another.
    private static let approvals = [
        "aprobad", "aprovad", "approuvé", "approvat", "утвержд", "zatwierdzon", "schválen", "vastgesteld",
    ]

    /// Bytes of what an act is about.
    private static let longestSubject = 100

    /// What begins the words that tell what an act is about.
    private static let subjects = [
        "w sprawie", "relatif", "relative", "portant", "fixant", "concernant", "über", "zur", "betreffend", "sobre",
        "relativa", "relativo", "concernente", "recante", "houdende", "betreffende", "op grond", "о", "об", "o",
        "بشأن",
    ]

    /// Whether behind the name of an act it is said what happens to it, and not to something else.
    private func isSubject(_ gap: String) -> Bool {
        if language.primary == "zh" { return gap.allSatisfy(Self.dateWords.contains) }
        guard !gap.isEmpty, !["の", "의 "].contains(gap) else { return true }
        let gap = gap.hasPrefix("の一部") ? String(gap.dropFirst(3)) : gap
        guard let particle = Self.particles.first(where: gap.hasPrefix) else { return false }
        // `本日をもって` tells when.
        let rest = gap.dropFirst(particle.count).split(separator: "をもって").joined()
        return !Self.objectParticles.contains(where: rest.contains)
            && !gap.contains { $0 == "、" || $0 == "," }
    }

    /// Whether the name of an act that stands behind a cue is its object: nothing else ends there.
    private func isObject(_ gap: String) -> Bool { !gap.contains { ",、 :".contains($0) } }

    /// What begins a clause of its own, in languages that may say what happens before they say to what.
    private static let conjunctions: Set<String> = ["and", "y", "e", "ed", "et", "und"]
    private static let particles = ["を", "は", "が", "も", "을", "를", "은", "는", "이", "가"]
    private static let objectParticles = ["を", "을 ", "를 "]
    /// What Chinese says between an act and its end: from when on, and that others end with it.
    private static let dateWords = Set("自从從于於在年月日起即将將已经經也均都被正式全部一律同时時等文件规規章共计計二三四五六七八九十百余項项份个個行政法律的分条條款0123456789 ")

    /// Bytes without what stands in brackets.
    private func withoutNotes(_ range: Range<Int>) -> String {
        var depth = 0
        let kept = text.lower[range].filter { byte in
            if byte == 0x28 { depth += 1 }
            defer { if byte == 0x29 { depth -= 1 } }
            return depth <= 0
        }
        return String(ascii: kept)
    }

    /// Whether a word may stand between an authority and what happened to it.
    static func mayStandBetween(_ word: String) -> Bool { fillers.contains(word) || ofDescribed.contains(word) }

    private func words(_ gap: Range<Int>) -> [String] {
        withoutNotes(gap).utf8.split { !Bytes.isLetter($0) && $0 < 0x80 }.map { String(Substring($0)) }
    }

    /// What stands besides between an act's name and what happened to it: `stays enforcement of Korea's AI Basic Act`.
    private static let ofActs: Set<String> = [
        "state", "states", "enforcement", "application", "korea", "korean", "south", "japan", "taiwan", "china",
        "chinese",
        "colorado", "eu", "proposed", "draft", "proposal", "for", "an", "new", "newly", "s",
    ]

    /// What stands besides between what describes an act and what happened to it: `suspend l'exécution de l'arrêté …`.
    private static let ofDescribed: Set<String> = [
        "les", "des", "du", "dispositions", "exécution", "application", "effets", "partiellement", "partie", "tout",
        "sont",
        "vollzug", "vollziehung", "werden", "sind", "teilweise", "insoweit", "hiermit", "vollständig", "ganz",
        "los", "las", "efectos", "ejecución", "aplicación", "parcialmente", "han", "quedan", "queda", "fueron", "su",
        "un", "una", "es", "il", "lo", "gli", "i", "dell", "al", "alla", "all", "dei", "delle", "sono", "stati",
        "state",
        "efficacia", "esecuzione", "parzialmente", "os", "as", "da", "dos", "das", "à", "ao", "às", "é", "são", "fica",
        "ficam", "aplicação", "efeitos", "execução", "eficácia", "ter", "van", "uitvoering", "werking", "heb", "heeft",
        "zijn", "worden", "jest", "są", "został", "została", "zostało", "z", "dniem", "w", "części", "całości",
        "wykonanie", "je", "jsou", "byl", "byla", "bylo", "se", "ze", "dne", "в", "части", "полностью", "действие",
        "исполнение", "был", "была", "было", "были", "и", "с", "العمل", "ب", "that", "this", "all", "any", "parts",
        "portions", "enforcement", "certain", "provisions", "entire", "entirety", "same", "heute", "auch", "und", "et",
        "tritt", "treten", "się", "المحكمة", "محكمة", "النقض", "العليا", "الدستورية", "الإدارية", "المجلس", "الوزير",
        "ما", "سبق", "أن", "قررته", "في",
        "ihrer", "seiner", "ihrem", "seinem", "bisherigen", "früheren", "alten", "jahre", "über", "espèce", "caso",
        "provisional", "provisionalmente", "cautelarmente", "temporalmente", "vorläufig", "einstweilen",
        "provisoirement",
        "temporairement", "temporaneamente", "provvisoriamente", "temporariamente", "voorlopig", "tymczasowo", "most",
        "key", "its", "ausdrücklich", "expresamente", "expressément", "espressamente", "diversas", "diversos",
        "algunos",
        "algunas", "alcuni", "alcune", "disposizioni", "disposiciones", "disposições", "dispositivos", "certaines",
        "einige", "bestimmungen", "vorschriften", "enkele", "bepalingen", "przepisy", "przepisów", "положения",
        "положений",
        "некоторые", "некоторых", "отдельные",
        "ed", "y", "e", "oraz", "r", "г", "art", "ust", "§", "الفقرة", "الفقرات", "الأولى", "الثانية", "الثالثة", "من",
        "كل",
        "المادة", "المادتين", "المواد", "البند", "نص", "أحكام", "بأحكام", "を", "は", "が", "も",
    ]

    /// What stands besides between an act's name and what happened to a part of it: `인공지능기본법 제31조 위헌`.
    private static let ofClauses: Set<String> = [
        "제", "조", "조의", "조는", "조가", "항", "항은", "항이", "조에", "의", "은", "는", "이", "가", "을", "를", "에", "대해", "대한", "규정",
        "조항", "第", "条", "條", "条の", "の", "は", "が", "を", "項", "项", "款", "条を", "条は",
    ]

    /// What stands between a case's name and what happened to it: `was reversed`, `reverses the district court's ruling in`.
    private static let fillers: Set<String> = [
        "the", "its", "own", "earlier", "prior", "landmark", "supreme", "federal", "recent", "our", "reasoning",
        "approach", "decision", "ruling", "judgment", "judgement", "holding",
        "precedent", "case", "verdict", "order", "dismissal", "summary", "in", "of", "s", "district", "lower", "court",
        "appeals", "appeal", "circuit", "high", "has", "have", "had", "been", "was", "were", "is", "are", "be", "now",
        "just", "today", "expressly", "effectively", "partly", "largely", "finally", "das", "die", "der", "des", "dem",
        "den", "urteil", "entscheidung", "rechtsprechung", "rechtssache", "aus", "sache", "hat", "ist", "wurde", "wird",
        "worden", "l", "arrêt", "la", "le", "les", "décision", "jugement", "dans", "affaire",
        "est", "a", "été", "el", "sentencia", "doctrina", "de", "del", "caso", "en", "ha", "sido", "queda", "fue",
        "sentenza", "nel", "della", "è", "stata", "stato", "o", "foi", "no", "decisão", "do", "het", "arrest",
        "uitspraak", "zaak", "werd", "wordt", "een",
    ]
}

extension NamedAuthority {
    /// Whether what was done is worth telling: acts that have no citation are applied by everybody, and what is amended
    /// in a suit is a pleading.
    func isNews(_ kind: Treatment.Kind) -> Bool {
        switch self.kind {
        case .citation: kind != .amended || !CourtBeside.isDocket(value)
        case .parties: kind != .amended
        case .decision, .titled: true
        // Behind a name without marks `개정` may begin the name of a bill, as in `개정안`.
        case .plainAct: ![.applied, .distinguished, .amended, .repealed].contains(kind)
        case .act, .numberedAct, .knownAct, .described: kind != .applied && kind != .distinguished
        }
    }
}
