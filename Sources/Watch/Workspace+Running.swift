import Digests
public import Model

/// How a run goes.
public struct RunOptions: Sendable {
    /// Whether sources that are not due are read, too.
    public var fetchesAll: Bool
    /// The folder for digests; the configuration's where nil.
    public var output: String?

    /// Options from their parts.
    public init(fetchesAll: Bool = false, output: String? = nil) {
        self.fetchesAll = fetchesAll
        self.output = output
    }
}

/// What a run did.
public struct RunReport: Encodable, Sendable {
    /// What fetching did.
    public var fetching: FetchReport
    /// Developments that were not there before.
    public var developments: Int
    /// Alerts that were not there before.
    public var alerts: Int
    /// Answered alerts that were put again, as their developments moved on.
    public var reopened: Int
    /// Alerts that nobody answered, and that a deputy is asked about now.
    public var escalated: Int
    /// The digests that were written.
    public var digests: [DigestResult]
    /// Who had a digest of this period already, and nothing new to be told since.
    public var unchanged: [String]
    /// What could not be delivered, and why.
    public var undelivered: [String]

    /// What became of open alerts whose policy, tool or owner is no longer in the register, a sentence each.
    public var orphans: [String] = []

    /// Whether a source could not be read, a digest not be delivered, or a question lost what it was about.
    public var needsAttention: Bool { fetching.needsAttention || !undelivered.isEmpty || !orphans.isEmpty }
}

/// Which digests are written, and where.
public struct DigestOptions: Sendable {
    /// Only for this owner or unit.
    public var recipient: String?
    /// Only about this policy.
    public var policy: ID<Policy>?
    /// Count as new what was asked since this day.
    public var since: Day?
    /// The folder for digests; the configuration's where nil.
    public var output: String?
    /// The form in which the text itself is wanted: `html`, `text`, `markdown` or `json`; nil where only files are.
    public var form: String?
    /// Whether nothing may be changed.
    public var isDryRun: Bool
    /// Whether who had a digest of this period gets another one although there is nothing new.
    public var repeats: Bool

    /// Options from their parts.
    public init(
        recipient: String? = nil, policy: ID<Policy>? = nil, since: Day? = nil, output: String? = nil,
        form: String? = nil, isDryRun: Bool = false, repeats: Bool = false
    ) {
        self.recipient = recipient
        self.policy = policy
        self.since = since
        self.output = output
        self.form = form
        self.isDryRun = isDryRun
        self.repeats = repeats
    }

    /// Whether a digest is wanted whatever was written in this period: who names a day or a policy asks for just that.
    var isAskedFor: Bool { repeats || since != nil || policy != nil }

    /// Whether a recipient of some name, now or earlier, is wanted.
    func wants<Noun>(_ id: ID<Noun>, _ aliases: [ID<Noun>]) -> Bool {
        recipient.map { wanted in ([id] + aliases).contains { $0.rawValue == wanted } } ?? true
    }
}

/// One digest that was written.
public struct DigestResult: Encodable, Sendable {
    /// Whom it is for.
    public var recipient: String
    /// Its first line.
    public var headline: String
    /// The files that were written.
    public var files: [String]
    /// The digest itself, where it was asked for.
    @OrNull public var text: String?
}

/// The digests that were written.
public struct DigestReport: Encodable, Sendable {
    /// The digests.
    public var digests: [DigestResult] = []
    /// Who had a digest of this period already, and nothing new to be told since.
    public var unchanged: [String] = []
    /// What could not be delivered, and why.
    public var undelivered: [String] = []
}

extension Workspace {
    /// Fetches, tags, groups, alerts, writes digests and delivers them: what the timer runs.
    ///
    /// - Parameters:
    ///   - options: How.
    ///   - progress: Told how many sources are done, how many there are, and the last one.
    /// - Returns: What the run did.
    /// - Throws: A ``Model/Problem`` where configuration or database are wrong, or another run holds the database.
    public func run(
        _ options: RunOptions, progress: @escaping @Sendable (Int, Int, FetchView) -> Void
    ) async throws -> RunReport {
        try await tellingOfStop {
            try refuseDamage()
            let session = try await Session(self)
            let line = try session.grouping()
            let fetching = try await session.fetch(FetchOptions(all: options.fetchesAll), line, progress: progress)
            return try await BrokenRun.keeping(fetching) {
                let grouping = try line.finish()
                try Task.checkCancellation()
                let escalated = try session.escalate()
                let asked = try session.checkQuotes() + session.checkTerms()
                // What keeps the operator from being told must not keep digests from anybody.
                let telling = await session.tellOperator()
                let digests = try await session.digest(DigestOptions(output: options.output))
                let untold = try await telling.get() + session.tellOperator().get()
                return RunReport(
                    fetching: fetching, developments: grouping.developments, alerts: grouping.alerts + asked,
                    reopened: grouping.reopened, escalated: escalated, digests: digests.digests,
                    unchanged: digests.unchanged, undelivered: untold + digests.undelivered,
                    orphans: session.registerNotes)
            }
        }
    }

    /// Writes the built-in templates of digests into a folder; a file that is there stays as it is.
    ///
    /// - Parameter folder: The folder's path.
    /// - Returns: The names of the files that were written, sorted.
    /// - Throws: A ``Model/Problem`` where a file cannot be written.
    public func writeTemplates(into folder: String) throws -> [String] { try Templates.write(into: folder) }

    /// Writes digests now and delivers them; with `isDryRun` nothing is changed.
    ///
    /// - Throws: A ``Model/Problem`` where configuration or database are wrong, or another run holds the database.
    public func digest(_ options: DigestOptions) async throws -> DigestReport {
        if options.isDryRun { return try DigestDesk(reading: self).show(options) }
        return try await Session(self).digest(options)
    }
}
