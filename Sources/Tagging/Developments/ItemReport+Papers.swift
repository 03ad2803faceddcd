import Model

/// Whether an item is what its source published in another language too, or beside it, and whether it tells of the same
/// dispute.
extension ItemReport {
    /// Days within which a source publishes a paper in its languages, and what it says of one day.
    private static let (paperWindow, dayWindow) = (7, 1)
    /// The share of words that two texts about one paper in one language have in common.
    private static let alikePaper = 0.12
    /// Names that two reports of a dispute have in common at least.
    private static let leastDisputants = 2

    /// Whether it is a page that a group has in other languages only.
    func isTranslation(of group: [ItemReport]) -> Bool {
        let pages = group.filter { $0.page == page }
        return pages.contains { isNear($0, Self.paperWindow) } && pages.allSatisfy { $0.address != address }
            && !contradicts(group)
    }

    /// Whether it tells of the paper of its own source, or of a body that numbers it, of which a group tells, too: in another language, or one of both
    /// is the paper itself, and the other says what it is about.
    func isSamePaper(as group: [ItemReport], _ key: String) -> Bool {
        group.contains { other in
            guard other.paperKeys.contains(key), isNear(other, Self.paperWindow) else { return false }
            if PaperNumbers.isOfSeries(key) { return true }
            return other.stage == stage
                && (other.language == language
                    ? isPaper(or: other) : other.instrument == instrument || knownPapers.contains(key))
        } && !contradicts(group) && !isOtherStep(than: group)
    }

    private func isPaper(or other: ItemReport) -> Bool {
        let shared = papers.all.intersection(other.papers.all)
        return !shared.isDisjoint(with: papers.titled.union(other.papers.titled))
            && news.likeness(to: other.news) >= Self.alikePaper
    }

    /// Whether its source says of one day in other languages what it says, and nothing of it in its own.
    func isSameDay(inLanguageOther group: [ItemReport], _ day: Day, _ kind: LegalDate.Kind) -> Bool {
        let own = group.filter(isOfSource)
        return own.contains { other in
            isNear(other, Self.dayWindow) && other.stage == stage && !isOfOtherCourt(than: CollectionOfOne(other))
                && (kind == .deadline ? other.deadlines : other.effective).contains(day)
                && (topics == other.topics || !topics.isDisjoint(with: other.topics))
        } && own.allSatisfy { $0.language != language } && !contradicts(group) && !isOtherStep(than: group)
    }

    /// Whether it tells of the dispute that another report tells of: at one stage, in the same days, under one law, and
    /// between the same parties, whose names have the same words in all languages.
    func isSameDispute(as other: ItemReport) -> Bool {
        guard let disputants, let theirs = other.disputants, other.source != source, other.instrument == instrument,
            other.stage == stage, isNear(other, Self.pressWindow), sum == nil || other.sum == nil || sum == other.sum,
            !isOfOtherCourt(than: CollectionOfOne(other)), !contradicts(CollectionOfOne(other)),
            !isOtherStep(than: CollectionOfOne(other))
        else { return false }
        guard other.language == language else { return disputants.wordsShared(with: theirs) >= Self.leastDisputants }
        return disputants.areMostly(theirs, atLeast: Self.leastDisputants) && !news.numbersDiffer(from: other.news)
    }
}
