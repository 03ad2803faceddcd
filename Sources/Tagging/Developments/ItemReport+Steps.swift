import Model

/// Whether an item reports the step of a bill, an act, a consultation or a payment that the items of a group report, or
/// a later one.
extension ItemReport {
    /// Days within which reports of one act or one consultation appear.
    static let actWindow = 7
    /// Days around a ruling in which none takes its force.
    private static let rulingDays = 2
    /// Days after a house passed a bill on which what states when it takes effect is of a later step.
    private static let effectDelay = 3
    /// The share of words that reports in one language need to have in common besides a deadline.
    private static let alikeBesides = 0.12
    /// The share of an earlier title's weight that a report of the next step repeats, and the words of it in its title.
    static let (sameTitle, sameTitleWords) = (0.7, 3)
    /// The words at least that say what a consultation is about.
    static let askedWords = 2

    /// Whether what it says happened to a bill or an act is something else than what a group tells.
    func isOtherStep(than group: some Collection<ItemReport>) -> Bool {
        if isUnderOtherProvision(than: group) || isOfOtherOrder(than: group) { return true }
        guard let step else { return false }
        let known = group.compactMap(\.step)
        if known.isEmpty { return step.makesLaw && brings(toBillOf: group) }
        return known.allSatisfy { step.isOther(than: $0) }
    }

    /// Whether it is about a bill of which others told some days before it, and of the same one.
    private func brings(toBillOf group: some Collection<ItemReport>) -> Bool {
        cases.contains(where: ActStep.isTakenByBill)
            && group.allSatisfy {
                $0.day.number + Self.pressWindow < day.number && !$0.spelt.isDisjoint(with: cases)
            }
    }

    /// Whether both tell what a court decided in one suit, and each of an order of another kind.
    private func isOfOtherOrder(than group: some Collection<ItemReport>) -> Bool {
        guard let order else { return false }
        let known = group.filter { $0.order != nil }
        return !known.isEmpty
            && known.allSatisfy { other in
                other.order.map { order.isOther(than: $0, isNear: isNear(other, Self.pressWindow)) } ?? false
            }
    }

    /// Whether both tell of one date under one act, and of other articles of it: several consultations under an act are
    /// opened on one day.
    func isUnderOtherProvision(than group: some Collection<ItemReport>) -> Bool {
        guard !provisions.isEmpty else { return false }
        let known = group.filter { !$0.provisions.isEmpty && !$0.steps.isDisjoint(with: steps) }
        return !known.isEmpty && known.allSatisfy { $0.provisions.isDisjoint(with: provisions) }
    }

    /// Whether it says, on other days, that what the group reports lost its force, which nobody there says of anything.
    func strikes(_ group: [ItemReport]) -> Bool {
        !struck.isEmpty && group.allSatisfy(\.struck.isEmpty)
            && group.contains { !isNear($0, Self.rulingDays) }
            && group.contains { !$0.spelt.isDisjoint(with: struck) }
    }

    /// Whether it is older than a group that tells of the end of what it reports.
    func isStruck(by group: [ItemReport]) -> Bool { group.allSatisfy { $0.day > day && $0.strikes([self]) } }

    /// Whether it says when a bill takes effect, some days after reports of its passing a house that said nothing of it.
    func bringsEffect(to group: [ItemReport]) -> Bool {
        !effective.isEmpty && step == nil && group.contains { $0.step?.isPassing ?? false }
            && group.allSatisfy {
                $0.effective.isEmpty && $0.step?.isPassing ?? true && $0.day.number + Self.effectDelay <= day.number
            }
    }

    /// Whether it reports the same step of an act that both are about.
    ///
    /// - Parameters:
    ///   - group: What may report it.
    ///   - isNew: Whether nobody told of the act before these days, so that what is told of it is that it came.
    /// - Returns: Whether it does.
    func isSameAct(as group: [ItemReport], isNew: Bool) -> Bool {
        group.contains { other in
            isNear(other, Self.actWindow) && other.source != source && other.stage == stage
                && !other.acts.isDisjoint(with: acts) && (isSameDay(other) || isNew && isOfLaw && other.isOfLaw)
        } && !isOtherStep(than: group) && !isOfOtherCourt(than: group) && !contradicts(group)
            && !group.contains(where: isOfOtherObject) && !isRepeatedStep(after: group)
    }

    /// Whether what two reports say of one act is the same: a day, or what happened.
    private func isSameDay(_ other: ItemReport) -> Bool {
        if !deadlines.isDisjoint(with: other.deadlines) || !effective.isDisjoint(with: other.effective) { return true }
        let isDated = !deadlines.isEmpty && !other.deadlines.isEmpty || !effective.isEmpty && !other.effective.isEmpty
        if isDated || step != other.step { return false }
        return step != nil || isOfLaw && other.isOfLaw && isNear(other, 1)
    }

    /// Whether it may report a consultation that the group reports, by the deadline that both state.
    func mayBeSameConsultation(as group: [ItemReport]) -> Bool {
        instrument == .consultation
            && group.contains {
                isNear($0, Self.actWindow) && $0.source != source && $0.instrument == .consultation
                    && $0.isOpenUntilSameDay(as: self)
            }
            && !group.contains { $0.source == source } && isUnderSameLaw(as: group) && !isOtherStep(than: group)
            && !contradicts(group) && !group.contains(where: isAboutOtherAct)
    }

    /// Whether one of two tells that a deadline moved which the other states, or both that one moved, each to another day.
    func movesElsewhere(than other: ItemReport) -> Bool {
        guard deadlines.isDisjoint(with: other.deadlines) else { return false }
        return !formerDeadlines.isDisjoint(with: other.deadlines.union(other.formerDeadlines))
            || !other.formerDeadlines.isDisjoint(with: deadlines)
    }

    /// Whether it tells of the same thing in some of the same words; nil where no report of a group is in its language.
    func isAlike(to group: [ItemReport]) -> Bool? {
        let inLanguage = group.filter { $0.language == language }
        if inLanguage.isEmpty { return nil }
        return inLanguage.contains {
            $0.news.likeness(to: news) >= Self.alikeBesides && !isSibling(of: $0)
                && !news.objectsDiffer(from: $0.news)
                && (!EastAsianSubjects.languages.contains(language) || news.mayShareCharacters(with: $0.news))
        }
    }

    /// Whether it is about a topic of which a group tells, too.
    func sharesTopic(with group: [ItemReport]) -> Bool { group.contains { !$0.topics.isDisjoint(with: topics) } }

    private func isOpenUntilSameDay(as other: ItemReport) -> Bool { !deadlines.isDisjoint(with: other.deadlines) }

    /// Whether each is about acts, and none is common; names in the marks of a script are compared in one language only.
    func isAboutOtherAct(_ other: ItemReport) -> Bool {
        let isPlain = language == other.language
        let (mine, theirs) = (
            isPlain ? acts : acts.filter(\.isPlain), isPlain ? other.acts : other.acts.filter(\.isPlain)
        )
        return !mine.isEmpty && !theirs.isEmpty && mine.isDisjoint(with: theirs)
    }

    func isUnderSameLaw(as group: [ItemReport]) -> Bool {
        group.contains { !$0.jurisdictions.isDisjoint(with: jurisdictions) }
    }

    /// Whether it may be a later step of an act that a group is about.
    func isStepOfAct(after group: [ItemReport]) -> Bool {
        isLawmaking && !isOfOtherCourt(than: group)
            && group.allSatisfy { $0.day <= day && $0.isLawmaking && isLater(than: $0) }
    }

    /// Whether it says that a deadline moved that a group stated.
    func movesDeadline(of group: [ItemReport]) -> Bool {
        isUnderSameLaw(as: group) && !contradicts(group) && !group.contains(where: isAboutOtherAct)
            && group.contains { $0.day < day && !$0.deadlines.isDisjoint(with: formerDeadlines) }
            && (isAlike(to: group) ?? sharesTopic(with: group))
    }

    /// Whether its title may tell the next step of what another report of its source told, or any of the other house.
    func mayFollow(_ other: ItemReport) -> Bool {
        let isHouse = step?.isPassing ?? false && other.step?.isPassing ?? false && step != other.step
        let isAnswer = step == .answered || step == .adopted || step == .signed || step == .published
        let isOfDraft = other.instrument == .consultation && instrument != .consultation
        return (step != nil || isOfDraft)
            && (other.source == source || (isHouse || isAnswer || isOfDraft) && isUnderSameLaw(as: [other]))
            && other.day < day
            && other.isLawmaking && isLater(than: other) && !contradicts(CollectionOfOne(other))
            && !isAboutOtherAct(other)
    }

    private func isLater(than other: ItemReport) -> Bool {
        if let step { return step != other.step || step.recurs }
        return stage != other.stage || instrument != other.instrument
    }
}

extension String {
    /// Whether it is written in Latin letters.
    fileprivate var isPlain: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
