import Model
import Testing

@testable import Register

@Suite("The list for staff") struct StaffListTests {
    private let list = StaffList(
        PolicyRegister(tools: [
            AITool(id: ID("d"), name: "Draft|er", riskClass: .prohibited, allowedData: "all", users: "all"),
            AITool(id: ID("c"), name: "<b>Chat</b>", riskClass: .pending),
            AITool(id: ID("b"), name: "=HYPERLINK(\"http://x\")", riskClass: .restricted, allowedData: "public & own"),
            AITool(id: ID("a"), name: "Zed", riskClass: .approved, allowedData: "anything", users: "engineers"),
            AITool(id: ID("e"), name: "Abe", riskClass: .approved),
        ]), today: Day(number: 20_000))

    @Test("says what may be used first, and gives nothing to what may not")
    func lines() {
        #expect(
            list.lines.map { [$0.name, $0.rule, $0.data, $0.users] } == [
                ["Abe", "may be used", "ask before you enter any data", "everybody"],
                ["Zed", "may be used", "anything", "engineers"],
                ["=HYPERLINK(\"http://x\")", "may be used within limits", "public & own", "everybody"],
                ["<b>Chat</b>", "must not be used until it has been assessed", "none", "nobody"],
                ["Draft|er", "must not be used", "none", "nobody"],
            ])
    }

    @Test(
        "what may be used may be used while its contract holds",
        arguments: [
            (0, nil, "may be used"), (1, nil, "must not be used before 2024-10-05: no contract yet"),
            (nil, 0, "may be used"), (nil, -1, "must not be used: the contract ended on 2024-10-03"),
        ] as [(Int?, Int?, String)])
    func contracts(from: Int?, until: Int?, rule: String) {
        let today = Day(number: 20_000)
        let tool = AITool(
            id: ID("a"), name: "A", riskClass: .approved, contractFrom: from.map(today.adding(days:)),
            contractUntil: until.map(today.adding(days:)))
        #expect(StaffList(PolicyRegister(tools: [tool]), today: today).lines.map(\.rule) == [rule])
    }

    @Test("is markup of its own only")
    func forms() {
        #expect(list.html.contains("<td>&lt;b&gt;Chat&lt;/b&gt;</td>"))
        #expect(list.html.contains("<td>=HYPERLINK(&quot;http://x&quot;)</td>"))
        #expect(list.html.contains("<td>public &amp; own</td>"))
        #expect(list.markdown.contains("| Draft\\|er | must not be used | none | nobody |\n"))
        #expect(list.markdown.contains("\\<b\\>Chat\\</b\\>"))
        #expect(list.markdown.hasPrefix("| Tool | Rule | Data | Who |\n| --- | --- | --- | --- |\n"))
        #expect(list.csv.contains("\"'=HYPERLINK(\"\"http://x\"\")\",\"may be used within limits\""))
        #expect(list.csv.hasPrefix("\"Tool\",\"Rule\",\"Data\",\"Who\"\r\n"))
    }

    @Test(
        "no cell is computed by a spreadsheet",
        arguments: [
            ("plain", "\"plain\""), ("", "\"\""), ("=1+1", "\"'=1+1\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""),
            ("@sum", "\"'@sum\""), ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""),
            ("\r\n=1", "\"'\r\n=1\""), ("  =1", "\"'  =1\""), ("\u{A0}=1", "\"'\u{A0}=1\""),
            ("\u{FEFF}=1", "\"'\u{FFFD}=1\""), ("\u{200B}=1", "\"'\u{200B}=1\""), ("＝1", "\"'＝1\""),
            ("=\u{301}1", "\"'=\u{301}1\""), ("a=1", "\"a=1\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("\"\u{301}", "\"\"\"\u{301}\""), ("a,b\nc", "\"a,b\nc\""),
            ("\u{1B}[31mred\u{202E}", "\"\u{FFFD}[31mred\u{FFFD}\""),
        ])
    func cells(text: String, cell: String) {
        #expect(CSV.cell(text).unicodeScalars.elementsEqual(cell.unicodeScalars))
    }
}

@Suite("The management report") struct ManagementReportTests {
    private func answered(_ seconds: Int64?) -> ManagementReport.Answered {
        ManagementReport.Answered(raised: moment, answered: seconds.map { moment.adding(seconds: $0) })
    }

    private func report(
        _ alerts: [ManagementReport.Answered], _ change: (inout ManagementReport.Figures) -> Void = { _ in }
    ) throws -> ManagementReport {
        var figures = ManagementReport.Figures()
        change(&figures)
        return ManagementReport(
            organisation: "A|B", period: try #require(ReportPeriod("2026-Q3")), made: moment, figures: figures,
            alerts: alerts)
    }

    @Test("tells figures with their evidence, the most frequent first, as markup of its own only")
    func document() throws {
        let report = try report([answered(3600), answered(7200), answered(nil)]) { figures in
            figures.topics = [.init("a*b", 2, evidence: ["development 3"]), .init("copyright", 5)]
            figures.unanswered = [RowID(9), RowID(4)]
            figures.overdue = [.init("code|x", 1, evidence: ["<late>"])]
            figures.sources = [
                .init(
                    source: ID("court"), publisher: "<b>", attempts: 3, successes: 2, items: 7, lastRead: moment,
                    trouble: "failing")
            ]
        }
        #expect(report.figures.topics.map(\.name) == ["copyright", "a*b"])
        let markdown = report.markdown
        #expect(markdown.hasPrefix("# A\\|B: the watch from 2026-07-01 to 2026-09-30\n"))
        #expect(markdown.contains("- Time to answer: median 1 h, nine of ten within 2 h.\n"))
        #expect(markdown.contains("- Alert 4 has no answer, and no deputy is left to ask.\n- Alert 9"))
        #expect(markdown.contains("| a\\*b | 2 | development 3 and 1 more |\n"))
        #expect(markdown.contains("| code\\|x | 1 | \\<late\\> |\n"))
        let html = report.html
        #expect(html.contains("<td>&lt;b&gt;</td>") && !html.contains("<late>"))
        #expect(html.contains("<svg role=\"img\"") && html.contains(">copyright</text>"))
    }

    @Test("lists the questions as evidence, the newest up to a bound, and calls topics by their titles")
    func questions() throws {
        var lines = (1...250).map { (number: Int64) -> ManagementReport.QuestionLine in
            ManagementReport.QuestionLine(
                alert: RowID(number), about: "policy p", development: "<Ruling> \(number)", owner: ID("ada"),
                put: moment, putOn: moment.day, due: Day(number: 20_000))
        }
        (lines[0].answer, lines[0].answeredBy) = ("no-impact: a|b", "ben")
        (lines[0].answeredAt, lines[0].answeredOn) = (moment, moment.day.adding(days: 1))
        let questions = lines
        let report = try report([]) { figures in
            figures.questions = questions
            figures.topics = [.init("deepfakes", 9, evidence: ["development 3"])]
            figures.topicTitles = ["deepfakes": "Deepfakes & likeness"]
        }
        let markdown = report.markdown
        #expect(markdown.contains("| no-impact: a\\|b, ben, \(moment.day.adding(days: 1)) |"))
        #expect(markdown.contains("50 more are in the report's JSON form"))
        #expect(markdown.contains("| Deepfakes \\& likeness | 9 | development 3 and 8 more |"))
        #expect(report.html.contains("Deepfakes &amp; likeness</text>") && !report.html.contains("<Ruling>"))
    }

    @Test("says that there was nothing")
    func empty() throws {
        let text = try report([]).markdown
        #expect(text.contains("- No gap touches the period.\n"))
        #expect(text.contains("- Questions put in the period: 0; answered: 0.\n"))
        #expect(text.contains("- No policy was overdue on 1970-01-01.\n"))
        #expect(text.contains("(ISO/IEC 42001, 9.3)") && text.contains("GOVERN 1"))
    }

    @Test(
        "no answer took longer than its figure",
        arguments: [
            ([1], 1, 1), ([0], 0, 0), ([-5], 0, 0), ([3600], 1, 1), ([3601], 2, 2),
            ([3600, 7200, 10_800, 14_400], 2, 4),
            ([3600, 7200, 10_800, 14_400, 18_000, 21_600, 25_200, 28_800, 32_400, 36_000], 5, 9),
        ])
    func times(seconds: [Int64], median: Int, ninetieth: Int) throws {
        let report = try report(seconds.shuffled().map(answered))
        #expect(report.medianHours == median)
        #expect(report.ninetiethHours == ninetieth)
    }

    @Test(
        "a period is a year, a quarter, a month, a day, or from one day to another",
        arguments: [
            ("2026", "2026-01-01 2026-12-31"), ("2024-Q1", "2024-01-01 2024-03-31"),
            ("2026-Q4", "2026-10-01 2026-12-31"), ("2024-02", "2024-02-01 2024-02-29"),
            ("2026-07-14", "2026-07-14 2026-07-14"), ("2026-07-01..2026-07-31", "2026-07-01 2026-07-31"),
            ("2026-Q5", ""), ("2026-13", ""), ("", ""), ("Q3", ""), ("2026-Q", ""), ("2026-07-31..2026-07-01", ""),
            ("2026-07-01..", ""), ("20260701", ""), ("2026-+7", ""), ("+026", ""),
        ])
    func periods(text: String, expected: String) {
        #expect(ReportPeriod(text).map { "\($0.first) \($0.last)" } ?? "" == expected)
    }
}
