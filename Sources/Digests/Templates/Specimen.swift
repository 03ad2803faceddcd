import Model

/// Digests in which every section has something in it, so that a template meets every name that it may use.
enum Specimen {
    /// One for each kind of digest, and a quiet one.
    static let digests: [Digest] = [
        digest(.owner, [entry(.policy), entry(.tool)]), digest(.unit, [], briefing: [risk]),
        digest(.management, [], management: summary), quiet,
    ]

    /// An index of one digest.
    static let index = DigestIndex(
        organisation: "Example AG", rows: [DigestIndex.Row(quiet, files: [.html: "quiet.html"])],
        feeds: ["feeds/topic-training-data.atom"])

    private static let day = Day(number: 20_000)
    private static let moment = day.midnightUTC
    private static let link = "https://law.example/1"

    private static func digest(
        _ kind: Digest.Kind, _ entries: [DigestEntry], briefing: [RiskNotice] = [], management: ManagementSummary? = nil
    ) -> Digest {
        Digest(
            id: "specimen", kind: kind, organisation: "Example AG", recipient: Recipient(id: "owner", name: "Owner"),
            composed: moment, from: moment.adding(days: -7), to: moment, entries: entries, answered: [answered],
            dates: [date], briefing: briefing, management: management,
            trends: [TopicTrend(topic: "Training data", weeks: [1, 2])], coverage: coverage, nearMisses: [missed],
            auditHead: "00", answerAddress: "watch@example.org")
    }

    private static let quiet = Digest(
        id: "quiet", organisation: "Example AG", recipient: Recipient(id: "owner", name: "Owner"), composed: moment,
        from: moment.adding(days: -7), to: moment, coverage: DigestCoverage(sources: 2, read: 1))

    private static func entry(_ kind: DigestEntry.Kind) -> DigestEntry {
        DigestEntry(
            kind: kind, id: "genai-use", title: "Use of generative AI", note: "A note", status: .alertsOpen,
            riskClass: .approved, reviewDue: day, questions: [question(isNew: true), question(isNew: false)],
            moreOpen: 2,
            deputyFor: "Another owner",
            needed: NeededUpdate(actor: "owner", day: day, command: "lexwatch mark genai-use updated"),
            elsewhere: [
                QuestionElsewhere(
                    alert: RowID(5), title: "An order", language: .english,
                    holder: .init(name: "Deputy", since: day, cause: .passed, actor: "owner"), until: day,
                    actor: "deputy")
            ])
    }

    private static func question(isNew: Bool) -> Question {
        Question(
            alert: RowID(1), isNew: isNew, raised: moment, reopened: moment, due: day.adding(days: -1),
            development: development, reasons: [reason], rank: Rank(parts: [Rank.Part("authority", 4)]),
            commands: [AnswerCommand(answer: .noImpact, command: "lexwatch assess 1 no-impact --note \"…\"")],
            link: link, earlier: [earlier],
            later: Continuation(
                moved: [Movement(.stage, from: "proposed", to: "adopted")], steps: [step], answered: earlier))
    }

    private static let step = LaterStep(
        development: RowID(4), title: "An appeal", language: .english, publisher: "A court", day: day, link: link,
        excerpt: "It was filed.")

    private static let reason = Reason(
        kind: .topic, value: "Confidential information", section: "3.2 Prompts", jurisdictions: [.eu],
        words: [MatchedWords(words: "secrets", context: "trade secrets in prompts")])

    private static let earlier = EarlierAnswer(
        alert: RowID(2), title: "An earlier one", answer: .noImpact, note: "Covered", actor: "owner", day: day,
        shared: ["EU"])

    private static let development = ReportedDevelopment(
        id: RowID(1), title: "Ein Urteil", language: Language("de"), headline: "A ruling", publisher: "A court",
        authority: .court, jurisdictions: [.eu], instrument: .ruling, stage: .decided, citations: ["C-1/25"],
        published: moment, effective: day, firstSeen: moment, link: link, excerpt: "The court decided.",
        others: [OtherReport(publisher: "A firm", title: "A note", language: .english, link: link)],
        further: 2)

    private static let answered = AnsweredQuestion(
        alert: RowID(3), subject: "Use of generative AI", title: "A notice", language: .english, answer: .noImpact,
        note: "Covered", actor: "owner", at: moment)

    private static let date = UpcomingDate(
        uid: "uid", day: day, kind: .effective, matter: "EU 2024/1689", title: "An act", subjects: ["Use"],
        jurisdictions: [.eu], link: link, notice: .moved, movedFrom: day.adding(days: -1), changed: moment)

    private static let risk = RiskNotice(
        title: "An act", language: .english, publisher: "A legislator", excerpt: "It binds.", link: link,
        stage: .adopted, effective: day, policies: ["Use"], tools: ["A tool"], published: moment)

    private static let summary = ManagementSummary(
        raised: 3, answered: 2, open: 1, overdue: 1, medianDays: 2, slowestDays: 4,
        owners: [OwnerFigures(name: "Owner", open: 1, medianDays: 2)],
        policies: [PolicyFigures(title: "Use", owner: "Owner", status: .overdue, due: day)], unreachable: ["Owner"])

    private static let missed = MissedItem(
        item: RowID(1), title: "A near one", language: .english, publisher: "A court", link: link,
        topic: "Training data", lacked: "copyright")

    private static let coverage = DigestCoverage(
        sources: 2, read: 1, items: 3,
        troubled: [
            TroubledSource(
                id: "a", title: "A source", trouble: .failing, since: moment, cause: .timeout, detail: "30 s",
                handChecked: moment, alternative: link)
        ],
        gaps: [ReportedGap(title: "A source", from: moment, to: moment, kind: .window)], removed: ["Old"],
        added: ["New"])
}
