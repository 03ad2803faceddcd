import Model

/// What a report tells beside its words: the same in every language.
extension ItemReport {
    /// What is asked of two reports in two languages before anything else is compared.
    struct Frame: Hashable {
        let law: Jurisdiction
        let instrument: Instrument
        /// `adopted` of a rule that is in force, too, and `decided` of all that an authority does with a party: what is told at
        /// once of one event differs in that.
        let stage: Stage
    }

    /// Days within which others tell of it in their languages: of a dispute, or where both are of the same topics, and else.
    private static let (window, narrowWindow) = (5, 3)
    /// What reports have in common at least under such a law: a party that not many sue at once, two others, or names and
    /// figures.
    private static let leastInCommon = 2

    /// Under each law the kind of event that it tells of.
    var frames: [Frame] {
        instrument == .other || stage == .none
            ? [] : laws.map { Frame(law: $0, instrument: instrument, stage: frameStage) }
    }

    private var frameStage: Stage {
        if instrument == .enforcement { return .decided }
        return stage == .inForce ? .adopted : stage
    }

    private var isOfDispute: Bool { [.ruling, .filing, .enforcement].contains(instrument) }

    /// The laws but for that of its readers where it tells of one of other countries.
    static func withoutHome(_ laws: Set<Jurisdiction>, _ language: String) -> Set<Jurisdiction> {
        guard laws.count > 1, let home = homes[language] else { return laws }
        return laws.filter { $0.code != home }
    }

    /// The countries of languages that one country has.
    private static let homes = ["ja": "JP", "ko": "KR"]

    /// Whether another report is in another language, or in the other script of Chinese.
    func isAbroad(_ other: ItemReport) -> Bool {
        other.language != language || other.isTraditional != isTraditional
    }

    /// How much a report in another language has in common with it beside law, kind, stage and topic; nil where they may not
    /// be of one event, or too little says so.
    func likenessAbroad(to other: ItemReport) -> Int? {
        guard isNear(other, Self.window), isAbroad(other), instrument == other.instrument,
            frameStage == other.frameStage, isOfSameSubjects(as: other),
            isOfDispute || subjects == other.subjects || isNear(other, Self.narrowWindow),
            Self.isOneLaw(laws, other.laws), !isOfSeveral, !other.isOfSeveral, appeals == other.appeals,
            Self.mayBeOne(deadlines, other.deadlines), Self.mayBeOne(effective, other.effective),
            !areOtherParties(in: other), !isOverCourt(of: other), !other.isOverCourt(of: self)
        else { return nil }
        let known = wellKnown.all.intersection(other.wellKnown.all).count
        let figures = figures.intersection(other.figures).count
        let names = parties.all.intersection(other.parties.all).subtracting(PartyWords.unnamed).count
        let others = wellKnownOthers.intersection(other.wellKnownOthers).count
        let common = max(known + others, names) + figures
        // What is told in another currency is another number.
        if let sum, let theirs = other.sum, !NamedSum.mayBeOne(sum, theirs), common == 0 { return nil }
        return common >= least ? common : nil
    }

    /// How much reports of such events have in common at least.
    private var least: Int {
        if laws.contains(where: \.isBusyWithSuits) { return Self.leastInCommon }
        let isPaper = [.guidance, .consultation, .standard].contains(instrument)
        let isBusy = !isOfLaw && laws.contains { $0.code == "CN" } || isPaper && laws.contains { $0.code == "EU" }
        return isBusy || instrument == .enforcement ? 1 : 0
    }

    /// Whether it tells of a court that stands over the one of which another report tells.
    private func isOverCourt(of other: ItemReport) -> Bool {
        isOfHighestCourt && regions.isEmpty && !other.isOfHighestCourt && !other.regions.isEmpty
    }

    /// Whether the topics of one are among those of the other.
    private func isOfSameSubjects(as other: ItemReport) -> Bool {
        !subjects.isEmpty && !other.subjects.isEmpty
            && (subjects.isSubset(of: other.subjects) || other.subjects.isSubset(of: subjects))
    }

    private static func mayBeOne(_ left: Set<Day>, _ right: Set<Day>) -> Bool {
        left.isEmpty || right.isEmpty || !left.isDisjoint(with: right)
    }

    /// Whether each report names a party that is known in every language, and of which the other's title, or all of it, says
    /// nothing.
    private func areOtherParties(in other: ItemReport) -> Bool {
        let (mine, theirs) = (wellKnown.titled, other.wellKnown.titled)
        if !mine.isSubset(of: other.wellKnown.all), !theirs.isSubset(of: wellKnown.all) { return true }
        return mine.count > 1 && theirs.count > 1 && !mine.isSubset(of: theirs) && !theirs.isSubset(of: mine)
    }
}

/// Whether a report tells of a later step of what another tells, by what both tell beside their words.
extension ItemReport {
    /// Days within which a dispute and the making of a rule go on, and after which a court's second ruling is another step.
    private static let (threadWindow, rulingDays) = (900, 20)

    /// Whether it tells of a later stage of a dispute of parties that are known in every language.
    func followsKnown(_ other: ItemReport) -> Bool {
        guard isOfDispute, other.isOfDispute, other.day < day, isNear(other, Self.threadWindow),
            Self.isOneLaw(laws, other.laws), !subjects.isDisjoint(with: other.subjects), !isOfSeveral,
            !other.isOfSeveral, !areOtherParties(in: other), !Regions.differ(regions, other.regions)
        else { return false }
        let shared = wellKnown.titled.intersection(other.wellKnown.all)
            .union(other.wellKnown.titled.intersection(wellKnown.all))
        if !shared.isDisjoint(with: wellKnownOthers) {
            return hasMoved(since: other) || !isNear(other, Self.rulingDays)
        }
        // Many sue a provider.
        return !laws.contains(where: \.isBusyWithSuits) && !shared.isEmpty && hasMoved(since: other)
            && (instrument != .filing || appeals || other.instrument == .filing)
            && wellKnown.titled == other.wellKnown.titled && isOfSameSubjects(as: other)
    }

    /// Whether it is of another kind or stage than another report of a dispute, or rules once more.
    private func hasMoved(since other: ItemReport) -> Bool {
        !isOfSameKind(as: other) || instrument == .ruling && !isNear(other, Self.rulingDays)
    }

    /// Whether it tells that an act came further of which another report tells, under a law that makes few of one topic: in
    /// one language with some of the same words.
    func followsRule(_ other: ItemReport) -> Bool {
        guard instrument == .legislation, other.instrument == .legislation, isLawmaking, other.isLawmaking,
            other.day < day, isNear(other, Self.threadWindow), Self.isOneLaw(laws, other.laws),
            let stage = Self.order(stage), let before = Self.order(other.stage), stage > before
        else { return false }
        guard !laws.contains(where: \.isBusyWithRules), !isAboutOtherAct(other), !contradicts(CollectionOfOne(other)),
            !isOfOtherObject(than: other)
        else {
            return false
        }
        return isAbroad(other)
            ? subjects == other.subjects
            : isOfSameSubjects(as: other) && news.likeness(to: other.news) >= Self.alikeRule
    }

    /// The share of words that reports of one act in one language have in common.
    private static let alikeRule = 0.12

    /// How far a rule has come.
    private static func order(_ stage: Stage) -> Int? {
        switch stage {
        case .proposed: 0
        case .adopted: 1
        case .inForce: 2
        default: nil
        }
    }
}

extension Jurisdiction {
    /// Whether so much happens under the law that a kind, a stage and a topic tell no event from another.
    fileprivate var isBusyWithSuits: Bool { ["US", "INT"].contains(code) || code.hasPrefix("US-") }

    /// Whether many rules on one topic are made at once under the law, or in parts of the country.
    fileprivate var isBusyWithRules: Bool { ["US", "INT", "EU", "CN"].contains(code) || code.contains("-") }
}
