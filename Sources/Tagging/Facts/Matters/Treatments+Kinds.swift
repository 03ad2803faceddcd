import Model

/// Which of the treatments that are told are news, and what they are called: who does it, and to what, says more than the
/// verb.
extension Treatments {
    /// Whether what is told of an authority is news, and not what is only proposed, or how authorities are cited.
    func isNews(_ kind: Treatment.Kind, of authority: NamedAuthority, _ heard: [PhraseHit]) -> Bool {
        let isTold =
            authority.isNews(kind) || isMadeLaw(authority, kind, heard) || isAppliedByCourt(authority, kind, heard)
        return isTold && !isMerelyProposed(kind, authority)
            && !(kind == .repealed && isMerelyWithdrawn(authority, heard))
    }

    /// Whether it is told that something was withdrawn that never had force: a bill or another proposal; an appeal or a
    /// motion in a case, where no word says that the decision was; what a title marks as withdrawn, the report itself.
    private func isMerelyWithdrawn(_ authority: NamedAuthority, _ heard: [PhraseHit]) -> Bool {
        let isWithdrawn = heard.allSatisfy { hit in Self.withdrawing.contains { contains($0, in: hit.range) } }
        guard isWithdrawn else { return false }
        if USBill.isBill(authority.value) || authority.value.hasPrefix("COM(") || isEnded { return true }
        let isMark = heard.allSatisfy { hit in
            hit.range.lowerBound == 0 && field.text.lower[hit.range.upperBound...].first == 0x3A
        }
        if isMark { return true }
        let isJudgment = CitationScanner.only(in: FactText(authority.value))?.kind == .judgment
        return authority.isCase && !isJudgment && !heard.contains(where: isOfDecision)
    }

    /// Whether a decision is spoken of beside words.
    private func isOfDecision(_ cue: PhraseHit) -> Bool {
        let start = max(0, cue.range.lowerBound - Self.decisionReach)
        let end = min(field.text.count, cue.range.upperBound + Self.decisionReach)
        return Self.decisions.contains { contains($0, in: start..<end) }
    }

    /// Bytes beside words in which what was withdrawn is named.
    private static let decisionReach = 40
    private static let decisions = [
        "opinion", "judgment", "judgement", "decision", "ruling", "urteil", "entscheidung", "beschluss",
        "arrêt", "décision", "ordonnance", "sentencia", "sentenza", "decisão", "uitspraak", "arrest", "wyrok",
        "判决", "判決", "裁定", "판결",
    ].map { Array($0.utf8) }
    private static let withdrawing = [
        "withdr", "zurückgezogen", "zieht", "retir", "ritir", "ingetrokken", "trekt", "trok", "intrekking", "wycof",
        "cofa", "cofn", "staž", "отоз", "отзыв", "撤回", "取り下げ", "철회", "scrap",
    ].map { Array($0.utf8) }

    /// Whether it is what a proposal says that it will do to an act without a number, as in the title of a bill.
    private func isMerelyProposed(_ kind: Treatment.Kind, _ authority: NamedAuthority) -> Bool {
        isProposal && [.amended, .repealed].contains(kind) && authority.isUnnumbered
    }

    /// Whether a law amends one by a name without marks: `저작권법 일부개정법률`, and no bill, `개정안`.
    private func isMadeLaw(_ authority: NamedAuthority, _ kind: Treatment.Kind, _ heard: [PhraseHit]) -> Bool {
        guard authority.kind == .plainAct, kind == .amended || kind == .repealed, instrument == .legislation,
            !isProposal
        else { return false }
        return heard.allSatisfy { hit in
            let behind = field.text.text(hit.range.upperBound..<min(field.text.count, hit.range.upperBound + 15))
            return !["안", "案"].contains(where: behind.contains) && hit.range.lowerBound >= authority.range.upperBound
        }
    }

    /// Whether a court says that it decides by an act, or by a provision of it.
    private func isAppliedByCourt(_ authority: NamedAuthority, _ kind: Treatment.Kind, _ heard: [PhraseHit]) -> Bool {
        guard kind == .applied, instrument == .ruling, !authority.isCase else { return false }
        return heard.contains { hit in
            let cue = field.text.lower[hit.range]
            return Self.bases.contains { cue.elementsEqual($0) } && hit.range.upperBound <= authority.range.lowerBound
                && (authority.kind != .act || field.text.lower[authority.range.upperBound...].starts(with: "第".utf8))
        }
    }

    private static let bases = [
        "依据", "依據", "gestützt auf", "in anwendung von", "in anwendung des", "in anwendung der", "unter anwendung von",
        "en application de", "en application du", "en aplicación de", "en aplicación del", "en aplicación de la",
        "in applicazione di", "in applicazione del", "in applicazione dell'", "in applicazione della",
        "em aplicação do",
        "em aplicação da", "met toepassing van",
    ].map { Array($0.utf8) }

    /// The kind of what one verb says of laws that their makers end, and of what courts annul: `aufgehoben`, `uchylono`.
    func kindOfAct(_ kind: Treatment.Kind, _ authority: NamedAuthority, _ cue: Range<Int>) -> Treatment.Kind {
        let isMade = [.legislation, .regulation, .guidance].contains(instrument)
        guard kind == .annulled, isMade, !authority.isCase else { return kind }
        return Self.endings.contains { contains($0, in: cue) } ? .repealed : kind
    }

    private static let endings = ["aufgehoben", "hebt", "hob", "uchyl", "zruš", "отмен", "ألغ", "إلغا", "لغي", "لغى"]
        .map { Array($0.utf8) }

    /// What only a statute is found to be: against the constitution.
    private static let ofStatutes = [
        "위헌", "헌법", "违宪", "違憲", "constitu", "costituzional", "verfassung", "grundgesetz", "конституц", "konstytuc",
        "دستور", "ústav",
    ].map { Array($0.utf8) }

    /// Whether a cue finds what only a statute is found to be.
    func isOfStatutes(_ cue: Range<Int>) -> Bool { Self.ofStatutes.contains { contains($0, in: cue) } }

    private func contains(_ words: [UInt8], in cue: Range<Int>) -> Bool {
        field.text.lower[cue].contains(words)
    }

    /// Whether a cue says only what somebody means to do, `to amend …`, or, behind what describes an act, is a part of how
    /// acts are cited: `loi du 6 janvier 1978 modifiée`.
    func isMerelyMeant(_ cue: Cue, of authority: NamedAuthority) -> Bool {
        let range = cue.hit.range
        if authority.range.upperBound <= range.lowerBound {
            return (authority.isUnnumbered || authority.kind == .numberedAct)
                && tables.rules[cue.hit.rule].value == Treatment.Kind.amended.rawValue
                && !nearness.isPredicate(authority.range.upperBound..<range.upperBound)
        }
        // `the amended Copyright Act`, without an article behind the word.
        let ahead = field.text.lower[..<range.lowerBound]
        if authority.isUnnumbered, cue.side == .treatment, authority.range.lowerBound == range.upperBound + 1,
            authority.kind != .titled || !isOfPrecedents(cue) || ahead.suffix(5).elementsEqual(" the ".utf8)
        {
            return true
        }
        return Self.infinitives.contains { field.text.lower[range].elementsEqual($0) }
            && ahead.suffix(4).elementsEqual(" to ".utf8)
            && !Self.purposes.contains { ahead.suffix($0.count).elementsEqual($0) }
    }

    /// Whether it is what is done to precedents: `overruled Acme`.
    private func isOfPrecedents(_ cue: Cue) -> Bool {
        let kind = Treatment.Kind(rawValue: tables.rules[cue.hit.rule].value)
        return kind == .overruled || kind == .distinguished
    }

    private static let infinitives = [
        "amend", "repeal", "overrule", "annul", "reverse", "quash", "vacate", "distinguish", "revoke", "rescind",
        "withdraw", "supersede",
    ].map { Array($0.utf8) }
    /// What makes an infinitive tell what is done: `An Act to amend …`.
    private static let purposes = ["act to ", "law to ", "regulations to ", "rules to ", "order to ", "ordinance to "]
        .map { Array($0.utf8) }
}
