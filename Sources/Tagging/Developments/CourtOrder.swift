import Model

/// What a report says that a court decided in the course of a suit: a docket has dozens of orders at one stage.
struct CourtOrder: Sendable {
    /// Kinds of orders, and how one came out.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt16

        static let dismissal = Self(rawValue: 1 << 0)
        static let motionToDismiss = Self(rawValue: 1 << 1)
        static let summaryJudgment = Self(rawValue: 1 << 2)
        static let discovery = Self(rawValue: 1 << 3)
        static let sanctions = Self(rawValue: 1 << 4)
        static let classAction = Self(rawValue: 1 << 5)
        static let injunction = Self(rawValue: 1 << 6)
        static let settlement = Self(rawValue: 1 << 7)
        static let fees = Self(rawValue: 1 << 8)
        static let verdict = Self(rawValue: 1 << 9)
        static let transfer = Self(rawValue: 1 << 10)
        static let arbitration = Self(rawValue: 1 << 11)
        static let reconsideration = Self(rawValue: 1 << 12)
        static let granted = Self(rawValue: 1 << 13)
        static let denied = Self(rawValue: 1 << 14)

        static let outcomes: Self = [.granted, .denied]
        /// Kinds of which one order grants or denies all: of claims some are often dismissed, and some are not.
        static let undivided: Self = [.classAction, .injunction, .settlement]
        /// What ends claims, so that reports in haste say the one for the other.
        static let endings: Self = [.dismissal, .summaryJudgment]
    }

    /// What is told first: by the title, else by the text behind it.
    private let told: Kinds
    private let outcome: Kinds
    /// What the title and the text tell, former orders among it.
    private let all: Kinds

    /// The orders that a text tells of; nil where it names the kind of none.
    init?(toldIn text: ItemText) {
        let (title, summary) = (Self.kinds(in: text.title), Self.kinds(in: text.summary))
        all = title.union(summary).subtracting(.outcomes)
        guard !all.isEmpty else { return nil }
        let titled = title.subtracting(.outcomes)
        told = titled.isEmpty ? all : titled
        let outcomes = title.intersection(.outcomes)
        outcome = outcomes.isEmpty ? summary.intersection(.outcomes) : outcomes
    }

    /// Whether reports of both, in one suit, are reports of two orders.
    ///
    /// - Parameters:
    ///   - other: What the other report tells.
    ///   - isNear: Whether both appeared within the days in which the press tells of one order.
    /// - Returns: Whether they are two; not where one of them may tell of the other's.
    func isOther(than other: CourtOrder, isNear: Bool) -> Bool {
        if told.isDisjoint(with: other.all), other.told.isDisjoint(with: all) {
            return !(isNear && told.isSubset(of: .endings) && other.told.isSubset(of: .endings))
        }
        let isUndivided = told.union(other.told).isSubset(of: .undivided)
        return isUndivided && !isNear && isSure && other.isSure && outcome != other.outcome
    }

    /// Whether it tells one outcome.
    private var isSure: Bool { outcome == .granted || outcome == .denied }

    /// Bytes of a text that are read at most.
    private static let longest = 600

    private static func kinds(in text: String) -> Kinds {
        let bytes = FactFolding.lowered(text, upTo: longest)
        var found: Kinds = []
        for index in bytes.indices where !cues[Int(bytes[index])].isEmpty && Bytes.wordBegins(bytes, at: index) {
            for cue in cues[Int(bytes[index])] where bytes[index...].starts(with: cue.bytes) {
                found.formUnion(cue.kinds)
            }
        }
        return found
    }

    /// The words by their first byte.
    private static let cues: [[(kinds: Kinds, bytes: [UInt8])]] = {
        var cues = [[(kinds: Kinds, bytes: [UInt8])]](repeating: [], count: 256)
        for (kinds, words) in table {
            for word in words {
                let bytes = Array(word.utf8)
                cues[Int(bytes[0])].append((kinds, bytes))
            }
        }
        return cues
    }()

    /// Words that tell a kind, which may go on by an ending.
    private static let table: [(Kinds, [String])] = [
        (
            [.dismissal, .motionToDismiss],
            [
                "motion to dismiss", "motions to dismiss", "klageabweisung", "requête en rejet",
                "moción de desestimación",
                "istanza di rigetto", "驳回动议", "驳回起诉动议", "却下申立", "棄却申立", "기각 신청",
            ]
        ),
        (
            .dismissal,
            [
                "dismiss", "tosses", "tossed", "weist klage", "weist die klage", "klage abgewiesen",
                "rejette la plainte",
                "plainte rejetée", "desestima la demanda", "demanda desestimada", "驳回起诉", "驳回诉讼", "駁回起訴",
                "訴えを却下", "訴えを棄却", "소송 기각", "소 각하",
            ]
        ),
        (
            .summaryJudgment,
            [
                "summary judgment", "summary judgement", "summarisches urteil", "summarischen urteil",
                "jugement sommaire", "sentencia sumaria", "juicio sumario", "giudizio sommario", "julgamento sumário",
                "即决判决", "簡易判決", "简易判决", "略式判決", "即決判決", "약식판결", "약식 판결",
            ]
        ),
        (
            .discovery,
            [
                "discovery", "motion to compel", "motions to compel", "must produce", "ordered to produce",
                "protective order", "deposition", "beweisermittlung", "communication de pièces", "证据开示", "證據開示",
                "証拠開示", "ディスカバリ", "증거개시", "증거 개시",
            ]
        ),
        (.sanctions, ["sanction", "sanktion", "sanción", "sanciona", "sanzion", "制裁", "제재"]),
        (
            .classAction,
            [
                "class certif", "certifies class", "certifies a class", "certify class", "certify a class",
                "certifying class", "certifying a class", "certified class", "certified a class", "class is certified",
                "sammelklage zugelassen", "sammelklage zu", "certificación de la clase", "certificación de clase",
                "certification de la classe", "集体诉讼认证", "集体诉讼资格", "クラス認証", "クラス認定", "집단소송 허가",
                "집단소송 인증",
            ]
        ),
        (
            .injunction,
            [
                "injunction", "enjoin", "restraining order", "einstweilige", "injonction", "medida cautelar",
                "medidas cautelares", "misura cautelare", "ingiunzione", "禁令", "差止", "差し止め", "仮処分", "가처분",
                "금지명령",
            ]
        ),
        (
            .settlement,
            [
                "settlement", "billigt vergleich", "genehmigt vergleich", "vergleich gebilligt", "vergleich genehmigt",
                "accord transactionnel", "acuerdo transaccional", "accordo transattivo", "和解", "합의",
            ]
        ),
        (
            .fees,
            [
                "attorneys' fees", "attorneys’ fees", "attorney's fees", "attorney’s fees", "attorney fees",
                "legal fees", "anwaltskosten", "律师费", "弁護士費用", "변호사 비용",
            ]
        ),
        (.verdict, ["verdict", "jury finds", "jury awards", "geschworene", "陪审团裁", "評決", "배심원"]),
        (.transfer, ["motion to transfer", "change of venue", "motion to remand", "remands to state"]),
        (.arbitration, ["arbitrat", "schiedsgericht", "arbitraje", "仲裁", "중재"]),
        (.reconsideration, ["reconsider", "rehearing"]),
        (
            .granted,
            ["grant", "approves", "approved", "approving", "certifies", "issues", "issued", "gibt statt", "billigt"]
        ),
        (
            .denied,
            [
                "denie", "deny", "denial", "reject", "refus", "declin", "postpone", "delay", "in part", "lehnt",
                "weist",
            ]
        ),
    ]
}
