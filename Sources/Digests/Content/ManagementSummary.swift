public import Model

/// The watch of a period in figures.
public struct ManagementSummary: Sendable, Equatable, Codable {
    /// Questions that were put.
    public var raised: Int
    /// Questions that were answered.
    public var answered: Int
    /// Questions that are open.
    public var open: Int
    /// Questions that are open after the suggested day.
    public var overdue: Int
    /// Days from question to answer, the median; nil where none was answered.
    @Nullable public var medianDays: Int?
    /// Days from question to answer, the slowest; nil where none was answered.
    @Nullable public var slowestDays: Int?
    /// The figures by owner.
    public var owners: [OwnerFigures]
    /// Policies that are not current.
    public var policies: [PolicyFigures]
    /// Recipients whose mail was refused.
    public var unreachable: [String]

    /// A management summary from its parts.
    public init(
        raised: Int = 0, answered: Int = 0, open: Int = 0, overdue: Int = 0, medianDays: Int? = nil,
        slowestDays: Int? = nil, owners: [OwnerFigures] = [], policies: [PolicyFigures] = [], unreachable: [String] = []
    ) {
        self.raised = raised
        self.answered = answered
        self.open = open
        self.overdue = overdue
        self.medianDays = medianDays
        self.slowestDays = slowestDays
        self.owners = owners
        self.policies = policies
        self.unreachable = unreachable
    }
}

/// The figures of one owner.
public struct OwnerFigures: Sendable, Equatable, Codable {
    /// The owner's name.
    public var name: String
    /// Open questions.
    public var open: Int
    /// Open ones after the suggested day.
    public var overdue: Int
    /// Questions answered in the period.
    public var answered: Int
    /// Days to the answer, the median.
    @Nullable public var medianDays: Int?

    /// An owner figures from its parts.
    public init(
        name: String, open: Int = 0, overdue: Int = 0, answered: Int = 0, medianDays: Int? = nil
    ) {
        self.name = name
        self.open = open
        self.overdue = overdue
        self.answered = answered
        self.medianDays = medianDays
    }
}

/// Where one policy stands.
public struct PolicyFigures: Sendable, Equatable, Codable {
    /// What it is called.
    public var title: String
    /// Who answers for it.
    public var owner: String
    /// Its status.
    public var status: PolicyStatus
    /// The next day on which something is due.
    @Nullable public var due: Day?
    /// The day of the review that has run out.
    @Nullable public var reviewDue: Day?
    /// Whether the register has it no more, while questions about it are open; nil where it has it.
    @Nullable public var isRemoved: Bool?

    /// A policy figures from its parts.
    public init(
        title: String, owner: String, status: PolicyStatus, due: Day? = nil, reviewDue: Day? = nil,
        isRemoved: Bool? = nil
    ) {
        self.title = title
        self.owner = owner
        self.status = status
        self.due = due
        self.reviewDue = reviewDue
        self.isRemoved = isRemoved
    }
}
