/// One line of the audit log: what happened, who did it, and the hash that chains it to the line before.
public struct AuditEntry: Sendable, Equatable {
    /// The line's number, from 1 without a gap.
    public var number: Int64
    /// When it happened.
    public var at: Instant
    /// Who did it; `lexwatch` where the watch itself did.
    public var actor: String
    /// What was done, such as `assess` or `mark`.
    public var action: String
    /// What it was done to, such as `alert 12` or `policy genai-use`.
    public var subject: String
    /// The particulars as one JSON object with sorted keys: why, before, after.
    public var detail: String
    /// SHA-256 over the line before's hash and this line's fields, hexadecimal.
    public var hash: String

    /// An entry from its parts.
    public init(
        number: Int64, at: Instant, actor: String, action: String, subject: String, detail: String, hash: String
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.detail = detail
        self.hash = hash
    }
}

/// A period in which a source could not be read, or in which its window moved on without overlapping what we had.
public struct CoverageGap: Sendable, Equatable {
    /// How the gap came about.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The window of entries moved past what we had.
        case window
        /// The source could not be read.
        case outage
    }
    /// Its number.
    public var id: RowID<CoverageGap>
    /// The source that it belongs to.
    public var source: ID<Source>
    /// Which kind it is.
    public var kind: Kind
    /// The last moment at which we had everything.
    public var from: Instant
    /// The moment from which we have everything again; nil while it lasts.
    public var to: Instant?
    /// When archives or paging gave what was missing.
    public var filled: Instant?
    /// When a person acknowledged it.
    public var acknowledged: Instant?
    /// The figures, in one clause.
    public var detail: String
    /// How often it was tried to fill it.
    public var tries: Int
    /// From when on it is tried again; nil where that is of no use.
    public var nextTry: Instant?

    /// A gap from its parts.
    public init(
        id: RowID<CoverageGap>, source: ID<Source>, kind: Kind, from: Instant, to: Instant? = nil,
        filled: Instant? = nil, acknowledged: Instant? = nil, detail: String, tries: Int = 0, nextTry: Instant? = nil
    ) {
        self.id = id
        self.source = source
        self.kind = kind
        self.from = from
        self.to = to
        self.filled = filled
        self.acknowledged = acknowledged
        self.detail = detail
        self.tries = tries
        self.nextTry = nextTry
    }
}

/// The way out of one digest to one recipient.
public struct Delivery: Sendable, Equatable {
    /// By what means.
    public enum Channel: String, Sendable, Codable, CaseIterable {
        case directory, mail, webhook
    }
    /// Where it stands.
    public enum State: String, Sendable, Codable, CaseIterable {
        case pending, sent
        /// Refused for good.
        case refused
        /// Accepted or not: the connection ended before the answer.
        case uncertain
    }
    /// Its number.
    public var id: RowID<Delivery>
    /// The digest.
    public var digest: Int64
    /// The channel.
    public var channel: Channel
    /// The mail address, the folder or the webhook's name.
    public var recipient: String
    /// The same at every attempt (RFC 5322, 3.6.4), without angle brackets.
    public var messageID: String
    /// Where it stands.
    public var state: State
    /// The attempts.
    public var attempts: Int
    /// What the other side said last, in one line.
    public var lastError: String?
    /// Not tried again before this moment.
    public var nextAttempt: Instant?
    /// When the other side took it.
    public var sentAt: Instant?

    /// A delivery from its parts.
    public init(
        id: RowID<Delivery>, digest: Int64, channel: Channel, recipient: String, messageID: String,
        state: State = .pending, attempts: Int = 0, lastError: String? = nil, nextAttempt: Instant? = nil,
        sentAt: Instant? = nil
    ) {
        self.id = id
        self.digest = digest
        self.channel = channel
        self.recipient = recipient
        self.messageID = messageID
        self.state = state
        self.attempts = attempts
        self.lastError = lastError
        self.nextAttempt = nextAttempt
        self.sentAt = sentAt
    }
}
