public import Model

/// A period's watch in figures, for management and auditors.
public struct ManagementReport: Sendable, Equatable {
    /// A name and how often it occurred.
    public struct Count: Sendable, Equatable {
        /// The name.
        public var name: String
        /// How often.
        public var count: Int
        /// A count.
        public init(_ name: String, _ count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// One answered or unanswered alert.
    public struct Answered: Sendable {
        /// When it was put.
        public var raised: Instant
        /// When it was answered; nil where it was not.
        public var answered: Instant?
        /// An alert's times.
        public init(raised: Instant, answered: Instant?) {
            self.raised = raised
            self.answered = answered
        }
    }

    /// The first day.
    public var from: Day
    /// The last day.
    public var to: Day
    /// Sources watched and those with a gap.
    public var sources: (watched: Int, withGaps: Int) { (watched, withGaps) }
    private let watched: Int
    private let withGaps: Int
    /// Developments by topic, most first.
    public let topics: [Count]
    /// Alerts that were put.
    public let raised: Int
    /// Alerts that were answered.
    public let answered: Int
    /// Half of the answers took no longer than so many hours; nil where there are none.
    public let medianHours: Int?
    /// Nine of ten answers took no longer than so many hours.
    public let ninetiethHours: Int?
    /// Policies that are overdue, by name.
    public let overdue: [String]
    /// Alerts that no deputy is left to answer.
    public let unanswered: [RowID<Alert>]

    /// A report from plain figures.
    ///
    /// - Parameters:
    ///   - period: The first and the last day.
    ///   - sources: Sources watched and those with a gap.
    ///   - topics: Developments by topic.
    ///   - alerts: The times of the alerts.
    ///   - overdue: Policies that are overdue.
    ///   - unanswered: Alerts that no deputy is left to answer.
    public init(
        period: ClosedRange<Day>, sources: (watched: Int, withGaps: Int), topics: [Count], alerts: [Answered],
        overdue: [String], unanswered: [RowID<Alert>] = []
    ) {
        (from, to) = (period.lowerBound, period.upperBound)
        (watched, withGaps) = sources
        self.topics = topics.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        // Hours that have begun count, so that no answer took longer than its figure.
        let hours = alerts.compactMap { alert in
            alert.answered.map { Int((max(0, $0.seconds(since: alert.raised)) + 3599) / 3600) }
        }.sorted()
        raised = alerts.count
        answered = hours.count
        medianHours = ManagementReport.percentile(50, of: hours)
        ninetiethHours = ManagementReport.percentile(90, of: hours)
        self.overdue = overdue.sorted()
        self.unanswered = unanswered.sorted()
    }

    /// The smallest value that at least so many per cent do not exceed (nearest rank); nil of nothing.
    static func percentile(_ percent: Int, of sorted: [Int]) -> Int? {
        guard !sorted.isEmpty else { return nil }
        return sorted[max(0, (percent * sorted.count + 99) / 100 - 1)]
    }

    /// The report in Markdown.
    public var markdown: String {
        let times = medianHours.map { "median \($0) h, nine of ten within \(ninetiethHours ?? $0) h" } ?? "no answers"
        let lines =
            ["# Watch from \(from) to \(to)", "", "- Sources watched: \(watched); with gaps: \(withGaps)"]
            + ["- Alerts: \(raised); answered: \(answered) (\(times))"]
            + ["- Policies overdue: \(overdue.isEmpty ? "none" : overdue.map(escapedMarkdown).joined(separator: ", "))"]
            + unanswered.map { "- Alert \($0) has no answer, and no deputy is left to ask" }
            + ["", "## Developments by topic", ""]
            + (topics.isEmpty ? ["- none"] : topics.map { "- \(escapedMarkdown($0.name)): \($0.count)" })
        return lines.map { $0 + "\n" }.joined()
    }
}
