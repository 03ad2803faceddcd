public import Model

/// Which alerts are wanted.
public struct AlertQuery: Sendable, Equatable {
    /// In which order they come.
    public enum Order: Sendable {
        /// The highest rank first, then the earliest due day.
        case rank
        /// The earliest due day first, then the highest rank.
        case due
        /// The newest question first.
        case newest
    }

    /// These only; any where nil.
    public var ids: [RowID<Alert>]?
    /// Who has to answer.
    public var owner: ID<Owner>?
    /// Without those that this owner has to answer.
    public var exceptOwner: ID<Owner>?
    /// Where the question stands.
    public var state: Alert.State?
    /// The policy or tool that it is about.
    public var subject: Alert.Subject?
    /// Due on this day or earlier.
    public var dueBy: Day?
    /// Put, or put again, at this moment or later.
    public var since: Instant?
    /// Without the open ones that are snoozed beyond this day.
    public var awakeOn: Day?
    /// The order.
    public var order: Order
    /// How many at most; all where nil.
    public var limit: Int?

    /// A query from its parts; everything where nothing is given.
    public init(
        ids: [RowID<Alert>]? = nil, owner: ID<Owner>? = nil, exceptOwner: ID<Owner>? = nil,
        state: Alert.State? = nil, subject: Alert.Subject? = nil, dueBy: Day? = nil, since: Instant? = nil,
        awakeOn: Day? = nil,
        order: Order = .rank, limit: Int? = nil
    ) {
        self.ids = ids
        self.owner = owner
        self.exceptOwner = exceptOwner
        self.state = state
        self.subject = subject
        self.dueBy = dueBy
        self.since = since
        self.awakeOn = awakeOn
        self.order = order
        self.limit = limit
    }
}

extension AlertQuery {
    /// The query's conditions and the values that they name.
    var conditions: (sql: String, values: [any SQLValue]) {
        var sql: [String] = []
        var values: [any SQLValue] = []
        func add(_ condition: String, _ value: (any SQLValue)?) {
            guard let value else { return }
            sql.append(condition)
            values.append(value)
        }
        add("alert.id IN (SELECT value FROM json_each(?))", ids.map { SQLList($0) })
        add("alert.owner = ?", owner)
        add("alert.owner <> ?", exceptOwner)
        add("alert.subject_kind = ?", subject?.kind)
        add("alert.subject = ?", subject?.name)
        add("alert.due <= ?", dueBy)
        add("coalesce(alert.reopened, alert.raised) >= ?", since)
        add("(alert.state = 'assessed' OR alert.snoozed_until IS NULL OR alert.snoozed_until <= ?)", awakeOn)
        // As text, as a partial index is only used where its condition stands in the query.
        if let state { sql.append("alert.state = '\(state.rawValue)'") }
        return (sql.isEmpty ? "1" : sql.joined(separator: " AND "), values)
    }

    var ordering: String {
        switch order {
        case .rank: "alert.rank_total DESC, alert.due, alert.id"
        case .due: "alert.due, alert.rank_total DESC, alert.id"
        case .newest: "alert.id DESC"
        }
    }
}
