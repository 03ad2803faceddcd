import Model

extension ManagementReport {
    /// A part of the report: a heading, sentences, and a table.
    struct Part {
        var title: String
        /// What it serves in the standards.
        var basis: String
        var lines: [String] = []
        var heads: [String] = []
        var rows: [[String]] = []
        /// Counts that are drawn, each under a name.
        var charts: [(name: String, counts: [Count])] = []
    }

    /// What the report is called.
    var title: String { "\(organisation): the watch from \(from) to \(to)" }

    /// The report's parts, in their order.
    var parts: [Part] { [summary, counted, answers, policies, tools, coverage, proof] }

    private var summary: Part {
        let silent = figures.sources.count { $0.trouble != nil }
        let times = medianHours.map { "half of them within \($0) h, nine of ten within \(ninetiethHours ?? $0) h" }
        return Part(
            title: "Summary",
            basis:
                "For the management review (ISO/IEC 42001, 9.3) and the policies, processes and practices that the NIST "
                + "AI Risk Management Framework asks for (GOVERN 1). Each line names what proves it.",
            lines: [
                "Sources watched: \(figures.sources.count); with trouble: \(silent); gaps that touch the period: \(figures.gaps.count).",
                "Developments: \(figures.seen); of these concern a topic: \(figures.developments).",
                "Questions put: \(raised); answered: \(answered)\(times.map { ", \($0)" } ?? "").",
                "Policies that need an update on \(figures.standing): \(figures.updates.count); whose review has run out: "
                    + "\(figures.reviews.count).",
                "Policies overdue on \(figures.standing): \(figures.overdue.count). Tools reclassified: \(figures.reclassified.count).",
            ])
    }

    private var coverage: Part {
        var part = Part(
            title: "Sources and coverage",
            basis: "Results of monitoring (ISO/IEC 42001, 9.3.2); ongoing monitoring (GOVERN 1.5).")
        part.lines = figures.gaps.isEmpty ? ["No gap touches the period."] : figures.gaps
        part.heads = ["Source", "Publisher", "Read", "Attempts", "New items", "Read last", "Trouble"]
        // What gave trouble first: it is read first.
        let ordered = figures.sources.filter { $0.trouble != nil } + figures.sources.filter { $0.trouble == nil }
        part.rows = ordered.map { line in
            [
                line.source.rawValue, line.publisher, String(line.successes), String(line.attempts),
                String(line.items), line.lastRead?.description ?? "never", line.trouble ?? "–",
            ]
        }
        return part
    }

    private var counted: Part {
        var part = Part(
            title: "Developments by topic and jurisdiction",
            basis:
                "Changes in external issues (ISO/IEC 42001, 9.3.2); legal and regulatory requirements involving AI are "
                + "understood, managed and documented (GOVERN 1.1).")
        if figures.topics.isEmpty { part.lines = ["There was none."] }
        part.heads = ["What", "Developments", "Evidence"]
        part.rows = (figures.topics + figures.jurisdictions).map { count in
            [titled(count.name), String(count.count), evidence(of: count)]
        }
        part.charts = [("By topic", figures.topics), ("By jurisdiction", figures.jurisdictions)].compactMap {
            name, counts in
            counts.isEmpty ? nil : (name, counts.prefix(12).map { Count(titled($0.name), $0.count) })
        }
        return part
    }

    /// What people call a topic.
    private func titled(_ name: String) -> String { figures.topicTitles[name] ?? name }

    private func evidence(of count: Count) -> String {
        let more = count.count - count.evidence.count
        let rest = more > 0 && !count.evidence.isEmpty ? " and \(more) more" : ""
        return count.evidence.joined(separator: ", ") + rest
    }

    /// Questions that the document lists at most; the JSON form has them all.
    private static let mostQuestions = 200

    private var answers: Part {
        var part = Part(
            title: "Questions and answers",
            basis:
                "Performance and its trends (ISO/IEC 42001, 9.3.2); responsibilities and periodic review (GOVERN 1.5).")
        part.lines = ["Questions put in the period: \(raised); answered: \(answered)."]
        part.heads = ["Alert", "About", "Development", "Why", "Asked", "Due", "Answer"]
        part.rows = figures.questions.prefix(Self.mostQuestions).map { line in
            [
                line.alert.description, line.about, line.development, line.reasons.joined(separator: "; "),
                "\(line.owner), \(line.putOn)",
                line.due.description, Self.answer(line),
            ]
        }
        let more = figures.questions.count - part.rows.count
        if more > 0 { part.lines.append("The table has the newest; \(more) more are in the report's JSON form.") }
        if let medianHours {
            part.lines.append("Time to answer: median \(medianHours) h, nine of ten within \(ninetiethHours ?? 0) h.")
        }
        part.lines += figures.unanswered.map { "Alert \($0) has no answer, and no deputy is left to ask." }
        part.lines += figures.unreached
        return part
    }

    private static func answer(_ line: QuestionLine) -> String {
        guard let answer = line.answer else { return "–" }
        return answer + (line.answeredBy.map { ", \($0)" } ?? "")
            + (line.answeredOn.map { ", \($0)" } ?? "")
    }

    private var policies: Part {
        var part = Part(
            title: "Policies",
            basis:
                "Actions and decisions on change (ISO/IEC 42001, 9.3.2 and 9.3.3); transparent policies and procedures "
                + "(GOVERN 1.4).")
        part.lines = figures.marks.isEmpty ? ["No policy was marked in the period."] : figures.marks
        part.lines += figures.updates + figures.reviews
        if figures.reviews.isEmpty { part.lines.append("No policy's review had run out on \(figures.standing).") }
        if figures.overdue.isEmpty { part.lines.append("No policy was overdue on \(figures.standing).") }
        part.heads = ["Overdue policy", "Open questions", "Why"]
        part.rows = figures.overdue.map { [$0.name, String($0.count), $0.evidence.joined(separator: "; ")] }
        return part
    }

    private var tools: Part {
        Part(
            title: "AI tools", basis: "The inventory of AI systems is kept and resourced (GOVERN 1.6).",
            lines: (figures.reclassified.isEmpty ? ["No tool was reclassified."] : figures.reclassified)
                + figures.contracts)
    }

    private var proof: Part {
        Part(
            title: "Evidence",
            basis: "Documented information as evidence of the results (ISO/IEC 42001, 9.3.3); GOVERN 1.4.",
            lines: [
                "Made on \(made) with vocabulary \(figures.vocabulary.isEmpty ? "–" : figures.vocabulary).",
                figures.auditHead.isEmpty
                    ? "The audit log is empty." : "Head of the audit log: \(figures.auditHead)",
                "`lexwatch audit verify --against` this document proves that nothing before it was rewritten; "
                    + "`lexwatch audit export` gives every entry.",
            ])
    }
}

extension ManagementReport {
    /// The report in Markdown.
    public var markdown: String {
        let blocks = parts.map { part -> String in
            let lines = part.lines.map { "- \(escapedMarkdown($0))\n" }.joined()
            return "## \(part.title)\n\n*\(escapedMarkdown(part.basis))*\n\n\(lines)"
                + (part.rows.isEmpty ? "" : "\n" + Self.markdown(part))
        }
        return "# \(escapedMarkdown(title))\n\n" + blocks.joined(separator: "\n")
    }

    private static func markdown(_ part: Part) -> String {
        let rows = [part.heads, part.heads.map { _ in "---" }] + part.rows.map { $0.map(escapedMarkdown) }
        return rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    /// The report as a page that needs nothing else.
    public var html: String {
        let blocks = parts.map { part in
            let lines = part.lines.map { "<li>\(escapedHTML($0))</li>" }.joined(separator: "\n")
            let basis = "<p class=\"basis\">\(escapedHTML(part.basis))</p>"
            let charts = part.charts.map {
                "<h3>\(escapedHTML($0.name))</h3>\n" + BarChart($0.counts, title: $0.name).svg
            }
            return "<section>\n<h2>\(escapedHTML(part.title))</h2>\n\(basis)\n"
                + (part.lines.isEmpty ? "" : "<ul>\n\(lines)\n</ul>\n")
                + charts.joined()
                + (part.rows.isEmpty ? "" : Self.html(part)) + "</section>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escapedHTML(title))</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 66em; margin: 2em auto; padding: 0 1em; }
            h2 { margin: 2em 0 .3em; } h3 { margin: 1em 0 .3em; font-size: 1em; } .basis { opacity: .7; margin: 0 0 .8em; }
            div { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9em; margin-top: 1em; }
            th, td { text-align: left; vertical-align: top; padding: .3em .8em .3em 0; border-bottom: 1px solid #8888; }
            td { overflow-wrap: break-word; } td:first-child, .day { white-space: nowrap; } tr { break-inside: avoid; }
            svg { width: 640px; max-width: 100%; height: auto; display: block; } svg text { fill: currentColor; font: 13px system-ui, sans-serif; }
            svg rect { fill: #4477aa; } li { overflow-wrap: anywhere; }
            @media print { body { font-size: 10pt; margin: 0; max-width: none; } svg { max-width: 14cm; } }
            </style></head>
            <body>
            <h1>\(escapedHTML(title))</h1>
            \(blocks.joined())</body>
            </html>

            """
    }

    private static func html(_ part: Part) -> String {
        let head = part.heads.map { "<th scope=\"col\">\(escapedHTML($0))</th>" }.joined()
        let body = part.rows.map { "<tr>" + $0.map(cell).joined() + "</tr>\n" }.joined()
        return "<div><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)</tbody>\n</table></div>\n"
    }
}

extension ManagementReport {
    /// A cell of a table; a day stays in one line.
    private static func cell(_ text: String) -> String {
        Day(iso: text) == nil ? "<td>\(escapedHTML(text))</td>" : "<td class=\"day\">\(text)</td>"
    }
}

/// Counts as horizontal bars.
struct BarChart {
    private let counts: [ManagementReport.Count]
    private let title: String

    init(_ counts: [ManagementReport.Count], title: String) {
        self.counts = counts
        self.title = title
    }

    /// Inline SVG; the same figures stand in the table beside it.
    var svg: String {
        let most = max(1, counts.map(\.count).max() ?? 1)
        let bars = counts.enumerated().map { index, count in
            let (top, width) = (index * 24 + 4, max(1, count.count * 260 / most))
            return "<text x=\"306\" y=\"\(top + 13)\" text-anchor=\"end\">\(escapedHTML(count.name))</text>"
                + "<rect x=\"314\" y=\"\(top)\" width=\"\(width)\" height=\"16\"/>"
                + "<text x=\"\(320 + width)\" y=\"\(top + 13)\">\(count.count)</text>\n"
        }
        return "<svg role=\"img\" aria-label=\"\(escapedHTML(title))\" viewBox=\"0 0 640 \(counts.count * 24 + 8)\" "
            + "xmlns=\"http://www.w3.org/2000/svg\">\n\(bars.joined())</svg>\n"
    }
}
