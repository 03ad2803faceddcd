public import Model

/// Everything that makes a digest happen: what it says, what it says for the first time, and its ways out.
public struct DigestCommit: Sendable, Equatable {
    /// A way out, to be taken later.
    public struct Outgoing: Sendable, Equatable {
        /// By what means.
        public var channel: Delivery.Channel
        /// The mail address, the folder or the webhook's name.
        public var recipient: String
        /// The same at every attempt, without angle brackets.
        public var messageID: String

        /// A way out from its parts.
        public init(_ channel: Delivery.Channel, to recipient: String, messageID: String) {
            self.channel = channel
            self.recipient = recipient
            self.messageID = messageID
        }
    }

    /// Something that is told to a recipient once, such as a moved deadline or a date that is near.
    public struct Notice: Sendable, Hashable {
        /// What kind of thing, such as `moved` or `near`.
        public var kind: String
        /// What tells it from others of its kind.
        public var key: String

        /// A notice from its parts.
        public init(_ kind: String, _ key: String) {
            self.kind = kind
            self.key = key
        }
    }

    /// Whom it is for, such as `owner:ip-counsel`, `unit:engineering` or `management`.
    public var recipient: String
    /// When it was composed.
    public var at: Instant
    /// The beginning of its period.
    public var from: Instant
    /// The end of its period.
    public var to: Instant
    /// To what it is narrowed, such as `policy genai-use`; nil where it tells all of its period, so that the next one
    /// goes on where it ends.
    public var narrowed: String?
    /// What it says, as JSON in UTF-8.
    public var content: [UInt8]
    /// Alerts that it shows as new.
    public var newAlerts: [RowID<Alert>]
    /// What else it tells once.
    public var notices: [Notice]
    /// Its ways out.
    public var outgoing: [Outgoing]
    /// The legal dates that it tells, as the recipient's calendar has them; one that is known counts its moves itself.
    public var calendar: [CalendarEntry]

    /// A digest from its parts.
    public init(
        recipient: String, at: Instant, from: Instant, to: Instant, narrowed: String? = nil, content: [UInt8],
        newAlerts: [RowID<Alert>] = [], notices: [Notice] = [], outgoing: [Outgoing] = [],
        calendar: [CalendarEntry] = []
    ) {
        self.recipient = recipient
        self.at = at
        self.from = from
        self.to = to
        self.narrowed = narrowed
        self.content = content
        self.newAlerts = newAlerts
        self.notices = notices
        self.outgoing = outgoing
        self.calendar = calendar
    }
}

/// A digest as it was composed.
public struct StoredDigest: Sendable, Equatable {
    /// Its number.
    public var id: Int64
    /// Whom it is for.
    public var recipient: String
    /// When it was composed.
    public var at: Instant
    /// The beginning of its period.
    public var from: Instant
    /// The end of its period.
    public var to: Instant
    /// What it says, as JSON in UTF-8.
    public var content: [UInt8]
    /// The head of the audit log before it was composed.
    public var auditHead: String
}

/// An alert was shown to the recipient as new before: another run composed the same digest.
public struct AlreadyShown: Problem, Equatable {
    /// The recipient.
    public let recipient: String
    /// The alert.
    public let alert: RowID<Alert>
    /// One sentence that says what happened.
    public var what: String { "alert \(alert) was shown to \(recipient) as new before" }
    /// There is no place.
    public var place: String? { nil }
    /// What the person can do.
    public var remedy: String? { "Compose the digest again." }
    /// It may work later.
    public var exitCode: ExitStatus { .temporary }
}
