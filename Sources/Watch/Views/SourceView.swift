public import Model
import Store

/// One source with its health.
public struct SourceView: Encodable, Sendable {
    /// How well a source can be read.
    public enum Health: String, Encodable, Sendable {
        case ok, failing, challenged, silent, empty, retired
        case never = "never-read"
    }
    /// Its name.
    public var id: ID<Source>
    /// What it is called.
    public var title: String
    /// Who publishes it.
    public var publisher: String
    /// Whose law it is about.
    public var jurisdiction: Jurisdiction
    /// The kind of body that publishes.
    public var authority: Source.Authority
    /// Where it is.
    public var url: String
    /// `feed`, `page` or `json`.
    public var format: String
    /// Whether everything in it is about AI or IP law.
    public var scope: Source.Scope
    /// Whether nobody has confirmed the address yet.
    public var unverified: Bool
    /// How well it can be read.
    public var health: Health
    /// The last attempt.
    @OrNull public var lastAttempt: Instant?
    /// The last attempt that saw what it holds.
    @OrNull public var lastSuccess: Instant?
    /// Attempts in a row that did not, apart from those for which the operator's own network was to blame.
    public var failures: Int
    /// When the first of these was.
    @OrNull public var failingSince: Instant?
    /// Why the last attempt failed; null where it did not.
    @OrNull public var cause: String?
    /// New entries a week, as we saw them, in the first day as they are dated; null where too little is known.
    @OrNull public var itemsPerWeek: Double?
    /// Entries that it held when it was last read.
    @OrNull public var window: Int?
    /// Days after which an entry has left the window, at that rate.
    @OrNull public var windowDays: Double?
    /// Not fetched before this moment; null where nobody planned it, or the source is retired.
    @OrNull public var nextDue: Instant?
    /// Open gaps.
    public var gaps: Int
    /// The figures of an abnormal silence.
    @OrNull public var silence: String?
    /// What is missing before a silence could be told.
    @OrNull public var silenceLacks: String?
    /// What is to be said of a source that holds no entry.
    @OrNull public var emptiness: String?
    /// What was wrong with the document although it could be read, at the last reading.
    public var warnings: [String]
    /// The last time that a person looked.
    @OrNull public var handCheck: HandCheckView?
    /// Where permanent redirects lead.
    @OrNull public var movedTo: String?
    /// Since when they lead there.
    @OrNull public var movedSince: Instant?
    /// Whether they have led there for so long that the definition should be changed.
    public var shouldMove: Bool
    /// The terms of use.
    @OrNull public var terms: String?
}

/// That a person looked at a source.
public struct HandCheckView: Encodable, Sendable {
    /// When.
    public var at: Instant
    /// Who.
    public var actor: String
    /// What they saw.
    public var note: String

    init(_ check: HandCheck) {
        (at, actor, note) = (check.at, check.actor, check.note)
    }
}

/// How one attempt to read a source ended.
public struct FetchView: Encodable, Sendable {
    /// The source's name.
    public var source: ID<Source>
    /// `read`, `unchanged`, `failed` or `challenged`.
    public var outcome: String
    /// The cause of a failure.
    @OrNull public var cause: String?
    /// What happened, with the figures.
    @OrNull public var detail: String?
    /// Entries in the document.
    public var seen: Int
    /// Entries that nobody knew.
    public var new: Int
    /// Entries that were edited.
    public var revised: Int
    /// What was wrong with the document although it could be read.
    public var warnings: [String]
    /// What the gap is, where the window moved past what we had.
    @OrNull public var gap: String?

    /// Whether the operator's own network is to blame, which is said once.
    public var isOwnNetwork: Bool { cause == FetchFailure.Cause.ownNetwork.rawValue }
}
