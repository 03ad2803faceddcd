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
        ]))

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
            ("\u{FEFF}=1", "\"'\u{FEFF}=1\""), ("\u{200B}=1", "\"'\u{200B}=1\""), ("＝1", "\"'＝1\""),
            ("=\u{301}1", "\"'=\u{301}1\""), ("a=1", "\"a=1\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("\"\u{301}", "\"\"\"\u{301}\""), ("a,b\nc", "\"a,b\nc\""),
        ])
    func cells(text: String, cell: String) {
        #expect(csvCell(text).unicodeScalars.elementsEqual(cell.unicodeScalars))
    }

    @Test(
        "HTML is escaped scalar by scalar",
        arguments: [
            ("<script>'\"&", "&lt;script&gt;&#39;&quot;&amp;"), ("\"\u{301}", "&quot;\u{301}"),
            ("<\u{338}", "&lt;\u{338}"),
            ("漢字", "漢字"),
        ])
    func html(text: String, escaped: String) {
        #expect(escapedHTML(text).unicodeScalars.elementsEqual(escaped.unicodeScalars))
    }

    @Test(
        "Markdown is escaped, in one line",
        arguments: [
            ("[a](b)", "\\[a\\](b)"), ("a|b", "a\\|b"), ("a\r\nb\u{2028}c\u{B}d", "a  b c d"),
            ("*b* _i_ `c` ~s~", "\\*b\\* \\_i\\_ \\`c\\` \\~s\\~"),
            ("&lt;", "&amp;lt;"), ("\\", "\\\\"), ("# x", "\\# x"), ("|\u{301}", "\\|\u{301}"),
        ])
    func markdown(text: String, escaped: String) {
        #expect(escapedMarkdown(text).unicodeScalars.elementsEqual(escaped.unicodeScalars))
    }
}

@Suite("The management report") struct ManagementReportTests {
    private func answered(_ seconds: Int64?) -> ManagementReport.Answered {
        ManagementReport.Answered(raised: moment, answered: seconds.map { moment.adding(seconds: $0) })
    }

    private func report(
        _ alerts: [ManagementReport.Answered], topics: [ManagementReport.Count] = [], overdue: [String] = []
    ) throws -> ManagementReport {
        ManagementReport(
            period: try day("2026-07-01")...(try day("2026-09-30")), sources: (12, 2), topics: topics, alerts: alerts,
            overdue: overdue, unanswered: [RowID(9), RowID(4)])
    }

    @Test("tells figures in one document")
    func markdown() throws {
        let report = try report(
            [answered(3600), answered(7200), answered(nil)],
            topics: [.init("privacy", 2), .init("copyright", 5), .init("a*b", 2)], overdue: ["z", "code|x"])
        #expect(
            report.markdown == """
                # Watch from 2026-07-01 to 2026-09-30

                - Sources watched: 12; with gaps: 2
                - Alerts: 3; answered: 2 (median 1 h, nine of ten within 2 h)
                - Policies overdue: code\\|x, z
                - Alert 4 has no answer, and no deputy is left to ask
                - Alert 9 has no answer, and no deputy is left to ask

                ## Developments by topic

                - copyright: 5
                - a\\*b: 2
                - privacy: 2

                """)
        #expect(report.sources == (12, 2))
    }

    @Test("says that there was nothing")
    func empty() throws {
        let text = try report([]).markdown
        #expect(text.contains("- Alerts: 0; answered: 0 (no answers)\n- Policies overdue: none\n"))
        #expect(text.hasSuffix("## Developments by topic\n\n- none\n"))
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
}
