import Foundation
import Model
import Watch

/// One item in words for a person.
enum ItemText {
    /// The item, its tags and facts with their evidence, and what it just missed.
    static func print(_ detail: ItemDetail, showsRevisions: Bool, in zone: TimeZone, terminal: Terminal = .output) {
        let item = detail.item
        let width = min(terminal.width, 100)
        Output.line(terminal.bold(Output.wrapped(item.title, width: width)))
        Output.line(Output.wrapped("\(detail.publisher) (\(item.source)), \(dates(item, zone.day))", width: width))
        if let link = item.link { Output.line(Output.safe(link)) }
        let text = detail.summary.isEmpty ? detail.content : detail.summary
        if !text.isEmpty { Output.line("\n" + Output.wrapped(text, width: width)) }
        Output.line()
        FindingsText.print(detail.findings, labels: detail.labels, in: zone, width: width)
        for fact in detail.stated {
            Output.line(Output.wrapped("stated        \(fact.kind): \(fact.value)", width: width))
        }
        for moved in detail.moved { Output.line(Output.wrapped("moved         \(moved.line)", width: width)) }
        if let development = detail.development {
            let told = "development   \(development)\(detail.because.map { " (\($0))" } ?? "")"
            Output.line(Output.wrapped(told, width: width, hanging: "              "))
        }
        if !detail.alerts.isEmpty {
            Output.line("alerts        \(detail.alerts.map(\.description).joined(separator: ", "))")
        }
        if showsRevisions { printRevisions(detail.revisions, width: width) }
    }

    private static func dates(_ item: ItemView, _ day: (Instant) -> Day) -> String {
        let seen = "first seen \(day(item.firstSeen))"
        let edited = item.revision > 1 ? ", text no. \(item.revision)" : ""
        return (item.published.map { "published \(day($0)), " } ?? "") + seen + edited
    }

    private static func printRevisions(_ revisions: [RevisionView], width: Int) {
        if revisions.count == 1 { Output.line("\nIt has had no other text.") }
        for revision in revisions {
            Output.line("\nText no. \(revision.number), seen \(revision.seen)")
            let changed = (revision.difference.map { ["words: \($0)"] } ?? []) + revision.changes
            for change in changed { Output.line(Output.entry("changed \(change)", width: width)) }
            for text in [revision.title, revision.summary, revision.content] where !text.isEmpty {
                Output.line(Output.wrapped(text, width: width, indent: "  "))
            }
        }
    }
}

/// Tags and facts with the words that made them.
enum FindingsText {
    /// Prints everything that was found, and what people said of the topics.
    static func print(_ findings: Findings, labels: [LabelView] = [], in zone: TimeZone = .gmt, width: Int) {
        if findings.topics.isEmpty { Output.line("topics        none") }
        for tag in findings.topics {
            let label = labels.first { $0.topic == tag.topic && $0.applies }
            let name = "\(tag.topic)\(label.map { " (set by \($0.actor) on \(zone.day(of: $0.at)))" } ?? "")"
            line("topic", tag.isByHand || tag.rule.isEmpty ? name : "\(name)  \(tag.rule)", width)
            evidence(tag.evidence.filter { $0.label == nil }, width: width)
        }
        for label in labels where !label.applies {
            line("not", "\(label.topic) (taken away by \(label.actor) on \(zone.day(of: label.at)))", width)
        }
        for found in findings.jurisdictions { fact("jurisdiction", found.value.code, found.evidence, width) }
        fact("instrument", findings.instrument.value.rawValue, findings.instrument.evidence, width)
        fact("stage", findings.stage.value.rawValue, findings.stage.evidence, width)
        if findings.stage.evidence.isEmpty {
            Output.line(
                Output.wrapped(
                    "no word says so: it follows from the instrument and the dates", width: width, indent: Self.indent))
        }
        for found in findings.citations { fact("citation", found.value, found.evidence, width) }
        for found in findings.dates {
            fact("date", "\(found.value.date) \(found.value.kind.rawValue)", found.evidence, width)
        }
        for found in findings.datesOff {
            fact("no date", "\(found.value.date) \(found.value.kind.rawValue)", found.evidence, width)
        }
        for found in findings.treatments {
            fact("treatment", "\(found.value.authority) \(found.value.kind.rawValue)", found.evidence, width)
        }
        for found in findings.matterNames { fact("matter", found.value, found.evidence, width) }
        for miss in findings.nearMisses {
            line("near miss", "\(miss.topic): lacked \(miss.told)", width)
            evidence(miss.evidence, width: width)
        }
    }

    private static func fact(_ name: String, _ value: String, _ proof: [Evidence], _ width: Int) {
        line(name, value, width)
        evidence(proof, width: width)
    }

    /// Where the words of a finding begin.
    private static let indent = "                "

    private static func line(_ name: String, _ value: String, _ width: Int) {
        Output.line(
            Output.wrapped(value, width: width, indent: DisplayWidth.pad(name, to: 14), hanging: indent))
    }

    private static func evidence(_ evidence: [Evidence], width: Int) {
        for line in proof(evidence, width: width) { Output.line(line) }
    }

    /// The words that prove a finding, each with what it is taken for, beside the passage in which they stand.
    static func proof(_ evidence: [Evidence], width: Int) -> [String] {
        var lines: [String] = []
        var rest = evidence
        while let first = rest.first {
            let isBeside = { (other: Evidence) in
                other == first || other.field == first.field && first.passage.contains(other.words)
            }
            var said: Set<String> = []
            let words = rest.filter(isBeside).map { "“\($0.words)” is \($0.rule)" }
                .filter { said.insert($0).inserted }.joined(separator: ", ")
            let place = first.field == .source ? "the source" : first.field.rawValue
            let passage = first.passage == first.words ? "" : ": “\(first.passage)”"
            lines.append(Output.wrapped("\(words), in \(place)\(passage)", width: width, indent: indent))
            rest.removeAll(where: isBeside)
        }
        return lines
    }
}

extension Evidence {
    /// The words in their surroundings, where these are known.
    fileprivate var passage: String { context.isEmpty ? words : context }
}
