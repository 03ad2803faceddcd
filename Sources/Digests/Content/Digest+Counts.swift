public import Model

extension Digest {
    /// How many policies and tools wait for an answer, a review or an update.
    public var needing: Int {
        entries.count {
            !$0.questions.isEmpty || $0.moreOpen > 0 || $0.reviewDue != nil || $0.contractUntil != nil
                || $0.needed != nil
        }
    }

    /// The earliest day by which an answer is suggested or a review is due.
    public var earliest: Day? { entries.compactMap(\.earliest).min() }

    /// Whether sources are watched, and not one of them could be read in the period.
    public var isBlind: Bool { coverage.sources > 0 && coverage.read == 0 }

    /// Whether nothing happened that the reader must know: one screen says so.
    public var isQuiet: Bool {
        entries.isEmpty && answered.isEmpty && briefing.isEmpty && dates.allSatisfy { $0.notice == .listed }
            && management == nil
    }
}

extension DigestEntry {
    /// The command that lists its questions.
    var command: String {
        kind == .matter ? "lexwatch alerts" : "lexwatch alerts --\(kind.rawValue) \(id)"
    }

    /// The earliest day by which an answer is suggested or a review is due.
    public var earliest: Day? { (questions.compactMap(\.due) + [reviewDue, contractUntil].compactMap(\.self)).min() }

    /// Questions that the reader has not been told of before.
    public var newQuestions: Int { questions.count { $0.isNew } }

    /// Questions that wait for an answer, listed or not.
    public var openQuestions: Int { questions.count + moreOpen }
}
