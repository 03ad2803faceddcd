import Model
import Watch

/// What a run did, in words for a person.
enum RunText {
    /// The whole run.
    static func print(_ report: RunReport) {
        printFetches(report.fetching)
        var parts = [count(report.developments, "new development"), count(report.alerts, "new alert")]
        if report.reopened > 0 { parts.append("\(report.reopened) put again") }
        if report.escalated > 0 { parts.append("\(report.escalated) passed to a deputy") }
        Output.line((parts + [count(report.digests.count, "digest")]).joined(separator: ", "))
        for digest in report.digests {
            Output.line("  \(Output.safe(digest.recipient)): \(digest.headline)")
            if let page = digest.files.first {
                let others = digest.files.dropFirst().compactMap { $0.split(separator: ".").last.map(String.init) }
                Output.line("    \(page) (also \(others.joined(separator: ", ")))")
            }
        }
        if !report.unchanged.isEmpty {
            Output.line(Output.entry(unchanged(report.unchanged), width: Terminal.output.width))
        }
        for delivery in report.undelivered { Output.line("  not delivered: \(Output.safe(delivery))") }
        for note in report.orphans {
            Output.line(Output.wrapped("! \(note)", width: Terminal.output.width, indent: "  "))
        }
    }

    /// Warnings of one source that are printed at most.
    private static let mostWarnings = 3

    /// The fetches: one line that counts, then one line a source that could not be read.
    static func printFetches(_ report: FetchReport) {
        let looked = report.fetches.filter { $0.outcome == "read" || $0.outcome == "unchanged" }.count
        var line = "\(looked) of \(count(report.fetches.count, "source")) read"
        let others = [
            (report.notDue, "not due yet"), (report.waiting.count, "left alone as asked"), (report.retired, "retired"),
        ]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !others.isEmpty { line += " (\(others.joined(separator: ", ")))" }
        Output.line("\(line): \(count(report.new, "new item")), \(report.revised) edited, \(report.relevant) relevant")
        let width = Terminal.output.width
        let unreached = report.fetches.filter(\.isOwnNetwork)
        if let clock = report.clock { Output.line(Output.entry(clock, width: width)) }
        if let note = report.ownNetwork {
            let first = unreached.first?.detail.map { "; the first: \($0)" } ?? ""
            Output.line(Output.entry("\(note) \(count(unreached.count, "source")) not read\(first)", width: width))
        }
        for mail in report.undelivered { Output.line(Output.entry("not delivered: \(mail)", width: width)) }
        for waiting in report.waiting {
            Output.line(
                Output.entry("waiting \(waiting.source): \(waiting.sentence(command: "fetch"))", width: width))
        }
        for fetch in report.fetches where !fetch.isOwnNetwork {
            if let cause = fetch.cause {
                let text = "\(fetch.outcome) \(fetch.source): \(cause): \(fetch.detail ?? "")"
                let red = Terminal.output.red(fetch.outcome)
                Output.line(Output.entry(text, width: width).replacing(fetch.outcome, with: red, maxReplacements: 1))
            }
            if let gap = fetch.gap { Output.line(Output.entry("gap \(fetch.source): \(gap)", width: width)) }
            for warning in fetch.warnings.prefix(mostWarnings) {
                Output.line(
                    Terminal.output.faint(Output.entry("warning \(fetch.source): \(warning)", width: width)))
            }
            if fetch.warnings.count > mostWarnings {
                let more =
                    "and \(fetch.warnings.count - mostWarnings) more; `lexwatch sources list \(fetch.source) --json` has them"
                Output.line(Terminal.output.faint(Output.entry("warning \(fetch.source): \(more)", width: width)))
            }
        }
    }

    /// Who got no further digest, and how to get one all the same.
    static func unchanged(_ names: [String]) -> String {
        "nothing new since this period's digest for \(names.map(Output.safe).joined(separator: ", ")); "
            + "`lexwatch digest --again` writes one all the same"
    }

    /// `1 item`, `2 items`.
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
