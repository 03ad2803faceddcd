import Model
import Watch

/// One policy in words for a person.
enum PolicyText {
    /// The policy with its status, open alerts and history.
    static func print(_ detail: PolicyDetail, showsRules: Bool, showsReliance: Bool, terminal: Terminal = .output) {
        let policy = detail.policy
        let width = min(terminal.width, 100)
        Output.line(terminal.bold(Output.wrapped(policy.title, width: width)))
        Output.line("\(policy.id), owner \(policy.owner)\(deputies(detail))")
        let topics = Output.wrapped(
            detail.topics.map(\.rawValue).joined(separator: ", "), width: width, indent: "               ")
        Output.line("topics" + topics.dropFirst(6))
        let law = detail.jurisdictions.isEmpty ? "all" : detail.jurisdictions.map(\.code).joined(separator: ", ")
        Output.line("jurisdictions  \(law)")
        Output.line("status         \(terminal.bold(policy.status.rawValue))")
        Output.line(Output.wrapped(policy.why, width: width, indent: "               "))
        if showsRules {
            for rule in detail.rules {
                Output.line(Output.wrapped("· \(rule)", width: width, indent: "               "))
            }
        }
        if !detail.openAlerts.isEmpty { Output.line("\nOpen alerts") }
        for alert in detail.openAlerts {
            let putOff = alert.putOffUntil.map { ", put off until \($0)" } ?? ""
            Output.line(Output.entry("\(alert.id)  due \(alert.due)\(putOff)  \(alert.title)", width: width))
        }
        if showsReliance { printReliance(detail.reliance, width: width) }
        if !detail.quotes.isEmpty { Output.line("\nQuotes") }
        for quote in detail.quotes { Output.line(Output.entry(quote, width: width)) }
        if !detail.history.isEmpty { Output.line("\nHistory") }
        for entry in detail.history { Output.line(Output.entry(entry, width: width)) }
    }

    private static func deputies(_ detail: PolicyDetail) -> String {
        detail.deputies.isEmpty ? "" : ", deputies \(detail.deputies.map(\.rawValue).joined(separator: ", "))"
    }

    private static func printReliance(_ reliance: [RelianceView], width: Int) {
        Output.line("\nRelies on")
        if reliance.isEmpty { Output.line("  no authority") }
        for authority in reliance {
            let section = authority.section.map { " (section \($0))" } ?? ""
            let latest = authority.latest.map { "latest: \($0)" } ?? "nothing stored yet"
            Output.line(Output.entry("\(authority.citation)\(section): \(latest)", width: width))
        }
    }
}
