public import Model

/// What a title says happened to a bill, an act or a consultation: one step of several that such a matter takes.
enum ActStep: UInt16, Sendable {
    // Where a title has the words of several, the first of these is meant. `extended` is also what is shortened.
    case corrected, extended, answered, withdrawn, vetoed, signed, committee, lowerHouse, upperHouse, adopted, published
    case effective
    // What tells no step alone.
    case legislature

    /// Whether reports of both are reports of two events; `adopted` is said of what a house passes, of what is signed
    /// and of what is published.
    func isOther(than other: ActStep) -> Bool {
        let isVague = self == .adopted ? other.isAdoption : other == .adopted && isAdoption
        return self != other && !isVague
    }

    private var isAdoption: Bool {
        switch self {
        case .signed, .committee, .lowerHouse, .upperHouse, .adopted, .published: true
        case .corrected, .extended, .answered, .withdrawn, .vetoed, .effective, .legislature: false
        }
    }

    /// Whether one house of two has passed it, or a committee of one.
    var isPassing: Bool { self == .committee || self == .lowerHouse || self == .upperHouse }

    /// Whether it is what one house, or a head of state, did, of which few bills of one topic are told in the same days.
    var isOfHouse: Bool { isPassing && self != .committee || self == .signed || self == .vetoed }

    /// Whether a bill comes nearer to law by it, or is stopped.
    var makesLaw: Bool { isOfHouse || self == .adopted }

    /// Whether a citation is the number of a bill whose course is told in steps.
    static func isTakenByBill(_ citation: String) -> Bool { USBill.isBill(citation) || citation.hasPrefix("PL ") }

    /// Whether it can happen to one matter more than once.
    var recurs: Bool { self == .extended || self == .corrected }

    /// The step that a title tells; nil where it tells none.
    static func told(in title: String) -> ActStep? {
        let found = Found(title)
        return [.corrected, .extended, .answered, .withdrawn, .vetoed, .signed].first(where: found.has) ?? found.passing
            ?? [.adopted, .published, .effective].first(where: found.has)
    }

    /// The step of a bill that a text tells: one that delays and extends duties is signed all the same.
    static func ofBill(in text: String) -> ActStep? {
        let found = Found(text)
        return [.vetoed, .signed].first(where: found.has) ?? found.passing ?? (found.isOfAllHouses ? .adopted : nil)
    }

    /// What the words of a text tell.
    private struct Found {
        private var steps: UInt16 = 0

        init(_ text: String) {
            let bytes = FactFolding.lowered(text, upTo: longest)
            for index in bytes.indices where !cues[Int(bytes[index])].isEmpty && Bytes.wordBegins(bytes, at: index) {
                for cue in cues[Int(bytes[index])] where cue.stands(in: bytes, at: index) {
                    steps |= 1 << cue.step.rawValue
                }
            }
        }

        func has(_ step: ActStep) -> Bool { steps & (1 << step.rawValue) != 0 }

        /// The house that passed it: one alone tells nothing, and of two none is known to have acted.
        var passing: ActStep? {
            guard has(.adopted) else { return nil }
            if has(.committee) { return .committee }
            let houses = [ActStep.lowerHouse, .upperHouse].filter(has)
            return houses.count == 1 ? houses[0] : nil
        }

        /// Whether a legislature passed it, and no house of it is named.
        var isOfAllHouses: Bool {
            has(.adopted) && has(.legislature) && ![ActStep.committee, .lowerHouse, .upperHouse].contains(where: has)
        }
    }

    /// Where the words stand in a text that tell a step of any kind.
    static func words(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in bytes.indices {
            for cue in cues[Int(bytes[index])] where cue.stands(in: bytes, at: index) {
                found.append(index..<(index + cue.bytes.count))
            }
        }
        return found
    }

    /// Bytes of a title that are read at most.
    private static let longest = 400

    /// Words that tell a step.
    private struct Cue {
        let step: ActStep
        let bytes: [UInt8]
        /// Whether the word ends here, rather than going on by an ending.
        let isWhole: Bool

        func stands(in text: [UInt8], at index: Int) -> Bool {
            let end = index + bytes.count
            // Most differ in their last byte already.
            guard end <= text.count, text[end - 1] == bytes.last, text[index..<end].elementsEqual(bytes) else {
                return false
            }
            if isWhole, Bytes.wordGoesOn(text, at: end) { return false }
            return !ActStep.seats.contains { text[..<index].ends(with: $0) }
                && !(bytes.starts(with: ActStep.council) && ActStep.ofStates.contains { text[..<index].ends(with: $0) })
                && !(step == .effective && ActStep.rules.contains { text[end...].starts(with: $0) })
        }
    }

    /// What stands before a house that is none of lawmakers.
    private static let seats = ["white ", "publishing ", "clearing "].map { Array($0.utf8) }
    /// What stands before a council that is not the Union's.
    private static let ofStates = ["state ", "federal ", "national ", "city ", "executive ", "supreme "].map {
        Array($0.utf8)
    }
    private static let council = Array("council".utf8)
    /// What makes a rule of `施行`, as in 施行令.
    private static let rules = ["令", "령", "规", "規", "细", "細", "办", "辦", "条", "方", "意"].map { Array($0.utf8) }

    /// The words by their first byte; a space at the end says that the word ends there.
    private static let cues: [[Cue]] = {
        var cues = [[Cue]](repeating: [], count: 256)
        for (step, words) in table {
            for word in words {
                let bytes = Array(word.utf8)
                let isWhole = bytes.last == 0x20
                cues[Int(bytes[0])].append(Cue(step: step, bytes: isWhole ? bytes.dropLast() : bytes, isWhole: isWhole))
            }
        }
        return cues
    }()

    private static let table: [(ActStep, [String])] = [
        (
            .corrected,
            [
                "corrigend", "erratum ", "errata ", "berichtigung", "rectificatif", "corrección de errores",
                "rettifica ",
                "rectificatie ", "sprostowanie ", "更正", "勘误", "勘誤", "訂正", "正誤", "정정",
            ]
        ),
        (
            .extended,
            [
                "extension ", "extended ", "extends ", "extend ", "extending ", "brought forward", "reopen",
                "verlänger",
                "fristverlängerung", "vorverlegt ", "prolong", "rouvert", "prorog", "prorrog", "prórroga", "amplía",
                "ampliación", "ampliad", "riapert", "reabert", "verleng", "heropen", "przedłuż", "wydłuż", "延长", "延期",
                "延長", "연장", "shorten", "verkürz", "fristverkürzung", "raccourci", "acorta", "abbrevi", "accorci",
                "encurta", "verkort", "skróc", "zkrác", "сокра", "缩短", "縮短", "短縮", "단축",
            ]
        ),
        (
            .answered,
            [
                "government response", "response to consultation", "response to the consultation",
                "consultation response", "outcome ", "summary of responses", "consultation results",
                "results of the consultation", "feedback statement", "ergebnis der konsultation",
                "résultats de la consultation", "synthèse des contributions", "resultados de la consulta",
                "esiti della consultazione", "after consultation", "following consultation",
                "following public consultation",
                "nach konsultation", "nach der konsultation", "issue de la consultation", "suite à la consultation",
                "après consultation", "tras la consulta", "tras consulta", "esito della consultazione",
                "dopo la consultazione",
                "após consulta", "na consultatie", "po konsultacjach", "по итогам обсуждения", "總結", "諮詢結果", "諮詢總結",
                "征求意见结果", "意见采纳", "意見募集の結果", "意見募集結果", "의견수렴 결과",
            ]
        ),
        (
            .withdrawn,
            [
                "withdraw", "repeals ", "repealed ", "repeal ", "zurückgezogen", "zieht zurück", "retire ", "retirad",
                "ritirat", "ingetrokken ", "wycofa", "stažen", "отозван", "撤回", "废止", "廢止",
                "廃止", "철회", "폐지",
            ]
        ),
        (.vetoed, ["veto ", "vetoes ", "vetoed ", "拒否権", "거부권", "否决", "否決"]),
        (
            .signed,
            [
                "signs ", "signed ", "becomes law", "became law", "public law", "enacts ", "enacted ", "promulg",
                "verkündet ", "unterzeichn", "ausgefertigt ", "подписал", "sanciona ", "sancionad", "签署", "簽署", "署名",
                "서명", "공포",
            ]
        ),
        (
            .committee,
            [
                "committee ", "subcommittee ", "ausschuss ", "innenausschuss ", "rechtsausschuss ",
                "commissione giustizia",
                "in commissione ", "comisión de ", "na comissão ", "comissão especial", "komisja ", "komisji ",
                "commissie ",
                "комитет", "委员会会议审议", "委員会で可決", "委で可決", "委員會審查", "초안소위", "과방위", "법사위", "문체위", "정무위", "행안위", "상임위", "소위",
            ]
        ),
        (
            .lowerHouse,
            [
                "house ", "assembly ", "commons ", "representatives ", "bundestag", "nationalrat", "assemblée ",
                "congreso ", "cámara ", "câmara ", "camera ", "sejm", "госдум", "государственная дума", "본회의",
                "tweede kamer", "众议院", "眾議院", "衆議院", "衆院",
                "european parliament", "meps ", "eu-parlament", "europaparlament", "europäisches parlament",
                "europäische parlament", "parlement européen", "parlamento europe", "europees parlement",
                "parlament europejski", "欧洲议会", "歐洲議會", "欧州議会", "유럽의회",
            ]
        ),
        (
            .upperHouse,
            [
                "senate ", "lords ", "bundesrat", "совет федерации", "совфед", "ständerat", "sénat ", "senado ",
                "senato ", "senat ", "eerste kamer",
                "参议院", "參議院", "参議院", "参院", "council adopts", "council approves", "council gives", "eu council",
                "council of the eu", "rat der eu", "eu-rat ", "eu-ministerrat", "conseil de l’u", "conseil de l'u",
                "consejo de la u", "consiglio dell", "conselho da u", "raad van de eu", "rada ue", "欧盟理事会", "歐盟理事會",
                "eu理事会",
            ]
        ),
        (
            .adopted,
            [
                "passes ", "passed ", "pass ", "passage ", "adopts ", "adopted ", "adoption ", "approves ", "approved ",
                "approve ", "approval ", "clears ", "aprova ", "aprovad", "beschließt ", "beschlossen ", "verabschiede",
                "stimmt zu",
                "stimmt für", "gebilligt ", "billigt ", "adopte ", "adopté", "approuv", "aprueba", "aprobad", "adopta ",
                "adottat", "approva", "keurt", "aangenomen ", "przyję", "przyjmuje ", "uchwal", "通过", "通過", "公布",
                "发布", "發布", "印发", "出台", "颁布", "可決", "成立", "公表", "決定", "三讀", "принял", "одобрил", "утверди", "의결", "통과",
                "제정", "발표",
            ]
        ),
        (.legislature, ["legislature ", "lawmakers ", "legislators ", "congress ", "parliament "]),
        (
            .published,
            [
                "publish", "official journal", "veröffentlicht ", "publié", "publicad", "pubblicat", "opublikowan",
                "官報", "관보",
            ]
        ),
        (
            .effective,
            [
                "into force", "in force", "takes effect", "take effect", "took effect", "effective ", "applies from",
                "apply from", "in kraft", "inkrafttreten ", "en vigueur", "en vigor", "in vigore", "van kracht",
                "wchodzi w życie", "施行", "生效", "实施", "實施", "시행",
            ]
        ),
    ]
}

extension Findings {
    /// Whether a title says that all that is asked or proposed was withdrawn, with the days that were set for it; what is
    /// done to an act that a text cites leaves the act's days.
    public func tellsWithdrawal(in title: String) -> Bool {
        guard ![.ruling, .filing, .enforcement].contains(instrument.value),
            !citations.contains(where: { Citation.isAct($0.value) && !USBill.isBill($0.value) })
        else { return false }
        let step = ActStep.told(in: title)
        return stage.isEnd || step == .withdrawn || step == .vetoed && !title.lowercased().contains("overrid")
    }
}

extension ArraySlice where Element: Equatable {
    fileprivate func ends(with other: [Element]) -> Bool { suffix(other.count).elementsEqual(other) }
}
