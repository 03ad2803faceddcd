public import Model

/// A question to be put to an owner.
public struct NewAlert: Sendable, Equatable {
    /// The policy or tool that it is about.
    public var subject: Alert.Subject
    /// The development.
    public var development: RowID<Development>
    /// Who is asked.
    public var owner: ID<Owner>
    /// The reasons.
    public var reasons: [AlertReason]
    /// The day by which an answer is suggested.
    public var due: Day
    /// Its place in lists.
    public var rank: Rank

    /// A question from its parts.
    public init(
        subject: Alert.Subject, development: RowID<Development>, owner: ID<Owner>, reasons: [AlertReason], due: Day,
        rank: Rank = Rank(parts: [])
    ) {
        self.subject = subject
        self.development = development
        self.owner = owner
        self.reasons = reasons
        self.due = due
        self.rank = rank
    }
}

/// What became of a question that was to be put.
public enum Raised: Sendable, Equatable {
    /// It was put.
    case new(RowID<Alert>)
    /// It had been put before, and stands as it was.
    case known(RowID<Alert>)

    /// The alert.
    public var id: RowID<Alert> {
        switch self {
        case .new(let id), .known(let id): id
        }
    }
}

/// Why a question is put again.
public struct Reopening: Sendable, Equatable {
    /// The alert.
    public var alert: RowID<Alert>
    /// What moved on, in one clause.
    public var because: String
    /// The reasons as they are now.
    public var reasons: [AlertReason]
    /// The day by which an answer is suggested.
    public var due: Day
    /// Its place in lists.
    public var rank: Rank
    /// Whether an open question stays due on the day it was due before, where that is nearer.
    public var keepsNearerDue: Bool
    /// Who has to answer now where it was answered; who had to before if nil.
    public var owner: ID<Owner>?

    /// A reopening from its parts.
    public init(
        alert: RowID<Alert>, because: String, reasons: [AlertReason], due: Day, rank: Rank,
        keepsNearerDue: Bool = true, owner: ID<Owner>? = nil
    ) {
        self.alert = alert
        self.because = because
        self.reasons = reasons
        self.due = due
        self.rank = rank
        self.keepsNearerDue = keepsNearerDue
        self.owner = owner
    }
}
