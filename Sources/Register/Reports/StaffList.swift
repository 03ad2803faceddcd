public import Model

/// What staff may use, with what data.
public struct StaffList: Sendable, Equatable {
    /// One tool.
    public struct Line: Sendable, Equatable {
        /// The tool's name.
        public var name: String
        /// What is allowed, in words.
        public var rule: String
        /// What data may be put into it.
        public var data: String
        /// Who may use it.
        public var users: String
    }
    /// The tools: what may be used first.
    public let lines: [Line]

    /// The list of a register.
    ///
    /// - Parameters:
    ///   - register: The register, whose tools have the classes that hold.
    ///   - today: The day by which contracts hold or do not.
    public init(_ register: PolicyRegister, today: Day) {
        let order: [AITool.RiskClass] = [.approved, .restricted, .pending, .prohibited]
        lines = order.flatMap { riskClass in
            register.tools.filter { $0.riskClass == riskClass }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
                .map { StaffList.line($0, today) }
        }
    }

    private static func line(_ tool: AITool, _ today: Day) -> Line {
        let isAllowed = tool.riskClass == .approved || tool.riskClass == .restricted
        let contract = isAllowed ? missingContract(tool, today) : nil
        let mayBeUsed = isAllowed && contract == nil
        let rule =
            switch tool.riskClass {
            case .approved: contract ?? "may be used"
            case .restricted: contract ?? "may be used within limits"
            case .prohibited: "must not be used"
            case .pending: "must not be used until it has been assessed"
            }
        return Line(
            name: tool.name, rule: rule, data: mayBeUsed ? tool.allowedData ?? "ask before you enter any data" : "none",
            users: mayBeUsed ? tool.users ?? "everybody" : "nobody")
    }

    /// Why there is no contract today under which the tool may be used; nil where there is one, or none is on record.
    private static func missingContract(_ tool: AITool, _ today: Day) -> String? {
        if let from = tool.contractFrom, today < from { return "must not be used before \(from): no contract yet" }
        if let until = tool.contractUntil, until < today { return "must not be used: the contract ended on \(until)" }
        return nil
    }

    private static let heads = ["Tool", "Rule", "Data", "Who"]
    private var rows: [[String]] { lines.map { [$0.name, $0.rule, $0.data, $0.users] } }

    /// A Markdown table.
    public var markdown: String {
        let all = [StaffList.heads, StaffList.heads.map { _ in "---" }] + rows.map { $0.map(escapedMarkdown) }
        return all.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    /// A page to print or to put on the intranet, which needs nothing else.
    public var html: String {
        let head = StaffList.heads.map { "<th scope=\"col\">\($0)</th>" }.joined()
        let body = rows.map { "<tr>" + $0.map { "<td>\(escapedHTML($0))</td>" }.joined() + "</tr>\n" }.joined()
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>AI tools: what may be used with what data</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
            table { border-collapse: collapse; width: 100%; } tr { break-inside: avoid; }
            th, td { text-align: left; vertical-align: top; padding: .4em .8em .4em 0; border-bottom: 1px solid #8888; }
            @media print { body { font-size: 11pt; margin: 0; max-width: none; } }
            </style></head>
            <body>
            <h1>AI tools: what may be used with what data</h1>
            <table>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(body)</tbody>
            </table>
            <p>A tool that is not in this list must not be used until it has been assessed.</p>
            </body>
            </html>

            """
    }

    /// CSV (RFC 4180) in which no cell is read as a formula.
    public var csv: String {
        ([StaffList.heads] + rows).map { CSV.line($0) + "\r\n" }.joined()
    }
}

/// Text in which nothing is markup of HTML, in one line.
func escapedHTML(_ text: String) -> String { Escaping.markup(Plain.line(text)) }

/// Text in which nothing is markup of Markdown, in one line.
func escapedMarkdown(_ text: String) -> String { Escaping.markdown(Plain.line(text)) }
