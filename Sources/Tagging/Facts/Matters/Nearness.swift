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
        case .citation: return true
        case .numberedAct: return !isBefore || !words(gap).contains(where: Self.conjunctions.contains)
        case .parties: return words(gap).allSatisfy(Self.fillers.contains)
        case .knownAct: return words(gap).allSatisfy { Self.fillers.contains($0) || Self.ofActs.contains($0) }
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

    /// Whether behind the name of an act it is said what happens to it, and not to something else.
    private func isSubject(_ gap: String) -> Bool {
        if language.primary == "zh" { return gap.allSatisfy(Self.dateWords.contains) }
        guard !gap.isEmpty, !["の", "의 "].contains(gap) else { return true }
        guard let particle = Self.particles.first(where: gap.hasPrefix) else { return false }
        return !Self.objectParticles.contains(where: gap.dropFirst(particle.count).contains)
            && !gap.contains { $0 == "、" || $0 == "," }
    }

    /// Whether the name of an act that stands behind a cue is its object: nothing else ends there.
    private func isObject(_ gap: String) -> Bool { !gap.contains { ",、 :".contains($0) } }

    /// What begins a clause of its own, in languages that may say what happens before they say to what.
    private static let conjunctions: Set<String> = ["and", "y", "e", "ed", "et", "und"]
    private static let particles = ["を", "は", "が", "も", "을", "를", "은", "는", "이", "가"]
    private static let objectParticles = ["を", "을 ", "를 "]
    /// What Chinese says between an act and its end: from when on, and that others end with it.
    private static let dateWords = Set("自从從于於在年月日起即将將已经經也均都被正式全部一律同时時等文件规規章共计計二三四五六七八九十百余項项份个個0123456789 ")

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

    private func words(_ gap: Range<Int>) -> [String] {
        withoutNotes(gap).utf8.split { !Bytes.isLetter($0) && $0 < 0x80 }.map { String(Substring($0)) }
    }

    /// What stands besides between an act's name and what happened to it: `stays enforcement of Korea's AI Basic Act`.
    private static let ofActs: Set<String> = [
        "state", "states", "enforcement", "application", "korea", "korean", "south", "japan", "taiwan", "china",
        "chinese",
        "colorado", "eu", "proposed", "draft", "proposal", "for", "an", "new", "newly", "s",
    ]

    /// What stands besides between an act's name and what happened to a part of it: `인공지능기본법 제31조 위헌`.
    private static let ofClauses: Set<String> = [
        "제", "조", "조의", "조는", "조가", "항", "항은", "항이", "조에", "의", "은", "는", "이", "가", "을", "를", "에", "대해", "대한", "규정",
        "조항", "第", "条", "條", "条の", "の", "は", "が", "を", "項", "项", "款", "条を", "条は",
    ]

    /// What stands between a case's name and what happened to it: `was reversed`, `reverses the district court's ruling in`.
    private static let fillers: Set<String> = [
        "the", "its", "own", "earlier", "prior", "landmark", "decision", "ruling", "judgment", "judgement", "holding",
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
        // Behind a name without marks `개정` may begin the name of a bill, as in `개정안`.
        case .plainAct: ![.applied, .distinguished, .amended, .repealed].contains(kind)
        case .act, .numberedAct, .knownAct: kind != .applied && kind != .distinguished
        }
    }
}
