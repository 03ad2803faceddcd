public import Model

/// A period's watch in figures, each with its evidence: what management reviews (ISO/IEC 42001, 9.3; NIST AI RMF,
/// GOVERN 1) and auditors check.
public struct ManagementReport: Sendable, Equatable, Encodable {
    /// A name, how often it occurred, and where that can be looked up.
    public struct Count: Sendable, Equatable, Encodable {
        /// The name.
        public var name: String
        /// How often.
        public var count: Int
        /// What proves it, such as `development 12`.
        public var evidence: [String]
        /// A count.
        public init(_ name: String, _ count: Int, evidence: [String] = []) {
            self.name = name
            self.count = count
            self.evidence = evidence
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

    /// What was seen of one source.
    public struct SourceLine: Sendable, Equatable, Encodable {
        /// Its name.
        public var source: ID<Source>
        /// Who publishes it.
        public var publisher: String
        /// Attempts to read it.
        public var attempts: Int
        /// Attempts that did.
        public var successes: Int
        /// Items that were new.
        public var items: Int
        /// When it was read last; nil where it never was.
        public var lastRead: Instant?
        /// What is wrong, in a clause; nil where nothing is.
        public var trouble: String?
        /// A line from its parts.
        public init(
            source: ID<Source>, publisher: String, attempts: Int, successes: Int, items: Int, lastRead: Instant?,
            trouble: String? = nil
        ) {
            self.source = source
            self.publisher = publisher
            self.attempts = attempts
            self.successes = successes
            self.items = items
            self.lastRead = lastRead
            self.trouble = trouble
        }
    }

    /// One question that was put in the period, and what came of it.
    public struct QuestionLine: Sendable, Equatable, Encodable {
        /// The alert, which is the evidence.
        public var alert: RowID<Alert>
        /// The policy or tool, such as `policy genai-use`.
        public var about: String
        /// What the development was called when it was put.
        public var development: String
        /// Why it was asked then, each reason in a clause.
        public var reasons: [String]
        /// Who is asked.
        public var owner: ID<Owner>
        /// When it was put, or put again.
        public var put: Instant
        /// The day of that, where the organisation is.
        public var putOn: Day
        /// By when an answer was suggested.
        public var due: Day
        /// The answer with its note; nil where there is none.
        public var answer: String?
        /// Who answered.
        public var answeredBy: String?
        /// When.
        public var answeredAt: Instant?
        /// The day of that, where the organisation is.
        public var answeredOn: Day?
        /// A line from its parts.
        public init(
            alert: RowID<Alert>, about: String, development: String, reasons: [String] = [], owner: ID<Owner>,
            put: Instant, putOn: Day, due: Day, answer: String? = nil, answeredBy: String? = nil,
            answeredAt: Instant? = nil,
            answeredOn: Day? = nil
        ) {
            self.alert = alert
            self.about = about
            self.development = development
            self.reasons = reasons
            self.owner = owner
            self.put = put
            self.putOn = putOn
            self.due = due
            self.answer = answer
            self.answeredBy = answeredBy
            self.answeredAt = answeredAt
            self.answeredOn = answeredOn
        }
    }

    /// Everything that a report is made of.
    public struct Figures: Sendable, Equatable, Encodable {
        /// The sources.
        public var sources: [SourceLine] = []
        /// Gaps that touch the period, a sentence each.
        public var gaps: [String] = []
        /// All developments.
        public var seen = 0
        /// Developments that concern a topic.
        public var developments = 0
        /// Developments by topic.
        public var topics: [Count] = []
        /// Developments by jurisdiction.
        public var jurisdictions: [Count] = []
        /// What people call the topics, by their names.
        public var topicTitles: [String: String] = [:]
        /// The questions that were put, the newest first.
        public var questions: [QuestionLine] = []
        /// The day as of which policies stand: the period's last, or today where that is earlier.
        public var standing = Day(number: 0)
        /// Policies that are overdue on that day, with the reason.
        public var overdue: [Count] = []
        /// Policies whose review has run out on that day, a sentence each.
        public var reviews: [String] = []
        /// Policies that need an update on that day, a sentence each.
        public var updates: [String] = []
        /// Alerts that no deputy is left to answer.
        public var unanswered: [RowID<Alert>] = []
        /// Tools that were reclassified, a sentence each.
        public var reclassified: [String] = []
        /// Tools whose contract has ended or ends soon, a sentence each.
        public var contracts: [String] = []
        /// Marks that were set, a sentence each.
        public var marks: [String] = []
        /// Recipients that could not be reached, a sentence each.
        public var unreached: [String] = []
        /// The version of the vocabulary.
        public var vocabulary = ""
        /// The head of the audit log when the report was made: `12:` and 64 hexadecimal digits; empty without one.
        public var auditHead = ""
        /// No figures.
        public init() {}
    }

    /// The organisation.
    public let organisation: String
    /// The first day.
    public let from: Day
    /// The last day.
    public let to: Day
    /// When it was made.
    public let made: Instant
    /// The figures.
    public let figures: Figures
    /// Alerts that were put.
    public let raised: Int
    /// Alerts that were answered.
    public let answered: Int
    /// Half of the answers took no longer than so many hours; nil where there are none.
    public let medianHours: Int?
    /// Nine of ten answers took no longer than so many hours.
    public let ninetiethHours: Int?

    /// A report from plain figures.
    ///
    /// - Parameters:
    ///   - organisation: The organisation.
    ///   - period: The period.
    ///   - made: When it is made.
    ///   - figures: The figures; counts are put in order, most first.
    ///   - alerts: The times of the alerts that were put in the period.
    public init(
        organisation: String, period: ReportPeriod, made: Instant, figures: Figures, alerts: [Answered]
    ) {
        self.organisation = organisation
        (from, to) = (period.first, period.last)
        self.made = made
        var figures = figures
        figures.topics.sort { ($1.count, $0.name) < ($0.count, $1.name) }
        figures.jurisdictions.sort { ($1.count, $0.name) < ($0.count, $1.name) }
        figures.overdue.sort { $0.name < $1.name }
        figures.unanswered.sort()
        self.figures = figures
        // Hours that have begun count, so that no answer took longer than its figure.
        let hours = alerts.compactMap { alert in
            alert.answered.map { Int((max(0, $0.seconds(since: alert.raised)) + 3599) / 3600) }
        }.sorted()
        raised = alerts.count
        answered = hours.count
        medianHours = ManagementReport.percentile(50, of: hours)
        ninetiethHours = ManagementReport.percentile(90, of: hours)
    }

    /// The smallest value that at least so many per cent do not exceed (nearest rank).
    ///
    /// - Parameters:
    ///   - percent: How many per cent.
    ///   - sorted: The values, the smallest first.
    /// - Returns: The value; nil of nothing.
    public static func percentile(_ percent: Int, of sorted: [Int]) -> Int? {
        guard !sorted.isEmpty else { return nil }
        return sorted[max(0, (percent * sorted.count + 99) / 100 - 1)]
    }
}
