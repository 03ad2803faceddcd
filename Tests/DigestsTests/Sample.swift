import Digests
import Model

/// Digests for tests, with one value put in every place that holds text from outside.
enum Sample {
    static let moment = Instant(secondsSince1970: 1_785_736_800)  // 2026-08-03T06:00:00Z
    static let day = moment.day

    static func digest(_ text: String, language: Language = .english, kind: Digest.Kind = .owner) -> Digest {
        Digest(
            id: "owner:counsel/2026-08-03", kind: kind, organisation: text,
            recipient: Recipient(id: "counsel", name: text, language: language, timeZone: "Europe/Zurich"),
            composed: moment, from: moment.adding(days: -7), to: moment,
            entries: [entry(text)],
            answered: [
                AnsweredQuestion(
                    alert: RowID(3), subject: text, title: text, language: .english, answer: .noImpact, note: text,
                    actor: text, at: moment)
            ],
            dates: [date(text)],
            briefing: [
                RiskNotice(
                    title: text, language: .english, publisher: text, excerpt: text, link: text, policies: [text],
                    tools: [text])
            ],
            management: ManagementSummary(
                owners: [OwnerFigures(name: text)],
                policies: [PolicyFigures(title: text, owner: text, status: .overdue)], unreachable: [text]),
            trends: [TopicTrend(topic: text, weeks: [1])], coverage: coverage(text),
            nearMisses: [
                MissedItem(
                    item: RowID(1), title: text, language: .english, publisher: text, link: text, topic: text,
                    lacked: text)
            ], auditHead: text, answerAddress: "watch@example.org")
    }

    static func quiet(read: Int = 3, language: Language = .english) -> Digest {
        Digest(
            id: "quiet", organisation: "Example AG",
            recipient: Recipient(id: "counsel", name: "Counsel", language: language), composed: moment,
            from: moment.adding(days: -7), to: moment, coverage: DigestCoverage(sources: 3, read: read))
    }

    static func entry(_ text: String, isNew: Bool = true) -> DigestEntry {
        DigestEntry(
            id: text, title: text, note: text, status: .alertsOpen, questions: [question(text, isNew: isNew)],
            moreOpen: 2,
            deputyFor: text)
    }

    static func question(_ text: String, isNew: Bool = true) -> Question {
        Question(
            alert: RowID(12), isNew: isNew, raised: moment, due: day.adding(days: 7), development: development(text),
            reasons: [
                Reason(
                    kind: .topic, value: text, section: text, jurisdictions: [.eu],
                    words: [MatchedWords(words: text, context: "before \(text) after")])
            ],
            rank: Rank(parts: [Rank.Part(text, 3)]),
            commands: [AnswerCommand(answer: .noImpact, command: "lexwatch assess 12 no-impact --note \"…\"")],
            link: text,
            earlier: [
                EarlierAnswer(
                    alert: RowID(2), title: text, answer: .noImpact, note: text, actor: text, day: day, shared: [text])
            ],
            later: Continuation(
                moved: [Movement(.treatment, to: text, of: text, words: [text])],
                steps: [
                    LaterStep(
                        development: RowID(4), title: text, language: .english, publisher: text, day: day, link: text,
                        excerpt: text)
                ],
                answered: EarlierAnswer(
                    alert: RowID(12), title: text, answer: .noImpact, note: text, actor: text, day: day))
        )
    }

    static func development(_ text: String) -> ReportedDevelopment {
        ReportedDevelopment(
            id: RowID(31), title: text, language: Language(text), headline: text, publisher: text, authority: .court,
            jurisdictions: [.eu], instrument: .ruling, stage: .decided, citations: [text], published: moment,
            firstSeen: moment, link: text, excerpt: text,
            others: [OtherReport(publisher: text, title: text, language: .english, link: text)])
    }

    static func date(_ text: String) -> UpcomingDate {
        UpcomingDate(
            uid: text, sequence: 2, day: day.adding(days: 30), kind: .deadline, matter: text, title: text,
            subjects: [text], jurisdictions: [.eu], link: text, notice: .moved, movedFrom: day, changed: moment)
    }

    static func coverage(_ text: String) -> DigestCoverage {
        DigestCoverage(
            sources: 3, read: 2, items: 9,
            troubled: [
                TroubledSource(
                    id: text, title: text, trouble: .failing, since: moment, cause: .timeout, detail: text,
                    alternative: text)
            ],
            gaps: [ReportedGap(title: text, from: moment, to: nil, kind: .outage)], removed: [text], added: [text])
    }
}

/// Texts that mean harm, or break what is not written with care.
let hostileTexts = [
    "Ruling\r\nBcc: everyone@example.org", "=?utf-8?B?QmNjOiB4?= =?utf-8?Q?=0D=0A?=",
    "\u{202E}gnp.exe\u{202C}\u{2066}x",
    "<script>alert(1)</script><img src=x onerror=alert(1)>", "{{organisation}} {{{title}}} {{> question}} {{#entries}}",
    "quote\"\u{301} onmouseover=alert(1) x='\u{301}", String(repeating: "long ", count: 200),
    String(repeating: "无空格", count: 334), "👩‍⚖️🏳️‍🌈 emoji 👍🏽", "\u{1B}[2J\u{1B}]0;owned\u{7}\u{9B}31m", "javascript:alert(1)",
    "[x](javascript:alert(1)) `code` # head | cell <a@b.example> https://evil.example www.evil.example",
    "- list\n# head\n> quote\n***\n| a | b |", "BEGIN:VEVENT;a,b\\n\nEND:VCALENDAR", "]]>&lt;&#x3c;",
    "\u{0}\u{2028}\u{2029}\u{85}", "",
    "\u{E000}\u{FFFF}\u{FFFE}", "https://law.example/\"><script>", "data:text/html,x",
]
