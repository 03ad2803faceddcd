public import Model

/// Open questions about one policy, tool or matter that rest only on topics which tagging anew takes away.
public struct UngroundedView: Encodable, Sendable {
    /// `policy`, `tool` or `matter`.
    public var kind: String
    /// The name of the policy or tool, or the matter.
    public var subject: String
    /// How many there are.
    public var openAlerts: Int
    /// The first of them.
    public var first: [RowID<Alert>]

    /// How many are named.
    static let most = 5

    /// The same in one sentence, with how to list what is open.
    public var line: String {
        let named = first.map(\.description).joined(separator: ", ") + (openAlerts > first.count ? ", …" : "")
        let listing = kind == "matter" ? "lexwatch alerts --why" : "lexwatch alerts --\(kind) \(subject) --why"
        return
            "\(kind) \(subject)  \(openAlerts == 1 ? "1 open alert rests" : "\(openAlerts) open alerts rest") only on "
            + "topics that go: \(named)  (\(listing))"
    }
}
