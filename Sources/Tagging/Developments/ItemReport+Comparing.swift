import Model

/// Whether an item reports what the items of a group report.
extension ItemReport {
    /// Days within which reports of one event appear.
    private static let window = 30
    /// After so many days a report of a case is one of its next step, unless it shares words with the earlier report.
    private static let freshWindow = 14
    private static let alikeLate = 0.2
    /// Days within which a court publishes what others report before it does.
    static let pressWindow = 3
    /// Days within which other words tell of the same event.
    static let newsWindow = 5
    /// Days within which reports of one step of an act appear: what else happens under the act states its dates, too.
    static let stepWindow = 7
    /// Days within which the same words are the same event.
    static let wordsWindow = 60
    /// From this share of common words on two texts are the same.
    private static let alike = 0.55
    /// The same for texts of one source, which fills its own templates, and for those that name different things.
    private static let alikeAtHome = 0.9
    /// From this share of common words on two texts about two things are alike.
    private static let siblings = 0.3
    /// Hashes of a sketch from which on one number among the words is a small part of them.
    private static let long = 60

    /// Whether it reports the same step of a case that the group has in common with it: near in time and at one stage.
    /// Where only the case's name is common, the law has to be, too: parties meet in more courts than one.
    func isSameEvent(as group: [ItemReport], byName: Bool) -> Bool {
        group.contains { isNear($0, Self.window) && isSameStage($0.stage) } && !isLate(for: group)
            && !contradicts(group) && !(byName && isOfOtherCourt(than: group)) && !isNextStep(after: group)
            && !isOtherStep(than: group) && !isAppeal(from: group) && !isEnd(of: group) && !strikes(group)
            && !isStruck(by: group) && !bringsEffect(to: group)
    }

    /// Whether it says, some days after reports that say nothing of it, that somebody appeals, or they after it.
    private func isAppeal(from group: [ItemReport]) -> Bool {
        group.allSatisfy { other in
            let (first, last) = appeals ? (other, self) : (self, other)
            return appeals != other.appeals && first.day.number + Self.pressWindow < last.day.number
        }
    }

    /// Whether it says, some days after reports that say nothing of it, that what they tell of came to nothing, or they
    /// after it.
    private func isEnd(of group: [ItemReport]) -> Bool {
        group.allSatisfy { other in
            let (first, last) = isEnd ? (other, self) : (self, other)
            return isEnd != other.isEnd && first.day.number + Self.pressWindow < last.day.number
        }
    }

    /// Whether it reports the same step of an act that both state with its date.
    ///
    /// - Parameters:
    ///   - group: What may report it.
    ///   - isNew: Whether nobody cited the act before these days, so that all that is told of it is that it came.
    /// - Returns: Whether it does.
    func isSameStep(as group: [ItemReport], isNew: Bool) -> Bool {
        group.contains { other in
            isNear(other, Self.stepWindow) && other.source != source && other.stage == stage
                && !other.jurisdictions.isDisjoint(with: jurisdictions)
                && (isNew && isOfLaw && other.isOfLaw
                    || other.instrument == instrument && (other.language != language || hasAlikeTitle(other)))
        } && !contradicts(group) && !(isNew ? isOtherStep(than: group) : isUnderOtherProvision(than: group))
    }

    /// Whether it is of law that binds.
    var isOfLaw: Bool { instrument == .legislation || instrument == .regulation }

    /// Whether an act is one of these days by its number: `EU 2026/1501`.
    func isOfLateNumber(_ act: Substring) -> Bool {
        let number = act.drop { $0 != " " }.dropFirst()
        guard let year = Int(number.prefix { $0 != "/" }) else { return false }
        // What is numbered in December is told in January.
        return year >= (day.month == 1 ? day.year - 1 : day.year)
    }

    /// Whether most words of the shorter title are in the other: all that is done under an act has its name.
    private func hasAlikeTitle(_ other: ItemReport) -> Bool {
        let titles = (news.title, other.news.title)
        return NewsWords.count(titles.0, titles.1) * 2 > min(titles.0.count, titles.1.count)
    }

    /// The share of words that it has in common with one of the group's first reports; nil where that does not make
    /// them one event.
    func sameWords(as group: [ItemReport], _ compared: Int) -> Double? {
        guard group.contains(where: { isNear($0, Self.wordsWindow) }) else { return nil }
        var isSure = false
        for other in group.prefix(compared) where other.language == language {
            // Notices that differ by their number are a series, unless they are as long as texts.
            if min(sketch.hashes.count, other.sketch.hashes.count) < Self.long, news.numbersDiffer(from: other.news) {
                continue
            }
            // Few are much alike, which is sooner told than what parts those that are.
            guard let share = other.sketch.likeness(to: sketch, atLeast: Self.alike) else { continue }
            if !isSure, contradicts(group) { return nil }
            isSure = true
            guard names.isEmpty || other.names.isEmpty || hasAlikeName(other) else { continue }
            // The same sentence about two firms or two courts tells of two events, unless nearly all is the same.
            if share < Self.alikeAtHome,
                other.source == source || news.contradicts(other.news) || isOfOtherCourt(than: CollectionOfOne(other))
            {
                continue
            }
            if !news.subjectsDiffer(from: other.news), !isOtherStep(than: CollectionOfOne(other)),
                !isOfOtherObject(than: other)
            {
                return share
            }
        }
        return nil
    }

    /// Whether it may tell of the same event as another report in other words: of another source, on about the same
    /// day, at the same stage, under the same law, and where not each tells of a number or a name that the other lacks.
    func mayBeSameNews(as other: ItemReport) -> Bool {
        isNear(other, Self.newsWindow) && other.source != source && other.instrument == instrument
            && other.stage == stage && !isOfOtherCourt(than: CollectionOfOne(other)) && !news.contradicts(other.news)
            && !contradicts(CollectionOfOne(other)) && !isOtherStep(than: CollectionOfOne(other))
            && !isSibling(of: other) && !(language == other.language && news.objectsDiffer(from: other.news))
            && !movesElsewhere(than: other)
    }

    /// Whether two texts are much alike, and each is about something that the other lacks: as are reports of two courts,
    /// two states or two claimants.
    func isSibling(of other: ItemReport) -> Bool {
        if isOfOtherObject(than: other) { return true }
        guard other.language == language, news.subjectsDiffer(from: other.news) else { return false }
        return isTitledAlike(other) || sketch.likeness(to: other.sketch, atLeast: Self.siblings) != nil
    }

    /// Whether two titles are much alike but for what they are about: two papers of one authority are written so.
    func isOfOtherObject(than other: ItemReport) -> Bool {
        guard other.language == language else { return false }
        if isTitledAlike(other), news.objectsDiffer(from: other.news) || news.actorsDiffer(from: other.news) {
            return true
        }
        return isLawmaking && other.isLawmaking
            ? news.slotsDiffer(from: other.news)
            : sharedParties(with: other).isEmpty && news.unnamedDiffer(from: other.news)
    }

    private func isTitledAlike(_ other: ItemReport) -> Bool {
        NewsWords.count(news.title, other.news.title) * 2 >= min(news.title.count, other.news.title.count)
    }

    /// Whether it comes long after a group's first report, and says other things than its reports.
    private func isLate(for group: [ItemReport]) -> Bool {
        guard let first = group.min(by: { $0.day < $1.day }), !isNear(first, Self.freshWindow) else { return false }
        // A docket's name and number are in all that is told of its many orders, whereas a judgment has its own.
        let isDocket = !cases.isEmpty && cases.allSatisfy(CourtBeside.isDocket)
        let own = isDocket ? NewsWords.hashes(of: cases.union(names), Language(language)) : []
        return !group.contains {
            $0.language != language || $0.news.likeness(to: news, without: own) >= Self.alikeLate
        }
    }

    /// Whether both are known to be of different places.
    func isOfOtherCourt(than group: some Collection<ItemReport>) -> Bool {
        guard !jurisdictions.isEmpty else { return false }
        var isKnown = false
        for other in group where !other.jurisdictions.isEmpty {
            if !other.jurisdictions.isDisjoint(with: jurisdictions) { return false }
            isKnown = true
        }
        return isKnown
    }

    /// What a court or an authority publishes about one case on another day is the case's next step, unless it is the
    /// same text once more.
    private func isNextStep(after group: [ItemReport]) -> Bool { isPrimary && isToldAnew(after: group) }

    /// Whether its source told of a step before, on another day, that can happen to one matter more than once: it does not
    /// tell the same twice in other words.
    func isRepeatedStep(after group: [ItemReport]) -> Bool { step?.recurs ?? false && isToldAnew(after: group) }

    private func isToldAnew(after group: [ItemReport]) -> Bool {
        group.contains {
            $0.source == source && $0.day != day && $0.sketch.likeness(to: sketch, atLeast: Self.alikeAtHome) == nil
        }
    }

    /// Whether a court or an authority that has told of the case before says something new, some days after others did:
    /// what it publishes first others report later.
    func isNextStep(afterOthers group: [ItemReport]) -> Bool {
        !group.contains(where: isOfSource) && !group.contains { isNear($0, Self.pressWindow) }
    }

    func isOfSource(_ other: ItemReport) -> Bool { other.source == source }

    func isNear(_ other: ItemReport, _ days: Int) -> Bool { abs(other.day.number - day.number) <= days }

    private func isSameStage(_ other: Stage) -> Bool { other == stage || other == .none || stage == .none }

    /// Whether the group is about other cases, bills of other states, parties of other names, or what courts or
    /// authorities of other parts of a country did.
    func contradicts(_ group: some Collection<ItemReport>) -> Bool {
        let known = group.reduce(into: Set<String>()) { $0.formUnion($1.cases) }
        if !known.isEmpty, !cases.isEmpty {
            return known.isDisjoint(with: spelt) || isOfOtherState(than: group) || isOfOtherDocket(than: group)
        }
        if isOfOtherRegion(than: group) { return true }
        let named = group.filter { !$0.names.isEmpty && $0.language == language }
        return !names.isEmpty && !named.isEmpty && !named.contains(where: hasAlikeName)
    }

    /// Whether both are about bills, and name other states.
    func isOfOtherState(than group: some Collection<ItemReport>) -> Bool {
        let known = group.reduce(into: Set<String>()) { $0.formUnion($1.states) }
        return !known.isEmpty && !states.isEmpty && known.isDisjoint(with: states)
    }

    /// Whether it names a court or an authority of a part of a country, and all in the group that do so of others.
    private func isOfOtherRegion(than group: some Collection<ItemReport>) -> Bool {
        if regions.isEmpty { return false }
        var isKnown = false
        for other in group where !other.regions.isEmpty {
            if !Regions.differ(regions, other.regions) { return false }
            isKnown = true
        }
        return isKnown
    }

    /// Whether the numbers that it has in common with a group are those of another court there, or stand beside the
    /// names of other parties: courts count each on their own, and each has a `2 O 12/26`.
    func isOfOtherDocket(than group: some Collection<ItemReport>) -> Bool {
        var isOther = false
        for other in group where other.language == language {
            let shared = cases.filter(other.spelt.contains)
            if shared.isEmpty { continue }
            guard shared.allSatisfy(CourtBeside.isNeeded) else { return false }
            let mine = shared.compactMap { courts[$0] }
            let theirs = other.courts.filter { spelt.contains($0.key) }.map(\.value)
            let isKnown = !mine.isEmpty && !theirs.isEmpty
            guard isKnown || isNamedCase && other.isNamedCase else { continue }
            let isSame =
                isKnown
                ? mine.contains { court in theirs.contains { CourtBeside.mayBeOne(court, $0) } } : hasAlikeName(other)
            if isSame { return false }
            isOther = true
        }
        return isOther
    }

    private func hasAlikeName(_ other: ItemReport) -> Bool {
        names.contains { name in other.names.contains { CaseName.isAlike(name, $0) } }
    }
}
