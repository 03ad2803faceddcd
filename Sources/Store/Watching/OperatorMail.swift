public import Model

/// A notice to the operator and how far it came.
public struct OperatorMail: Sendable, Equatable {
    /// Its number.
    public let id: Int64
    /// When it was written.
    public let at: Instant
    /// The address that it goes to.
    public let recipient: String
    /// The message's name, the same at every attempt.
    public let messageID: String
    /// What it says, as the watch wrote it.
    public let content: [UInt8]
    /// Attempts so far.
    public let attempts: Int
}

/// What the operator is to be told now.
public struct OperatorNews: Sendable {
    /// Sources that broke, with the moment since which they cannot be read.
    public var broken: [ID<Source>: Instant]
    /// Sources that were told as broken and can be read again.
    public var recovered: [ID<Source>]
    /// Sources that were told as broken and are watched no more.
    public var forgotten: [ID<Source>]
    /// Deliveries that were refused.
    public var refused: [Delivery]

    /// News from their parts.
    public init(
        broken: [ID<Source>: Instant], recovered: [ID<Source>], forgotten: [ID<Source>] = [], refused: [Delivery] = []
    ) {
        self.broken = broken
        self.recovered = recovered
        self.forgotten = forgotten
        self.refused = refused
    }
}
