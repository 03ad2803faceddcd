import Model

/// Whether an item reports the step of a bill, an act, a consultation or a payment that the items of a group report, or
/// a later one.
extension ItemReport {
    /// Days within which reports of one act or one consultation appear, and those of one payment.
    private static let (actWindow, sumWindow) = (7, 5)
    /// Days around a ruling in which none takes its force.
    private static let rulingDays = 2
    /// Days after a house passed a bill on which what states when it takes effect is of a later step.
    private static let effectDelay = 3
    /// The share of words that reports in one language need to have in common besides a deadline or a sum.
    private static let alikeBesides = 0.12
    /// From this sum on it tells one payment from another, whoever else is named.
    private static let largeSum = 1_000_000
    /// The share of an earlier title's weight that a report of the next step repeats, and the words of it in its title.
    static let (sameTitle, sameTitleWords) = (0.7, 3)
    /// The words at least that say what a consultation is about.
    static let askedWords = 2

    /// Whether what it says happened to a bill or an act is something else than what a group tells.
    func isOtherStep(than group: some Collection<ItemReport>) -> Bool {
        if isUnderOtherProvision(than: group) || isOfOtherOrder(than: group) { return true }
        guard let step else { return false }
        let known = group.compactMap(\.step)
        return !known.isEmpty && known.allSatisfy { step.isOther(than: $0) }
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
    func isSameAct(as group: [ItemReport]) -> Bool {
        group.contains { other in
            isNear(other, Self.actWindow) && other.source != source && other.stage == stage
                && !other.acts.isDisjoint(with: acts) && isSameDay(other)
        } && !isOtherStep(than: group) && !isOfOtherCourt(than: group) && !contradicts(group)
            && !group.contains(where: isOfOtherObject)
    }

    /// Whether what two reports say of one act is the same: a day, or what happened.
    private func isSameDay(_ other: ItemReport) -> Bool {
        if !deadlines.isDisjoint(with: other.deadlines) || !effective.isDisjoint(with: other.effective) { return true }
        let isDated = !deadlines.isEmpty && !other.deadlines.isEmpty || !effective.isEmpty && !other.effective.isEmpty
        return !isDated && step != nil && step == other.step
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

    /// Whether it tells of the same thing in some of the same words; nil where no report of a group is in its language.
    func isAlike(to group: [ItemReport]) -> Bool? {
        let inLanguage = group.filter { $0.language == language }
        if inLanguage.isEmpty { return nil }
        return inLanguage.contains { $0.news.likeness(to: news) >= Self.alikeBesides && !isSibling(of: $0) }
    }

    /// Whether it is about a topic of which a group tells, too.
    func sharesTopic(with group: [ItemReport]) -> Bool { group.contains { !$0.topics.isDisjoint(with: topics) } }

    private func isOpenUntilSameDay(as other: ItemReport) -> Bool { !deadlines.isDisjoint(with: other.deadlines) }

    private func isAboutOtherAct(_ other: ItemReport) -> Bool {
        !acts.isEmpty && !other.acts.isEmpty && acts.isDisjoint(with: other.acts)
    }

    private func isUnderSameLaw(as group: [ItemReport]) -> Bool {
        group.contains { !$0.jurisdictions.isDisjoint(with: jurisdictions) }
    }

    /// Whether it tells of the same sum that the same parties pay as a report of another source.
    func isSameSum(as other: ItemReport) -> Bool {
        guard let sum, other.sum == sum, isNear(other, Self.sumWindow), other.source != source,
            !isOfOtherCourt(than: CollectionOfOne(other)), !contradicts(CollectionOfOne(other)), !isSibling(of: other)
        else { return false }
        let sharesParty = !parties.isDisjoint(with: other.parties)
        guard other.language == language else { return sharesParty && sum >= Self.largeSum }
        let isNamed = sharesParty || parties.isEmpty && other.parties.isEmpty
        return isNamed && news.likeness(to: other.news) >= Self.alikeBesides
            && (sum >= Self.largeSum || !news.namesDiffer(from: other.news))
    }

    /// Whether it tells what a court made of a fine that another report tells of: the sum is the same, and so is a party.
    func rulesOnFine(of other: ItemReport) -> Bool {
        instrument == .ruling && other.instrument == .enforcement && other.day < day
            && !isOfOtherCourt(than: CollectionOfOne(other))
            && !parties.intersection(other.parties).isSubset(of: PartyWords.common)
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
        return step != nil && (other.source == source || isHouse && isUnderSameLaw(as: [other])) && other.day < day
            && other.isLawmaking && isLater(than: other) && !contradicts(CollectionOfOne(other))
            && !isAboutOtherAct(other)
    }

    private func isLater(than other: ItemReport) -> Bool {
        if let step { return step != other.step || step.recurs }
        return stage != other.stage || instrument != other.instrument
    }
}
