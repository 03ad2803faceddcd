import Model

/// Whom an item names in words that are the same in every language, and what it pays or won.
extension ItemReport {
    /// Days within which reports of one payment appear.
    private static let sumWindow = 5
    /// The share of words that reports in one language need to have in common besides a sum.
    private static let alikeBesides = 0.12
    /// From this sum on it tells one payment from another, whoever else is named; and from this one on where nobody whom
    /// the one names can be found in the other's script.
    private static let (largeSum, largeUnspelt) = (1_000_000, 100_000)

    /// Who is named in the title of the one and anywhere in the other, but for authorities, courts and places.
    func sharedParties(with other: ItemReport) -> Set<UInt64> {
        parties.named.intersection(other.parties.all).union(other.parties.named.intersection(parties.all))
    }

    /// Whether it tells of the same sum that the same parties pay as a report of another source.
    func isSameSum(as other: ItemReport) -> Bool {
        guard let sum, let theirs = other.sum, NamedSum.mayBeOne(sum, theirs), isNear(other, Self.sumWindow),
            other.source != source, mayBeOfOneLaw(other), !contradicts(CollectionOfOne(other)), !isSibling(of: other),
            appeals == other.appeals
        else { return false }
        let isNamed = !sharedParties(with: other).isEmpty
        let isDetailed = NamedSum.isDetailed(sum, theirs)
        guard isNamed || sum == theirs || isDetailed else { return false }
        if isNamed, sum >= Self.largeSum, instrument != .ruling, other.instrument != .ruling || isOfSameKind(as: other)
        {
            return true
        }
        guard other.language == language else { return isUnspelt(other) && sum >= Self.largeUnspelt }
        return (isNamed || isDetailed || parties.named.isEmpty && other.parties.named.isEmpty)
            && news.likeness(to: other.news) >= Self.alikeBesides
            && (sum >= Self.largeSum || !news.namesDiffer(from: other.news))
    }

    /// Whether both may be of one law: what an authority of a member state does under the Union's is told as of either.
    private func mayBeOfOneLaw(_ other: ItemReport) -> Bool {
        !isOfOtherCourt(than: CollectionOfOne(other)) || isOfUnion(other) || other.isOfUnion(self)
    }

    /// Whether it states the Union's law, and the other that of a member state.
    private func isOfUnion(_ other: ItemReport) -> Bool {
        jurisdictions.map(\.code) == ["EU"]
            && other.jurisdictions.contains { Jurisdiction.memberStates.contains($0.code) }
    }

    /// Whether the parties of the one cannot be named in the other, and all else is the same.
    private func isUnspelt(_ other: ItemReport) -> Bool {
        (parties.named.isEmpty || other.parties.named.isEmpty) && isOfSameKind(as: other)
            && !jurisdictions.isDisjoint(with: other.jurisdictions) && !subjects.isDisjoint(with: other.subjects)
    }

    /// Whether both are of one kind, and as far come.
    func isOfSameKind(as other: ItemReport) -> Bool { other.instrument == instrument && other.stage == stage }

    /// Whether it tells what a court made of a fine or an order that another report tells of: the sum is the same, and so
    /// is a party, or a party and the authority.
    func rulesOnFine(of other: ItemReport) -> Bool {
        guard instrument == .ruling || instrument == .filing, other.instrument == .enforcement, other.day < day,
            !isOfOtherCourt(than: CollectionOfOne(other)), !sharedParties(with: other).isEmpty
        else { return false }
        if let sum, let theirs = other.sum, NamedSum.mayBeOne(sum, theirs) { return true }
        return (sum == nil || other.sum == nil) && parties.all.intersection(other.parties.all).count > 1
    }
}

extension ItemReport {
    /// Days within which others tell of a measure, and of what takes effect.
    private static let (measureWindow, effectWindow) = (3, 7)
    /// The share of words that reports in one language have in common besides a party.
    private static let alikeMeasure = 0.15
    /// Words of a name that titles in two languages have in common.
    static let sameName = 3
    /// Days within which courts decide on what an authority or another court did.
    private static let disputeWindow = 500

    /// Whether a group may tell what it tells: none of its reports is of its source, and nothing else is told there.
    func mayJoin(_ group: [ItemReport]) -> Bool {
        !group.contains(where: isOfSource) && !contradicts(group) && !isOtherStep(than: group)
            && !group.contains(where: isAboutOtherAct)
    }

    /// Whether it tells in another language, or of another publisher, what an authority or a court did with a firm that
    /// both titles name.
    func isSameMeasure(as other: ItemReport) -> Bool {
        guard [.enforcement, .guidance, .ruling].contains(instrument), isOfSameKind(as: other),
            isNear(other, Self.measureWindow), !parties.named.isDisjoint(with: other.parties.named), isOfOneLaw(other),
            sum == nil || other.sum == nil || sum == other.sum, !subjects.isDisjoint(with: other.subjects)
        else { return false }
        // Courts of one country decide on one firm more often than authorities do.
        if instrument == .ruling, jurisdictions.contains(where: { $0.code.hasPrefix("US") }) { return false }
        guard other.language == language else { return true }
        return (instrument == .enforcement || instrument == .ruling && sharedParties(with: other).count > 1)
            && news.likeness(to: other.news) >= Self.alikeMeasure && !news.contradicts(other.news)
            && !isSibling(of: other) && !news.objectsDiffer(from: other.news)
    }

    /// Whether one tells of a case by the names of its parties, and the other names both sides, in the same days.
    func isSameSuit(as other: ItemReport) -> Bool {
        guard [.ruling, .filing].contains(instrument), isOfSameKind(as: other), isNear(other, Self.measureWindow),
            other.source != source, !jurisdictions.isDisjoint(with: other.jurisdictions), !isOfSeveral,
            !other.isOfSeveral
        else { return false }
        return sides.contains(where: other.namesAll) || other.sides.contains(where: namesAll)
    }

    private func namesAll(_ sides: [Set<UInt64>]) -> Bool { sides.allSatisfy { !$0.isDisjoint(with: parties.all) } }

    /// For each case that it names by its parties the words of both sides, but for what is part of many names.
    private var sides: [[Set<UInt64>]] {
        names.map { name in
            name.split(separator: " ").split(separator: "v", maxSplits: 1).map { words in
                Set(words.filter { $0.utf8.count > 2 }.map { PartyWords.hash($0.utf8) }).subtracting(PartyWords.unnamed)
            }
        }.filter { $0.count == 2 && !$0.contains(where: \.isEmpty) }
    }

    /// Whether both state the same law, beside that of the Union.
    private func isOfOneLaw(_ other: ItemReport) -> Bool { Self.isOneLaw(jurisdictions, other.jurisdictions) }

    static func isOneLaw(_ mine: Set<Jurisdiction>, _ theirs: Set<Jurisdiction>) -> Bool {
        guard mine != theirs else { return !mine.isEmpty }
        let (mine, theirs) = (mine.filter { $0.code != "EU" }, theirs.filter { $0.code != "EU" })
        return !mine.isEmpty && mine == theirs
    }

    /// Whether what it tells takes effect on a day on which that of another report does, under one law and of one topic.
    func takesEffect(with other: ItemReport, on day: Day) -> Bool {
        let isOfPaper = instrument == .guidance || other.instrument == .guidance
        guard isOfLaw || instrument == .guidance, other.isOfLaw || other.instrument == .guidance, other.stage == stage,
            other.effective.contains(day), isNear(other, isOfPaper ? Self.measureWindow : Self.effectWindow),
            isOfOneLaw(other), !topics.isDisjoint(with: other.topics)
        else { return false }
        return isAbroad(other)
            || !isOfPaper && news.likeness(to: other.news) >= Self.alikeMeasure && !isSibling(of: other)
                && !news.numbersDiffer(from: other.news) && !news.objectsDiffer(from: other.news)
    }

    /// Whether it tells in another language that the same house passed a bill of the same topic.
    func isSamePassage(as other: ItemReport) -> Bool {
        guard other.language != language, let step, let theirs = other.step, step.isOfHouse || theirs.isOfHouse,
            instrument == .legislation, isOfSameKind(as: other), isNear(other, Self.measureWindow), isOfOneLaw(other)
        else { return false }
        return !step.isOther(than: theirs) && !topics.isDisjoint(with: other.topics)
    }

    /// Whether it names an act as a title in another language does.
    func isOfSameName(as other: ItemReport) -> Bool {
        let isSameStage = other.stage == stage || [stage, other.stage].allSatisfy { $0 == .adopted || $0 == .inForce }
        guard other.language != language, other.isLawmaking, isSameStage, isNear(other, Self.effectWindow),
            isOfOneLaw(other)
        else { return false }
        let shared = parties.titled.intersection(other.parties.titled)
        return shared.count >= Self.sameName
            && (shared.count > Self.sameName || !shared.isSubset(of: PartyWords.unnamed))
    }

    /// Whether it tells of a later stage of a dispute between parties of which another report names two, or one and the
    /// same sum; or what an authority made of what it did with a party.
    func followsDispute(_ other: ItemReport) -> Bool {
        guard [.ruling, .filing, .enforcement].contains(instrument),
            [.ruling, .filing, .enforcement].contains(other.instrument), other.day < day,
            isNear(other, Self.disputeWindow),
            other.language == language || !jurisdictions.isEmpty && !other.jurisdictions.isEmpty,
            mayBeOfOneLaw(other),
            !isOfSameKind(as: other) || !isNear(other, Self.measureWindow), !contradicts(CollectionOfOne(other)),
            !subjects.isDisjoint(with: other.subjects)
        else { return false }
        let shared = sharedParties(with: other)
        let isSameSum = sum.flatMap { sum in other.sum.map { NamedSum.mayBeOne(sum, $0) } }
        if instrument == .enforcement {
            // Who is fined anew is no step of the fine before.
            guard other.instrument == .enforcement, stage != other.stage, isSameSum ?? true, !shared.isEmpty else {
                return false
            }
            return isOfSource(other) || !parties.titled.intersection(other.parties.titled).isSubset(of: shared)
        }
        // A firm and its product are one party.
        let titled = parties.named.intersection(other.parties.named).subtracting(PartyWords.products).count
        if titled > 0 && isSameSum == true { return true }
        // Two firms are sued together by many: where each title names somebody else, too, these are two disputes.
        let areOthers =
            !parties.named.isSubset(of: other.parties.all) && !other.parties.named.isSubset(of: parties.all)
        if titled > 1, !areOthers { return true }
        // What a report says of other disputes stands behind its title, and in German every noun has a capital.
        return titled > 0 && shared.subtracting(PartyWords.products).count > 1 && language != "de"
            && other.language != "de"
            && (parties.inner.isSubset(of: other.parties.all) || other.parties.inner.isSubset(of: parties.all))
    }

    /// Whether its title has characters in common with one that told before of what a court, an authority or a draft did, in
    /// languages whose titles have no capitals.
    func followsSubject(of other: ItemReport) -> Bool {
        other.language == language && other.day < day && isNear(other, Self.disputeWindow) && mayBeOfOneLaw(other)
            && isLawmaking == other.isLawmaking && !isOfSameKind(as: other) && !contradicts(CollectionOfOne(other))
            && !subjects.isDisjoint(with: other.subjects) && news.sharesCharacters(with: other.news)
    }
}
