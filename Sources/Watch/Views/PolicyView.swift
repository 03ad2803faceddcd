public import Model

/// One policy with its status.
public struct PolicyView: Encodable, Sendable {
    /// Its name.
    public var id: ID<Policy>
    /// What it is called.
    public var title: String
    /// Who answers for it.
    public var owner: ID<Owner>
    /// The status that follows from marks, alerts and the review interval.
    public var status: PolicyStatus
    /// The rule that gave the status, with its facts.
    public var why: String
    /// Alerts that wait for an answer.
    public var openAlerts: Int
    /// The next day on which something is due.
    @OrNull public var due: Day?
    /// The last mark.
    @OrNull public var lastMark: PolicyMark.Kind?
    /// When it was set.
    @OrNull public var markedAt: Instant?
    /// Who set it.
    @OrNull public var markedBy: String?
}

/// One AI tool of the inventory.
public struct ToolView: Encodable, Sendable {
    /// Its name.
    public var id: ID<AITool>
    /// What it is called.
    public var name: String
    /// Who sells it.
    @OrNull public var vendor: String?
    /// What the organisation allows: `approved`, `restricted`, `prohibited` or `pending`.
    public var riskClass: AITool.RiskClass
    /// The policies that govern it.
    public var policies: [ID<Policy>]
    /// Alerts that wait for an answer.
    public var openAlerts: Int
    /// What data may be put into it.
    @OrNull public var allowedData: String?
    /// Who may use it.
    @OrNull public var users: String?
    /// The first day on which the contract with the vendor holds.
    @OrNull public var contractFrom: Day?
    /// The last day on which it holds.
    @OrNull public var contractUntil: Day?
}
