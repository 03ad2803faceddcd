public import Model

/// What was seen of a source in a period.
public struct SourceCoverage: Sendable, Equatable {
    /// The source.
    public var source: ID<Source>
    /// What it is called.
    public var title: String
    /// Who publishes it.
    public var publisher: String
    /// Whose law it is about.
    public var jurisdiction: Jurisdiction
    /// The kind of body that publishes it.
    public var authority: Source.Authority
    /// Since when it is no longer defined; nil where it is.
    public var removed: Instant?
    /// Attempts in the period.
    public var attempts: Int
    /// Attempts in the period that saw what the source holds.
    public var successes: Int
    /// New items of these.
    public var newItems: Int
    /// The last attempt in the period that saw what the source holds; nil where there was none.
    public var lastSuccess: Instant?
    /// The last attempt before the period that did, for a source that was not seen in it.
    public var lastSuccessBefore: Instant?
    /// Since when no attempt has seen it, up to the end of the period; nil where the last one has.
    public var failingSince: Instant?
    /// Why the last attempt of the period failed; nil where it did not.
    public var failure: FetchFailure?
    /// Whether a bot wall answered the last attempt.
    public var isChallenged: Bool
    /// When a person looked last in the period.
    public var handChecked: Instant?

    /// Whether nothing ever saw what the source holds.
    public var isNeverRead: Bool { lastSuccess == nil && lastSuccessBefore == nil }
}
